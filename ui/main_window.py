"""The main window: rail, top bar, current screen, message bar. It only navigates."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from desktop_app.guide.pages import GLOSSARY, GuidePlace
from desktop_app.staff.roles import Actor
from desktop_app.wording import translate
from ui.actions import commands, make_action
from ui.clock_question.watch import ClockQuestion
from ui.colleagues import Colleagues
from ui.connection import Outage
from ui.draft_recovery import Keeping
from ui.global_search import Everywhere, forget_searches
from ui.guard import guarded
from ui.guide.corner import WindowGuide
from ui.guide.tour_bar import TourBar
from ui.housekeeping import Housekeeping
from ui.notices.bell import WindowBell
from ui.own_roles import change_words
from ui.screen_stack import COMPARISON, INBOX, ScreenFactory, ScreenHistory, ScreenStack, offered
from ui.sign_in.person_corner import PersonCorner
from ui.theme import appearance
from ui.widgets.command_palette import CommandPalette
from ui.widgets.main_area import MainArea, WindowBody
from ui.widgets.message_bar import MessageBar
from ui.widgets.outage_bar import OutageBar
from ui.widgets.painting import right_to_left
from ui.widgets.person_menu import LOCK_KEY, roles_of
from ui.widgets.rail import NEW_KEY, Rail
from ui.widgets.side_pane import SidePane
from ui.widgets.top_bar import TopBar
from ui.window_place import PREFERRED
from ui.workplace import CompareFiles, RegisterRequest, Screen, Workplace

if TYPE_CHECKING:
    from desktop_app.services import Services

_LARGER: Final = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)


class MainWindow(QMainWindow):
    """Creates each screen on its first visit, and connects screens by their signals.

    `people` are for switching in the demo; empty where people sign in.
    """

    person_chosen = Signal(object)
    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    setting_chosen = Signal(str, object)
    signed_out = Signal()

    def __init__(
        self,
        workplace: Workplace[Services],
        factories: Mapping[str, ScreenFactory],
        people: Sequence[Actor] = (),
    ) -> None:
        super().__init__()
        self.workplace = workplace
        self._offered = frozenset(factories)
        self._numbered: list[QAction] = []
        self._history = ScreenHistory()
        self.rail = Rail()
        self.top_bar = TopBar()
        self.stack = ScreenStack(workplace, factories)
        self.outage_bar = OutageBar()
        self.clock_question = ClockQuestion(workplace, self)
        self.message_bar = MessageBar()
        self.tour_bar = TourBar()
        self.keeping = Keeping(self, workplace.unfinished, self.go, self.message_bar)
        self._build()
        self.person_corner = PersonCorner(self, workplace, people)
        self.lock = self.person_corner.lock
        self._wire()
        self.rail.new_button.setVisible(INBOX in self._offered)
        label = self.top_bar.connection
        self.colleagues = Colleagues(workplace, label, self.stack.screens, self.current_screen, self)
        self.colleagues.roles.changed.connect(self._on_roles)
        self.housekeeping = Housekeeping(workplace, self)
        self.watch = self.colleagues.watch
        self.bell.listen(self.watch.changed, self.colleagues.roles.changed)
        self.outage = Outage(self.watch, workplace.unfinished, self.outage_bar)
        self.outage.ended.connect(
            lambda: self.message_bar.say(translate("Window", "The connection is back."))
        )
        self.outage.ended.connect(self._refresh)
        self._offer()
        for name in list(self.rail.items)[:1]:
            self.go(name)

    @property
    def screen_name(self) -> str:
        """The name of the current screen."""
        return self._history.name

    def current_screen(self) -> Screen | None:
        return self.stack.screens.get(self.screen_name)

    def go(self, name: str, item: object = None) -> None:
        """Brings a screen to the front, with `item`, and records it in the history."""
        if name not in self.rail.items:
            return
        if name != self.screen_name:
            self.message_bar.clear()
            self.guide.leave_keys()
        front = self.current_screen()
        shown = front.shown_item() if front is not None and name == self.screen_name else None
        if shown is not None:
            self._history.remember(shown)
        self._history.visit(name, item)
        self._show(name, item)

    def compare_files(self, files: tuple[Path, ...]) -> None:
        """Opens the comparison with files from disk."""
        self.go(COMPARISON, CompareFiles(files))

    def _message_place(self) -> QWidget:
        front = self.current_screen()
        return self.stack if front is None else front.message_place()

    def _details_width(self) -> int:
        front = self.current_screen()
        return 0 if front is None else front.details_width()

    def show_term(self, term: str) -> None:
        """Shows where the glossary explains a term; called by `ui.widgets.term_mark`."""
        self.guide.show_place(GuidePlace(GLOSSARY, term))

    def show_error(self, error: Exception) -> None:
        """Shows an expected error in the message bar; called by `ui.jobs`."""
        self.message_bar.show_error(error)

    def _build(self) -> None:
        bars = (self.top_bar, self.outage_bar, self.clock_question.bar, self.keeping.bar, self.tour_bar)
        area = MainArea(bars, self.stack)
        body = WindowBody(self.rail, area, self.message_bar, self._message_place)
        self.setCentralWidget(body)
        self.side_pane = SidePane(body, self.stack, self._details_width)
        body.lie_over(self.side_pane)
        self.guide = WindowGuide(self, self.side_pane, self.current_screen, self._message_place)
        self.addAction(self.message_bar.undo_action)
        self.resize(PREFERRED)

    def _wire(self) -> None:
        self.rail.chosen.connect(self.go)
        self.stack.counted.connect(self.rail.show_count)
        self.stack.navigate.connect(self.go)
        self.stack.title_changed.connect(self._show_title)
        self.stack.message.connect(self.message_bar.say)
        self.stack.refused.connect(lambda words: self.message_bar.say(words, tone="warning"))
        self.stack.trouble.connect(self.show_error)
        self.stack.setting_chosen.connect(self.setting_chosen)
        self.stack.setting_chosen.connect(lambda *_: self.side_pane.fit())
        self.clock_question.said.connect(self.message_bar.say)
        self.rail.new_petition.connect(lambda: self.go(INBOX, RegisterRequest()))
        self.rail.person_clicked.connect(lambda: self.person_corner.open_menu(self.rail.person))
        self.person_corner.person_chosen.connect(self.person_chosen)
        self.person_corner.language_chosen.connect(self.language_chosen)
        self.person_corner.theme_chosen.connect(self.theme_chosen)
        self.person_corner.guide_chosen.connect(self.guide.toggle)
        self.person_corner.keys_chosen.connect(self.guide.toggle_keys)
        self.person_corner.tour_chosen.connect(self.guide.start_tour)
        self.tour_bar.started.connect(self.guide.start_tour)
        self.guide.said.connect(lambda words, tone: self.message_bar.say(words, tone=tone))
        self.person_corner.about_chosen.connect(self.guide.show_about)
        self.person_corner.setting_chosen.connect(self.setting_chosen)
        self.person_corner.signed_out.connect(self.sign_out)
        self.person_corner.said.connect(lambda words, tone: self.message_bar.say(words, tone=tone))
        self.top_bar.back.connect(lambda: self._step(-1))
        self.top_bar.forward.connect(lambda: self._step(1))
        self.everywhere = Everywhere(
            self.top_bar.search, self.workplace, self.go, lambda: self.rail.items, self._focus_content
        )
        self.bell = WindowBell(
            self.top_bar.bell, self.workplace, self.side_pane, self.go, self.message_bar.say
        )
        back, on = ("Alt+Right", "Alt+Left") if right_to_left() else ("Alt+Left", "Alt+Right")
        self._command(translate("Window", "Back"), lambda: self._step(-1), back)
        self._command(translate("Window", "Forward"), lambda: self._step(1), on)
        self._command(translate("Window", "Search everything"), self._focus_search, "Ctrl+K")
        self._command(
            translate("Window", "All commands"), self.open_palette, "Ctrl+Shift+P", in_palette=False
        )
        self._command(translate("Window", "Read again"), self._refresh, "F5")
        if INBOX in self._offered:
            new = translate("Window", "New petition")
            self._command(new, lambda: self.go(INBOX, RegisterRequest()), NEW_KEY)
        larger, smaller = appearance().enlarge_documents, appearance().reduce_documents
        make_action(self, translate("Window", "Larger document text"), larger)
        make_action(self, translate("Window", "Smaller document text"), smaller)
        if self.lock is not None:
            self.lock.changed.connect(self._show_title)
            self.lock.signed_out.connect(self._leave_locked)
            self._command(translate("Lock", "Lock now"), self.lock.lock, LOCK_KEY)
            make_action(self, translate("Lock", "Change my password…"), self.person_corner.change_password)

    def _offer(self) -> None:
        """Offers the screens that the roles of the person allow, in the rail and by shortcut."""
        actor = self.workplace.actor
        self.rail.show_items(offered(actor, self._offered))
        self.rail.person.show_person(actor.name, roles_of(actor))
        for action in self._numbered:
            self.removeAction(action)
            action.deleteLater()
        self._numbered = [
            self._command(button.text(), partial(self.go, name), button.key)
            for name, button in self.rail.items.items()
        ]

    def _command(self, text: str, act: Callable[[], object], key: str, *, in_palette: bool = True) -> QAction:
        return make_action(self, text, act, key=key, in_palette=in_palette, everywhere=True)

    def open_palette(self) -> CommandPalette:
        """Opens the list of all commands of visible widgets."""
        front = self.current_screen()
        palette = CommandPalette(commands(*([front] if front else []), self), self)
        palette.open_over(self)
        return palette

    def _show(self, name: str, item: object) -> None:
        screen = self.stack.bring(name)
        self.side_pane.fit()
        self.rail.show_chosen(name)
        self.top_bar.back_button.setEnabled(self._history.has_back)
        self.top_bar.forward_button.setEnabled(self._history.has_forward)
        self._show_title()
        screen.shown()
        self.colleagues.visit(name)
        if item is not None:
            screen.open_item(item)

    def _step(self, step: int) -> None:
        if self._history.step(step):
            self._show(*self._history.here)

    def _focus_content(self) -> None:
        front = self.current_screen()
        if front is not None:
            front.focus_content()

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

    def _on_roles(self, before: Actor) -> None:
        """Applies changed roles of the person, keeping the current screen if possible."""
        front = self.screen_name
        self._offer()
        gone = self.stack.roles_changed()
        self._history.keep_to(self.rail.items)
        if front in gone or front not in self.rail.items:
            self._show(*self._history.here)
        self.rail.show_chosen(self.screen_name)
        self.message_bar.say(change_words(before, self.workplace.actor), tone="info")

    def sign_out(self) -> None:
        """Signs out; asks first if there are unsaved texts."""
        if self.keeping.may_leave(self.sign_out):
            self._leave()

    def _leave_locked(self) -> None:
        # The person in front of a locked window must not see the texts, so they are kept.
        self.keeping.settle()
        self._leave()

    def _leave(self) -> None:
        forget_searches()
        self.signed_out.emit()

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Not shortcuts, so that screens that scale their own text can handle these keys first.
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() in _LARGER:
            appearance().enlarge_documents()
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() == Qt.Key.Key_Minus:
            appearance().reduce_documents()
        elif event.key() == Qt.Key.Key_Escape and self.current_screen() is not None:
            self._focus_content()
        else:
            super().keyPressEvent(event)

    @guarded(None)
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.keeping.may_leave(self.close):
            event.ignore()
            return
        self.workplace.unfinished.flush()
        self.colleagues.stop()
        self.housekeeping.stop()
        self.clock_question.stop()
        self.watch.stop()
        self.outage.forget()
        if self.lock is not None:
            self.lock.stop()
        super().closeEvent(event)
