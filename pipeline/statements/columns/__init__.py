"""The columns of a panel: what each holds, and for which period."""
