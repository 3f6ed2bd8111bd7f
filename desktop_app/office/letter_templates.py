"""The wording of letters: one template per kind, with a default until an administrator changes it.

Templates have placeholders: `{name}`, `{code}` ... A line with an unknown value (a decree that is not set, a
petition without a deadline) is omitted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from itertools import takewhile
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Item
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import InvalidValueError
from desktop_app.office.acts import LETTER_TEMPLATE_CHANGED
from desktop_app.office.letter_choices import (
    Classification,
    LetterChoices,
    PaperSize,
    valid_choices,
    valid_line,
)
from desktop_app.office.model import LetterTemplate
from desktop_app.office.templates import LONGEST_TEXT, NAMED, filled, valid_text
from desktop_app.persian.greetings import after_greeting, is_greeting
from desktop_app.staff.roles import Actor
from desktop_app.staff.roster import administer
from desktop_app.wording.letters import standard_words


class LetterKind(StrEnum):
    """A kind of printed document of a petition or consultation; some are issued with a number."""

    REPLY = "reply"
    SLIP = "slip"
    REFERRAL = "referral"
    DOSSIER = "dossier"
    INVITATION = "invitation"
    NOTICE = "notice"


_OFFICE: Final = ("date", "office", "phone", "sms", "decree")
_PETITION: Final = ("name", "kind", "subject", "received", "registry", "code")
_DRAFT: Final = ("name", "title", "kind", "code", "opens", "closes", "place")
#: Placeholders by kind.
VARIABLES: Final[Mapping[LetterKind, tuple[str, ...]]] = {
    LetterKind.REPLY: (*_PETITION, "reply", "outcome", "unit", "clerk", "signature", *_OFFICE),
    LetterKind.SLIP: (*_PETITION, "channel", "deadline", *_OFFICE),
    LetterKind.REFERRAL: (*_PETITION, "from", "to", "purpose", "due", "clerk", *_OFFICE),
    LetterKind.DOSSIER: (*_PETITION, "unit", "clerk", *_OFFICE),
    LetterKind.INVITATION: (*_DRAFT, "organisation", "fields", *_OFFICE),
    LetterKind.NOTICE: (*_DRAFT, *_OFFICE),
}
#: Letters that are issued with a number; the others are papers, for which nothing is chosen.
NUMBERED: Final = frozenset({LetterKind.REPLY, LetterKind.INVITATION, LetterKind.NOTICE})
#: Required placeholders, e.g. the reply in a letter of reply.
NEEDED: Final[Mapping[LetterKind, str]] = {LetterKind.REPLY: "reply"}


@dataclass(frozen=True, slots=True)
class LetterWords:
    """The wording of a letter, and what is usually chosen for it (see `LetterChoices`).

    Without a signer, the signer in the settings of the office is used.
    """

    subject: str
    body: str
    enclosure: str = ""
    signer: str = ""
    signer_title: str = ""
    copies: str = ""
    classification: Classification = Classification.NORMAL
    paper_size: PaperSize = PaperSize.A4

    @property
    def choices(self) -> LetterChoices:
        """What is chosen for a letter of this kind, unless somebody chooses otherwise."""
        return LetterChoices(self.enclosure, self.classification, self.paper_size, self.copies)


@dataclass(frozen=True, slots=True)
class LetterTemplateRow:
    """The current template; `standard` marks the default wording."""

    kind: LetterKind
    version: int
    standard: bool
    words: LetterWords


class LetterTemplates:
    """Reads templates of letters; administrators also change them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[LetterTemplateRow, ...]:
        """Returns the current templates in the order of the kinds."""
        with self._database.reading() as session:
            return tuple(template_of(session, kind) for kind in LetterKind)

    @once
    def change(
        self, actor: Actor, kind: LetterKind, version: int, words: LetterWords | None
    ) -> LetterTemplateRow:
        """Sets the wording of the office, or restores the default (None).

        Raises `InvalidValueError` with the name of an unknown placeholder, `ConflictError` where the template
        changed since `version`.
        """
        words = valid_words(kind, words) if words is not None else None
        with self._database.writing() as session:
            stored = session.scalar(select(LetterTemplate).where(LetterTemplate.kind == kind.value))
            new = stored_words(words or standard_letter(kind)) | {"standard": words is None}
            item = Item(stored.id if stored is not None else 0, version, given=new)
            administer(
                session,
                LETTER_TEMPLATE_CHANGED,
                actor,
                item,
                self._database.now(session),
                denied="change_templates",
            )
            return template_of(session, kind)


def template_of(session: Session, kind: LetterKind) -> LetterTemplateRow:
    """Returns the current template within an existing transaction."""
    stored = session.scalar(select(LetterTemplate).where(LetterTemplate.kind == kind.value))
    if stored is None or stored.standard:
        return LetterTemplateRow(kind, stored.version if stored else 0, True, standard_letter(kind))
    values: dict[str, Any] = {field.name: getattr(stored, field.name) for field in fields(LetterWords)}
    values["classification"] = Classification(stored.classification)
    values["paper_size"] = PaperSize(stored.paper_size)
    return LetterTemplateRow(kind, stored.version, False, LetterWords(**values))


def stored_words(words: LetterWords) -> dict[str, str]:
    """Returns the wording as the columns of the template have it."""
    return {name: str(value) for name, value in asdict(words).items()}


def standard_letter(kind: LetterKind) -> LetterWords:
    """Returns the default wording in the current language."""
    subject, body = standard_words(kind.value)
    return LetterWords(subject, body)


def valid_words(kind: LetterKind, words: LetterWords) -> LetterWords:
    """Validates and strips the wording. Raises `InvalidValueError` with the field (`letter_subject` ...)."""
    known = VARIABLES[kind]
    body = valid_text(words.body.strip("\n"), known, "letter_body")
    needed = NEEDED.get(kind)
    if needed is not None and needed not in NAMED.findall(body):
        raise InvalidValueError(field="letter_body", reason="needs_variable", value=needed)
    subject = valid_line(words.subject, "letter_subject")
    if not subject:
        raise InvalidValueError(field="letter_subject", reason="empty", value="")
    choices = valid_choices(words.choices)
    return LetterWords(
        valid_text(subject, known, "letter_subject"),
        body,
        choices.enclosure,
        valid_line(words.signer, "signer"),
        valid_line(words.signer_title, "signer_title"),
        choices.copies,
        choices.classification,
        choices.paper_size,
    )


def paragraphs(text: str, values: Mapping[str, str]) -> tuple[str, ...]:
    """Fills the lines of a template with `values`. Lines with an unknown value are omitted.

    Values may have several lines, and placeholders in them are not replaced. The greeting of the reply is left out
    where the template greets before it.
    """
    before = takewhile(lambda line: "{reply}" not in line, text.splitlines())
    if "reply" in values and any(map(is_greeting, before)):
        values = {**values, "reply": after_greeting(values["reply"])}
    found: list[str] = []
    for line in text.splitlines():
        if all(values.get(name, "").strip() for name in NAMED.findall(line)):
            found.extend(part.strip() for part in filled(line, values).splitlines() if part.strip())
    return tuple(found)


__all__ = ["LONGEST_TEXT", "LetterKind", "LetterTemplates", "LetterWords", "paragraphs", "template_of"]
