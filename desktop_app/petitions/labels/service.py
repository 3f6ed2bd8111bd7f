"""Labels (برچسب) of petitions: attached by the desk, maintained by administrators.

A label is found in any spelling of its name. Merging one into another moves its petitions, and its name then leads
to the other. A retired one stays attached and is no longer offered.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Act, Item, Reversal
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
from desktop_app.petitions.labels.acts import ADDED, CHANGED, MERGED, UNMERGED
from desktop_app.petitions.model import Label, Petition, PetitionLabel
from desktop_app.petitions.visibility import is_seen
from desktop_app.staff.deputies import acting_on
from desktop_app.staff.roles import Actor, Role
from desktop_app.staff.roster import administer

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
            label = _called(session, name) or _make(session, actor, name, now)
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
        with self._database.writing() as session:
            label = _one(session, label_id)
            new = {"name": label.name, "folded": label.folded, "active": label.active}
            if name is not None:
                new |= _named(name)
            if active is not None:
                new["active"] = active
            taken = {"label_exists": ConflictError(item="label", name=str(new["name"]))}
            self._do(session, CHANGED, actor, Item(label_id, version, given=new), taken)
            return _row(label)

    @once
    def merge(self, actor: Actor, label_id: int, version: int, into_id: int) -> LabelRow:
        """Merges a label into another one, and returns the other with its number of petitions.

        The petitions' histories keep the names that were attached.
        """
        with self._database.writing() as session:
            no_target = {"no_such_label": NotFoundError(item="label", key=into_id)}
            item = Item(label_id, version, given={"merged_into_id": into_id})
            self._do(session, MERGED, actor, item, no_target)
            return _row(session.get_one(Label, into_id), _used(session, into_id))

    @once
    def unmerge(self, actor: Actor, label_id: int, into_id: int) -> LabelRow:
        """Undoes a merge: the label gets its petitions and its name again. Raises `RuleError` if it was merged on
        meanwhile, `NotFoundError`.
        """
        with self._database.writing() as session:
            label = _one(session, label_id)
            changed = RuleError(rule="merge_not_taken_back")
            if label.merged_into_id != into_id:
                raise changed
            errors = dict.fromkeys(("nothing_to_undo", "changed_since", "conflict"), changed)
            self._do(session, UNMERGED, actor, Item(label_id, label.version), errors)
            return _row(label, _used(session, label_id))

    def _do(
        self,
        session: Session,
        act: Act | Reversal,
        actor: Actor,
        item: Item,
        errors: Mapping[str, AppError],
    ) -> None:
        now = self._database.now(session)
        administer(session, act, actor, item, now, denied="change_labels", errors=errors)


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
        raise _not_at_desk()


def _not_at_desk() -> NotPermittedError:
    return NotPermittedError(act="label", who_may=f"{Role.CLERK.value},{Role.MANAGER.value}")


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


def _one(session: Session, label_id: int) -> Label:
    label = session.get(Label, label_id)
    if label is None:
        raise NotFoundError(item="label", key=label_id)
    return label


def _make(session: Session, actor: Actor, name: str, now: datetime) -> Label:
    errors: dict[str, AppError] = {
        "not_your_role": _not_at_desk(),
        # A colleague made it meanwhile.
        "label_exists": ConflictError(item="label", name=name),
    }
    made = administer(session, ADDED, actor, _named(name), now, denied="label", errors=errors)
    return session.get_one(Label, made)


def _named(name: str) -> dict[str, Any]:
    """Returns the columns of a name. Raises `InvalidValueError`."""
    name = _valid(name)
    return {"name": name, "folded": _key(name)}


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


def _used(session: Session, label_id: int) -> int:
    counted = select(func.count()).select_from(PetitionLabel).where(PetitionLabel.label_id == label_id)
    return session.scalar(counted) or 0


def _row(label: Label, used: int = 0) -> LabelRow:
    return LabelRow(label.id, label.version, label.name, label.active, used)
