"""Administration: units, staff, the office's settings, the history, the database. For administrators only."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.wording import translate
from ui.actions import make_action
from ui.administration.database_panel import DatabasePanel
from ui.administration.history_panel import HistoryPanel
from ui.administration.office_panel import OfficePanel
from ui.administration.staff_panel import StaffPanel
from ui.administration.units_panel import UnitsPanel
from ui.guard import guarded
from ui.theme import theme
from ui.theme_tokens import PAGE_HEADER
from ui.widgets.button import Button
from ui.widgets.painting import hairline, set_margins
from ui.widgets.plain import PlainLabel
from ui.widgets.tabs import ViewTabs
from ui.workplace import Screen, Workplace


class AdministrationScreen(Screen):
    """Five sections under one head."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.units = UnitsPanel(workplace)
        self.staff = StaffPanel(workplace)
        self.office = OfficePanel(workplace)
        self.history = HistoryPanel(workplace)
        self.database = DatabasePanel(workplace)
        self.tabs = ViewTabs(
            [
                ("units", translate("Administration", "Units")),
                ("staff", translate("Administration", "Staff")),
                ("office", translate("Administration", "Settings of the office")),
                ("history", translate("Administration", "History")),
                ("database", translate("Administration", "Database")),
            ]
        )
        self.tabs.changed.connect(self._on_section)
        self.stack = QStackedWidget()
        self._sections = {
            "units": self.units, "staff": self.staff, "office": self.office, "history": self.history,
            "database": self.database,
        }  # fmt: skip
        for section in self._sections.values():
            self.stack.addWidget(section)
        add = translate("Administration", "Add")
        self.add_action = make_action(self, add, self._add, key="Ctrl+N", icon="ph.plus")
        self.units.counted.connect(lambda count: self.tabs.show_count("units", count))
        self.staff.counted.connect(lambda count: self.tabs.show_count("staff", count))
        for panel in (self.units, self.staff, self.office, self.database, self.history):
            panel.done.connect(self.say)
        self._of_history = (self.history.verify_action, self.history.export_action)
        for action, icon in zip(self._of_history, ("ph.shield-check", "ph.export"), strict=True):
            action.setData(icon)
            action.setVisible(False)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        set_margins(head, 16, 0, 12, 0)
        head.addWidget(PlainLabel(translate("Administration", "Administration"), "heading"))
        head.addStretch()
        head.setSpacing(0)
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
        self.units.refresh()
        self.staff.refresh()
        if self.tabs.value() == "office":
            self.office.refresh()
        elif self.tabs.value() == "history":
            self.history.refresh()
        elif self.tabs.value() == "database":
            self.database.refresh()

    def _on_section(self, name: str) -> None:
        self.stack.setCurrentWidget(self._sections[name])
        self.add_action.setVisible(name in ("units", "staff"))
        for action in self._of_history:
            action.setVisible(name == "history")
        self.refresh()

    def _add(self) -> None:
        if self.tabs.value() == "units":
            self.units.start_new()
        elif self.tabs.value() == "staff":
            self.staff.start_new()


class _Bar(QWidget):
    """The row of sections, over a hairline."""

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        hairline(QPainter(self), QRectF(self.rect()), colour=theme().line)
