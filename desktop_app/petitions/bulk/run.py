"""An act on many as it goes on: which petitions, what was foreseen, what was done and what was not."""

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
    """Which petitions: those of `ids`, or all that `wanted` shows, whatever the list holds in memory."""

    ids: tuple[int, ...] = ()
    wanted: ListFilter | None = None


@dataclass(frozen=True, slots=True)
class BulkPreview:
    """What an act would do: with how many, and with how many not, by reason, the commonest first. `as_of` is the
    server's moment of the preview, `last_id` the highest petition then: what came or changed since is not touched."""

    total: int
    possible: int
    refused: tuple[tuple[AppError, int], ...]
    as_of: datetime
    last_id: int


@dataclass(frozen=True, slots=True)
class BulkFailure:
    """A petition that stayed as it was, and why."""

    petition_id: int
    tracking_code: str
    error: AppError


@dataclass
class BulkProgress:
    """How far an act on many has come. `stopped` is the trouble that broke it off, `cancelled` that the person did;
    either way what is in `done` stays done, and `Bulk.run` goes on behind `cursor`. The database keeps it under `key`
    (`bulk.keeping`): what stands here is what this program knows of it."""

    selection: BulkSelection
    act: Act
    preview: BulkPreview
    key: str = field(default_factory=lambda: uuid4().hex)
    #: Ids: a million of them are 8 MB.
    done: array[int] = field(default_factory=lambda: array("q"))
    failures: list[BulkFailure] = field(default_factory=list)
    cursor: int = 0
    finished: bool = False
    cancelled: bool = False
    stopped: AppError | None = None
    #: Of `done`, what a taking back that the person stopped has not looked at.
    unreached: int = 0

    @property
    def untouched(self) -> int:
        """How many were not reached."""
        return 0 if self.finished else max(0, self.preview.total - len(self.done) - len(self.failures))
