"""Carries open annotations over to later revisions: none is dropped, and none is put on a near-duplicate.

An annotation whose words disappeared becomes an orphan. If they come back (a deleted provision is restored), it
is placed on them again. For this the revision on which it last had a place is compared. This happens only if
those words are new since the last revision: words that were there all along are a duplicate.

An annotation that waits for a choice keeps waiting with the remaining candidates. One that a person attached on
a later revision stays there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import null, select
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Act, Item, Rows
from desktop_app.instruments.annotations.acts import CARRIED, PLACED, PLACING
from desktop_app.instruments.drafting.pins import pins_of
from desktop_app.instruments.model import Revision, Thread, ThreadPlace
from desktop_app.instruments.vocabulary import Placement, ThreadStatus
from desktop_app.staff.acting import perform_each
from desktop_app.staff.roles import Actor

if TYPE_CHECKING:
    from desktop_app.comparison.anchors import AnchorFinder, AnchorPlacement
    from desktop_app.comparison.structure import Provision

#: The minimum share of a quote that has to be found, and the maximum share of its place that existed before.
_BACK: Final = 0.7
_THERE_BEFORE: Final = 0.5


@dataclass(frozen=True, slots=True)
class Place:
    """A place of a thread on a revision; `begin` and `end` are None for an orphan and for an open choice."""

    placement: str
    begin: int | None = None
    end: int | None = None
    confidence: float = 0.0
    candidates: tuple[tuple[int, int], ...] = ()
    by_hand: bool = False

    @classmethod
    def of(cls, row: ThreadPlace) -> Place:
        """Converts a stored place."""
        candidates = tuple((begin, end) for begin, end in row.candidates)
        by_hand = row.replaced is not None
        return cls(row.placement, row.begin, row.end, row.confidence, candidates, by_hand)

    @classmethod
    def of_values(cls, values: Mapping[str, Any]) -> Place:
        """Converts what `ThreadPlace.replaced` holds."""
        candidates = tuple((begin, end) for begin, end in values["candidates"])
        return cls(values["placement"], values["begin"], values["end"], values["confidence"], candidates)


class Placer:
    """Finds places of threads on later revisions of an instrument; acts write what it found.

    Threads are named by their ids; a new one by any id that no thread has.
    """

    def __init__(self, session: Session, instrument_id: int) -> None:
        self._session = session
        numbered = select(Revision.id, Revision.number).where(Revision.instrument_id == instrument_id)
        #: The number of each revision, in their order.
        rows = session.execute(numbered.order_by(Revision.number))
        self._numbers: dict[int, int] = {row[0]: row[1] for row in rows}
        self._found: dict[tuple[int, int], Place] = {}

    def rows(self) -> Rows:
        """Returns the places that differ from the stored ones, as rows for the steps of acts."""
        threads = {thread for thread, _revision in self._found}
        stored = {
            (place.thread_id, place.revision_id): Place.of(place)
            for place in self._session.scalars(select(ThreadPlace).where(ThreadPlace.thread_id.in_(threads)))
        }
        return placed_rows(
            {
                key: place
                for key, place in self._found.items()
                if not place.by_hand and stored.get(key) != place
            }
        )

    def place(self, threads: Sequence[int], older: Revision, newer: Revision) -> None:
        """Places threads on `newer` by their places on `older`, the revision before it."""
        if not threads:
            return
        pair = _Pair(self._session, older, newer)
        known = self._on(threads, older.id)
        lost: list[int] = []
        for thread in threads:
            place = known.get(thread)
            if place is not None and place.begin is not None and place.end is not None:
                self._found[thread, newer.id] = _found_at(pair.find(place.begin, place.end))
            elif place is not None and place.placement == Placement.AMBIGUOUS:
                self._found[thread, newer.id] = _still_asked(pair, place)
            else:
                lost.append(thread)
        returned = self._returned(lost, pair)
        for thread in lost:
            self._found[thread, newer.id] = returned.get(thread, Place(Placement.ORPHAN.value))

    def place_forward(self, thread: int, revision: Revision, place: Place | None = None) -> None:
        """Places one thread on every later revision in turn, from its place on `revision`: the stored one, or
        `place`.

        Revisions on which a person attached it are skipped.
        """
        if place is not None:
            self._found[thread, revision.id] = replace(place, by_hand=True)
        by_hand = self._by_hand([thread])
        older = revision
        for newer in self._after(revision.number):
            if newer.id not in by_hand[thread]:
                self.place([thread], older, newer)
            older = newer

    def place_after_reopening(self, thread: int) -> None:
        """Places a thread on the revisions that were created while it was resolved."""
        last = self._session.scalar(
            select(Revision)
            .join(ThreadPlace, ThreadPlace.revision_id == Revision.id)
            .where(ThreadPlace.thread_id == thread)
            .order_by(Revision.number.desc())
            .limit(1)
        )
        if last is not None:
            self.place_forward(thread, last)

    def place_again(self, older: Revision, newer: Revision) -> None:
        """Places open threads again after the pins between two revisions changed.

        It places them on `newer`, and on later revisions for as long as a place differs from before. Places set by
        a person stay. Threads are carried from each revision to the next one, so pins of other pairs are irrelevant.
        """
        if newer.number != older.number + 1:
            return
        threads = open_threads(self._session, older.instrument_id, older.number)
        by_hand = self._by_hand(threads)
        for following in self._after(older.number):
            threads = [thread for thread in threads if following.id not in by_hand[thread]]
            if not threads:
                return
            before = self._on(threads, following.id)
            self.place(threads, older, following)
            after = self._on(threads, following.id)
            threads = [thread for thread in threads if before.get(thread) != after.get(thread)]
            older = following

    def _after(self, number: int) -> Iterator[Revision]:
        """Yields the revisions after a number in their order; each is read when it is needed."""
        for revision_id, at in self._numbers.items():
            if at > number:
                yield self._session.get_one(Revision, revision_id)

    def _on(self, threads: Collection[int], revision_id: int) -> dict[int, Place]:
        of_revision = select(ThreadPlace).where(ThreadPlace.revision_id == revision_id)
        if len(threads) == 1:
            of_revision = of_revision.where(ThreadPlace.thread_id.in_(threads))
        places = {place.thread_id: Place.of(place) for place in self._session.scalars(of_revision)}
        return places | {thread: place for (thread, at), place in self._found.items() if at == revision_id}

    def _by_hand(self, threads: Collection[int]) -> dict[int, set[int]]:
        """Returns the ids of the revisions on which a person attached each thread."""
        attached = select(ThreadPlace).where(
            ThreadPlace.replaced.is_not(null()), ThreadPlace.revision_id.in_(self._numbers)
        )
        found: dict[int, set[int]] = {thread: set() for thread in threads}
        for place in self._session.scalars(attached):
            if place.thread_id in found:
                found[place.thread_id].add(place.revision_id)
        return found

    def _returned(self, lost: Sequence[int], pair: _Pair) -> dict[int, Place]:
        """Returns places for orphans whose words came back in the newer revision."""
        groups: dict[int, list[tuple[int, int, int]]] = {}
        for thread, (revision_id, begin, end) in self._last_places(lost, pair.newer).items():
            text = self._session.get_one(Revision, revision_id).text
            if pair.finder.may_be_new(text[begin:end]):
                groups.setdefault(revision_id, []).append((thread, begin, end))
        found: dict[int, Place] = {}
        for revision_id, places in groups.items():
            since = _Pair(self._session, self._session.get_one(Revision, revision_id), pair.newer)
            for thread, begin, end in places:
                back = since.find(begin, end)
                if _came_back(back, pair.finder):
                    found[thread] = _found_at(back)
        return found

    def _last_places(self, threads: Collection[int], newer: Revision) -> dict[int, tuple[int, int, int]]:
        """Returns revision and range of the last place of each thread before `newer`."""
        if not threads:
            return {}
        stored = select(ThreadPlace).where(
            ThreadPlace.revision_id.in_(self._numbers), ThreadPlace.begin.is_not(None)
        )
        places: dict[tuple[int, int], Any] = {
            (row.thread_id, row.revision_id): row for row in self._session.scalars(stored)
        }
        places |= self._found
        last: dict[int, tuple[int, int, int]] = {}
        for revision_id, number in self._numbers.items():
            for thread in threads if number < newer.number else ():
                place = places.get((thread, revision_id))
                if place is not None and place.begin is not None and place.end is not None:
                    last[thread] = (revision_id, place.begin, place.end)
        return last


def placed_rows(places: Mapping[tuple[int, int], Place]) -> Rows:
    """Returns places by thread and revision as rows for the steps of acts."""
    rows = [
        {
            "item": thread,
            "revision_id": revision_id,
            "placement": place.placement,
            "begin": place.begin,
            "end": place.end,
            "confidence": place.confidence,
            "candidates": [list(candidate) for candidate in place.candidates],
        }
        for (thread, revision_id), place in places.items()
    ]
    return dict.fromkeys(PLACING, rows)


def open_threads(session: Session, instrument_id: int, number: int) -> list[int]:
    """Returns the open threads of an instrument that were opened up to revision `number`."""
    return list(
        session.scalars(
            select(Thread.id)
            .join(Revision, Revision.id == Thread.revision_id)
            .where(
                Thread.instrument_id == instrument_id,
                Thread.status == ThreadStatus.OPEN.value,
                Revision.number <= number,
            )
            .order_by(Thread.id)
        )
    )


def place_threads(session: Session, actor: Actor, older: Revision, newer: Revision, now: datetime) -> None:
    """Places every open thread of an instrument on `newer`, which the same transaction added."""
    threads = open_threads(session, older.instrument_id, older.number)
    placer = Placer(session, older.instrument_id)
    placer.place(threads, older, newer)
    _store(session, PLACED, actor, placer, now)


def place_again(session: Session, actor: Actor, older: Revision, newer: Revision, now: datetime) -> None:
    """Places open threads again after the pins between two revisions changed; see `Placer.place_again`."""
    placer = Placer(session, older.instrument_id)
    placer.place_again(older, newer)
    _store(session, CARRIED, actor, placer, now)


def _store(session: Session, act: Act, actor: Actor, placer: Placer, now: datetime) -> None:
    rows = placer.rows()
    threads = sorted({row["item"] for of_step in rows.values() for row in of_step})
    if threads:
        perform_each(session, act, actor, [Item(thread) for thread in threads], now, rows)


def place_on(session: Session, thread_id: int, revision_id: int) -> ThreadPlace | None:
    """Returns the place of a thread on a revision."""
    return session.scalar(
        select(ThreadPlace).where(ThreadPlace.thread_id == thread_id, ThreadPlace.revision_id == revision_id)
    )


def anchor_values(text: str, start: int, end: int) -> dict[str, Any]:
    """Returns the anchor of `[start, end)` of `text` as it is stored."""
    from desktop_app.comparison.anchors import make_anchor  # noqa: PLC0415 - rapidfuzz and numpy, 100 ms
    from desktop_app.comparison.structure import parse  # noqa: PLC0415

    anchor = make_anchor(text, parse(text), start, end)
    return {
        "path": list(anchor.path),
        "quote": anchor.quote,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "start": anchor.start,
        "end": anchor.end,
    }


@dataclass(slots=True)
class _Pair:
    """Two consecutive revisions with their pins, compared once."""

    session: Session
    older: Revision
    newer: Revision
    finder: AnchorFinder = field(init=False)
    provisions: Sequence[Provision] = field(init=False)

    def __post_init__(self) -> None:
        from desktop_app.comparison.anchors import AnchorFinder  # noqa: PLC0415 - see above
        from desktop_app.comparison.engine import compare_texts  # noqa: PLC0415
        from desktop_app.comparison.structure import parse  # noqa: PLC0415

        pins = [row.pin for row in pins_of(self.session, self.older.id, self.newer.id)]
        self.finder = AnchorFinder(compare_texts(self.older.text, self.newer.text, pins=pins), pins)
        self.provisions = parse(self.older.text)

    def find(self, start: int, end: int) -> AnchorPlacement:
        """Returns the placement of `[start, end)` of the older text in the newer one."""
        from desktop_app.comparison.anchors import make_anchor  # noqa: PLC0415 - see above

        return self.finder.find(make_anchor(self.older.text, self.provisions, start, end))


def _found_at(found: AnchorPlacement) -> Place:
    placement = Placement(found.state.value).value
    return Place(placement, found.start, found.end, found.confidence, tuple(found.candidates))


def _still_asked(pair: _Pair, place: Place) -> Place:
    """Returns the remaining candidates of an open choice: that one of two disappeared does not decide it."""
    left: list[tuple[int, int]] = []
    for start, end in place.candidates:
        found = pair.find(start, end)
        if found.start is not None and found.end is not None:
            left.append((found.start, found.end))
    if not left:
        return Place(Placement.ORPHAN.value)
    return Place(Placement.AMBIGUOUS.value, confidence=place.confidence, candidates=tuple(left))


def _came_back(back: AnchorPlacement, since_last: AnchorFinder) -> bool:
    ranges = back.candidates if back.start is None or back.end is None else ((back.start, back.end),)
    if not ranges or (back.state.value == Placement.CHANGED and back.confidence < _BACK):
        return False
    return all(since_last.offsets.inherited(*place) <= _THERE_BEFORE for place in ranges)
