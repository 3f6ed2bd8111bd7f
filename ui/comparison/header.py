"""The header of the comparison: the title, two revision pickers, and commands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from desktop_app.instruments.drafting.service import InstrumentDetail, InstrumentRow, RevisionRow
from desktop_app.wording import translate
from ui.comparison.sources import Loaded, RevisionPair, picker_text
from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import theme
from ui.theme_tokens import PAGE_HEADER
from ui.widgets.button import Button, IconButton
from ui.widgets.painting import hairline, set_margins, text_width
from ui.widgets.plain import PlainLabel, set_tip

#: Maximum number of instruments in the menu, so that it fits on the screen.
MOST_IN_MENU: int = 40
#: What the title needs beyond an ellipsis.
_LEAST_TITLE: Final = 136


class Header(QWidget):
    """Emits `pair_chosen` when other revisions or another instrument are chosen."""

    pair_chosen = Signal(object)
    files_wanted = Signal()
    #: The number of the middle revision, or None.
    middle_chosen = Signal(object)

    def __init__(
        self,
        annotate: QAction,
        build: QAction,
        export: Callable[[QWidget], object],
        more: Sequence[QAction],
    ) -> None:
        """Creates the header. `export` opens the export menu below the given button."""
        super().__init__()
        self.setFixedHeight(PAGE_HEADER)
        self._pair: RevisionPair | None = None
        self._detail: InstrumentDetail | None = None
        self._instruments: tuple[InstrumentRow, ...] = ()
        self.title = PlainLabel("", "heading", bold=True, elide=True)
        self.instrument_button = IconButton(
            "ph.caret-down", translate("Comparison", "Compare something else")
        )
        self.old_button = Button("", menu_caret=True)
        self.new_button = Button("", menu_caret=True)
        self.middle_button = Button("", menu_caret=True)
        self._middle_arrow = _Arrow()
        self._between: tuple[RevisionRow, ...] = ()
        self._middle: int | None = None
        self._arrow = _Arrow()
        annotate_button = Button.of(annotate, icon="ph.pencil-line")
        export_button = Button(translate("Comparison", "Export"), icon="ph.export", menu_caret=True)
        build_button = Button.of(build, icon="ph.git-merge")
        self._needing: list[QWidget] = [annotate_button, build_button, export_button]
        #: Buttons that need revisions of an instrument.
        self._of_revisions: list[QWidget] = [annotate_button, build_button]
        #: The commands that move into the menu in a narrow window, in this order.
        self._folding = ((build, build_button), (annotate, annotate_button))
        self._folded: list[QAction] = []
        self._more = IconButton("ph.dots-three", translate("Comparison", "More"), side=32)
        self._menu_actions = list(more)
        row = QHBoxLayout(self)
        set_margins(row, 16, 0, 12, 0)
        row.setSpacing(4)
        self.title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        row.addWidget(self.title, 1)
        row.addWidget(self.instrument_button)
        row.addSpacing(8)
        self._pickers: list[QWidget] = [self.old_button, self._arrow, self.new_button]
        for picker in (self.old_button, self._middle_arrow, self.middle_button, self._arrow, self.new_button):
            row.addWidget(picker)
        row.addStretch(0)
        for widget in (*self._needing, self._more):
            row.addWidget(widget)
        self.instrument_button.clicked.connect(lambda: _under(self.instrument_button, self.instrument_menu()))
        self.old_button.clicked.connect(lambda: _under(self.old_button, self.revision_menu("old")))
        self.new_button.clicked.connect(lambda: _under(self.new_button, self.revision_menu("new")))
        self.middle_button.clicked.connect(lambda: _under(self.middle_button, self.middle_menu()))
        self._more.clicked.connect(lambda: _under(self._more, self._more_menu()))
        export_button.clicked.connect(lambda _checked=False: export(export_button))
        for action in (annotate, build):
            # A button of a command appears again when the command changes.
            action.changed.connect(self._fold)
        self.show_loaded(None)
        self.show_between((), None)

    def show_between(self, rows: Sequence[RevisionRow], chosen: int | None) -> None:
        """Sets the possible middle revisions and the chosen one. The picker is hidden if there are none."""
        self._between, self._middle = tuple(rows), chosen
        row = next((one for one in rows if one.number == chosen), None)
        name = translate("Comparison", "Text after the comments")
        self.middle_button.setText(name if row is None else picker_text(row))
        self.middle_button.setAccessibleName(name if row is None else f"{name}: {picker_text(row)}")
        set_tip(
            self.middle_button,
            translate(
                "Comparison",
                "The revision in between that carries what the comments asked for, if there is one",
            ),
        )
        for widget in (self.middle_button, self._middle_arrow):
            widget.setVisible(bool(rows))
        self._fold()

    def middle_menu(self) -> QMenu:
        """Returns the menu of revisions between the published and the final one."""
        menu = _menu(self)
        group = QActionGroup(menu)
        choices: list[tuple[str, int | None]] = [(translate("Comparison", "None in between"), None)]
        choices += [(f"{picker_text(row)}  {row.author_name}", row.number) for row in self._between]
        for text, number in choices:
            action = menu.addAction(_plain(text), self._middle_chooser(number))
            action.setCheckable(True)
            action.setChecked(number == self._middle)
            group.addAction(action)
        return menu

    def show_instruments(self, rows: Sequence[InstrumentRow]) -> None:
        """Sets the instruments of the menu next to the title."""
        self._instruments = tuple(rows)

    def show_loaded(self, loaded: Loaded | None) -> None:
        """Shows the title and pickers of a comparison, or the name of the screen if there is none."""
        self._detail = loaded.instrument if loaded is not None else None
        source = loaded.source if loaded is not None else None
        self._pair = source if isinstance(source, RevisionPair) else None
        self.title.setText(loaded.title if loaded is not None else translate("Comparison", "Comparison"))
        # Keep the pickers next to the title, not at the end of its available space.
        self.title.setMaximumWidth(round(text_width(self.title.text(), self.title.font())) + 4)
        for button in self._needing:
            button.setVisible(loaded is not None)
        for button in self._of_revisions:
            button.setVisible(loaded is not None and loaded.instrument is not None)
        shown = self._detail is not None and self._pair is not None
        for widget in self._pickers:
            widget.setVisible(shown)
        if self._detail is not None and self._pair is not None:
            by_number = {row.number: row for row in self._detail.revisions}
            self._label(
                self.old_button, by_number[self._pair.old or 1], translate("Comparison", "Older revision")
            )
            self._label(
                self.new_button, by_number[self._pair.new or 1], translate("Comparison", "Newer revision")
            )
        self._fold()

    def instrument_menu(self) -> QMenu:
        """Returns the menu of instruments with two revisions, and of two files from disk."""
        menu = _menu(self)
        comparable = [row for row in self._instruments if row.revisions > 1]
        for row in comparable[:MOST_IN_MENU]:
            menu.addAction(_plain(row.title), self._chooser(RevisionPair(row.id)))
        if not comparable:
            menu.addAction(translate("Comparison", "No instrument has two revisions yet")).setEnabled(False)
        menu.addSeparator()
        menu.addAction(translate("Comparison", "Two files from disk…"), self.files_wanted.emit)
        return menu

    def revision_menu(self, side: str) -> QMenu:
        """Returns the menu of revisions for one side. The older one is on the right, the newer one on the left."""
        menu = _menu(self)
        if self._detail is None or self._pair is None:
            return menu
        group = QActionGroup(menu)
        old, new = self._pair.old or 0, self._pair.new or 0
        for row in self._detail.revisions:
            allowed = row.number < new if side == "old" else row.number > old
            if not allowed:
                continue
            wanted = (row.number, new) if side == "old" else (old, row.number)
            text = f"{picker_text(row)}  {row.author_name}"
            pair = RevisionPair(self._pair.instrument_id, *wanted)
            action = menu.addAction(_plain(text), self._chooser(pair))
            action.setCheckable(True)
            action.setChecked(row.number == (old if side == "old" else new))
            group.addAction(action)
        return menu

    def _more_menu(self) -> QMenu:
        menu = _menu(self)
        menu.addActions(self._folded)
        menu.addActions(self._menu_actions)
        return menu

    def _fold(self) -> None:
        """Moves commands into the menu while the buttons have no room."""
        self._folded = []
        if self._detail is None:
            return
        row = self.layout()
        assert row is not None
        for _, button in self._folding:
            button.show()
        for action, button in self._folding:
            row.invalidate()
            if row.minimumSize().width() + _LEAST_TITLE <= self.width():
                break
            button.hide()
            self._folded.insert(0, action)

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _chooser(self, pair: RevisionPair) -> Callable[[], None]:
        return lambda: self.pair_chosen.emit(pair)

    def _middle_chooser(self, number: int | None) -> Callable[[], None]:
        return lambda: self.middle_chosen.emit(number)

    def _label(self, button: Button, row: RevisionRow, name: str) -> None:
        button.setText(picker_text(row))
        button.setAccessibleName(f"{name}: {picker_text(row)}")
        button.updateGeometry()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().pane)
        hairline(painter, QRectF(self.rect()))


class _Arrow(QWidget):
    """An arrow from the older revision to the newer one, in reading direction."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(24, 24)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        paint_icon(QPainter(self), QRectF(4, 4, 16, 16), "ph.arrow-right", theme().text2)


def _menu(owner: QWidget) -> QMenu:
    menu = QMenu(owner)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


def _under(button: QWidget, menu: QMenu) -> None:
    corner = (
        button.rect().bottomRight() if button.layoutDirection() == Qt.LayoutDirection.RightToLeft else None
    )
    at = button.mapToGlobal(corner if corner is not None else button.rect().bottomLeft())
    if corner is not None:
        at.setX(at.x() - menu.sizeHint().width())
    menu.popup(at)


def _plain(text: str) -> str:
    """Escapes ampersands, so that they are no mnemonics in a menu."""
    return text[:120].replace("&", "&&")
