"""Detects page furniture in extracted text: page numbers and running heads.

It requires evidence, because a number alone in a table cell must never be dropped. Evidence is three page numbers
of one form, each following the previous one, with lines of text between them. A bare number also needs pages that
break a sentence, form feeds, or a running head. Two numbers are enough for «- ۲ -», which no author writes, if a
page is between them; so is one number that is repeated. A running head is a line repeated next to three page
breaks.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise, starmap
from typing import Final, NamedTuple

from desktop_app.comparison.finding import LazyPattern
from desktop_app.comparison.result import Range
from desktop_app.persian.text import ZWNJ

#: Minimum number of pages as evidence.
_MIN_PAGES: Final = 3
#: The same, for numbers with dashes on both sides.
_MIN_DASHED_PAGES: Final = 2
#: Maximum difference of consecutive page numbers: one may be lost, a larger gap is another count.
_MAX_STEP: Final = 2
#: Numbers closer together than this (in code points, and in lines) are rows of a table.
_SHORTEST_PAGE: Final = 60
_MIN_LINES: Final = 8
_LONG_PAGE: Final = 600
_MAX_LENGTH: Final = 100
#: Maximum distance of a running head from a page break, in lines.
_REACH: Final = 2
_FULL_LINE: Final = 40

_BLANK: Final = f" \f\v\r{ZWNJ}"
_W: Final = f"[{_BLANK}]*+"
#: The last character of a line with a page number, if not a digit.
_PAGE_END: Final = "-|~*•])"
_MAY_END: Final = frozenset(f"{_PAGE_END}{_BLANK}")
_NAME: Final = r"(?:صفحه|برگ|ص\.?|[Pp]age)"
#: A line with only a page number, or with a running head beside «صفحه ۳» or «| ۳».
_PAGE: Final = LazyPattern(
    rf"{_W}(?:(?P<head>\D{{3,80}}?[-|: ])??{_NAME}{_W}:?{_W}(?P<named>\d{{1,4}})"
    rf"(?:{_W}(?:/|از|of){_W}(?P<total>\d{{1,4}}))?(?P<tail>{_W}[-|:]\D{{3,80}})?"
    rf"|[-|~*•\[(]{{1,3}}{_W}(?P<dashed>\d{{1,4}}){_W}[-|~*•\])]{{1,3}}"
    rf"|(?P<bare>\d{{1,4}})(?:{_W}/{_W}(?P<of>\d{{1,4}}))?"
    rf"|(?P<beside>\D{{8,80}}?)(?: {{2}}|[-|]){_W}(?P<behind>\d{{1,4}})){_W}"
)
_LABELLED: Final = re.compile(f"{_W}(?:کتاب|باب|بخش|فصل|مبحث|گفتار|ماده|اصل|تبصره|بند)(?![^\\W\\d_])")
_ENDED: Final = (".", "؛", ":", "!", "؟", ")", '"', "-")
_VERB_END: Final = re.compile("(?:است|نیست|شود|شوند|گردد|باشد|نماید|کند|دهد|دارد|رسد|یابد)$")


class _Page(NamedTuple):
    """A possible page number: its line, its form and its value."""

    line: int
    form: tuple[str, ...]
    number: int


def furniture_of(text: str, flat_text: str) -> list[Range]:
    """Returns the page numbers and running heads of `text`, as ascending ranges of code points.

    A range starts after the previous line break and ends at the next line of text. If they are blanked, the text
    of consecutive pages is contiguous. The result is empty without evidence of pages.
    """
    lines = flat_text.split("\n")
    pages = [
        page
        for number, line in enumerate(lines)
        # A cheap test first, because most lines have no page number.
        if 0 < len(line) <= 2 * _MAX_LENGTH
        and (line[-1] in _MAY_END or line[-1].isdecimal() or "صفحه" in line)
        and (page := _page(number, line))
    ]
    dashed = sum(page.form[0] == "dashed" for page in pages)
    if (
        len({page.number for page in pages}) < _MIN_PAGES
        and dashed < _MIN_DASHED_PAGES
        and flat_text.count("\f") < _MIN_PAGES - 1
    ):
        return []
    return _Layout(lines, len(text)).furniture(pages)


def blanked(flat_text: str, furniture: Iterable[Range]) -> str:
    """Returns `flat_text` with its furniture replaced by spaces, so that offsets stay valid."""
    pieces, at = [], 0
    for start, end in furniture:
        pieces += [flat_text[at:start], " " * (end - start)]
        at = end
    return "".join([*pieces, flat_text[at:]]) if pieces else flat_text


def _page(number: int, line: str) -> _Page | None:
    """Returns the page number in a line, or None."""
    core = line.strip(_BLANK)
    if (
        not core
        or len(core) > _MAX_LENGTH
        or not (core[-1].isdecimal() or core[-1] in _PAGE_END or "صفحه" in core)
    ):
        return None
    match = _PAGE.compiled.fullmatch(core)
    if match is None:
        return None
    form: tuple[str, ...]
    if written := match["named"]:
        form = ("named", _key(match["head"]), match["total"] or "", _key(match["tail"]))
    elif written := match["dashed"]:
        # «(۱)» alone on a line is more often a clause than a page number.
        form = ("bare" if core[0] in "([" else "dashed", core[0])
    elif written := match["bare"]:
        form = ("of", match["of"]) if match["of"] else ("bare",)
    else:
        written, form = match["behind"], ("bare", _key(match["beside"]))
        if _LABELLED.match(core):
            return None
    return _Page(number, form, int(written))


def _key(words: str | None) -> str:
    return " ".join((words or "").replace(ZWNJ, " ").split())


class _Layout:
    """The lines of a text that are not blank, numbered consecutively."""

    def __init__(self, lines: list[str], length: int) -> None:
        self._length = length
        self._words: list[str] = []
        self._spans: list[Range] = []
        #: Lines with a form feed before them.
        self._fed: set[int] = set()
        self._place: dict[int, int] = {}
        at, fed = 0, False
        for number, line in enumerate(lines):
            words = line.strip(_BLANK)
            if words:
                self._place[number] = len(self._words)
                before, _words, after = line.partition(words)
                if fed or "\f" in before:
                    self._fed.add(len(self._words))
                self._words.append(words)
                self._spans.append((at, at + len(line)))
                fed = "\f" in after
            else:
                fed = fed or "\f" in line
            at += len(line) + 1

    def furniture(self, pages: list[_Page]) -> list[Range]:
        """Returns the ranges of page furniture, given the possible page numbers."""
        forms: dict[tuple[str, ...], list[_Page]] = defaultdict(list)
        for page in pages:
            forms[page.form].append(page._replace(line=self._place[page.line]))
        numbers: set[int] = set()
        for form, members in forms.items():
            chain = self._chain(members)
            if self._enough(form, chain) and self._has_evidence(form, chain):
                numbers.update(chain)
            if form[0] == "dashed":
                numbers.update(self._repeated(members))
        return list(self._ranges(sorted(numbers | self._heads(numbers))))

    def _enough(self, form: tuple[str, ...], chain: list[int]) -> bool:
        """Returns whether there are enough numbers as evidence of pages."""
        if len(chain) >= _MIN_PAGES:
            return True
        return form[0] == "dashed" and len(chain) >= _MIN_DASHED_PAGES and self._are_pages_apart(chain)

    def _repeated(self, members: list[_Page]) -> Iterator[int]:
        """Yields the lines of a number repeated on every page, as if it was typed instead of counted."""
        lines: dict[int, list[int]] = defaultdict(list)
        for page in members:
            lines[page.number].append(page.line)
        for found in lines.values():
            if len(found) >= _MIN_PAGES and self._are_pages_apart(found):
                yield from found

    def _are_pages_apart(self, lines: list[int]) -> bool:
        """Returns whether about a page of text is between consecutive lines."""
        return all(starmap(self._page_between, pairwise(lines)))

    def _page_between(self, line: int, following: int) -> bool:
        characters = self._spans[following][0] - self._spans[line][1]
        return following - line - 1 >= _MIN_LINES or characters >= _LONG_PAGE

    def _chain(self, members: list[_Page]) -> list[int]:
        """Returns the lines of the longest run of consecutive page numbers, about a page apart."""
        best: dict[int, int] = {}
        length: list[int] = []
        before: list[int] = []
        for index, page in enumerate(members):
            earlier = [
                best[page.number - step] for step in range(1, _MAX_STEP + 1) if page.number - step in best
            ]
            earlier = [at for at in earlier if self._are_apart(members[at], page)]
            before.append(max(earlier, key=length.__getitem__, default=-1))
            length.append(1 + (length[before[-1]] if before[-1] >= 0 else 0))
            known = best.get(page.number)
            if known is None or self._better(members, length, index, known):
                best[page.number] = index
        at = max(range(len(members)), key=length.__getitem__)
        chain: list[int] = []
        while at >= 0:
            chain.append(members[at].line)
            at = before[at]
        return chain[::-1]

    def _better(self, members: list[_Page], length: list[int], one: int, other: int) -> bool:
        """Returns whether `one` is the better line for a number: in the longer run, or else at a page break."""
        return (length[one], self._breaks(members[one].line)) > (
            length[other],
            self._breaks(members[other].line),
        )

    def _are_apart(self, one: _Page, other: _Page) -> bool:
        """Returns whether the distance of two page numbers is sufficient for their form."""
        lines = other.line - one.line - 1
        characters = self._spans[other.line][0] - self._spans[one.line][1]
        if one.form[0] == "named":
            return lines >= 1
        if one.form[0] != "bare" or (self._is_fed(one.line) and self._is_fed(other.line)):
            return lines >= 1 and characters >= _SHORTEST_PAGE
        return self._page_between(one.line, other.line)

    def _has_evidence(self, form: tuple[str, ...], chain: list[int]) -> bool:
        if form[0] != "bare":
            return True
        broken = sum(self._breaks(line) for line in chain)
        return broken * 3 >= len(chain) or bool(self._heads(set(chain)))

    def _is_fed(self, line: int) -> bool:
        return line in self._fed or line + 1 in self._fed

    def _breaks(self, line: int) -> bool:
        """Returns whether a line is next to a form feed, or interrupts a sentence."""
        if self._is_fed(line):
            return True
        if not 0 < line < len(self._words) - 1:
            return False
        above, below = self._words[line - 1], self._words[line + 1]
        if len(above) < _FULL_LINE or above.endswith(_ENDED) or _LABELLED.match(below):
            return False
        return _VERB_END.search(above, len(above) - 8) is None

    def _heads(self, numbers: set[int]) -> set[int]:
        """Returns the lines repeated next to the page numbers and form feeds."""
        places: dict[str, set[int]] = defaultdict(set)
        gaps = [(line - 1, line + 1) for line in numbers] + [(line - 1, line) for line in self._fed if line]
        for above, below in gaps:
            beside: dict[str, int] = {}
            for line in (*self._near(above, -1, numbers), *self._near(below, 1, numbers)):
                beside.setdefault(self._words[line], line)
            for words, line in beside.items():
                places[words].add(line)
        heads = {words: lines for words, lines in places.items() if len(lines) >= _MIN_PAGES}
        if not heads:
            return set()
        counted: dict[str, list[int]] = {words: [] for words in heads}
        for line, words in enumerate(self._words):
            if words in counted:
                counted[words].append(line)
        found: set[int] = set()
        for words, lines in heads.items():
            # The first occurrence may be the title, or the chapter itself.
            if counted[words][0] == 0 or _LABELLED.match(words):
                lines.discard(counted[words][0])
            if len(lines) + 1 >= len(counted[words]):
                found |= lines
        return found

    def _near(self, line: int, step: int, numbers: set[int]) -> Iterator[int]:
        """Yields the short lines next to a page break, starting at `line` and skipping page numbers."""
        left = _REACH
        while left and 0 <= line < len(self._words):
            if line not in numbers:
                left -= 1
                if len(self._words[line]) <= _MAX_LENGTH:
                    yield line
            line += step

    def _ranges(self, taken: list[int]) -> Iterator[Range]:
        at = 0
        while at < len(taken):
            first = taken[at]
            while at + 1 < len(taken) and taken[at + 1] == taken[at] + 1:
                at += 1
            last = taken[at]
            start = self._spans[first - 1][1] + 1 if first else 0
            yield start, self._spans[last + 1][0] if last + 1 < len(self._spans) else self._length
            at += 1
