"""The steps of domain.md, section 2, written out by hand: who takes which step in which state.

It is independent of the program's own table (`instruments.steps`). `Draft` brings a draft of the book unit into each
state, with everything fulfilled that its next step needs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from desktop_app.database.chain import canonical_json
from desktop_app.documents.document import Document
from desktop_app.instruments.consultation.gate import stands_now
from desktop_app.instruments.drafting.service import existing_instrument
from desktop_app.instruments.vocabulary import InstrumentKind, InstrumentStatus
from desktop_app.people.experts import ExpertWords
from desktop_app.staff.roles import Actor, Membership, Role
from tests.department import TestOffice, add_person
from tests.instruments.consulting import FIRST_TEXT, NEXT_TEXT, Consultation, made_history

#: The author, their colleague, a clerk of another unit; the reviewer who asks, another one, and the one who writes
#: the text; the manager of the office, and of another unit; an administrator who is nothing else.
PEOPLE: Final[Mapping[str, str]] = {
    "author": "rezaei", "colleague": "nouri", "stranger": "amini", "asker": "sadeghi", "reviewer": "farhadi",
    "writer": "zamani", "manager": "yazdi", "other_manager": "sharifi", "administrator": "salehi",
}  # fmt: skip
_REVIEWERS: Final = {"asker", "reviewer", "writer"}
_EVERYBODY: Final = set(PEOPLE) - {"administrator"}
_MANAGER: Final = {"manager"}
_SETTLES: Final = _REVIEWERS | {"author", "manager"}
TABLE: Final[Mapping[str, Mapping[str, set[str]]]] = {
    "drafting": {
        "to_review": {"author", "manager"},
        "add_revision": _EVERYBODY,
        "settle_second_reader": _SETTLES,
        "withdraw": _MANAGER,
    },
    "legal_review": {
        "back_to_drafting": _REVIEWERS,
        "ask_to_open": {"asker", "reviewer"},
        "add_revision": _EVERYBODY,
        "settle_second_reader": _SETTLES,
        "invite": _EVERYBODY,
        "withdraw": _MANAGER,
    },
    "asked": {
        "back_to_drafting": _REVIEWERS,
        "open": _MANAGER,
        "decline": {"manager", "asker"},
        "add_revision": _EVERYBODY,
        "settle_second_reader": _SETTLES,
        "invite": _EVERYBODY,
        "withdraw": _MANAGER,
    },
    "open": {"extend": _MANAGER, "add_revision": _EVERYBODY, "invite": _EVERYBODY, "withdraw": _MANAGER},
    "closed": {"start_revising": _REVIEWERS, "add_revision": _EVERYBODY, "withdraw": _MANAGER},
    "revising": {
        "sum_up": _REVIEWERS,
        "make_ready": {"asker", "reviewer"},
        "add_revision": _EVERYBODY,
        "withdraw": _MANAGER,
    },
    "ready": {"sum_up": _REVIEWERS, "finish": _MANAGER, "revise_again": _MANAGER, "withdraw": _MANAGER},
    # The last day of the window was declared closed, without the service that opens it again.
    "shut": {
        "reopen_window": {"administrator"},
        "start_revising": _REVIEWERS,
        "add_revision": _EVERYBODY,
        "withdraw": _MANAGER,
    },
    "shut_revising": {
        "sum_up": _REVIEWERS,
        "open_again": _MANAGER,
        "leave_closed": _MANAGER,
        "add_revision": _EVERYBODY,
        "withdraw": _MANAGER,
    },
    "shut_ready": {
        "sum_up": _REVIEWERS,
        "open_again": _MANAGER,
        "leave_closed": _MANAGER,
        "revise_again": _MANAGER,
        "withdraw": _MANAGER,
    },
    "promulgated": {},
    "withdrawn": {"take_up_again": _MANAGER},
}
#: What is offered, as the gate says what is missing, and refused by the law.
HELD: Final[Mapping[str, Mapping[str, set[str]]]] = {
    "shut_revising": {"make_ready": {"asker", "reviewer"}},
    "shut_ready": {"finish": _MANAGER},
}


@dataclass
class Draft:
    """A draft in a state, and what its steps are tried with."""

    consultation: Consultation
    people: Mapping[str, Actor]
    expert: int

    @property
    def id(self) -> int:
        return self.consultation.id

    def words(self, step: str) -> str:
        reasoned = {"extend", "decline", "leave_closed", "revise_again", "withdraw", "take_up_again"}
        return "با دلیل" if step in reasoned else ""

    def given(self, step: str) -> dict[str, Any]:
        """Returns values with which the step is lawful where it is allowed."""
        row, database = self.consultation.now, self.consultation.services.database
        until = (row.row.closes_on or self.consultation.today) + timedelta(days=14)
        revision = row.revisions[-1].id
        if step == "sum_up":
            with database.reading() as session:
                basis = stands_now(session, existing_instrument(session, self.id), revision)
            return {"content": canonical_json({}), "sha256": "0" * 64, "basis": basis}
        known: dict[str, dict[str, Any]] = {
            "ask_to_open": {"revision_id": revision, "publishing": "portal", "until": None},
            "extend": {"until": until},
            "make_ready": {"no_change_reason": ""},
            "finish": {"letter_number": "۹۹/۱", "letter_date": self.consultation.today},
            "settle_second_reader": {"wanted": True},
            "add_revision": {
                "text": "ماده ۱- متنی دیگر.", "parts": "[]", "not_compared": [], "source_name": "x.txt",
                "sha256": "0" * 64,
            },
            "invite": {"experts": [self.expert]},
        }  # fmt: skip
        return known.get(step, {})


def staffed(office: TestOffice) -> dict[str, Actor]:
    """Adds the people that the office lacks; returns all of `PEOPLE`."""
    accounts = office.services.accounts
    for name, username, role in (
        ("لیلا فرهادی", "farhadi", Role.REVIEWER),
        ("پری زمانی", "zamani", Role.REVIEWER),
        ("لیلا صالحی", "salehi", Role.ADMINISTRATOR),
    ):
        roles = frozenset({Membership(role, None)})
        add_person(office.services, office.administrator, name, username, roles)
    ids = {row.username: row.id for row in accounts.all()}
    return {who: accounts.actor(ids[username]) for who, username in PEOPLE.items()}


def register_expert(office: TestOffice) -> int:
    words = ExpertWords(name="نیما یوشیج", group="expert", organisation="کانون نویسندگان")
    return office.services.experts.add(office.clerk, words).id


def draft_in(state: str, consultation: Consultation, people: Mapping[str, Actor], expert: int) -> Draft:
    """Registers a draft and brings it into a state of `TABLE`, by the services, on the day of the clock.

    The window is put into the past by SQL, because no day passes.
    """
    services, office = consultation.services, consultation.office
    made = services.drafting.register(
        people["author"], InstrumentKind.BYLAW, f"آیین‌نامه {state}", unit_id=office.books.id
    )
    consultation.id = made.row.id
    consultation.set_day()
    consultation.write(FIRST_TEXT, by=people["writer"])
    steps: dict[str, Callable[[], object]] = {
        "legal_review": lambda: services.drafting.move(
            people["author"], consultation.id, consultation.version, InstrumentStatus.LEGAL_REVIEW
        ),
        "asked": lambda: consultation.ask(by=people["asker"]),
        "open": lambda: consultation.open(by=people["manager"]),
        "closed": lambda: _put_back(consultation),
        "revising": lambda: _revise(consultation, people),
        "ready": lambda: services.life.make_ready(people["asker"], consultation.id, consultation.version),
        "promulgated": lambda: consultation.finish(by=people["manager"], number=f"۱۲۳/{consultation.id}"),
    }
    order = ("drafting", *steps)
    state, shut = state.removeprefix("shut_").replace("shut", "closed"), state.startswith("shut")
    if state == "withdrawn":
        services.life.withdraw(people["manager"], consultation.id, consultation.version, "لازم نیست")
        return Draft(consultation, people, expert)
    for name in order[1 : order.index(state) + 1]:
        steps[name]()
    if shut:
        _shut_its_last_day(consultation)
    return Draft(consultation, people, expert)


def _shut_its_last_day(consultation: Consultation) -> None:
    """Closes the last day by SQL, in place of another closure of these tests; other drafts have other last days."""
    consultation.sql(
        "INSERT INTO closed_day (day, name, source) SELECT closes_on, 'برف', 'office' FROM instrument WHERE id = :id"
    )


def _put_back(consultation: Consultation) -> None:
    """Moves the window forty days into the past, to an open day that no other draft ends on."""
    day, calendar = consultation.today, consultation.services.office.calendar()
    taken = {row.closes_on for row in consultation.services.drafting.all()}
    last = day - timedelta(days=10)
    while calendar.is_closed(last) or last in taken:
        last -= timedelta(days=1)
    values = {"first": last - timedelta(days=30), "last": last}
    if consultation.services.database.is_sqlite:
        values = {name: value.isoformat() for name, value in values.items()}  # type: ignore[misc]
    with made_history(consultation.services):
        consultation.sql(
            "UPDATE instrument SET opened_on = :first, closes_on = :last WHERE id = :id", **values
        )


def _revise(consultation: Consultation, people: Mapping[str, Actor]) -> None:
    services = consultation.services
    services.life.start_revising(people["asker"], consultation.id, consultation.version)
    services.drafting.add_revision(
        people["writer"], consultation.id, Document("draft.txt", NEXT_TEXT, (), "txt", "")
    )
    consultation.explain()
    services.summing_up.freeze(people["asker"], consultation.id)
