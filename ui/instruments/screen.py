"""The drafts (پیش‌نویس‌ها): the instruments, their revisions, and their way through drafting and legal review."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.database.changes import Changed, concerns
from desktop_app.errors import AppError, ConflictError
from desktop_app.instruments.comments.service import may_take_in
from desktop_app.instruments.consultation.agenda import Agenda
from desktop_app.instruments.consultation.gate import InstrumentAction
from desktop_app.instruments.consultation.windows import ConsultationWindow
from desktop_app.instruments.drafting.service import InstrumentDetail, InstrumentRow
from desktop_app.instruments.vocabulary import InstrumentStatus
from desktop_app.office.letter_templates import LetterKind
from desktop_app.staff.presence import Doing, OpenItem, Present
from desktop_app.staff.roles import Role
from desktop_app.staff.units import UnitRow
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label
from ui.actions import make_action
from ui.guard import guarded
from ui.importing.dropping import TABLES, dropped_file
from ui.instruments.details import DETAILS_WIDTH, InstrumentDetails
from ui.instruments.import_page import RevisionImportPage
from ui.instruments.importing import READABLE, Importing, ask_for_file
from ui.instruments.invite_page import InvitePage
from ui.instruments.letters_page import ConsultationLettersPage
from ui.instruments.life_words import step_done
from ui.instruments.list_page import ListPage
from ui.instruments.list_view import VIEWS
from ui.instruments.packing import AskFolder, ask_folder, pack
from ui.instruments.reader import OpenedRevision, Reader, open_revision
from ui.instruments.register_dialog import RegisterDialog
from ui.instruments.states import not_read, nothing_yet
from ui.instruments.step_dialog import StepDialog
from ui.instruments.summing_up_page import SummingUpPage
from ui.instruments.words import revision_name
from ui.jobs import Job, run, show_error
from ui.widgets.export_work import ExportWork
from ui.widgets.list_export import ListExport, Write
from ui.widgets.skeleton import Skeleton
from ui.workplace import ImportComments, Screen, Workplace

if TYPE_CHECKING:
    from desktop_app.services import InstrumentsServices

#: What is dropped as comments; what may be a document as well is one.
COMMENT_FILES: Final = frozenset(TABLES) - {kind.removeprefix("*") for kind in READABLE}
AskFile = Callable[[], Path | None]


@dataclass(frozen=True, slots=True)
class _Read:
    rows: tuple[InstrumentRow, ...]
    units: tuple[UnitRow, ...]
    today: date
    agenda: Agenda


class InstrumentsScreen(Screen):
    """`open_item` takes the id of an instrument. The dialogs that ask are the system's unless told."""

    workplace: Workplace[InstrumentsServices]

    def __init__(
        self,
        workplace: Workplace[InstrumentsServices],
        parent: QWidget | None = None,
        *,
        ask_file: AskFile | None = None,
        ask_folder: AskFolder = ask_folder,
    ) -> None:
        super().__init__(workplace, parent)
        self._ask_file = ask_file or (lambda: ask_for_file(self))
        self._ask_folder = ask_folder
        self._read_data: _Read | None = None
        self._detail: InstrumentDetail | None = None
        self._job: Job | None = None
        self._wanted: int | None = None
        self._picked: int | None = None
        self.register_dialog: RegisterDialog | None = None
        self.step_dialog: StepDialog | None = None
        self.setAcceptDrops(True)
        self._present: Sequence[Present] = ()
        self._make_actions()
        self.list_page = ListPage(self._new)
        self.details = InstrumentDetails(self._import, self._compare, self._take_in)
        self._aside = QStackedWidget()
        self.reader = Reader()
        self.import_page = RevisionImportPage()
        self.summing_up = SummingUpPage()
        self.inviting = InvitePage(ask=ask_folder)
        self._before_letters: QWidget | None = None
        self.packing = ExportWork(self)
        self.importing = Importing(workplace, self.import_page, self)
        self.letters = ConsultationLettersPage()
        self._pages = (self.reader, self.import_page, self.summing_up, self.inviting, self.letters)
        self._stack = QStackedWidget()
        self._state: QWidget = Skeleton("rows")
        self._lay_out()
        self._wire()

    # What the window asks for

    def title(self) -> str:
        """The instrument that is read, or the name of the screen."""
        name = translate("Instruments", "Drafts")
        if self._stack.currentWidget() in self._pages and self._detail is not None:
            return f"{self._detail.row.title} — {name}"
        return name

    def shown(self) -> None:
        """Reads what others did meanwhile; the keyboard belongs to the list."""
        self.refresh()
        if self._stack.currentWidget() is self._main:
            self.list_page.front().setFocus()

    def refresh(self) -> None:
        """Reads the instruments again."""
        services = self.workplace.services

        def read() -> _Read:
            drafting = services.drafting
            return _Read(
                drafting.all(),
                services.units.all(active_only=True),
                drafting.today(),
                services.agendas.now(),
            )

        run(self, read, self._on_read, self._on_read_trouble)

    def roles_changed(self) -> bool:
        self.refresh()
        return True

    def others_changed(self, changed: Changed) -> None:
        if concerns(changed, "instrument", "comment", "thread"):
            self.refresh()

    def place(self) -> OpenItem | None:
        detail = self._detail
        front = self._stack.currentWidget()
        if detail is None or front not in (self._main, *self._pages):
            return None
        # A new revision is being brought in: that is writing on the draft.
        doing = Doing.WRITING if front is self.import_page else Doing.LOOKING
        return OpenItem("instrument", detail.row.id, doing)

    def show_present(self, present: Sequence[Present]) -> None:
        self._present = present
        number = None if self._detail is None else self._detail.row.id
        self.details.presence.show_at("instrument", number, present)

    def open_item(self, item: object) -> None:
        """Selects the instrument."""
        if isinstance(item, int):
            self._wanted = item
            self._stack.setCurrentWidget(self._main)
            self.list_page.show_view("all")
            self._show_list()

    # The list

    def _on_read(self, read: _Read) -> None:
        self._read_data = read
        active = sum(row.status in VIEWS["drafting"] | VIEWS["open"] | VIEWS["after"] for row in read.rows)
        self.count_changed.emit(active)
        if not read.rows:
            self._show_state(nothing_yet(self.register if self._new.isEnabled() else None))
            return
        first = self._stack.currentWidget() is self._state
        if self._stack.currentWidget() not in self._pages:
            self._stack.setCurrentWidget(self._main)
        self._show_list()
        if first and self.isVisible():
            self.list_page.front().setFocus()

    def _show_list(self) -> None:
        if self._read_data is None:
            return
        read = self._read_data
        # Not that of the details: those of what was chosen last may still be under way.
        keep = self._picked
        if any(row.id == self._wanted for row in read.rows):
            # One that was made since the last reading is waited for.
            keep, self._wanted = self._wanted, None
        self.list_page.show_rows(read.rows, read.today, keep, read.agenda)

    def _on_picked(self, row: InstrumentRow | None) -> None:
        if self._job is not None:
            self._job.cancel()
        self._enable(None)
        self._picked = row.id if row is not None else None
        if row is None:
            self._detail = None
            self._aside.setCurrentIndex(0)
            return
        if self._detail is None or self._detail.row.id != row.id:
            self._aside.setCurrentIndex(1)
        services, actor = self.workplace.services, self.workplace.actor
        self._job = run(
            self, lambda: services.drafting.detail(actor, row.id), self._on_detail, self._on_detail_trouble
        )

    def _on_detail_trouble(self, error: Exception) -> None:
        """What was shown before stays; a skeleton must not stand there for ever."""
        self._job = None
        shown = self.list_page.current()
        same = self._detail is not None and shown is not None and self._detail.row.id == shown.id
        self._aside.setCurrentIndex(2 if same else 0)
        show_error(self, error)

    def _on_detail(self, detail: InstrumentDetail) -> None:
        self._job = None
        self._detail = detail
        today = self._read_data.today if self._read_data is not None else date.min
        self.details.show_detail(detail, today)
        self.show_present(self._present)
        self._aside.setCurrentIndex(2)
        self._enable(detail)

    def _enable(self, detail: InstrumentDetail | None) -> None:
        self._import.setEnabled(detail is not None and detail.may_add_revision)
        self._compare.setEnabled(detail is not None and len(detail.revisions) > 1)
        self._take_in.setEnabled(detail is not None)
        if detail is not None:
            # Not hidden while the same draft is read again: it would flicker.
            self._take_in.setVisible(may_take_in(self.workplace.actor, detail.row.status))
        may = bool(self.workplace.actor.roles & {Role.REVIEWER, Role.CLERK, Role.MANAGER})
        self._new.setEnabled(may)

    # Registering and moving

    def register(self) -> RegisterDialog:
        """Opens the form for a new instrument."""
        units = self._read_data.units if self._read_data is not None else ()
        dialog = self.register_dialog = RegisterDialog(self.workplace, units, self)
        dialog.registered.connect(self._on_registered)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _on_registered(self, detail: InstrumentDetail) -> None:
        self._detail, self._wanted = detail, detail.row.id
        self.list_page.show_view("all")
        self.refresh()
        words = translate("Instruments", "“{title}” was registered with the code {code}.")
        self.say(fill(words, title=detail.row.title, code=digits(detail.row.code)))

    def move_on(self, to: InstrumentStatus) -> None:
        """Moves the instrument that is shown."""
        detail, services, actor = self._detail, self.workplace.services, self.workplace.actor
        if detail is None:
            return
        row = detail.row

        def done(moved: InstrumentDetail) -> None:
            words = translate("Instruments", "“{title}” is in the state “{state}” now.")
            state = label("instrument_status", moved.row.status.value)
            self.say(fill(words, title=moved.row.title, state=state))
            self._on_detail(moved)
            self.refresh()

        def trouble(error: Exception) -> None:
            show_error(self, error)
            if isinstance(error, ConflictError):
                self.refresh()

        run(self, lambda: services.drafting.move(actor, row.id, row.version, to), done, trouble)

    def take_step(self, step: InstrumentAction) -> None:
        """Opens the form of a step on the way to the public; the window is counted first where one begins."""
        detail, services = self._detail, self.workplace.services
        if detail is None:
            return
        if step not in (InstrumentAction.ASK_TO_OPEN, InstrumentAction.OPEN):
            self._open_step(detail, step, None)
            return

        def counted(window: ConsultationWindow) -> None:
            now = self._detail
            # Read again meanwhile, it is the same draft still.
            if now is not None and now.row.id == detail.row.id and now.row.status is detail.row.status:
                self._open_step(now, step, window)

        run(self, lambda: services.life.window(detail.row.id), counted)

    def _open_step(
        self, detail: InstrumentDetail, step: InstrumentAction, window: ConsultationWindow | None
    ) -> None:
        dialog = self.step_dialog = StepDialog(self.workplace, detail, step, window, self)
        dialog.done_with.connect(lambda moved: self._on_step(step, moved))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_step(self, step: InstrumentAction, moved: InstrumentDetail) -> None:
        self._on_detail(moved)
        self.refresh()
        self.say(step_done(step, moved))

    def read_summing_up(self) -> None:
        """Opens the summing-up of the instrument that is shown, its pages set first."""
        if self._detail is not None:
            self.summing_up.open(self.workplace.services, self.workplace.actor, self._detail.row)

    def invite(self) -> None:
        """Opens the invitations of the instrument that is shown."""
        if self._detail is not None:
            self.inviting.open(self.workplace.services, self.workplace.actor, self._detail)

    def show_letters(self, kind: LetterKind) -> None:
        """Opens the invitations' letters, or the notice, of the instrument that is shown."""
        if self._detail is not None:
            services, actor = self.workplace.services, self.workplace.actor
            self._before_letters = self._stack.currentWidget()
            self._show_page(self.letters)
            self.letters.open(services, actor, self._detail, kind)

    def _leave_letters(self) -> None:
        """Back to where the letters were asked for."""
        if self._before_letters is self.inviting:
            self._show_page(self.inviting)
            self.inviting.list.setFocus()
        else:
            self._back_to_list()

    def _show_page(self, page: QWidget) -> None:
        self._stack.setCurrentWidget(page)
        self.title_changed.emit()

    def make_package(self) -> None:
        """Asks for a folder, and writes the publishing package of the instrument that is shown."""
        if self._detail is not None:
            services, actor = self.workplace.services, self.workplace.actor
            pack(self, self.packing, services, actor, self._detail.row, self._ask_folder)

    # Importing

    def choose_file(self) -> None:
        """Asks for the file of a new revision."""
        path = self._ask_file()
        if path is not None:
            self.import_file(path)

    def import_file(self, path: Path) -> None:
        """Reads a file and shows what would be kept."""
        if self._detail is not None and self._detail.may_add_revision:
            self.importing.read(self._detail, path)

    def _on_import_shown(self) -> None:
        self._stack.setCurrentWidget(self.import_page)
        self.title_changed.emit()

    def _on_import_ended(self) -> None:
        if self._stack.currentWidget() is self._state:
            self._back_to_list()

    def _on_kept(self, kept: InstrumentDetail) -> None:
        self._back_to_list()
        self._on_detail(kept)
        self.refresh()
        words = translate("Instruments", "{revision} of “{title}” was kept.")
        self.say(fill(words, revision=revision_name(kept.revisions[-1].number), title=kept.row.title))

    # Reading and comparing

    def read(self, number: int) -> None:
        """Opens a revision of the instrument that is shown."""
        detail, services = self._detail, self.workplace.services
        if detail is None:
            return

        def done(opened: OpenedRevision) -> None:
            self.reader.show_revision(opened)
            self._stack.setCurrentWidget(self.reader)
            self.reader.body.text.setFocus()
            self.title_changed.emit()

        run(self, lambda: open_revision(services, detail, number), done)

    def _read_latest(self) -> None:
        if self._detail is not None and self._detail.revisions:
            self.read(self._detail.revisions[-1].number)

    def _open_compare(self) -> None:
        self.details.open_compare()

    def _on_compare(self, old: int, new: int) -> None:
        if self._detail is not None:
            self.navigate.emit("comparison", (self._detail.row.id, old, new))

    def _on_comments(self) -> None:
        if self._detail is not None:
            self.navigate.emit("comments", self._detail.row.id)

    def _import_comments(self, file: Path | None = None) -> None:
        if self._detail is not None:
            self.navigate.emit("comments", ImportComments(self._detail.row.id, file))

    def _back_to_list(self) -> None:
        self._stack.setCurrentWidget(self._main)
        self.list_page.front().setFocus()
        self.title_changed.emit()

    # States

    def _on_read_trouble(self, error: Exception) -> None:
        if isinstance(error, AppError) and self._read_data is None:
            self._show_state(not_read(error, self.refresh))
        else:
            show_error(self, error)

    def _show_state(self, widget: QWidget) -> None:
        old = self._state
        self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)
        self._stack.removeWidget(old)
        old.deleteLater()
        self._state = widget

    # Building

    def _make_actions(self) -> None:
        self._new = make_action(
            self, translate("Instruments", "New draft document"), self.register, key="Ctrl+N"
        )
        self._import = make_action(
            self, translate("Instruments", "Import a revision"), self.choose_file, key="Ctrl+O"
        )
        self._compare = make_action(
            self, translate("Instruments", "Compare"), self._open_compare, key="Ctrl+M"
        )
        self._take_in = make_action(self, translate("Instruments", "Import comments…"), self._import_comments)
        for words, wanted in (
            (translate("Instruments", "Rejections of comments need a second reader"), True),
            (translate("Instruments", "Rejections of comments need no second reader"), False),
        ):
            make_action(self, words, lambda wanted=wanted: self.ask_for_second_reader(wanted))  # type: ignore[misc]
        self._take_in.setVisible(False)
        self._enable(None)

    def ask_for_second_reader(self, wanted: bool) -> None:
        """Settles it for the chosen draft, as long as its window was not opened."""
        detail, services, actor = self._detail, self.workplace.services, self.workplace.actor
        if detail is None:
            return
        number, version = detail.row.id, detail.row.version

        def done(_nothing: object) -> None:
            words = (
                translate("Instruments", "A rejection counts only when a second reviewer has confirmed it.")
                if wanted
                else translate("Instruments", "A rejection counts without a second reader.")
            )
            self.say(words)
            self.refresh()

        def trouble(error: Exception) -> None:
            # The box shows what is stored.
            self.details.second_reader.setChecked(detail.second_reader)
            show_error(self, error)
            self.refresh()

        run(
            self,
            lambda: services.moderation.ask_for_second_reader(actor, number, version, wanted=wanted),
            done,
            trouble,
        )

    def _lay_out(self) -> None:
        # From the outside inwards: whatever is brought into another widget is styled anew with all that is in it.
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack)
        self._main = QWidget()
        for widget in (self._state, self._main):
            self._stack.addWidget(widget)
        row = QHBoxLayout(self._main)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list_page, 1)
        self._aside.setFixedWidth(DETAILS_WIDTH)
        row.addWidget(self._aside)
        nothing = QWidget()
        for widget in (nothing, Skeleton("text"), self.details):
            self._aside.addWidget(widget)
        for widget in self._pages:
            self._stack.addWidget(widget)
        column.addWidget(self.packing.bar)
        name = translate("Instruments", "Drafts")
        self.list_file = ListExport(self._main, column, lambda: name, self._list_file)
        self.list_page.offer(self.list_file.button)

    def _list_file(self) -> Write:
        files, actor, ids = (
            self.workplace.services.list_files,
            self.workplace.actor,
            self.list_page.shown_ids(),
        )
        return lambda target, progress: files.instruments(actor, target, progress, ids)

    def _wire(self) -> None:
        self.importing.shown.connect(self._on_import_shown)
        self.importing.waiting.connect(self._show_state)
        self.importing.ended.connect(self._on_import_ended)
        self.importing.kept.connect(self._on_kept)
        self.list_page.picked.connect(self._on_picked)
        self.list_page.opened.connect(self._read_latest)
        self.details.read_wanted.connect(self.read)
        self.details.compare_wanted.connect(self._on_compare)
        self.details.move_wanted.connect(self.move_on)
        self.details.comments_wanted.connect(self._on_comments)
        self.details.step_wanted.connect(self.take_step)
        self.details.report_wanted.connect(self.read_summing_up)
        self.details.package_wanted.connect(self.make_package)
        self.details.invite_wanted.connect(self.invite)
        self.details.notice_wanted.connect(lambda: self.show_letters(LetterKind.NOTICE))
        self.inviting.print_wanted.connect(lambda: self.show_letters(LetterKind.INVITATION))
        self.letters.closed.connect(self._leave_letters)
        self.letters.said.connect(self.say)
        self.details.second_reader_wanted.connect(self.ask_for_second_reader)
        self.summing_up.ready.connect(lambda: self._show_page(self.summing_up))
        self.inviting.ready.connect(lambda: self._show_page(self.inviting))
        self.inviting.said.connect(self.say)
        self.inviting.closed.connect(self._back_to_list)
        self.summing_up.closed.connect(self._back_to_list)
        self.reader.closed.connect(self._back_to_list)
        self.reader.revision_wanted.connect(self.read)
        self.reader.compare_wanted.connect(self._on_compare)
        self.import_page.closed.connect(self._back_to_list)

    @guarded(None)
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._taker(dropped_file(event)) is not None:
            event.acceptProposedAction()

    @guarded(None)
    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event)
        take = self._taker(path)
        if path is not None and take is not None:
            event.acceptProposedAction()
            take(path)

    def _taker(self, path: Path | None) -> Callable[[Path], None] | None:
        """What becomes of a dropped file: a document is a revision, a table or mail holds comments."""
        if path is None:
            return None
        if self._take_in.isVisible() and self._take_in.isEnabled() and path.suffix.lower() in COMMENT_FILES:
            return self._import_comments
        return self.import_file if self._import.isEnabled() else None
