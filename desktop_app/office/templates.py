"""Saved replies (پاسخ آماده): texts to insert into a reply, with placeholders for data of the petition."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session, object_session

from desktop_app.database.acts.model import Item
from desktop_app.database.audit import record_event
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import ConflictError, InvalidValueError, NotFoundError, NotPermittedError
from desktop_app.office.acts import TEMPLATE_ADDED, TEMPLATE_CHANGED
from desktop_app.office.model import ReplyTemplate
from desktop_app.persian.quotes import inner_quotes, names_in_quotes
from desktop_app.persian.text import fold
from desktop_app.staff.model import Unit
from desktop_app.staff.roles import Actor, Role
from desktop_app.staff.roster import administer

#: Placeholders of a template: petitioner, tracking code, today as a Jalali date, answering unit, author of
#: the answer, and that author with the lines below the name.
VARIABLES: Final = ("name", "code", "date", "unit", "clerk", "signature")
LONGEST_TITLE: Final = 80
LONGEST_TEXT: Final = 20_000
#: The reason of the error for an unknown placeholder, by field; other fields belong to letters.
_UNKNOWN: Final = {
    "template_text": "unknown_variable",
    "message_text": "no_message_variable",
    "message_subject": "no_message_variable",
}
#: A placeholder in a text.
NAMED: Final = re.compile(r"\{([^{}\n]*)\}")


class _Unchanged:
    """Stands for a value that is not given, where None is one."""


UNCHANGED: Final = _Unchanged()


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """A saved reply for display."""

    id: int
    version: int
    title: str
    text: str
    active: bool
    #: Whether it is a personal reply.
    own: bool = False
    #: The unit whose petitions it is offered for, and its name; None for every unit.
    unit_id: int | None = None
    unit: str = ""


class Templates:
    """Manages the saved replies of the office (administrators) and personal ones (clerks)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, *, active_only: bool = False) -> tuple[TemplateRow, ...]:
        """Returns the saved replies of the office in order of creation."""
        with self._database.reading() as session:
            found = session.scalars(_office_replies())
            return tuple(_row(one) for one in found if one.active or not active_only)

    def offered_to(self, actor: Actor, unit_id: int | None = None) -> tuple[TemplateRow, ...]:
        """Returns the replies available to a person for a petition of a unit: personal ones, then those of the unit,
        then those of every unit.
        """
        with self._database.reading() as session:
            own = session.scalars(_personal_replies(actor.person_id).where(ReplyTemplate.active)).all()
            office = session.scalars(
                _office_replies().where(
                    ReplyTemplate.active,
                    or_(ReplyTemplate.unit_id.is_(None), ReplyTemplate.unit_id == unit_id),
                )
            ).all()
            return tuple(_row(one) for one in (*own, *sorted(office, key=lambda one: one.unit_id is None)))

    @once
    def keep_own(self, actor: Actor, title: str, text: str) -> TemplateRow:
        """Saves a personal reply; replaces one with the same title.

        Raises `InvalidValueError`, `NotPermittedError`.
        """
        actor.must_be(Role.CLERK, Role.MANAGER, act="keep_replies")
        if actor.person_id is None:
            raise NotPermittedError(act="keep_replies", who_may=Role.CLERK.value)
        with self._database.writing() as session:
            title, text = _valid_title(title), valid_text(text)
            there = session.scalars(_personal_replies(actor.person_id)).all()
            template = next((one for one in there if fold(one.title) == fold(title)), None)
            before = _logged_values(template) if template is not None else {}
            if template is None:
                template = ReplyTemplate(owner_id=actor.person_id)
                session.add(template)
            template.title, template.text, template.active = title, text, True
            session.flush()
            self._note(session, actor, template, "template_changed" if before else "template_added", before)
            return _row(template)

    @once
    def drop_own(self, actor: Actor, template_id: int) -> None:
        """Deactivates a personal reply. Raises `NotFoundError`."""
        with self._database.writing() as session:
            template = session.scalar(
                _personal_replies(actor.person_id).where(ReplyTemplate.id == template_id)
            )
            if template is None:
                raise NotFoundError(item="reply_template", key=template_id)
            before = _logged_values(template)
            template.active = False
            session.flush()
            self._note(session, actor, template, "template_changed", before)

    @once
    def add(self, actor: Actor, title: str, text: str, unit_id: int | None = None) -> TemplateRow:
        """Adds a saved reply, for one unit or for all. Raises `InvalidValueError` (`unknown_variable` with its name),
        `ConflictError`.
        """
        title = _valid_title(title)
        new = {"title": title, "text": valid_text(text), "unit_id": unit_id}
        with self._database.writing() as session:
            _must_be_free(session, title, None)
            now = self._database.now(session)
            made = administer(session, TEMPLATE_ADDED, actor, new, now, denied="change_templates")
            return _row(session.get_one(ReplyTemplate, made))

    @once
    def add_several(self, actor: Actor, replies: Sequence[tuple[str, str]]) -> tuple[TemplateRow, ...]:
        """Adds saved replies as (title, text), all or none.

        One with the title of a reply that is not in use puts that one in use again. Raises as `add`.
        """
        wanted = [(_valid_title(title), valid_text(text)) for title, text in replies]
        with self._database.writing() as session:
            now, made = self._database.now(session), []
            for title, words in wanted:
                there = session.scalars(_office_replies()).all()
                former = next((one for one in there if fold(one.title) == fold(title)), None)
                if former is None:
                    new = {"title": title, "text": words, "unit_id": None}
                    made.append(
                        administer(session, TEMPLATE_ADDED, actor, new, now, denied="change_templates")
                    )
                    continue
                if former.active:
                    raise ConflictError(item="reply_template", name=title)
                given = {"title": title, "text": words, "active": True, "unit_id": former.unit_id}
                again = Item(former.id, former.version, given=given)
                made.append(former.id)
                administer(session, TEMPLATE_CHANGED, actor, again, now, denied="change_templates")
            return tuple(_row(session.get_one(ReplyTemplate, number)) for number in made)

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
        unit_id: int | _Unchanged | None = UNCHANGED,
    ) -> TemplateRow:
        """Changes the given values; an inactive reply is kept for the history and not offered."""
        with self._database.writing() as session:
            template = session.get(ReplyTemplate, template_id)
            if template is None:
                raise NotFoundError(item="reply_template", key=template_id)
            new = {
                "title": template.title if title is None else _valid_title(title),
                "text": template.text if text is None else valid_text(text),
                "active": template.active if active is None else active,
                "unit_id": template.unit_id if isinstance(unit_id, _Unchanged) else unit_id,
            }
            if title is not None:
                _must_be_free(session, str(new["title"]), template_id)
            item, now = Item(template_id, version, given=new), self._database.now(session)
            administer(session, TEMPLATE_CHANGED, actor, item, now, denied="change_templates")
            return _row(session.get_one(ReplyTemplate, template_id))

    def _note(
        self, session: Session, actor: Actor, template: ReplyTemplate, action: str, before: dict[str, Any]
    ) -> None:
        """Records a change of a personal reply, which its owner writes without an act."""
        record_event(
            session,
            item_type="own_reply",
            item_id=template.id,
            at=self._database.now(session),
            actor_id=actor.person_id,
            actor_name=actor.name,
            action=action,
            before=before,
            after=_logged_values(template),
        )


