"""The window: rail, top bar, the screen in front, message bar. Navigation only; it decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.errors import AppError
from desktop_app.staff.roles import Actor, Role
from desktop_app.wording import translate
from ui.actions import commands, make_action
from ui.colleagues import Colleagues
from ui.guard import guarded
from ui.keeping import Keeping
from ui.sign_in.window_lock import WindowLock
from ui.theme import appearance
from ui.widgets.command_palette import CommandPalette
from ui.widgets.main_area import MainArea
from ui.widgets.message_bar import MessageBar
from ui.widgets.outage_bar import OutageBar
from ui.widgets.painting import right_to_left, set_margins
from ui.widgets.person_menu import LOCK_KEY, PersonMenu, roles_of
from ui.widgets.rail import Rail, RailItem
from ui.widgets.top_bar import TopBar
from ui.workplace import NewPetition, Screen, SearchFor, Workplace

ScreenFactory = Callable[[Workplace], Screen]
_LARGER: Final = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
INBOX: Final = "inbox"
ADMINISTRATION: Final = "administration"


def rail_items() -> tuple[RailItem, ...]:
    """Every screen that the rail can offer, in its order."""
    return (
        RailItem(INBOX, "ph.tray", translate("Window", "Inbox")),
        RailItem("drafts", "ph.files", translate("Window", "Drafts")),
        RailItem("comments", "ph.chat-circle-text", translate("Window", "Public comments")),
        RailItem("comparison", "ph.columns", translate("Window", "Comparison")),
        RailItem("people", "ph.users-three", translate("Window", "Petitioners")),
        RailItem("reports", "ph.chart-bar", translate("Window", "Reports")),
        RailItem(ADMINISTRATION, "ph.gear-six", translate("Window", "Administration"), apart=True),
    )


class MainWindow(QMainWindow):
    """Builds a screen when it is first visited and joins screens by their signals.

    `people` are whom the demo offers to switch to; empty where everybody signs in for themselves.
    """

    person_chosen = Signal(object)
    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    signed_out = Signal()

    def __init__(
        self, workplace: Workplace, factories: Mapping[str, ScreenFactory], people: Sequence[Actor] = ()
    ) -> None:
        super().__init__()
        self._workplace = workplace
        self._people = tuple(people)
        administers = workplace.actor.has(Role.ADMINISTRATOR) or workplace.actor.has(Role.MANAGER)
        items = [i for i in rail_items() if i.name in factories and (administers or i.name != ADMINISTRATION)]
        self._factories = {item.name: factories[item.name] for item in items}
        self._screens: dict[str, Screen] = {}
        self._visited: list[tuple[str, object]] = []
        self._place = -1
        self.rail = Rail(items)
        self.top_bar = TopBar()
        self.stack = QStackedWidget()
        self.outage_bar = OutageBar()
        self.message_bar = MessageBar()
        self.keeping = Keeping(self, workplace.unfinished, self.go, self.message_bar)
        self._build()
        #: None where people are switched without a password.
        self.lock = None if people else WindowLock(self, workplace)
        self._wire()
        self.rail.new_button.setVisible(INBOX in self._factories)
        self.rail.person.show_person(workplace.actor.name, roles_of(workplace.actor))
        label = self.top_bar.connection
        self.colleagues = Colleagues(workplace, label, self._screens, self.current_screen, self)
        self.watch = self.colleagues.watch
        self.watch.lost.connect(self._on_lost)
        self.watch.restored.connect(self._on_restored)
        if items:
            self.go(items[0].name)

    @property
    def screen_name(self) -> str:
        """The name of the screen in front."""
        return self._visited[self._place][0] if self._place >= 0 else ""

    def current_screen(self) -> Screen | None:
        return self._screens.get(self.screen_name)

    def go(self, name: str, item: object = None) -> None:
        """Brings a screen to the front, and `item` on it; the way back is remembered."""
        if name not in self._factories:
            return
        if item is not None or name != self.screen_name:
            del self._visited[self._place + 1 :]
            self._visited.append((name, item))
            self._place += 1
        self._show(name, item)

    def show_error(self, error: Exception) -> None:
        """Shows expected trouble in the message bar; where `ui.jobs` looks for it."""
        self.message_bar.show_error(error)

    def _build(self) -> None:
        area = MainArea()
        column = QVBoxLayout(area)
        set_margins(column, 1, 1, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self.outage_bar)
        column.addWidget(self.keeping.bar)
        column.addWidget(self.stack, 1)
        upper = QHBoxLayout()
        upper.setSpacing(0)
        upper.addWidget(self.rail)
        upper.addWidget(area, 1)
        whole = QVBoxLayout()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(upper, 1)
        whole.addWidget(self.message_bar)
        centre = QWidget()
        centre.setLayout(whole)
        self.setCentralWidget(centre)
        self.resize(1440, 868)

    def _wire(self) -> None:
        self.rail.chosen.connect(self.go)
        self.rail.new_petition.connect(lambda: self.go(INBOX, NewPetition()))
        self.rail.person_clicked.connect(self._open_person_menu)
        self.top_bar.back.connect(lambda: self._step(-1))
        self.top_bar.forward.connect(lambda: self._step(1))
        self.top_bar.searched.connect(self._search)
        back, on = ("Alt+Right", "Alt+Left") if right_to_left() else ("Alt+Left", "Alt+Right")
        self._command(translate("Window", "Back"), lambda: self._step(-1), back)
        self._command(translate("Window", "Forward"), lambda: self._step(1), on)
        self._command(translate("Window", "Search everything"), self._focus_search, "Ctrl+K")
        self._command(
            translate("Window", "All commands"), self.open_palette, "Ctrl+Shift+P", in_palette=False
        )
        self._command(translate("Window", "Read again"), self._refresh, "F5")
        if INBOX in self._factories:
            new = translate("Window", "New petition")
            self._command(new, lambda: self.go(INBOX, NewPetition()), "Ctrl+T")
        for number, (name, button) in enumerate(self.rail.items.items(), start=1):
            self._command(button.text(), partial(self.go, name), f"Ctrl+{number}")
        larger, smaller = appearance().enlarge_documents, appearance().reduce_documents
        make_action(self, translate("Window", "Larger document text"), larger)
        make_action(self, translate("Window", "Smaller document text"), smaller)

        if self.lock is not None:
            self.lock.changed.connect(self._show_title)
            self.lock.signed_out.connect(self._leave_locked)
            self._command(translate("Lock", "Lock now"), self.lock.lock, LOCK_KEY)

    def _command(self, text: str, act: Callable[[], object], key: str, *, in_palette: bool = True) -> QAction:
        return make_action(self, text, act, key=key, in_palette=in_palette, everywhere=True)

    def open_palette(self) -> CommandPalette:
        """Opens the list of all commands of what is visible."""
        front = self.current_screen()
        palette = CommandPalette(commands(*([front] if front else []), self), self)
        palette.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        palette.move(self.mapToGlobal(QPoint((self.width() - palette.width()) // 2, 96)))
        palette.open()
        return palette

    def _show(self, name: str, item: object) -> None:
        screen = self._screens.get(name) or self._make(name)
        self.stack.setCurrentWidget(screen)
        self.rail.show_chosen(name)
        self.top_bar.back_button.setEnabled(self._place > 0)
        self.top_bar.forward_button.setEnabled(self._place < len(self._visited) - 1)
        self._show_title()
        screen.shown()
        self.colleagues.visit(name)
        if item is not None:
            screen.open_item(item)

    def _make(self, name: str) -> Screen:
        screen = self._screens[name] = self._factories[name](self._workplace)
        screen.count_changed.connect(lambda count: self.rail.show_count(name, count))
        screen.navigate.connect(self.go)
        screen.title_changed.connect(self._show_title)
        screen.message.connect(self.message_bar.say)
        screen.trouble.connect(self.show_error)
        self.stack.addWidget(screen)
        return screen

    def _step(self, step: int) -> None:
        if 0 <= self._place + step < len(self._visited):
            self._place += step
            self._show(*self._visited[self._place])

    def _search(self, text: str) -> None:
        if text:
            self.go(INBOX, SearchFor(text))

    def _focus_search(self) -> None:
        self.top_bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.top_bar.search.selectAll()

    def _refresh(self) -> None:
        front = self.current_screen()
        if front is not None:
            front.refresh()

    def _show_title(self) -> None:
        front = self.current_screen()
        program = translate("Window", "Mosharekat")
        locked = self.lock is not None and self.lock.locked
        self.setWindowTitle(f"{front.title()} — {program}" if front and not locked else program)

    def sign_out(self) -> None:
        """Leaves for the sign-in; asks first where something is not saved."""
        if self.keeping.may_leave(self.sign_out):
            self.signed_out.emit()

    def _leave_locked(self) -> None:
        # Whoever stands before a locked window may see nothing of the texts: they are kept.
        self.keeping.settle()
        self.signed_out.emit()

    def _on_lost(self, error: AppError) -> None:
        self._workplace.unfinished.set_away(True)
        self.outage_bar.show_away(str(error.parameters.get("where", "")))

    def _on_restored(self) -> None:
        self._workplace.unfinished.set_away(False)
        self.outage_bar.hide()
        self.message_bar.say(translate("Window", "The connection is back."))
        self._refresh()

    def _open_person_menu(self) -> None:
        menu = PersonMenu(self._people, self._workplace.actor, self, lock=self.lock)
        menu.person_chosen.connect(self.person_chosen)
        menu.language_chosen.connect(self.language_chosen)
        menu.theme_chosen.connect(self.theme_chosen)
        menu.signed_out.connect(self.sign_out)
        menu.aboutToHide.connect(menu.deleteLater)
        block = self.rail.person
        menu.popup(block.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Not shortcuts: a screen that scales its own text takes these keys first.
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() in _LARGER:
            appearance().enlarge_documents()
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() == Qt.Key.Key_Minus:
            appearance().reduce_documents()
        else:
            super().keyPressEvent(event)

    @guarded(None)
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.keeping.may_leave(self.close):
            event.ignore()
            return
        self._workplace.unfinished.flush()
        self.colleagues.stop()
        self.watch.stop()
        if self.lock is not None:
            self.lock.stop()
        super().closeEvent(event)
