"""Importing petitions from a file: look at it (`plan`), then take it in (`run`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Final, Protocol

from desktop_app.database.engine import Database
from desktop_app.intake.formats.columns import PETITION_FIELDS, REQUIRED_OF_PETITIONS
from desktop_app.intake.formats.names import units_by_name
from desktop_app.intake.imports.importing import Importer, ImportPlan, ImportResult, plan_table
from desktop_app.intake.imports.petition_rows import PetitionRows
from desktop_app.intake.imports.rejects import RejectedRows
from desktop_app.petitions.follow_ups.auto_intake import AutoIntake
from desktop_app.petitions.registration.register import NewPetition, identity_key
from desktop_app.petitions.vocabulary import Channel
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
    dry_run: bool = False,
    progress: Progress | None = None,
    rejects: RejectedRows | None = None,
) -> ImportResult:
    """Takes the petitions of a planned file in; rows that are there already are counted, not made again.

    `mapping`: field → column, instead of the suggested one. `channel`: of rows that name none (the portal).
    With `dry_run` everything is checked and counted and nothing is kept. Raises `BadFileError`,
    `NotPermittedError`, `DatabaseAwayError`.
    """
    with services.database.reading() as session:
        now = services.database.now(session)
    chosen = plan.mapping if mapping is None else mapping
    active = [(unit.id, unit.code, unit.name) for unit in services.units.all(active_only=True)]
    read_row = PetitionRows(
        str(plan.path), chosen, channel=channel or Channel.PORTAL, units=units_by_name(active), now=now
    )
    keeper = _Keeper(services.auto_intake, actor)
    store = _Trial(services.auto_intake).store if dry_run else keeper.store
    result = Importer(
        plan, chosen, read_row, store, _text_of, progress or SilentProgress(), rejects, dry_run
    ).run()
    told = {"further": keeper.further} if keeper.further else {}
    return replace(result, notices={**result.notices, **told})


class _Keeper:
    """Takes in what is new; `further` counts what was written to petitions that were there."""

    def __init__(self, auto_intake: AutoIntake, actor: Actor) -> None:
        self._auto_intake, self._actor = auto_intake, actor
        self.further = 0

    def store(self, petitions: list[NewPetition]) -> int:
        came = [one for one in self._auto_intake.take_in(self._actor, petitions) if one.fresh]
        self.further += sum(one.joined is not None for one in came)
        return len(came)


class _Trial:
    """Counts what would be new, and keeps nothing."""

    def __init__(self, auto_intake: AutoIntake) -> None:
        self._auto_intake = auto_intake
        self._seen: set[str] = set()

    def store(self, petitions: list[NewPetition]) -> int:
        keys = {identity_key(petition) for petition in petitions} - self._seen
        new = keys - self._auto_intake.known(sorted(keys))
        self._seen |= keys
        return len(new)


def _text_of(petition: NewPetition) -> str:
    return petition.text
