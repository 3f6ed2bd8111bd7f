"""Watches the roles and delegations of the current person, which may change while the window is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.database.changes import Changed, concerns
from desktop_app.errors import AppError
from desktop_app.wording import fill, translate
from ui import jobs

if TYPE_CHECKING:
    from desktop_app.services import SharedServices
    from desktop_app.staff.roles import Actor
    from ui.workplace import Workplace

#: Interval of checks in milliseconds: a delegation starts and ends by date, without a database notification.
_LOOKS_EVERY: Final = 30_000


class OwnRoles(QObject):
    """Emits `changed` with the previous actor after updating `workplace.actor`."""

    changed = Signal(object)

    def __init__(self, workplace: Workplace[SharedServices], parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._asking = self._again = False
        self._timer = QTimer(self, interval=_LOOKS_EVERY)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def hear(self, changed: Changed) -> None:
        """Checks the roles after changes of others that may affect them."""
        if self._timer.isActive() and concerns(changed, "deputy", "person", "person_role"):
            self.look()

    def look(self) -> None:
        """Queries the database on a worker thread."""
        accounts, person_id = self._workplace.services.accounts, self._workplace.actor.person_id
        if person_id is None:
            return
        if self._asking:
            # The answer may not include changes made after the query was sent.
            self._again = True
            return
        self._asking, self._again = True, False
        jobs.run(self, lambda: accounts.actor(person_id), self._on_read, self._on_trouble)

    def _on_read(self, now: Actor) -> None:
        self._asking = False
        before = self._workplace.actor
        if now != before:
            self._workplace.actor = now
            self.changed.emit(before)
        if self._again:
            self.look()

    def _on_trouble(self, error: Exception) -> None:
        # The window shows the outage by itself.
        self._asking = self._again = False
        if not isinstance(error, AppError):
            jobs.show_error(self, error)


def change_words(before: Actor, now: Actor) -> str:
    """Describes the changes: new and ended delegations."""
    former, acts = ({d.person_id: d.name for d in actor.delegations} for actor in (before, now))
    sentences = []
    for words, names in (
        (translate("Window", "From now on you act for {people}."), _others(acts, former)),
        (translate("Window", "You no longer act for {people}."), _others(former, acts)),
    ):
        if names:
            sentences.append(fill(words, people=translate("Window", ", ").join(names)))
    return " ".join(sentences) or translate("Window", "An administrator changed what you may do.")


def _others(these: dict[int, str], those: dict[int, str]) -> list[str]:
    return [name for person_id, name in these.items() if person_id not in those]
