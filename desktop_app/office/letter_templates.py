"""The words of the office's letters: one template for each kind, the program's own until an administrator writes it.

A template names what is put in: `{name}`, `{code}` ... A line in which something is named that is not known (a decree
that was never entered, a petition without a deadline) is left out as a whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.database.audit import record_event
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import ConflictError, InvalidValueError
from desktop_app.office.model import LetterTemplate
from desktop_app.office.templates import LONGEST_TEXT, NAMED, filled, valid_text
from desktop_app.staff.roles import Actor, Role
from desktop_app.wording.letters import standard_words


class LetterKind(StrEnum):
    """What the office prints of a petition or of a consultation; the numbered ones go out under a number."""

    REPLY = "reply"
    SLIP = "slip"
    REFERRAL = "referral"
    DOSSIER = "dossier"
    INVITATION = "invitation"
    NOTICE = "notice"


_OFFICE: Final = ("date", "office", "phone", "sms", "decree")
_PETITION: Final = ("name", "kind", "subject", "received", "registry", "code")
_DRAFT: Final = ("name", "title", "kind", "code", "opens", "closes", "place")
#: What a template of each kind may name.
VARIABLES: Final[Mapping[LetterKind, tuple[str, ...]]] = {
    LetterKind.REPLY: (*_PETITION, "reply", "outcome", "unit", "clerk", *_OFFICE),
    LetterKind.SLIP: (*_PETITION, "channel", "deadline", *_OFFICE),
    LetterKind.REFERRAL: (*_PETITION, "from", "to", "purpose", "due", "clerk", *_OFFICE),
    LetterKind.DOSSIER: (*_PETITION, "unit", "clerk", *_OFFICE),
    LetterKind.INVITATION: (*_DRAFT, "organisation", "fields", *_OFFICE),
    LetterKind.NOTICE: (*_DRAFT, *_OFFICE),
}
#: What a template cannot do without: a reply that does not say the reply.
NEEDED: Final[Mapping[LetterKind, str]] = {LetterKind.REPLY: "reply"}
LONGEST_LINE: Final = 200
MOST_COPIES: Final = 12


@dataclass(frozen=True, slots=True)
class LetterWords:
    """A template: `copies` (رونوشت) a line for each, `enclosure` (پیوست) what the letter says of it. Without a signer
    of its own a letter bears that of the office's settings."""

    subject: str
    body: str
    enclosure: str = ""
    signer: str = ""
    signer_title: str = ""
    copies: str = ""


@dataclass(frozen=True, slots=True)
class LetterTemplateRow:
    """The template in force; `version` 0 where nobody ever changed it, `standard` where it is the program's."""

    kind: LetterKind
    version: int
    standard: bool
    words: LetterWords


class LetterTemplates:
    """Reads and, as an administrator, changes the templates of letters."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[LetterTemplateRow, ...]:
        """The templates in force, in the order of the kinds."""
        with self._database.reading() as session:
            return tuple(template_of(session, kind) for kind in LetterKind)

    @once
    def change(
        self, actor: Actor, kind: LetterKind, version: int, words: LetterWords | None
    ) -> LetterTemplateRow:
        """Puts the office's own words in force, or the program's again (None). Raises `InvalidValueError` that names
        the variable, `ConflictError` where somebody changed it since `version`."""
        actor.must_be(Role.ADMINISTRATOR, act="change_templates")
        with self._database.writing() as session:
            words = valid_words(kind, words) if words is not None else None
            stored = _stored(session, kind, lock=True)
            if (stored.version if stored is not None else 0) != version:
                raise ConflictError(item="letter_template")
            before = template_of(session, kind)
            if stored is None:
                stored = LetterTemplate(kind=kind.value)
                session.add(stored)
            stored.standard = words is None
            for name, value in asdict(words or standard_letter(kind)).items():
                setattr(stored, name, value)
            session.flush()
            after = template_of(session, kind)
            record_event(
                session,
                item_type="letter_template",
                item_id=stored.id,
                at=self._database.now(session),
                actor_id=actor.person_id,
                actor_name=actor.name,
                action="letter_template_changed",
                before=_told(before),
                after=_told(after),
            )
            return after


def template_of(session: Session, kind: LetterKind) -> LetterTemplateRow:
    """The template in force, inside somebody else's transaction."""
    stored = _stored(session, kind)
    if stored is None or stored.standard:
        return LetterTemplateRow(kind, stored.version if stored else 0, True, standard_letter(kind))
    words = LetterWords(**{field.name: getattr(stored, field.name) for field in fields(LetterWords)})
    return LetterTemplateRow(kind, stored.version, False, words)


def standard_letter(kind: LetterKind) -> LetterWords:
    """The program's own words, in the language in use."""
    subject, body = standard_words(kind.value)
    return LetterWords(subject, body)


def valid_words(kind: LetterKind, words: LetterWords) -> LetterWords:
    """The words without blanks around them. Raises `InvalidValueError` with the field (`letter_subject` ...)."""
    known = VARIABLES[kind]
    body = valid_text(words.body.strip("\n"), known, "letter_body")
    needed = NEEDED.get(kind)
    if needed is not None and needed not in NAMED.findall(body):
        raise InvalidValueError(field="letter_body", reason="needs_variable", value=needed)
    subject = _line(words.subject, "letter_subject")
    if not subject:
        raise InvalidValueError(field="letter_subject", reason="empty", value="")
    copies = [" ".join(line.split()) for line in words.copies.splitlines() if line.strip()]
    if len(copies) > MOST_COPIES or any(len(line) > LONGEST_LINE for line in copies):
        raise InvalidValueError(field="letter_copies", reason="too_long", value="")
    return LetterWords(
        valid_text(subject, known, "letter_subject"),
        body,
        _line(words.enclosure, "letter_enclosure"),
        _line(words.signer, "signer"),
        _line(words.signer_title, "signer_title"),
        "\n".join(copies),
    )


def paragraphs(text: str, values: Mapping[str, str]) -> tuple[str, ...]:
    """The lines of a template with `values` in their places. One that names what is not known is left out; what is
    put in may have lines of its own and is not read again."""
    found: list[str] = []
    for line in text.splitlines():
        if all(values.get(name, "").strip() for name in NAMED.findall(line)):
            found.extend(part.strip() for part in filled(line, values).splitlines() if part.strip())
    return tuple(found)


def _stored(session: Session, kind: LetterKind, *, lock: bool = False) -> LetterTemplate | None:
    statement = select(LetterTemplate).where(LetterTemplate.kind == kind.value)
    return session.scalar(statement.with_for_update() if lock else statement)


def _line(text: str, field: str) -> str:
    line = " ".join(text.split())
    if len(line) > LONGEST_LINE:
        raise InvalidValueError(field=field, reason="too_long", value="")
    return line


def _told(row: LetterTemplateRow) -> dict[str, Any]:
    return {"letter_kind": row.kind.value, "standard": row.standard, **asdict(row.words)}


__all__ = ["LONGEST_TEXT", "LetterKind", "LetterTemplates", "LetterWords", "paragraphs", "template_of"]
