"""Roster panels for longer texts: unsaved input is stored on this PC until it is saved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.unfinished import Key
from desktop_app.wording import translate
from ui.administration.roster_panel import Read, RosterPanel
from ui.guard import guarded
from ui.widgets.button import Button
from ui.widgets.form_panes import FORM_WIDTH
from ui.widgets.kept_form import KeptForm
from ui.widgets.page_bar import PageBar
from ui.widgets.paged_preview import NARROWEST
from ui.widgets.painting import set_margins
from ui.widgets.plain import PlainLabel
from ui.widgets.roster import RosterRow

if TYPE_CHECKING:
    from desktop_app.services import AdministrationServices
    from ui.workplace import Workplace

#: The least width of a form beside a list and a sample, in pixels.
_NARROWEST_FORM: Final = 320


class Versioned(Protocol):
    """A row with optimistic locking."""

    @property
    def version(self) -> int: ...


Text = TypeVar("Text", bound=Versioned)


class KeptPanel(RosterPanel[Text, Read]):
    """Restores unsaved input of a row, and warns if the row was changed since.

    A subclass calls `_keep` after creating its fields, and lays out `kept.line` and `overtaken`.
    """

    kept: KeptForm

    def __init__(
        self,
        workplace: Workplace[AdministrationServices],
        name: str,
        parent: QWidget | None = None,
        *,
        width: int = FORM_WIDTH,
    ) -> None:
        super().__init__(workplace, name, parent, width=width)
        self._item = ""
        self._reading = False
        self.overtaken = PlainLabel("", "secondary", "warn", wrap=True)
        self.overtaken.hide()

    def _keep(self, item: str, fields: Mapping[str, QWidget]) -> None:
        """Stores the input of `fields` on this PC. `item` is the kind of row in the list of unfinished texts."""
        self._item = item
        self.kept = KeptForm(self._workplace.unfinished, fields, self)
        self.kept.came_back.connect(self._show_overtaken)

    def _title(self, row: Text) -> str:
        """Returns the heading of the form, also used in the list of unfinished texts."""
        raise NotImplementedError

    def _overtaken_words(self, row: Text) -> str:
        """Returns the warning that `row` was changed since the restored input was begun."""
        del row
        return translate(
            "LettersPanel", "Somebody changed it since you began; saving replaces what stands there now."
        )

    def _show_sample(self) -> None:
        """Shows a preview of the text in the form."""

    def open_form(self, key: int) -> None:
        """Shows the row with this key."""
        self._key = key
        self._shown = self._last_read = None
        self.kept.pause()
        self.refresh()

    def start_new(self) -> None:
        """Clears the form for a new row, and restores unsaved input."""
        self.kept.pause()
        self.overtaken.hide()
        super().start_new()
        self.kept.follow(Key(self._item, 0, "form"), "")

    def _take(self, read: Read) -> None:
        self._reading = True
        super()._take(read)
        self._reading = False

    def _show(self, key: int) -> None:
        row = self._rows[key]
        here = key == self._key or (self._reading and self._key is None)
        if here and (row == self._shown or self.kept.is_changed()):
            # The input is kept; saving detects whether the row was changed meanwhile.
            self._show_sample()
            return
        self.kept.pause()
        self.overtaken.hide()
        self._heading.setText(self._title(row))
        super()._show(key)
        self.kept.follow(Key(self._item, key, "form"), self._title(row), row.version)
        self._show_sample()

    def _show_overtaken(self) -> None:
        row = self._shown if self.kept.overtaken else None
        self.overtaken.setText("" if row is None else self._overtaken_words(row))
        self.overtaken.setVisible(row is not None)

    def _on_stored(self, row: Text, back: Callable[[Text], object] | None, words: str = "") -> None:
        key = self._roster_row(row).key
        # An undo may affect another row; the input for this one is then kept.
        if key == self._key or (self._key is None and key not in self._rows):
            self.kept.done()
            # Refills the form from the stored row.
            self._shown = None
        super()._on_stored(row, back, words)


class WordingPanel(KeptPanel[Text, Read]):
    """Texts delivered with the program, which the office can change and reset."""

    def __init__(
        self,
        workplace: Workplace[AdministrationServices],
        name: str,
        parent: QWidget | None = None,
        *,
        roster: int,
        width: int,
    ) -> None:
        super().__init__(workplace, name, parent, width=width)
        self._width = width
        self._foot = PageBar(height=56, foot=True)
        self.roster.setFixedWidth(roster)
        self.default_button = Button(translate("LettersPanel", "The program's own words"), writes=True)
        self.default_button.clicked.connect(lambda _checked=False: self.put_back())

    def put_back(self) -> None:
        """Resets the text to the program's own."""
        raise NotImplementedError

    def _show_lines(self, lines: list[RosterRow]) -> None:
        self.roster.show_rows(lines, self._key)

    def _form_over_buttons(self) -> QVBoxLayout:
        """Returns the form with its buttons below, outside the scroll area."""
        buttons = QHBoxLayout(self._foot)
        set_margins(buttons, 20, 8, 20, 8)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.default_button)
        buttons.addStretch()
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.form, 1)
        column.addWidget(self._foot)
        return column

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # In a narrow window the form leaves the sample its least width.
        width = min(self._width, max(self.width() - self.roster.width() - NARROWEST, _NARROWEST_FORM))
        self.form.setFixedWidth(width)
        self._foot.setFixedWidth(width)
