"""The strip under the history: progress and result of a verification or an export."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.wording import fill, translate
from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import theme
from ui.theme_tokens import MESSAGE_BAR
from ui.widgets.button import Button, IconButton
from ui.widgets.painting import Mirror, fill_rounded, hairline, set_margins
from ui.widgets.plain import PlainLabel

_LOOKS: Final = {
    "working": ("infobg", "info", "ph.shield"),
    "sound": ("okbg", "ok", "ph.shield-check"),
    "broken": ("dangerbg", "danger", "ph.shield-warning"),
    "note": ("infobg", "info", "ph.info"),
}
#: Breaks beyond this number are only counted; the command line lists all.
_NAMED: Final = 6


class VerdictBar(QWidget):
    """Hidden while there is nothing to show; never takes the focus."""

    def __init__(self) -> None:
        super().__init__()
        self._look = "working"
        self._stop: Callable[[], object] | None = None
        self.setMinimumHeight(MESSAGE_BAR)
        self._words = PlainLabel("", "interface", wrap=True)
        self._lines = PlainLabel("", "secondary", "text", wrap=True)
        self.progress = _Progress()
        self.stop_button = Button(translate("HistoryPanel", "Stop"), "link", size="small")
        self._close = IconButton("ph.x", translate("HistoryPanel", "Close the message"), icon_side=14)
        told = QVBoxLayout()
        told.setSpacing(2)
        told.addWidget(self._words)
        told.addWidget(self._lines)
        row = QHBoxLayout(self)
        set_margins(row, 44, 6, 8, 6)
        row.setSpacing(12)
        row.addLayout(told, 1)
        row.addWidget(self.progress)
        row.addWidget(self.stop_button)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        for button in (self.stop_button, self._close):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.stop_button.clicked.connect(self._on_stop)
        self._close.clicked.connect(self.hide)
        self.hide()

    @property
    def text(self) -> str:
        """Returns all lines of text in the strip."""
        return "" if self.isHidden() else "\n".join(filter(None, (self._words.text(), self._lines.text())))

    def show_work(self, words: str, stop: Callable[[], object]) -> None:
        """Shows a running job, with a button that calls `stop`."""
        self._stop = stop
        self.progress.show_progress(0, None)
        self._show("working", words, ())

    def show_progress(self, done: int, total: int | None) -> None:
        """Updates the progress of the job; `total` is None if unknown."""
        self.progress.show_progress(done, total)

    def show_verdict(self, words: str, breaks: Sequence[str], note: str = "") -> None:
        """Shows the result: sound without `breaks`, else the first of them; `note` says what was left out."""
        lines = list(breaks[:_NAMED])
        if len(breaks) > _NAMED:
            more = translate(
                "HistoryPanel", "and in {count} places more; “mosharekat audit verify” names all of them"
            )
            lines.append(fill(more, count=len(breaks) - _NAMED))
        self._show("broken" if breaks else "sound", words, [*lines, *filter(None, [note])])

    def show_note(self, words: str) -> None:
        """Shows a neutral note."""
        self._show("note", words, ())

    def _on_stop(self) -> None:
        if self._stop is not None:
            self._stop()

    def _show(self, look: str, words: str, lines: Sequence[str]) -> None:
        self._look = look
        self._words.setText(words)
        self._words.set_bold(look in ("sound", "broken"))
        self._words.set_colour(_LOOKS[look][1] if look in ("sound", "broken") else "text")
        self._lines.setText("\n".join(lines))
        self._lines.setVisible(bool(lines))
        self.setAccessibleName(words)
        self.progress.setVisible(look == "working")
        self.stop_button.setVisible(look == "working")
        self._close.setVisible(look != "working")
        self.show()
        self.update()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        ground, ink, icon = _LOOKS[self._look]
        painter, box = QPainter(self), QRectF(self.rect())
        painter.fillRect(box, theme().colour(ground))
        hairline(painter, box, top=True)
        paint_icon(painter, Mirror.of(box).at(16, 18), icon, theme().colour(ink))


class _Progress(QWidget):
    """A progress bar from the leading side; one third is filled while the total is unknown."""

    def __init__(self) -> None:
        super().__init__()
        self.share: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_progress(self, done: int, total: int | None) -> None:
        """Shows `done` of `total`."""
        self.share = min(1.0, done / total) if total else None
        percent = round((self.share or 0.0) * 100)
        self.setAccessibleName(fill(translate("HistoryPanel", "{percent}% done"), percent=percent))
        self.update()

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(200, 6)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, box = QPainter(self), QRectF(self.rect())
        fill_rounded(painter, box, theme().line2, 3)
        share = 1 / 3 if self.share is None else self.share
        fill_rounded(painter, Mirror.of(box).at(0, box.width() * share), theme().accent, 3)
