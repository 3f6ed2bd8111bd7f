"""Sample petitions as database rows: each story is replayed with the state table, in bulk.

The services write one petition per transaction, while a million petitions need executemany. States,
snapshots, deadlines and search terms come from the same functions that the services use.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any, Final, cast

import psycopg
from psycopg import sql
from sqlalchemy import JSON, Table, insert
from sqlalchemy.orm import Session

from desktop_app.database.audit import EventRecord
from desktop_app.database.base import Base
from desktop_app.database.chain import canonical_json
from desktop_app.database.number_keys import make_number_keys
from desktop_app.database.search import IndexedItem, index_items, terms_of
from desktop_app.database.vouched import VOUCHED, digests_of
from desktop_app.office.settings import AnswerDeadline
from desktop_app.office.workdays import WorkCalendar
from desktop_app.people.model import Petitioner, PetitionerIdentity
from desktop_app.people.petitioners import IDENTIFIERS, identity_row, masked_identifiers
from desktop_app.persian.dates import JalaliDay, tehran_day
from desktop_app.persian.names import sort_key
from desktop_app.petitions.deadlines.counting import ClockPause, deadline, rule_for
from desktop_app.petitions.duplicates.minhash import insert_sketches
from desktop_app.petitions.model import NO_DEADLINE, Petition, PetitionPause, PetitionText, Referral, Reply
from desktop_app.petitions.moves import TABLE
from desktop_app.petitions.registration.codes import new_tracking_code
from desktop_app.petitions.registration.register import first_words
from desktop_app.petitions.vocabulary import OPEN, Move, Purpose, Status
from desktop_app.sample.petitions import SamplePetition
from desktop_app.sample.stories import SampleStep

Row = dict[str, Any]


@dataclass(frozen=True)
class SampleOffice:
    """Reference data for the rows: ids by unit code and user name, deadline rules and calendar."""

    units: dict[str, tuple[int, str]]
    people: dict[str, tuple[int, str]]
    rules: tuple[AnswerDeadline, ...]
    calendar: WorkCalendar

    @cached_property
    def unit_names(self) -> dict[int | None, str]:
        return dict(self.units.values())

    @cached_property
    def person_names(self) -> dict[int | None, str]:
        return dict(self.people.values())


@dataclass
class SampleNumbering:
    """The next ids and registry numbers, and the known petitioners."""

    first_petition: int
    next_petitioner: int
    next_referral: int
    next_reply: int
    registry: dict[int, int]
    random_below: Any
    petitioners: dict[str, int] = field(default_factory=dict)
    due_days: dict[tuple[date, AnswerDeadline], date] = field(default_factory=dict)
    codes: set[str] = field(default_factory=set)

    def new_code(self) -> str:
        """Returns a tracking code that is unique among the sample petitions; collisions occur with a million."""
        while (code := new_tracking_code(self.random_below)) in self.codes:
            pass
        self.codes.add(code)
        return code


@dataclass
class SampleRows:
    """Rows by table, to be inserted together."""

    petitioners: list[Row] = field(default_factory=list)
    identities: list[Row] = field(default_factory=list)
    petitions: list[Row] = field(default_factory=list)
    texts: list[Row] = field(default_factory=list)
    events: list[Row] = field(default_factory=list)
    referrals: list[Row] = field(default_factory=list)
    replies: list[Row] = field(default_factory=list)
    pauses: list[Row] = field(default_factory=list)
    terms: list[IndexedItem] = field(default_factory=list)

    def insert(self, session: Session) -> None:
        """Inserts the rows, parents first."""
        key = make_number_keys(session)
        identities = [identity_row(person, key) for person in self.identities]
        for model, rows in (
            (Petitioner, self.petitioners),
            (PetitionerIdentity, identities),
            (Petition, self.petitions),
            (PetitionText, self.texts),
            (EventRecord, self.events),
            (Referral, self.referrals),
            (Reply, self.replies),
            (PetitionPause, self.pauses),
        ):
            if rows:
                _put(session, cast("Table", model.__table__), rows)
        index_items(session, self.terms)
        insert_sketches(session, [(row["petition_id"], row["body"]) for row in self.texts])


def _put(session: Session, table: Table, rows: list[Row]) -> None:
    if session.get_bind().dialect.name == "sqlite":
        # Core instead of ORM: an ORM insert would group rows by which values are None.
        session.execute(insert(table), rows)
        return
    # COPY takes a third of the time on the server for ten million rows (of a million petitions).
    names, documents = list(rows[0]), [c.name for c in table.c if isinstance(c.type, JSON)]
    driver = cast("psycopg.Connection[Any]", session.connection().connection.driver_connection)
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(table.name), sql.SQL(", ").join(map(sql.Identifier, names))
    )
    with driver.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            kept = row | {name: canonical_json(row[name]) for name in documents} if documents else row
            copy.write_row([kept[name] for name in names])


def rows_of(made: Iterable[SamplePetition], office: SampleOffice, numbering: SampleNumbering) -> SampleRows:
    """Returns the rows of some petitions in order of receipt."""
    rows = SampleRows()
    for petition in made:
        _Replay(petition, office, numbering, rows).run()
    return rows


#: Routing rules act without a person.
_RULE: Final = (None, "")


class _Replay:
    """Replays one petition: the initial row, then each step of its story."""

    def __init__(
        self, made: SamplePetition, office: SampleOffice, numbering: SampleNumbering, rows: SampleRows
    ) -> None:
        self._made = made
        self._office = office
        self._numbering = numbering
        self._rows = rows
        self._id = numbering.first_petition + made.number
        self._sequence = 0
        self._pauses: list[tuple[date, date | None]] = []
        self._open_referrals: list[Row] = []
        self._draft: Row | None = None
        self._state: Row = {}
        #: Digests of the rows that the next event vouches for.
        self._vouched: dict[str, str] = {}
        self._petition: Row = {}

    def run(self) -> None:
        made = self._made
        self._state = {
            "status": Status.REGISTERED.value,
            "unit_id": None,
            "assignee_id": None,
            "outcome": None,
            "duplicate_of_id": None,
            "satisfaction": None,
            "due_on": self._due(),
            "paused_on": None,
            "resolved_at": None,
        }
        self._register()
        clerk = self._office.people["s.kazemi"] if made.channel in {"phone", "in_person", "letter"} else _RULE
        self._event(
            "registered", made.received_at, clerk, {}, {"status": "registered", "channel": made.channel}
        )
        for step in made.story:
            self._step(step)
        self._finish()

    def _register(self) -> None:
        """Makes what a registration settles for good."""
        made = self._made
        year = JalaliDay.of(tehran_day(made.received_at)).year
        self._numbering.registry[year] = self._numbering.registry.get(year, 0) + 1
        self._petition = {
            "id": self._id,
            "tracking_code": self._numbering.new_code(),
            "registry_year": year,
            "registry_number": self._numbering.registry[year],
            "identity_key": f"sample:{self._id}",
            "external_id": made.external_id,
            "kind": made.kind,
            "channel": made.channel,
            "subject": made.subject,
            "letter_number": made.letter_number,
            "received_at": made.received_at,
            "registered_at": made.received_at,
        }
        text = {"petition_id": self._id, "body": made.text}
        self._rows.texts.append(text)
        self._vouch(Petition, self._id, self._petition)
        self._vouch(PetitionText, self._id, text)

    def _vouch(self, model: type[Base], number: int, row: Row) -> None:
        for digest in digests_of(cast("Table", model.__table__)):
            self._vouched[f"{digest.name}:{number}"] = digest.of(row)

    def _due(self) -> date | None:
        made, office = self._made, self._office
        rule = rule_for(made.kind, made.channel, office.rules)
        if rule is None:
            return None
        day = tehran_day(made.received_at)
        pauses = tuple(ClockPause(began, ended) for began, ended in self._pauses)
        if pauses:
            return deadline(day, rule, office.calendar, pauses).day
        known = self._numbering.due_days
        if (day, rule) not in known:
            known[day, rule] = deadline(day, rule, office.calendar).day
        return known[day, rule]

    def _step(self, step: SampleStep) -> None:
        by = self._office.people[step.by] if step.by else _RULE
        if step.move == "note":
            self._event("note", step.at, by, {}, {}, step.text)
            return
        move = Move(step.move)
        before = self._snapshot()
        effects = self._apply(move, step, by)
        target = TABLE[move].target
        self._state["status"] = target.value if target else self._state["status"]
        self._event(move.value, step.at, by, before, self._snapshot() | {"effects": effects}, step.text)

    def _apply(self, move: Move, step: SampleStep, by: tuple[int | None, str]) -> Row:
        state, today = self._state, tehran_day(step.at)
        if move in {Move.REFER, Move.GIVE_BACK, Move.TAKE, Move.RESOLVE, Move.CLOSE}:
            self._answer_referrals(step.at)
        if move is Move.REFER:
            self._refer(step, by)
        elif move is Move.GIVE_BACK:
            state["unit_id"] = state["assignee_id"] = None
        elif move is Move.TAKE:
            state["assignee_id"] = by[0]
        elif move is Move.WAIT:
            state["paused_on"] = today
            self._pauses.append((today, None))
        elif move is Move.SUBMIT:
            self._reply(step, by)
        elif move is Move.REOPEN:
            state |= {"outcome": None, "resolved_at": None, "duplicate_of_id": None, "satisfaction": None}
        elif move in {Move.RESOLVE, Move.CLOSE}:
            self._end(move, step, by)
        if move in {Move.RESUME, Move.RESOLVE, Move.CLOSE} and state["paused_on"]:
            self._pauses[-1] = (self._pauses[-1][0], today)
            state["paused_on"], state["due_on"] = None, self._due()
        return {}

    def _refer(self, step: SampleStep, by: tuple[int | None, str]) -> None:
        unit = self._office.units[step.unit or ""][0]
        number, self._numbering.next_referral = (
            self._numbering.next_referral,
            self._numbering.next_referral + 1,
        )
        referral = {
            "id": number,
            "petition_id": self._id,
            "from_unit_id": self._state["unit_id"],
            "to_unit_id": unit,
            "to_person_id": None,
            "purpose": Purpose.ACTION.value,
            "order_note": step.text,
            "sent_by_id": by[0],
            "sent_at": step.at,
            "seen_at": None,
            "acted_at": None,
        }
        self._vouch(Referral, number, referral)
        self._open_referrals.append(referral)
        self._rows.referrals.append(referral)
        self._state["unit_id"], self._state["assignee_id"] = unit, None

    def _answer_referrals(self, at: datetime) -> None:
        for referral in self._open_referrals:
            referral["seen_at"] = referral["acted_at"] = at
        self._open_referrals.clear()

    def _reply(self, step: SampleStep, by: tuple[int | None, str]) -> None:
        if self._draft is None:
            number, self._numbering.next_reply = self._numbering.next_reply, self._numbering.next_reply + 1
            self._draft = {"id": number, "petition_id": self._id, "sent_at": None}
            self._rows.replies.append(self._draft)
        self._draft |= {"text": step.text, "author_id": by[0], "written_at": step.at}
        self._vouch(Reply, self._draft["id"], self._draft)

    def _end(self, move: Move, step: SampleStep, by: tuple[int | None, str]) -> None:
        if move is Move.RESOLVE:
            if self._draft is None:
                self._reply(step, by)
            assert self._draft is not None
            self._draft["sent_at"] = step.at
            self._draft = None
        repeats = self._made.repeats
        self._state |= {
            "outcome": step.outcome,
            "resolved_at": step.at,
            "satisfaction": step.satisfaction,
            "duplicate_of_id": self._numbering.first_petition + repeats
            if step.outcome == "duplicate" and repeats
            else None,
        }

    def _snapshot(self) -> Row:
        state = self._state
        iso = {
            name: state[name].isoformat() if state[name] else None
            for name in ("due_on", "paused_on", "resolved_at")
        }
        return (
            state
            | iso
            | {
                "unit_name": self._office.unit_names.get(state["unit_id"], ""),
                "assignee_name": self._office.person_names.get(state["assignee_id"], ""),
            }
        )

    def _event(
        self, action: str, at: datetime, by: tuple[int | None, str], before: Row, after: Row, text: str = ""
    ) -> None:
        self._sequence += 1
        if self._vouched:
            after, self._vouched = after | {VOUCHED: self._vouched}, {}
        self._rows.events.append(
            {
                "item_type": "petition",
                "item_id": self._id,
                "sequence": self._sequence,
                "at": at,
                "actor_id": by[0],
                "actor_name": by[1],
                "action": action,
                "before": before,
                "after": after,
                "text": text,
            }
        )

    def _petitioner(self) -> int | None:
        made = self._made
        key = made.national_id or (f"{made.mobile}/{made.name}" if made.mobile else made.name)
        if not key:
            return None
        known = self._numbering.petitioners
        if key not in known:
            known[key] = self._numbering.next_petitioner
            self._numbering.next_petitioner += 1
            name = made.name or ""
            identifiers = {field: getattr(made, field) for field in IDENTIFIERS}
            self._rows.petitioners.append(
                {
                    "id": known[key],
                    "name": name,
                    "name_key": sort_key(name),
                    "group": made.group or "citizen",
                    "created_at": made.received_at,
                    **masked_identifiers(identifiers),
                }
            )
            if any(identifiers.values()):
                self._rows.identities.append({"id": known[key]} | identifiers)
        return known[key]

    def _finish(self) -> None:
        made, state = self._made, self._state
        status = Status(state["status"])
        last = self._rows.events[-1]["at"]
        self._rows.petitions.append(
            state
            | self._petition
            | {
                "is_open": status in OPEN,
                "urgency": made.urgency,
                "snippet": first_words(made.text),
                "petitioner_id": self._petitioner(),
                "petitioner_name": made.name or "",
                "about": made.about_title,
                "due_order": state["due_on"] or NO_DEADLINE,
                "changed_at": last,
                "version": self._sequence,
            }
        )
        self._rows.pauses.extend(
            {"petition_id": self._id, "began": began, "ended": ended} for began, ended in self._pauses
        )
        codes = (self._petition["tracking_code"], made.external_id, made.letter_number)
        terms = terms_of((made.subject, made.text, made.name, made.about_title), codes)
        self._rows.terms.append((self._id, terms, (made.national_id, made.mobile)))
