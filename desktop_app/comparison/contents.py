"""Detects tables of contents, whose lines name provisions without starting them.

Evidence is a heading («فهرست مطالب»), or dotted leaders with page numbers. So is a run of short label lines near
the top that are all repeated below. Offsets are code points of the flat text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from desktop_app.comparison.folding import KASHIDA
from desktop_app.comparison.labels import LabelKind, LabelReading, ProvisionLabel
from desktop_app.persian.text import ZWNJ


class Region(NamedTuple):
    """A range `[start, end)` whose lines are paragraphs, not provisions. `path` has the labels above them.

    With None as `path`, the lines belong to the provision that they interrupt.
    """

    start: int
    end: int
    path: tuple[str, ...] | None


class _Line(NamedTuple):
    start: int
    end: int
    words: str


#: The path of a table of contents without a heading.
CONTENTS: Final = "فهرست مطالب"
_BLANK: Final = f" \f\v\r{ZWNJ}"
_HEADING: Final = re.compile(
    f"[*#\\[( ]*فهرست(?:[ {ZWNJ}]*(?:مطالب|مندرجات|عناوین|مواد|فصول|موضوعات|تفصیلی)){{0,2}}[\\])*: ]*"
)
_LEADER: Final = f" .…·⋯⎯{KASHIDA}-"
_PAGE: Final = re.compile(r"(?<![\d/])\d{1,4}\Z")
#: Matches only from the first dot, with a bounded length, so that a page of dots is searched once.
_DOTTED: Final = re.compile(
    rf"(?<![.…·⋯⎯{KASHIDA}-])(?<!\. )(?:\.{{4}}|…{{2}}|(?:\. ){{3}}\.|·{{4}}|⎯{{4}}|{KASHIDA}{{6}}|-{{6}})"
    rf"[ .…·⋯⎯{KASHIDA}-]{{0,200}}+(?P<page>\d{{1,4}}) *+(?=\n|$)"
)
_DOTS: Final = ("....", "……", ". . . .", "····", "⎯⎯⎯⎯", KASHIDA * 6, "------")
_MAX_LINE_LENGTH: Final = 140
_MAX_LINES: Final = 600
_MAX_HEADINGS: Final = 12
_MIN_ENTRIES: Final = 3
_NOT_IN_KEY: Final = re.compile(r"[\W_]+")
#: Maximum offset of a table of contents. A title page may precede it; a run of labels further down is none.
_NEAR_TOP: Final = 6000
_TOP: Final = 100_000
_SENTENCE: Final = re.compile(r"(?:[.؛:]|شود|شوند|است|گردد|باشد|کند|دهد|دارد)$")


def contents_of(text: str, flat_text: str, readings: Sequence[LabelReading]) -> list[Region]:
    """Returns the tables of contents of a text, given the possible labels at its line starts."""
    found: list[Region] = []
    for at in islice(_headings(flat_text), _MAX_HEADINGS):
        if (not found or at >= found[-1].end) and (region := _below_heading(text, flat_text, at)):
            found.append(region)
    if not found:
        top = flat_text[:_TOP]
        if any(dots in top for dots in _DOTS):
            found = list(_led(top))
    if not found and (region := _repeated(flat_text, readings)):
        found = [region]
    return found


def _headings(flat_text: str) -> Iterator[int]:
    """Yields the start of each line that consists only of «فهرست مطالب» or a variant."""
    at = flat_text.find("فهرست")
    while at >= 0:
        start = flat_text.rfind("\n", max(0, at - 20), at) + 1
        if start or at < 20:
            end = _line_end(flat_text, at)
            if end - start < 60 and _HEADING.fullmatch(flat_text[start:end].strip(_BLANK)):
                yield start
        at = flat_text.find("فهرست", at + 5)


def _below_heading(text: str, flat_text: str, start: int) -> Region | None:
    heading, *lines = _lines(flat_text, start)
    last = _last_with_page(lines)
    if last is None:
        last = _before_repetition(lines)
    if last is None:
        last = _first_block(flat_text, lines)
    if last is None:
        return None
    name = text[heading.start : heading.end].strip(f"{_BLANK}*#:[]()")
    return Region(start, lines[last].end, (name,))


def _last_with_page(lines: Sequence[_Line]) -> int | None:
    """Returns the last line with a page number, if most lines have one. A title may take two lines."""
    last, count, page = -1, 0, 0
    for index, line in enumerate(lines):
        title, number = _split_page_number(line.words)
        if title and number >= page:
            last, count, page = index, count + 1, number
        elif index - last > 2:
            break
    return last if count >= 2 and count * 2 > last else None


def _before_repetition(lines: Sequence[_Line]) -> int | None:
    """Returns the last line before the first title is repeated, if all lines up to there are short."""
    first = _key(lines[0].words) if lines else ""
    if len(first) < 4:
        return None
    for index, line in enumerate(lines):
        if index >= 2 and _same(first, _key(line.words)):
            return index - 1
        if len(line.words) > _MAX_LINE_LENGTH:
            return None
    return None


def _first_block(flat_text: str, lines: Sequence[_Line]) -> int | None:
    """Returns the last line before a blank one, if all lines above are short and none is a sentence."""
    for index, line in enumerate(lines):
        if len(line.words) > _MAX_LINE_LENGTH or _SENTENCE.search(line.words):
            return None
        next_start = lines[index + 1].start if index + 1 < len(lines) else len(flat_text)
        if flat_text.count("\n", line.end, next_start) > 1 or "\f" in flat_text[line.end : next_start + 2]:
            return index if index >= 1 else None
    return None


def _led(flat_text: str) -> Iterator[Region]:
    """Yields runs of lines with dotted leaders and non-decreasing page numbers."""
    run: list[tuple[int, int]] = []
    for match in (*_DOTTED.finditer(flat_text), None):
        start = flat_text.rfind("\n", 0, match.start()) + 1 if match else 0
        page = int(match["page"]) if match else -1
        near = match is not None and run and flat_text.count("\n", run[-1][0], start) <= 3
        if not (near and page >= run[-1][1]):
            if len(run) >= _MIN_ENTRIES:
                yield Region(run[0][0], _line_end(flat_text, run[-1][0]), (CONTENTS,))
            run = []
        run.append((start, page))


def _repeated(flat_text: str, readings: Sequence[LabelReading]) -> Region | None:
    """Returns a run of short label lines near the top that are repeated below in the same order."""
    labels = [reading.label for reading in readings]
    if not labels or labels[0].start > _NEAR_TOP or labels[0].kind > LabelKind.ARTICLE:
        return None
    first = (labels[0].kind, labels[0].number)
    repeated_at = next(
        (at for at in range(1, min(len(labels), _MAX_LINES + 1)) if labels[at][:2] == first), None
    )
    if repeated_at is None or repeated_at < _MIN_ENTRIES:
        return None
    lines = [line for line in _lines(flat_text, labels[0].start) if line.start < labels[repeated_at].start]
    if any(len(line.words) > _MAX_LINE_LENGTH or _SENTENCE.search(line.words) for line in lines):
        return None
    if len(lines) > 2 * repeated_at or not _are_repeated(
        flat_text, labels[:repeated_at], labels[repeated_at:]
    ):
        return None
    return Region(labels[0].start, lines[-1].end, (CONTENTS,))


def _are_repeated(flat_text: str, listed: Sequence[ProvisionLabel], below: Sequence[ProvisionLabel]) -> bool:
    left = iter(below)
    for label in listed:
        title = _key(flat_text[label.end : _line_end(flat_text, label.end)])
        if not any(
            other[:2] == label[:2]
            and _same(
                title, _key(flat_text[other.end : min(_line_end(flat_text, other.end), other.end + 200)])
            )
            for other in left
        ):
            return False
    return True


def _same(one: str, other: str) -> bool:
    """Returns whether one title is a prefix of the other, since a title may continue on the next line."""
    return one.startswith(other) or other.startswith(one)


def _split_page_number(words: str) -> tuple[str, int]:
    """Splits a line into its title and page number. Returns an empty title if there is no page number or no gap."""
    page = _PAGE.search(words) if len(words) <= _MAX_LINE_LENGTH else None
    if page is None:
        return "", -1
    title = words[: page.start()].rstrip(_LEADER)
    return (title, int(page.group())) if len(title) < page.start() else ("", -1)


def _key(words: str) -> str:
    """Returns the letters and digits of a line, without a page number after a leader («فصل ۲» has none)."""
    words = words.strip(_BLANK)
    title, _page = _split_page_number(words)
    if title and len(words) - len(title) > 4:
        words = title
    return _NOT_IN_KEY.sub("", words)


def _lines(flat_text: str, start: int) -> list[_Line]:
    """Returns up to `_MAX_LINES` lines from `start` on that are not blank."""
    found: list[_Line] = []
    while start < len(flat_text) and len(found) < _MAX_LINES:
        end = _line_end(flat_text, start)
        words = flat_text[start : min(end, start + 2 * _MAX_LINE_LENGTH)].strip(_BLANK)
        if words:
            found.append(_Line(start, end, words))
        start = end + 1
    return found


def _line_end(flat_text: str, at: int) -> int:
    end = flat_text.find("\n", at)
    return end if end >= 0 else len(flat_text)
