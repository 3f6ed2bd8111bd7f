"""The index of near-duplicates: the MinHash sketch of each text (`likeness.shingles`), looked up by its pieces.

Derived from the texts and never copied: `indexing.reindex` fills it in a copied database.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Final

from sqlalchemy import delete, insert, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from desktop_app.database.base import Base
from desktop_app.petitions.duplicates.near_equals import NearEqual, pair_up
from desktop_app.petitions.model import Petition
from desktop_app.petitions.visibility import reach
from desktop_app.staff.roles import Actor

#: At most so many petitions of one piece are compared, newest first. A campaign of fifty thousand then costs as
#: much as one of five hundred, and so does a common phrase.
MOST_OF_A_PIECE: Final = 500


class PetitionSketch(Base):
    """One piece of a petition's text; at most `likeness.shingles.SKETCHED` for one text."""

    __tablename__ = "petition_sketch"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 - SQLAlchemy's own attribute

    piece: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    petition_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)


def insert_sketches(session: Session, texts: Iterable[tuple[int, str]]) -> None:
    """Stores the sketches of new petitions, `(id, text)`, and pairs these with similar ones."""
    pair_up(session, keep_sketches(session, texts))


def keep_sketches(session: Session, texts: Iterable[tuple[int, str]]) -> list[tuple[int, tuple[int, ...]]]:
    """Stores the sketches of petitions, `(id, text)`, without pairing; returns id and pieces of each."""
    from desktop_app.likeness.shingles import sketch  # noqa: PLC0415 - numpy, which a list does not need

    sketches = [(number, sketch(body)) for number, body in texts]
    pairs = [(piece, number) for number, pieces in sketches for piece in pieces]
    if pairs:
        _insert(session, pairs)
    return sketches


def _insert(session: Session, pairs: Sequence[tuple[int, int]]) -> None:
    if _is_sqlite(session):
        rows = [{"piece": piece, "petition_id": number} for piece, number in pairs]
        session.execute(insert(PetitionSketch), rows)
        return
    # There are sixteen rows for each petition: two arrays make them one statement.
    session.execute(
        text("SELECT app.keep_sketches(CAST(:pieces AS integer[]), CAST(:numbers AS bigint[]))"),
        {"pieces": [piece for piece, _ in pairs], "numbers": [number for _, number in pairs]},
    )


def clear_sketches(session: Session) -> None:
    """Deletes all sketches and pairs, before they are computed again."""
    session.execute(delete(PetitionSketch))
    session.execute(delete(NearEqual))


def sharing(session: Session, actor: Actor, pieces: Sequence[int], most: int) -> list[int]:
    """Returns the ids of at most `most` petitions within `actor`'s reach that share pieces, most shared first, then
    newest.
    """
    if not pieces:
        return []
    if not _is_sqlite(session):
        # Row security would be checked for every row: a database function checks the person's rights instead.
        found = session.execute(
            text("SELECT app.alike(CAST(:pieces AS integer[]), :most)"),
            {"pieces": list(pieces), "most": most},
        )
        return [row[0] for row in found]
    counted: Counter[int] = Counter()
    for piece in pieces:
        held = (
            select(PetitionSketch.petition_id)
            .where(PetitionSketch.piece == piece)
            .order_by(PetitionSketch.petition_id.desc())
            .limit(MOST_OF_A_PIECE)
        )
        counted.update(session.scalars(held))
    ranked = sorted(counted, key=lambda number: (-counted[number], -number))
    conditions = reach(session, actor)
    if conditions:
        seen = set(session.scalars(select(Petition.id).where(Petition.id.in_(ranked), *conditions)))
        ranked = [number for number in ranked if number in seen]
    return ranked[:most]


def _is_sqlite(session: Session) -> bool:
    bind: Any = session.get_bind()
    return bool(bind.dialect.name == "sqlite")