def valid_line(typed: str, field: str, longest: int, *, spaces: bool = False) -> str:
    """Validates a required single-line value, and collapses its spaces (kept with `spaces`).

    Raises `InvalidValueError`.
    """
    line = typed.strip() if spaces else " ".join(typed.split())
    if not line:
        raise InvalidValueError(field=field, reason="empty", value="")
    if not line.replace("\u200c", "").isprintable():
        raise InvalidValueError(field=field, reason="control_characters", value="")
    if len(line) > longest:
        raise InvalidValueError(field=field, reason="too_long", value="")
    return line


def valid_text(text: str, variables: tuple[str, ...] = VARIABLES, field: str = "template_text") -> str:
    """Validates a text, which is returned unchanged.

    Raises `InvalidValueError` with the name of an unknown placeholder.
    """
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
    """Replaces the placeholders that are in `values`; others stay. Quotes in a quoted value become inner ones."""
    quoted = names_in_quotes(text)

    def value(found: re.Match[str]) -> str:
        words = values.get(found[1], found[0])
        return inner_quotes(words) if found[1] in quoted else words

    return NAMED.sub(value, text)


def unfilled(text: str) -> tuple[str, ...]:
    """Returns the placeholders that remain in a text, which must not be sent."""
    return tuple(name for name in VARIABLES if f"{{{name}}}" in text)


def _must_be_free(session: Session, title: str, but: int | None) -> None:
    with session.no_autoflush:
        taken = [one.title for one in session.scalars(_office_replies()) if one.id != but]
    if fold(title) in map(fold, taken):
        raise ConflictError(item="reply_template", name=title)


def _office_replies() -> Select[ReplyTemplate]:
    return select(ReplyTemplate).where(ReplyTemplate.owner_id.is_(None)).order_by(ReplyTemplate.id)


def _personal_replies(person_id: int | None) -> Select[ReplyTemplate]:
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


def _logged_values(template: ReplyTemplate) -> dict[str, Any]:
    return {"title": template.title, "text": template.text, "active": template.active}


def _row(template: ReplyTemplate) -> TemplateRow:
    own, session = template.owner_id is not None, object_session(template)
    unit = (
        session.get(Unit, template.unit_id) if session is not None and template.unit_id is not None else None
    )
    return TemplateRow(
        template.id, template.version, template.title, template.text, template.active, own,
        template.unit_id, unit.name if unit is not None else "",
    )  # fmt: skip
