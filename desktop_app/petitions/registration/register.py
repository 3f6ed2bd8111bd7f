"""Registers petitions: tracking code, registry number, deadline, search index.

The form, imports and intake workers all use `register_many`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Item
from desktop_app.database.acts.performing import in_parts
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.database.sameness import identity_of, stored_keys
from desktop_app.database.search import index_items, terms_of
from desktop_app.errors import InvalidValueError, RuleError
from desktop_app.office.message_templates import MessageKind
from desktop_app.office.numbering import REGISTRY, take_numbers
from desktop_app.office.services import Subject, subjects_named
from desktop_app.office.settings import calendar_of, registration_rules
from desktop_app.office.workdays import WorkCalendar
from desktop_app.people.asking import ask_about
from desktop_app.people.look_ups import known_by, look_up
from desktop_app.people.model import LONGEST_NAME, Petitioner
from desktop_app.people.petitioners import Contact, PetitionerRow, petitioner_row, recognise
from desktop_app.persian.dates import JalaliDay, tehran_day
from desktop_app.persian.names import sort_key
from desktop_app.petitions.acts.registration import REGISTERED
from desktop_app.petitions.deadlines.counting import deadline, rule_for
from desktop_app.petitions.duplicates.minhash import insert_sketches
from desktop_app.petitions.identities import read_identities
from desktop_app.petitions.model import Petition
from desktop_app.petitions.outbox.announcing import announce
from desktop_app.petitions.registration.codes import new_tracking_code
from desktop_app.petitions.registration.reservations import REGISTRARS, free_codes, take_reserved
from desktop_app.petitions.registration.rows_there import rows_there
from desktop_app.petitions.routing.applying import (
    labels_in_use,
    labels_put_on,
    more_pressing,
    router_in_force,
)
from desktop_app.petitions.routing.matching import found_words
from desktop_app.petitions.routing.rules import Incoming, RuleDefinition
from desktop_app.petitions.visibility import reach, works_on
from desktop_app.petitions.vocabulary import SPOKEN, Channel, Kind, Urgency
from desktop_app.staff.acting import perform_each
from desktop_app.staff.roles import Actor

#: Characters that no database stores: NUL and lone surrogates.
_NOT_STORABLE: Final = re.compile("[\x00\ud800-\udfff]")
LONGEST_SUBJECT: Final = 200
#: The length of a subject that is taken from the text.
_SHOWN_SUBJECT: Final = 60
#: The length of the texts, in code points, that are sent to the database at once.
MOST_TEXT: Final = 8_000_000
#: The maximum lengths of input, in code points.
LONGEST: Final = {
    "text": 1_048_576,
    "subject": LONGEST_SUBJECT,
    "name": LONGEST_NAME,
    "about": 200,
    "external_id": 60,
    "letter_number": 40,
}


@dataclass(frozen=True, slots=True)
class NewPetition:
    """The data of an incoming petition. `text` is stored exactly as received."""

    kind: Kind
    channel: Channel
    text: str
    subject: str = ""
    contact: Contact = field(default_factory=Contact)
    external_id: str | None = None
    #: When it reached the office, aware; None: now.
    received_at: datetime | None = None
    unit_id: int | None = None
    about: str = ""
    letter_number: str | None = None
    urgency: Urgency = Urgency.NORMAL
    #: A code that the registrar has reserved, and may already have read out.
    reserved_code: str = ""
    #: Whether the code goes to the mobile as a text message; None: as the office has set it for the channel.
    texts_code: bool | None = None
    #: The sender was told that it gets no reply if the identity is incomplete.
    told_no_reply: bool = False


@dataclass(frozen=True, slots=True)
class Registered:
    """A registered petition: its id, twelve-digit tracking code and registry number, and whether it is a notice."""

    id: int
    tracking_code: str
    registry_year: int
    registry_number: int
    notice: bool = False


class Register:
    """Registers petitions."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @once
    def register(self, actor: Actor, petition: NewPetition) -> Registered:
        """Registers one petition, such as a phone call. Raises `InvalidValueError`, `RuleError`.

        With an incomplete identity it becomes a notice, of which a caller has to be told (`told_no_reply`). Without a
        time it was received now: the same words of the same caller on another day are another petition.
        """
        if petition.received_at is None:
            with self._database.reading() as session:
                petition = replace(petition, received_at=self._database.now(session))
        [made] = self._register(actor, [petition], listening=petition.channel in SPOKEN)
        if made is None:
            raise RuleError(rule="already_registered")
        return made

    @once
    def register_many(self, actor: Actor, petitions: Sequence[NewPetition]) -> list[Registered | None]:
        """Registers petitions in one transaction; the result is None for each one that was registered before."""
        return self._register(actor, petitions, listening=False)

    def _register(
        self, actor: Actor, petitions: Sequence[NewPetition], *, listening: bool
    ) -> list[Registered | None]:
        actor.must_be(*REGISTRARS, act="register")
        for petition in petitions:
            check(petition)
        ask_about(self._database, asked_words(petitions))
        with self._database.writing() as session:
            made = register_in(session, actor, petitions, self._database.now(session))
            for petition, one in zip(petitions, made, strict=True):
                if listening and one is not None and one.notice and not petition.told_no_reply:
                    raise RuleError(rule="notice_not_told")
            return made

    def caller(self, actor: Actor, number: str) -> PetitionerRow | None:
        """Returns the last petitioner with a mobile number (`09…`) or a national ID; the look-up is an event.

        Identifiers are masked for a person who does not work on one of their petitions. Raises `RuleError` after
        too many numbers of nobody.
        """
        look_up(self._database, actor, number)
        with self._database.reading() as session:
            person = session.get(Petitioner, max(known_by(session, number), default=0))
            if person is None:
                return None
            visible = select(Petition).where(Petition.petitioner_id == person.id, *reach(session, actor))
            newest = session.scalars(visible.order_by(Petition.id.desc()))
            worked_on = [petition.id for petition in newest if works_on(actor, petition)][:1]
            row = petitioner_row(person)
        found = read_identities(self._database, actor, worked_on)
        for one in found.values():
            return replace(row, national_id=one.national_id, mobile=one.mobile, email=one.email, masked=False)
        return row

    def of_another(self, actor: Actor, contact: Contact) -> PetitionerRow | None:
        """Returns the last petitioner who gave the number of a contact under another name.

        None if nobody did, or if registration recognises the contact under its own name. The look-up is an event.
        Raises `RuleError` after too many numbers of nobody.
        """
        number = contact.national_id or contact.mobile
        if not number or not contact.name:
            return None
        look_up(self._database, actor, number)
        with self._database.reading() as session:
            wanted = select(Petitioner).where(
                Petitioner.id.in_(known_by(session, number)), Petitioner.name != ""
            )
            known = list(session.scalars(wanted.order_by(Petitioner.id)))
            own_name = sort_key(contact.name)
            if not known or any(person.name_key == own_name for person in known):
                return None
            return petitioner_row(known[-1])


