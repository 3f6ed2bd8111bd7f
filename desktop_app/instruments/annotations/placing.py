"""Carries open annotations over to later revisions: none is dropped, and none is put on a near-duplicate.

An annotation whose words disappeared becomes an orphan. If they come back (a deleted provision is restored), it
is placed on them again. For this the revision on which it last had a place is compared. This happens only if
those words are new since the last revision: words that were there all along are a duplicate.

An annotation that waits for a choice keeps waiting with the remaining candidates. One that a person attached on
a later revision stays there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from desktop_app.database.audit import Event, history
from desktop_app.instruments.drafting.pins import pins_of
from desktop_app.instruments.model import Revision, Thread, ThreadPlace
from desktop_app.instruments.vocabulary import Placement, ThreadStatus

if TYPE_CHECKING:
    from desktop_app.comparison.anchors import AnchorFinder, AnchorPlacement
    from desktop_app.comparison.structure import Provision

#: The minimum share of a quote that has to be found, and the maximum share of its place that existed before.
_BACK: Final = 0.7
_THERE_BEFORE: Final = 0.5


def place_threads(session: Session, instrument_id: int, older: Revision, newer: Revision) -> int:
    """Places every open annotation of an instrument on `newer`; returns the number of orphans."""
    threads = session.scalars(
        select(Thread)
        .where(Thread.instrument_id == instrument_id, Thread.status == ThreadStatus.OPEN.value)
        .order_by(Thread.id)
    )
    return _place(session, list(threads), older, newer)


def place_forward(session: Session, thread: Thread, revision: Revision) -> None:
    """Places one annotation, whose place on `revision` is known, on every later revision in turn.

    Revisions on which a person attached it are skipped.
    """
    later = list(
        session.scalars(
            select(Revision)
            .where(Revision.instrument_id == revision.instrument_id, Revision.number > revision.number)
            .order_by(Revision.number)
        )
    )
    by_hand = attached_by_hand(session, thread.id)
    older = revision
    for newer in later:
        if newer.number not in by_hand:
            session.execute(
                delete(ThreadPlace).where(
                    ThreadPlace.thread_id == thread.id, ThreadPlace.revision_id == newer.id
                )
            )
            _place(session, [thread], older, newer)
        older = newer


def place_after_reopening(session: Session, thread: Thread) -> None:
    """Places an annotation on the revisions that were created while it was resolved."""
    last = session.scalar(
        select(Revision)
        .join(ThreadPlace, ThreadPlace.revision_id == Revision.id)
        .where(ThreadPlace.thread_id == thread.id)
        .order_by(Revision.number.desc())
        .limit(1)
    )
    if last is not None:
        place_forward(session, thread, last)


def place_again(session: Session, older: Revision, newer: Revision) -> None:
    """Places open annotations again after the pins between two revisions changed.

    It places them on `newer`, and on later revisions for as long as a place differs from before. Places set by a
    person stay. Annotations are carried from each revision to the next one, so pins of other pairs are
    irrelevant.
    """
    if newer.number != older.number + 1:
        return
    threads = list(
        session.scalars(
            select(Thread)
            .join(Revision, Revision.id == Thread.revision_id)
            .where(
                Thread.instrument_id == older.instrument_id,
                Thread.status == ThreadStatus.OPEN.value,
                Revision.number <= older.number,
            )
            .order_by(Thread.id)
        )
    )
    by_hand = {thread.id: attached_by_hand(session, thread.id) for thread in threads}
    following: Revision | None = newer
    while following is not None:
        number = following.number
        threads = [thread for thread in threads if number not in by_hand[thread.id]]
        if not threads:
            return
        before = _values_on(session, threads, following.id)
        ids = [thread.id for thread in threads]
        session.execute(
            delete(ThreadPlace).where(ThreadPlace.revision_id == following.id, ThreadPlace.thread_id.in_(ids))
        )
        _place(session, threads, older, following)
        after = _values_on(session, threads, following.id)
        threads = [thread for thread in threads if before.get(thread.id) != after.get(thread.id)]
        older, following = following, _next_revision(session, following)


def _values_on(session: Session, threads: Sequence[Thread], revision_id: int) -> dict[int, dict[str, Any]]:
    return {
        number: place_values(place) for number, place in _places_on(session, threads, revision_id).items()
    }


def _next_revision(session: Session, revision: Revision) -> Revision | None:
    return session.scalar(
        select(Revision).where(
            Revision.instrument_id == revision.instrument_id, Revision.number == revision.number + 1
        )
    )


def attached_by_hand(session: Session, thread_id: int) -> set[int]:
    """Returns the numbers of the revisions on which a person attached a thread, without undone ones."""
    numbers: set[int] = set()
    for event in history(session, "thread", thread_id):
        if event.action == "attached" and "revision" in event.after:
            numbers.add(event.after["revision"])
        elif event.action == "attaching_undone":
            numbers.discard(event.after["revision"])
    return numbers


def place_values(place: ThreadPlace) -> dict[str, Any]:
    """Returns the values of a place for the audit log."""
    return {
        "placement": place.placement,
        "begin": place.begin,
        "end": place.end,
        "confidence": place.confidence,
        "candidates": place.candidates,
    }


def put_place(place: ThreadPlace, values: dict[str, Any]) -> None:
    """Sets a place to values that `place_values` returned."""
    place.placement = values["placement"]
    place.begin, place.end = values.get("begin"), values.get("end")
    place.confidence, place.candidates = values.get("confidence", 0.0), values.get("candidates", [])


def last_attaching(session: Session, thread_id: int, number: int) -> Event | None:
    """Returns the last event that attached the thread on a revision and was not undone."""
    attachments: list[Event] = []
    for event in history(session, "thread", thread_id):
        if event.after.get("revision") != number:
            continue
        if event.action == "attached":
            attachments.append(event)
        elif event.action == "attaching_undone" and attachments:
            attachments.pop()
    return attachments[-1] if attachments else None


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


def _place(session: Session, threads: Sequence[Thread], older: Revision, newer: Revision) -> int:
    if not threads:
        return 0
    pair = _Pair(session, older, newer)
    known = _places_on(session, threads, older.id)
    lost: list[Thread] = []
    orphans = 0
    for thread in threads:
        place = known.get(thread.id)
        if place is not None and place.begin is not None and place.end is not None:
            made = _stored(pair.find(place.begin, place.end))
        elif place is not None and place.placement == Placement.AMBIGUOUS:
            made = _still_asked(pair, place)
        else:
            lost.append(thread)
            continue
        orphans += _keep(session, thread, newer, made)
    returned = _returned(session, lost, pair)
    for thread in lost:
        orphans += _keep(session, thread, newer, returned.get(thread.id) or _orphan())
    session.flush()
    return orphans


def _places_on(session: Session, threads: Sequence[Thread], revision_id: int) -> dict[int, ThreadPlace]:
    if len(threads) == 1:
        place = place_on(session, threads[0].id, revision_id)
        return {} if place is None else {place.thread_id: place}
    places = session.scalars(select(ThreadPlace).where(ThreadPlace.revision_id == revision_id))
    return {place.thread_id: place for place in places}


def _keep(session: Session, thread: Thread, newer: Revision, place: ThreadPlace) -> bool:
    place.thread_id, place.revision_id = thread.id, newer.id
    session.add(place)
    return place.placement == Placement.ORPHAN


def _stored(found: AnchorPlacement) -> ThreadPlace:
    return ThreadPlace(
        placement=Placement(found.state.value).value,
        begin=found.start,
        end=found.end,
        confidence=found.confidence,
        candidates=[list(candidate) for candidate in found.candidates],
    )


def _orphan() -> ThreadPlace:
    return ThreadPlace(placement=Placement.ORPHAN.value, confidence=0.0, candidates=[])


def _still_asked(pair: _Pair, place: ThreadPlace) -> ThreadPlace:
    """Returns the remaining candidates of an open choice: that one of two disappeared does not decide it."""
    left: list[list[int]] = []
    for start, end in place.candidates:
        found = pair.find(start, end)
        if found.start is not None and found.end is not None:
            left.append([found.start, found.end])
    if not left:
        return _orphan()
    return ThreadPlace(placement=Placement.AMBIGUOUS.value, confidence=place.confidence, candidates=left)


def _returned(session: Session, lost: Sequence[Thread], pair: _Pair) -> dict[int, ThreadPlace]:
    """Returns places for orphans whose words came back in the newer revision."""
    groups: dict[int, list[ThreadPlace]] = {}
    for place in _last_places(session, lost, pair.newer):
        if pair.finder.may_be_new(_quote(session, place)):
            groups.setdefault(place.revision_id, []).append(place)
    found: dict[int, ThreadPlace] = {}
    for revision_id, places in groups.items():
        since = _Pair(session, session.get_one(Revision, revision_id), pair.newer)
        for place in places:
            back = since.find(place.begin or 0, place.end or 0)
            if _came_back(back, pair.finder):
                found[place.thread_id] = _stored(back)
    return found


def _came_back(back: AnchorPlacement, since_last: AnchorFinder) -> bool:
    ranges = back.candidates if back.start is None or back.end is None else ((back.start, back.end),)
    if not ranges or (back.state.value == Placement.CHANGED and back.confidence < _BACK):
        return False
    return all(since_last.offsets.inherited(*place) <= _THERE_BEFORE for place in ranges)


def _last_places(session: Session, threads: Sequence[Thread], newer: Revision) -> Iterable[ThreadPlace]:
    """Returns the place of each thread on the last revision before `newer` that had one."""
    wanted = {thread.id for thread in threads}
    if not wanted:
        return ()
    placed = session.execute(
        select(ThreadPlace, Revision.number)
        .join(Revision, Revision.id == ThreadPlace.revision_id)
        .where(
            Revision.instrument_id == newer.instrument_id,
            Revision.number < newer.number,
            ThreadPlace.begin.is_not(None),
        )
        .order_by(Revision.number)
    )
    return {place.thread_id: place for place, _number in placed if place.thread_id in wanted}.values()


def _quote(session: Session, place: ThreadPlace) -> str:
    return session.get_one(Revision, place.revision_id).text[place.begin : place.end]
