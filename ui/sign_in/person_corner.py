"""The account menu of the current person, with the window lock and the password dialog."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMainWindow, QWidget

from desktop_app.wording import translate
from ui.actions import make_action
from ui.sign_in.window_lock import WindowLock
from ui.theme import appearance, theme
from ui.widgets.fixed_setting import show_fixed_command
from ui.widgets.person_menu import (
    PersonMenu,
    language_choices,
    lock_choices,
    setting_choices,
    theme_choices,
)

if TYPE_CHECKING:
    from desktop_app.services import SharedServices
    from desktop_app.staff.roles import Actor
    from ui.sign_in.own_deputies import OwnDeputies
    from ui.sign_in.own_signature import OwnSignature
    from ui.sign_in.password_dialog import PasswordDialog
    from ui.workplace import Workplace

T = TypeVar("T")


class PersonCorner(QObject):
    """Belongs to a main window with its central widget.

    `people` are for switching in the demo, where locking is disabled. Emits `said` with a message and its tone
    for the message bar.
    """

    person_chosen = Signal(object)
    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    #: Name and value of a setting of this PC, to be saved.
    setting_chosen = Signal(str, object)
    signed_out = Signal()
    guide_chosen = Signal()
    keys_chosen = Signal()
    tour_chosen = Signal()
    about_chosen = Signal()
    said = Signal(str, str)

    def __init__(
        self, window: QMainWindow, workplace: Workplace[SharedServices], people: Sequence[Actor]
    ) -> None:
        super().__init__(window)
        self._window, self._workplace, self._people = window, workplace, tuple(people)
        #: None in the demo, where people are switched without a password.
        self.lock = None if people else WindowLock(window, workplace)
        #: Settings that were chosen here since the start.
        self._changed: dict[str, object] = {}
        self._add_commands()

    def open_menu(self, block: QWidget) -> None:
        """Opens the menu above the account block of the rail."""
        fixed = self._workplace.settings.layers.fixed
        menu = PersonMenu(
            self._people,
            self._workplace.actor,
            self._window,
            lock=self.lock,
            fixed=fixed,
            chosen=self._chosen(),
        )
        menu.person_chosen.connect(self.person_chosen)
        menu.language_chosen.connect(self.language_chosen)
        menu.theme_chosen.connect(self.theme_chosen)
        menu.setting_chosen.connect(self.choose_setting)
        menu.deputies_chosen.connect(self.show_deputies)
        menu.signature_chosen.connect(self.show_signature)
        menu.password_chosen.connect(self.change_password)
        menu.guide_chosen.connect(self.guide_chosen)
        menu.keys_chosen.connect(self.keys_chosen)
        menu.tour_chosen.connect(self.tour_chosen)
        menu.about_chosen.connect(self.about_chosen)
        menu.signed_out.connect(self.signed_out)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(block.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _chosen(self) -> dict[str, object]:
        settings = self._workplace.settings
        chosen = {name: getattr(settings, name) for name in setting_choices()} | self._changed
        # Keys enlarge long texts as well.
        return chosen | {"document_scale": round(theme().document_scale * 100)}

    def choose_setting(self, name: str, value: object) -> None:
        """Saves a setting of this PC: the size of long texts at once, others for the next start."""
        self._changed[name] = value
        self.setting_chosen.emit(name, value)
        if name == "document_scale":
            appearance().scale_documents(float(str(value)) / 100)
        else:
            self.said.emit(translate("Window", "It is so from the next start of the program."), "done")

    def _add_commands(self) -> None:
        """Offers the choices of the menu in the command palette, too; fixed ones with the reason."""
        self._offer(
            "language", translate("Window", "Language"), language_choices(), self.language_chosen.emit
        )
        self._offer("theme", translate("Window", "Theme"), theme_choices(), self.theme_chosen.emit)
        for name, (words, choices) in setting_choices().items():
            self._offer(name, words, choices, partial(self.choose_setting, name))
        make_action(self._window, translate("Window", "Absence and deputy…"), self.show_deputies)
        make_action(self._window, translate("Window", "Personal signature…"), self.show_signature)
        if self.lock is not None:
            times, choose = lock_choices(self.lock), self.lock.choose_minutes
            self._offer("lock_minutes", translate("Lock", "Lock by itself"), times, choose)

    def _offer(
        self, name: str, words: str, choices: Iterable[tuple[str, T]], choose: Callable[[T], object]
    ) -> None:
        for text, value in choices:
            action = make_action(self._window, f"{words}: {text}", partial(choose, value))
            if self._workplace.settings.is_fixed(name):
                show_fixed_command(action)

    def show_deputies(self) -> OwnDeputies:
        """Shows who acts for the person, and for whom they act; they name their own deputy there."""
        from ui.sign_in.own_deputies import OwnDeputies  # noqa: PLC0415 - seldom wanted

        dialog = OwnDeputies(self._workplace, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def show_signature(self) -> OwnSignature:
        """Asks for the lines below the person's name in replies and letters."""
        from ui.sign_in.own_signature import OwnSignature  # noqa: PLC0415 - seldom wanted

        dialog = OwnSignature(self._workplace, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = translate("Window", "Your signature is saved.")
        dialog.written.connect(lambda _before: self.said.emit(words, "done"))
        dialog.open()
        return dialog

    def change_password(self) -> PasswordDialog:
        """Asks for the old password and a new one."""
        from ui.sign_in.password_dialog import PasswordDialog  # noqa: PLC0415 - seldom wanted

        dialog = PasswordDialog(self._workplace, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.changed.connect(self._on_changed)
        dialog.open()
        return dialog

    def _on_changed(self, not_kept: str) -> None:
        done = translate("Lock", "Your password was changed.")
        self.said.emit(f"{done} {not_kept}".strip(), "warning" if not_kept else "done")