def register_in(
    session: Session, actor: Actor, petitions: Sequence[NewPetition], now: datetime
) -> list[Registered | None]:
    """Does the same as `Register.register_many` in the caller's transaction, for petitions that `check` has
    accepted.
    """
    return _Registration(session, actor, now).run(petitions)


def identity_key(petition: NewPetition) -> str:
    """Returns the key of a row: (channel, external id); without an id, a hash of its folded content and day.

    Everything is folded before it is hashed, because the same row in another format has the same key (cli.md).
    """
    contact = petition.contact
    content = (petition.kind, petition.subject, petition.text)
    sender = (contact.name, contact.national_id or "", contact.mobile or "")
    return identity_of(petition.channel, petition.external_id, petition.received_at, (*content, *sender))


def asked_words(petitions: Iterable[NewPetition]) -> Iterator[str | None]:
    """Yields what is asked about before petitions are registered (`people.asking`): keys of rows, and numbers.

    Mails have their senders' addresses too, because a mail may belong to a petition that is there.
    """
    for petition in petitions:
        yield from (identity_key(petition), petition.contact.national_id, petition.contact.mobile)
        if petition.channel is Channel.EMAIL:
            yield petition.contact.email


def first_words(text: str, most: int = LONGEST_SUBJECT) -> str:
    """Returns the beginning of a text in one line, for lists."""
    return " ".join(text[: most * 4].split())[:most]


def subject_of(petition: NewPetition, text: str | None = None) -> str:
    """Returns the stored subject: without one of its own, the first words of its text (or of another `text`)."""
    return petition.subject.strip() or first_words(petition.text if text is None else text)[:_SHOWN_SUBJECT]


