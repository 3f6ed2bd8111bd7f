"""Notifications to petitioners: which kinds are sent by which method, and their wording.

All are disabled until an administrator enables them. Templates have placeholders: `{name}`, `{code}` ... A
line with an unknown value is omitted, as in a letter.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Item
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import InvalidValueError, NotFoundError
from desktop_app.languages import PERSIAN, in_language
from desktop_app.office.acts import MESSAGE_TEMPLATE_CHANGED
from desktop_app.office.model import MessageTemplate
from desktop_app.office.templates import NAMED, valid_text
from desktop_app.staff.roles import Actor
from desktop_app.staff.roster import administer
from desktop_app.wording.messages import standard_message


class MessageKind(StrEnum):
    """The occasion of a notification."""

    REGISTERED = "registered"
    TAKEN = "taken"
    WAITING = "waiting"
    #: An answer that leaves the petition open.
    INTERIM = "interim"
    ANSWERED = "answered"
    CLOSED = "closed"
    REOPENED = "reopened"
    #: The question how satisfied the petitioner is.
    SATISFACTION = "satisfaction"
    #: To the sender of a public comment: what became of it.
    COMMENTED = "commented"


class DeliveryMethod(StrEnum):
    """The delivery method: portal, SMS gateway, e-mail."""

    PORTAL = "portal"
    SMS = "sms"
    EMAIL = "email"


_ALL: Final = (
    "name", "code", "kind", "subject", "received", "registry", "unit", "date", "office", "phone", "sms",
)  # fmt: skip
#: Placeholders by kind. Internal messages between colleagues are excluded.
VARIABLES: Final[Mapping[MessageKind, tuple[str, ...]]] = dict.fromkeys(MessageKind, _ALL) | {
    MessageKind.INTERIM: (*_ALL, "reply"),
    MessageKind.ANSWERED: (*_ALL, "reply", "outcome"),
    MessageKind.CLOSED: (*_ALL, "outcome"),
    MessageKind.COMMENTED: (
        "draft", "number", "provision", "decision", "reason", "old", "new", "link", "date", "office", "phone", "sms",
    ),
}  # fmt: skip
#: Required placeholders.
NEEDED: Final[Mapping[MessageKind, str]] = {
    MessageKind.REGISTERED: "code", MessageKind.COMMENTED: "decision",
}  # fmt: skip
LONGEST_SUBJECT: Final = 150


#: The portal tells a commenter nothing, and brings no answer to a question.
_WITHOUT_PORTAL: Final = frozenset({MessageKind.COMMENTED, MessageKind.SATISFACTION})


def ways_of(kind: MessageKind) -> tuple[DeliveryMethod, ...]:
    """Returns the delivery methods of a kind."""
    if kind in _WITHOUT_PORTAL:
        return (DeliveryMethod.SMS, DeliveryMethod.EMAIL)
    return tuple(DeliveryMethod)


@dataclass(frozen=True, slots=True)
class MessageTemplateRow:
    """The current template of a kind and a delivery method; `standard` marks the default wording."""

    kind: MessageKind
    way: DeliveryMethod
    version: int
    active: bool
    standard: bool
    subject: str
    text: str


class MessageTemplates:
    """Reads templates; administrators also change them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[MessageTemplateRow, ...]:
        """Returns the current templates of all kinds and delivery methods."""
        with self._database.reading() as session:
            stored = {(one.kind, one.way): one for one in session.scalars(select(MessageTemplate))}
            return tuple(
                _row(kind, way, stored.get((kind, way))) for kind in MessageKind for way in ways_of(kind)
            )

    @once
    def switch(self, actor: Actor, way: DeliveryMethod, *, on: bool) -> None:
        """Enables or disables the `BASIC` notifications of a delivery method, and keeps their wording."""
        with self._database.writing() as session:
            now = self._database.now(session)
            chosen = select(MessageTemplate).where(
                MessageTemplate.kind.in_([kind.value for kind in BASIC]),
                MessageTemplate.way == way.value,
                MessageTemplate.active.is_not(on),
            )
            for stored in session.scalars(chosen.order_by(MessageTemplate.id)).all():
                new = {
                    "active": on, "standard": stored.standard, "subject": stored.subject, "text": stored.text,
                }  # fmt: skip
                item = Item(stored.id, stored.version, given=new)
                administer(session, MESSAGE_TEMPLATE_CHANGED, actor, item, now, denied="change_templates")

    @once
    def change(
        self,
        actor: Actor,
        kind: MessageKind,
        way: DeliveryMethod,
        version: int,
        *,
        active: bool,
        subject: str = "",
        text: str | None = None,
    ) -> MessageTemplateRow:
        """Enables or disables a notification and sets its wording (None for the default).

        Raises `InvalidValueError` with the name of an unknown placeholder, `ConflictError` where the template
        changed since `version`.
        """
        if way not in ways_of(kind):
            raise NotFoundError(item="message_template", key=0)
        words = (
            standard_words(kind.value, way.value) if text is None else valid_message(kind, way, subject, text)
        )
        new = {"active": active, "standard": text is None, "subject": words[0], "text": words[1]}
        with self._database.writing() as session:
            chosen = select(MessageTemplate).where(
                MessageTemplate.kind == kind.value, MessageTemplate.way == way.value
            )
            stored = session.scalar(chosen)
            item = Item(stored.id if stored is not None else 0, version, given=new)
            administer(
                session,
                MESSAGE_TEMPLATE_CHANGED,
                actor,
                item,
                self._database.now(session),
                denied="change_templates",
            )
            return _row(kind, way, session.scalar(chosen))


