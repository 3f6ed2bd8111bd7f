"""Labels (برچسب) of petitions: attached by the desk, maintained by administrators.

A label is found in any spelling of its name. Merging one into another moves its petitions, and its name then leads
to the other. A retired one stays attached and is no longer offered.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Item
from desktop_app.database.audit import record_event
from desktop_app.database.collation import persian_order
from desktop_app.database.engine import Database
from desktop_app.database.kept_statements import ask
from desktop_app.database.operations import once
from desktop_app.errors import (
    AppError,
    ConflictError,
    InvalidValueError,
    NotFoundError,
    NotPermittedError,
    RuleError,
)
from desktop_app.persian.dates import tehran_day
from desktop_app.persian.text import fold
from desktop_app.petitions.acts.beside import BESIDE_MOVES
from desktop_app.petitions.desk.conflicts import do_many, raise_first
from desktop_app.petitions.labels.merging import MERGED, UNMERGED, move_back, move_members
from desktop_app.petitions.model import Label, Petition, PetitionLabel
from desktop_app.petitions.visibility import is_seen
from desktop_app.staff.deputies import acting_on
from desktop_app.staff.roles import Actor, Role

LONGEST_NAME: Final = 40
#: The actions of the events. Neither causes a conflict with what a colleague has seen.
PUT_ON: Final = "labelled"
TAKEN_OFF: Final = "unlabelled"
_OF_PETITION: Final = (
    select(Label.id, Label.version, Label.name, Label.active)
    .join(PetitionLabel, PetitionLabel.label_id == Label.id)
    .where(PetitionLabel.petition_id == bindparam("petition", type_=Petition.id.type))
    .order_by(persian_order(Label.name))
)


@dataclass(frozen=True, slots=True)
class LabelRow:
    """A label; `used` is the number of its petitions (0 if not asked for)."""

    id: int
    version: int
    name: str
    active: bool
    used: int = 0


class Labels:
    """Attaches labels to petitions; administrators rename, merge and retire them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, *, active_only: bool = False, counted: bool = False) -> tuple[LabelRow, ...]:
        """Returns every label that was not merged into another, by name; with `counted`, the number of petitions of
        each.
        """
        with self._database.reading() as session:
            used: dict[int, int] = {}
            if counted:
                per_label = select(PetitionLabel.label_id, func.count()).group_by(PetitionLabel.label_id)
                used = {row[0]: row[1] for row in session.execute(per_label)}
            found = session.scalars(
                select(Label).where(Label.merged_into_id.is_(None)).order_by(persian_order(Label.name))
            )
            return tuple(_row(one, used.get(one.id, 0)) for one in found if one.active or not active_only)

    @once
    def put_on(self, actor: Actor, petition_id: int, name: str) -> LabelRow:
        """Attaches the label called `name` to a petition; creates a new one. Raises `NotFoundError`, `RuleError` if
        it is attached already, `NotPermittedError`, `InvalidValueError`.
        """
        _must_be_at_desk(actor)
        with self._database.writing() as session:
            now = self._database.now(session)
            actor = acting_on(session, actor, tehran_day(now))
            _must_be_seen(session, actor, petition_id)
            label = _called(session, name) or self._make(session, actor, name, now)
            if session.get(PetitionLabel, (petition_id, label.id)) is not None:
                raise RuleError(rule="labelled_already")
            raise_first(put_on_many(session, actor, label, [petition_id], now))
            return _row(label)

    @once
    def take_off(self, actor: Actor, petition_id: int, label_id: int) -> LabelRow:
        """Removes a label from a petition. Raises `NotFoundError` if it is not attached."""
        _must_be_at_desk(actor)
        with self._database.writing() as session:
            now = self._database.now(session)
            actor = acting_on(session, actor, tehran_day(now))
            _must_be_seen(session, actor, petition_id)
            label = session.get(Label, label_id)
            if label is None or session.get(PetitionLabel, (petition_id, label_id)) is None:
                raise NotFoundError(item="label", key=label_id)
            raise_first(take_off_many(session, actor, label, [petition_id], now))
            return _row(label)

    @once
    def change(
        self,
        actor: Actor,
        label_id: int,
        version: int,
        *,
        name: str | None = None,
        active: bool | None = None,
    ) -> LabelRow:
        """Renames a label, retires it or offers it again. Raises `ConflictError` for a name that is taken."""
        actor.must_be(Role.ADMINISTRATOR, act="change_labels")
        with self._database.writing() as session:
            label = _current(session, label_id, version)
            before = _audit_values(label)
            if name is not None:
                name = _valid(name)
                other = _by_name(session, name)
                if other is not None and other.id != label_id:
                    raise ConflictError(item="label", name=name)
                label.name, label.folded = name, _key(name)
            if active is not None:
                label.active = active
            session.flush()
            self._note(session, actor, label, "label_changed", before)
            return _row(label)

    @once
    def merge(self, actor: Actor, label_id: int, version: int, into_id: int) -> LabelRow:
        """Merges a label into another one, and returns the other with its number of petitions.

        The petitions' histories keep the names that were attached.
        """
        actor.must_be(Role.ADMINISTRATOR, act="change_labels")
        with self._database.writing() as session:
            label, into = _current(session, label_id, version), session.get(Label, into_id)
            if into is None or into.merged_into_id is not None or into_id == label_id:
                raise NotFoundError(item="label", key=into_id)
            before = _audit_values(label)
            members = move_members(session, label_id, into_id)
            label.merged_into_id, label.active = into_id, False
            session.flush()
            self._note(session, actor, label, MERGED, before, {"merged_into": into.name, "members": members})
            return _row(into, _used(session, into_id))

    @once
    def unmerge(self, actor: Actor, label_id: int, into_id: int) -> LabelRow:
        """Undoes a merge: the label gets its petitions and its name again. Raises `RuleError` if it was merged on
        meanwhile, `NotFoundError`.
        """
        actor.must_be(Role.ADMINISTRATOR, act="change_labels")
        with self._database.writing() as session:
            label = session.get(Label, label_id)
            if label is None:
                raise NotFoundError(item="label", key=label_id)
            before = _audit_values(label)
            label.active = move_back(session, label, into_id)
            label.merged_into_id = None
            session.flush()
            self._note(session, actor, label, UNMERGED, before)
            return _row(label, _used(session, label_id))

    def _make(self, session: Session, actor: Actor, name: str, now: datetime) -> Label:
        name = _valid(name)
        label = Label(name=name, folded=_key(name), active=True)
        session.add(label)
        session.flush()
        record_event(
            session, item_type="label", item_id=label.id, at=now, actor_id=actor.person_id,
            actor_name=actor.name, action="label_added", after=_audit_values(label),
        )  # fmt: skip
        return label

    def _note(
        self,
        session: Session,
        actor: Actor,
        label: Label,
        action: str,
        before: dict[str, Any],
        more: dict[str, Any] | None = None,
    ) -> None:
        record_event(
            session,
            item_type="label",
            item_id=label.id,
            at=self._database.now(session),
            actor_id=actor.person_id,
            actor_name=actor.name,
            action=action,
            before=before,
            after=_audit_values(label) | (more or {}),
        )


