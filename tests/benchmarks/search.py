"""A rare word among all petitions: the folded index against LIKE over the texts, on the same database."""

from __future__ import annotations

from sqlalchemy import select

from desktop_app.petitions.inbox import ListFilter, Scope
from desktop_app.petitions.model import PetitionText
from desktop_app.petitions.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind
from desktop_app.staff.roles import pc_user
from tests.benchmarks.million import milliseconds, services

#: A word that the generator does not know; in three texts, once in Arabic letters.
RARE = "قزل‌اوزنك"
TYPED = "قزل اوزنک"


def run(petitions: int) -> list[tuple[str, str]]:
    """What was measured, as (what, figure)."""
    office = services(petitions)
    actor = pc_user("benchmark")
    for number in range(3):
        made = NewPetition(
            Kind.OPINION, Channel.LETTER, f"نامه {number} درباره {RARE}", external_id=f"rare-{number}"
        )
        office.register.register_many(actor, [made])
    wanted = ListFilter(scope=Scope.ANY, query=TYPED.replace(" ", "\u200c"))

    def by_index() -> None:
        _, rows = office.inbox.find(actor, wanted, 20)
        assert len(rows) == 3, len(rows)

    def by_like() -> None:
        with office.database.reading() as session:
            found = session.scalars(
                select(PetitionText.petition_id).where(PetitionText.body.like(f"%{RARE}%")).limit(20)
            ).all()
            assert len(found) == 3

    indexed, like = milliseconds(by_index, 21), milliseconds(by_like, 3)
    common = milliseconds(lambda: office.inbox.find(actor, ListFilter(scope=Scope.ANY, query="مجوز"), 20), 3)
    office.close()
    return [
        ("a rare word, folded index, list of rows on the screen's own way", f"{indexed:.2f} ms"),
        ("a rare word, LIKE over the texts", f"{like:.0f} ms"),
        ("index / LIKE (asked: at most 1/100)", f"1/{like / indexed:.0f}"),
        ("a common word, folded index, count capped", f"{common:.0f} ms"),
    ]
