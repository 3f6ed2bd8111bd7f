"""Parses a Persian legal text into provisions, each with its own text and the labels above it.

A provision extends from its label to the next label. Notes and clauses below it are separate provisions, so that
provisions tile the text except for white space and page furniture. Offsets are code points of the text.
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
    """A provision's own text `[start, end)`, from its label on.

    `label` is as written, without its separator. It is None for a preamble, a signature, a paragraph, a footnote,
    or a line of a table of contents. `body` is the offset after the label and its separator. `address` identifies
    it by kinds and numbers without headings, as references do («تبصره ۲ ماده ۵», «بند ۱» for «۱-»). `number` is
    the canonical number of its own label, `word` the canonical word («ماده», «اصل»; empty for «۱-»).
    """

    label: str | None
    path: tuple[str, ...]
    start: int
    end: int
    body: int
    kind: LabelKind
    number: str
    address: tuple[tuple[LabelKind, str], ...]
    #: The end of the label as written; equal to `start` without a label.
    label_end: int
    word: str


#: Creates a `Provision` from a tuple of all fields, in half the time of the constructor.
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
_MAX_TITLE: Final = 250
_ENDED: Final = (".", "؛", ":", "،", "!", "؟", ")", "»", '"')
#: Letters in almost every text in presentation forms: final and isolated alef and heh.
_PRESENTED: Final = "\ufe8d\ufe8e\ufee9\ufeea"
_PRESENTATION: Final = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")


def parse(text: str) -> tuple[Provision, ...]:
    """Returns the provisions of `text` in order. Without any labels, each paragraph (line) is one provision."""
    flat_text = flat(text)
    return provisions_of(text, blanked(flat_text, furniture_of(text, flat_text)))


def provisions_of(text: str, flat_text: str) -> tuple[Provision, ...]:
    """Works as `parse`, given the flat form of `text` with its page furniture blanked."""
    if any(letter in flat_text for letter in _PRESENTED):
        flat_text = _PRESENTATION.sub(_plain_form, flat_text)
    readings = at_lines(flat_text)
    regions = _regions(text, flat_text, readings)
    first = readings[0].label.start if readings else len(text)
    quoted = [one for one in quoted_of(text) if not _encloses(flat_text, one[0], first)]
    outside = sorted([*(region[:2] for region in regions), *quoted, *inserted_of(flat_text, readings)])
    wrapping = Wrapping(flat_text)
    labels = labels_of(flat_text, readings, wrapping, outside)
    return tuple(_Parsing(text, flat_text, labels, regions, wrapping).provisions())


def _encloses(flat_text: str, quotation: int, first_label: int) -> bool:
    """Returns whether a quotation contains the text itself: it starts with the first label, and nothing cites it."""
    return first_label >= quotation and not flat_text[:quotation].rstrip(UNSEEN).endswith(":")


def _plain_form(match: re.Match[str]) -> str:
    """Returns the letter of a presentation form. Ligatures are kept, because replacing them would shift offsets."""
    plain = unicodedata.normalize("NFKC", match.group())
    return fold_letters(plain) if len(plain) == 1 else match.group()


def _regions(text: str, flat_text: str, readings: Sequence[LabelReading]) -> list[Region]:
    """Returns the ranges that contain no labels, in order and without overlap."""
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
    """The parser of one text, with its labels and regions in order and the stack of open labels."""

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
        #: Lines with only the formula «بسمه تعالی», which opens a law and its annexes.
        self._openings = [match.start() + 1 for match in _IN_THE_NAME.finditer(flat_text)]
        #: The end of a run of lines that are names or titles. Each of its lines has the same end.
        self._unjoined = 0
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
                if not last and (following.number == "1" or following.kind is LabelKind.ANNEX):
                    last = _restarts_numbering(label, following)
                self._add_provision(opening, last=last)
                if opening < end:
                    self._nesting.clear()
                    self._paragraphs(opening, end, (), joined=True)
                continue
            self._add_provision(region.start, last=region.path == () and region.end == length)
            while region is not None and region.start < end:
                self._paragraphs(region.start, region.end, self._path(region))
                at, region = region.end, next(regions, None)
                self._rest(at, end if region is None else min(end, region.start))
        return self._made

    def _opening(self, start: int, end: int) -> int:
        """Returns where an annex opens between two labels, or `end` if there is none."""
        at = bisect_left(self._openings, start)
        return min(end, self._openings[at]) if at < len(self._openings) else end

    def _path(self, region: Region) -> tuple[str, ...]:
        return self._nesting.top[1] if region.path is None else region.path

    def _add_provision(self, end: int, *, last: bool) -> None:
        """Adds the provision of the innermost label, and the paragraphs below it up to `end`."""
        label, path, address = self._nesting.top
        kind, number, start, core_end, body, word = label
        split = self._listing or kind < _ARTICLE
        signed = before_signature(self._flat, body, end) if last else end
        own_end = min(signed, self._first_lines(label, end)) if split else signed
        stripped = own_end
        while self._flat[stripped - 1].isspace():
            # Terminates at the label, which contains a letter or digit.
            stripped -= 1
        body = min(body, stripped)
        self._made.append(
            _made((path[-1], path, start, stripped, body, kind, number, address, core_end, word))
        )
        if own_end < end:
            self._paragraphs(own_end, signed, path if split else (), joined=True)
            self._signature(signed, end)

    def _rest(self, start: int, end: int) -> None:
        """Adds the text after footnotes as one paragraph that continues the provision."""
        label, path, _address = self._nesting.top
        if self._listing or label.kind.heading:
            self._paragraphs(start, end, path, joined=True)
            return
        first, last = self._strip(start, end)
        if first < last:
            self._made.append(paragraph(path, first, last))

    def _first_lines(self, label: ProvisionLabel, end: int) -> int:
        """Returns the end of a heading or list item: of its line, or of the title in the next line."""
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
        """Returns the end of a title whose first line is `[start, line_end)`."""
        return self._broken_end(line_end, min(end, start + _MAX_TITLE), self._wrapping.joins)

    def _wrapped(self, line_end: int, end: int) -> int:
        """Returns the end of a list item whose lines are wrapped."""
        return self._broken_end(line_end, end, self._wrapping.goes_on)

    def _broken_end(self, line_end: int, end: int, broken: Callable[[int], bool]) -> int:
        """Returns the end of the last wrapped line, given the end of the first one."""
        text = self._flat
        while line_end < end and broken(line_end):
            following = text.find("\n", line_end + 1, end)
            following = end if following < 0 else following
            if "\t" in self._text[line_end:following] or not text[line_end:following].strip():
                break
            line_end = following
        return line_end

    def _paragraphs(self, start: int, end: int, path: tuple[str, ...], *, joined: bool = False) -> None:
        """Adds the paragraphs of a range: one per line, or with `joined`, one per group of wrapped lines."""
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
        """Returns the end of the paragraph whose first line is `[start, line_end)`.

        Names and titles, which have no final full stop, are not joined.
        """
        if "\t" in self._text[start:line_end]:
            return line_end
        if line_end >= self._unjoined:
            reached = self._broken_end(line_end, end, self._wrapping.joins)
            if reached == line_end or self._flat[start:reached].rstrip(UNSEEN).endswith(_ENDED):
                return reached
            self._unjoined = reached
        return self._broken_end(line_end, end, self._wrapping.hangs)

    def _signature(self, start: int, end: int) -> None:
        """Adds the closing formula, and one paragraph for each line of signatures below it."""
        first = next(self._lines(start, end), None)
        below = start if first is None else self._paragraph_end(first.start(), first.end(), end)
        self._paragraphs(start, below, (), joined=True)
        self._paragraphs(below, end, ())

    def _lines(self, start: int, end: int) -> Iterator[re.Match[str]]:
        return (line for line in _LINE.finditer(self._flat, start, end) if not line.group().isspace())

    def _strip(self, start: int, end: int) -> tuple[int, int]:
        words = self._flat[start:end]
        return end - len(words.lstrip()), start + len(words.rstrip())


def _restarts_numbering(label: ProvisionLabel, following: ProvisionLabel) -> bool:
    """Returns whether an annex follows `label` or restarts the numbering, so that the text before it is signed."""
    return following.kind <= LabelKind.ARTICLE <= label.kind


def paragraph(path: tuple[str, ...], start: int, end: int) -> Provision:
    """Creates a provision without a label."""
    return Provision(None, path, start, end, start, LabelKind.PARAGRAPH, "", (), start, "")
