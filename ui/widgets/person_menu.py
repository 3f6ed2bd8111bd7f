"""The menu of the signed-in person: switch (in the demo), language, theme, lock and password, sign out."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.languages import LANGUAGES
from desktop_app.wording import digits, fill, language_in_use, translate
from desktop_app.wording.labels import label, labels
from ui.actions import tip
from ui.theme import appearance
from ui.widgets.fixed_setting import show_fixed_menu

if TYPE_CHECKING:
    from desktop_app.staff.roles import Actor

LOCK_KEY = "Ctrl+Alt+L"
_LOCKS = (5, 15, 30, 60)
#: Offered sizes in percent.
_SIZES = (90, 100, 110, 125, 150, 175)


class Lock(Protocol):
    """The part of a window's lock that the menu uses."""

    @property
    def minutes(self) -> int: ...
    def choose_minutes(self, minutes: int) -> None: ...
    def lock(self) -> None: ...


class PersonMenu(QMenu):
    """The menu. `people` are those that the demo can switch to; without `lock` the window cannot be locked.

    `fixed` are the names of the settings that the office fixed on this PC, `chosen` their present values.
    """

    person_chosen = Signal(object)
    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    #: Name and value of another setting of this PC.
    setting_chosen = Signal(str, object)
    password_chosen = Signal()
    #: The user guide, the keys of the screen in front, the tour over sample data, or what the program is.
    guide_chosen = Signal()
    keys_chosen = Signal()
    tour_chosen = Signal()
    about_chosen = Signal()
    deputies_chosen = Signal()
    signature_chosen = Signal()
    signed_out = Signal()

    def __init__(
        self,
        people: Sequence[Actor],
        actor: Actor,
        parent: QWidget | None = None,
        *,
        lock: Lock | None = None,
        fixed: Container[str] = (),
        chosen: Mapping[str, object] | None = None,
    ) -> None:
        super().__init__(parent)
        if people:
            switch = self.addMenu(translate("Window", "Switch person"))
            named_people = [(f"{person.name} ({roles_of(person)})", person) for person in people]
            _offer(switch, named_people, actor, self.person_chosen.emit)
        language = self.addMenu(translate("Window", "Language"))
        _offer(language, language_choices(), language_in_use().code, self.language_chosen.emit)
        theme_menu = self.addMenu(translate("Window", "Theme"))
        _offer(theme_menu, theme_choices(), appearance().choice, self.theme_chosen.emit)
        menus = {"language": language, "theme": theme_menu}
        for name, (words, choices) in setting_choices().items():
            menus[name] = self.addMenu(words)
            choose = partial(self.setting_chosen.emit, name)
            _offer(menus[name], choices, (chosen or {}).get(name), choose)
        if lock is not None:
            menus["lock_minutes"] = self._add_times(lock)
        for name, menu in menus.items():
            if name in fixed:
                show_fixed_menu(menu)
        self.addSeparator()
        deputies = self.addAction(translate("Window", "Absence and deputy…"))
        deputies.triggered.connect(self.deputies_chosen, Qt.ConnectionType.QueuedConnection)
        signature = self.addAction(translate("Window", "Personal signature…"))
        signature.triggered.connect(self.signature_chosen, Qt.ConnectionType.QueuedConnection)
        if lock is not None:
            own = self.addAction(translate("Lock", "Change my password…"))
            own.triggered.connect(self.password_chosen, Qt.ConnectionType.QueuedConnection)
            now = self.addAction(tip(translate("Lock", "Lock now"), LOCK_KEY))
            # Queued, because the menu holds the keyboard until it is closed.
            now.triggered.connect(lock.lock, Qt.ConnectionType.QueuedConnection)
        self._add_help()
        self.addAction(translate("Window", "Sign out")).triggered.connect(self.signed_out)

    def _add_help(self) -> None:
        self.addSeparator()
        for words, chosen in (
            (tip(translate("Guide", "User guide"), "F1"), self.guide_chosen),
            (tip(translate("Guide", "Keys of this screen"), "?"), self.keys_chosen),
            (translate("Guide", "Five-minute tour"), self.tour_chosen),
            (translate("Guide", "About Mosharekat…"), self.about_chosen),
        ):
            # Queued, because the menu holds the keyboard until it is closed.
            self.addAction(words).triggered.connect(chosen, Qt.ConnectionType.QueuedConnection)
        self.addSeparator()

    def _add_times(self, lock: Lock) -> QMenu:
        menu = self.addMenu(translate("Lock", "Lock by itself"))
        _offer(
            menu,
            lock_choices(lock),
            lock.minutes,
            lambda minutes: lock.choose_minutes(minutes) if isinstance(minutes, int) else None,
        )
        return menu


def language_choices() -> list[tuple[str, str]]:
    """Returns the languages: name and code."""
    return [(one.name, one.code) for one in LANGUAGES.values()]


def theme_choices() -> list[tuple[str, str]]:
    """Returns the themes: name and value of the setting."""
    return [
        (translate("Window", "Like the system"), "system"),
        (translate("Window", "Light"), "light"),
        (translate("Window", "Dark"), "dark"),
    ]


def setting_choices() -> dict[str, tuple[str, list[tuple[str, object]]]]:
    """Returns further settings of the window: the name of each menu, and its choices as name and value."""
    sizes: list[tuple[str, object]] = [(f"{digits(size)}٪", size) for size in _SIZES]
    return {
        "scale": (translate("Window", "Size of everything"), sizes),
        "document_scale": (translate("Window", "Size of long texts"), list(sizes)),
        "digits": (
            translate("Window", "Digits"),
            [
                (translate("Window", "Those of the language"), "language"),
                (translate("Window", "Latin (123)"), "latin"),
            ],
        ),
    }


def lock_choices(lock: Lock) -> list[tuple[str, int]]:
    """Returns the times after which the window locks: name and minutes; 0 is never."""
    words = translate("Lock", "After {minutes} minutes")
    offered = sorted({*_LOCKS, lock.minutes} - {0})
    choices = [(fill(words, minutes=digits(minutes)), minutes) for minutes in offered]
    return [*choices, (translate("Lock", "Never"), 0)]


def roles_of(actor: Actor) -> str:
    """Returns the roles of a person in words: each once, in the order of the domain."""
    held = {membership.role.value for membership in actor.held}
    return translate("Window", ", ").join(label("role", role) for role in labels("role") if role in held)


def _offer(
    menu: QMenu, choices: Iterable[tuple[str, object]], now: object, on_chosen: Callable[[object], object]
) -> None:
    group = QActionGroup(menu)
    for text, value in choices:
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(value == now)
        group.addAction(action)
        action.triggered.connect(lambda _checked=False, value=value: on_chosen(value))
