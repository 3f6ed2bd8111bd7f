"""Base class of sections with a list and a form of the chosen row: load, show, save, undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.wording import translate
from ui import jobs
from ui.widgets.button import Button
from ui.widgets.form_panes import FORM_WIDTH, FormPane, side_by_side
from ui.widgets.refusals import Refusals, RefusingForm
from ui.widgets.roster import Roster, RosterPane, RosterRow

if TYPE_CHECKING:
    from desktop_app.services import AdministrationServices
    from ui.workplace import Workplace

Row = TypeVar("Row")
Read = TypeVar("Read")
Result = TypeVar("Result")


class RosterPanel(QWidget, RefusingForm, Generic[Row, Read]):
    """`done` reports what was done and its undo.

    A subclass creates its fields, names them to `refusals`, lays them out in `form`, calls `_complete` last in its
    constructor, and overrides the methods that raise NotImplementedError. `Row` is the type shown in the form;
    `Read` is everything loaded for the panel.
    """

    done = Signal(str, object)

    def __init__(
        self,
        workplace: Workplace[AdministrationServices],
        name: str,
        parent: QWidget | None = None,
        *,
        width: int = FORM_WIDTH,
    ) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._last_read: Read | None = None
        #: Whether the button had the focus when saving began, which it loses while it is disabled.
        self._was_pressed = False
        self._rows: dict[int, Row] = {}
        #: The key of the current row; None for a new one.
        self._key: int | None = None
        #: The row from which the form was filled.
        self._shown: Row | None = None
        self.roster = Roster(name)
        self.roster.chosen.connect(self._show)
        self.form = FormPane(width=width)
        self._heading = self.form.heading("")
        self.save_button = Button(translate("Administration", "Save"), "primary", flush=True, writes=True)
        self.save_button.clicked.connect(lambda _checked=False: self.save())
        self.refusals = Refusals(self)

    def _complete(
        self,
        placeholder: str,
        nothing: tuple[str, str],
        *,
        beside: QWidget | None = None,
        icon: str = "ph.plus",
    ) -> None:
        """Lays out list and form side by side, with an empty form."""
        self.pane = RosterPane(self.roster, placeholder, nothing, beside=beside, icon=icon)
        side_by_side(self, self.pane, self.form)
        self.start_new()

    # To override

    def _reader(self) -> Callable[[], Read]:
        """Returns the function that loads the data of the panel on a worker thread."""
        raise NotImplementedError

    def _rows_of(self, read: Read) -> Sequence[Row]:
        """Returns the rows, and passes the rest of the data to the fields."""
        raise NotImplementedError

    def _roster_row(self, row: Row) -> RosterRow:
        """Returns a row as a line of the list; its key must be unique in the panel."""
        raise NotImplementedError

    def _fill(self, row: Row) -> None:
        """Fills the form from a row."""
        raise NotImplementedError

    def _clear(self) -> None:
        """Clears the form for a new row."""
        raise NotImplementedError

    def save(self) -> None:
        """Adds a row from the form, or saves changes to the current one."""
        raise NotImplementedError

    def _saved_words(self, row: Row) -> str:
        """Returns the message after a row was saved."""
        raise NotImplementedError

    def _with_headings(self, lines: list[RosterRow]) -> list[RosterRow]:
        """Returns the lines of the list, with headings if there are any."""
        return lines

    def _enable(self, *, on: bool) -> None:
        """Enables saving, or disables it while a job runs."""
        self.save_button.setEnabled(on)

    # Loading and showing

    def refresh(self) -> None:
        """Reloads the rows, and keeps the current one."""
        jobs.run(self, self._reader(), self._on_read)

    def start_new(self) -> None:
        """Clears the form for a new row."""
        self._key = self._shown = None
        self.refusals.clear()
        self._clear()

    def _on_read(self, read: Read) -> None:
        # Reloading must not overwrite what is being typed.
        if read != self._last_read:
            self._take(read)

    def _take(self, read: Read) -> None:
        self._last_read = read
        rows = self._rows_of(read)
        lines = [self._roster_row(row) for row in rows]
        self._rows = {line.key: row for line, row in zip(lines, rows, strict=True)}
        if self._key is not None and self._key not in self._rows:
            self._shown = None
        self._show_lines(self._with_headings(lines))

    def _show_lines(self, lines: list[RosterRow]) -> None:
        self.pane.show_rows(lines, self._key)

    def _show(self, key: int) -> None:
        self._key, self._shown = key, self._rows[key]
        self.refusals.clear()
        self._fill(self._rows[key])

    # Saving

    def _store(self, work: Callable[[], Row], back: Callable[[Row], object] | None = None) -> None:
        """Runs `work`, which returns the stored row. `back` undoes it, given that row."""
        self._run(work, lambda row: self._on_stored(row, back))

    def _run(self, work: Callable[[], Result], told: Callable[[Result], None]) -> None:
        self._was_pressed = self.window().focusWidget() is self.save_button
        self._enable(on=False)
        self.refusals.clear()
        jobs.run(self, work, told, self._on_refused)

    def _enable_again(self) -> None:
        """Enables saving, and returns the focus to the button."""
        self._enable(on=True)
        if self._was_pressed and self.save_button.isVisible():
            self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._was_pressed = False

    def _on_stored(self, row: Row, back: Callable[[Row], object] | None, words: str = "") -> None:
        key = self._roster_row(row).key
        # Known before the reload, so that saving twice changes the row instead of adding another.
        self._rows[key] = row
        self._tell(words or self._saved_words(row), None if back is None else partial(back, row), key)

    def _tell(self, words: str, undo: Callable[[], object] | None, key: int | None) -> None:
        """Reports what was done, shows the row with `key` and reloads all rows. An undo may affect another
        row.
        """
        if key is not None and key in self._rows:
            self._show(key)
        else:
            self._key, self._shown = key, None
        # Refresh even if the data is the same: another row may be selected.
        self._last_read = None
        self._enable_again()
        self.done.emit(words, undo)
        self.refresh()

    def _on_refused(self, error: Exception) -> None:
        self._enable_again()
        jobs.show_error(self, error)
