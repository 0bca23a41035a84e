"""The prose of a release as blocks, filled in from claims, remarks and guidance; a page maker prints them."""

from dataclasses import dataclass, field

from tests.samples.catalogue import HERE, GuidanceItem, SampleFiling, guidance, remarks, rows
from tests.samples.claims import ORDINALS, claims, day
from tests.samples.statements import figures

MARKS = {"# ": "title", "## ": "heading", "* ": "bullet"}


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or what its kind says: title, heading, bullet, outlook (a table), tables (the statements)."""

    kind: str
    text: str = ""
    outlook: list[GuidanceItem] = field(default_factory=list)


def words(filing: SampleFiling) -> dict[str, str]:
    """What templates call a filing's dates and quarter."""
    ordinal = ORDINALS[filing.quarter[-1]]
    return {
        "date": day(filing.reported_on),
        "signed": day(filing.filed_on),
        "ordinal": ordinal,
        "Ordinal": ordinal.capitalize(),
        "ORDINAL": ordinal.upper(),
        "ended": day(figures(filing.registrant.key).ends[filing.quarter]),
        "year": filing.quarter[:4],
    }


def blocks(filing: SampleFiling) -> list[Block]:
    """A release from its title to its statements."""
    said = remarks(filing)
    filled = words(filing) | claims(filing)
    filled |= {"headline": said.headline, "story": said.story, "quote": said.quote}
    template = (HERE / "templates" / f"{filing.registrant.key}.txt").read_text(encoding="utf-8")
    found: list[Block] = []
    for paragraph in template.strip().split("\n\n"):
        if paragraph == "{outlook}":
            found += outlook(filing)
        elif paragraph == "{tables}":
            found.append(Block("tables"))
        elif text := paragraph.format(**filled):
            mark = next((mark for mark in MARKS if text.startswith(mark)), "")
            found.append(Block(MARKS.get(mark, "paragraph"), text.removeprefix(mark)))
    return found


def outlook(filing: SampleFiling) -> list[Block]:
    """What the company expects: sentences in one paragraph, bullets below their lead-in, or a table."""
    items = guidance(filing)
    if any(item.place == "table" for item in items):
        lead = "The Company’s outlook, which it does not undertake to update, is as follows:"
        return [Block("paragraph", lead), Block("outlook", outlook=items)]
    sentences = dict.fromkeys(item.words for item in items if item.place == "sentence")
    found = [Block("paragraph", " ".join(sentences))] if sentences else []
    for lead in dict.fromkeys(item.lead for item in items if item.place == "bullet"):
        found.append(Block("paragraph", lead))
        found += [Block("bullet", item.words) for item in items if item.lead == lead]
    return found


def item_texts(filing: SampleFiling) -> list[tuple[str, str, str]]:
    """Number, title and words of each item of the report."""
    known = {row["item"]: row for row in rows("items.csv") if row["registrant"] == filing.registrant.key}
    return [(item, known[item]["title"], known[item]["words"].format(**words(filing))) for item in filing.items]
