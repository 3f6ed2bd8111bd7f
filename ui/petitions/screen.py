"""The inbox screen: counted views, the filter as a sentence, the list, and the details pane."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.database.changes import Changed, concerns
from desktop_app.office.letter_templates import LetterKind
from desktop_app.persian.text import visible_controls
from desktop_app.petitions.lists.constants import constant_properties
from desktop_app.petitions.lists.inbox import ListFilter, Order, Scope, View
from desktop_app.staff.presence import Doing, OpenItem, Present
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label
from ui.actions import make_action
from ui.guard import guarded
from ui.petitions.bulk.desk import BulkDesk
from ui.petitions.bulk.marked_keys import MarkedKeys
from ui.petitions.desk.completing import CompletionCommand
from ui.petitions.desk.conversion import ConversionCommand
from ui.petitions.desk.details import DetailsPane
from ui.petitions.desk.full_view import FullView
from ui.petitions.desk.held_keys import HeldKeys
from ui.petitions.desk.preview import Preview
from ui.petitions.desk.reminders import Reminding
from ui.petitions.desk.subjects import SubjectsCommand
from ui.petitions.desk.tracing import TracingCommand
from ui.petitions.empty_pages import Ways
from ui.petitions.lists.arranging import Arranging
from ui.petitions.lists.columns import constant_columns
from ui.petitions.lists.empty_list import EmptyList
from ui.petitions.lists.export import list_file
from ui.petitions.lists.model import PetitionListModel
from ui.petitions.lists.navigation import ListNavigation
from ui.petitions.lists.row_menu import RowMenu
from ui.petitions.lists.saved_view_menu import SavedViewMenu
from ui.petitions.lists.saved_views import ViewKeeping
from ui.petitions.lists.side import ListSide
from ui.petitions.lists.watch import DeskWatch
from ui.petitions.macros.desk import MacroDesk
from ui.petitions.office_choices import OfficeChoices
from ui.petitions.pages import InboxPages
from ui.petitions.registration.correcting import CorrectionCommand
from ui.petitions.registration.pages import RegistrationPages
from ui.petitions.replies.papers import Papers
from ui.widgets.beside import BesideTheList
from ui.workplace import RegisterRequest, Screen, SearchFor, ShowList, Workplace

if TYPE_CHECKING:
    from desktop_app.petitions.desk.detail import PetitionDetail
    from desktop_app.petitions.lists.sections import News, Unassigned
    from desktop_app.services import InboxServices

#: Keys of the table that show a view, on the English and on the Persian keyboard layout.
_VIEW_KEYS: Final = (
    (View.MINE, "G, M", "ل, پ"), (View.UNROUTED, "G, U", "ل, ع"), (View.ALL, "G, L", "ل, م"),
)  # fmt: skip


class InboxScreen(Screen):
    """کارتابل.

    `open_item` accepts the id of a petition, `ListFilter`, `ShowList`, `SearchFor` or `RegisterRequest`.
    """

    workplace: Workplace[InboxServices]

    def __init__(self, workplace: Workplace[InboxServices], parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._started = False
        self.model = PetitionListModel(workplace, self)
        self.side = ListSide(self.model, workplace.actor.person_id, self.model.day)
        self.table, self.views = self.side.table, self.side.views
        self.filter, self.strip = self.side.filter, self.side.strip
        self.details = DetailsPane(workplace, self.model.day)
        self.details.give_actions_to(self.table)

        def shown_detail() -> PetitionDetail | None:
            return None if self.details.isHidden() else self.details.petition.current

        self.preview = Preview(self.table, self.details, self)
        self.choices = OfficeChoices(workplace, self.side, self.details.composer, self)
        self.bulk = BulkDesk(workplace, self.side, self.model)
        self.marked_keys = MarkedKeys(self.bulk, self.details, self)
        self.macros = MacroDesk(workplace, self.table, shown_detail)
        self.reminding = Reminding(workplace, self.table, shown_detail, self.model.day)
        self.subjects = SubjectsCommand(workplace, self.table, shown_detail)
        self.turning = ConversionCommand(workplace, self.table, shown_detail)
        self.tracing = TracingCommand(workplace, self.table, shown_detail)
        self.completing = CompletionCommand(workplace, self.table, shown_detail)
        self.correcting = CorrectionCommand(workplace, self.table, shown_detail)
        self.arranging = Arranging(self.side, self)
        self.keeping = ViewKeeping(workplace, self.side, self.arranging, self)
        self.view_menu = SavedViewMenu(self.keeping, self.side, self)
        self.lists = ListNavigation(self.model, self.side, self.keeping, self)
        self.watch = DeskWatch(workplace, self.model, self.table, self)
        self._lay_out()
        self.full_view = FullView(self.preview, self.desk, self.details, self.side, self.model)
        self.papers = Papers(workplace, self.pages, self.side, self.details, shown_detail)
        for command in (
            self.reminding, self.subjects, self.turning, self.tracing, self.completing, self.correcting,
        ):  # fmt: skip
            self.details.give(command.action)
        for action in self.papers.of_petition:
            self.details.give(action)
        self.row_menu = RowMenu(self.table, self.details, self.preview, self.bulk.of_row)
        self.registration = RegistrationPages(workplace, self.pages, self.views)
        ways = Ways(
            self.lists.show_view,
            self.open_petition,
            self.registration.register,
            self.registration.import_file,
            self.filter.clear_all,
            self.refresh,
            self.filter.drop,
            partial(self.navigate.emit, "administration", "set_up"),
        )
        self.empty_list = EmptyList(workplace, self.model, self.side, self.model.day, ways, self)
        self.list_file = list_file(workplace, self.side, self.model, self.bulk.marks)
        self.keys = HeldKeys(self.model, self.table, self.details, self.preview, self.lists, self)
        words = translate("Inbox", "What you typed in the meantime was not used.")
        self.keys.dropped.connect(lambda: self.refused.emit(words))
        self._wire_list()
        self._wire_petition()
        self._wire_pages()
        self._make_actions()

    def _lay_out(self) -> None:
        # Outer widgets first: adding a widget to a parent applies the style sheet again to all its children.
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.pages = InboxPages()
        column.addWidget(self.pages)
        self.desk = BesideTheList(self.side, self.details, self.pages)
        self.pages.addWidget(self.desk)
        self.desk.use_width(self.workplace.settings.details_width)
        self.desk.width_chosen.connect(partial(self.setting_chosen.emit, "details_width"))
        self.desk.narrow_changed.connect(self.preview.fit)
        self.desk.narrow_changed.connect(lambda narrow, _same: self.table.prefer_two_lines(narrow))

    def _wire_list(self) -> None:
        self.lists.started.connect(self._on_list_started)
        self.lists.filled.connect(self._on_list_filled)
        self.lists.emptied.connect(self.details.show_nothing)
        self.lists.emptied.connect(self.empty_list.show)
        self.empty_list.shown.connect(self.preview.hide)
        self.keeping.said.connect(self.say)
        self.keeping.own.sizes_read.connect(self.details.columns.use_sizes)
        self.keeping.own.sizes_read.connect(self.table.columns.use_widths)
        for source in (self.details.columns.sizes_chosen, self.table.columns.widths_chosen):
            source.connect(self.keeping.own.keep_sizes)
        self.filter.failed.connect(self.show_error)
        self.strip.clicked.connect(self.refresh)
        self.watch.counted.connect(self._on_counted)
        self.watch.news.connect(self._on_news)
        self.watch.news.connect(self.details.take_news)
        self.model.indicators.likes_changed.connect(self.details.likes.look_again)
        self.bulk.said.connect(self.say)
        self.marked_keys.refused.connect(self.refused)
        self.bulk.done.connect(self.refresh)
        self.bulk.escaped.connect(self.preview.leave)
        self.bulk.opened.connect(self.open_petition)

    def _wire_petition(self) -> None:
        self.details.said.connect(self.say)
        self.details.refused.connect(self.refused)
        self.details.changed.connect(self.lists.after_move)
        self.details.relabelled.connect(self.choices.read_labels)
        self.details.relabelled.connect(self.lists.read_again)
        self.details.petition.marked_read.connect(self.watch.fetch)
        self.details.likes.opened.connect(self.open_petition)
        self.details.body.history.origin_asked.connect(self.tracing.open_one)
        self.details.left.connect(self.preview.leave)
        self.preview.full_changed.connect(lambda _full: self.title_changed.emit())
        self.details.petition.read.connect(lambda _detail: self.title_changed.emit())
        self.macros.said.connect(self.say)
        self.macros.done.connect(self.details.reload)
        self.macros.done.connect(self.lists.after_macro)
        self.reminding.said.connect(self.say)
        self.details.head.completion_asked.connect(self.completing.ask)
        for command in (self.subjects, self.turning, self.completing, self.correcting):
            command.said.connect(self.say)
            command.changed.connect(self.refresh)

        self.details.composer.order.units_wanted.connect(
            partial(self.navigate.emit, "administration", "units")
        )

    def _wire_pages(self) -> None:
        for pages in (self.papers, self.registration):
            pages.opened.connect(self.title_changed)
            pages.left.connect(self.show_desk)
            pages.said.connect(self.say)
        self.papers.rows_wanted.connect(self.open_item)
        self.papers.sent.connect(self.refresh)
        # One's own petition is not news: it stands in the list when one comes back.
        self.registration.registered.connect(self.refresh)
        self.registration.imported.connect(self.refresh)
        self.registration.scan_folder_chosen.connect(partial(self.setting_chosen.emit, "scan_folder"))
        self.registration.petition_wanted.connect(self.open_item)
        self.registration.receipt_wanted.connect(
            lambda number: self.papers.show_letter(number, LetterKind.SLIP, before=self.registration.form)
        )

    def _make_actions(self) -> None:
        make_action(self.side, translate("Inbox", "Search in this list"), self.filter.show_box, key="Ctrl+F")
        words = translate("Inbox", "Import petitions")
        make_action(self, words, self.registration.import_file, icon="ph.download-simple")
        for view, key, persian_key in _VIEW_KEYS:
            words = fill(translate("Inbox", "Go to: {view}"), view=label("view", view.value))
            act = partial(self.lists.show_view, view)
            # Of the side: an empty view has a page in place of the table.
            make_action(self.side, words, act, key=key, more_keys=(persian_key,))

    # The screen in the window

    def title(self) -> str:
        of_page = self.registration.title() or self.papers.title()
        detail = self.details.detail
        if not of_page and self.preview.full and detail is not None:
            return visible_controls(detail.subject)
        return of_page or translate("Inbox", "Inbox")

    def help_page(self) -> str:
        if not self.pages.list_in_front:
            return self.registration.help_page() or "letters"
        return "petition" if self.preview.full or self.details.is_writing() else "inbox"

    def message_place(self) -> QWidget:
        if not self.pages.list_in_front:
            # Never over the buttons of a form.
            return self.registration.message_place() or self
        return self.details.columns.said if self.preview.full else self.side

    def details_width(self) -> int:
        beside = self.pages.list_in_front and not self.details.isHidden() and not self.preview.full
        return self.details.width() if beside else 0

    def shown(self) -> None:
        if not self._started:
            self._started = True
            self.keeping.load()
            # What the rows do not need is read after them.
            for read in (self.choices.read, self.macros.learn, self.bulk.learn):
                self.model.opened.connect(read, Qt.ConnectionType.SingleShotConnection)
            own = self.workplace.actor.unit_ids
            self.lists.show_list(ListFilter(view=View.MY_UNIT if own else View.ALL))
        if self.pages.list_in_front:
            self.full_view.focus()

    def focus_content(self) -> None:
        if not self.pages.list_in_front:
            super().focus_content()
        elif self.preview.full:
            self.details.body.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.side.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Reads the list and the petition again. The selection remains on the same petition."""
        self.lists.read_again()
        self.details.reload()

    def others_changed(self, changed: Changed) -> None:
        if concerns(changed, "saved_view"):
            self.keeping.count()
        if concerns(changed, "petition"):
            detail = self.details.detail
            self.watch.also = None if detail is None else detail.id
            self.watch.hear(changed)
        if any(concerns(changed, kind) for kind in ("unit", "person", "person_role", "deputy")):
            self.choices.read_places()
        if concerns(changed, "office"):
            self.choices.read_outcomes()

    def shown_item(self) -> object:
        return self.model.wanted if self._started and self.pages.list_in_front else None

    def roles_changed(self) -> bool:
        self.papers.fit(self.workplace.actor)
        self.registration.fit_roles()
        self.refresh()
        return True

    def place(self) -> OpenItem | None:
        detail = self.details.detail
        if not self.pages.list_in_front or detail is None or self.details.isHidden():
            return None
        return OpenItem("petition", detail.id, Doing.WRITING if self.details.is_writing() else Doing.LOOKING)

    def show_present(self, present: Sequence[Present]) -> None:
        self.model.indicators.show_present(present)
        self.details.foot.show_present(present)

    def open_item(self, item: object) -> None:
        self.show_desk()
        if isinstance(item, RegisterRequest):
            self.registration.register()
        elif isinstance(item, SearchFor):
            self.lists.search(item.text)
        elif isinstance(item, ShowList):
            self.open_item(item.wanted)
            self.side.show_remark(item.remark, item.wanted)
        elif isinstance(item, ListFilter):
            self.keeping.leave()
            self.lists.show_list(item)
        elif isinstance(item, int):
            self.open_petition(item)

    def open_petition(self, petition_id: int) -> None:
        """Shows a petition in any state, in the list of all petitions."""
        self.preview.open()
        self.keeping.leave()
        wanted = ListFilter(view=View.ALL, scope=Scope.ANY, order=Order.NEWEST)
        self.lists.show_list(wanted, keep=petition_id)
        self.details.show_petition(petition_id)

    def show_desk(self) -> None:
        """Returns to the list. The form keeps its typed text."""
        self.pages.show_list()
        self.title_changed.emit()
        self.full_view.focus()

    # The list

    def _on_list_started(self, wanted: ListFilter) -> None:
        self.details.body.mark(wanted.query)
        same = constant_properties(wanted, self.workplace.actor.unit_ids)
        self.table.columns.leave_out(constant_columns(same))
        self.empty_list.forget_drops()
        self.watch.count()

    def _on_list_filled(self) -> None:
        self.preview.restore()
        if self.side.wants_focus and self.pages.list_in_front:
            self.side.focus_list()

    def _on_news(self, news: News) -> None:
        """Tells what arrived and leaves the rows where they are; an empty list has none, and is read again."""
        if news.arrived and not self.model.outline.total:
            self.lists.read_again()
        else:
            self.strip.show_arrived(news.arrived)

    def _on_counted(self, counts: dict[View, int], waiting: Unassigned) -> None:
        self.views.show_counts(counts)
        self.keeping.count()
        self.count_changed.emit(counts[self.filter.wanted().view])
        self.empty_list.know_counts(counts, waiting)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # While the message bar offers an undo, it handles Ctrl+Z; otherwise the key arrives here.
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and (event.key() == Qt.Key.Key_Z or event.text() == "ظ" or event.key() == ord("ظ")):
            self.details.moves.undo_asking()
            event.accept()
            return
        if event.key() == Qt.Key.Key_Escape and self.pages.list_in_front:
            self.filter.hide_box()
            self.focus_content()
            event.accept()
            return
        super().keyPressEvent(event)