#: What an office that sends messages sends at least; the other kinds are switched on one by one.
BASIC: Final = (MessageKind.REGISTERED, MessageKind.INTERIM, MessageKind.ANSWERED, MessageKind.CLOSED)


def active_templates(session: Session, kinds: tuple[MessageKind, ...]) -> dict[tuple[str, str], Any]:
    """Returns the enabled templates of these kinds as rows with `subject` and `text`, by kind and delivery method.

    Runs within an existing transaction.
    """
    found = session.execute(
        select(
            MessageTemplate.kind,
            MessageTemplate.way,
            MessageTemplate.standard,
            MessageTemplate.subject,
            MessageTemplate.text,
        ).where(MessageTemplate.active, MessageTemplate.kind.in_(kinds))
    )
    return {(row.kind, row.way): row for row in found}


def standard_words(kind: str, way: str) -> tuple[str, str]:
    """Returns the default wording: always Persian, whatever the language of the interface."""
    return in_language(PERSIAN, lambda: standard_message(kind, way))


def words_of(row: Any) -> tuple[str, str]:
    """Returns subject and text of a stored template."""
    return standard_words(row.kind, row.way) if row.standard else (row.subject, row.text)


def valid_message(kind: MessageKind, way: DeliveryMethod, subject: str, text: str) -> tuple[str, str]:
    """Validates and strips subject and text. Raises `InvalidValueError`."""
    known = VARIABLES[kind]
    text = valid_text(text.strip(), known, "message_text")
    needed = NEEDED.get(kind)
    if needed is not None and needed not in NAMED.findall(text):
        raise InvalidValueError(field="message_text", reason="message_needs_variable", value=needed)
    subject = " ".join(subject.split())
    if way is DeliveryMethod.SMS:
        return "", text
    if not subject:
        raise InvalidValueError(field="message_subject", reason="empty", value="")
    if len(subject) > LONGEST_SUBJECT:
        raise InvalidValueError(field="message_subject", reason="too_long", value="")
    return valid_text(subject, known, "message_subject"), text


def _row(kind: MessageKind, way: DeliveryMethod, stored: MessageTemplate | None) -> MessageTemplateRow:
    if stored is None:
        return MessageTemplateRow(kind, way, 0, False, True, *standard_words(kind.value, way.value))
    subject, text = words_of(stored)
    return MessageTemplateRow(kind, way, stored.version, stored.active, stored.standard, subject, text)
