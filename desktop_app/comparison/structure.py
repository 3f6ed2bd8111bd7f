"""The provisions of a Persian legal text: its own words each, with the labels above it.

A provision reaches from its label to the next label; notes and clauses below it are provisions of their own,
so that provisions tile the text (white space between them, and what the page put in, aside). Offsets are code
points of the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final, NamedTuple

from desktop_app.comparison.apparatus import before_signature, copies_of, footnotes_of, quoted_of
from desktop_app.comparison.contents import Region, contents_of
from desktop_app.comparison.folding import flat
from desktop_app.comparison.furniture import blanked, furniture_of
from desktop_app.comparison.labels import Kind, Label, Reading, follows
from desktop_app.comparison.readings import at_lines
from desktop_app.comparison.recognition import labels_of
from desktop_app.persian.text import INVISIBLE, ZWNJ, fold_letters


class Provision(NamedTuple):
    """A provision's own text `[start, end)` from its label on.

    `label` is as written, without its separator; None for a preamble, a signature, a bare paragraph, a line of
    a table of contents, a footnote. `body` is the offset behind the label and its separator. `address` names
    it by kinds and numbers, headings left out, as references do («تبصره ۲ ماده ۵»); `number` is the key of its
    own label, `word` what that label is called, in dictionary spelling («ماده», «اصل»; empty for «۱-»).
    """

    label: str | None
    path: tuple[str, ...]
    start: int
    end: int
    body: int
    kind: Kind
    number: str
    address: tuple[tuple[Kind, str], ...]
    #: Where the label as written ends; equal to `start` without one.
    label_end: int
    word: str


class _Open(NamedTuple):
    """A label under which others stand, and what a provision below it is called by."""

    label: Label
    path: tuple[str, ...]
    address: tuple[tuple[Kind, str], ...]


_UNSEEN: Final = f" \t\n{ZWNJ}{INVISIBLE}"
_SPEECH: Final = int(Kind.SPEECH)
_NOTE: Final = int(Kind.NOTE)
#: Deeper than any law; a hostile text of endless nesting stays cheap.
_DEEPEST: Final = 14
_LINE: Final = re.compile(r"[^\n]+")
_TITLE_LENGTH: Final = 90
#: A line shorter than this ends where its author ended it, not where the page did.
_FULL_LINE: Final = 60
_ENDED: Final = (".", "؛", ":", "،")
_DONE: Final = (*_ENDED, "!", "؟", ")")
_VERB_END: Final = re.compile("(?:است|نیست|شود|شوند|گردد|باشد|نماید|کند|دهد|دارد|رسد|یابد)$")
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
    outside = sorted([*(region[:2] for region in regions), *quoted_of(text)])
    labels = labels_of(flat_text, readings, outside)
    return tuple(_Parsing(text, flat_text, labels, regions).provisions())


def _plain_form(match: re.Match[str]) -> str:
    """The letter of a presentation form; a ligature stays, for it would shift offsets."""
    plain = unicodedata.normalize("NFKC", match.group())
    return fold_letters(plain) if len(plain) == 1 else match.group()


def _regions(text: str, flat_text: str, readings: Sequence[Reading]) -> list[Region]:
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

    def __init__(self, text: str, flat_text: str, labels: list[Label], regions: list[Region]) -> None:
        self._text = text
        self._flat = flat_text
        self._labels = labels
        self._regions = regions
        self._made: list[Provision] = []
        self._stack: list[_Open] = []
        #: The number last seen of each kind of clause that stands under the article itself.
        self._clauses: dict[Kind, str] = {}
        self._listing = all(label.kind >= Kind.LETTER or label.kind.heading for label in labels)

    def provisions(self) -> list[Provision]:
        labels, regions, length = self._labels, iter(self._regions), len(self._text)
        region = next(regions, None)
        at = 0
        first = labels[0].start if labels else length
        while region is not None and region.start < first:
            self._paragraphs(at, region.start, ())
            self._paragraphs(region.start, region.end, region.path or ())
            at, region = region.end, next(regions, None)
        self._paragraphs(at, first, ())
        for label, following in zip_longest(labels, labels[1:]):
            end = length if following is None else following.start
            self._nest(label)
            if region is None or region.start >= end:
                self._own(end, last=following is None or _begins_anew(label, following))
                continue
            self._own(region.start, last=region.path == () and region.end == length)
            while region is not None and region.start < end:
                self._paragraphs(region.start, region.end, self._path(region))
                at, region = region.end, next(regions, None)
                self._rest(at, end if region is None else min(end, region.start))
        return self._made

    def _path(self, region: Region) -> tuple[str, ...]:
        return self._stack[-1].path if region.path is None else region.path

    def _nest(self, label: Label) -> None:
        """Puts `label` on the stack, below the labels under which it stands."""
        stack, kind = self._stack, label.kind
        if kind <= _NOTE:
            while stack and stack[-1].label.kind >= kind:
                stack.pop()
            if kind < _NOTE:
                self._clauses.clear()
        else:
            self._nest_clause(label)
        written = self._text[label.start : label.core_end].strip(_UNSEEN)
        own = ((kind, label.number),)
        if not stack:
            stack.append(_Open(label, (written,), own))
            return
        above = stack[-1]
        nested = kind > _SPEECH and above.label.kind > _SPEECH
        stack.append(_Open(label, (*above.path, written), above.address + own if nested else own))

    def _nest_clause(self, label: Label) -> None:
        stack = self._stack
        # Whether «۱-» stands under «الف)» or above it is each text's own custom: a kind that is open goes on.
        for index, above in enumerate(stack):
            if above.label.kind is label.kind and _depth(above.label) >= _depth(label):
                del stack[index:]
                break
        else:
            self._leave_note(label)
        while len(stack) >= _DEEPEST:
            stack.pop()
        if not any(above.label.kind is Kind.NOTE for above in stack):
            self._clauses[label.kind] = label.number

    def _leave_note(self, label: Label) -> None:
        """«ب)» behind the note of «الف)» goes on with the list of the article, not of the note."""
        stack = self._stack
        if label.number in {"1", "الف"} or not follows(self._clauses.get(label.kind, ""), label.number):
            return
        note = next((at for at, above in enumerate(stack) if above.label.kind is Kind.NOTE), None)
        if note is not None and not any(above.label.kind is label.kind for above in stack):
            del stack[note:]

    def _own(self, end: int, *, last: bool) -> None:
        """The provision of the label on top of the stack, and the paragraphs below it up to `end`."""
        label, path, address = self._stack[-1]
        kind, number, start, core_end, body, word = label
        split = self._listing or kind <= _SPEECH
        signed = before_signature(self._flat, body, end) if last else end
        own_end = min(signed, self._first_lines(label, end)) if split else signed
        stripped = start + len(self._flat[start:own_end].rstrip())
        self._made.append(
            Provision(
                path[-1], path, start, stripped, min(body, stripped), kind, number, address, core_end, word
            )
        )
        if own_end < end:
            self._paragraphs(own_end, signed, path if split else ())
            self._paragraphs(signed, end, ())

    def _rest(self, start: int, end: int) -> None:
        """What stands behind notes at the foot of a page: the provision goes on, as one paragraph."""
        top = self._stack[-1]
        if self._listing or top.label.kind.heading:
            self._paragraphs(start, end, top.path)
            return
        first, last = self._strip(start, end)
        if first < last:
            self._made.append(paragraph(top.path, first, last))

    def _first_lines(self, label: Label, end: int) -> int:
        """Where a heading or a list item ends: behind its line, or behind the title on the line below it."""
        text = self._flat
        line_end = text.find("\n", label.end, end)
        if line_end == -1:
            return end
        if not label.kind.heading:
            return self._wrapped(label.start, line_end, end)
        if text[label.end : line_end].strip():
            return line_end
        title = next(self._lines(line_end, end), None)
        if title is None or title.end() - title.start() > _TITLE_LENGTH:
            return line_end
        return title.end()

    def _wrapped(self, start: int, line_end: int, end: int) -> int:
        """Where an item of a list ends whose lines are as long as the page is wide."""
        text = self._flat
        while True:
            line = text[start:line_end].rstrip(_UNSEEN)
            if (
                len(line) < _FULL_LINE
                or line.endswith((*_ENDED, "!", "؟", ")"))
                or _VERB_END.search(line, len(line) - 8)
            ):
                return line_end
            start = line_end + 1
            following = text.find("\n", start, end)
            following = end if following < 0 else following
            if not text[start:following].strip():
                return line_end
            line_end = following
            if line_end == end:
                return end

    def _paragraphs(self, start: int, end: int, path: tuple[str, ...]) -> None:
        if start >= end:
            return
        for line in self._lines(start, end):
            first, last = self._strip(line.start(), line.end())
            self._made.append(paragraph(path, first, last))

    def _lines(self, start: int, end: int) -> Iterator[re.Match[str]]:
        return (line for line in _LINE.finditer(self._flat, start, end) if not line.group().isspace())

    def _strip(self, start: int, end: int) -> tuple[int, int]:
        words = self._flat[start:end]
        return end - len(words.lstrip()), start + len(words.rstrip())


def _begins_anew(label: Label, following: Label) -> bool:
    """Whether an annex begins behind `label` that counts from one again: the text before it was signed."""
    return following.number == "1" and following.kind <= Kind.ARTICLE <= label.kind


def _depth(label: Label) -> int:
    """How deep a number of several parts stands: «۱-۲» below «۱»."""
    return label.number.count("-")


def paragraph(path: tuple[str, ...], start: int, end: int) -> Provision:
    """A provision without a label."""
    return Provision(None, path, start, end, start, Kind.PARAGRAPH, "", (), start, "")
