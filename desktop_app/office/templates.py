"""Saved replies (پاسخ آماده): texts that are put into a reply, with what is known of the petition in their places."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from desktop_app.database.audit import record_event
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import ConflictError, InvalidValueError, NotFoundError, NotPermittedError
from desktop_app.office.model import ReplyTemplate
from desktop_app.persian.text import fold
from desktop_app.staff.roles import Actor, Role

#: What a template may name: the petitioner, the tracking code, today's Jalali date, the unit that answers, and who
#: writes the answer.
VARIABLES: Final = ("name", "code", "date", "unit", "clerk")
LONGEST_TITLE: Final = 80
LONGEST_TEXT: Final = 20_000
#: Why a variable is refused, by the field; of the others letters are made.
_UNKNOWN: Final = {
    "template_text": "unknown_variable",
    "message_text": "no_message_variable",
    "message_subject": "no_message_variable",
}
#: A variable as a text names it.
NAMED: Final = re.compile(r"\{([^{}\n]*)\}")


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """A saved reply as a screen shows it."""

    id: int
    version: int
    title: str
    text: str
    active: bool
    #: Whether it is the person's own.
    own: bool = False


class Templates:
    """Adds, changes and retires the office's saved replies, as an administrator; keeps a clerk's own."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, *, active_only: bool = False) -> tuple[TemplateRow, ...]:
        """Every saved reply of the office, in the order in which they were made."""
        with self._database.reading() as session:
            found = session.scalars(_office_s())
            return tuple(_row(one) for one in found if one.active or not active_only)

    def offered_to(self, actor: Actor) -> tuple[TemplateRow, ...]:
        """What a clerk can put in: the person's own, then the office's."""
        with self._database.reading() as session:
            own = session.scalars(_own(actor.person_id).where(ReplyTemplate.active)).all()
            return tuple(
                _row(one) for one in (*own, *session.scalars(_office_s().where(ReplyTemplate.active)))
            )

    @once
    def keep_own(self, actor: Actor, title: str, text: str) -> TemplateRow:
        """Keeps a reply of the person's own; of the same title there is one, the newest. Raises `InvalidValueError`,
        `NotPermittedError`."""
        actor.must_be(Role.CLERK, Role.MANAGER, act="keep_replies")
        if actor.person_id is None:
            raise NotPermittedError(act="keep_replies", who_may=Role.CLERK.value)
        with self._database.writing() as session:
            title, text = _valid_title(title), valid_text(text)
            there = session.scalars(_own(actor.person_id)).all()
            template = next((one for one in there if fold(one.title) == fold(title)), None)
            before = _told(template) if template is not None else {}
            if template is None:
                template = ReplyTemplate(owner_id=actor.person_id)
                session.add(template)
            template.title, template.text, template.active = title, text, True
            session.flush()
            self._note(session, actor, template, "template_changed" if before else "template_added", before)
            return _row(template)

    @once
    def drop_own(self, actor: Actor, template_id: int) -> None:
        """Offers one of the person's own no more. Raises `NotFoundError`."""
        with self._database.writing() as session:
            template = session.scalar(_own(actor.person_id).where(ReplyTemplate.id == template_id))
            if template is None:
                raise NotFoundError(item="reply_template", key=template_id)
            before = _told(template)
            template.active = False
            session.flush()
            self._note(session, actor, template, "template_changed", before)

    @once
    def add(self, actor: Actor, title: str, text: str) -> TemplateRow:
        """Makes a saved reply. Raises `InvalidValueError` (`unknown_variable` names it), `ConflictError`."""
        actor.must_be(Role.ADMINISTRATOR, act="change_templates")
        with self._database.writing() as session:
            template = ReplyTemplate(title=_valid_title(title), text=valid_text(text), active=True)
            _must_be_free(session, template.title, None)
            session.add(template)
            session.flush()
            self._note(session, actor, template, "template_added", {})
            return _row(template)

    @once
    def change(
        self,
        actor: Actor,
        template_id: int,
        version: int,
        *,
        title: str | None = None,
        text: str | None = None,
        active: bool | None = None,
    ) -> TemplateRow:
        """Changes what is given; a retired one stays for those who look back, and is offered no more."""
        actor.must_be(Role.ADMINISTRATOR, act="change_templates")
        with self._database.writing() as session:
            template = session.get(ReplyTemplate, template_id)
            if template is None or template.owner_id is not None:
                raise NotFoundError(item="reply_template", key=template_id)
            if template.version != version:
                raise ConflictError(item="reply_template")
            before = _told(template)
            if title is not None:
                _must_be_free(session, _valid_title(title), template_id)
                template.title = _valid_title(title)
            if text is not None:
                template.text = valid_text(text)
            if active is not None:
                template.active = active
            session.flush()
            self._note(session, actor, template, "template_changed", before)
            return _row(template)

    def _note(
        self, session: Session, actor: Actor, template: ReplyTemplate, action: str, before: dict[str, Any]
    ) -> None:
        # What is somebody's own is not the office's: its history is writable by its owner.
        kind = "own_reply" if template.owner_id is not None else "reply_template"
        record_event(
            session,
            item_type=kind,
            item_id=template.id,
            at=self._database.now(session),
            actor_id=actor.person_id,
            actor_name=actor.name,
            action=action,
            before=before,
            after=_told(template),
        )


