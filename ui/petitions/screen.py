"""The inbox: counted views, the filter as a sentence, the list, the details beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.clock import PcClock
from desktop_app.database.changes import Changed, concerns
from desktop_app.errors import AppError
from desktop_app.office.letter_templates import LetterKind
from desktop_app.office.services import ServiceRow
from desktop_app.persian.dates import tehran_day
from desktop_app.petitions.desk.detail import PetitionDetail
from desktop_app.petitions.labels.service import LabelRow
from desktop_app.petitions.lists.filters import conditions_set
from desktop_app.petitions.lists.inbox import ListFilter, Order, PetitionRow, Scope, View
from desktop_app.petitions.lists.sections import News, Unassigned
from desktop_app.petitions.outcomes import OutcomeChoice
from desktop_app.staff.presence import Doing, OpenItem, Present
from desktop_app.staff.units import UnitRow
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label
from ui import jobs
from ui.actions import make_action
from ui.guard import guarded
from ui.petitions.bulk.desk import BulkDesk
from ui.petitions.desk.conversion import ConversionCommand
from ui.petitions.desk.details import WIDTH, DetailsPane
from ui.petitions.desk.reminders import Reminding
from ui.petitions.desk.sending import Sending
from ui.petitions.desk.subjects import SubjectsCommand
from ui.petitions.desk.tracing import TracingCommand
from ui.petitions.empty_pages import Drop, Ways, empty_page, error_page, may_register
from ui.petitions.lists.arranging import Arranging
from ui.petitions.lists.export import list_file
from ui.petitions.lists.filter_words import condition_words
from ui.petitions.lists.model import PetitionListModel
from ui.petitions.lists.saved_views import ViewKeeping
from ui.petitions.lists.side import ListSide
from ui.petitions.lists.watch import DeskWatch
from ui.petitions.macros.desk import MacroDesk
from ui.petitions.replies.papers import Papers
from ui.theme import theme
from ui.workplace import RegisterRequest, Screen, SearchFor, ShowList, Workplace

if TYPE_CHECKING:
    from desktop_app.services import InboxServices
    from ui.importing.page import ImportPage
    from ui.petitions.registration.form import RegisterForm

#: How long the selection rests before the details are read: a held key must not read every row it passes.
_REST: Final = 90


class InboxScreen(Screen):
    """کارتابل. `open_item` takes the id of a petition, `ListFilter`, `ShowList`, `SearchFor` or `RegisterRequest`."""

    workplace: Workplace[InboxServices]

    def __init__(self, workplace: Workplace[InboxServices], parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.model = PetitionListModel(workplace, self)
        self.side = ListSide(self.model, workplace.actor.person_id, self.today)
        self.table, self.views = self.side.table, self.side.views
        self.filter, self.strip = self.side.filter, self.side.strip
        self.details = DetailsPane(workplace, self.today)
        self.details.give_actions_to(self.table)
        self.bulk = BulkDesk(workplace, self.side, self.model)
        self.macros = MacroDesk(workplace, self.table, lambda: self.details.detail)
        self.reminding = Reminding(workplace, self.table, lambda: self.details.detail, self.today)
        self.details.give(self.reminding.action)
        self.subjects = SubjectsCommand(workplace, self.table, lambda: self.details.detail)
        self.details.give(self.subjects.action)
        self.turning = ConversionCommand(workplace, self.table, lambda: self.details.detail)
        self.details.give(self.turning.action)
        self.tracing = TracingCommand(workplace, self.table, lambda: self.details.detail)
        self.details.give(self.tracing.action)
        self.details.body.origin_asked.connect(self.tracing.open_one)
        self.register_form: RegisterForm | None = None
        self.import_page: ImportPage | None = None
        self._counts: dict[View, int] = {}
        self._waiting = Unassigned(0, None, None)
        self._next_place: int | None = None
        self._started = False
        self._preview = True
        self._wants_focus = False
        #: What an empty list would show without one of its conditions, and of which list that is.
        self._too_narrow: list[Drop] = []
        self._looked_at: ListFilter | None = None
        self._rest = jobs.Debouncer(self, _REST, self._show_details)
        self.arranging = Arranging(self.side, self)
        self.keeping = ViewKeeping(workplace, self.side, self.arranging, self)
        self.watch = DeskWatch(workplace, self.model, self.table, self)
        self._lay_out()
        self.papers = Papers(workplace, self.pages, self.side, self.details, lambda: self.details.detail)
        for action in self.papers.of_petition:
            self.details.give(action)
        self.list_file = list_file(workplace, self.side, self.model, self.bulk.marks)
        self._wire()
        self._make_actions()

    def _lay_out(self) -> None:
        # From the outside inwards: whatever is brought into another widget is styled anew with all that is in it.
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.pages = QStackedWidget()
        column.addWidget(self.pages)
        desk = QWidget()
        self.pages.addWidget(desk)
        row = QHBoxLayout(desk)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.details.setFixedWidth(WIDTH)
        row.addWidget(self.side, 1)
        row.addWidget(self.details)

    def _wire(self) -> None:
        self.side.further.clicked.connect(self._search_further)
        self.views.view_chosen.connect(self.show_view)
        self.keeping.chosen.connect(lambda row: self.show_list(row.terms.wanted))
        self.keeping.said.connect(self.say)
        self.views.import_asked.connect(self.import_file)
        self.views.import_button.setVisible(may_register(self.workplace.actor))
        self.filter.filter_changed.connect(self._on_filter)
        self.filter.failed.connect(self.show_error)
        self.table.header.order_asked.connect(self._on_order)
        self.table.picked.connect(self._on_picked)
        self.table.opened_row.connect(self.open_details)
        self.table.preview_toggled.connect(self.toggle_preview)
        self.model.opened.connect(self._on_opened)
        self.model.grown.connect(self._tell_length)
        self.model.failed.connect(self._on_failed)
        self.strip.clicked.connect(self.refresh)
        self.details.changed.connect(self._on_changed)
        self.details.petition.marked_read.connect(self.watch.fetch)
        self.watch.counted.connect(self._on_counted)
        self.watch.news.connect(self._on_news)
        self.details.said.connect(self.say)
        self.details.relabelled.connect(self._on_relabelled)
        self.macros.said.connect(self.say)
        self.reminding.said.connect(self.say)
        for commands in (self.subjects, self.turning):
            commands.said.connect(self.say)
            commands.changed.connect(lambda _id: self.refresh())
        self.macros.done.connect(self._on_macro)
        self.papers.opened.connect(self.title_changed)
        self.papers.left.connect(self.show_desk)
        self.papers.rows_wanted.connect(self.open_item)
        self.papers.said.connect(self.say)
        self.papers.sent.connect(lambda _id: self.refresh())
        self.bulk.said.connect(self.say)
        self.bulk.done.connect(self.refresh)
        self.bulk.opened.connect(self.open_petition)
        self.details.likes.opened.connect(self.open_petition)
        self.model.indicators.likes_changed.connect(self.details.likes.look_again)
        self.details.left.connect(lambda: self.table.setFocus(Qt.FocusReason.OtherFocusReason))

    def _make_actions(self) -> None:
        make_action(self, translate("Inbox", "Search in this list"), self.filter.show_box, key="Ctrl+F")
        make_action(self, translate("Inbox", "Import petitions"), self.import_file, icon="ph.download-simple")
        for view, keys in (
            (View.MINE, ("G, M", "ل, پ")), (View.UNROUTED, ("G, U", "ل, ع")), (View.ALL, ("G, L", "ل, م")),
        ):  # fmt: skip
            words = fill(translate("Inbox", "Go to: {view}"), view=label("view", view.value))
            make_action(self.table, words, partial(self.show_view, view), key=keys[0], more_keys=keys[1:])

    # The screen in the window

    def title(self) -> str:
        if self.register_form is not None and self.pages.currentWidget() is self.register_form:
            return translate("Inbox", "Register a petition")
        if self.import_page is not None and self.pages.currentWidget() is self.import_page:
            return translate("Inbox", "Import petitions")
        return self.papers.title() or translate("Inbox", "Inbox")

    def shown(self) -> None:
        if not self._started:
            self._started = True
            self._learn_units()
            self.keeping.load()
            self._learn_outcomes()
            self._learn_labels()
            self.macros.learn()
            self.bulk.learn()
            self.show_list(ListFilter(view=self._first_view()))
        if self.pages.currentIndex() == 0:
            self._focus_list()

    def _focus_list(self) -> None:
        """Gives the list the keyboard, now or when it stands; never out of a field that is typed in."""
        holder = self.window().focusWidget()
        typing = isinstance(holder, QLineEdit | QPlainTextEdit) and holder.isVisible()
        self._wants_focus = not typing and not self.table.isVisible()
        if not typing:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Reads the list and the petition again; the selection stays on the same petition."""
        self.show_list(self.model.wanted, keep=self.current_id())
        self.details.reload()

    def others_changed(self, changed: Changed) -> None:
        if concerns(changed, "saved_view"):
            self.keeping.count()
        if concerns(changed, "petition"):
            detail = self.details.detail
            self.watch.also = None if detail is None else detail.id
            self.watch.hear(changed)
        if concerns(changed, "office"):
            self._learn_outcomes()

    def roles_changed(self) -> bool:
        may = may_register(self.workplace.actor)
        self.views.import_button.setVisible(may)
        self.papers.fit(self.workplace.actor)
        for page in (self.register_form, self.import_page):
            # A page that says who may is built anew for one who may; one with something in it stays.
            if page is not None and may and not page.permitted:
                self._drop(page)
        self.refresh()
        return True

    def place(self) -> OpenItem | None:
        detail = self.details.detail
        if self.pages.currentIndex() != 0 or detail is None or self.details.isHidden():
            return None
        return OpenItem("petition", detail.id, Doing.WRITING if self.details.is_writing() else Doing.LOOKING)

    def show_present(self, present: Sequence[Present]) -> None:
        self.model.indicators.show_present(present)
        self.details.foot.show_present(present)

    def open_item(self, item: object) -> None:
        self.show_desk()
        if isinstance(item, RegisterRequest):
            self.register()
        elif isinstance(item, SearchFor):
            self.search(item.text)
        elif isinstance(item, ShowList):
            self.open_item(item.wanted)
            self.side.show_remark(item.remark, item.wanted)
        elif isinstance(item, ListFilter):
            self.keeping.leave()
            self.show_list(item)
        elif isinstance(item, int):
            self.open_petition(item)

    def today(self) -> date:
        """The day by which ages and deadlines are told: that of the list, which is the server's."""
        return self.model.today or tehran_day(PcClock().now())

    def _first_view(self) -> View:
        return View.MY_UNIT if self.workplace.actor.unit_ids else View.ALL

    # Which list

    def show_view(self, view: View) -> None:
        """Shows a counted view, open petitions only."""
        now = ListFilter() if self.keeping.leave() else self.model.wanted
        wanted = ListFilter(view, order=now.order, backwards=now.backwards, grouping=now.grouping)
        self.show_list(wanted)

    def search(self, text: str) -> None:
        """Looks for words in everything, open and closed."""
        self.filter.hide_box()
        self.keeping.leave()
        self.show_list(ListFilter(view=View.ALL, scope=Scope.ANY, query=text.strip(), order=Order.NEWEST))

    def open_petition(self, petition_id: int) -> None:
        """Shows a petition, whatever state it is in, in the list of everything."""
        self._set_preview(True)
        self.keeping.leave()
        self.show_list(ListFilter(view=View.ALL, scope=Scope.ANY, order=Order.NEWEST), keep=petition_id)
        self.details.show_petition(petition_id)

    def show_list(self, wanted: ListFilter, *, keep: int | None = None) -> None:
        """Reads a list and shows it; `keep` is the petition that the selection goes to."""
        self.filter.show_filter(wanted)
        self.side.keep_remark(wanted)
        self.views.show_view(wanted.view, self.keeping.active)
        self.table.header.show_order(wanted)
        self.strip.hide()
        self.details.body.mark(wanted.query)
        self._too_narrow, self._looked_at = [], None
        if self.model.rowCount() == 0:
            self.side.show_loading()
        self.model.show_list(wanted, keep=keep)
        self.watch.count()

    def _search_further(self) -> None:
        """Goes on with a search that stopped at its newest matches."""
        self._next_place = None
        wanted = self.model.wanted
        self.show_list(replace(wanted, depth=wanted.depth * 4), keep=self.current_id())

    def _on_filter(self, wanted: ListFilter) -> None:
        self._next_place = None
        self.show_list(wanted, keep=self.current_id())

    def _on_order(self, order: Order, backwards: bool) -> None:
        self._on_filter(replace(self.model.wanted, order=order, backwards=backwards))

    def _on_opened(self, place: int | None) -> None:
        total = self.model.outline.total
        if total == 0:
            self._show_empty()
        else:
            self._tell_length()
            self.details.setVisible(self._preview)
            if self._wants_focus and self.pages.currentIndex() == 0:
                self._focus_list()
            if place is None:
                place = min(self._next_place or 0, total - 1)
            row = self.model.sections.row_of(place)
            if row is not None:
                self.table.select(row)
        self._next_place = None

    def _tell_length(self) -> None:
        model = self.model
        self.side.show_rows(model.outline, crowded=model.crowded, counting=model.counting)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, AppError):
            jobs.show_error(self, error)
            return
        if self.model.rowCount() == 0:
            self._replace_list(error_page(error, self._ways()))
        else:
            self.show_error(error)

    # Empty

    def _show_empty(self) -> None:
        self.details.show_nothing()
        self._replace_list(
            empty_page(
                self.model.wanted,
                self.workplace.actor,
                self._counts,
                self._waiting,
                self.today(),
                self._ways(),
                self._too_narrow,
            )
        )
        self._look_what_is_too_narrow()

    def _look_what_is_too_narrow(self) -> None:
        """Which condition alone stands in the way, counted behind the scenes."""
        wanted, inbox, actor = self.model.wanted, self.workplace.services.inbox, self.workplace.actor
        if self._looked_at == wanted or not conditions_set(wanted):
            return
        self._looked_at = wanted

        def know(counts: dict[str, int]) -> None:
            if wanted == self.model.wanted and self.model.outline.total == 0:
                names = self.filter.names()
                self._too_narrow = [
                    Drop(name, condition_words(wanted, name, names), count) for name, count in counts.items()
                ]
                self._show_empty()

        jobs.run(self, lambda: inbox.without_each(actor, wanted), know)

    def _replace_list(self, page: QWidget) -> None:
        self.details.hide()
        self.side.show_page(page)

    def _ways(self) -> Ways:
        return Ways(
            self.show_view,
            self.open_petition,
            self.register,
            self.import_file,
            self._clear_filter,
            self.refresh,
            self.filter.drop,
        )

    def _clear_filter(self) -> None:
        self.filter.clear_all()

    # Counts and news

    def _learn_units(self) -> None:
        services = self.workplace.services
        jobs.run(
            self,
            lambda: (services.units.all(active_only=True), services.inbox.people(), services.catalogue.all()),
            lambda known: self._know(*known),
        )

    def _know(
        self, units: tuple[UnitRow, ...], people: dict[int, str], offered: tuple[ServiceRow, ...]
    ) -> None:
        self.filter.know_people(people, [service.name for service in offered])
        known = [(unit.id, unit.name) for unit in units]
        self.filter.know_units(known)
        self.details.composer.know_units(known)

    def _on_macro(self, now: PetitionDetail, leaves: bool) -> None:
        """What a macro handed on gives way to the next one, as after a move."""
        row = self.table.current_table_row()
        keep = self._next_id(row) if leaves and self.current_id() == now.id else now.id
        self._next_place = self.model.sections.place_at(row) if row >= 0 else None
        self.details.reload()
        self.show_list(self.model.wanted, keep=keep)

    def _on_relabelled(self, _petition_id: int) -> None:
        self._learn_labels()
        self.show_list(self.model.wanted, keep=self.current_id())

    def _learn_labels(self) -> None:
        def know(rows: tuple[LabelRow, ...]) -> None:
            self.filter.know_labels({row.id: row.name for row in rows})

        jobs.run(self, self.workplace.services.labels.all, know, self._on_unlearnt)

    def _learn_outcomes(self) -> None:
        jobs.run(self, self.workplace.services.outcomes.all, self._know_outcomes, self._on_unlearnt)

    def _know_outcomes(self, choices: tuple[OutcomeChoice, ...]) -> None:
        self.details.composer.know_outcomes(choices)
        # Rows name the outcome of what is closed.
        self.table.viewport().update()

    def _on_unlearnt(self, error: Exception) -> None:
        # It is asked again with the next change; while the database is away, the window says so by itself.
        if not isinstance(error, AppError):
            jobs.show_error(self, error)

    def _on_counted(self, counts: dict[View, int], waiting: Unassigned) -> None:
        changed = counts != self._counts or waiting != self._waiting
        self._counts, self._waiting = counts, waiting
        self.views.show_counts(counts)
        self.keeping.count()
        self.count_changed.emit(counts[self.filter.wanted().view])
        if changed and self.side.shows_page and self.model.outline.total == 0:
            self._show_empty()

    def _on_news(self, news: News) -> None:
        """A strip tells what came. The petition that is shown is read again when it changed, unless something
        is being written on what was seen: then sending tells of the conflict."""
        self.strip.show_arrived(news.arrived)
        detail = self.details.detail
        if detail is None or self.details.unsent.modes(detail.id):
            return
        if any(row.id == detail.id and row.version != detail.version for row in news.rows):
            self.details.reload()

    # The petition

    def current_id(self) -> int | None:
        row = self.table.current_row()
        return row.id if row is not None else None

    def _on_picked(self, row: PetitionRow | None) -> None:
        if row is not None:
            self._rest.start()

    def _show_details(self) -> None:
        row = self.table.current_row()
        if row is not None and not self.details.isHidden():
            self.details.show_petition(row.id)

    def _set_preview(self, on: bool) -> None:
        self._preview = on
        self.details.setVisible(on)
        if on:
            self._show_details()

    def toggle_preview(self) -> None:
        """Shows the details beside the list, or gives the list the whole width."""
        self._set_preview(self.details.isHidden())

    def open_details(self) -> None:
        """Goes into the petition: its text, from where Escape leads back."""
        self._set_preview(True)
        self.details.body.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changed(self, sending: Sending | None, now: PetitionDetail) -> None:
        """After something was done the list is read again. The selection stays, unless the person has moved on
        meanwhile; what has left their hands gives way to the next one."""
        current, row = self.current_id(), self.table.current_table_row()
        keep: int | None = now.id
        if current not in (now.id, None) and sending is not None:
            keep = current
        elif sending is not None and sending.goes_on:
            keep = self._next_id(row)
        self._next_place = self.model.sections.place_at(row) if row >= 0 else None
        self.show_list(self.model.wanted, keep=keep)

    def _next_id(self, row: int) -> int | None:
        """The petition under a row of the table, as far as it is in memory; headings are stepped over."""
        found = self.model.ids_of(range(row + 1, min(row + 3, self.model.rowCount())))
        return found[0] if found else None

    # Registering and importing

    def register(self) -> None:
        """Opens the form for a petition that comes by phone, letter or in person."""
        if self.register_form is None:
            from ui.petitions.registration.form import RegisterForm  # noqa: PLC0415 - not needed for the first list

            self.register_form = RegisterForm(self.workplace)
            self.register_form.closed.connect(self.show_desk)
            self.register_form.registered.connect(lambda _id: self.watch.count())
            self.register_form.opened.connect(self.open_item)
            self.register_form.said.connect(self.say)
            self.register_form.receipt_asked.connect(self._show_receipt)
            self.pages.addWidget(self.register_form)
        self.pages.setCurrentWidget(self.register_form)
        self.register_form.begin()
        self.title_changed.emit()

    def _show_receipt(self, petition_id: int) -> None:
        self.papers.show_letter(petition_id, LetterKind.SLIP, before=self.register_form)

    def show_desk(self) -> None:
        """Back to the list; the form keeps what was typed."""
        self.pages.setCurrentIndex(0)
        self.title_changed.emit()
        self._focus_list()

    def import_file(self) -> None:
        """Opens the import of petitions from a file."""
        if self.import_page is None:
            from ui.importing.page import ImportPage  # noqa: PLC0415 - not needed for the first list
            from ui.petitions.registration.import_kind import PetitionImport  # noqa: PLC0415

            self.import_page = ImportPage(PetitionImport(self.workplace))
            self.import_page.closed.connect(self.show_desk)
            self.import_page.imported.connect(lambda _count: self.refresh())
            self.import_page.said.connect(self.say)
            self.pages.addWidget(self.import_page)
        self.import_page.begin()
        self.pages.setCurrentWidget(self.import_page)
        self.title_changed.emit()

    def _drop(self, page: RegisterForm | ImportPage) -> None:
        if self.pages.currentWidget() is page:
            self.show_desk()
        if page is self.register_form:
            self.register_form = None
        else:
            self.import_page = None
        self.pages.removeWidget(page)
        page.deleteLater()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        QPainter(self).fillRect(self.rect(), theme().base)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Ctrl+Z belongs to the message bar while it offers to undo; afterwards it comes here.
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and (event.key() == Qt.Key.Key_Z or event.text() == "ظ" or event.key() == ord("ظ")):
            self.details.moves.undo()
            event.accept()
            return
        super().keyPressEvent(event)
