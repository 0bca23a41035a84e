"""Filings by the thousand, the same for the same seed: `generate(first, last, count)`, and `one` more at a time.

Of the current reports every tenth amends one, every eighth holds no release, every fiftieth has a second registrant;
items are those of their day (5, 7, 9 and 12, since August 23, 2004 2.02, 7.01 and 9.01). Some are accepted after 5:30
p.m. of the business day before, and so bear the next day as their filing date (Regulation S-T, Rule 13(a)). Beside
every four of them stands a filing of another form: 10-Q, 4 (its issuer and its owner are both listed) or 6-K.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import cache
from random import Random

from pandas.tseries.holiday import USFederalHolidayCalendar

from tests.edgar.replica.documents import current_report, other_report
from tests.edgar.replica.filings import Company, Filer, Filing

COMPANIES = 200
FIRST_CIK = 9_900_000
FIRST_WORDS = ("Invented", "Imaginary", "Fictional", "Supposed", "Notional", "Unreal", "Pretended", "Feigned")
SECOND_WORDS = ("Instruments", "Fasteners", "Foods", "Pumps", "Motors", "Networks", "Optics", "Textiles", "Tools")
ENDINGS = ("INC", "CORP", "CO", "LTD", "HOLDINGS INC")
REGULATION_FD, ITEM_12, NEW_ITEMS = date(2000, 10, 23), date(2003, 3, 28), date(2004, 8, 23)
OTHER_FORMS = ("10-Q", "4", "6-K")
CUT_OFF = time(17, 30)
FIRST_ARRIVING = 100_000  # numbers from here on are of filings that come while a replica runs
FIRST_OTHER = 500_000  # numbers from here on are filings of other forms


def generate(first: date, last: date, count: int, seed: int = 0) -> list[Filing]:
    """`count` current reports spread over the business days of a span, and the filings of other forms beside them."""
    days = business_days(first, last)
    numbers = [*range(count), *range(FIRST_OTHER, FIRST_OTHER + count // 4)]
    filings = [one(number, days[_place(number, count) * len(days) // count], seed) for number in numbers]
    return sorted(filings, key=lambda filing: (filing.filed_on, filing.accepted_at, filing.accession_number))


def one(number: int, filed_on: date, seed: int = 0, accepted_at: datetime | None = None) -> Filing:
    """The filing of a number, filed on a day; by default accepted at some hour of it, or in the evening before."""
    random = Random(f"{seed} {number}")
    company = random.choice(companies())
    make = _other if number >= FIRST_OTHER else _current
    return make(number, company, filed_on, accepted_at or _accepted(random, filed_on), random)


def arriving(number: int, accepted_at: datetime, seed: int = 0) -> Filing:
    """The current report of a number that EDGAR accepts at a moment (Eastern time, no zone)."""
    day = accepted_at.date()
    first = day if accepted_at.time() < CUT_OFF else day + timedelta(days=1)
    return one(FIRST_ARRIVING + number, business_days(first, first + timedelta(days=7))[0], seed, accepted_at)


@cache
def companies() -> tuple[Company, ...]:
    """The registrants, some of them of one name and different CIK."""
    return tuple(_company(number) for number in range(COMPANIES))


def business_days(first: date, last: date) -> list[date]:
    """The days from first to last on which EDGAR accepts filings: no weekend, no federal holiday."""
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return [day for day in days if day.weekday() < 5 and day not in _holidays(day.year)]


@cache
def _holidays(year: int) -> set[date]:
    return set(USFederalHolidayCalendar().holidays(date(year, 1, 1), date(year, 12, 31)).date)


def items(number: int, day: date) -> tuple[str, ...]:
    """The items that a release of a day is furnished under."""
    if day >= NEW_ITEMS:
        return [("2.02", "9.01"), ("2.02", "7.01", "9.01"), ("7.01", "9.01")][_of_three(number)]
    if day >= ITEM_12:
        return [("7", "12"), ("7", "9", "12"), ("7", "9")][_of_three(number)]
    return [("5", "7"), ("5", "7"), ("7", "9") if day >= REGULATION_FD else ("5", "7")][_of_three(number)]


def _of_three(number: int) -> int:
    return 1 if number % 7 == 1 else 2 if number % 7 == 2 else 0


def _place(number: int, count: int) -> int:
    return number if number < FIRST_OTHER else (number - FIRST_OTHER) * 4 % count


def _current(number: int, company: Company, filed_on: date, accepted_at: datetime, random: Random) -> Filing:
    form = "8-K/A" if number % 10 == 9 else "8-K"
    release = number % 8 != 5
    told = items(number, filed_on) if release else ("5.02",) if filed_on >= NEW_ITEMS else ("5",)
    filers = [Filer("Filer", company)]
    if number % 50 == 3:
        filers.append(Filer("Filer", _another(company)))
    parts = current_report(form, told, company, accepted_at.date(), random, release=release)
    return Filing(
        _accession(company, filed_on, number),
        form,
        told,
        tuple(filers),
        accepted_at.date(),
        filed_on,
        accepted_at,
        parts,
    )


def _other(number: int, company: Company, filed_on: date, accepted_at: datetime, random: Random) -> Filing:
    form = random.choice(OTHER_FORMS)
    filers = (
        (Filer("Reporting", _owner(company)), Filer("Issuer", company)) if form == "4" else (Filer("Filer", company),)
    )
    parts = other_report(form, company, filed_on)
    return Filing(_accession(company, filed_on, number), form, (), filers, filed_on, filed_on, accepted_at, parts)


def _accession(company: Company, filed_on: date, number: int) -> str:
    return f"{company.cik:010}-{filed_on:%y}-{number + 1:06}"


def _accepted(random: Random, filed_on: date) -> datetime:
    hours, day = random.choice([(6, 9), (16, 17), (16, 17), (16, 17), (18, 22)]), filed_on
    if hours[0] == 18:
        day = business_days(filed_on - timedelta(days=7), filed_on - timedelta(days=1))[-1]
    return datetime.combine(day, time(hours[0])) + timedelta(seconds=random.randrange((hours[1] - hours[0]) * 3600))


def _company(number: int) -> Company:
    random = Random(f"company {number}")
    name = f"{random.choice(FIRST_WORDS)} {random.choice(SECOND_WORDS)} {random.choice(ENDINGS)}".upper()
    return Company(
        FIRST_CIK + 7 * number, name, "ZZ" + "".join(_letters(number)), "3825",
        "INSTRUMENTS FOR MEAS & TESTING OF ELECTRICITY & ELEC SIGNALS", f"99{number:07}", "DE", "1231",
        f"000-{90_000 + number}", f"{number + 1} NOWHERE ROAD", "AKRON", "OH", "44308", f"330555{number:04}",
    )  # fmt: skip


def _letters(number: int) -> Iterator[str]:
    for _ in range(2):
        number, rest = divmod(number, 26)
        yield chr(ord("A") + rest)


def _another(company: Company) -> Company:
    place = (company.cik - FIRST_CIK) // 7
    return companies()[(place + 1) % COMPANIES]


def _owner(company: Company) -> Company:
    """A person who owns shares of a company."""
    return Company(
        company.cik + 1, "ANYBODY LEE", "", "", "", "", "", "", company.file_number, company.street, company.city,
        company.address_state, company.zip, company.phone,
    )  # fmt: skip
