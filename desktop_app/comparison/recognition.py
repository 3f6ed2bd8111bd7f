"""Decides which possible labels of a text are labels and which are references.

A label starts a line, or a sentence inside a paragraph. Text that only follows a reference («ماده ۱۲ این قانون»)
is evidence against it. So are an unfinished line above, and a number that does not fit its neighbours. Offsets
are code points of the flat text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from desktop_app.comparison.folding import KASHIDA
from desktop_app.comparison.labels import BELOW, LabelKind, LabelReading, ProvisionLabel, follows, read
from desktop_app.comparison.phrases import (
    AMENDS,
    CHANGES,
    HISTORY,
    IN_FORCE,
    LAW_NAME,
    LEADS_ON,
    MAY_BEGIN,
    MAY_REFER,
    OTHER_LAW,
    REFERS,
    VERB_END,
)
from desktop_app.comparison.readings import inside_lines
from desktop_app.comparison.result import Range
from desktop_app.comparison.wrapping import Wrapping
from desktop_app.persian.text import ZWNJ

_ITEM_END: Final = frozenset(".؛:")
_TITLE: Final = 90
_SHORT: Final = 40
#: Maximum number of articles missing between two in one paragraph.
_GAP: Final = 5
_LOOK_BACK: Final = 400

#: A cheap test, made for every label, for a clause directly after it.
_PERHAPS_BELOW: Final = re.compile(
    f"[ {ZWNJ}]*+(?:[\\d(*•▪●○◦■□]|بند|جز|الف|[^\\W\\d_][ {ZWNJ}{KASHIDA}]*+[-)])"
)
_ARTICLE: Final = int(LabelKind.ARTICLE)
_NOTE: Final = int(LabelKind.NOTE)
#: Words that are more often references than headings.
_UNCERTAIN: Final = frozenset(
    {LabelKind.ANNEX, LabelKind.VOLUME, LabelKind.DIVISION, LabelKind.SUBSECTION, LabelKind.ORDINAL}
)
#: Maximum number of possible labels that are searched for the next number of a series.
_AHEAD: Final = 40
#: Maximum length of the sentence that tells whether an article is only cited.
_SENTENCE: Final = 300
#: Minimum number of articles with the name of one law.
_NAMED: Final = 3
#: No number seen yet of any kind.
_NO_NUMBERS: Final = (None,) * (len(LabelKind) + 1)

#: The start of a possible label, whether it starts a line, and the label.
_Place = tuple[int, bool, LabelReading]


def labels_of(
    text: str, readings: Sequence[LabelReading], wrapping: Wrapping, outside: Sequence[Range] = ()
) -> list[ProvisionLabel]:
    """Returns the labels of the flat `text`, in order.

    `readings` are those of `at_lines`. Labels in the ranges `outside` (ascending) are ignored.
    """
    merged = [(reading.label.start, True, reading) for reading in readings]
    inside = inside_lines(text, readings)
    if inside:
        merged += ((start, False, inside[start]) for start in inside)
        merged.sort(key=_position)
    if outside:
        merged = list(_outside(merged, outside))
    return _Recognition(text, merged, wrapping).labels()


def _position(item: _Place) -> int:
    return item[0]


def _outside(merged: list[_Place], ranges: Sequence[Range]) -> Iterator[_Place]:
    """Yields the items of `merged` outside of all ranges. Both are ascending."""
    at, end = 0, 0
    for item in merged:
        while at < len(ranges) and ranges[at][0] <= item[0]:
            end = max(end, ranges[at][1])
            at += 1
        if item[0] >= end:
            yield item


class _Recognition:
    """One pass over the possible labels. `last` has the latest number of each kind in the open provision."""

    def __init__(self, text: str, merged: list[_Place], wrapping: Wrapping) -> None:
        self._text = text
        self._wrapping = wrapping
        self._merged = merged
        self._last: list[str | None] = [*_NO_NUMBERS]
        self._found: list[ProvisionLabel] = []
        #: Whether a separator followed the last article.
        self._separated = False
        self._named: Counter[str] | None = None

    def labels(self) -> list[ProvisionLabel]:
        text, found, end = self._text, self._found, 0
        for position, (start, at_line, reading) in enumerate(self._merged):
            if start < end:
                # Already accepted, directly after the previous label.
                continue
            label = reading.label
            kind = label.kind
            if at_line and kind <= _NOTE and reading.separated and kind not in _UNCERTAIN:
                pass
            elif not (self._begins(reading, position) if at_line else self._plausible(reading, position)):
                continue
            self._take(label)
            if kind == _ARTICLE:
                self._separated = reading.separated
            if kind >= _ARTICLE and _PERHAPS_BELOW.match(text, label.end):
                for below in _directly_after(text, label):
                    self._take(below)
            end = found[-1].end
        return found

    def _take(self, label: ProvisionLabel) -> None:
        kind, last = label.kind, self._last
        self._found.append(label)
        if kind <= _NOTE:
            # Articles are numbered across chapters, but not across annexes.
            article = last[_ARTICLE] if LabelKind.ANNEX < kind < _ARTICLE else None
            last[kind + 1 :] = _NO_NUMBERS[kind + 1 :]
            if article is not None:
                last[_ARTICLE] = article
        last[kind] = label.number

    def _follows(self, label: ProvisionLabel, nothing: str = "") -> bool:
        return follows(self._last[label.kind] or nothing, label.number)

    def _fits(self, label: ProvisionLabel) -> bool:
        """Returns whether the number continues the previous one, or restarts below a heading."""
        if self._follows(label, "0"):
            return True
        return label.number == "1" and bool(self._found) and self._found[-1].kind.heading

    def _begins(self, reading: LabelReading, position: int) -> bool:
        """Returns whether the start of a line is a label, and not running text («ماده ۱۲ این قانون …»)."""
        label = reading.label
        if label.kind >= LabelKind.LETTER:
            return self._begins_clause(reading, position)
        if label.kind in _UNCERTAIN or reading.loose:
            return self._begins_rarely(reading, position)
        if REFERS.match(self._text, label.end):
            return self._begins_own(reading, position)
        if HISTORY.match(self._text, label.end) and (self._fits(label) or not self._goes_on(label.start)):
            return True
        if self._fits(label):
            if AMENDS.match(self._text, label.end):
                return False
        elif reading.doubtful or MAY_REFER.match(self._text, label.end):
            return False
        alone = self._text[label.end : label.end + 1] in {"\n", ""}
        if label.kind.heading and not alone and self._sentence(label.end):
            return False
        return alone or not self._goes_on(label.start)

    def _begins_rarely(self, reading: LabelReading, position: int) -> bool:
        """Returns whether the start of a line is a label of a rare kind or of an unusual form."""
        if reading.label.kind in _UNCERTAIN:
            return self._heads(reading, position)
        return self._in_series(reading.label, position) and not self._cited(reading.label)

    def _begins_own(self, reading: LabelReading, position: int) -> bool:
        """Returns whether a line starts an article although its words could refer: «ماده ۳ این قانون …».

        The numbers decide: the previous number was a label, and this one is no label further down.
        """
        label, text = reading.label, self._text
        if label.kind is not LabelKind.ARTICLE or not MAY_BEGIN.match(text, label.end):
            return False
        if self._leads_on(label.start) or self._is_amended(label):
            return False
        if self._is_named(label):
            return True
        following = self._following(label, position)
        if following is not None and following.number == label.number:
            return False
        goes_on = following is not None and follows(label.number, following.number)
        if self._last[_ARTICLE] is None:
            return label.number == "1" and goes_on
        if not self._follows(label):
            return False
        return goes_on or not (self._separated and OTHER_LAW.match(text, label.end))

    def _is_amended(self, label: ProvisionLabel) -> bool:
        """Returns whether the sentence amends what the label names: «ماده ۲ این قانون حذف می‌شود»."""
        sentence = self._text[label.end : self._sentence_end(label.end)]
        return CHANGES.search(sentence) is not None and IN_FORCE.search(sentence) is None

    def _is_named(self, label: ProvisionLabel) -> bool:
        """Returns whether the name of a law follows the label, as it follows others: «ماده ۱۴ قانون نمونه: …»."""
        name = LAW_NAME.match(self._text, label.end)
        if name is None:
            return False
        if self._named is None:
            articles = (item[2].label for item in self._merged if item[1])
            names = (LAW_NAME.match(self._text, one.end) for one in articles if one.kind is LabelKind.ARTICLE)
            self._named = Counter(match[1] for match in names if match)
        last = self._last[_ARTICLE] or "0"
        ascending = label.number.isdecimal() and last.isdecimal() and int(label.number) > int(last)
        return ascending and self._named[name[1]] >= _NAMED

    def _following(self, label: ProvisionLabel, position: int) -> ProvisionLabel | None:
        """Returns the next possible label of the same kind at a line start that has the same or the next number."""
        for _start, at_line, other in self._merged[position + 1 : position + 1 + _AHEAD]:
            found = other.label
            same = found.number == label.number and other.separated
            if at_line and found.kind is label.kind and (same or follows(label.number, found.number)):
                return found
        return None

    def _in_series(self, label: ProvisionLabel, position: int) -> bool:
        """Returns whether the label continues its kind, or is the first of it and the next number follows."""
        if self._last[label.kind] is not None:
            return self._follows(label)
        if label.kind is LabelKind.NOTE and label.number == "1":
            return True
        following = self._following(label, position)
        return following is not None and follows(label.number, following.number)

    def _cited(self, label: ProvisionLabel) -> bool:
        """Returns whether the text before or after a label of an unusual form shows a quotation or a reference."""
        above = self._line_above(label.start)
        if above > 0 and self._text[max(0, above - 40) : above].rstrip(f" {ZWNJ}").endswith(":"):
            return True
        refers = REFERS.match(self._text, label.end) and not MAY_BEGIN.match(self._text, label.end)
        return bool(refers) or self._leads_on(label.start)

    def _leads_on(self, start: int) -> bool:
        """Returns whether the line at `start` continues the line above, perhaps with a reference."""
        above = self._line_above(start)
        if above <= 0:
            return False
        line = self._text[max(0, above - 40) : above].rstrip(f" {ZWNJ}")
        return self._wrapping.goes_on(above) or LEADS_ON.search(line) is not None

    def _sentence_end(self, start: int) -> int:
        """Returns the end of the sentence or line at `start`, within a bound."""
        end = self._text.find("\n", start, start + _SENTENCE)
        end = end if end >= 0 else min(len(self._text), start + _SENTENCE)
        stop = self._text.find(".", start, end)
        return stop if stop >= 0 else end

    def _begins_clause(self, reading: LabelReading, position: int) -> bool:
        label = reading.label
        if label.word and not reading.separated:
            return self._begins_open_clause(label, position)
        if self._text[label.start - 2 : label.start - 1] not in _ITEM_END and self._breaks(label.start):
            return False
        if label.word and self._goes_on(label.start):
            # For example «… با رعایت⏎بند ۱- …».
            return self._leads(label, position)
        if label.number in {"1", "الف"} or self._follows(label):
            return True
        if reading.doubtful:
            return self._leads(label, position)
        return not self._goes_on(label.start) or self._leads(label, position)

    def _begins_open_clause(self, label: ProvisionLabel, position: int) -> bool:
        """Returns whether «بند (۱) متن», without a separator, is a clause: one of a series that refers to nothing."""
        if REFERS.match(self._text, label.end) or self._goes_on(label.start):
            return False
        return self._follows(label) or (label.number in {"1", "الف"} and self._leads(label, position))

    def _heads(self, reading: LabelReading, position: int) -> bool:
        """Returns whether «قسمت دوم - …» or «اول - در …» is a heading: followed by a title, not a sentence."""
        label, text = reading.label, self._text
        line_end = text.find("\n", label.end)
        line_end = len(text) if line_end < 0 else line_end
        title = text[label.end : line_end].strip(f" {ZWNJ}")
        if self._goes_on(label.start) or (title and not reading.separated):
            return False
        if len(title) > _TITLE or title.endswith((":", "،", "؛")) or (title and self._sentence(label.end)):
            # A sentence follows the label, which only its series can confirm.
            return label.kind is not LabelKind.ORDINAL and self._in_series(label, position)
        if label.kind is not LabelKind.ORDINAL:
            return label.number.isdecimal()
        return bool(title) and self._fits(label) and self._article_below(position, line_end)

    def _article_below(self, position: int, line_end: int) -> bool:
        """Returns whether the next label is an article, with only blank lines between it and `line_end`."""
        below = self._merged[position + 1 : position + 2]
        if not below or not below[0][1] or below[0][2].label.kind is not LabelKind.ARTICLE:
            return False
        return not self._text[line_end : below[0][0]].strip(f" \n{ZWNJ}")

    def _sentence(self, start: int) -> bool:
        """Returns whether the rest of a heading's line is a sentence, not a title."""
        end = self._text.find("\n", start)
        rest = self._text[start : end if end >= 0 else len(self._text)].rstrip(f" {ZWNJ}")
        words = rest.rstrip(".")
        return VERB_END.search(words, max(0, len(words) - 8)) is not None or (
            words != rest and len(words) > _SHORT
        )

    def _breaks(self, start: int) -> bool:
        """Returns whether the line at `start` continues a reference: «… مواد (۴) و⏎(۵) …»."""
        above = self._line_above(start)
        return above > 0 and self._wrapping.refers(above)

    def _line_above(self, start: int) -> int:
        """Returns the end of the line above the one at `start`, which is not positive if there is none."""
        return self._text.rfind("\n", max(0, start - _LOOK_BACK), start)

    def _goes_on(self, start: int) -> bool:
        """Returns whether the line at `start` continues the sentence of the line above."""
        above = self._line_above(start)
        return above > 0 and self._wrapping.goes_on(above)

    def _plausible(self, reading: LabelReading, position: int) -> bool:
        """Returns whether a possible label inside a paragraph is a label."""
        label = reading.label
        if label.kind >= LabelKind.LETTER:
            return self._plausible_clause(label, position)
        before = self._text[max(0, label.start - 40) : label.start].rstrip(f" {ZWNJ}*[(")
        ended = before.endswith((".", "؛", "!", "؟"))
        fits = self._fits(label) or (label.kind is LabelKind.NOTE and label.number in {"", "1"})
        if not reading.separated or self._text[label.end - 1] not in "-:*":
            # Without a dash, only the number is evidence: «… می‌شود. ماده ۳ متقاضی …».
            named = bool(label.number) and not label.kind.heading and not reading.doubtful
            return ended and fits and named and not self._refers(label.end)
        if label.kind.heading and not fits:
            return False
        if ended and (fits or self._near(label) or self._leaps(label, position)):
            return True
        if self._after_heading(label) and (fits or self._leaps(label, position)):
            return True
        return fits and (VERB_END.search(before) is not None or self._after_clause(label, before))

    def _near(self, label: ProvisionLabel) -> bool:
        """Returns whether the number is close after the previous one, or not countable («۵ مکرر»)."""
        last = self._last[label.kind]
        if not label.number.isdecimal() or last is None or not last.isdecimal():
            return last is None or not label.number.isdecimal()
        return int(last) < int(label.number) <= int(last) + _GAP

    def _leaps(self, label: ProvisionLabel, position: int) -> bool:
        """Returns whether the following articles continue from this one, although many before it are missing."""
        last = self._last[_ARTICLE] or "0"
        if label.kind is not LabelKind.ARTICLE or not (label.number.isdecimal() and last.isdecimal()):
            return False
        if int(label.number) <= int(last):
            return False
        for _start, _at_line, other in self._merged[position + 1 :]:
            following = other.label
            if following.kind is LabelKind.ARTICLE and other.separated and following.number.isdecimal():
                return int(following.number) > int(label.number)
        return True

    def _after_clause(self, label: ProvisionLabel, before: str) -> bool:
        """Returns whether a note follows the last clause in its line: «… ب: نشانی تبصره: …»."""
        last = self._found[-1] if self._found else None
        return (
            label.kind is LabelKind.NOTE
            and last is not None
            and last.kind >= LabelKind.LETTER
            and not LEADS_ON.search(before)
            and "\n" not in self._text[last.end : label.start]
        )

    def _refers(self, end: int) -> bool:
        return bool(REFERS.match(self._text, end) or MAY_REFER.match(self._text, end))

    def _after_heading(self, label: ProvisionLabel) -> bool:
        """Returns whether a heading precedes the label in its line: «فصل دوم ـ نظارت ماده ۳ـ …»."""
        if not self._found or not self._found[-1].kind.heading:
            return False
        end = self._found[-1].end
        return label.start - end <= _TITLE and "\n" not in self._text[end : label.start]

    def _plausible_clause(self, label: ProvisionLabel, position: int) -> bool:
        if self._follows(label):
            return True
        return label.number in {"1", "الف"} and self._leads(label, position)

    def _leads(self, label: ProvisionLabel, position: int) -> bool:
        """Returns whether a label with the next number follows nearby."""
        line_end = self._text.find("\n", label.end)
        for start, _at_line, other in self._merged[position + 1 : position + 13]:
            if line_end != -1 and start > line_end + 200:
                return False
            if other.label.kind is label.kind:
                return follows(label.number, other.label.number)
        return False


def _directly_after(text: str, label: ProvisionLabel) -> Iterator[ProvisionLabel]:
    """Yields clause labels that directly follow another label: «ماده ۵ـ الف) …», «تبصره ۱ـ (۱) …»."""
    while label.core_end < label.end or label.kind is LabelKind.BRACKETED:
        match = BELOW.compiled.match(text, label.end)
        reading = read(match) if match else None
        if match is None or reading is None or (match.lastgroup or "").startswith("cn_end"):
            return
        below = reading.label
        if below.kind <= label.kind or below.number not in {"1", "الف"}:
            return
        yield below
        label = below
