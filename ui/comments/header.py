"""The header of the screen: the instrument, its status, and the revision open to the public."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desktop_app.instruments.comments.review import Review
from desktop_app.instruments.drafting.service import InstrumentRow
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label
from ui.actions import tip
from ui.guard import guarded
from ui.signals import ID
from ui.theme import theme
from ui.theme_tokens import PAGE_HEADER
from ui.widgets.button import Button, IconButton
from ui.widgets.chip import Chip
from ui.widgets.menu_below import popup_below
from ui.widgets.painting import hairline, set_margins
from ui.widgets.plain import PlainLabel, set_tip

#: The longest title, in code points, and in a header narrower than `_NARROW` pixels.
_TITLE, _SHORT_TITLE = 60, 36
_NARROW = 1100
_STATE_COLOURS = {"open": "info", "closed": "warn", "revising": "viol", "ready": "ok"}


class CommentsHeader(QWidget):
    """Shows the instrument; `instrument_chosen` is emitted with an id."""

    instrument_chosen = Signal(ID)
    compare_wanted = Signal(ID, ID)
    draft_wanted = Signal()
    #: The user asks to import comments from a file.
    import_wanted = Signal()
    #: The user asks to enter a comment by hand.
    write_down_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(PAGE_HEADER)
        self._rows: tuple[InstrumentRow, ...] = ()
        #: The numbers of the exposed revision and of the last one.
        self.pair = (0, 0)
        self._shown = 0
        self.title = PlainLabel(translate("Comments", "Public comments"), "heading", bold=True)
        self.choose = IconButton("ph.caret-down", translate("Comments", "Another draft"), key="Ctrl+O")
        self.state = Chip("")
        self.about = PlainLabel("", "secondary", "text2", elide=True)
        self.compare = Button("", icon="ph.columns")
        self.draft = Button(translate("Comments", "The draft"), icon="ph.files")
        self.bring_in = Button(translate("Comments", "Import comments…"), icon="ph.download-simple")
        set_tip(self.bring_in, tip(self.bring_in.text(), "I"))
        self.write_down = IconButton(
            "ph.pencil-simple", translate("Comments", "Write a comment down…"), key="W"
        )
        self._name = ""
        #: Buttons whose words give way in a narrow window.
        self._worded = {button: button.text() for button in (self.draft, self.bring_in)}
        for button, words in self._worded.items():
            button.setAccessibleName(words)
        set_tip(self.draft, self.draft.text())
        row = QHBoxLayout(self)
        set_margins(row, 16, 0, 12, 0)
        row.setSpacing(8)
        for widget in (self.title, self.choose, self.state):
            row.addWidget(widget)
        row.addSpacing(4)
        row.addWidget(self.about, 1)
        row.addWidget(self.write_down)
        row.addWidget(self.bring_in)
        row.addWidget(self.draft)
        row.addWidget(self.compare)
        self.choose.clicked.connect(self.open_instruments)
        self.draft.clicked.connect(self.draft_wanted)
        self.compare.clicked.connect(lambda: self.compare_wanted.emit(*self.pair))
        self.bring_in.clicked.connect(lambda _checked=False: self.import_wanted.emit())
        self.write_down.clicked.connect(lambda _checked=False: self.write_down_wanted.emit())
        for later in (self.choose, self.state, self.compare, self.draft, self.bring_in, self.write_down):
            later.hide()

    def show_instruments(self, rows: Sequence[InstrumentRow]) -> None:
        """Sets the instruments of the menu: those with comments, then those that expect comments."""
        self._rows = tuple(rows)
        self.choose.setVisible(bool(rows))

    def show_review(self, review: Review) -> None:
        """Shows title, status and revision of the reviewed instrument."""
        row = review.detail.row
        self._shown, self._name = row.id, row.title
        self._fit()
        self.state.show_text(
            label("instrument_status", row.status.value), _STATE_COLOURS.get(row.status.value, "slate")
        )
        self.state.show()
        revision = fill(translate("Comments", "revision {n}"), n=review.exposed or 0)
        parts = (label("track", row.track.value), revision if review.exposed else "")
        self.about.setText(translate("Comments", ", ").join(part for part in parts if part))
        last = review.detail.revisions[-1].number if review.detail.revisions else 0
        self.pair = (review.exposed or 0, last)
        self.compare.setVisible(bool(review.exposed) and last > (review.exposed or 0))
        self.compare.setText(fill(translate("Comments", "Compare with revision {n}"), n=last))
        self.compare.updateGeometry()
        self.draft.show()

    def _fit(self) -> None:
        """Leaves words of buttons to their tool tips, and the end of a long title, where there is little room."""
        narrow = self.width() < _NARROW
        for button, words in self._worded.items():
            button.setText("" if narrow else words)
        if self._name:
            longest = _SHORT_TITLE if narrow else _TITLE
            name = self._name
            self.title.setText(name if len(name) <= longest else name[:longest].rsplit(" ", 1)[0] + " …")
            set_tip(self.title, name if len(name) > longest else "")

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def offer_import(self, may: bool) -> None:
        """Shows or hides the buttons for import and manual entry."""
        self.bring_in.setVisible(may)
        self.write_down.setVisible(may)

    def instrument_menu(self) -> QMenu:
        """Returns a menu of instruments that are or were open to the public, with their undecided comments."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for row in self._rows[:40]:
            words = (
                fill(translate("Comments", "{title}: {n} undecided"), title=row.title, n=row.undecided)
                if row.undecided
                else fill(translate("Comments", "{title}: all decided"), title=row.title)
                if row.comments
                else fill(translate("Comments", "{title}: no comment yet"), title=row.title)
            )
            action = menu.addAction(words.replace("&", "&&"), self._chooser(row.id))
            action.setCheckable(True)
            action.setChecked(row.id == self._shown)
        return menu

    def open_instruments(self) -> None:
        """Opens the menu below the title."""
        menu, button = self.instrument_menu(), self.choose
        popup_below(menu, button, 4)

    def _chooser(self, instrument_id: int) -> Callable[[], None]:
        return lambda: self.instrument_chosen.emit(instrument_id)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().pane)
        hairline(painter, QRectF(self.rect()))
