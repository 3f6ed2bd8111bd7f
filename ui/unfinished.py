"""Unsaved input: available to the screens immediately, and on the disk of this computer within half a second.

The file has its own thread: it is needed when the database is unreachable, and then all workers of `jobs` may
be waiting.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime
from typing import Final, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from desktop_app.clock import pc_clock
from desktop_app.errors import NotWrittenError
from desktop_app.unfinished import Key, RecoveredDraft, UnfinishedTexts

#: Interval in milliseconds for writing to disk, i.e. the input that a power failure can destroy.
WRITES_EVERY: Final = 300
#: Timeout in seconds for the last write at the end of the program.
_LAST: Final = 2.0
T = TypeVar("T")


class Unfinished(QObject):
    """Texts by key; an empty text is removed. Without a file they live as long as the program."""

    #: Texts of an earlier window were restored.
    restored = Signal()
    #: A text was added or removed.
    changed = Signal()
    #: The user discarded texts (a tuple of `RecoveredDraft`): their fields must be cleared.
    thrown_away = Signal(object)
    #: The database became unreachable or reachable.
    away_changed = Signal()
    #: The error, once, when texts cannot be stored on this computer; None when they can again.
    trouble = Signal(object)
    # From the thread of the file to this one.
    _opened = Signal(object)
    _written = Signal(object)

    def __init__(self, file: UnfinishedTexts | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        #: Whether the database is unreachable.
        self.away = False
        self._texts: dict[Key, RecoveredDraft] = {}
        #: Keys of texts of an earlier window, with the time when they were typed.
        self._old: dict[Key, datetime] = {}
        self._waiting: dict[Key, RecoveredDraft | None] = {}
        #: Number of pending writes.
        self._under_way = 0
        #: The error of the last write, if any.
        self.error: NotWrittenError | None = None
        #: Whether reading the texts of an earlier window has finished or failed.
        self.is_open = file is None
        self._worker = ThreadPoolExecutor(1, "unfinished") if file is not None else None
        self._soon = QTimer(self, singleShot=True, interval=WRITES_EVERY)
        self._soon.timeout.connect(self.flush)
        queued = Qt.ConnectionType.QueuedConnection
        self._opened.connect(self._on_opened, queued)
        self._written.connect(self._on_written, queued)

    @property
    def has_file(self) -> bool:
        """Whether the texts are meant to outlive the program."""
        return self._file is not None

    @property
    def is_kept(self) -> bool:
        """Whether the texts outlive the program, i.e. they can be written to disk."""
        return self._file is not None and self.error is None

    @property
    def is_written(self) -> bool:
        """Whether the current state of all texts is on disk."""
        return not self._waiting and self._under_way == 0

    def set_away(self, away: bool) -> None:
        """Records that the database became unreachable or reachable."""
        self.away = away
        self.away_changed.emit()

    def start(self) -> None:
        """Reads the texts of an earlier window; emits `restored` afterwards."""
        if self._file is not None:
            self._do(self._file.open, self._opened.emit)

    def text(self, key: Key) -> str:
        draft = self._texts.get(key)
        return draft.text if draft is not None else ""

    def keep(self, key: Key, text: str, name: str = "", way: tuple[int, ...] = ()) -> None:
        """Stores the content of a field; `name` and `way` as in `RecoveredDraft`, by default the previous ones."""
        if not text.strip():
            self.drop(key)
            return
        if self.text(key) == text:
            return
        known = self._texts.get(key)
        if known is not None:
            name, way = name or known.name, way or known.way
        self._texts[key] = self._waiting[key] = RecoveredDraft(key, text, name, pc_clock().now(), way)
        self._write_soon()
        if known is None:
            self.changed.emit()

    def drop(self, key: Key) -> None:
        """Removes a text that was saved or discarded."""
        self._old.pop(key, None)
        if self._texts.pop(key, None) is None:
            return
        self._waiting[key] = None
        self._write_soon()
        self.changed.emit()

    def throw_away(self, texts: Sequence[RecoveredDraft]) -> None:
        """Discards texts; `bring_back` undoes it."""
        for draft in texts:
            self.drop(draft.key)
        self.thrown_away.emit(tuple(texts))

    def bring_back(self, texts: Sequence[RecoveredDraft]) -> None:
        """Restores discarded texts, except where something was typed meanwhile."""
        for draft in texts:
            if draft.key not in self._texts:
                self._texts[draft.key] = self._waiting[draft.key] = draft
                self._old[draft.key] = draft.at
        self._write_soon()
        self.restored.emit()
        self.changed.emit()

    def kept(self, key: Key) -> RecoveredDraft | None:
        return self._texts.get(key)

    def all(self) -> tuple[RecoveredDraft, ...]:
        """Returns all texts, newest first."""
        return tuple(sorted(self._texts.values(), key=lambda draft: draft.at, reverse=True))

    def keys(self, item_type: str, item_id: int) -> frozenset[Key]:
        """Returns the keys of the unsaved fields of an item."""
        return frozenset(key for key in self._texts if (key.item_type, key.item_id) == (item_type, item_id))

    def left_at(self, key: Key) -> datetime | None:
        """Returns when the text was typed in an earlier window; None for a text of this one."""
        return self._old.get(key)

    def left(self) -> tuple[RecoveredDraft, ...]:
        """Returns the texts of an earlier window in their current state, newest first."""
        return tuple(draft for draft in self.all() if draft.key in self._old)

    def flush(self) -> None:
        """Writes pending texts in the background."""
        waiting, self._waiting = self._waiting, {}
        file = self._file
        if file is not None and waiting:
            self._under_way += 1
            self._do(lambda: file.write(waiting), lambda _: self._written.emit(None))

    def close(self) -> None:
        """Writes pending texts and closes the file, which keeps its texts for the next window."""
        self._soon.stop()
        self.flush()
        file, self._file = self._file, None
        worker, self._worker = self._worker, None
        if file is None or worker is None:
            return
        with suppress(TimeoutError):
            worker.submit(file.close).result(_LAST)
        worker.shutdown(wait=False)

    def _do(self, work: Callable[[], T], on_done: Callable[[T], object]) -> None:
        """Runs `work` on the thread of the file, in order."""
        if self._worker is None:
            return

        def done(future: Future[T]) -> None:
            error = future.exception()
            # The window may be destroyed by now.
            with suppress(RuntimeError):
                if error is None:
                    on_done(future.result())
                else:
                    self._written.emit(error)

        self._worker.submit(work).add_done_callback(done)

    def _write_soon(self) -> None:
        if self._file is not None and not self._soon.isActive():
            self._soon.start()

    def _on_opened(self, left: tuple[RecoveredDraft, ...]) -> None:
        self.is_open = True
        for draft in left:
            # Text typed here meanwhile is newer.
            if self._texts.setdefault(draft.key, draft) is draft:
                self._old[draft.key] = draft.at
        if left:
            self.restored.emit()
            self.changed.emit()

    def _on_written(self, error: Exception | None) -> None:
        # Also called where the file cannot be opened, without a pending write.
        self._under_way = max(0, self._under_way - 1)
        if error is not None and not isinstance(error, NotWrittenError):
            sys.excepthook(type(error), error, error.__traceback__)
            return
        before, self.error = self.error, error
        self.is_open = True
        if error is not None:
            # Write all texts again with the next change.
            self._waiting = {**self._texts, **self._waiting}
        if (before is None) != (error is None):
            self.trouble.emit(error)
