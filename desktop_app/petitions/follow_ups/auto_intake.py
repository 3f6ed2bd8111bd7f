"""Automatic intake: most items become petitions, and some are messages to existing ones.

A text message or an e-mail that names the tracking code of a petition is attached to that petition. If one
sender sends more than the office's limit within an hour, one more petition collects the rest. Nothing is lost,
and the desk gets one row instead of thousands. Known items are skipped, whether they became a petition or a
message.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from desktop_app.database.engine import Database
from desktop_app.database.number_keys import number_keys
from desktop_app.database.operations import once
from desktop_app.office.numbering import REGISTRY, take_numbers
from desktop_app.office.settings import settings_of
from desktop_app.people.asking import ask_about
from desktop_app.people.model import PetitionerIdentity
from desktop_app.persian.dates import JalaliDay, tehran_day
from desktop_app.petitions.follow_ups.receiving import Further, Joined, join
from desktop_app.petitions.follow_ups.service import FollowUpReason
from desktop_app.petitions.model import Petition
from desktop_app.petitions.registration.changed_words import (
    ChangedWords,
    changed_rows,
    further_key,
    further_words,
)
from desktop_app.petitions.registration.codes import codes_in
from desktop_app.petitions.registration.register import (
    NewPetition,
    Registered,
    asked_words,
    check,
    identity_key,
    register_in,
)
from desktop_app.petitions.registration.reservations import REGISTRARS
from desktop_app.petitions.registration.rows_there import RowThere, rows_there
from desktop_app.petitions.vocabulary import WRITTEN, Channel
from desktop_app.staff.roles import Actor

_HOUR: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Came:
    """What became of one item: a new petition (`registered`), or a message `joined` to one.

    If neither is fresh, the item was known, as the petition `petition_id` (None: one that the person may not
    see).
    """

    petition_id: int | None
    registered: Registered | None = None
    joined: Joined | None = None
    #: The item was known, and came with other words, which are stored nowhere.
    changed: ChangedWords | None = None

    @property
    def fresh(self) -> bool:
        return self.registered is not None or (self.joined is not None and self.joined.fresh)


class AutoIntake:
    """Takes in the items of a file or of another system."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @once
    def take_in(self, actor: Actor, petitions: Sequence[NewPetition]) -> list[Came]:
        """Takes in all items in one transaction; returns what became of each. Raises `InvalidValueError`,
        `NotPermittedError`.
        """
        actor.must_be(*REGISTRARS, act="register")
        for petition in petitions:
            check(petition)
        ask_about(self._database, asked_words(petitions))
        with self._database.writing() as session:
            return take_in(session, actor, petitions, self._database.now(session))

    @once
    def take_in_further(self, actor: Actor, petitions: Sequence[NewPetition]) -> list[Came]:
        """Adds known items that came with other words to their petitions, as further texts; returns what became of
        each. Raises `NotPermittedError`.

        Items with the words that are there are left, and so are those whose petition the person may not see.
        """
        actor.must_be(*REGISTRARS, act="register")
        for petition in petitions:
            check(petition)
        ask_about(self._database, asked_words(petitions))
        with self._database.writing() as session:
            return take_in_further(session, actor, petitions, self._database.now(session))

    def rehearse(self, petitions: Sequence[NewPetition]) -> list[Came | None]:
        """Returns what is known of each item, with what differs; None for a new one."""
        keys = [identity_key(petition) for petition in petitions]
        ask_about(self._database, keys)
        with self._database.reading() as session:
            there = _there(session, keys)
            return _told_apart(session, petitions, [there.get(key) for key in keys])


