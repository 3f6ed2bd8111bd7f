"""The bell of the window: reads the notices, shows them in the side pane, marks them, and leads to their places."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, SignalInstance

from desktop_app.database.changes import Changed
from desktop_app.database.rhythm import Rhythm
from desktop_app.errors import AppError
from desktop_app.petitions.lists.filters import ListFilter, View
from desktop_app.reports.notices.model import ABOUT_THREADS, Marks, Notice, NoticeKind, NoticeList, Told
from desktop_app.reports.notices.runs import list_of
from desktop_app.wording import fill, translate
from ui import jobs
from ui.actions import make_action
from ui.errors import sentence
from ui.notices.acts import NoticeActs, Say
from ui.notices.words import remark_words
from ui.widgets.bell_button import BELL_KEY, OTHER_BELL_KEY, BellButton
from ui.widgets.side_pane import HELP_PAGE, SidePane
from ui.workplace import ShowCalendar, ShowComment, ShowList, ShowMessages, ShowThread, Workplace

if TYPE_CHECKING:
    from desktop_app.services import Services
    from ui.notices.pane import NoticesPane

#: The tables whose changes may call for somebody; empty for an unknown one.
_CALLING: Final = frozenset(
    {
        "", "petition", "comment", "comment_thread", "instrument", "thread", "person", "calendar_year", "deputy",
        "outbox_message",
    }
)  # fmt: skip
#: The minimum interval between two queries after changes by others, in seconds.
_LEAST: Final = 10.0
#: The polling interval, in milliseconds. A new day causes no change event, but makes deadlines due.
_EVERY: Final = 10 * 60 * 1000
Go = Callable[[str, object], object]


class WindowBell(QObject):
    """The controller of the bell button. `go` opens the selected item; `say` reports an action and its undo."""

    def __init__(
        self, button: BellButton, workplace: Workplace[Services], pane: SidePane, go: Go, say: Say
    ) -> None:
        super().__init__(button)
        self._button, self._workplace, self._side, self._go, self._say = button, workplace, pane, go, say
        self.found: NoticeList | None = None
        self._centre: NoticesPane | None = None
        self.acts = NoticeActs(workplace, button, say, self.look, lambda: self.centre.list.today)
        self._asking = self._again = False
        self.rhythm, self._began = Rhythm(_LEAST), 0.0
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self.look)
        self._often = QTimer(self, interval=_EVERY)
        self._often.timeout.connect(self.look)
        self._often.start()
        button.clicked.connect(lambda _checked=False: self.open())
        make_action(
            button, translate("Notices", "Notices"), self.open, key=BELL_KEY, more_keys=(OTHER_BELL_KEY,),
            everywhere=True,
        )  # fmt: skip

    @property
    def centre(self) -> NoticesPane:
        """The pane of the notices, which is made when it is opened for the first time."""
        if self._centre is not None:
            return self._centre
        from ui.notices.pane import NoticesPane  # noqa: PLC0415 - not before the first rows of the inbox

        self._centre = centre = NoticesPane(told.value for told in Told)
        centre.setParent(self._side)
        centre.hide()
        centre.setProperty(HELP_PAGE, "notices")
        centre.closed.connect(self._side.close)
        centre.retried.connect(self.look)
        centre.pressed.connect(self._press)
        centre.marked.connect(self._mark)
        centre.all_seen.connect(self._see_all)
        centre.muted_chosen.connect(self._tell)
        if self.found is not None:
            centre.show_found(self.found)
        return centre

    def listen(self, changed: SignalInstance, roles: SignalInstance) -> None:
        """Queries after the first rows of a list, and again after changes by others or of the person's roles."""
        changed.connect(self.hear)
        roles.connect(lambda _before: self.look())
        jobs.Debouncer(self, jobs.AFTER_ROWS_MS, self.look).start()

    def look(self) -> None:
        """Queries the notices. A call during a running query repeats it afterwards."""
        self._soon.stop()
        if self._asking:
            self._again = True
            return
        self._asking, self._again, self._began = True, False, time.monotonic()
        notices, actor = self._workplace.services.notices, self._workplace.actor
        jobs.run(self, lambda: notices.of(actor), self._know, self._on_trouble)

    def hear(self, changed: Changed) -> None:
        """Handles changes by others: the person's own reminders query at once, other changes after a delay."""
        tables = {table for table, _ in changed}
        if ("reminder", self._workplace.actor.person_id or 0) in changed:
            self.look()
        elif tables & _CALLING and not self._soon.isActive():
            self._soon.start(round(1000 * self.rhythm.wait(time.monotonic())))

    def open(self) -> None:
        """Opens the notices over the details and reads them again; closes them where they are open."""
        self._side.toggle(self.centre)
        if self._side.content is self.centre:
            self.look()

    def _know(self, found: NoticeList) -> None:
        self._asking = False
        self.rhythm.asked(self._began, time.monotonic())
        if not self._again:
            self._show(found)
        else:
            self.look()

    def _show(self, found: NoticeList) -> None:
        self.found = found
        self._button.show_count(found.unseen)
        if self._centre is not None:
            self._centre.show_found(found)

    def _on_trouble(self, error: Exception) -> None:
        # The window itself reports a lost connection.
        self._asking = self._again = False
        if isinstance(error, AppError):
            # A pane that is not made yet reads the notices itself when it is opened.
            if self._centre is not None:
                self._centre.show_trouble(sentence(error))
        else:
            jobs.show_error(self._button, error)

    # What a person does with notices

    def _press(self, command: str, notice: Notice) -> None:
        if command == "open":
            self._see(notice)
            self._side.close()
            self._go(*_place_of(notice, self._workplace.actor.person_id))
            return
        self.acts.run(command, notice)

    def _see(self, notice: Notice) -> None:
        if not notice.seen:
            self._mark({notice.key: True})

    def _see_all(self) -> None:
        if self.found is None:
            return
        marks = {notice.key: True for notice in self.found.notices if not notice.seen}
        words = translate("Notices", "{count} notices are marked as seen.")
        self._mark(marks, fill(words, count=len(marks)))

    def _mark(self, marks: Marks, words: str = "") -> None:
        """Shows marks at once and stores them; with words, says so and offers to undo."""
        notices, actor = self._workplace.services.notices, self._workplace.actor
        if self.found is not None:
            self._show(self.found.marked(marks))

        def done(before: dict[str, bool | None]) -> None:
            if words:
                self._say(words, lambda: self._mark(before))
            self.look()

        jobs.run(self._button, lambda: notices.mark(actor, marks), done, self._on_not_stored)

    def _on_not_stored(self, error: Exception) -> None:
        """Says why a mark or a wish was not stored, and shows again what is."""
        jobs.show_error(self._button, error)
        self.look()

    def _tell(self, muted: frozenset[str]) -> None:
        notices, actor = self._workplace.services.notices, self._workplace.actor
        wanted = frozenset(Told(value) for value in muted)
        jobs.run(
            self._button, lambda: notices.tell(actor, wanted), lambda _none: self.look(), self._on_not_stored
        )


