"""Administration: units, staff and their deputies, a leaver's work, what the office sets, the history, the database.

For administrators; a manager finds the handing over of work and the improvement actions here."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.staff.roles import Role
from desktop_app.wording import translate
from ui.actions import make_action
from ui.administration.closures_panel import ClosuresPanel
from ui.administration.database_panel import DatabasePanel
from ui.administration.deputies_panel import DeputiesPanel
from ui.administration.hand_over_panel import HandOverPanel
from ui.administration.history_panel import HistoryPanel
from ui.administration.improvements_panel import ImprovementsPanel
from ui.administration.labels_panel import LabelsPanel
from ui.administration.office_panel import OfficePanel
from ui.administration.outcomes_panel import OutcomesPanel
from ui.administration.retention_panel import RetentionPanel
from ui.administration.services_panel import ServicesPanel
from ui.administration.staff_panel import StaffPanel
from ui.administration.templates_panel import TemplatesPanel
from ui.administration.units_panel import UnitsPanel
from ui.administration.windows_panel import WindowsPanel
from ui.guard import guarded
from ui.theme import theme
from ui.theme_tokens import PAGE_HEADER
from ui.widgets.button import Button
from ui.widgets.painting import hairline, set_margins
from ui.widgets.plain import PlainLabel
from ui.widgets.tabs import ViewTabs
from ui.workplace import SavedReply, Screen, Workplace


class AdministrationScreen(Screen):
    """Sections under one head: an administrator has all of them, a manager hands work over and improves."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.units = UnitsPanel(workplace)
        self.staff = StaffPanel(workplace)
        self.hand_over = HandOverPanel(workplace)
        self.improvements = ImprovementsPanel(workplace)
        self.improvements.opened.connect(lambda number: self.navigate.emit("inbox", number))
        self.deputies = DeputiesPanel(workplace)
        self.closures = ClosuresPanel(workplace)
        self.windows = WindowsPanel(workplace)
        self.templates = TemplatesPanel(workplace)
        self.services = ServicesPanel(workplace)
        self.labels = LabelsPanel(workplace)
        self.outcomes = OutcomesPanel(workplace)
        self.office = OfficePanel(workplace)
        self.retention = RetentionPanel(workplace)
        self.history = HistoryPanel(workplace)
        self.database = DatabasePanel(workplace)
        sections: list[tuple[str, str, _Section]] = [
            ("units", translate("Administration", "Units"), self.units),
            ("staff", translate("Administration", "Staff"), self.staff),
            ("hand_over", translate("Administration", "A leaver's work"), self.hand_over),
            ("improvements", translate("Improvements", "Improvement actions"), self.improvements),
            ("deputies", translate("Administration", "Deputies"), self.deputies),
            ("closures", translate("Administration", "Holidays"), self.closures),
            ("windows", translate("Administration", "Windows"), self.windows),
            ("templates", translate("Administration", "Saved replies"), self.templates),
            ("services", translate("Administration", "Services"), self.services),
            ("labels", translate("Administration", "Labels"), self.labels),
            ("outcomes", translate("Administration", "Outcomes"), self.outcomes),
            ("office", translate("Administration", "Settings of the office"), self.office),
            ("retention", translate("Retention", "Retention"), self.retention),
            ("history", translate("Administration", "History"), self.history),
            ("database", translate("Administration", "Database"), self.database),
        ]
        if not workplace.actor.has(Role.ADMINISTRATOR):
            sections = [section for section in sections if section[0] in _OF_MANAGERS]
        self.tabs = ViewTabs([(name, words) for name, words, _ in sections])
        self.tabs.changed.connect(self._on_section)
        self.stack = QStackedWidget()
        self._sections = {name: panel for name, _, panel in sections}
        add = translate("Administration", "Add")
        self.add_action = make_action(self, add, self._add, key="Ctrl+N", icon="ph.plus")
        for name, panel in self._sections.items():
            self.stack.addWidget(panel)
            panel.done.connect(self.say)
            if isinstance(panel, _COUNTED):
                panel.counted.connect(partial(self.tabs.show_count, name))
        self.staff.leaving.connect(self._on_leaving)
        self._of_history = (self.history.verify_action, self.history.export_action)
        for action, icon in zip(self._of_history, ("ph.shield-check", "ph.export"), strict=True):
            action.setData(icon)
            action.setVisible(False)
        self._lay_out()
        self.add_action.setVisible(isinstance(self._sections[self.tabs.value()], _COUNTED))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        set_margins(head, 16, 0, 12, 0)
        head.addWidget(PlainLabel(translate("Administration", "Administration"), "heading"))
        head.addStretch()
        head.addWidget(Button.of(self.add_action, icon="ph.plus"))
        for action in self._of_history:
            head.addWidget(Button.of(action, icon=action.data()))
        header = QWidget()
        header.setFixedHeight(PAGE_HEADER)
        header.setLayout(head)
        views = QHBoxLayout()
        set_margins(views, 16, 0, 16, 0)
        views.addWidget(self.tabs)
        views.addStretch()
        bar = _Bar()
        bar.setLayout(views)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(bar)
        column.addWidget(self.stack, 1)

    def title(self) -> str:
        return translate("Administration", "Administration")

    def shown(self) -> None:
        self.refresh()

    def refresh(self) -> None:
        """Reads the section in front, and the counts of the others, again."""
        for name, panel in self._sections.items():
            if name == self.tabs.value() or isinstance(panel, _COUNTED):
                panel.refresh()

    def open_item(self, item: object) -> None:
        """The saved reply that was being written when the window went; a section by its name."""
        if isinstance(item, SavedReply) and "templates" in self._sections:
            self.tabs.choose("templates")
            self.templates.open_form(item.template_id)
        elif isinstance(item, str) and item in self._sections:
            self.tabs.choose(item)

    def _on_section(self, name: str) -> None:
        panel = self._sections[name]
        self.stack.setCurrentWidget(panel)
        self.add_action.setVisible(isinstance(panel, _COUNTED))
        for action in self._of_history:
            action.setVisible(name == "history")
        self.refresh()

    def _on_leaving(self, person_id: int) -> None:
        self.tabs.choose("hand_over")
        self.hand_over.choose(person_id)

    def _add(self) -> None:
        panel = self._sections[self.tabs.value()]
        if isinstance(panel, _COUNTED):
            panel.start_new()


#: What managers find who administer nothing.
_OF_MANAGERS = ("hand_over", "improvements")
#: The sections that are lists to add to; their tab counts what is in use.
_COUNTED = (
    UnitsPanel,
    StaffPanel,
    DeputiesPanel,
    ClosuresPanel,
    TemplatesPanel,
    ServicesPanel,
    ImprovementsPanel,
)
_Listed = (
    UnitsPanel
    | StaffPanel
    | DeputiesPanel
    | ClosuresPanel
    | TemplatesPanel
    | ServicesPanel
    | ImprovementsPanel
)
_Section = (
    _Listed
    | LabelsPanel
    | OutcomesPanel
    | HandOverPanel
    | OfficePanel
    | RetentionPanel
    | HistoryPanel
    | DatabasePanel
    | WindowsPanel
)


class _Bar(QWidget):
    """The row of sections, over a hairline."""

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        hairline(QPainter(self), QRectF(self.rect()), colour=theme().line)
