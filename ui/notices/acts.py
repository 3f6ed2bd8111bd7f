"""What the second button of a card does, without leaving the notices."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop_app.persian.dates import full_date
from desktop_app.wording import fill, translate
from ui import jobs

if TYPE_CHECKING:
    from desktop_app.reports.notices.model import Notice
    from desktop_app.services import Services
    from ui.workplace import Workplace

#: Says what was done; with a function, offers to take it back.
Say = Callable[[str, Callable[[], object] | None], object]


class NoticeActs:
    """Puts reminders away or off, sends messages again, takes petitions. `look` reads the notices afterwards.

    `today` is the day in Tehran of the notices shown.
    """

    def __init__(
        self,
        workplace: Workplace[Services],
        owner: QWidget,
        say: Say,
        look: Callable[[], object],
        today: Callable[[], date],
    ) -> None:
        self._workplace, self._owner, self._say = workplace, owner, say
        self._look, self._today = look, today

    def run(self, command: str, notice: Notice) -> None:
        """Runs a command of a card. Raises `KeyError` for an unknown one."""
        does: dict[str, Callable[[Notice], None]] = {
            "done": self._put_away, "later": self._put_off, "again": self._send_again, "take": self._take,
        }  # fmt: skip
        does[command](notice)

    def _put_away(self, notice: Notice) -> None:
        assert notice.reminder_id is not None
        number, reminders = notice.reminder_id, self._workplace.services.reminders
        actor = self._workplace.actor
        self._write(
            lambda: reminders.set_done(actor, number),
            translate("Bell", "The reminder is done."),
            lambda: reminders.set_done(actor, number, done=False),
        )

    def _put_off(self, notice: Notice) -> None:
        assert notice.reminder_id is not None
        assert notice.due_on is not None
        number, before, reminders = notice.reminder_id, notice.due_on, self._workplace.services.reminders
        actor, day = self._workplace.actor, self._today() + timedelta(days=1)
        self._write(
            lambda: reminders.put_off(actor, number, day),
            fill(translate("Bell", "It comes up again on {day}."), day=full_date(day)),
            lambda: reminders.put_off(actor, number, before),
        )

    def _send_again(self, notice: Notice) -> None:
        assert notice.message_id is not None
        number, outbox = notice.message_id, self._workplace.services.outbox
        actor = self._workplace.actor
        words = translate("Notices", "The message is sent again, to the present address of the petitioner.")
        self._write(lambda: outbox.again(actor, [number]), words)

    def _take(self, notice: Notice) -> None:
        desk, actor, number = self._workplace.services.desk, self._workplace.actor, notice.petition_id

        def take() -> object:
            return desk.take(actor, number, desk.peek(actor, number).version)

        def undo() -> object:
            return desk.undo(actor, number, desk.peek(actor, number).version)

        words = fill(translate("Notices", "“{subject}” is yours now."), subject=notice.about)
        self._write(take, words, undo)

    def _write(
        self, work: Callable[[], object], words: str, back: Callable[[], object] | None = None
    ) -> None:
        """Does something, says so, and offers to take it `back`."""
        undo = None if back is None else lambda: self._write(back, "")

        def done(_result: object) -> None:
            if words:
                self._say(words, undo)
            self._look()

        jobs.run(self._owner, work, done)
