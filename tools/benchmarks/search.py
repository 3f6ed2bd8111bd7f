"""Search among all petitions, class by class: codes, people, rare and common words, beginnings, -words, phrases.

A rare word is measured against LIKE over the texts of the same database. The first rows of a list are measured, which
is what a window asks for.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from sqlalchemy import func, select

from desktop_app.people.model import Petitioner, PetitionerIdentity
from desktop_app.petitions.lists.inbox import ListFilter, Order, Scope
from desktop_app.petitions.model import Petition, PetitionText
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind
from tools.benchmarks.desk import opened
from tools.benchmarks.million import milliseconds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.services import Services
    from desktop_app.staff.roles import Actor

#: A word that the generator does not know; in three texts, once in Arabic letters.
RARE: Final = "قزل‌اوزنك"
TYPED: Final = "قزل‌اوزنک"
ROWS: Final = 20


def run(petitions: int, engines: tuple[str, ...] = ("sqlite", "postgresql")) -> list[tuple[str, str]]:
    """What was measured, as (what, figure)."""
    made: list[tuple[str, str]] = []
    for engine in engines:
        with opened(engine, petitions) as (office, actor):
            made.append((f"{engine}, {petitions:,} petitions, by {actor.name}", ""))
            made.extend(_rare(office, actor))
            made.extend(_classes(office, actor))
    return made


def _rare(office: Services, actor: Actor) -> Iterator[tuple[str, str]]:
    with office.database.reading() as session:
        # Longer than a clerk's statement may, where the texts are on a disk.
        office.database.take_time(session, 120)
        there = session.scalar(select(func.count()).where(PetitionText.body.like(f"%{RARE}%")))
    for number in range(there or 0, 3):
        new = NewPetition(
            Kind.OPINION, Channel.LETTER, f"نامه {number} درباره {RARE}", external_id=f"r-{number}"
        )
        office.register.register_many(actor, [new])
    # A million is ten of each of a hundred thousand: there may be more.
    rows = min(max(there or 0, 3), ROWS)

    def by_like() -> None:
        with office.database.reading() as session:
            office.database.take_time(session, 120)
            body = PetitionText.body.like(f"%{RARE}%")
            found = session.scalars(select(PetitionText.petition_id).where(body).limit(ROWS)).all()
            assert len(found) == rows

    indexed = _asked(office, actor, TYPED, rows)
    like = milliseconds(by_like, 3)
    yield "a rare word, its rows", f"{indexed:.2f} ms"
    yield "a rare word, LIKE over the texts", f"{like:.0f} ms"
    yield "rare / LIKE (asked: at most 1/100)", f"1/{like / indexed:.0f}"


def _classes(office: Services, actor: Actor) -> Iterator[tuple[str, str]]:
    """Each class of query; asked: at most 150 ms, but phrases of common words, which stop at 3 s."""
    with office.database.reading() as session:
        (code,) = session.execute(select(Petition.tracking_code).order_by(Petition.id.desc()).limit(1)).one()
        mobile, name = session.execute(
            select(PetitionerIdentity.mobile, Petitioner.name)
            .join(Petitioner, Petitioner.id == PetitionerIdentity.petitioner_id)
            .where(PetitionerIdentity.mobile.is_not(None), Petitioner.name != "")
            .order_by(Petitioner.id.desc())
            .limit(1)
        ).one()
    assert mobile is not None
    for what, query in (
        ("a tracking code in groups", f"{code[:4]} {code[4:8]} {code[8:]}"),
        ("the beginning of a tracking code", code[:6]),
        ("a mobile number", f"{mobile[:4]} {mobile[4:7]} {mobile[7:]}"),
        ("a name", name),
        ("a common word", "مجوز "),
        ("the beginning of common words", "مج"),
        ("two common words", "مجوز نشر "),
        ("five words", "درخواست مجوز نشر کتاب کودک "),
        ("a common word without another", "مجوز -نشر"),
        ("a beginning with a star", "نگار* مجوز"),
        ("nothing: a word that is nowhere", "ژغقضصث"),
        ("a phrase with a rare word", f'"درباره {TYPED}"'),
    ):
        yield f"{what} (asked: ≤ 150 ms)", f"{_asked(office, actor, query):.1f} ms"
    began = time.perf_counter()
    outline = office.inbox.outline(actor, _list('"مجوز را نشر"'))
    taken = time.perf_counter() - began
    told = "cut, with a way on" if outline.capped else "gone through"
    yield "a phrase of common words that stands nowhere (asked: ≤ 3 s)", f"{taken:.2f} s, {told}"


def _asked(office: Services, actor: Actor, query: str, rows: int | None = None) -> float:
    def ask() -> None:
        found = office.inbox.first(actor, _list(query), ROWS)
        if rows is not None:
            assert len(found) == rows, len(found)

    return milliseconds(ask, 11)


def _list(query: str) -> ListFilter:
    return ListFilter(scope=Scope.ANY, order=Order.NEWEST, query=query)