def take_in(session: Session, actor: Actor, petitions: Sequence[NewPetition], now: datetime) -> list[Came]:
    """Takes in items that `register.check` has accepted; returns what became of each, in their order."""
    # The counter's lock comes first: a concurrent import of the same items waits here, and then finds them.
    take_numbers(session, REGISTRY, JalaliDay.of(tehran_day(now)).year, 0)
    keys = [identity_key(petition) for petition in petitions]
    there = _there(session, keys)
    new: dict[str, NewPetition] = {}
    for key, petition in zip(keys, petitions, strict=True):
        if key not in there:
            new.setdefault(key, petition)
    named = [
        _further(key, one, codes, FollowUpReason.CODE, now)
        for key, one in new.items()
        if (codes := named_in(one))
    ]
    made = _fresh(join(session, actor, named, now))
    rest = {key: petition for key, petition in new.items() if key not in made}
    gathered = _gathered(session, rest, now)
    registering = [key for key in rest if key not in gathered]
    registered = register_in(session, actor, [rest[key] for key in registering], now)
    code_of: dict[str, str] = {}
    for key, one in zip(registering, registered, strict=True):
        if one is not None:
            made[key] = Came(one.id, registered=one)
            code_of[key] = one.tracking_code
    flood = [
        _further(key, rest[key], (code_of.get(to, to),), FollowUpReason.FLOOD, now)
        for key, to in gathered.items()
    ]
    made |= _fresh(join(session, actor, flood, now))
    found = []
    for key in keys:
        # Of a repeated item only the first one is new.
        came = made.get(key)
        found.append(came or there.get(key) or Came(None))
        if came is not None:
            there[key] = Came(came.petition_id, joined=_again(came.joined))
            del made[key]
    return [one for one in _told_apart(session, petitions, found) if one is not None]


def take_in_further(
    session: Session, actor: Actor, petitions: Sequence[NewPetition], now: datetime
) -> list[Came]:
    """Does the same as `AutoIntake.take_in_further`, for items that `register.check` has accepted."""
    take_numbers(session, REGISTRY, JalaliDay.of(tehran_day(now)).year, 0)
    keys = [identity_key(petition) for petition in petitions]
    there = _there(session, keys)
    found = _told_apart(session, petitions, [there.get(key, Came(None)) for key in keys])
    further: dict[str, Further] = {}
    for petition, came in zip(petitions, found, strict=True):
        if came is not None and came.changed is not None:
            key, codes = further_key(petition), (came.changed.tracking_code,)
            further.setdefault(key, _further(key, petition, codes, FollowUpReason.CHANGED, now))
    joined = join(session, actor, list(further.values()), now)
    done: list[Came] = []
    for petition, came in zip(petitions, found, strict=True):
        # Of a repeated item only the first one is new.
        one = joined.pop(further_key(petition), None)
        known = replace(came or Came(None), changed=None)
        done.append(known if one is None else Came(one.petition_id, joined=one))
    return done


def put_to(
    session: Session, actor: Actor, petition: NewPetition, tracking_code: str, now: datetime
) -> Joined | None:
    """Adds an answer that counts no more to the petition with a tracking code, as a further text.

    Returns None if there is no such petition.
    """
    take_numbers(session, REGISTRY, JalaliDay.of(tehran_day(now)).year, 0)
    key = identity_key(petition)
    answer = _further(key, petition, (tracking_code,), FollowUpReason.ANSWER, now)
    return join(session, actor, [answer], now).get(key)


def _told_apart(
    session: Session, petitions: Sequence[NewPetition], found: Sequence[Came | None]
) -> list[Came | None]:
    """Returns what became of the items, with what differs in those that were known."""
    known = {
        at: (
            petition,
            RowThere(came.petition_id, came.joined.message_id if came.joined is not None else None),
        )
        for at, (petition, came) in enumerate(zip(petitions, found, strict=True))
        if came is not None and not came.fresh and came.petition_id is not None
    }
    places = list(known)
    changed = {places[at]: one for at, one in changed_rows(session, list(known.values())).items()}
    return [
        replace(came, changed=changed[at]) if came is not None and at in changed else came
        for at, came in enumerate(found)
    ]


