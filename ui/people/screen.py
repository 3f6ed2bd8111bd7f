"""The petitioners screen («متقاضیان»): people who wrote to the office, and their petitions.

Identifiers are masked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.clock import pc_clock
from desktop_app.people.number_gaps import identifier_gaps
from desktop_app.people.petitioners import PetitionerRow
from desktop_app.persian.dates import tehran_day
from desktop_app.petitions.lists.inbox import ListFilter, Order, Scope
from desktop_app.staff.roles import Role
from desktop_app.wording import fill, translate
from ui import jobs
from ui.actions import make_action
from ui.people.correct_dialog import CorrectDialog
from ui.people.experts_page import ExpertsPage
from ui.people.people_model import PeopleModel, draw_person
from ui.people.person_pane import PersonPane
from ui.theme_tokens import PAGE_HEADER, ROW_TWO_LINES
from ui.widgets.empty_state import EmptyState
from ui.widgets.list_export import ListExport, Write
from ui.widgets.page_head import PageHead
from ui.widgets.painting import set_margins
from ui.widgets.rows import RowList
from ui.widgets.search_box import SearchBox
from ui.widgets.skeleton import Skeleton
from ui.widgets.status_line import StatusLine
from ui.widgets.tabs import ViewTabs
from ui.workplace import Screen, ShowExpert, Workplace

if TYPE_CHECKING:
    from desktop_app.services import PeopleServices

_DETAILS = 520
_MOST = 200
_LOADING, _LIST, _EMPTY = range(3)
_PETITIONERS, _EXPERTS = "petitioners", "experts"


class PeopleScreen(Screen):
    """A searchable list next to the selected person; petitions open in the inbox."""

    workplace: Workplace[PeopleServices]

    def __init__(self, workplace: Workplace[PeopleServices], parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.model = PeopleModel(workplace, self)
        self.box = SearchBox(
            translate("People", "Name, mobile or national ID"), key="Ctrl+F", gaps=identifier_gaps
        )
        self.list = RowList(self.title(), self.model, draw_person, height=ROW_TWO_LINES)
        may_correct = workplace.actor.has(Role.MANAGER)
        self.person = PersonPane(tehran_day(pc_clock().now()), may_correct=may_correct)
        self.correcting: CorrectDialog | None = None
        self.status = StatusLine()
        self.tabs = ViewTabs(
            (
                (_PETITIONERS, translate("People", "Petitioners")),
                (_EXPERTS, translate("People", "Experts and stakeholders")),
            ),
            translate("People", "Registers"),
            height=PAGE_HEADER,
        )
        self.experts = ExpertsPage(workplace)
        self.experts.done.connect(self.say)
        self.experts.counted.connect(lambda count: self.tabs.show_count(_EXPERTS, count))
        self.tabs.changed.connect(self._on_tab)
        self._empty = EmptyState("", icon="ph.users-three")
        self._started = False
        self._lay_out()
        self.box.searched.connect(self.model.search)
        self.box.submitted.connect(lambda _text: self.list.setFocus())
        self.model.counted.connect(self._on_counted)
        self.model.failed.connect(lambda error: jobs.show_error(self, error))
        self.list.picked.connect(self._on_picked)
        self.person.history.opened.connect(lambda row: self.navigate.emit("inbox", row.id))
        self.person.all_asked.connect(self._show_all_in_inbox)
        self.person.correction_asked.connect(self._correct)
        make_action(self, translate("People", "Find a petitioner"), self._find, key="Ctrl+F")

    def _lay_out(self) -> None:
        # Build from the outside in: reparenting a widget restyles it with all its children.
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        header = PageHead()
        column.addWidget(header)
        top = QHBoxLayout(header)
        set_margins(top, 24, 0, 16, 0)
        top.addWidget(self.tabs)
        top.addStretch()
        self.box.setFixedWidth(300)
        top.addWidget(self.box)
        self.list_file = ListExport(self, column, self._list_name, self._list_file)
        top.addWidget(self.list_file.button)
        self._pages = QStackedWidget()
        column.addWidget(self._pages, 1)
        self._petitioners = QWidget()
        self._pages.addWidget(self._petitioners)
        row = QHBoxLayout(self._petitioners)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        left = QVBoxLayout()
        left.setSpacing(0)
        row.addLayout(left, 1)
        self._middle = QStackedWidget()
        left.addWidget(self._middle, 1)
        for page in (Skeleton("rows"), self.list, self._empty):
            self._middle.addWidget(page)
        left.addWidget(self.status)
        self.person.setFixedWidth(_DETAILS)
        row.addWidget(self.person)
        self._pages.addWidget(self.experts)

    def details_width(self) -> int:
        return self.person.width() if self.person.isVisible() else 0

    def title(self) -> str:
        return translate("People", "Petitioners")

    def help_page(self) -> str:
        return "people"

    def _on_tab(self, view: str) -> None:
        experts = view == _EXPERTS
        self.box.setVisible(not experts)
        self._pages.setCurrentWidget(self.experts if experts else self._petitioners)
        if experts:
            self.experts.refresh()
            self.experts.roster.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def shown(self) -> None:
        if not self._started:
            self._started = True
            self.model.search("")
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_item(self, item: object) -> None:
        """Shows an expert in the register."""
        if isinstance(item, ShowExpert):
            self.experts.show_expert(item.expert_id)
            self.tabs.choose(_EXPERTS)

    def refresh(self) -> None:
        if self.tabs.value() == _EXPERTS:
            self.experts.refresh()
            return
        self.model.search(self.box.text().strip())

    def roles_changed(self) -> bool:
        self.refresh()
        return True

    def _list_name(self) -> str:
        experts = self.tabs.value() == _EXPERTS
        return translate("People", "Experts and stakeholders") if experts else self.title()

    def _list_file(self) -> Write:
        files, actor, query = (
            self.workplace.services.list_files,
            self.workplace.actor,
            self.box.text().strip(),
        )
        if self.tabs.value() == _EXPERTS:
            return lambda target, progress: files.experts(actor, target, progress)
        return lambda target, progress: files.petitioners(actor, query, target, progress)

    def _find(self) -> None:
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def _on_counted(self, total: int) -> None:
        self.status.show_text(fill(translate("People", "{count} petitioners"), count=total))
        if total:
            self._middle.setCurrentIndex(_LIST)
            self.list.go_to(0)
            return
        self.person.show_nobody()
        if self.box.text().strip():
            title = translate("People", "Nobody was found")
            text = translate("People", "Spelling does not matter; a number is written in full.")
        else:
            title = translate("People", "Nobody has written yet")
            text = translate("People", "Whoever sends a petition stands here from then on.")
        self._empty.show_words(title, text)
        self._middle.setCurrentIndex(_EMPTY)

    def _on_picked(self, person: PetitionerRow | None) -> None:
        if person is None:
            return
        inbox, actor = self.workplace.services.inbox, self.workplace.actor
        wanted = ListFilter(scope=Scope.ANY, order=Order.NEWEST, petitioner_id=person.id)
        self.person.show_person(person)
        jobs.run(
            self,
            lambda: (inbox.find(actor, wanted, _MOST), inbox.unseen_of(actor, person.id)),
            lambda found: self.person.show_history(person, found[0][1], found[0][0].total, found[1]),
        )

    def _correct(self, person: PetitionerRow) -> None:
        self.correcting = CorrectDialog(self.workplace, person, self)
        self.correcting.corrected.connect(self._on_corrected)
        self.correcting.open()

    def _on_corrected(self, petitions: int) -> None:
        words = translate("People", "Corrected in the register and in {count} petitions.")
        self.say(fill(words, count=petitions), None)
        self.refresh()

    def _show_all_in_inbox(self, petitioner_id: int) -> None:
        wanted = ListFilter(scope=Scope.ANY, order=Order.NEWEST, petitioner_id=petitioner_id)
        self.navigate.emit("inbox", wanted)