def _place_of(notice: Notice, me: int | None) -> tuple[str, object]:
    """Returns the screen that a notice leads to, and the item to open there; `me` is the person who reads it."""
    administration: dict[NoticeKind, object] = {
        NoticeKind.GUARD: "history",
        NoticeKind.CONFIRM: "confirmations",
        NoticeKind.BACKUP: "database",
        NoticeKind.OUTBOX: ShowMessages(notice.shows),
    }
    if notice.kind in administration:
        return "administration", administration[notice.kind]
    if notice.kind is NoticeKind.WEEK_REPORT:
        from desktop_app.reports.period import Period  # noqa: PLC0415 - not before the first paint
        from desktop_app.reports.scope import ReportScope  # noqa: PLC0415

        return "reports", ReportScope(Period.parse(notice.shows), notice.item_id or None)
    if notice.kind is NoticeKind.CALENDAR:
        return "administration", ShowCalendar(int(notice.shows))
    if notice.kind is NoticeKind.DEPUTY_BEGINS:
        return "inbox", ShowList(ListFilter(assignee_id=notice.person_id), remark_words(notice))
    if notice.run:
        return "inbox", ShowList(list_of(notice, me), remark_words(notice))
    if notice.person_id is not None:
        return "inbox", ListFilter(view=View.MINE)
    if notice.instrument_id is not None:
        return _place_in_draft(notice, notice.instrument_id)
    return "inbox", notice.petition_id


def _place_in_draft(notice: Notice, instrument_id: int) -> tuple[str, object]:
    if notice.comment_id is not None:
        return "comments", ShowComment(instrument_id, notice.comment_id)
    if notice.kind in ABOUT_THREADS:
        return "comparison", ShowThread(instrument_id, notice.item_id)
    if notice.item_id:
        return "comments", ShowComment(instrument_id, notice.item_id)
    return "drafts", instrument_id
