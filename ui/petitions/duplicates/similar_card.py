"""Card of a similar petition: degree of similarity, matching words, state, and commands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.persian.dates import long_date, tehran_day
from desktop_app.persian.text import visible_controls
from desktop_app.petitions.duplicates.pairs import PairKind
from desktop_app.petitions.registration.codes import shown_code
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label
from ui.guard import guarded
from ui.signals import ID
from ui.theme import font, theme
from ui.theme_tokens import RADIUS
from ui.widgets.button import Button, Variant
from ui.widgets.chip import Chip, StateLabel
from ui.widgets.painting import fill_rounded, reads_right_to_left, set_margins
from ui.widgets.plain import LinkLabel, PlainLabel, text_option

if TYPE_CHECKING:
    from desktop_app.petitions.duplicates.likes import Alike

_LINES: Final = 2
_LINE: Final = 22


class MarkedWords(QWidget):
    """Two lines of a citizen's text with marked words, drawn as plain text."""

    def __init__(self, text: str, spans: Sequence[tuple[int, int]]) -> None:
        super().__init__()
        shown = visible_controls(text)
        # Symbols for control characters change the offsets, so nothing is marked then.
        self._text, self._spans = shown, tuple(spans) if shown == text else ()
        self.setFixedHeight(_LINES * _LINE)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(shown)

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(200, _LINES * _LINE)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now = QPainter(self), theme()
        layout = QTextLayout(self._text, font("secondary"))
        layout.setTextOption(text_option(rtl=reads_right_to_left(self._text)))
        mark = QTextCharFormat()
        mark.setBackground(now.warnbg)
        ranges = []
        for start, end in self._spans:
            one = QTextLayout.FormatRange()
            one.start, one.length, one.format = start, end - start, mark
            ranges.append(one)
        layout.setFormats(ranges)
        layout.beginLayout()
        for number in range(_LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(self.width())
            line.setPosition(QPointF(0, number * _LINE))
        layout.endLayout()
        painter.setPen(now.text)
        layout.draw(painter, QPointF(0, 0))


class AlikeCard(QWidget):
    """Shows a similar petition with the commands in `offering`.

    `opened` asks to show it, `chosen` to merge into it, and `linked` to link both. `apart` marks them as not
    the same, and `let_go` removes a link.
    """

    opened = Signal(ID)
    chosen = Signal(object)
    linked = Signal(object)
    apart = Signal(object)
    let_go = Signal(object)

    def __init__(self, alike: Alike, *, foremost: bool, offering: Sequence[str], merge_words: str) -> None:
        super().__init__()
        self.alike, self._foremost = alike, foremost
        column = QVBoxLayout(self)
        set_margins(column, 12, 8, 12, 8)
        column.setSpacing(4)
        subject = LinkLabel(visible_controls(alike.subject), lambda: self.opened.emit(alike.id), elide=True)
        percent = fill(translate("Likeness", "{percent}% alike"), percent=round(alike.share * 100))
        tied = alike.pair is PairKind.LINKED
        chip = Chip(translate("Likeness", "linked") if tied else percent, "warn" if foremost else "slate")
        column.addLayout(_row(subject, chip, stretch=True))
        column.addWidget(MarkedWords(alike.excerpt, alike.spans))
        state, facts = self._facts(alike)
        column.addLayout(_row(facts, before=state, stretch=True))
        self.buttons = self._buttons(alike, offering, merge_words)
        if self.buttons:
            row = _row(*self.buttons.values(), None)
            row.setSpacing(0)
            column.addLayout(row)

    @staticmethod
    def _facts(alike: Alike) -> tuple[QWidget, QWidget]:
        state = StateLabel(alike.status.value, label("status", alike.status.value))
        who = translate("Likeness", "the same sender") if alike.same_sender else alike.petitioner_name
        day = long_date(tehran_day(alike.received_at))
        words = [shown_code(alike.tracking_code), visible_controls(who)[:40], day]
        facts = PlainLabel("   ".join(filter(None, words)), "secondary", "text2", elide=True)
        facts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        return state, facts

    def _buttons(self, alike: Alike, offering: Sequence[str], merge_words: str) -> dict[str, Button]:
        offered = {
            "merge": (merge_words, "ph.git-merge", self.chosen),
            "link": (translate("Likeness", "Link"), "ph.link", self.linked),
            "let_go": (translate("Likeness", "Remove the link"), "ph.link-break", self.let_go),
            "apart": (translate("Likeness", "Not the same"), "", self.apart),
        }
        made: dict[str, Button] = {}
        tied = alike.pair is PairKind.LINKED
        for name, (words, icon, signal) in offered.items():
            fits = name == "merge" or tied == (name == "let_go")
            if name in offering and fits:
                variant: Variant = "secondary" if name == "merge" else "ghost"
                button = Button(words, variant, icon=icon or None, size="small")
                button.clicked.connect(lambda _checked=False, signal=signal: signal.emit(alike))
                made[name] = button
        return made

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        now = theme()
        edge = now.warnline if self._foremost else now.line2
        fill_rounded(QPainter(self), QRectF(self.rect()), now.base, RADIUS, edge)


def _row(*parts: QWidget | None, stretch: bool = False, before: QWidget | None = None) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    if before is not None:
        row.addWidget(before)
    for at, part in enumerate(parts):
        if part is None:
            row.addStretch()
        else:
            row.addWidget(part, 1 if stretch and at == 0 else 0, Qt.AlignmentFlag.AlignVCenter)
    return row
