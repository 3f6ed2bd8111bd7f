"""The next steps of an instrument: its publication, the unmet conditions of the gate, and available actions."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop_app.instruments.consultation.gate import GatePoint, InstrumentAction
from desktop_app.instruments.consultation.late_closures import LateClosure
from desktop_app.instruments.drafting.service import InstrumentDetail
from desktop_app.instruments.vocabulary import Track
from desktop_app.persian.dates import long_date
from desktop_app.persian.digits import isolated
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.errors import rule_sentence
from ui.guard import guarded
from ui.icons import paint_icon
from ui.instruments.life_words import (
    BEHIND,
    ICONS,
    ORDER,
    exposure_words,
    gate_sentence,
    lead_name,
    step_name,
)
from ui.theme import theme
from ui.widgets.button import Button, IconButton
from ui.widgets.menu_below import popup_below
from ui.widgets.painting import Mirror, right_to_left
from ui.widgets.plain import PlainLabel

#: Steps that end something; they are always in the "more" menu.
_ASIDE = frozenset({InstrumentAction.DECLINE, InstrumentAction.WITHDRAW})


class LifePanel(QWidget):
    """Emits `step_wanted` with an `InstrumentAction`; it changes nothing itself. Hidden while it is empty."""

    step_wanted = Signal(object)
    #: The user asks for the summing-up, or for the publishing package.
    report_wanted = Signal()
    package_wanted = Signal()
    #: The user asks for the invitations of experts.
    invite_wanted = Signal()
    #: The user asks for the notice of the consultation.
    notice_wanted = Signal()
    #: The user asks for what a condition of the gate still misses; emitted with its rule.
    missing_wanted = Signal(str)
    #: The user asks for the conditions with the changes since the publication.
    gate_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._steps: tuple[InstrumentAction, ...] = ()
        self._track = Track.A
        self._late: LateClosure | None = None
        self.about = PlainLabel("", "secondary", "text2", wrap=True)
        self.head = PlainLabel("", "interface", bold=True)
        #: The reason why the person, despite a reviewer's role, may not review this instrument.
        self.kept = PlainLabel("", "secondary", "warn", wrap=True)
        self.points: list[GateRow] = []
        self._points = QVBoxLayout()
        self._points.setSpacing(4)
        self.first = Button("", "primary", flush=True)
        self.second = Button("")
        self.more = IconButton("ph.dots-three", translate("Life", "More steps"))
        self.report = Button(translate("Life", "Summing-up"), "link", size="small")
        self.package = Button(translate("Life", "Publishing package…"), "link", size="small", flush=True)
        self.invite = Button(translate("Life", "Invite experts…"), "link", size="small", flush=True)
        self.invite.clicked.connect(self.invite_wanted)
        self.notice = Button(translate("Letters", "Notice…"), "link", size="small", flush=True)
        self.notice.clicked.connect(self.notice_wanted)
        self.gate = Button(translate("Life", "Conditions and changes…"), "link", size="small", flush=True)
        self.gate.clicked.connect(self.gate_wanted)
        self.report.clicked.connect(self.report_wanted)
        self.package.clicked.connect(self.package_wanted)
        self.first.clicked.connect(lambda: self._want(0))
        self.second.clicked.connect(lambda: self._want(1))
        self.more.clicked.connect(self.open_more)
        self._lay_out()

    def show_detail(self, detail: InstrumentDetail) -> None:
        """Shows the steps of an instrument."""
        self._track, self._late = detail.row.track, detail.late_closure
        self.about.setText(_about(detail))
        self.about.setVisible(bool(self.about.text()))
        steps = [step for step in ORDER if step in detail.steps]
        steps.sort(key=lambda step: step in _ASIDE)
        if InstrumentAction.MAKE_READY in steps and not detail.gate.is_open:
            # The gate requires the summing-up, so it comes first. Once the gate is open, it comes last.
            steps.sort(key=lambda step: (step in _ASIDE, step is not InstrumentAction.SUM_UP))
        elif InstrumentAction.MAKE_READY in steps or InstrumentAction.FINISH in steps:
            steps.sort(key=lambda step: (step in _ASIDE, step is InstrumentAction.SUM_UP))
        self._steps = tuple(steps)
        self._show_points(detail.gate.points)
        self.kept.setText(rule_sentence(detail.kept_from) if detail.kept_from else "")
        self.kept.setVisible(bool(detail.kept_from))
        shown = [step for step in self._steps if step not in _ASIDE]
        for at, button in enumerate((self.first, self.second)):
            button.setVisible(at < len(shown))
            if at < len(shown):
                button.setText(step_name(shown[at], self._track, self._late))
                button.set_icon_name(ICONS[shown[at]])
                button.updateGeometry()
        self.more.setVisible(len(self._steps) > min(2, len(shown)))
        self.head.setText(_head(detail))
        self.head.setVisible(bool(self.head.text()))
        published = detail.row.opened_on is not None and detail.exposure is not None
        self.package.setVisible(published)
        self.report.setVisible(published)
        self.gate.setVisible(detail.row.status in BEHIND)
        inviting = published or detail.exposure is not None
        self.invite.setVisible(inviting)
        self.notice.setVisible(inviting)
        told = self.about.text() or self.kept.text()
        self.setVisible(bool(self._steps or self.points or told or inviting))

    def more_menu(self) -> QMenu:
        """Returns a menu of the steps without a button."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        own = [step for step in self._steps if step not in _ASIDE][:2]
        for step in self._steps:
            if step not in own:
                menu.addAction(step_name(step, self._track, self._late), self._wanting(step))
        return menu

    def open_more(self) -> None:
        """Opens the menu below its button."""
        menu, button = self.more_menu(), self.more
        popup_below(menu, button)

    def _wanting(self, step: InstrumentAction) -> Callable[[], None]:
        return lambda: self.step_wanted.emit(step)

    def _want(self, at: int) -> None:
        shown = [step for step in self._steps if step not in _ASIDE]
        if at < len(shown):
            self.step_wanted.emit(shown[at])

    def _show_points(self, points: tuple[GatePoint, ...]) -> None:
        if points == tuple(row.point for row in self.points):
            # A link may have the keyboard.
            return
        for old in self.points:
            self._points.removeWidget(old)
            old.deleteLater()
        self.points = [GateRow(point, self.missing_wanted.emit) for point in points]
        for row in self.points:
            self._points.addWidget(row)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        for button in (self.first, self.second, self.more):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(6)
        column.addWidget(self.about)
        # Two per row: four in one row would be cut off.
        for pair in ((self.invite, self.notice), (self.package, self.report)):
            papers = QHBoxLayout()
            papers.setSpacing(16)
            for button in pair:
                papers.addWidget(button)
            papers.addStretch(1)
            column.addLayout(papers)
        column.addWidget(self.head)
        column.addLayout(self._points)
        column.addWidget(self.gate, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.kept)
        column.addLayout(buttons)


