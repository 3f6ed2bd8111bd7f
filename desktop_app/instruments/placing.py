"""Finding open annotations again on later revisions: nothing is dropped, nothing lands on a near-twin."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from desktop_app.instruments.model import Revision, Thread, ThreadPlace
from desktop_app.instruments.vocabulary import Placement, ThreadStatus


def place_threads(session: Session, instrument_id: int, older: Revision, newer: Revision) -> int:
    """Places every open annotation of an instrument on `newer`; returns how many became orphans.

    A thread that has no place on `older` (an orphan, or undecided) stays in its tray: it is not guessed at anew.
    """
    threads = session.scalars(
        select(Thread).where(Thread.instrument_id == instrument_id, Thread.status == ThreadStatus.OPEN.value)
    )
    return _place(session, list(threads), older, newer)


def place_forward(session: Session, thread: Thread, revision: Revision) -> None:
    """Places one annotation, whose place on `revision` is known, on every later revision in turn."""
    later = list(
        session.scalars(
            select(Revision)
            .where(Revision.instrument_id == revision.instrument_id, Revision.number > revision.number)
            .order_by(Revision.number)
        )
    )
    session.execute(
        delete(ThreadPlace).where(
            ThreadPlace.thread_id == thread.id, ThreadPlace.revision_id.in_([one.id for one in later])
        )
    )
    older = revision
    for newer in later:
        _place(session, [thread], older, newer)
        older = newer


def place_on(session: Session, thread_id: int, revision_id: int) -> ThreadPlace | None:
    """Where a thread stands on a revision."""
    return session.scalar(
        select(ThreadPlace).where(ThreadPlace.thread_id == thread_id, ThreadPlace.revision_id == revision_id)
    )


def anchor_values(text: str, start: int, end: int) -> dict[str, Any]:
    """The anchor of `[start, end)` of `text` as it is stored."""
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


def _place(session: Session, threads: Sequence[Thread], older: Revision, newer: Revision) -> int:
    if not threads:
        return 0
    from desktop_app.comparison.anchors import find_again, make_anchor  # noqa: PLC0415 - see above
    from desktop_app.comparison.engine import compare_texts  # noqa: PLC0415
    from desktop_app.comparison.structure import parse  # noqa: PLC0415

    comparison = compare_texts(older.text, newer.text)
    provisions = parse(older.text)
    orphans = 0
    for thread in threads:
        known = place_on(session, thread.id, older.id)
        if known is None or known.begin is None or known.end is None:
            place = ThreadPlace(placement=Placement.ORPHAN.value, confidence=0.0, candidates=[])
        else:
            anchor = make_anchor(older.text, provisions, known.begin, known.end)
            found = find_again(anchor, comparison)
            place = ThreadPlace(
                placement=Placement(str(found.state)).value,
                begin=found.start,
                end=found.end,
                confidence=found.confidence,
                candidates=[list(candidate) for candidate in found.candidates],
            )
        place.thread_id, place.revision_id = thread.id, newer.id
        orphans += place.placement == Placement.ORPHAN
        session.add(place)
    session.flush()
    return orphans