def named_in(petition: NewPetition) -> tuple[str, ...]:
    """Returns the tracking codes that a written text names."""
    return codes_in(f"{petition.subject}\n{petition.text}") if petition.channel in WRITTEN else ()


def _there(session: Session, keys: Sequence[str]) -> dict[str, Came]:
    return {
        key: Came(
            row.petition_id,
            joined=None if row.message_id is None else Joined(row.petition_id, row.message_id, fresh=False),
        )
        for key, row in rows_there(session, keys).items()
    }


def _again(joined: Joined | None) -> Joined | None:
    return Joined(joined.petition_id, joined.message_id, fresh=False) if joined else None


def _fresh(joined: dict[str, Joined]) -> dict[str, Came]:
    return {key: Came(one.petition_id, joined=one) for key, one in joined.items()}


def _further(
    key: str, petition: NewPetition, codes: tuple[str, ...], cause: FollowUpReason, now: datetime
) -> Further:
    contact = petition.contact
    sender = contact.email if petition.channel is Channel.EMAIL else contact.mobile
    return Further(
        key,
        codes,
        petition.channel.value,
        petition.external_id,
        sender or "",
        further_words(petition),
        petition.received_at or now,
        cause,
    )


#: A sender's mobile number, and the hour.
_Bucket = tuple[str, datetime]


def _bucket(mobile: str, received: datetime) -> _Bucket:
    return mobile, received.replace(minute=0, second=0, microsecond=0)


def _gathered(session: Session, petitions: dict[str, NewPetition], now: datetime) -> dict[str, str]:
    """Returns the text messages of `petitions` (by key) that another petition collects: its tracking code, or
    its key if new.

    The first messages of a sender within an hour, up to the limit, become petitions of their own. The next one
    collects all others.
    """
    buckets = {
        key: _bucket(one.contact.mobile, one.received_at or now)
        for key, one in petitions.items()
        if one.channel is Channel.SMS and one.contact.mobile
    }
    if not buckets:
        return {}
    bound = settings_of(session).texts_an_hour
    existing = _existing_codes(session, set(buckets.values()))
    found: dict[str, str] = {}
    for key, bucket in buckets.items():
        members = existing.setdefault(bucket, [])
        if len(members) <= bound:
            members.append(key)
        else:
            found[key] = members[bound]
    return found


def _existing_codes(session: Session, buckets: set[_Bucket]) -> dict[_Bucket, list[str]]:
    """Returns the tracking codes of the existing petitions of these senders and hours, oldest first."""
    hours = [hour for _, hour in buckets]
    mobiles = sorted({mobile for mobile, _ in buckets})
    if session.get_bind().dialect.name != "sqlite":
        asked = {"mobiles": mobiles, "first": min(hours), "last": max(hours) + _HOUR}
        rows = session.execute(_TEXTS_FROM, asked)
    else:
        rows = session.execute(_texts_from(session, mobiles, min(hours), max(hours) + _HOUR))
    found: dict[_Bucket, list[str]] = {}
    for row in rows:
        bucket = _bucket(row.mobile or "", row.received_at)
        if bucket in buckets:
            found.setdefault(bucket, []).append(row.tracking_code)
    return found


_TEXTS_FROM: Final = text(
    "SELECT mobile, received_at, tracking_code FROM app.texts_from(:mobiles, :first, :last)"
)


def _texts_from(session: Session, mobiles: Sequence[str], first: datetime, last: datetime) -> Any:
    """Returns on SQLite the query that `app.texts_from` runs."""
    key = number_keys(session)
    return (
        select(PetitionerIdentity.mobile, Petition.received_at, Petition.tracking_code)
        .join(Petition, Petition.petitioner_id == PetitionerIdentity.petitioner_id)
        .where(
            PetitionerIdentity.mobile_key.in_([key(mobile) for mobile in mobiles] if key else []),
            Petition.channel == Channel.SMS.value,
            Petition.received_at >= first,
            Petition.received_at < last,
            Petition.masked_at.is_(None),
        )
        .order_by(Petition.id)
    )
