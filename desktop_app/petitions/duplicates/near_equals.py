"""Near-duplicate pairs of petitions, found when they are registered and stored for lists.

A petition is paired with the earlier ones with which it shares half of its sketch. No text is read for this, so
that an import of a hundred thousand can pair its own petitions. A pair that somebody set apart or merged is settled
and no longer pointed out. `duplicates` compares the texts of a displayed petition, and finds more.

Derived from the sketches and never copied: `indexing.reindex` computes the pairs again in a copied database.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from sqlalchemy import ColumnElement, Select, func, select, text, tuple_, update
from sqlalchemy.orm import InstrumentedAttribute, Mapped, Session, aliased, mapped_column

from desktop_app.database.base import Base
from desktop_app.likeness.pairing import MOST, MOST_OF_A_PIECE, SHARED, SHARED_OF_SENDER
from desktop_app.petitions.duplicates.pairs import PairKind, PetitionPair
from desktop_app.petitions.model import Petition
from desktop_app.petitions.visibility import reach
from desktop_app.staff.roles import Actor


class NearEqual(Base):
    """Two petitions that resemble each other, one row in each direction."""

    __tablename__ = "near_equal"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 - SQLAlchemy's own attribute

    petition_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    other_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    #: Set apart, or merged.
    settled: Mapped[bool] = mapped_column()


def pair_up(session: Session, sketches: Iterable[tuple[int, Sequence[int]]]) -> None:
    """Pairs petitions, given by their stored sketches (id, pieces), with earlier ones that they resemble."""
    wanted = sorted((number, pieces) for number, pieces in sketches if len(pieces) >= SHARED_OF_SENDER)
    if not wanted:
        return
    if session.get_bind().dialect.name != "sqlite":
        # Only a database function reads sketches: the person who registers may not see the similar petitions.
        pairs = [(piece, number) for number, pieces in wanted for piece in pieces]
        session.execute(
            text("SELECT app.pair_near_equals(CAST(:pieces AS integer[]), CAST(:numbers AS bigint[]))"),
            {"pieces": [piece for piece, _ in pairs], "numbers": [number for _, number in pairs]},
        )
        return
    # Executed by the driver directly, one statement for each petition of an import.
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
    """Marks a pair as settled, so that it is not pointed out, or as open again."""
    session.execute(
        update(NearEqual)
        .where(tuple_(NearEqual.petition_id, NearEqual.other_id).in_([(one, other), (other, one)]))
        .values(settled=settled)
    )


def settle_what_was_said(session: Session) -> None:
    """Settles pairs that were set apart or merged, after all pairs were computed again."""
    apart = select(PetitionPair.first_id, PetitionPair.second_id).where(
        PetitionPair.kind == PairKind.SET_APART.value
    )
    merged = select(Petition.id, Petition.duplicate_of_id).where(Petition.duplicate_of_id.is_not(None))
    for one, other in (*session.execute(apart), *session.execute(merged)):
        settle(session, one, other or one, settled=True)


def others_of(session: Session, actor: Actor, ids: Sequence[int]) -> dict[int, int]:
    """Returns the number of others pointed out for each of these petitions; those with none are left out."""
    mine = aliased(Petition)
    found = session.execute(
        _pointed_out(session, actor, func.count())
        .join(mine, mine.id == NearEqual.petition_id)
        .where(NearEqual.petition_id.in_(ids), *reach(session, actor, mine))
        .group_by(NearEqual.petition_id)
    )
    return {row[0]: row[1] for row in found}


def others_to(session: Session, actor: Actor, petition_id: int) -> frozenset[int]:
    """Returns the others that are pointed out for a petition: those that its row in a list counts."""
    made = _pointed_out(session, actor, NearEqual.other_id).where(NearEqual.petition_id == petition_id)
    return frozenset(row.other_id for row in session.execute(made))


def pointed_out(session: Session, actor: Actor) -> ColumnElement[bool]:
    """Returns the condition that a petition has others pointed out."""
    there = _pointed_out(session, actor).where(NearEqual.petition_id == Petition.id)
    return there.correlate(Petition).exists()


def _pointed_out(
    session: Session, actor: Actor, *beside: ColumnElement[int] | InstrumentedAttribute[int]
) -> Select[*tuple[int, ...]]:
    other = aliased(Petition)
    seen = reach(session, actor, other)
    made = select(NearEqual.petition_id, *beside).where(NearEqual.settled.is_(False), *seen)
    if seen or session.get_bind().dialect.name != "sqlite":
        # The other petition is joined if it may be out of reach; on PostgreSQL row security filters it.
        made = made.join(other, other.id == NearEqual.other_id)
    return made
