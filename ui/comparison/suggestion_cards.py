"""The cards under a suggested wording in the text: one suggestion to decide, or several for the same words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.instruments.drafting.coming_text import MarkedRun
from desktop_app.instruments.drafting.suggestions import SuggestedWording, SuggestionState
from desktop_app.persian.dates import clock_time, day_and_month, tehran_day
from desktop_app.persian.digits import in_own_direction
from desktop_app.wording import digits, fill, translate
from ui.actions import make_action
from ui.comparison.run_text import RunText
from ui.comparison.wording_card import WordingCard
from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import theme
from ui.widgets.button import Button
from ui.widgets.flow import FlowLayout
from ui.widgets.painting import Mirror, fill_rounded, hairline, set_margins
from ui.widgets.plain import PlainLabel, PlainText

#: Keys of the suggestions for the same words.
CHOICE_KEYS = ("1", "2", "3", "4", "5", "6")


def moment_words(one: SuggestedWording) -> str:
    """Returns when a suggestion was written."""
    return f"{day_and_month(tehran_day(one.at))}، {clock_time(one.at)}"


class ReasonCard(WordingCard):
    """The strip of one suggestion: author, the reason of a refusal, and what can be done."""

    accepted = Signal()
    #: The reason, and whether all suggestions of the article are meant.
    refused = Signal(str, bool)
    taken_back = Signal()

    def __init__(self) -> None:
        super().__init__(writes=True)
        self.setObjectName("card")
        self._author = PlainLabel("", "secondary", bold=True)
        self._when = PlainLabel("", "secondary", "text2", elide=True)
        self._places = PlainLabel("", "header", "text2")
        self.reason = PlainText("", "interface", editable=True)
        self.reason.keep_height(52)
        self.reason.setAccessibleName(translate("Comparison", "Reason"))
        self.reason.setPlaceholderText(translate("Comparison", "Reason of the decision …"))
        self._needs = PlainLabel(
            translate("Comparison", "A reason is needed to refuse."), "secondary", "text2"
        )
        self.accept = Button(
            translate("Comparison", "Accept"), "primary", icon="ph.check", key="A", size="small", writes=True
        )
        self.refuse = Button(
            translate("Comparison", "Refuse with a reason"), icon="ph.x", key="R", size="small", writes=True
        )
        self.edit = Button(
            translate("Comparison", "Edit the wording"), icon="ph.pencil-simple", key="E", size="small"
        )
        self.undo = Button(
            translate("Comparison", "Take the decision back"), "ghost", size="small", writes=True
        )
        self._words = ""
        self._every = False
        self._thread = 0
        make_action(
            self.reason, translate("Comparison", "Refuse with this reason"),
            lambda: self.ask_refusal(every=self._every), key="Ctrl+Return", in_palette=False, writes=True,
        )  # fmt: skip
        self.accept.clicked.connect(lambda _checked=False: self.accepted.emit())
        self.refuse.clicked.connect(lambda _checked=False: self.ask_refusal())
        self.edit.clicked.connect(lambda _checked=False: self.begin())
        self.undo.clicked.connect(lambda _checked=False: self.taken_back.emit())
        self._lay_out()

    def show_one(self, one: SuggestedWording, places: int) -> None:
        """Shows a suggestion; `places` is the number of places that it changes."""
        self._author.setText(in_own_direction(one.author))
        self._when.setText(moment_words(one))
        self._places.setText(fill(translate("Comparison", "{n} places in the text"), n=digits(places)))
        if self._thread != one.thread_id:
            self._thread, self._every = one.thread_id, False
            self.reason.clear()
        self._words = one.words
        live = one.waits
        for widget in (self.accept, self.refuse, self.edit, self.reason, self._needs):
            widget.setVisible(live)
        self.undo.setVisible(one.state in (SuggestionState.ACCEPTED, SuggestionState.REFUSED))
        self._decided.setVisible(not live)
        self._decided.setText(_decision(one))
        self.form.hide()
        self._mark(False)

    def ask_refusal(self, *, every: bool = False) -> None:
        """Refuses with the written reason; without one the field is marked and takes the focus.

        With `every` all suggestions of the article are meant, now and when the reason is confirmed.
        """
        self._every = every
        words = self.reason.toPlainText().strip()
        if not words:
            self._mark(True)
            self.reason.setFocus()
            return
        self._mark(False)
        self.refused.emit(words, every)

    def begin(self) -> None:
        """Opens the field with the suggested words."""
        self.begin_with(self._words)

    def _mark(self, missing: bool) -> None:
        self._needs.set_colour("warn" if missing else "text2")
        self._needs.set_bold(missing)
        self.reason.setAccessibleDescription(self._needs.text() if missing else "")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(PlainLabel(translate("Comparison", "Suggested wording"), "header", "viol", bold=True))
        head.addWidget(self._author)
        head.addWidget(self._when, 1)
        head.addWidget(self._places)
        self._decided = PlainLabel("", "secondary", wrap=True)
        buttons = QWidget()
        flow = FlowLayout(36, 0, (0, 0, 0, 0))
        buttons.setLayout(flow)
        for widget in (self.accept, self.refuse, self.edit, self.undo, self._needs):
            flow.addWidget(widget)
        column = QVBoxLayout(self)
        set_margins(column, 12, 8, 12, 8)
        column.setSpacing(4)
        column.addLayout(head)
        for part in (self._decided, self.reason, buttons, self.form):
            column.addWidget(part)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        fill_rounded(QPainter(self), QRectF(self.rect()), theme().pane, 6, theme().line2)


class RivalsCard(WordingCard):
    """Suggestions for the same words side by side against the same text."""

    #: A suggestion was chosen, by its number from 0; or none of them, -1.
    chosen = Signal(int)

    def __init__(
        self,
        rivals: Sequence[SuggestedWording],
        runs: Callable[[SuggestedWording], Sequence[MarkedRun]],
        *,
        stacked: bool,
    ) -> None:
        super().__init__(writes=True)
        self.setObjectName("card")
        self.rivals = tuple(rivals)
        self.buttons: list[Button] = []
        sides = QGridLayout()
        sides.setSpacing(0)
        for number, one in enumerate(rivals[: len(CHOICE_KEYS)]):
            side = self._side(number, one, runs(one))
            sides.addWidget(side, number if stacked else 0, 0 if stacked else number)
            if not stacked:
                sides.setColumnStretch(number, 1)
        self._third = str(len(self.buttons) + 1)
        self.own = Button(
            translate("Comparison", "Write another wording"), "ghost", icon="ph.pencil-simple", key=self._third,
            size="small",
        )  # fmt: skip
        self.none = Button(
            translate("Comparison", "Refuse all of them"),
            "ghost",
            icon="ph.x",
            key="0",
            size="small",
            writes=True,
        )
        self.own.clicked.connect(lambda _checked=False: self.begin())
        self.none.clicked.connect(lambda _checked=False: self.chosen.emit(-1))
        self._lay_out(sides)

    def press(self, key: str) -> None:
        """Does what a key stands for: a suggestion, a wording of one's own, or none."""
        if key == "0":
            self.none.click()
        elif key == self._third:
            self.begin()
        elif int(key) <= len(self.buttons):
            self.buttons[int(key) - 1].click()

    def begin(self) -> None:
        """Opens the field for another wording, which begins with the present words."""
        self.begin_with(self.rivals[0].quote)

    def _side(self, number: int, one: SuggestedWording, runs: Sequence[MarkedRun]) -> QWidget:
        side = QWidget()
        icon = "ph.check" if one.state is SuggestionState.ACCEPTED else None
        words = translate("Comparison", "Choose this one")
        button = Button(words, icon=icon, key=CHOICE_KEYS[number], size="small", writes=True)
        button.clicked.connect(lambda _checked=False: self.chosen.emit(number))
        self.buttons.append(button)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(PlainLabel(in_own_direction(one.author), "secondary", bold=True))
        head.addWidget(PlainLabel(day_and_month(tehran_day(one.at)), "secondary", "text2"), 1)
        column = QVBoxLayout(side)
        set_margins(column, 14, 8, 14, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(RunText(runs))
        for message in one.talk[-1:]:
            column.addWidget(PlainLabel(message.text, "header", "text2", wrap=True))
        column.addStretch(1)
        column.addWidget(button)
        return side

    def _lay_out(self, sides: QGridLayout) -> None:
        title = fill(
            translate("Comparison", "{n} suggestions for the same words"), n=digits(len(self.rivals))
        )
        head = QHBoxLayout()
        set_margins(head, 40, 8, 12, 8)
        head.setSpacing(8)
        head.addWidget(PlainLabel(title, "secondary", "warn", bold=True))
        head.addWidget(
            PlainLabel(
                translate("Comparison", "Choose one; the others are closed as conflicting."),
                "secondary", "text2", elide=True,
            ), 1,
        )  # fmt: skip
        set_margins(self.form_column, 12, 0, 12, 4)
        foot = QHBoxLayout()
        set_margins(foot, 8, 2, 8, 2)
        foot.setSpacing(0)
        foot.addWidget(self.own)
        foot.addWidget(self.none)
        foot.addStretch(1)
        self._head_height = 38
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(sides)
        column.addWidget(self.form)
        column.addLayout(foot)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        fill_rounded(painter, box, now.base, 6, now.warnline)
        head = QRectF(1, 1, box.width() - 2, self._head_height)
        hairline(painter, head)
        paint_icon(painter, Mirror.of(head).at(14, 16), "ph.arrows-left-right", now.warn)
        foot = self.own.parentWidget() is self and QRectF(1, self.own.y() - 2, box.width() - 2, 1)
        if foot:
            painter.fillRect(foot, now.line)


def _decision(one: SuggestedWording) -> str:
    if one.place is None and one.state is SuggestionState.OPEN:
        return translate("Comparison", "Its words are not in this text.")
    who = {"who": in_own_direction(one.decided_by)}
    if one.state is SuggestionState.ACCEPTED:
        words = translate("Comparison", "Accepted by {who}; it comes into the next revision.")
        return fill(words, **who)
    if one.state is SuggestionState.APPLIED:
        return translate("Comparison", "Applied in a revision.")
    if one.state is SuggestionState.REFUSED:
        return fill(translate("Comparison", "Refused by {who}: {reason}"), **who, reason=one.reason)
    return ""
