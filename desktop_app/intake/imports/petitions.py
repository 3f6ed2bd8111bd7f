"""Importing petitions from a file: look at it (`plan`), then take it in (`run`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Final, Protocol

from desktop_app.database.engine import Database
from desktop_app.intake.formats.cells import RowFault
from desktop_app.intake.formats.columns import PETITION_FIELDS, REQUIRED_OF_PETITIONS
from desktop_app.intake.formats.names import units_by_name
from desktop_app.intake.formats.tabular import TabularRow
from desktop_app.intake.imports.changed_rows import ChangedRow
from desktop_app.intake.imports.importing import Importer, ImportPlan, ImportResult, plan_table
from desktop_app.intake.imports.petition_rows import PetitionRows
from desktop_app.intake.imports.rejects import RejectedRows
from desktop_app.office.settings import IdentityRule, identity_rules_of
from desktop_app.petitions.follow_ups.auto_intake import AutoIntake
from desktop_app.petitions.registration.changed_words import ChangedWords, differing, words_of
from desktop_app.petitions.registration.identity import missing_fields
from desktop_app.petitions.registration.register import NewPetition, identity_key
from desktop_app.petitions.vocabulary import Channel, Kind
from desktop_app.progress import Progress, SilentProgress
from desktop_app.staff.roles import Actor
from desktop_app.staff.units import Units


class PetitionServices(Protocol):
    """What importing petitions needs of the services."""

    @property
    def database(self) -> Database: ...
    @property
    def auto_intake(self) -> AutoIntake: ...
    @property
    def units(self) -> Units: ...


plan: Final = partial(plan_table, fields=PETITION_FIELDS, required=REQUIRED_OF_PETITIONS)


def run(
    services: PetitionServices,
    actor: Actor,
    plan: ImportPlan,
    mapping: Mapping[str, str] | None = None,
    *,
    channel: Channel | None = None,
    kind: Kind | None = None,
    dry_run: bool = False,
    progress: Progress | None = None,
    rejects: RejectedRows | None = None,
) -> ImportResult:
    """Takes the petitions of a planned file in; rows that are there already are counted, not made again.

    `mapping`: field → column, instead of the suggested one. `channel`: of rows that name none (the portal).
    `kind`: of rows that name none; without it a column is required, which a mail does not have.
    With `dry_run` everything is checked and counted and nothing is kept. Raises `BadFileError`,
    `NotPermittedError`, `DatabaseAwayError`.
    """
    with services.database.reading() as session:
        now = services.database.now(session)
        rules = identity_rules_of(session)
    chosen = plan.mapping if mapping is None else mapping
    if kind is not None:
        plan = replace(plan, required=tuple(name for name in plan.required if name != "kind"))
    active = [(unit.id, unit.code, unit.name) for unit in services.units.all(active_only=True)]
    read_row = PetitionRows(
        str(plan.path),
        chosen,
        channel=channel or Channel.PORTAL,
        units=units_by_name(active),
        now=now,
        kind=kind,
    )
    keeper = _Trial(services.auto_intake, rules) if dry_run else _Keeper(services.auto_intake, actor)

    def read_numbered(row: TabularRow) -> _Row | RowFault:
        found = read_row(row)
        return found if isinstance(found, RowFault) else _Row(row.number, found)

    result = Importer(
        plan, chosen, read_numbered, keeper.store, _text_of, progress or SilentProgress(), rejects, dry_run
    ).run()
    told = {"further": keeper.further, "without_reply": keeper.without_reply}
    changed = tuple(
        ChangedRow(str(plan.path), row.number, row.petition, words) for row, words in keeper.changed
    )
    return replace(
        result,
        already_present=result.already_present - len(changed),
        notices={**result.notices, **{name: count for name, count in told.items() if count}},
        changed=changed,
    )


@dataclass(frozen=True, slots=True)
class _Row:
    """A petition with the number of its row."""

    number: int
    petition: NewPetition


class _Keeper:
    """Takes in what is new. `further` counts what was written to petitions that were there, `without_reply` the new
    ones that are notices; `changed` are known rows with other words."""

    def __init__(self, auto_intake: AutoIntake, actor: Actor) -> None:
        self._auto_intake, self._actor = auto_intake, actor
        self.further = self.without_reply = 0
        self.changed: list[tuple[_Row, ChangedWords]] = []

    def store(self, rows: list[_Row]) -> int:
        came = self._auto_intake.take_in(self._actor, [row.petition for row in rows])
        self.changed += [
            (row, one.changed) for row, one in zip(rows, came, strict=True) if one.changed is not None
        ]
        self.without_reply += sum(one.registered is not None and one.registered.notice for one in came)
        self.further += sum(one.joined is not None for one in came if one.fresh)
        return sum(one.fresh for one in came)


class _Trial:
    """Tells what would be new or changed, and keeps nothing."""

    def __init__(self, auto_intake: AutoIntake, rules: tuple[IdentityRule, ...]) -> None:
        self._auto_intake, self._rules = auto_intake, rules
        self._new: dict[str, NewPetition] = {}
        self.further = 0
        self.changed: list[tuple[_Row, ChangedWords]] = []

    def store(self, rows: list[_Row]) -> int:
        before = len(self._new)
        known = self._auto_intake.rehearse([row.petition for row in rows])
        for row, came in zip(rows, known, strict=True):
            changed = came.changed if came is not None else self._of_this_file(row.petition)
            if changed is not None:
                self.changed.append((row, changed))
        return len(self._new) - before

    @property
    def without_reply(self) -> int:
        """How many new ones would be notices; what is on file of their petitioners is not looked up."""
        return sum(
            bool(missing_fields(one.kind, one.channel, one.contact, self._rules))
            for one in self._new.values()
        )

    def _of_this_file(self, petition: NewPetition) -> ChangedWords | None:
        """Returns what differs from the first row with the number of a new one."""
        first = self._new.setdefault(identity_key(petition), petition)
        fields = differing(words_of(first), petition) if petition.external_id else ()
        return ChangedWords(0, "", fields, words_of(first)) if fields else None


def _text_of(row: _Row) -> str:
    return row.petition.text
