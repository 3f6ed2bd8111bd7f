"""Finds possible labels in a flat text: at the start of lines, after sentences, before dashes.

This is a fast filter, because most of a text has no labels; `recognition` decides. Offsets are code points of the
flat text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from desktop_app.comparison.finding import places_of
from desktop_app.comparison.folding import KASHIDA
from desktop_app.comparison.foreign import read_foreign, with_sections_as_articles
from desktop_app.comparison.labels import CLAUSE, COMMON, LabelReading, at_line, inside, read, read_common
from desktop_app.persian.text import ZWNJ

_W: Final = f"[ {ZWNJ}]*+"
#: A cheap test for a possible label at the start of each line.
_LINE: Final = re.compile(
    rf"\n(?:{COMMON}"
    rf"|[ \f\v{ZWNJ}]*+(?=[\d*#•▪●○◦■□◆◇▶►\[(<{{\x22A-Z§-]|[اآبپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی][^\n]?[^\n]?))"
)
_WORDS: Final = ("ماده", "اصل", "تبصره", "کتاب", "باب", "بخش", "فصل", "مبحث", "گفتار")
_WORD: Final = re.compile("|".join(f"[{KASHIDA}{ZWNJ}]*+".join(word) for word in _WORDS))
#: Positions inside a line where a label may start: after a sentence or before a list.
_PERHAPS: Final = re.compile(
    rf"[:.؛،!؟]{_W}(?=\(|[^\W\d_][ـ{ZWNJ}]*+{_W}[-):]|الف[ـ{ZWNJ}]*+{_W}[-):]|\d{{1,3}}[-.\d]{{0,12}}{_W}[-).:]"
    "|[مابفگکت][اصبخفت])"
)
#: A cheap test for a possible Arabic or English label.
_FOREIGN: Final = re.compile(f'[ \f\v{ZWNJ}*#"]*+(?:ال[مفبقک]|[A-Z§])')
#: Maximum length of a label that ends at a dash.
_LONGEST_LABEL: Final = 40


def at_lines(text: str) -> list[LabelReading]:
    """Returns all possible labels at the start of a line of the flat `text`."""
    found: list[LabelReading] = []
    if reading := _begins(text, 0):
        found.append(reading)
    for line in _LINE.finditer(text):
        if line.lastindex is not None:
            found.append(read_common(line, line.start() + 1))
            continue
        if reading := _begins(text, line.start() + 1):
            found.append(reading)
    return with_sections_as_articles(found)


def _begins(text: str, start: int) -> LabelReading | None:
    match = at_line(text, start)
    if match and (reading := read(match)):
        return reading
    return read_foreign(text, start) if _FOREIGN.match(text, start) else None


def inside_lines(text: str, line_labels: Sequence[LabelReading]) -> dict[int, LabelReading]:
    """Returns the possible labels inside the lines of the flat `text`, by their start.

    `line_labels` are those at the start of a line.
    """
    taken = {reading.label.start for reading in line_labels}
    found: dict[int, LabelReading] = {}
    for stop in _PERHAPS.finditer(text):
        at = stop.end()
        match = CLAUSE.match(text, at)
        if match is not None and not _is_separated(text, stop.start(), match):
            match = None
        match = match or inside(text, at)
        if match is not None and at not in taken and (reading := read(match)):
            found[at] = reading
    for dash in _dashes(text, line_labels):
        if text[dash] != "-" and _ends_letter(text, dash):
            at = dash - 3 if text[dash - 1] == "ف" else dash - 1
            match = CLAUSE.match(text, at)
            if match is not None and at not in taken and at not in found and (reading := read(match)):
                found[at] = reading
            continue
        for word in _WORD.finditer(text, max(0, dash - _LONGEST_LABEL), dash):
            at = word.start()
            if at == 0 or text[at - 1].isalnum() or at in taken or at in found:
                continue
            match = inside(text, at)
            if match is not None and match.end() > dash and (reading := read(match)):
                found[at] = reading
    return found


def _ends_letter(text: str, at: int) -> bool:
    """Returns whether the character before `at` is a lone letter: « ب: », « الف) »."""
    return (text[at - 2 : at - 1] == " " and text[at - 1].isalpha()) or text[at - 4 : at] == " الف"


def _is_separated(text: str, stop: int, match: re.Match[str]) -> bool:
    """Returns whether the end of a possible label is not punctuation of the sentence: «سال ۱، ۲. …», «۸:۳۰»."""
    end = match.end()
    if text[end - 1] in "-)":
        return True
    return text[stop] in ".:؛" and text[end : end + 1] == " " and text[end + 1 : end + 2].isalpha()


def _dashes(text: str, line_labels: Sequence[LabelReading]) -> Iterator[int]:
    """Yields the positions of dashes and colons inside lines, and of brackets after a lone letter.

    Those that end a label at the start of a line are excluded.
    """
    starts = [0, *(reading.label.start for reading in line_labels)]
    ends = [0, *(reading.label.end for reading in line_labels)]
    ending = frozenset(ends)
    for mark in "-:)":
        for at in places_of(text, mark):
            if at + 1 in ending and mark == "-":
                continue
            ends_something = at > 0 and (text[at - 1] not in "-:" if mark != ")" else _ends_letter(text, at))
            if ends_something and at >= ends[bisect_right(starts, at) - 1]:
                yield at
