"""Which petitions of a list have near-equal ones: found when they are registered, and kept as pairs.

A petition is paired with the earlier ones with which its sketch shares half; no text is read for it, so that an
import of a hundred thousand pairs its own. A pair that somebody set apart, or made one petition of by a merge, is
settled and pointed out no more. How alike two are, and what of them is the same, `duplicates` tells of a petition
that is looked at, and finds more.

Made out of the sketches and never copied: `indexing.reindex` makes the pairs again in a database that was carried
over.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from sqlalchemy import ColumnElement, Select, func, select, text, tuple_, update
from sqlalchemy.orm import Mapped, Session, aliased, mapped_column

from desktop_app.database.base import Base
from desktop_app.likeness.pairing import MOST, MOST_OF_A_PIECE, SHARED, SHARED_OF_SENDER
from desktop_app.petitions.duplicates.pairs import PairKind, PetitionPair
from desktop_app.petitions.model import Petition
from desktop_app.petitions.visibility import reach
from desktop_app.staff.roles import Actor


class NearEqual(Base):
    """Two petitions that resemble each other, once from the side of each."""

    __tablename__ = "near_equal"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 - SQLAlchemy's own attribute

    petition_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    other_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    #: Set apart, or one petition with it by a merge.
    settled: Mapped[bool] = mapped_column()


def pair_up(session: Session, sketches: Iterable[tuple[int, Sequence[int]]]) -> None:
    """Looks for earlier petitions that those with these sketches (id, pieces) resemble; the sketches are kept
    already."""
    wanted = sorted((number, pieces) for number, pieces in sketches if len(pieces) >= SHARED_OF_SENDER)
    if not wanted:
        return
    if session.get_bind().dialect.name != "sqlite":
        # The sketches are read by nobody but the database itself: who registers may not see what it is like.
        pairs = [(piece, number) for number, pieces in wanted for piece in pieces]
        session.execute(
            text("SELECT app.pair_near_equals(CAST(:pieces AS integer[]), CAST(:numbers AS integer[]))"),
            {"pieces": [piece for piece, _ in pairs], "numbers": [number for _, number in pairs]},
        )
        return
    # The driver's own statements: one for each petition of an import.
    connection = session.connection()
    both: list[tuple[int, int]] = []
    for number, pieces in wanted:
        enough = max(SHARED_OF_SENDER, -(-len(pieces) * SHARED // 16))
        asked = (number, enough, SHARED_OF_SENDER, MOST, *pieces)
        for (other,) in connection.exec_driver_sql(_earlier(len(pieces)), asked):
            both += [(number, other), (other, number)]
    if both:
        connection.exec_driver_sql("INSERT OR IGNORE INTO near_equal VALUES (?, ?, 0)", both)


@cache
def _earlier(count: int) -> str:
    held = " UNION ALL ".join(
        f"SELECT * FROM (SELECT petition_id FROM petition_sketch WHERE piece = ?{place + 5}"
        f" AND petition_id < ?1 ORDER BY petition_id DESC LIMIT {MOST_OF_A_PIECE})"
        for place in range(count)
    )
    return (
        f"SELECT petition_id FROM (SELECT petition_id, count(*) AS shared FROM ({held}) GROUP BY petition_id)"
        " WHERE shared >= ?2 OR (shared >= ?3 AND EXISTS (SELECT 1 FROM petition p, petition o"
        " WHERE p.id = petition_id AND o.id = ?1 AND p.petitioner_id = o.petitioner_id))"
        " ORDER BY shared DESC, petition_id DESC LIMIT ?4"
    )


def settle(session: Session, one: int, other: int, *, settled: bool) -> None:
    """Says of two that were paired, or does not say any more, that they are not to be pointed out."""
    session.execute(
        update(NearEqual)
        .where(tuple_(NearEqual.petition_id, NearEqual.other_id).in_([(one, other), (other, one)]))
        .values(settled=settled)
    )


def settle_what_was_said(session: Session) -> None:
    """What was set apart or merged, for pairs that were made again."""
    apart = select(PetitionPair.first_id, PetitionPair.second_id).where(
        PetitionPair.kind == PairKind.SET_APART.value
    )
    merged = select(Petition.id, Petition.duplicate_of_id).where(Petition.duplicate_of_id.is_not(None))
    for one, other in (*session.execute(apart), *session.execute(merged)):
        settle(session, one, other or one, settled=True)


def others_of(session: Session, actor: Actor, ids: Sequence[int]) -> dict[int, int]:
    """How many others are pointed out beside each of these petitions; those with none are left out."""
    mine = aliased(Petition)
    found = session.execute(
        _pointed_out(session, actor, func.count())
        .join(mine, mine.id == NearEqual.petition_id)
        .where(NearEqual.petition_id.in_(ids), *reach(session, actor, mine))
        .group_by(NearEqual.petition_id)
    )
    return {row[0]: row[1] for row in found}


def pointed_out(session: Session, actor: Actor) -> ColumnElement[bool]:
    """That a petition has others beside it."""
    there = _pointed_out(session, actor).where(NearEqual.petition_id == Petition.id)
    return there.correlate(Petition).exists()


def _pointed_out(session: Session, actor: Actor, *beside: ColumnElement[int]) -> Select[*tuple[int, ...]]:
    other = aliased(Petition)
    seen = reach(session, actor, other)
    made = select(NearEqual.petition_id, *beside).where(NearEqual.settled.is_(False), *seen)
    if seen or session.get_bind().dialect.name != "sqlite":
        # Where nothing is out of reach, nobody has to be asked; row security speaks for the petition.
        made = made.join(other, other.id == NearEqual.other_id)
    return made