class GateRow(QWidget):
    """A condition of the gate: a check mark or an empty ring, a sentence, and a link to what is missing.

    The link calls `lead` with the rule; `name` are its words where the page knows what to do.
    """

    def __init__(self, point: GatePoint, lead: Callable[[str], object], name: str = "") -> None:
        super().__init__()
        self.point = point
        self.words = PlainLabel(
            gate_sentence(point), "secondary", "text2" if point.holds else "text", wrap=True
        )
        column = QVBoxLayout(self)
        indent = (0, 0, 24, 0) if right_to_left() else (24, 0, 0, 0)
        column.setContentsMargins(*indent)
        column.setSpacing(2)
        column.addWidget(self.words)
        self.link: Button | None = None
        if name := lead_name(point) or ("" if point.holds else name):
            self.link = Button(name, "link", size="small", flush=True)
            self.link.clicked.connect(lambda: lead(point.rule))
            column.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeading)
        state = translate("Life", "holds") if point.holds else translate("Life", "still missing")
        self.setAccessibleName(f"{self.words.text()} ({state})")

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now = QPainter(self), theme()
        box = Mirror.of(QRectF(self.rect())).at(0, 16)
        box.setHeight(min(20.0, box.height()))
        icon = "ph.check-circle" if self.point.holds else "ph.circle-dashed"
        paint_icon(painter, box, icon, now.accent if self.point.holds else now.warn)


def _about(detail: InstrumentDetail) -> str:
    parts = [exposure_words(detail.exposure)] if detail.exposure is not None else []
    if detail.letter_number and detail.letter_date is not None:
        parts.append(
            fill(
                translate("Life", "Letter {number} of {day}"),
                number=isolated(digits(detail.letter_number)),
                day=long_date(detail.letter_date),
            )
        )
    if detail.withdrawn_reason:
        parts.append(fill(translate("Life", "Withdrawn: {reason}"), reason=detail.withdrawn_reason))
    return "\n".join(parts)


def _head(detail: InstrumentDetail) -> str:
    if not detail.gate.points:
        return ""
    missing = sum(not point.holds for point in detail.gate.points)
    if not missing:
        return translate("Life", "Nothing is missing for the next step")
    return fill(translate("Life", "For the next step {n} things are missing"), n=missing)
