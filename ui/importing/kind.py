"""What a kind of import tells the pages of an import: its words, how its files are tried and taken in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from desktop_app.errors import AppError
from desktop_app.intake.formats.cells import RowFault
from desktop_app.intake.formats.tabular import TabularRow
from desktop_app.intake.imports.importing import ImportPlan, ImportResult
from desktop_app.intake.imports.rejects import RejectedRows
from desktop_app.petitions.vocabulary import Channel
from desktop_app.progress import Progress
from ui.widgets.empty_state import EmptyState


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """The rows that were tried; what is wrong with them and what is pointed out of them, by the row's number; and
    why the file as a whole would not be taken in."""

    rows: tuple[TabularRow, ...]
    faults: dict[int, RowFault]
    pointed_out: dict[int, RowFault] = field(default_factory=dict)
    refusal: AppError | None = None


@dataclass(frozen=True, slots=True)
class ImportTexts:
    """`back` stands in the head of the pages, `close` below the result; `formats` and `promise` where a file is asked
    for."""

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
        """The fields worth a column of the preview, in this order."""
        ...

    def permitted(self) -> bool:
        """Whether the person may import; the service asks the same again."""
        ...

    def who_may(self) -> EmptyState:
        """The page for somebody who may not."""
        ...

    def plan(self, path: Path) -> ImportPlan:
        """What a file is. Raises `BadFileError`."""
        ...

    def saved(self, plan: ImportPlan) -> tuple[tuple[str, dict[str, str]], ...]:
        """Mappings that were saved for sources and fit the file, each with its name."""
        ...

    def found(self, plan: ImportPlan) -> str:
        """What the file turned out to hold, where that is not what is usually imported here."""
        ...

    def asks_channel(self, plan: ImportPlan) -> bool:
        """Whether rows of the file come by a channel."""
        ...

    def try_rows(self, plan: ImportPlan, mapping: Mapping[str, str], channel: Channel) -> ImportPreview:
        """Checks the first rows with a mapping; nothing is written."""
        ...

    def run(
        self,
        plan: ImportPlan,
        mapping: Mapping[str, str],
        channel: Channel,
        progress: Progress,
        rejects: RejectedRows,
    ) -> ImportResult:
        """Takes the file in, chunk by chunk."""
        ...

    def further(self, result: ImportResult) -> str:
        """The words of a button to what is left to do with what came; nothing where nothing is."""
        ...
