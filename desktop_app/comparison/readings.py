"""Where a text reads like it had a label: at the beginning of lines, behind sentences, before dashes.

Fast, for most of a text is none; whether each is one is decided in `recognition`. Offsets are code points of the
flat text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from desktop_app.comparison.finding import places_of
from desktop_app.comparison.folding import KASHIDA
from desktop_app.comparison.labels import AT_LINE, CLAUSE, COMMON, INSIDE, LabelReading, read, read_common
from desktop_app.persian.text import ZWNJ

_W: Final = f"[ {ZWNJ}]*+"
#: Where a label may begin a line: cheap, for it is looked for at every line.
_LINE: Final = re.compile(
    rf"\n(?:{COMMON}"
    rf"|[ \f\v{ZWNJ}]*+(?=[\d*#•▪●○◦■□◆◇▶►\[(]|[اآبپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی][^\n]?[^\n]?))"
)
_WORDS: Final = ("ماده", "اصل", "تبصره", "کتاب", "باب", "بخش", "فصل", "مبحث", "گفتار")
_WORD: Final = re.compile("|".join(f"[{KASHIDA}{ZWNJ}]*+".join(word) for word in _WORDS))
#: Behind a sentence or before a list: where a label may begin inside a line.
_PERHAPS: Final = re.compile(
    rf"[:.؛،!؟]{_W}(?=\(|[^\W\d_][ـ{ZWNJ}]*+{_W}[-):]|الف[ـ{ZWNJ}]*+{_W}[-):]|\d{{1,3}}[-.\d]{{0,12}}{_W}[-).:]"
    "|[مابفگکت][اصبخفت])"
)
#: How far before a dash the label may begin that ends in it.
_LONGEST_LABEL: Final = 40


def at_lines(text: str) -> list[LabelReading]:
    """Everything in the flat `text` that reads like a label and begins a line."""
    found: list[LabelReading] = []
    match = AT_LINE.match(text)
    if match and (reading := read(match)):
        found.append(reading)
    begin = AT_LINE.match
    for line in _LINE.finditer(text):
        if line.lastindex is not None:
            found.append(read_common(line, line.start() + 1))
            continue
        match = begin(text, line.start() + 1)
        if match and (reading := read(match)):
            found.append(reading)
    return found


def inside_lines(text: str, begun: Sequence[LabelReading]) -> dict[int, LabelReading]:
    """What reads like a label inside the lines of the flat `text`, by where it begins; `begun` are those that
    begin a line."""
    taken = {reading.label.start for reading in begun}
    found: dict[int, LabelReading] = {}
    for stop in _PERHAPS.finditer(text):
        at = stop.end()
        match = CLAUSE.match(text, at)
        if match is not None and not _parted(text, stop.start(), match):
            match = None
        match = match or INSIDE.match(text, at)
        if match is not None and at not in taken and (reading := read(match)):
            found[at] = reading
    for dash in _dashes(text, begun):
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
            match = INSIDE.match(text, at)
            if match is not None and match.end() > dash and (reading := read(match)):
                found[at] = reading
    return found


def _ends_letter(text: str, at: int) -> bool:
    """Whether a letter alone stands before what stands at `at`: « ب: », « الف) »."""
    return (text[at - 2 : at - 1] == " " and text[at - 1].isalpha()) or text[at - 4 : at] == " الف"


def _parted(text: str, stop: int, match: re.Match[str]) -> bool:
    """Whether what ends a label inside a line is no full stop or colon of the sentence: «سال ۱، ۲. …», «۸:۳۰»."""
    end = match.end()
    if text[end - 1] in "-)":
        return True
    return text[stop] in ".:؛" and text[end : end + 1] == " " and text[end + 1 : end + 2].isalpha()


def _dashes(text: str, begun: Sequence[LabelReading]) -> Iterator[int]:
    """Where a dash or a colon stands that ends no label at the beginning of a line, or a bracket behind a lone
    letter."""
    starts = [0, *(reading.label.start for reading in begun)]
    ends = [0, *(reading.label.end for reading in begun)]
    ending = frozenset(ends)
    for mark in "-:)":
        for at in places_of(text, mark):
            if at + 1 in ending and mark == "-":
                continue
            ends_something = at > 0 and (text[at - 1] not in "-:" if mark != ")" else _ends_letter(text, at))
            if ends_something and at >= ends[bisect_right(starts, at) - 1]:
                yield at
