"""Seals: heads of the history that a manager signed, kept by a second custodian outside the database.

Whoever owns the database can rewrite the history and compute all its hashes again. They cannot make it fit a seal. A
seal covers the events up to one of them; the key to check it with comes from the custodian.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Final

from sqlalchemy import text
from sqlalchemy.orm import Session

from desktop_app.database.engine import Database
from desktop_app.database.history_head import HistoryHead, history_head
from desktop_app.errors import SigningError
from desktop_app.signing import PublicKey, SignedDocument, SigningKey, read_signed, signed

#: The kind of the signed document.
SEAL: Final = "seal"
_NAME: Final = "mosharekat-seal-"
_SUFFIX: Final = ".json"


class SealFault(StrEnum):
    """Why a seal proves nothing, or what it proves against the history."""

    UNREADABLE = "unreadable"
    NOT_SIGNED = "not_signed"
    FOREIGN_KEY = "foreign_key"
    CHANGED = "changed"
    #: The first event is another one: the seal is of another database, or the history was replaced.
    OTHER_HISTORY = "other_history"
    #: Events at the end are gone.
    SHORTER = "shorter"
    #: An event before the seal was changed, removed or inserted.
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True)
class Seal:
    """What a valid seal says: the head at a moment (aware), and the hash of the first event (64 hex digits)."""

    name: str
    at: datetime
    head: HistoryHead
    first: str


@dataclass(frozen=True, slots=True)
class CheckedSeal:
    """A seal and what is wrong with it or with the history; `at` and `last_event` of a valid one."""

    name: str
    fault: SealFault | None
    at: datetime | None = None
    last_event: int = 0


def new_seal(database: Database, key: SigningKey) -> tuple[Seal, bytes]:
    """Signs the head of the history; returns the seal, and the document as JSON in UTF-8.

    It covers all events below which nobody writes any more. Raises `SigningError` (`no_history`), `BusyError`.
    """
    head = history_head(database)
    with database.reading() as session:
        at, first = database.now(session), first_hash(session)
    if not head.events:
        raise SigningError(reason="no_history")
    content = {
        "at": at.isoformat(),
        "last_event": head.last_event,
        "events": head.events,
        "head": head.digest,
        "first": first,
    }
    return Seal(seal_name(at), at, head, first), signed(SEAL, content, key)


def seal_name(at: datetime) -> str:
    """Returns the file name of a seal made at `at` (UTC)."""
    return f"{_NAME}{at:%Y%m%d-%H%M%S}{_SUFFIX}"


def on_one_line(document: bytes) -> str:
    """Returns the document of a seal without whitespace, as a QR code holds it. It is as valid as the file."""
    return json.dumps(json.loads(document), ensure_ascii=True, separators=(",", ":"), sort_keys=True)


def read_seals(place: Path, custodian: PublicKey) -> tuple[list[Seal], list[CheckedSeal]]:
    """Reads the seals in a folder, or one file: those that the custodian's key signed, and those that prove nothing.

    Raises `SigningError` (`no_seals`) where there is none at all.
    """
    paths = sorted(place.glob(f"{_NAME}*{_SUFFIX}")) if place.is_dir() else [place]
    if not paths:
        raise SigningError(reason="no_seals", name=str(place))
    seals, faults = [], []
    for path in paths:
        try:
            document = read_signed(path, SEAL)
            document.require(custodian)
            seals.append(_seal_of(document))
        except SigningError as error:
            faults.append(CheckedSeal(path.name, _FAULTS[str(error.parameters["reason"])]))
    return seals, faults


_FAULTS: Final = {
    "gone": SealFault.UNREADABLE,
    "not_signed": SealFault.NOT_SIGNED,
    "key_damaged": SealFault.NOT_SIGNED,
    "private_key": SealFault.NOT_SIGNED,
    "foreign_key": SealFault.FOREIGN_KEY,
    "changed": SealFault.CHANGED,
}


def _seal_of(document: SignedDocument) -> Seal:
    content = document.content
    try:
        head = HistoryHead(int(content["last_event"]), int(content["events"]), str(content["head"]))
        return Seal(document.name, datetime.fromisoformat(content["at"]), head, str(content["first"]))
    except (KeyError, ValueError, TypeError) as error:
        raise SigningError(reason="not_signed", name=document.name) from error


def first_hash(session: Session) -> str:
    """Returns the hash of the first event; empty before it."""
    return str(session.scalar(text("SELECT hash FROM event ORDER BY id LIMIT 1")) or "")


def checked(seal: Seal, heads: Mapping[int, HistoryHead], newest: int, first: str) -> CheckedSeal:
    """Compares a seal with the history: its heads by last event, its newest event, the hash of its first one."""
    fault = None
    if seal.first != first:
        fault = SealFault.OTHER_HISTORY
    elif newest < seal.head.last_event:
        fault = SealFault.SHORTER
    elif heads[seal.head.last_event] != seal.head:
        fault = SealFault.DIFFERS
    return CheckedSeal(seal.name, fault, seal.at, seal.head.last_event)
