"""Administration: set-up, units, staff, deputies, handovers, settings of the office, history, database.

It is for administrators; a manager has only handovers, improvement actions and messages here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Generic, TypeVar

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.staff.roles import Role
from desktop_app.wording import translate
from ui import jobs
from ui.actions import make_action
from ui.administration.archiving_panel import ArchivingPanel
from ui.administration.arrived_panel import ArrivedPanel
from ui.administration.checklists_panel import ChecklistsPanel
from ui.administration.closures_panel import ClosuresPanel
from ui.administration.confirmations_panel import ConfirmationsPanel
from ui.administration.database_panel import DatabasePanel
from ui.administration.deputies_panel import DeputiesPanel
from ui.administration.hand_over_panel import HandOverPanel
from ui.administration.history_panel import HistoryPanel
from ui.administration.identity_panel import IdentityPanel
from ui.administration.improvements_panel import ImprovementsPanel
from ui.administration.intake_panel import IntakePanel
from ui.administration.labels_panel import LabelsPanel
from ui.administration.letters_panel import LettersPanel
from ui.administration.messages_panel import MessagesPanel
from ui.administration.office_panel import OfficePanel
from ui.administration.outbox_panel import OutboxPanel
from ui.administration.outcomes_panel import OutcomesPanel
from ui.administration.retention_panel import RetentionPanel
from ui.administration.routing_panel import RoutingPanel
from ui.administration.section_counts import count_sections
from ui.administration.sections import SET_UP, WITH_LIST, Section, sections_of
from ui.administration.services_panel import ServicesPanel
from ui.administration.set_up.panel import SetUpPanel
from ui.administration.sources_panel import SourcesPanel
from ui.administration.staff_panel import StaffPanel
from ui.administration.tasks_panel import TasksPanel
from ui.administration.templates_panel import TemplatesPanel
from ui.administration.units_panel import UnitsPanel
from ui.administration.windows_panel import WindowsPanel
from ui.guard import guarded
from ui.theme import theme
from ui.theme_tokens import PAGE_HEADER
from ui.widgets.button import Button
from ui.widgets.finder import FinderDialog, FinderEntry
from ui.widgets.painting import hairline, set_margins
from ui.widgets.plain import PlainLabel
from ui.widgets.section_list import SectionGroup, SectionList
from ui.workplace import (
    LetterWording,
    MessageWording,
    SavedReply,
    Screen,
    ShowCalendar,
    ShowComment,
    ShowMessages,
    Workplace,
)

if TYPE_CHECKING:
    from desktop_app.services import AdministrationServices

P = TypeVar("P", bound=QWidget)

#: Pages of the user guide about sections; the others are explained together.
_HELP_PAGES: Final = {
    SET_UP: "first-start", "outbox": "outbox", "messages": "outbox", "database": "backup",
}  # fmt: skip
#: The list of sections has a place beside them from this width on, in pixels.
_LISTS_FROM: Final = 1010


class _Offered(Generic[P]):
    """A section of the screen that is built on first use: building all of them at once would delay everybody."""

    def __init__(self, kind: type[P]) -> None:
        self.kind = kind
        self.name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, screen: AdministrationScreen, owner: type) -> P:
        panel = screen.panel(self.name)
        assert isinstance(panel, self.kind)
        return panel


class AdministrationScreen(Screen):
    """Sections under tabs: all of them for an administrator, a few for a manager."""

    workplace: Workplace[AdministrationServices]

    units = _Offered(UnitsPanel)
    staff = _Offered(StaffPanel)
    confirmations = _Offered(ConfirmationsPanel)
    hand_over = _Offered(HandOverPanel)
    improvements = _Offered(ImprovementsPanel)
    intake = _Offered(IntakePanel)
    sources = _Offered(SourcesPanel)
    arrived = _Offered(ArrivedPanel)
    routing = _Offered(RoutingPanel)
    deputies = _Offered(DeputiesPanel)
    closures = _Offered(ClosuresPanel)
    windows = _Offered(WindowsPanel)
    templates = _Offered(TemplatesPanel)
    letters = _Offered(LettersPanel)
    messages = _Offered(MessagesPanel)
    outbox = _Offered(OutboxPanel)
    services = _Offered(ServicesPanel)
    labels = _Offered(LabelsPanel)
    outcomes = _Offered(OutcomesPanel)
    checklists = _Offered(ChecklistsPanel)
    office = _Offered(OfficePanel)
    identity = _Offered(IdentityPanel)
    archiving = _Offered(ArchivingPanel)
    retention = _Offered(RetentionPanel)
    tasks = _Offered(TasksPanel)
    history = _Offered(HistoryPanel)
    database = _Offered(DatabasePanel)
    set_up = _Offered(SetUpPanel)

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        administers = workplace.actor.has(Role.ADMINISTRATOR)
        groups = sections_of(workplace.actor)
        self._sections = {name: kind for _, sections in groups for name, _, kind in sections}
        #: Caption and title of each section, for a window that has no room for the list.
        self._titles = {name: (caption, title) for caption, sections in groups for name, title, _ in sections}
        self._panels: dict[str, Section] = {}
        #: Commands in the header, by the section that they belong to.
        self._commands: dict[str, tuple[QAction, ...]] = {}
        self._is_set_up = False
        self.tabs = SectionList(
            [
                SectionGroup(caption, tuple((name, words) for name, words, _ in sections))
                for caption, sections in groups
            ],
            translate("Administration", "Sections"),
        )
        self.stack = QStackedWidget()
        add = translate("Administration", "Add")
        self.add_action = make_action(self, add, self._add, key="Ctrl+N", icon="ph.plus")
        self._lay_out()
        # The checklist stays in front until it is known that nothing is left to set up.
        self._settles = administers
        if administers:
            self.tabs.choose(SET_UP)
        self._bring(self.tabs.value())
        self.tabs.changed.connect(self._on_section)

    def panel(self, name: str) -> Section:
        """Returns a section by name."""
        if name not in self._panels:
            made = self._panels[name] = self._sections[name](self.workplace)
            self._join(name, made)
        return self._panels[name]

    def _join(self, name: str, panel: Section) -> None:
        panel.done.connect(self.say)
        panel.done.connect(lambda *_: self._count())
        if isinstance(panel, (DatabasePanel, IntakePanel, OutboxPanel)):
            panel.task_asked.connect(self._show_task)
        if isinstance(panel, SetUpPanel):
            panel.completed.connect(self._on_completed)
            panel.panel_wanted.connect(self.open_item)
            panel.left.connect(lambda: self.tabs.choose(self.tabs.codes()[0]))
        if isinstance(panel, ArrivedPanel):
            panel.opened.connect(lambda number: self.navigate.emit("inbox", number))
            panel.comment_opened.connect(
                lambda draft, number: self.navigate.emit("comments", ShowComment(draft, number))
            )
        if isinstance(panel, ImprovementsPanel | OutboxPanel):
            panel.opened.connect(lambda number: self.navigate.emit("inbox", number))
        elif isinstance(panel, StaffPanel):
            panel.leaving.connect(self._on_leaving)
        elif isinstance(panel, HistoryPanel):
            self._offer(name, (panel.verify_action, "ph.shield-check"), (panel.export_action, "ph.export"))
        elif isinstance(panel, SetUpPanel):
            self._offer(name, (panel.print_action, "ph.printer"))
        self.stack.addWidget(panel)

    def _offer(self, name: str, *commands: tuple[QAction, str]) -> None:
        """Adds buttons for commands of a section, with their icons, to the header."""
        self._commands[name] = tuple(action for action, _ in commands)
        before = self._add_button
        for action, icon in commands:
            action.setVisible(False)
            button = Button.of(action, icon=icon)
            self._head.addWidget(button)
            # Tab order follows the layout, not the order of creation.
            QWidget.setTabOrder(before, button)
            before = button

    def _lay_out(self) -> None:
        head = self._head = QHBoxLayout()
        set_margins(head, 16, 0, 12, 0)
        head.addWidget(PlainLabel(translate("Administration", "Administration"), "heading"))
        self.section_button = Button("", "secondary", menu_caret=True)
        self.section_button.clicked.connect(lambda _checked=False: self.choose_section())
        self.finder: FinderDialog | None = None
        head.addWidget(self.section_button)
        head.addStretch()
        self._add_button = Button.of(self.add_action, icon="ph.plus")
        head.addWidget(self._add_button)
        header = self._header = _Bar()
        header.setFixedHeight(PAGE_HEADER)
        header.setLayout(head)
        below = QHBoxLayout()
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.tabs)
        below.addWidget(self.stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addLayout(below, 1)

    def title(self) -> str:
        if self._header.isHidden():
            return translate("SetUp", "Setting the program up")
        return translate("Administration", "Administration")

    def help_page(self) -> str:
        return _HELP_PAGES.get(self.tabs.value(), "administration")

    def shown(self) -> None:
        self.refresh()

    def refresh(self) -> None:
        """Reloads the current section, and the numbers beside all sections."""
        self.panel(self.tabs.value()).refresh()
        self._count()

    def _count(self) -> None:
        services, actor = self.workplace.services, self.workplace.actor

        def show(counts: dict[str, int | None]) -> None:
            for name, count in counts.items():
                self.tabs.show_count(name, count)

        jobs.run(self, lambda: count_sections(services, actor, self._sections), show)

    def open_item(self, item: object) -> None:
        """Opens a section by name, or restores the saved reply that was being written."""
        if isinstance(item, SavedReply) and "templates" in self._sections:
            self.tabs.choose("templates")
            self.templates.open_form(item.template_id)
        elif isinstance(item, LetterWording) and "letters" in self._sections:
            self.tabs.choose("letters")
            self.letters.open_form(item.place)
        elif isinstance(item, MessageWording) and "messages" in self._sections:
            self.tabs.choose("messages")
            self.messages.open_form(item.place)
        elif isinstance(item, ShowMessages) and "outbox" in self._sections:
            self.tabs.choose("outbox")
            self.outbox.filter.choose(item.which)
        elif isinstance(item, ShowCalendar) and "closures" in self._sections:
            self.tabs.choose("closures")
            self.closures.show_year(item.year)
        elif isinstance(item, str) and item in self._sections:
            self.tabs.choose(item)

    def _on_section(self, name: str) -> None:
        self._settles = False
        self._bring(name)
        self.refresh()

    def _bring(self, name: str) -> None:
        panel = self.panel(name)
        self.stack.setCurrentWidget(panel)
        self.add_action.setVisible(isinstance(panel, WITH_LIST))
        for section, actions in self._commands.items():
            for action in actions:
                action.setVisible(section == name)
        self._make_room()

    def _make_room(self) -> None:
        """Gives the checklist the whole screen as long as something is left to set up."""
        alone = self.tabs.value() == SET_UP and not self._is_set_up
        narrow = self.width() < _LISTS_FROM
        self._header.setVisible(not alone)
        self.tabs.setVisible(not alone and not narrow)
        self.section_button.setVisible(narrow)
        self.section_button.setText(self._titles[self.tabs.value()][1])
        if self.tabs.value() == SET_UP:
            self.set_up.head.setVisible(alone)
        self.title_changed.emit()

    def choose_section(self) -> FinderDialog:
        """Opens the sections as a list to search, for a window without room for the list beside them."""
        self.finder = FinderDialog(
            translate("Administration", "Sections"),
            translate("Administration", "Name of a section"),
            translate("Administration", "No section has this name."),
            [
                FinderEntry(title, name, beside=caption, marked=name == self.tabs.value())
                for name, (caption, title) in self._titles.items()
            ],
            self.window(),
        )
        self.finder.chosen.connect(self.tabs.choose)
        self.finder.open_over(self)
        return self.finder

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (event.size().width() < _LISTS_FROM) != (event.oldSize().width() < _LISTS_FROM):
            self._make_room()

    def _on_completed(self, complete: bool) -> None:
        settles, self._settles = self._settles, False
        if complete == self._is_set_up and not settles:
            return
        self._is_set_up = complete
        if complete and settles:
            self.tabs.choose(self.tabs.codes()[0])
        else:
            self._make_room()

    def _on_leaving(self, person_id: int) -> None:
        self.tabs.choose("hand_over")
        self.hand_over.choose(person_id)

    def _show_task(self, name: str) -> None:
        self.tabs.choose("tasks")
        self.tasks.choose(name)

    def _add(self) -> None:
        panel = self.panel(self.tabs.value())
        if isinstance(panel, WITH_LIST):
            panel.start_new()


class _Bar(QWidget):
    """The row of sections, above a hairline."""

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        hairline(QPainter(self), QRectF(self.rect()), colour=theme().line)
