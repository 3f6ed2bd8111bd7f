"""Import of petitions from a file.

A file with only tracking codes and marks is imported as the satisfaction of petitioners, and the page says
so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.intake.formats.cells import RowFault
from desktop_app.intake.formats.names import units_by_name
from desktop_app.intake.imports import petitions, satisfaction
from desktop_app.intake.imports.changed_rows import ChangedRow, FurtherTaken, take_in_further
from desktop_app.intake.imports.petition_rows import PetitionRows
from desktop_app.intake.sources.model import Matter
from desktop_app.intake.sources.service import saved_mappings
from desktop_app.wording import translate
from ui.importing.kind import ImportPreview, ImportTexts
from ui.petitions.empty_pages import may_register, no_permission_page

if TYPE_CHECKING:
    from desktop_app.intake.formats.tabular import TabularRow
    from desktop_app.intake.imports.importing import ImportPlan, ImportResult
    from desktop_app.intake.imports.rejects import RejectedRows
    from desktop_app.petitions.vocabulary import Channel
    from desktop_app.progress import Progress
    from desktop_app.services import InboxServices
    from ui.widgets.empty_state import EmptyState
    from ui.workplace import Workplace


class PetitionImport:
    """The petitions as an `ImportKind`."""

    #: Fields of the preview, where the file has them.
    shown = (
        "tracking_code", "satisfaction", "kind", "subject", "text", "name", "mobile", "national_id", "received_at",
        "unit",
    )  # fmt: skip

    def __init__(self, workplace: Workplace[InboxServices]) -> None:
        self._workplace = workplace
        self._services = workplace.services
        self.words = ImportTexts(
            title=translate("ImportPage", "Import petitions"),
            back=translate("ImportPage", "Back to the inbox"),
            close=translate("ImportPage", "To the inbox"),
            formats=translate("ImportPage", "CSV, XLSX or JSON Lines"),
            promise=translate("ImportPage", "What was imported before is recognised and not taken in twice."),
        )

    def permitted(self) -> bool:
        return may_register(self._workplace.actor)

    def who_may(self) -> EmptyState:
        return no_permission_page()

    def plan(self, path: Path) -> ImportPlan:
        """Returns the plan for a file.

        It is imported as marks of satisfaction only if it has these, lacks a required field of petitions, and
        matches no saved mapping.
        """
        plan = petitions.plan(path)
        if not plan.missing() or self.saved(plan):
            return plan
        marks = satisfaction.plan(path)
        return plan if marks.missing() else marks

    def saved(self, plan: ImportPlan) -> tuple[tuple[str, dict[str, str]], ...]:
        if satisfaction.holds_marks(plan):
            return ()
        return saved_mappings(self._services.sources.all(), Matter.PETITIONS, plan.columns)

    def found(self, plan: ImportPlan) -> str:
        marks = satisfaction.holds_marks(plan)
        return translate("ImportPage", "Satisfaction of petitioners") if marks else ""

    def asks_channel(self, plan: ImportPlan) -> bool:
        return not satisfaction.holds_marks(plan)

    def try_rows(self, plan: ImportPlan, mapping: Mapping[str, str], channel: Channel) -> ImportPreview:
        services, actor = self._services, self._workplace.actor
        if satisfaction.holds_marks(plan):
            return ImportPreview(
                plan.first_rows, _wrong(plan, satisfaction.first_rows(services, actor, plan, mapping))
            )
        with services.database.reading() as session:
            now = services.database.now(session)
        units = [(unit.id, unit.code, unit.name) for unit in services.units.all(active_only=True)]
        read = PetitionRows(str(plan.path), mapping, channel=channel, units=units_by_name(units), now=now)
        return ImportPreview(plan.first_rows, _wrong(plan, read))

    def run(
        self,
        plan: ImportPlan,
        mapping: Mapping[str, str],
        channel: Channel,
        progress: Progress,
        rejects: RejectedRows,
    ) -> ImportResult:
        services, actor = self._services, self._workplace.actor
        if satisfaction.holds_marks(plan):
            return satisfaction.run(services, actor, plan, mapping, progress=progress, rejects=rejects)
        return petitions.run(
            services, actor, plan, mapping, channel=channel, progress=progress, rejects=rejects
        )

    def take_further(self, rows: Sequence[ChangedRow], progress: Progress) -> FurtherTaken:
        return take_in_further(self._services, self._workplace.actor, rows, progress)

    def further(self, result: ImportResult) -> str:
        del result
        return ""


def _wrong(plan: ImportPlan, read: Callable[[TabularRow], object]) -> dict[int, RowFault]:
    return {row.number: found for row in plan.first_rows if isinstance(found := read(row), RowFault)}
