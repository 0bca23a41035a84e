"""`python -m tests.samples.write_samples`: write the invented filings of data/raw anew, the same bytes each time."""

from pathlib import Path

from tests.samples import html_page, text_page
from tests.samples.catalogue import SampleFiling, filings
from tests.samples.submission import Part, picture, submission

RAW_DIR = Path(__file__).parents[2] / "data" / "raw"


def text_filing(filing: SampleFiling) -> str:
    """A submission in fixed-width text."""
    name = filing.accession_number[-9:].replace("-", "")
    return submission(
        filing,
        [
            Part(filing.form, f"f8k{name}.txt", f"FORM {filing.form}", text_page.cover(filing)),
            Part("EX-99.1", f"ex991{name}.txt", "PRESS RELEASE", text_page.release(filing)),
        ],
    )


def html_filing(filing: SampleFiling) -> str:
    """A submission in HTML, with a graphic."""
    name = f"ff{filing.reported_on:%Y%m%d}"
    parts = [Part(filing.form, f"{name}8k.htm", filing.form, html_page.cover(filing))]
    if filing.kind != "other":
        parts.append(Part("EX-99.1", f"{name}ex991.htm", "EXHIBIT 99.1", html_page.release(filing)))
        parts.append(Part("GRAPHIC", "dot.gif", "GRAPHIC", picture()))
    return submission(filing, parts)


def cut(text: str) -> str:
    """A transmission that ended within a number of the balance sheet."""
    row = text.index("Property and equipment, net")
    return text[: text.index(",", text.index("net", row) + 3) + 2]


def sample(filing: SampleFiling) -> str:
    """The file of a filing, as it arrived."""
    text = text_filing(filing) if filing.registrant.key == "invented_instruments" else html_filing(filing)
    return cut(text) if filing.kind == "broken" else text


def main() -> None:
    for filing in filings():
        file = RAW_DIR / filing.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(sample(filing).encode("ascii"))
    print(f"{len(filings())} filings written to {RAW_DIR}")


if __name__ == "__main__":
    main()
