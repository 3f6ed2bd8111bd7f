"""The text of the next revision with its marks: what was taken and refused, suggestions, numbers and references."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from desktop_app.comparison.composing import changed, only_renumbered
from desktop_app.comparison.labelling import provision_title
from desktop_app.comparison.places import ChangedPlace, places_of, runs_of
from desktop_app.comparison.repairing import Repair, RepairKind
from desktop_app.comparison.result import Comparison, Entry, Flag, ProvisionStatus, Range
from desktop_app.instruments.drafting.composition_choices import CompositionChoices
from desktop_app.instruments.drafting.review_marks import ChangeKey
from desktop_app.instruments.drafting.suggestions import (
    SuggestedWording,
    SuggestionState,
    rivals_of,
    shared_place,
)

_WORD: Final = re.compile(r"[\w\u200c]+|\s+|.", re.DOTALL)
_DIGITS: Final = re.compile(r"\d+")
#: Longer wordings are shown as a whole, without a comparison of their words.
_MOST_TOKENS: Final = 2_000
_OLD, _NEW, _OWN = 0, 1, 2


class RunKind(StrEnum):
    """How words are marked. `KEPT` are refused deletions, `DROPPED` refused insertions, `DISPUTED` the words for
    which several suggestions exist."""

    PLAIN = "plain"
    LABEL = "label"
    DELETED = "deleted"
    INSERTED = "inserted"
    NUMBER = "number"
    KEPT = "kept"
    DROPPED = "dropped"
    DISPUTED = "disputed"


class PlaceState(StrEnum):
    """What was chosen for a change, or for a place inside it."""

    TAKEN = "taken"
    PARTLY = "partly"
    REFUSED = "refused"
    EDITED = "edited"


@dataclass(frozen=True, slots=True)
class MarkedRun:
    """Words with one mark. `place` is the number of a place of the block, `thread` a suggestion."""

    text: str
    kind: RunKind = RunKind.PLAIN
    place: int | None = None
    thread: int | None = None


@dataclass(frozen=True, slots=True)
class PlaceOfBlock:
    """A place that can be decided alone, with the words of both sides and those written in place."""

    place: ChangedPlace
    old: str
    new: str
    state: PlaceState
    written: str = ""


@dataclass(frozen=True, slots=True)
class ComingBlock:
    """A provision of the coming text. `entry` is its index in the comparison; `depth` 1 for notes, 2 for clauses."""

    entry: int
    key: ChangeKey
    title: str
    status: ProvisionStatus
    state: PlaceState
    runs: tuple[MarkedRun, ...]
    places: tuple[PlaceOfBlock, ...] = ()
    threads: tuple[int, ...] = ()
    depth: int = 0
    #: The name of the provision in the older revision, if it was moved.
    moved_from: str = ""
    changed: bool = False
    #: Its range in the newer revision, if it is there.
    place: Range | None = None

    @property
    def result(self) -> str:
        """The clean words of the provision as they will be saved; empty if it is left out."""
        gone = (RunKind.DELETED, RunKind.DROPPED)
        return "".join(run.text for run in self.runs if run.kind not in gone).strip()


@dataclass(frozen=True, slots=True)
class _Overlay:
    """Runs that replace code points of one of the two texts."""

    origin: int
    place: Range
    runs: tuple[MarkedRun, ...]


@dataclass(frozen=True, slots=True)
class _Segment:
    """Words copied from one text, so that an overlay can be laid over them."""

    origin: int
    start: int
    run: MarkedRun


@dataclass(slots=True)
class ComingText:
    """Builds the blocks. Without `changes` the newer revision is shown as it is, with the suggestions alone."""

    comparison: Comparison
    taken: CompositionChoices
    suggestions: Sequence[SuggestedWording] = ()
    repairs: Sequence[Repair] = ()
    changes: bool = True
    _overlays: list[_Overlay] = field(default_factory=list)

    def blocks(self) -> tuple[ComingBlock, ...]:
        """Returns all provisions in the order of the comparison."""
        self._overlays = sorted(
            (*self._of_repairs(), *self._of_suggestions()), key=lambda one: (one.origin, one.place)
        )
        return tuple(
            self._block(index, entry)
            for index, entry in enumerate(self.comparison.entries)
            if entry.part is None and (self.changes or entry.new is not None)
        )

    def _of_repairs(self) -> Iterator[_Overlay]:
        for item in self.repairs:
            if not item.applies or item.key.origin == _OWN:
                continue
            place = (item.key.offset, item.key.offset + len(item.before))
            if item.key.kind is RepairKind.NUMBER:
                yield _Overlay(item.key.origin, place, (MarkedRun(item.after, RunKind.NUMBER),))
            else:
                yield _Overlay(item.key.origin, place, tuple(word_runs(item.before, item.after)))

    def _of_suggestions(self) -> Iterator[_Overlay]:
        new = self.comparison.new.body
        done: set[int] = set()
        for one in self.suggestions:
            if one.place is None or one.thread_id in done:
                continue
            if one.state not in (SuggestionState.OPEN, SuggestionState.ACCEPTED):
                continue
            if self.changes and one.state is not SuggestionState.ACCEPTED:
                continue
            rivals = rivals_of(one, self.suggestions)
            if not self.changes and len(rivals) > 1:
                done |= {other.thread_id for other in rivals}
                place = shared_place(rivals)
                words = MarkedRun(new[slice(*place)], RunKind.DISPUTED, thread=one.thread_id)
                yield _Overlay(_NEW, place, (words,))
                continue
            runs = word_runs(new[slice(*one.place)], one.words)
            yield _Overlay(_NEW, one.place, tuple(replace(run, thread=one.thread_id) for run in runs))

    def _block(self, index: int, entry: Entry) -> ComingBlock:
        key = ChangeKey.of(entry)
        place = entry.new or entry.old
        assert place is not None
        refused = key in self.taken.old and self.changes
        places = self._places(entry, refused=refused) if self.changes else ()
        segments = [*self._segments(entry, places, refused=refused)]
        runs = tuple(run for segment in segments for run in self._overlaid(segment))
        threads = tuple(dict.fromkeys(run.thread for run in runs if run.thread is not None))
        moved = provision_title(entry.old) if Flag.MOVED in entry.flags and entry.old else ""
        return ComingBlock(
            index,
            key,
            provision_title(place),
            entry.status,
            _state_of(places, refused=refused),
            _labelled(_merged(runs), place.label or ""),
            places,
            threads,
            _depth(place.path),
            moved if self.changes else "",
            self.changes and changed(entry) and not only_renumbered(entry) and _counts(entry),
            None if entry.new is None else (entry.new.start, entry.new.end),
        )

    def _places(self, entry: Entry, *, refused: bool) -> tuple[PlaceOfBlock, ...]:
        old, new = self.comparison.old.body, self.comparison.new.body
        found = []
        for place in places_of(entry, old, new):
            written = self.taken.edited(place.new)
            state = PlaceState.REFUSED if refused or place in self.taken.places else PlaceState.TAKEN
            if written is not None and not refused:
                state = PlaceState.EDITED
            found.append(
                PlaceOfBlock(
                    place,
                    old[slice(*place.old)],
                    new[slice(*place.new)],
                    state,
                    written.text if written else "",
                )
            )
        return tuple(found)

    def _segments(self, entry: Entry, places: Sequence[PlaceOfBlock], *, refused: bool) -> Iterator[_Segment]:
        old, new = self.comparison.old.body, self.comparison.new.body
        if entry.old is None or entry.new is None or not self.changes:
            yield from self._whole(entry, refused=refused)
            return
        known = {one.place: number for number, one in enumerate(places)}
        for run in runs_of(entry, old, new):
            if isinstance(run, ChangedPlace):
                yield from _decided(places[known[run]], known[run])
                continue
            words = new[slice(*run.new)]
            kind = RunKind.NUMBER if run.label and old[slice(*run.old)] != words else RunKind.PLAIN
            yield from self._edited(run.new, MarkedRun(words, kind))

    def _whole(self, entry: Entry, *, refused: bool) -> Iterator[_Segment]:
        if entry.new is not None:
            kind = RunKind.PLAIN if not self.changes or entry.old is not None else RunKind.INSERTED
            if refused:
                kind = RunKind.DROPPED
            place = (entry.new.start, entry.new.end)
            yield from self._edited(place, MarkedRun(self.comparison.new.body[slice(*place)], kind))
        elif entry.old is not None:
            words = self.comparison.old.body[entry.old.start : entry.old.end]
            yield _Segment(
                _OLD, entry.old.start, MarkedRun(words, RunKind.KEPT if refused else RunKind.DELETED)
            )

    def _edited(self, place: Range, run: MarkedRun) -> Iterator[_Segment]:
        """Yields words of the newer revision, with what was written in place of some of them."""
        new, at = self.comparison.new.body, place[0]
        for one in self.taken.edits if self.changes else ():
            if not (at <= one.start < one.end <= place[1]):
                continue
            yield _Segment(_NEW, at, replace(run, text=new[at : one.start]))
            for piece in word_runs(new[one.start : one.end], one.text):
                yield _Segment(_OWN, 0, piece)
            at = one.end
        yield _Segment(_NEW, at, replace(run, text=new[at : place[1]]))

    def _overlaid(self, segment: _Segment) -> Iterator[MarkedRun]:
        start, end = segment.start, segment.start + len(segment.run.text)
        at = start
        if segment.run.kind not in (RunKind.DELETED, RunKind.DROPPED):
            for one in self._overlays:
                if one.origin != segment.origin or not (at <= one.place[0] < end):
                    continue
                yield replace(segment.run, text=segment.run.text[at - start : one.place[0] - start])
                yield from one.runs
                at = min(end, one.place[1])
        yield replace(segment.run, text=segment.run.text[at - start :])


def _decided(one: PlaceOfBlock, number: int) -> Iterator[_Segment]:
    if one.state is PlaceState.REFUSED:
        yield _Segment(_OLD, one.place.old[0], MarkedRun(one.old, RunKind.KEPT, number))
        yield _Segment(_NEW, one.place.new[0], MarkedRun(one.new, RunKind.DROPPED, number))
        return
    yield _Segment(_OLD, one.place.old[0], MarkedRun(one.old, RunKind.DELETED, number))
    if one.state is PlaceState.EDITED:
        yield _Segment(_OWN, 0, MarkedRun(one.written, RunKind.INSERTED, number))
    else:
        yield _Segment(_NEW, one.place.new[0], MarkedRun(one.new, RunKind.INSERTED, number))


def _state_of(places: Sequence[PlaceOfBlock], *, refused: bool) -> PlaceState:
    if refused or (places and all(one.state is PlaceState.REFUSED for one in places)):
        return PlaceState.REFUSED
    if any(one.state is not PlaceState.TAKEN for one in places):
        return PlaceState.PARTLY
    return PlaceState.TAKEN


def _counts(entry: Entry) -> bool:
    return entry.status is not ProvisionStatus.ORTHOGRAPHIC or bool(entry.flags)


def _depth(path: Sequence[str]) -> int:
    """Returns the indentation of a provision: 0 for articles and headings, 1 for notes, 2 for clauses."""
    if len(path) < 2:
        return 0
    label = path[-1].strip()
    if label.startswith("تبصره"):
        return 1
    return 0 if any(label.startswith(word) for word in _WORDS) else 1 + path[-2].strip().startswith("تبصره")


_WORDS: Final = ("ماده", "اصل", "فصل", "باب", "بخش", "کتاب", "گفتار", "مبحث", "قسمت", "پیوست", "جلد")


def _labelled(runs: tuple[MarkedRun, ...], label: str) -> tuple[MarkedRun, ...]:
    """Separates the label at the start of a provision, and in it the number, if it changed."""
    if not runs:
        return runs
    first = runs[0]
    if first.kind is RunKind.NUMBER:
        number = _DIGITS.search(first.text)
        if number is None:
            return runs
        low, high = number.span()
        parts = (
            MarkedRun(first.text[:low], RunKind.LABEL),
            MarkedRun(first.text[low:high], RunKind.NUMBER),
            MarkedRun(first.text[high:], RunKind.LABEL),
        )
        return (*(part for part in parts if part.text), *runs[1:])
    if first.kind is RunKind.PLAIN and label and first.text.startswith(label):
        rest = replace(first, text=first.text[len(label) :])
        return (MarkedRun(label, RunKind.LABEL), *([rest] if rest.text else []), *runs[1:])
    return runs


def _merged(runs: Iterable[MarkedRun]) -> tuple[MarkedRun, ...]:
    found: list[MarkedRun] = []
    for run in runs:
        if not run.text:
            continue
        last = found[-1] if found else None
        if last is not None and (last.kind, last.place, last.thread) == (run.kind, run.place, run.thread):
            found[-1] = replace(last, text=last.text + run.text)
        else:
            found.append(run)
    return tuple(found)


def word_runs(old: str, new: str) -> Iterator[MarkedRun]:
    """Yields how `old` becomes `new`, word by word; changes that only white space separates are one."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    if len(before) + len(after) > _MOST_TOKENS:
        yield from _merged((MarkedRun(old, RunKind.DELETED), MarkedRun(new, RunKind.INSERTED)))
        return
    pending = ["", ""]
    codes = difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for number, (tag, a, b, c, d) in enumerate(codes):
        words = "".join(before[a:b]), "".join(after[c:d])
        between = bool(pending[0] or pending[1]) and number + 1 < len(codes) and not words[0].strip()
        if tag != "equal" or between:
            pending = [pending[0] + words[0], pending[1] + words[1]]
            continue
        yield from _merged((MarkedRun(pending[0], RunKind.DELETED), MarkedRun(pending[1], RunKind.INSERTED)))
        pending = ["", ""]
        yield MarkedRun(words[0])
    yield from _merged((MarkedRun(pending[0], RunKind.DELETED), MarkedRun(pending[1], RunKind.INSERTED)))
