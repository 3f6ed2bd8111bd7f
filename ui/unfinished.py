"""What is typed and not saved: at hand for the screens at once, on the disk of this PC within half a second.

The file has a thread of its own: the workers of `jobs` may all be waiting for a database that is away, which is just
when this is needed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime
from typing import Final, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from desktop_app.clock import PcClock
from desktop_app.errors import NotWrittenError
from desktop_app.unfinished import Key, RecoveredDraft, UnfinishedTexts

#: What is typed within this time goes to the disk together, in milliseconds: so much of it a power cut can take.
WRITES_EVERY: Final = 300
#: How long the end of the program waits for the disk, in seconds.
_LAST: Final = 2.0
T = TypeVar("T")


class Unfinished(QObject):
    """Texts by key; an empty text is no text. Without a file they live as long as the program."""

    #: Texts of a window that is gone are here.
    restored = Signal()
    #: A text came or went.
    changed = Signal()
    #: The person does not want these texts any more, a tuple of `RecoveredDraft`: the fields are to be emptied.
    thrown_away = Signal(object)
    #: Whether the database is away has changed.
    away_changed = Signal()
    #: The texts cannot be kept on this PC: the error, once; None when they can be again.
    trouble = Signal(object)
    # From the thread of the file to this one.
    _opened = Signal(object)
    _written = Signal(object)

    def __init__(self, file: UnfinishedTexts | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        #: Whether the database is away, to which the texts would go.
        self.away = False
        self._texts: dict[Key, RecoveredDraft] = {}
        #: Keys of texts that an earlier window left, with the moment when they were typed there.
        self._old: dict[Key, datetime] = {}
        self._waiting: dict[Key, RecoveredDraft | None] = {}
        #: Writes that the thread of the file has not answered yet.
        self._under_way = 0
        #: Why the disk does not take the texts, if it does not.
        self.error: NotWrittenError | None = None
        #: Whether what an earlier window left has been read, or could not be.
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
        """Whether they do: the disk takes them."""
        return self._file is not None and self.error is None

    @property
    def is_written(self) -> bool:
        """Whether the disk has every text as it is now."""
        return not self._waiting and self._under_way == 0

    def set_away(self, away: bool) -> None:
        """The connection to the database went, or came back."""
        self.away = away
        self.away_changed.emit()

    def start(self) -> None:
        """Reads what an earlier window left; `restored` tells that it is here."""
        if self._file is not None:
            self._do(self._file.open, self._opened.emit)

    def text(self, key: Key) -> str:
        kept = self._texts.get(key)
        return kept.text if kept is not None else ""

    def keep(self, key: Key, text: str, name: str = "", way: tuple[int, ...] = ()) -> None:
        """Keeps what stands in a field; `name` and `way` as in `RecoveredDraft`, by default those of before."""
        if not text.strip():
            self.drop(key)
            return
        if self.text(key) == text:
            return
        known = self._texts.get(key)
        if known is not None:
            name, way = name or known.name, way or known.way
        self._texts[key] = self._waiting[key] = RecoveredDraft(key, text, name, PcClock().now(), way)
        self._write_soon()
        if known is None:
            self.changed.emit()

    def drop(self, key: Key) -> None:
        """The text was saved or thrown away."""
        self._old.pop(key, None)
        if self._texts.pop(key, None) is None:
            return
        self._waiting[key] = None
        self._write_soon()
        self.changed.emit()

    def throw_away(self, texts: Sequence[RecoveredDraft]) -> None:
        """The person does not want these texts any more; `bring_back` undoes it."""
        for kept in texts:
            self.drop(kept.key)
        self.thrown_away.emit(tuple(texts))

    def bring_back(self, texts: Sequence[RecoveredDraft]) -> None:
        """What was thrown away is wanted after all; what was typed there since stays."""
        for kept in texts:
            if kept.key not in self._texts:
                self._texts[kept.key] = self._waiting[kept.key] = kept
                self._old[kept.key] = kept.at
        self._write_soon()
        self.restored.emit()
        self.changed.emit()

    def kept(self, key: Key) -> RecoveredDraft | None:
        return self._texts.get(key)

    def all(self) -> tuple[RecoveredDraft, ...]:
        """Every text, the newest first."""
        return tuple(sorted(self._texts.values(), key=lambda kept: kept.at, reverse=True))

    def keys(self, item_type: str, item_id: int) -> frozenset[Key]:
        """The fields of an item in which something is unfinished."""
        return frozenset(key for key in self._texts if (key.item_type, key.item_id) == (item_type, item_id))

    def left_at(self, key: Key) -> datetime | None:
        """When the text was typed in a window that is gone; None for a text of this one."""
        return self._old.get(key)

    def left(self) -> tuple[RecoveredDraft, ...]:
        """The texts that an earlier window left, as they are now, the newest first."""
        return tuple(kept for kept in self.all() if kept.key in self._old)

    def flush(self) -> None:
        """Has the disk take what waits, behind the scenes."""
        waiting, self._waiting = self._waiting, {}
        file = self._file
        if file is not None and waiting:
            self._under_way += 1
            self._do(lambda: file.write(waiting), lambda _: self._written.emit(None))

    def close(self) -> None:
        """Has the disk take what waits, and lets the file go; what is in it stays for the next window."""
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
        """Does `work` on the thread of the file, in the order in which it was asked for."""
        if self._worker is None:
            return

        def done(future: Future[T]) -> None:
            error = future.exception()
            # The window may be gone by now.
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
        for kept in left:
            # What was typed here meanwhile is newer.
            if self._texts.setdefault(kept.key, kept) is kept:
                self._old[kept.key] = kept.at
        if left:
            self.restored.emit()
            self.changed.emit()

    def _on_written(self, error: Exception | None) -> None:
        # A file that cannot be opened is told here too, though nothing was written.
        self._under_way = max(0, self._under_way - 1)
        if error is not None and not isinstance(error, NotWrittenError):
            sys.excepthook(type(error), error, error.__traceback__)
            return
        before, self.error = self.error, error
        self.is_open = True
        if error is not None:
            # All of it goes along with the next text that is typed.
            self._waiting = {**self._texts, **self._waiting}
        if (before is None) != (error is None):
            self.trouble.emit(error)