def valid_line(typed: str, field: str, longest: int, *, spaces: bool = False) -> str:
    """A line that an administrator has to fill in, with single spaces (`spaces`: as they stand inside). Raises
    `InvalidValueError`."""
    line = typed.strip() if spaces else " ".join(typed.split())
    if not line:
        raise InvalidValueError(field=field, reason="empty", value="")
    if not line.replace("\u200c", "").isprintable():
        raise InvalidValueError(field=field, reason="control_characters", value="")
    if len(line) > longest:
        raise InvalidValueError(field=field, reason="too_long", value="")
    return line


def valid_text(text: str, variables: tuple[str, ...] = VARIABLES, field: str = "template_text") -> str:
    """The text as it was written. Raises `InvalidValueError`, which names a variable that is not known."""
    if not text.strip():
        raise InvalidValueError(field=field, reason="empty", value="")
    if len(text) > LONGEST_TEXT:
        raise InvalidValueError(field=field, reason="too_long", value="")
    for name in NAMED.findall(text):
        if name not in variables:
            reason = _UNKNOWN.get(field, "no_such_variable")
            raise InvalidValueError(field=field, reason=reason, value=name[:30])
    if re.search(r"[{}]", NAMED.sub("", text)):
        raise InvalidValueError(field=field, reason="loose_brace", value="")
    return text


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with `values` in the places of its variables; what is not known stays as it is written."""
    return NAMED.sub(lambda found: values.get(found[1], found[0]), text)


def unfilled(text: str) -> tuple[str, ...]:
    """The variables that still stand in a text, each once: no petitioner is to read them."""
    return tuple(name for name in VARIABLES if f"{{{name}}}" in text)


def _must_be_free(session: Session, title: str, but: int | None) -> None:
    with session.no_autoflush:
        taken = [one.title for one in session.scalars(_office_s()) if one.id != but]
    if fold(title) in map(fold, taken):
        raise ConflictError(item="reply_template", name=title)


def _office_s() -> Select[ReplyTemplate]:
    return select(ReplyTemplate).where(ReplyTemplate.owner_id.is_(None)).order_by(ReplyTemplate.id)


def _own(person_id: int | None) -> Select[ReplyTemplate]:
    return (
        select(ReplyTemplate).where(ReplyTemplate.owner_id == (person_id or 0)).order_by(ReplyTemplate.title)
    )


def _valid_title(title: str) -> str:
    title = " ".join(title.split())
    if not title:
        raise InvalidValueError(field="title", reason="empty", value="")
    if len(title) > LONGEST_TITLE:
        raise InvalidValueError(field="title", reason="too_long", value="")
    return title


def _told(template: ReplyTemplate) -> dict[str, Any]:
    return {"title": template.title, "text": template.text, "active": template.active}


def _row(template: ReplyTemplate) -> TemplateRow:
    own = template.owner_id is not None
    return TemplateRow(template.id, template.version, template.title, template.text, template.active, own)
