"""The interface of a kind of import for its pages: wording, trial run and import."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from desktop_app.errors import AppError
from desktop_app.intake.formats.cells import RowFault
from desktop_app.intake.formats.tabular import TabularRow
from desktop_app.intake.imports.changed_rows import ChangedRow, FurtherTaken
from desktop_app.intake.imports.importing import ImportPlan, ImportResult
from desktop_app.intake.imports.rejects import RejectedRows
from desktop_app.petitions.vocabulary import Channel
from desktop_app.progress import Progress
from ui.widgets.empty_state import EmptyState


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """The result of a trial run: faults and warnings by row number, and why the whole file would be refused."""

    rows: tuple[TabularRow, ...]
    faults: dict[int, RowFault]
    pointed_out: dict[int, RowFault] = field(default_factory=dict)
    refusal: AppError | None = None


@dataclass(frozen=True, slots=True)
class ImportTexts:
    """The wording of the pages.

    `back` is in the header, `close` below the result, `formats` and `promise` on the page that asks for a file.
    """

    title: str
    back: str
    close: str
    formats: str
    promise: str


class ImportKind(Protocol):
    """`plan`, `saved`, `try_rows` and `run` are called on a worker thread."""

    @property
    def words(self) -> ImportTexts: ...

    @property
    def shown(self) -> tuple[str, ...]:
        """The fields shown in the preview, in this order."""
        ...

    def permitted(self) -> bool:
        """Whether the person may import; the service checks this again."""
        ...

    def who_may(self) -> EmptyState:
        """Returns the page for people without permission."""
        ...

    def plan(self, path: Path) -> ImportPlan:
        """Opens a file. Raises `BadFileError`."""
        ...

    def saved(self, plan: ImportPlan) -> tuple[tuple[str, dict[str, str]], ...]:
        """Returns the saved mappings of sources that fit the file, with names."""
        ...

    def found(self, plan: ImportPlan) -> str:
        """Describes the content of the file, where it is unusual for this import."""
        ...

    def asks_channel(self, plan: ImportPlan) -> bool:
        """Whether rows of the file have a channel."""
        ...

    def try_rows(self, plan: ImportPlan, mapping: Mapping[str, str], channel: Channel) -> ImportPreview:
        """Checks the first rows with a mapping; writes nothing."""
        ...

    def run(
        self,
        plan: ImportPlan,
        mapping: Mapping[str, str],
        channel: Channel,
        progress: Progress,
        rejects: RejectedRows,
    ) -> ImportResult:
        """Imports the file in chunks."""
        ...

    def take_further(self, rows: Sequence[ChangedRow], progress: Progress) -> FurtherTaken:
        """Adds known rows with other words to their items, in chunks."""
        ...

    def further(self, result: ImportResult) -> str:
        """The text of the button for work that remains after the import; empty if there is none."""
        ...
