"""The provisions of a Persian legal text: its own words each, with the labels above it.

A provision reaches from its label to the next label; notes and clauses below it are provisions of their own,
so that provisions tile the text (white space between them, and what the page put in, aside). Offsets are code
points of the text.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import zip_longest
from typing import Final, NamedTuple

from desktop_app.comparison.apparatus import before_signature, copies_of, footnotes_of, inserted_of, quoted_of
from desktop_app.comparison.contents import Region, contents_of
from desktop_app.comparison.folding import flat
from desktop_app.comparison.furniture import blanked, furniture_of
from desktop_app.comparison.labels import LabelKind, LabelReading, ProvisionLabel
from desktop_app.comparison.nesting import UNSEEN, Nesting
from desktop_app.comparison.readings import at_lines
from desktop_app.comparison.recognition import labels_of
from desktop_app.comparison.wrapping import Wrapping
from desktop_app.persian.text import ZWNJ, fold_letters


class Provision(NamedTuple):
    """A provision's own text `[start, end)` from its label on.

    `label` is as written, without its separator; None for a preamble, a signature, a bare paragraph, a line of
    a table of contents, a footnote. `body` is the offset behind the label and its separator. `address` names
    it by kinds and numbers, headings left out, as references do («تبصره ۲ ماده ۵», «بند ۱» for «۱-»);
    `number` is the key of its own label, `word` what that label is called, in dictionary spelling («ماده»,
    «اصل»; empty for «۱-»).
    """

    label: str | None
    path: tuple[str, ...]
    start: int
    end: int
    body: int
    kind: LabelKind
    number: str
    address: tuple[tuple[LabelKind, str], ...]
    #: Where the label as written ends; equal to `start` without one.
    label_end: int
    word: str


#: All its fields as `Provision` takes them, in half the time.
_Fields = tuple[
    str | None, tuple[str, ...], int, int, int, LabelKind, str, tuple[tuple[LabelKind, str], ...], int, str
]
_made: Final[Callable[[_Fields], Provision]] = partial(tuple.__new__, Provision)

_ARTICLE: Final = int(LabelKind.ARTICLE)
_IN_THE_NAME: Final = re.compile(
    f"\\n[ {ZWNJ}]*(?:بسمه[ {ZWNJ}]*تعالی|بسم[ {ZWNJ}]*الله[ {ZWNJ}]*الرحمن[ {ZWNJ}]*الرحیم)[ {ZWNJ}.]*(?=\n)"
)
_LINE: Final = re.compile(r"[^\n]+")
_TITLE_LENGTH: Final = 90
_LONGEST_TITLE: Final = 250
_ENDED: Final = (".", "؛", ":", "،", "!", "؟", ")", "»", '"')
#: Letters that hardly any text in presentation forms does without: final and lone alef and heh.
_PRESENTED: Final = "\ufe8d\ufe8e\ufee9\ufeea"
_PRESENTATION: Final = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")


def parse(text: str) -> tuple[Provision, ...]:
    """The provisions of `text`, in its order. A text without labels gives one for each paragraph (line)."""
    flat_text = flat(text)
    return provisions_of(text, blanked(flat_text, furniture_of(text, flat_text)))


def provisions_of(text: str, flat_text: str) -> tuple[Provision, ...]:
    """As `parse`, for a caller that has the flat form of `text` already, its furniture blanked."""
    if any(letter in flat_text for letter in _PRESENTED):
        flat_text = _PRESENTATION.sub(_plain_form, flat_text)
    readings = at_lines(flat_text)
    regions = _regions(text, flat_text, readings)
    outside = sorted(
        [*(region[:2] for region in regions), *quoted_of(text), *inserted_of(flat_text, readings)]
    )
    wrapping = Wrapping(flat_text)
    labels = labels_of(flat_text, readings, wrapping, outside)
    return tuple(_Parsing(text, flat_text, labels, regions, wrapping).provisions())


def _plain_form(match: re.Match[str]) -> str:
    """The letter of a presentation form; a ligature stays, for it would shift offsets."""
    plain = unicodedata.normalize("NFKC", match.group())
    return fold_letters(plain) if len(plain) == 1 else match.group()


def _regions(text: str, flat_text: str, readings: Sequence[LabelReading]) -> list[Region]:
    """The stretches in which nothing is a label, in their order, not overlapping."""
    found: list[Region] = []
    for region in sorted(
        [
            *contents_of(text, flat_text, readings),
            *footnotes_of(text, flat_text, readings),
            *copies_of(flat_text, readings),
        ],
        key=_region_start,
    ):
        if not found or region.start >= found[-1].end:
            found.append(region)
    return found


def _region_start(region: Region) -> int:
    return region.start


class _Parsing:
    """One text while it is cut: its labels and regions in their order, and what stands open above."""

    def __init__(
        self,
        text: str,
        flat_text: str,
        labels: list[ProvisionLabel],
        regions: list[Region],
        wrapping: Wrapping,
    ) -> None:
        self._text = text
        self._flat = flat_text
        self._wrapping = wrapping
        self._labels = labels
        self._regions = regions
        self._made: list[Provision] = []
        self._nesting = Nesting(text)
        #: Where a line names God and says nothing else: so a law begins, and what is annexed to it.
        self._openings = [match.start() + 1 for match in _IN_THE_NAME.finditer(flat_text)]
        self._listing = all(label.kind >= LabelKind.LETTER or label.kind.heading for label in labels)

    def provisions(self) -> list[Provision]:
        labels, regions, length = self._labels, iter(self._regions), len(self._text)
        region = next(regions, None)
        at = 0
        first = labels[0].start if labels else length
        while region is not None and region.start < first:
            self._paragraphs(at, region.start, (), joined=True)
            self._paragraphs(region.start, region.end, region.path or ())
            at, region = region.end, next(regions, None)
        self._paragraphs(at, first, (), joined=True)
        for label, following in zip_longest(labels, labels[1:]):
            end = length if following is None else following.start
            self._nesting.open(label)
            if region is None or region.start >= end:
                opening = self._opening(label.end, end) if self._openings else end
                last = opening < end or following is None
                if not last and following.number == "1":
                    last = _begins_anew(label, following)
                self._own(opening, last=last)
                if opening < end:
                    self._nesting.clear()
                    self._paragraphs(opening, end, (), joined=True)
                continue
            self._own(region.start, last=region.path == () and region.end == length)
            while region is not None and region.start < end:
                self._paragraphs(region.start, region.end, self._path(region))
                at, region = region.end, next(regions, None)
                self._rest(at, end if region is None else min(end, region.start))
        return self._made

    def _opening(self, start: int, end: int) -> int:
        """Where an annex opens in the name of God between two labels; `end` where none does."""
        at = bisect_left(self._openings, start)
        return min(end, self._openings[at]) if at < len(self._openings) else end

    def _path(self, region: Region) -> tuple[str, ...]:
        return self._nesting.top[1] if region.path is None else region.path

    def _own(self, end: int, *, last: bool) -> None:
        """The provision of the label on top of the stack, and the paragraphs below it up to `end`."""
        label, path, address = self._nesting.top
        kind, number, start, core_end, body, word = label
        split = self._listing or kind < _ARTICLE
        signed = before_signature(self._flat, body, end) if last else end
        own_end = min(signed, self._first_lines(label, end)) if split else signed
        stripped = own_end
        while self._flat[stripped - 1].isspace():
            # Ends at the label, which has a letter or a digit.
            stripped -= 1
        body = min(body, stripped)
        self._made.append(
            _made((path[-1], path, start, stripped, body, kind, number, address, core_end, word))
        )
        if own_end < end:
            self._paragraphs(own_end, signed, path if split else (), joined=True)
            self._signature(signed, end)

    def _rest(self, start: int, end: int) -> None:
        """What stands behind notes at the foot of a page: the provision goes on, as one paragraph."""
        label, path, _address = self._nesting.top
        if self._listing or label.kind.heading:
            self._paragraphs(start, end, path, joined=True)
            return
        first, last = self._strip(start, end)
        if first < last:
            self._made.append(paragraph(path, first, last))

    def _first_lines(self, label: ProvisionLabel, end: int) -> int:
        """Where a heading or a list item ends: behind its line, or behind the title on the line below it."""
        text = self._flat
        line_end = text.find("\n", label.end, end)
        if line_end == -1 or text[line_end:end].isspace():
            return end
        if not label.kind.heading:
            return self._wrapped(line_end, end)
        if text[label.end : line_end].strip():
            return self._title_end(label.start, line_end, end)
        title = next(self._lines(line_end, end), None)
        if title is None or title.end() - title.start() > _TITLE_LENGTH:
            return line_end
        return self._title_end(title.start(), title.end(), end)

    def _title_end(self, start: int, line_end: int, end: int) -> int:
        """Where the title ends whose first line is `[start, line_end)`."""
        return self._broken_end(line_end, min(end, start + _LONGEST_TITLE), self._wrapping.joins)

    def _wrapped(self, line_end: int, end: int) -> int:
        """Where an item of a list ends whose lines are as long as the page is wide."""
        return self._broken_end(line_end, end, self._wrapping.goes_on)

    def _broken_end(self, line_end: int, end: int, broken: Callable[[int], bool]) -> int:
        """Where what the page broke ends, given the end of its first line: behind the last line of it."""
        text = self._flat
        while line_end < end and broken(line_end):
            following = text.find("\n", line_end + 1, end)
            following = end if following < 0 else following
            if "\t" in self._text[line_end:following] or not text[line_end:following].strip():
                break
            line_end = following
        return line_end

    def _paragraphs(self, start: int, end: int, path: tuple[str, ...], *, joined: bool = False) -> None:
        """The paragraphs between: lines, or with `joined` as many lines as the page broke each into."""
        reached = start
        for line in self._lines(start, end):
            if line.start() < reached:
                continue
            reached = line.end()
            if joined:
                reached = self._paragraph_end(line.start(), reached, end)
            first, last = self._strip(line.start(), reached)
            self._made.append(paragraph(path, first, last))

    def _paragraph_end(self, start: int, line_end: int, end: int) -> int:
        """Where the paragraph ends whose first line is `[start, line_end)`; names and titles, which end in no
        full stop, are left as they stand."""
        if "\t" in self._text[start:line_end]:
            return line_end
        reached = self._broken_end(line_end, end, self._wrapping.joins)
        if reached == line_end or self._flat[start:reached].rstrip(UNSEEN).endswith(_ENDED):
            return reached
        return self._broken_end(line_end, end, self._wrapping.hangs)

    def _signature(self, start: int, end: int) -> None:
        """The words with which a text was passed, and below them who signed it, a line each."""
        first = next(self._lines(start, end), None)
        below = start if first is None else self._paragraph_end(first.start(), first.end(), end)
        self._paragraphs(start, below, (), joined=True)
        self._paragraphs(below, end, ())

    def _lines(self, start: int, end: int) -> Iterator[re.Match[str]]:
        return (line for line in _LINE.finditer(self._flat, start, end) if not line.group().isspace())

    def _strip(self, start: int, end: int) -> tuple[int, int]:
        words = self._flat[start:end]
        return end - len(words.lstrip()), start + len(words.rstrip())


def _begins_anew(label: ProvisionLabel, following: ProvisionLabel) -> bool:
    """Whether an annex begins behind `label` that counts from one again: the text before it was signed."""
    return following.number == "1" and following.kind <= LabelKind.ARTICLE <= label.kind


def paragraph(path: tuple[str, ...], start: int, end: int) -> Provision:
    """A provision without a label."""
    return Provision(None, path, start, end, start, LabelKind.PARAGRAPH, "", (), start, "")