def check(petition: NewPetition) -> None:
    """Raises `InvalidValueError` for values that no petition may have."""
    if not petition.text.strip():
        raise InvalidValueError(field="text", reason="empty", value="")
    values = {
        "text": petition.text,
        "subject": petition.subject,
        "name": petition.contact.name,
        "about": petition.about,
        "external_id": petition.external_id or "",
        "letter_number": petition.letter_number or "",
    }
    for field_name, value in values.items():
        if len(value) > LONGEST[field_name]:
            raise InvalidValueError(field=field_name, reason="too_long", value="")
        if _NOT_STORABLE.search(value):
            raise InvalidValueError(field=field_name, reason="control_characters", value="")


class _Registration:
    """One transaction of registering; caches what is looked up once for all rows."""

    def __init__(self, session: Session, actor: Actor, now: datetime) -> None:
        self._session = session
        self._actor = actor
        self._now = now
        self._calendar: WorkCalendar = calendar_of(session)
        self._rules, self._identity_rules = registration_rules(session)
        #: The routing rule of each petition by key, and the labels of those rules.
        self._moved_by: dict[str, RuleDefinition] = {}
        self._labels: dict[int, tuple[int, str]] = {}
        #: The subjects of the petitions, by their own words and by the catalogue's titles.
        self._subjects: dict[str, Subject] = {}

    def run(self, petitions: Sequence[NewPetition]) -> list[Registered | None]:
        year = JalaliDay.of(tehran_day(self._now)).year
        # The counter's lock comes first: a concurrent registration of the same rows waits here, and then finds
        # them.
        take_numbers(self._session, REGISTRY, year, 0)
        keys = [identity_key(petition) for petition in petitions]
        there = rows_there(self._session, keys)
        known = {key for key, row in there.items() if row.message_id is None}
        fresh: dict[str, NewPetition] = {}
        for key, petition in zip(keys, petitions, strict=True):
            if key not in known:
                fresh.setdefault(key, petition)
        made = self._insert(fresh, year) if fresh else {}
        # Of a repeated row only the first one is new.
        return [made.pop(key, None) for key in keys]

    def _insert(self, fresh: dict[str, NewPetition], year: int) -> dict[str, Registered]:
        fresh = self._routed(self._named(fresh))
        number = take_numbers(self._session, REGISTRY, year, len(fresh))
        codes = self._codes(list(fresh.values()))
        contacts = [petition.contact for petition in fresh.values()]
        senders = recognise(self._session, self._actor, contacts, self._now)
        keys = stored_keys(self._session, fresh, new=True)
        rows = {
            key: self._row(keys[key], petition, sender)
            | {"tracking_code": codes[n], "registry_year": year, "registry_number": number + n}
            for n, ((key, petition), sender) in enumerate(zip(fresh.items(), senders, strict=True))
        }
        ids = self._registered(fresh, rows)
        self._index(fresh, ids, rows)
        insert_sketches(self._session, [(ids[key], petition.text) for key, petition in fresh.items()])
        wished = {ids[key]: one.texts_code for key, one in fresh.items() if one.texts_code is not None}
        announce(self._session, MessageKind.REGISTERED, list(ids.values()), self._now, wished)
        notices = self._notices(ids.values())
        return {
            key: Registered(ids[key], row["tracking_code"], year, row["registry_number"], ids[key] in notices)
            for key, row in rows.items()
        }

    def _notices(self, ids: Collection[int]) -> frozenset[int]:
        """Returns those of the new petitions that the database made notices."""
        if not self._identity_rules:
            return frozenset()
        return frozenset(
            self._session.scalars(select(Petition.id).where(Petition.id.in_(ids), Petition.notice))
        )

    def _named(self, fresh: dict[str, NewPetition]) -> dict[str, NewPetition]:
        """Returns the petitions with their subjects replaced by the catalogue's titles."""
        named = subjects_named(self._session, {one.about for one in fresh.values() if one.about})
        self._subjects = named | {subject.name: subject for subject in named.values()}
        return {
            key: replace(petition, about=subject.name)
            if (subject := self._subjects.get(petition.about))
            else petition
            for key, petition in fresh.items()
        }

    def _routed(self, fresh: dict[str, NewPetition]) -> dict[str, NewPetition]:
        """Returns the petitions; those without a unit get the unit of the first matching rule."""
        if all(petition.unit_id for petition in fresh.values()):
            return fresh
        router = router_in_force(self._session)
        for key, petition in fresh.items():
            rule = router.first(incoming(petition)) if not petition.unit_id else None
            if rule is not None:
                self._moved_by[key] = rule
        named = {number for rule in self._moved_by.values() for number in rule.then.label_ids}
        self._labels = labels_in_use(self._session, named)
        return {
            key: replace(
                petition,
                unit_id=rule.then.unit_id,
                urgency=more_pressing(petition.urgency, rule.then.urgency),
            )
            if (rule := self._moved_by.get(key))
            else petition
            for key, petition in fresh.items()
        }

    def _codes(self, petitions: Sequence[NewPetition]) -> list[str]:
        """Returns the code of each petition: the reserved one, or a new one."""
        promised = [
            petition.reserved_code
            if petition.reserved_code and take_reserved(self._session, self._actor, petition.reserved_code)
            else ""
            for petition in petitions
        ]
        drawn = iter(_new_codes(self._session, promised.count(""), self._now))
        return [code or next(drawn) for code in promised]

    def _row(self, key: str, petition: NewPetition, sender: int | None) -> dict[str, Any]:
        received = petition.received_at or self._now
        rule = rule_for(petition.kind, petition.channel, self._rules)
        due = deadline(tehran_day(received), rule, self._calendar).day if rule else None
        snippet = first_words(petition.text)
        return {
            "identity_key": key,
            "external_id": petition.external_id,
            "kind": petition.kind.value,
            "channel": petition.channel.value,
            "urgency": petition.urgency.value,
            "subject": subject_of(petition),
            "snippet": snippet,
            "petitioner_id": sender,
            "petitioner_name": petition.contact.name,
            "unit_id": petition.unit_id,
            "about": petition.about,
            "about_id": self._subjects[petition.about].id if petition.about in self._subjects else None,
            "letter_number": petition.letter_number,
            "received_at": received,
            "due_on": due,
        }

    def _registered(self, fresh: dict[str, NewPetition], rows: dict[str, dict[str, Any]]) -> dict[str, int]:
        """Performs the act; returns the ids by key. Raises `RuleError`."""
        items, labels = [], []
        for place, (key, petition) in enumerate(fresh.items()):
            rule = self._moved_by.get(key)
            given = rows[key] | {
                "body": petition.text, "rule_id": rule.id if rule else None, "said": petition.told_no_reply,
            }  # fmt: skip
            items.append(Item(place, given=given, remarks=self._rule_details(key, petition)))
            labels += [{"item": place, "label_id": label} for label, _ in self._labels_of(rule)]
        verdicts = [
            verdict
            for part in in_parts(items, lambda item: len(item.given["body"]), MOST_TEXT)
            for verdict in perform_each(
                self._session, REGISTERED, self._actor, part, self._now, {"labels": labels}
            ).values()
        ]
        keys = list(fresh)
        ids: dict[str, int] = {}
        for verdict in verdicts:
            if verdict.refused is not None or verdict.version is None:
                raise RuleError(rule=verdict.refused or "already_registered")
            ids[keys[verdict.item_id]] = verdict.version
        return ids

    def _labels_of(self, rule: RuleDefinition | None) -> tuple[tuple[int, str], ...]:
        return labels_put_on(rule, self._labels) if rule is not None else ()

    def _rule_details(self, key: str, petition: NewPetition) -> dict[str, Any]:
        """Returns the words that the routing rule matched, and its labels."""
        rule = self._moved_by.get(key)
        if rule is None:
            return {}
        words = list(found_words(rule, incoming(petition)))
        labels = [name for _, name in self._labels_of(rule)]
        details = {"words": words, "labels": labels}
        return {name: value for name, value in details.items() if value}

    def _index(
        self, fresh: dict[str, NewPetition], ids: dict[str, int], rows: dict[str, dict[str, Any]]
    ) -> None:
        index_items(
            self._session,
            [
                (
                    ids[key],
                    terms_of(
                        (rows[key]["subject"], petition.text, petition.contact.name, petition.about),
                        (rows[key]["tracking_code"], petition.external_id, petition.letter_number),
                    ),
                    (petition.contact.national_id, petition.contact.mobile),
                )
                for key, petition in fresh.items()
            ],
        )


def incoming(petition: NewPetition) -> Incoming:
    """Returns what routing rules look at."""
    return Incoming(
        petition.kind.value,
        petition.channel.value,
        petition.contact.group,
        petition.about,
        petition.subject,
        petition.text,
    )


def _new_codes(session: Session, count: int, now: datetime) -> list[str]:
    """Returns `count` unused tracking codes. Among a million, about ten of a hundred thousand drawn codes are
    taken.
    """
    codes: dict[str, None] = {}
    while len(codes) < count:
        drawn = {new_tracking_code() for _ in range(count - len(codes))}
        codes.update(dict.fromkeys(free_codes(session, sorted(drawn), now)))
    return list(codes)
