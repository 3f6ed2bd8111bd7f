"""The state of a bulk run: selection, preview, results and failures."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from datetime import datetime
from uuid import uuid4

from desktop_app.errors import AppError
from desktop_app.petitions.bulk.acts import Act
from desktop_app.petitions.lists.filters import ListFilter


@dataclass(frozen=True, slots=True)
class BulkSelection:
    """The selected petitions: those of `ids`, or everything that matches the filter `wanted`."""

    ids: tuple[int, ...] = ()
    wanted: ListFilter | None = None


@dataclass(frozen=True, slots=True)
class BulkPreview:
    """The expected result of an act: how many petitions it applies to, and how many are excluded by reason,
    most frequent first.

    `as_of` is the server's time of the preview, `last_id` the highest petition id then: later petitions and
    changed ones are skipped.
    """

    total: int
    possible: int
    refused: tuple[tuple[AppError, int], ...]
    as_of: datetime
    last_id: int


@dataclass(frozen=True, slots=True)
class BulkFailure:
    """A petition that was not changed, with the reason."""

    petition_id: int
    tracking_code: str
    error: AppError


@dataclass
class BulkProgress:
    """The progress of a bulk act.

    `stopped` is the error that interrupted it; `cancelled` says that the person did. In both cases `done`
    stays done, and `Bulk.run` continues after `cursor`. The database stores the progress under `key`
    (`bulk.keeping`); this object is a copy.
    """

    selection: BulkSelection
    act: Act
    preview: BulkPreview
    key: str = field(default_factory=lambda: uuid4().hex)
    #: Petition ids, as an array: a million take 8 MB.
    done: array[int] = field(default_factory=lambda: array("q"))
    failures: list[BulkFailure] = field(default_factory=list)
    cursor: int = 0
    finished: bool = False
    cancelled: bool = False
    stopped: AppError | None = None
    #: How many of `done` an interrupted undo has not reached.
    unreached: int = 0

    @property
    def untouched(self) -> int:
        """How many petitions were not reached."""
        return 0 if self.finished else max(0, self.preview.total - len(self.done) - len(self.failures))
