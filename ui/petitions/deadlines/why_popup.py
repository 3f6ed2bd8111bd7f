"""Popup «چرا این تاریخ؟»: the rule that gave the deadline, and all days that were not counted."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop_app.persian.dates import full_date
from desktop_app.wording import fill, translate
from desktop_app.wording.calendars import unconfirmed_words
from desktop_app.wording.labels import label
from ui import jobs
from ui.guard import guarded
from ui.widgets.painting import right_to_left
from ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from desktop_app.petitions.deadlines.counting import Deadline, SkippedDay
    from desktop_app.petitions.desk.detail import PetitionDetail
    from desktop_app.services import InboxServices
    from ui.workplace import Workplace

_WIDTH = 360
_MOST_HIGH = 260


def rule_words(deadline: Deadline) -> str:
    """Returns the rule as a sentence."""
    rule = deadline.rule
    kind = label("kind", rule.kind) if rule.kind else translate("Inbox", "every kind")
    channel = label("channel", rule.channel) if rule.channel else translate("Inbox", "every channel")
    if rule.working:
        template = translate("Inbox", "{kind}, {channel}: {count} working days after the day of receipt")
    else:
        template = translate("Inbox", "{kind}, {channel}: {count} days after the day of receipt")
    return fill(template, kind=kind, channel=channel, count=rule.days)


def skipped_words(skipped: tuple[SkippedDay, ...]) -> list[str]:
    """Returns one line for each run of days that were not counted for the same reason."""
    lines: list[str] = []
    for reason, run in groupby(skipped, key=lambda day: day.reason):
        days = list(run)
        named = {
            "weekend": translate("Inbox", "weekend"),
            "paused": translate("Inbox", "the clock stood still"),
        }
        first, last = full_date(days[0].day), full_date(days[-1].day)
        span = (
            first if len(days) == 1 else fill(translate("Inbox", "{first} to {last}"), first=first, last=last)
        )
        lines.append(f"{span} — {named.get(reason, reason)}")
    return lines


class WhyPopup(QFrame):
    """Popup over the pane, below the link «چرا؟». Escape or a loss of focus closes it."""

    def __init__(self, deadline: Deadline | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._pane = parent
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoFillBackground(True)
        self.setObjectName("popup")
        self.setAccessibleName(translate("Inbox", "Why this date"))
        self.setFixedWidth(_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(6)
        if deadline is None:
            words = translate("Inbox", "The rule that gave this date is not there any more; the date stays.")
            column.addWidget(PlainLabel(words, "secondary", wrap=True))
            return
        column.addWidget(PlainLabel(full_date(deadline.day), "interface", bold=True))
        column.addWidget(PlainLabel(rule_words(deadline), "secondary", "text2", wrap=True))
        if not deadline.confirmed:
            column.addWidget(PlainLabel(unconfirmed_words(deadline.day), "secondary", "warn", wrap=True))
        received = fill(translate("Inbox", "Received: {day}"), day=full_date(deadline.received))
        column.addWidget(PlainLabel(received, "secondary", "text2"))
        lines = skipped_words(deadline.skipped)
        head = fill(translate("Inbox", "{count} days did not count"), count=len(deadline.skipped))
        column.addWidget(PlainLabel(head, "header", "text2", bold=True))
        self.days = PlainLabel("\n".join(lines), "secondary", wrap=True)
        area = QScrollArea()
        area.setWidget(self.days)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.viewport().setAutoFillBackground(False)
        self.days.setAutoFillBackground(False)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFixedHeight(min(_MOST_HIGH, self.days.heightForWidth(_WIDTH - 46) + 4))
        column.addWidget(area)
        area.setVisible(bool(lines))

    def show_at(self, top: int) -> None:
        """Shows the popup at the leading edge of the pane, `top` pixels from its upper edge."""
        self.adjustSize()
        left = self._pane.width() - self.width() - 16 if right_to_left() else 16
        self.move(left, top)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    @guarded(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.close()

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            event.accept()
            return
        super().keyPressEvent(event)


class DeadlineExplanation(QObject):
    """Opens the popup in a pane. `top` returns its upper edge, in pixels from the top of the pane."""

    def __init__(self, workplace: Workplace[InboxServices], pane: QWidget, top: Callable[[], int]) -> None:
        super().__init__(pane)
        self._workplace, self._pane, self._top = workplace, pane, top
        self._popup: WhyPopup | None = None

    def toggle(self, detail: PetitionDetail | None) -> None:
        """Explains the deadline of a petition, or closes the popup if it is open."""
        if self.close() or detail is None:
            return
        desk, actor = self._workplace.services.desk, self._workplace.actor
        jobs.run(self, lambda: desk.why_this_date(actor, detail.id), self._show)

    def close(self) -> bool:
        """Closes the popup; returns whether it was open."""
        popup, self._popup = self._popup, None
        if popup is None or not shiboken6.isValid(popup) or not popup.isVisible():
            return False
        popup.close()
        return True

    def _show(self, found: Deadline | None) -> None:
        self._popup = WhyPopup(found, self._pane)
        self._popup.show_at(self._top())
