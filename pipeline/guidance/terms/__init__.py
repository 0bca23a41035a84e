"""What guidance is told in: amounts, metrics, periods and bases, wherever they are printed."""
