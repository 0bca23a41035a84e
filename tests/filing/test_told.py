"""Releases that tell their results in running text alone, and news that only mentions results."""

import pytest

from tests.filing.invented_mills import is_release, report, submission

DATED = "MILLTOWN, Ohio, July 22, 2003 -- Invented Mills, Inc. today"
FIGURES = (
    "Net income for the quarter ended June 30, 2003 was $764,000, or $.06 per diluted share, compared to $274,000, or"
    " $.02 per diluted share, for the same quarter of 2002.\n"
)
HEADLINE = "MILLS REPORTS SECOND QUARTER RESULTS"
SAID = f"{DATED} announced results for the second quarter of 2003. {FIGURES}"


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADLINE}\n\n{SAID}",
        f"{HEADLINE}\n\n{DATED} reported a net loss of $13.0 million ($0.46/share) for the quarter.\n",
        "MILLS REPORTS SECOND QUARTER NET INCOME AND DECLARES DIVIDEND\n\n" + SAID,
        f"{HEADLINE}\n{SAID}Flour sold well at home and abroad, and the mill at Hill ran day and night from the first"
        " of May until the end of June.\nFor all of 2003 Mills expects net income of $3 million.\n",
        f"Mills reports second quarter results and confirms its outlook\n\n{SAID}",
        f"Mills Net Income Climbs 179%\n\n{SAID}The statements are included in the quarterly report on Form 10-Q."
        " A dividend will be paid in August.\n",
        "To All Members\n\nThird Quarter Results\n\nNet income of $43.5 million for the third quarter of 2003, compared"
        " to $33.0 million in the third quarter of 2002\n",
    ],
    ids=["a-share", "loss", "dividend-too", "outlook-too", "small-letters", "10-Q", "letter"],
)
def test_a_release_may_tell_its_results_in_running_text(text: str) -> None:
    assert is_release(submission(report("Item 5. Other Events"), ("EX-99", text)))


@pytest.mark.parametrize(
    "text",
    [
        f"{DATED} reported sales of $12.6 million for the second quarter of 2003, compared to $6.6 million.\n",
        f"{DATED} announced that it expects net income of $764,000, or $.06 a share, for the second quarter of 2003.\n",
        f"{DATED} announced preliminary results for the second quarter. {FIGURES}",
        f"{DATED} declared a dividend of $.02 per share. Mills reported results last week. {FIGURES}",
        f"{DATED} completed the acquisition of Hill, which reported results for 2002. {FIGURES}",
        f"{DATED} announced the opening of its tenth mill on the river. It recently reported results. {FIGURES}",
        f"{DATED} announced that earnings for the third quarter of 2003 will fall short. {FIGURES}",
        f"{DATED} announced that it will restate its results for the second quarter of 2003. {FIGURES}",
        f"{DATED} and Hill Mills announced a definitive agreement to combine. Hill reported results. {FIGURES}",
        f"{DATED} announced record sales for July. {FIGURES}",
        f"Second Quarter 2003 Call\nTranscript\n\n{SAID}",
        f"{DATED} opened a mill. It ran on the first day.\n\n" + "It is a mill.\n" * 200 + SAID,
        f"{DATED} announced results for the second quarter of 2003, which were in line with its plans.\n",
        f"Mills Reaffirms Outlook\n\n{DATED} reaffirmed what it announced with second quarter results. {FIGURES}",
        f"Mills Second Quarter Earnings To Exceed Forecast\n\n{DATED} said earnings are likely to rise. {FIGURES}",
        f"Mills To Report Second Quarter Results\n\n{DATED} said that it plans to report on July 29. {FIGURES}",
        f"Mills Revises Second Quarter Results\n\n{DATED} revised the results it reported on July 2. {FIGURES}",
        f"MILLS NAMES PRESIDENT\n\n{DATED[:-6]}, which last week reported record results, named J. Hill. {FIGURES}",
        f"Mills Announces Results of Trial of Flour\n\n{DATED} said that bread rose higher. {FIGURES}",
        f"Mills Announces Certain Second Quarter Results\n\n{DATED} said that sales rose. {FIGURES}",
        f"Mills Postpones Second Quarter Earnings Release\n\n{DATED} said that it is late. {FIGURES}",
        f"Second Quarter Results\n\nGood morning and welcome to our call. {SAID}",
    ],
    ids=[
        "sales", "expected", "preliminary", "dividend", "acquisition", "opening", "warning", "restatement", "merger",
        "sales-of-a-month", "transcript", "far-below", "no-figure", "reaffirmed", "to-exceed", "to-report", "revised",
        "named", "trial", "certain", "postponed", "call",
    ],
)  # fmt: skip
def test_news_that_mentions_results_is_no_release(text: str) -> None:
    assert not is_release(submission(report("Item 12. Results of Operations and Financial Condition"), ("EX-99", text)))


@pytest.mark.parametrize(
    "text",
    [
        f"MILLS TO BUY BACK STOCK\n\n{DATED} authorized a buyback, after it reported net income. {FIGURES}",
        f"Mills Reports Fire\n\n{DATED} reported a fire at Hill, which earns a tenth of net income. {FIGURES}",
        f"Mills Reports Sales for July\n\n{DATED} reported operating results for July. {FIGURES}",
        f"MILLS SELLS BAKERY\n\n{DATED} has agreed to the sale of its bakery and reported earnings from it. {FIGURES}",
        f"Mills Obtains Waiver\n\n{DATED} has a waiver from its banks after it reported results. {FIGURES}",
    ],
    ids=["buyback", "fire", "month", "sale", "waiver"],
)
def test_news_whose_item_is_not_of_results_says_so_in_its_headline(text: str) -> None:
    assert not is_release(submission(report("Item 5. Other Events"), ("EX-99", text)))


def test_results_told_are_of_news_or_of_their_item() -> None:
    told = f"{HEADLINE}\n\n{SAID.replace(DATED, 'Invented Mills, Inc.')}"
    assert is_release(submission(report("Item 12. Results of Operations and Financial Condition"), ("EX-99", told)))
    assert not is_release(submission(report("Item 5. Other Events"), ("EX-99", told)))
    assert not is_release(submission(report(f"Item 12. Results of Operations and Financial Condition\n{told}")))
