"""Where marks stand in a text: brackets of characters that no page prints, until the text is HTML and they are tags."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

# Unicode's noncharacters, which mean nothing in any text; those of an untrusted one are taken out before.
_OPEN, _NUMBERED, _CLOSE = "\ufdd0", "\ufdd1", "\ufdd2"
_RESERVED = re.compile("[\ufdd0-\ufdd2]")
_BRACKET = re.compile(f"{_OPEN}(\\d+){_NUMBERED}|{_CLOSE}")


class Span(NamedTuple):
    """Where mark `number` stands: `text[start:end]`."""

    start: int
    end: int
    number: int


def without_brackets(text: str) -> str:
    """The text, as long as before, with nothing in it that could be taken for a bracket."""
    return _RESERVED.sub("\ufffd", text)


def is_bracketed(text: str) -> bool:
    """Whether there is a bracket in the text."""
    return _RESERVED.search(text) is not None


def in_order(spans: Iterable[Span]) -> list[Span]:
    """Spans as they open: left to right, the longer one first."""
    return sorted(spans, key=lambda span: (span.start, -span.end, span.number))


def bracket(text: str, spans: Sequence[Span]) -> str:
    """The text with each span in brackets; spans in order, at least one character each.

    Where two spans cross, the one that opened later is closed and opened again, so that brackets always nest.
    """
    pieces: list[str] = []
    opened: list[Span] = []
    done = 0

    def close_until(limit: int) -> None:
        nonlocal done
        while ends := [span.end for span in opened if span.end <= limit]:
            end = min(ends)
            pieces.append(text[done:end])
            done = end
            first = next(n for n, span in enumerate(opened) if span.end == end)
            pieces.append(_CLOSE * (len(opened) - first))
            opened[first:] = [span for span in opened[first:] if span.end > end]
            pieces.extend(f"{_OPEN}{span.number}{_NUMBERED}" for span in opened[first:])

    for span in spans:
        close_until(span.start)
        pieces.append(text[done : span.start])
        done = span.start
        opened.append(span)
        pieces.append(f"{_OPEN}{span.number}{_NUMBERED}")
    close_until(len(text))
    pieces.append(text[done:])
    return "".join(pieces)


def to_tags(html: str, opening_tag: Callable[[int], str]) -> str:
    """HTML with `<mark>` for brackets; `opening_tag` writes the first tag of a mark and those of its other pieces."""
    return _BRACKET.sub(lambda found: opening_tag(int(found[1])) if found[1] else "</mark>", html)


def clip(spans: Sequence[Span], lengths: Iterable[int]) -> Iterator[list[Span]]:
    """The pieces of spans (in order) in each of many consecutive texts of these lengths, counted from its start."""
    start = following = 0
    current: list[Span] = []
    for length in lengths:
        end = start + length
        while following < len(spans) and spans[following].start < end:
            current.append(spans[following])
            following += 1
        pieces = [Span(max(s.start, start) - start, min(s.end, end) - start, s.number) for s in current]
        yield [piece for piece in pieces if piece.start < piece.end]
        current = [span for span in current if span.end > end]
        start = end
