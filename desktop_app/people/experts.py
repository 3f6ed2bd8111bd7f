"""The register of experts and stakeholders (صاحب‌نظران و ذی‌نفعان), who can be invited to a consultation (S7)."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Act, Item
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import AppError, ConflictError, InvalidValueError, NotFoundError, NotPermittedError
from desktop_app.people.expert_acts import ADDED, CHANGED, KEEPERS
from desktop_app.people.identity import Group, valid_email, valid_mobile
from desktop_app.people.model import Expert
from desktop_app.persian.names import sort_key
from desktop_app.persian.text import fold
from desktop_app.staff.acting import perform_one
from desktop_app.staff.roles import Actor

__all__ = ["KEEPERS", "ExpertRow", "ExpertWords", "Experts", "expert_row"]

LONGEST_NAME: Final = 120
LONGEST_FIELD: Final = 60
LONGEST_ADDRESS: Final = 400
MOST_FIELDS: Final = 20


@dataclass(frozen=True, slots=True)
class ExpertWords:
    """The entered data of an expert, or of an organisation and its representative."""

    name: str
    group: str = Group.EXPERT.value
    organisation: str = ""
    #: Fields of expertise, as free text.
    fields: tuple[str, ...] = ()
    mobile: str = ""
    email: str = ""
    address: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ExpertRow:
    """An expert for display; inactive ones are not offered for invitations."""

    id: int
    version: int
    words: ExpertWords
    active: bool
    since: datetime
    #: Text for searching: folded name, organisation and fields.
    found_by: str = field(repr=False)


class Experts:
    """Adds, changes and deactivates experts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, *, active_only: bool = False) -> tuple[ExpertRow, ...]:
        """Returns all experts by name in Persian order."""
        with self._database.reading() as session:
            found = session.scalars(select(Expert).order_by(Expert.name_key, Expert.id))
            return tuple(expert_row(one) for one in found if one.active or not active_only)

    @once
    def add(self, actor: Actor, words: ExpertWords) -> ExpertRow:
        """Adds an expert. Raises `InvalidValueError`, `ConflictError` for the same name in the same organisation."""
        actor.must_be(*KEEPERS, act="keep_experts")
        words = _valid(words)
        with self._database.writing() as session:
            _must_be_new(session, words, None)
            return self._perform(session, ADDED, actor, Item(0, given=_given(words)))

    @once
    def change(
        self,
        actor: Actor,
        expert_id: int,
        version: int,
        words: ExpertWords | None = None,
        *,
        active: bool | None = None,
    ) -> ExpertRow:
        """Changes the given values. Raises `NotFoundError`, `ConflictError`, `InvalidValueError`."""
        actor.must_be(*KEEPERS, act="keep_experts")
        with self._database.writing() as session:
            expert = session.get(Expert, expert_id)
            if expert is None:
                raise NotFoundError(item="expert", key=expert_id)
            if words is not None:
                words = _valid(words)
                _must_be_new(session, words, expert_id)
            given = _given(words or expert_row(expert).words)
            given["active"] = expert.active if active is None else active
            return self._perform(session, CHANGED, actor, Item(expert_id, version, given=given))

    def _perform(self, session: Session, act: Act, actor: Actor, item: Item) -> ExpertRow:
        errors: dict[str, AppError] = {
            "not_there": NotFoundError(item="expert", key=item.id),
            "conflict": ConflictError(item="expert", key=item.id),
            "not_your_role": NotPermittedError(act="keep_experts", who_may=",".join(KEEPERS)),
        }
        done = perform_one(session, act, actor, item, self._database.now(session), errors=errors)
        expert = session.get_one(Expert, done if act.creates else item.id, populate_existing=True)
        return expert_row(expert)


def expert_row(expert: Expert) -> ExpertRow:
    """Converts a row of the register to a frozen value."""
    words = ExpertWords(
        expert.name,
        expert.group,
        expert.organisation,
        tuple(expert.fields),
        expert.mobile,
        expert.email,
        expert.address,
        expert.note,
    )
    found_by = fold(" ".join((words.name, words.organisation, *words.fields)))
    return ExpertRow(expert.id, expert.version, words, expert.active, expert.created_at, found_by)


def _valid(words: ExpertWords) -> ExpertWords:
    name = " ".join(words.name.split())
    if not name:
        raise InvalidValueError(field="name", reason="empty", value="")
    organisation, address = " ".join(words.organisation.split()), words.address.strip()
    for value, longest, known in (
        (name, LONGEST_NAME, "name"),
        (organisation, LONGEST_NAME, "organisation"),
        (address, LONGEST_ADDRESS, "address"),
        (words.note.strip(), LONGEST_ADDRESS, "note"),
    ):
        if len(value) > longest:
            raise InvalidValueError(field=known, reason="too_long", value="")
    # Two spellings of a field are the same field.
    fields = {fold(one): one for one in (" ".join(part.split()) for part in words.fields) if one}
    if len(fields) > MOST_FIELDS or any(len(one) > LONGEST_FIELD for one in fields.values()):
        raise InvalidValueError(field="expertise", reason="too_long", value="")
    return ExpertWords(
        name,
        Group(words.group).value,
        organisation,
        tuple(fields.values()),
        valid_mobile(words.mobile) if words.mobile.strip() else "",
        valid_email(words.email) if words.email.strip() else "",
        address,
        words.note.strip(),
    )


def _must_be_new(session: Session, words: ExpertWords, but: int | None) -> None:
    """Refuses an existing name, unless the organisation differs."""
    for one in session.scalars(select(Expert).where(Expert.name_key == sort_key(words.name))):
        if one.id != but and fold(one.organisation) == fold(words.organisation):
            raise ConflictError(item="expert", name=words.name)


def _given(words: ExpertWords) -> dict[str, Any]:
    """Returns the values that the acts take."""
    return {**asdict(words), "fields": list(words.fields), "name_key": sort_key(words.name)}
