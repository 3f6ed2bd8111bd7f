"""What the page put into a text and its author did not: page numbers and running heads of extracted text.

Taken only on evidence, for a number of the law that stands alone in a table must never be left out: at least
three page numbers of one form, each the next of the one before it, with lines of text between them; a number
without a word or dashes needs, besides, pages that break a sentence, form feeds or a running head. Of «- ۲ -», which
no author writes, two with a page between them are enough, or one number that comes again and again. A running head
is a line that stands beside three such breaks. A text without such evidence has no furniture.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise, starmap
from typing import Final, NamedTuple

from desktop_app.comparison.result import Range
from desktop_app.persian.text import ZWNJ

#: So many pages have to bear it out.
_LEAST: Final = 3
#: The same where dashes stand on both sides of the number.
_LEAST_DASHED: Final = 2
#: A page number may have been lost; where more are missing it is another count.
_LONGEST_STEP: Final = 2
#: Numbers nearer to each other than this (code points, and lines) count the rows of a table.
_SHORTEST_PAGE: Final = 60
_FEWEST_LINES: Final = 8
_LONG_PAGE: Final = 600
_LONGEST: Final = 100
#: How many lines above or below a break a running head may stand.
_REACH: Final = 2
_FULL_LINE: Final = 40

_BLANK: Final = f" \f\v\r{ZWNJ}"
_W: Final = f"[{_BLANK}]*+"
#: What a line with a page number ends in, if in no digit.
_PAGE_END: Final = "-|~*•])"
_MAY_END: Final = frozenset(f"{_PAGE_END}{_BLANK}")
_NAME: Final = r"(?:صفحه|برگ|ص\.?|[Pp]age)"
#: A line with a page number and nothing else, or with a running head beside «صفحه ۳» or «| ۳».
_PAGE: Final = re.compile(
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
    """A line that may bear a page number: which of the lines, in what form, which number."""

    line: int
    form: tuple[str, ...]
    number: int


def furniture_of(text: str, flat_text: str) -> list[Range]:
    """The page numbers and running heads of `text`, given its flat form: ascending ranges of code points.

    Each reaches from behind the line break before it to the beginning of the next line of text, so that with
    them blanked the lines of a page follow those of the page before. Empty without evidence of pages.
    """
    lines = flat_text.split("\n")
    pages = [
        page
        for number, line in enumerate(lines)
        # Cheap, for most lines are none.
        if 0 < len(line) <= 2 * _LONGEST
        and (line[-1] in _MAY_END or line[-1].isdecimal() or "صفحه" in line)
        and (page := _page(number, line))
    ]
    dashed = sum(page.form[0] == "dashed" for page in pages)
    if (
        len({page.number for page in pages}) < _LEAST
        and dashed < _LEAST_DASHED
        and flat_text.count("\f") < _LEAST - 1
    ):
        return []
    return _Layout(lines, len(text)).furniture(pages)


def blanked(flat_text: str, furniture: Iterable[Range]) -> str:
    """`flat_text` with spaces in place of its furniture; offsets hold."""
    pieces, at = [], 0
    for start, end in furniture:
        pieces += [flat_text[at:start], " " * (end - start)]
        at = end
    return "".join([*pieces, flat_text[at:]]) if pieces else flat_text


def _page(number: int, line: str) -> _Page | None:
    """The page number that a line may bear."""
    core = line.strip(_BLANK)
    if (
        not core
        or len(core) > _LONGEST
        or not (core[-1].isdecimal() or core[-1] in _PAGE_END or "صفحه" in core)
    ):
        return None
    match = _PAGE.fullmatch(core)
    if match is None:
        return None
    form: tuple[str, ...]
    if written := match["named"]:
        form = ("named", _key(match["head"]), match["total"] or "", _key(match["tail"]))
    elif written := match["dashed"]:
        # «(۱)» alone on its line is a clause more often than a page.
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
    """The lines of a text, those without words left out; numbered as they follow each other."""

    def __init__(self, lines: list[str], length: int) -> None:
        self._length = length
        self._words: list[str] = []
        self._spans: list[Range] = []
        #: The lines that a form feed stands before.
        self._fed: set[int] = set()
        self._place: dict[int, int] = {}
        at, fed = 0, False
        for number, line in enumerate(lines):
            words = line.strip(_BLANK)
            if words:
                self._place[number] = len(self._words)
                before, _words, behind = line.partition(words)
                if fed or "\f" in before:
                    self._fed.add(len(self._words))
                self._words.append(words)
                self._spans.append((at, at + len(line)))
                fed = "\f" in behind
            else:
                fed = fed or "\f" in line
            at += len(line) + 1

    def furniture(self, pages: list[_Page]) -> list[Range]:
        """The ranges of what the page put in, given what may be page numbers."""
        forms: dict[tuple[str, ...], list[_Page]] = defaultdict(list)
        for page in pages:
            forms[page.form].append(page._replace(line=self._place[page.line]))
        numbers: set[int] = set()
        for form, members in forms.items():
            chain = self._chain(members)
            if self._enough(form, chain) and self._borne_out(form, chain):
                numbers.update(chain)
            if form[0] == "dashed":
                numbers.update(self._repeated(members))
        return list(self._ranges(sorted(numbers | self._heads(numbers))))

    def _enough(self, form: tuple[str, ...], chain: list[int]) -> bool:
        """Whether so many numbers are evidence of pages."""
        if len(chain) >= _LEAST:
            return True
        return form[0] == "dashed" and len(chain) >= _LEAST_DASHED and self._pages_apart(chain)

    def _repeated(self, members: list[_Page]) -> Iterator[int]:
        """The lines of a number that stands on every page, as if it had been typed and not counted."""
        lines: dict[int, list[int]] = defaultdict(list)
        for page in members:
            lines[page.number].append(page.line)
        for found in lines.values():
            if len(found) >= _LEAST and self._pages_apart(found):
                yield from found

    def _pages_apart(self, lines: list[int]) -> bool:
        """Whether about a page stands between each of the lines and the next."""
        return all(starmap(self._page_between, pairwise(lines)))

    def _page_between(self, line: int, following: int) -> bool:
        characters = self._spans[following][0] - self._spans[line][1]
        return following - line - 1 >= _FEWEST_LINES or characters >= _LONG_PAGE

    def _chain(self, members: list[_Page]) -> list[int]:
        """The longest run of page numbers each of which follows the one before, a page apart."""
        best: dict[int, int] = {}
        length: list[int] = []
        before: list[int] = []
        for index, page in enumerate(members):
            earlier = [
                best[page.number - step] for step in range(1, _LONGEST_STEP + 1) if page.number - step in best
            ]
            earlier = [at for at in earlier if self._apart(members[at], page)]
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
        """Which of two lines with one number is the page's: in the longer run, else where the page breaks."""
        return (length[one], self._breaks(members[one].line)) > (
            length[other],
            self._breaks(members[other].line),
        )

    def _apart(self, one: _Page, other: _Page) -> bool:
        """Whether as much stands between two page numbers as their form asks for."""
        lines = other.line - one.line - 1
        characters = self._spans[other.line][0] - self._spans[one.line][1]
        if one.form[0] == "named":
            return lines >= 1
        if one.form[0] != "bare" or (self._is_fed(one.line) and self._is_fed(other.line)):
            return lines >= 1 and characters >= _SHORTEST_PAGE
        return self._page_between(one.line, other.line)

    def _borne_out(self, form: tuple[str, ...], chain: list[int]) -> bool:
        if form[0] != "bare":
            return True
        broken = sum(self._breaks(line) for line in chain)
        return broken * 3 >= len(chain) or bool(self._heads(set(chain)))

    def _is_fed(self, line: int) -> bool:
        return line in self._fed or line + 1 in self._fed

    def _breaks(self, line: int) -> bool:
        """Whether a form feed stands beside the line, or it parts a sentence."""
        if self._is_fed(line):
            return True
        if not 0 < line < len(self._words) - 1:
            return False
        above, below = self._words[line - 1], self._words[line + 1]
        if len(above) < _FULL_LINE or above.endswith(_ENDED) or _LABELLED.match(below):
            return False
        return _VERB_END.search(above, len(above) - 8) is None

    def _heads(self, numbers: set[int]) -> set[int]:
        """The lines that are repeated beside the breaks at `numbers` and at form feeds."""
        places: dict[str, set[int]] = defaultdict(set)
        gaps = [(line - 1, line + 1) for line in numbers] + [(line - 1, line) for line in self._fed if line]
        for above, below in gaps:
            beside: dict[str, int] = {}
            for line in (*self._near(above, -1, numbers), *self._near(below, 1, numbers)):
                beside.setdefault(self._words[line], line)
            for words, line in beside.items():
                places[words].add(line)
        heads = {words: lines for words, lines in places.items() if len(lines) >= _LEAST}
        if not heads:
            return set()
        counted: dict[str, list[int]] = {words: [] for words in heads}
        for line, words in enumerate(self._words):
            if words in counted:
                counted[words].append(line)
        found: set[int] = set()
        for words, lines in heads.items():
            # Where it stands first it may be the title, or the chapter itself.
            if counted[words][0] == 0 or _LABELLED.match(words):
                lines.discard(counted[words][0])
            if len(lines) + 1 >= len(counted[words]):
                found |= lines
        return found

    def _near(self, line: int, step: int, numbers: set[int]) -> Iterator[int]:
        """The short lines next to a break, from `line` on; page numbers do not count."""
        left = _REACH
        while left and 0 <= line < len(self._words):
            if line not in numbers:
                left -= 1
                if len(self._words[line]) <= _LONGEST:
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
