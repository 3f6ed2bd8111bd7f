"""Popup «چرا این تاریخ؟»: the rule that gave the deadline, and all days that were not counted."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.persian.dates import full_date
from desktop_app.wording import fill, translate
from desktop_app.wording.calendars import unconfirmed_words
from desktop_app.wording.labels import label
from ui import jobs
from ui.widgets.pane_popup import PanePopup, close_if_open
from ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from desktop_app.petitions.deadlines.counting import Deadline, SkippedDay
    from desktop_app.petitions.desk.detail import PetitionDetail
    from desktop_app.services import InboxServices
    from ui.workplace import Workplace

_WIDEST: Final = 360


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


def _fill(popup: PanePopup, deadline: Deadline | None) -> None:
    if deadline is None:
        words = translate("Inbox", "The rule that gave this date is not there any more; the date stays.")
        popup.add(PlainLabel(words, "secondary", wrap=True))
        return
    popup.add(PlainLabel(full_date(deadline.day), "interface", bold=True))
    popup.add(PlainLabel(rule_words(deadline), "secondary", "text2", wrap=True))
    if not deadline.confirmed:
        popup.add(PlainLabel(unconfirmed_words(deadline.day), "secondary", "warn", wrap=True))
    received = fill(translate("Inbox", "Received: {day}"), day=full_date(deadline.received))
    popup.add(PlainLabel(received, "secondary", "text2", wrap=True))
    head = fill(translate("Inbox", "{count} days did not count"), count=len(deadline.skipped))
    popup.add(PlainLabel(head, "header", "text2", bold=True))
    if deadline.skipped:
        popup.add(PlainLabel("\n".join(skipped_words(deadline.skipped)), "secondary", wrap=True))


class DeadlineExplanation(QObject):
    """Opens the popup in a pane. `top` returns its upper edge, in pixels from the top of the pane."""

    def __init__(self, workplace: Workplace[InboxServices], pane: QWidget, top: Callable[[], int]) -> None:
        super().__init__(pane)
        self._workplace, self._pane, self._top = workplace, pane, top
        self._popup: PanePopup | None = None

    def toggle(self, detail: PetitionDetail | None) -> None:
        """Explains the deadline of a petition, or closes the popup if it is open."""
        if self.close() or detail is None:
            return
        desk, actor = self._workplace.services.desk, self._workplace.actor
        jobs.run(self, lambda: desk.why_this_date(actor, detail.id), self._show)

    def close(self) -> bool:
        """Closes the popup; returns whether it was open."""
        popup, self._popup = self._popup, None
        return close_if_open(popup)

    def _show(self, found: Deadline | None) -> None:
        self._popup = PanePopup(self._pane, translate("Inbox", "Why this date"), self._top, _WIDEST)
        _fill(self._popup, found)
        self._popup.open()