def labels_of(session: Session, petition_id: int) -> tuple[LabelRow, ...]:
    """Returns the labels of a petition, by name."""
    found = ask(session, _OF_PETITION, {"petition": petition_id})
    return tuple(LabelRow(*row) for row in found)


def put_on_many(
    session: Session,
    actor: Actor,
    label: Label,
    ids: Sequence[int],
    now: datetime,
    run: str = "",
    undoes: str = "",
) -> dict[int, AppError]:
    """Attaches a label to petitions that do not have it, with an event for each; returns what was refused.

    The event names `run`, the key of the run that does it, or `undoes`, that of the run of which it undoes a step.
    """
    return _do(session, actor, PUT_ON, label, ids, now, run, undoes)


def take_off_many(
    session: Session,
    actor: Actor,
    label: Label,
    ids: Sequence[int],
    now: datetime,
    run: str = "",
    undoes: str = "",
) -> dict[int, AppError]:
    """Removes a label from petitions that have it, with an event for each; returns what was refused."""
    return _do(session, actor, TAKEN_OFF, label, ids, now, run, undoes)


def _do(
    session: Session,
    actor: Actor,
    action: str,
    label: Label,
    ids: Sequence[int],
    now: datetime,
    run: str,
    undoes: str,
) -> dict[int, AppError]:
    remarks = {name: key for name, key in (("bulk", run), ("undoes", undoes)) if key}
    items = [Item(number, given={"label_id": label.id}, remarks=remarks) for number in ids]
    return do_many(session, BESIDE_MOVES[action], actor, items, None, now)


def _must_be_at_desk(actor: Actor) -> None:
    if not actor.roles & {Role.CLERK, Role.MANAGER}:
        raise NotPermittedError(act="label", who_may=f"{Role.CLERK.value},{Role.MANAGER.value}")


def _must_be_seen(session: Session, actor: Actor, petition_id: int) -> None:
    if not is_seen(session, actor, petition_id):
        raise NotFoundError(item="petition", key=petition_id)


def _called(session: Session, name: str) -> Label | None:
    """Returns the label of that name in any spelling, or the one that it was merged into. Raises `RuleError` if
    retired.
    """
    found = _by_name(session, name)
    if found is not None and found.merged_into_id is not None:
        found = session.get(Label, found.merged_into_id)
    if found is not None and not found.active:
        raise RuleError(rule="label_is_retired")
    return found


def _by_name(session: Session, name: str) -> Label | None:
    return session.scalar(select(Label).where(Label.folded == _key(_valid(name))))


def _current(session: Session, label_id: int, version: int) -> Label:
    label = session.get(Label, label_id)
    if label is None or label.merged_into_id is not None:
        raise NotFoundError(item="label", key=label_id)
    if label.version != version:
        raise ConflictError(item="label")
    return label


def _valid(name: str) -> str:
    name = " ".join(name.split())
    if not fold(name):
        raise InvalidValueError(field="label_name", reason="empty", value="")
    if len(name) > LONGEST_NAME:
        raise InvalidValueError(field="label_name", reason="too_long", value="")
    return name


def _key(name: str) -> str:
    """Returns the key by which names are equal, also without spaces and half-spaces."""
    return fold(name).replace(" ", "")


def _audit_values(label: Label) -> dict[str, Any]:
    return {"name": label.name, "active": label.active}


def _used(session: Session, label_id: int) -> int:
    counted = select(func.count()).select_from(PetitionLabel).where(PetitionLabel.label_id == label_id)
    return session.scalar(counted) or 0


def _row(label: Label, used: int = 0) -> LabelRow:
    return LabelRow(label.id, label.version, label.name, label.active, used)
