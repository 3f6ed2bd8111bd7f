"""What colleagues said about a suggested wording, and every decision with who, when and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.instruments.comments.review import PublicDemand
from desktop_app.instruments.drafting.suggestions import SuggestedWording, SuggestionState
from desktop_app.persian.dates import clock_time, day_and_month, tehran_day
from desktop_app.persian.digits import in_own_direction
from desktop_app.wording import digits, fill, translate
from ui.annotations.kept_words import reply_key
from ui.annotations.reply_form import ReplyForm, forget_reply, show_kept_reply
from ui.guard import guarded
from ui.signals import ID
from ui.unfinished import Unfinished
from ui.widgets.painting import hairline, set_margins
from ui.widgets.plain import PlainLabel
from ui.widgets.side_panel import PANEL_WIDTH, paint_ground


class SuggestionTalk(QWidget):
    """What colleagues and the public said about the current suggestion, and every decision with who, when and why.

    A reply that is being written is kept until it is sent; `replied` emits the thread and the words.
    """

    replied = Signal(ID, str)

    def __init__(self, unfinished: Unfinished) -> None:
        super().__init__()
        self.setFixedWidth(PANEL_WIDTH)
        self._unfinished = unfinished
        self.form: ReplyForm | None = None
        self._thread = 0
        self._staff: tuple[tuple[int, str], ...] = ()
        self.demand = PlainLabel("", "secondary", "text2", wrap=True)
        self.demand.hide()
        unfinished.restored.connect(self._show_kept)
        unfinished.thrown_away.connect(lambda _texts: self._show_kept())
        self._about = PlainLabel("", "secondary", bold=True, elide=True)
        self._said = _column()
        self._decided = _column()
        self.foot = PlainLabel("", "secondary", "text2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._answer = QVBoxLayout()
        set_margins(self._answer, 16, 8, 16, 8)
        column.addLayout(_head(self._about, self.demand))
        column.addWidget(self._said[0], 1)
        column.addLayout(self._answer)
        column.addLayout(_head(PlainLabel(translate("Comparison", "Decisions"), "secondary", bold=True)))
        column.addWidget(self._decided[0], 1)
        foot = QHBoxLayout()
        set_margins(foot, 16, 8, 16, 8)
        foot.addWidget(self.foot)
        column.addLayout(foot)

    def show_talk(self, one: SuggestedWording, title: str) -> None:
        """Shows the conversation about a suggestion."""
        words = fill(translate("Comparison", "Conversation about {title}"), title=title or one.quote[:30])
        self._about.setText(words)
        lines = [
            _line(
                in_own_direction(m.author_name),
                f"{day_and_month(tehran_day(m.at))}، {clock_time(m.at)}",
                m.text,
            )
            for m in one.talk
        ]
        _put(self._said, lines or [_quiet(translate("Comparison", "Nobody has answered yet."))])
        self._show_form(one)

    def show_demand(self, demand: PublicDemand | None) -> None:
        """Shows how many comments of the public are about the place of the suggestion; None without any."""
        self.demand.setVisible(demand is not None)
        if demand is not None:
            words = translate("Comparison", "Comments of the public on this provision: {n}")
            if demand.quoting:
                words = translate(
                    "Comparison", "Comments of the public on this provision: {n}; {quoting} quote these words"
                )
            self.demand.setText(fill(words, n=digits(demand.about), quoting=digits(demand.quoting)))

    def offer_staff(self, staff: tuple[tuple[int, str], ...]) -> None:
        """Sets the persons who can be mentioned: id and name."""
        self._staff = staff
        if self.form is not None:
            self.form.text.offer_staff(staff)

    def forget(self, thread: int, sent: str) -> None:
        """Clears the words of a reply that were saved; words typed since stay."""
        form = self.form if thread == self._thread else None
        forget_reply(self._unfinished, thread, form.text if form is not None else None, sent)

    def _show_form(self, one: SuggestedWording) -> None:
        """Offers a reply to a suggestion that is not closed; the words being written stay."""
        kept = self._unfinished.text(reply_key(one.thread_id))
        closed = one.state in (SuggestionState.REFUSED, SuggestionState.APPLIED)
        wanted = not closed or bool(kept.strip())
        if self.form is not None and (self._thread != one.thread_id or not wanted):
            self._answer.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None
        self._thread = one.thread_id
        if self.form is None and wanted:
            self.form = self._made_form(one, kept)
            self._answer.addWidget(self.form)

    def _made_form(self, one: SuggestedWording, kept: str) -> ReplyForm:
        form = ReplyForm(one.thread_id, self._unfinished, self._staff, kept, settles=False)
        number, key = one.thread_id, reply_key(one.thread_id)
        text = form.text
        text.textChanged.connect(lambda: self._unfinished.keep(key, text.toPlainText(), one.quote[:40]))
        form.sent.connect(lambda: self.replied.emit(number, text.toPlainText()))
        return form

    def _show_kept(self) -> None:
        if self.form is not None:
            show_kept_reply(self._unfinished, self._thread, self.form.text)

    def show_decisions(self, every: Sequence[SuggestedWording], coming: str) -> None:
        """Shows the decisions, the latest first."""
        decided = [one for one in every if one.decided_at is not None]
        decided.sort(key=lambda one: one.decided_at or one.at, reverse=True)
        lines = []
        for one in decided:
            assert one.decided_at is not None
            what = {
                SuggestionState.REFUSED: translate("Comparison", "refused “{words}”"),
                SuggestionState.ACCEPTED: translate("Comparison", "accepted “{words}”"),
            }.get(one.state, translate("Comparison", "applied “{words}”"))
            said = fill(what, words=" ".join(one.words.split())[:60])
            when = f"{day_and_month(tehran_day(one.decided_at))}، {clock_time(one.decided_at)}"
            reason = f"\n«{one.reason}»" if one.reason else ""
            lines.append(_line(in_own_direction(one.decided_by), when, said + reason))
        _put(self._decided, lines or [_quiet(translate("Comparison", "Nothing is decided yet."))])
        count = sum(one.state is SuggestionState.ACCEPTED for one in every)
        words = translate("Comparison", "{n} accepted suggestions come into {revision}")
        self.foot.setText(fill(words, n=digits(count), revision=coming))

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        paint_ground(self)
        painter = QPainter(self)
        for area in (self._said[0], self._decided[0]):
            hairline(painter, QRectF(area.geometry()).adjusted(0, -1, 0, 0), top=True)


def _head(*labels: QWidget) -> QVBoxLayout:
    head = QVBoxLayout()
    set_margins(head, 16, 8, 16, 8)
    head.setSpacing(2)
    for label in labels:
        head.addWidget(label)
    return head


def _column() -> tuple[QScrollArea, QVBoxLayout]:
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area, QVBoxLayout()


def _put(into: tuple[QScrollArea, QVBoxLayout], lines: Sequence[QWidget]) -> None:
    page = QWidget()
    page.setBackgroundRole(QPalette.ColorRole.AlternateBase)
    page.setAutoFillBackground(True)
    column = QVBoxLayout(page)
    set_margins(column, 16, 8, 16, 8)
    column.setSpacing(10)
    for line in lines:
        column.addWidget(line)
    column.addStretch(1)
    into[0].setWidget(page)


def _line(who: str, when: str, words: str) -> QWidget:
    line = QWidget()
    column = QVBoxLayout(line)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    head = QHBoxLayout()
    head.setSpacing(8)
    head.addWidget(PlainLabel(who, "secondary", bold=True))
    head.addWidget(PlainLabel(when, "header", "text2"), 1)
    column.addLayout(head)
    column.addWidget(PlainLabel(words, "secondary", wrap=True))
    return line


def _quiet(words: str) -> QWidget:
    return PlainLabel(words, "secondary", "text2", wrap=True)
