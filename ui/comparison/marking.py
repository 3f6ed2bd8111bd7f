"""Marks changes, and synchronises the view, the list and the service with each other."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.errors import DatabaseAwayError
from desktop_app.instruments.drafting.review_marks import REVIEWERS, ChangeKey, MarkState
from desktop_app.wording import fill, translate
from ui.comparison.mark_book import MarkBook
from ui.comparison.sources import Loaded, RevisionPair, Source
from ui.jobs import run, show_error
from ui.widgets.comparison_view import ComparisonView
from ui.widgets.comparison_view.labels import change_title
from ui.workplace import Workplace

if TYPE_CHECKING:
    from desktop_app.services import ComparisonServices

#: Marks are written together after this pause, in milliseconds.
PAUSE: Final = 300
#: Delay after which failed writes are retried, in milliseconds.
_AGAIN: Final = 5_000


class MarkLifetime(Enum):
    """How long marks are stored."""

    IN_DATABASE = auto()
    FILES = auto()
    NO_ROLE = auto()


class Marking(QObject):
    """Manages marks. The owner shows errors of the background work; nothing here blocks on the database."""

    #: Marks changed: list, counts and view have to be updated.
    changed = Signal()
    #: A mark was set: the message, and a function to undo it or None.
    done = Signal(str, object)

    def __init__(
        self, owner: QObject, workplace: Workplace[ComparisonServices], view: ComparisonView
    ) -> None:
        super().__init__(owner)
        self._owner, self._workplace, self._view = owner, workplace, view
        self.book: MarkBook | None = None
        self.kept = MarkLifetime.IN_DATABASE
        self._pair: RevisionPair | None = None
        self._source: Source | None = None
        self._session: dict[Source, dict[ChangeKey, MarkState]] = {}
        #: The books being written, and those whose write failed while another comparison was open.
        self._writing: list[MarkBook] = []
        self._owed: list[tuple[MarkBook, RevisionPair]] = []
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.flush)
        view.change_selected.connect(self._on_stepped)
        view.mark_requested.connect(self.toggle)

    def show_loaded(self, loaded: Loaded | None) -> None:
        """Switches to another comparison, after sending the unsaved marks of the previous one."""
        self.flush()
        self._timer.stop()
        self.book = None
        self._source = loaded.source if loaded is not None else None
        if loaded is None or self._view.reading is None:
            return
        self._pair = loaded.source if isinstance(loaded.source, RevisionPair) else None
        self.kept = self._how_long()
        actor = self._workplace.actor
        kept = self.kept is MarkLifetime.IN_DATABASE
        self.book = MarkBook(self._view.reading, loaded.marks, actor.person_id, kept=kept)
        if not kept:
            self.book.take_in(self._session.setdefault(loaded.source, {}))
        self._tell()

    def reload(self) -> None:
        """Reloads the marks of colleagues."""
        book, pair = self.book, self._pair
        if book is None or pair is None or pair.old is None or pair.new is None:
            return
        service, person = self._workplace.services.reviewing, self._workplace.actor.person_id
        instrument, old, new = pair.instrument_id, pair.old, pair.new
        kept = self.kept

        def on_read(marks: object) -> None:
            if self.book is book and book not in self._writing:
                book.read(marks, person if kept is MarkLifetime.IN_DATABASE else None)  # type: ignore[arg-type]
                self._tell()

        run(self._owner, lambda: service.marks(instrument, old, new), on_read)

    def toggle(self, change: int, mark: str) -> None:
        """Sets a mark. Repeating it removes it: then the change counts as seen, or not even that."""
        if self.book is None:
            return
        state = MarkState(mark)
        if self.book.of(change) is not state:
            self._put(change, state, told=True)
        else:
            self._put(change, None if state is MarkState.SEEN else MarkState.SEEN, told=True)

    def toggle_current(self, mark: str) -> None:
        """Toggles a mark of the current change."""
        change = self._view.current_change
        if change is None:
            self.done.emit(translate("Comparison", "Stand on a change first: F8 goes to the next one."), None)
        else:
            self.toggle(change, mark)

    def flush(self) -> None:
        """Sends all unsaved marks together."""
        owed, self._owed = self._owed, []
        if self.book is not None and self._pair is not None:
            owed.append((self.book, self._pair))
        for book, pair in owed:
            self._send(book, pair)

    def _send(self, book: MarkBook, pair: RevisionPair) -> None:
        """Writes at most once at a time per book, so that the later mark wins."""
        if not book.kept or not book.waiting or pair.old is None or pair.new is None:
            return
        if book in self._writing:
            return
        wanted = book.take_waiting()
        service, actor = self._workplace.services.reviewing, self._workplace.actor
        instrument, old, new = pair.instrument_id, pair.old, pair.new
        self._writing.append(book)

        def on_written(_nothing: None) -> None:
            self._writing.remove(book)
            self._send(book, pair)

        def on_error(error: Exception) -> None:
            self._writing.remove(book)
            if isinstance(error, DatabaseAwayError):
                book.put_back(wanted)
                if self.book is not book:
                    self._owed.append((book, pair))
                self._timer.start(_AGAIN)
            show_error(self._owner, error)

        run(self._owner, lambda: service.mark(actor, instrument, old, new, wanted), on_written, on_error)

    def _on_stepped(self, change: int) -> None:
        if self.book is not None and self.book.of(change) is None:
            self._put(change, MarkState.SEEN, told=False)

    def _put(self, change: int, state: MarkState | None, *, told: bool) -> None:
        book = self.book
        assert book is not None
        before = book.put(change, state)
        if self.kept is not MarkLifetime.IN_DATABASE and self._source is not None:
            self._session[self._source] = dict(book.own)
        self._tell()
        self._timer.start(PAUSE)
        if told:
            title = change_title(book.reading.comparison, book.reading.changes[change])
            self.done.emit(_sentence(title, state), lambda: self._take_back(book, change, before))

    def _take_back(self, book: MarkBook, change: int, before: MarkState | None) -> None:
        if self.book is book:
            self._put(change, before, told=False)

    def _tell(self) -> None:
        book = self.book
        if book is not None:
            self._view.set_marks(book.marks)
        self.changed.emit()

    def _how_long(self) -> MarkLifetime:
        if self._pair is None:
            return MarkLifetime.FILES
        actor = self._workplace.actor
        return (
            MarkLifetime.IN_DATABASE
            if actor.person_id and actor.roles.intersection(REVIEWERS)
            else MarkLifetime.NO_ROLE
        )


def _sentence(title: str, state: MarkState | None) -> str:
    template = {
        MarkState.ACCEPTED: translate("Comparison", "“{title}” is accepted."),
        MarkState.DISCUSS: translate("Comparison", "“{title}” is to be discussed."),
        MarkState.SEEN: translate("Comparison", "“{title}” is marked as seen, no more."),
        None: translate("Comparison", "“{title}” is marked as not seen."),
    }[state]
    return fill(template, title=title)
