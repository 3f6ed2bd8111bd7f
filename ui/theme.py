"""The current theme (colour scheme and document scale), and its application to the program.

Read `theme()` whenever something is painted. A change of the palette repaints all widgets, so only objects
that store colours (icons, caches, HTML) have to listen to `appearance().theme_changed`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Final, Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from desktop_app.languages import LANGUAGES, PERSIAN, language_in_use
from desktop_app.paths import resource
from ui.theme_tokens import FontRole, Scheme, Theme

Choice = Literal["light", "dark", "system"]
SMALLEST_SCALE: Final = 0.8
LARGEST_SCALE: Final = 2.0
_SCALE_STEP: Final = 0.1
#: The feature of Vazirmatn that draws Latin digits as Persian ones.
_PERSIAN_DIGITS: Final = QFont.Tag("ss01")
#: Fields of Qt's own dialogs, which get their font by class.
_FIELDS: Final = ("QLineEdit", "QAbstractSpinBox")
_QT_SCHEMES: Final = {
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
    "system": Qt.ColorScheme.Unknown,
}


class Appearance(QObject):
    """Stores the choice of the user, and follows the system if the choice is `system`."""

    theme_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._choice: Choice = "system"
        self._current = Theme("light")
        self._following = False
        #: The application and the scheme that was last applied to it.
        self._applied: tuple[int, Scheme] | None = None

    @property
    def choice(self) -> Choice:
        return self._choice

    @property
    def current(self) -> Theme:
        return self._current

    def choose(self, choice: Choice) -> None:
        """Selects the light, dark or system scheme."""
        self._choice = choice
        self._tell_system()
        self._follow()

    def scale_documents(self, scale: float) -> None:
        """Sets the scale of document text, limited to 0.8 to 2."""
        scale = round(min(max(scale, SMALLEST_SCALE), LARGEST_SCALE), 2)
        if scale != self._current.document_scale:
            self._current = Theme(self._current.scheme, scale)
            self.theme_changed.emit()

    def enlarge_documents(self) -> None:
        self.scale_documents(self._current.document_scale + _SCALE_STEP)

    def reduce_documents(self) -> None:
        self.scale_documents(self._current.document_scale - _SCALE_STEP)

    def put_on(self, application: QApplication) -> None:
        """Sets fonts, style, palette and style sheet of the application, and follows the system from now on."""
        load_fonts()
        if self._applied is None or self._applied[0] != id(application):
            application.setStyle(QStyleFactory.create("Fusion"))
        if not self._following:
            self._following = True
            QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)
        self._tell_system()
        self._current = Theme(self._wanted(), self._current.document_scale)
        self._apply(application)

    def set_digits(self, application: QApplication) -> None:
        """Has fields of Qt's own dialogs draw their digits as those of the language in use.

        Qt forgets fonts of classes when the theme of the system changes, so the program's fields have theirs.
        """
        wanted = field_font()
        for name in _FIELDS:
            # The stubs ask for bytes, which PySide6 refuses.
            if QApplication.font(name) != wanted:  # type: ignore[call-overload]
                application.setFont(wanted, name)  # type: ignore[arg-type]

    def _tell_system(self) -> None:
        """Has the title bars of windows drawn in the chosen scheme; the system's own where that was chosen."""
        if QGuiApplication.instance() is not None:
            QGuiApplication.styleHints().setColorScheme(_QT_SCHEMES[self._choice])

    def _follow(self) -> None:
        wanted = self._wanted()
        if wanted == self._current.scheme:
            return
        self._current = Theme(wanted, self._current.document_scale)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            self._apply(application)
        self.theme_changed.emit()

    def _wanted(self) -> Scheme:
        if self._choice != "system":
            return self._choice
        system = QGuiApplication.styleHints().colorScheme()
        return "dark" if system == Qt.ColorScheme.Dark else "light"

    def _apply(self, application: QApplication) -> None:
        # This restyles every widget of the program.
        wanted = (id(application), self._current.scheme)
        if self._applied == wanted:
            return
        self._applied = wanted
        application.setFont(self._current.font("interface"))
        application.setPalette(palette(self._current))
        application.setStyleSheet(style_sheet(self._current))
        self.set_digits(application)


_appearance = Appearance()


def appearance() -> Appearance:
    """Returns the single instance of this program."""
    return _appearance


def theme() -> Theme:
    """Returns the current theme: `theme().accent`, `theme().colour("accent")`, `theme().font("heading")`."""
    return _appearance.current


def font(role: FontRole, *, bold: bool = False) -> QFont:
    """Returns the font of a role in the current theme."""
    return _appearance.current.font(role, bold=bold)


def field_font(role: FontRole = "interface", *, latin: bool = False) -> QFont:
    """Returns the font of what is typed: Latin digits look as those of the language in use, and stay what they are.

    `latin` is for passwords, user names, addresses and paths, whose digits are shown as they are.
    """
    made = font(role)
    persian = language_in_use().digits == LANGUAGES[PERSIAN].digits
    made.setFeature(_PERSIAN_DIGITS, 1 if persian and not latin else 0)
    return made


@lru_cache(maxsize=1)
def load_fonts() -> tuple[str, ...]:
    """Loads the bundled fonts into Qt, once; returns the families. Needs a QGuiApplication."""
    families: list[str] = []
    for path in sorted(resource("fonts").glob("*.ttf")):
        families.extend(QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path))))
    return tuple(families)


def palette(colours: Theme) -> QPalette:
    """Maps the roles of Qt to theme colours."""
    made = QPalette()
    role = QPalette.ColorRole
    for which, colour in (
        (role.Window, colours.chrome), (role.WindowText, colours.text), (role.Base, colours.base),
        (role.AlternateBase, colours.pane), (role.Text, colours.text), (role.Button, colours.base),
        (role.ButtonText, colours.text), (role.BrightText, colours.danger), (role.Highlight, colours.sel),
        (role.HighlightedText, colours.text), (role.Link, colours.acctext),
        (role.LinkVisited, colours.acctext), (role.PlaceholderText, colours.text3),
        (role.ToolTipBase, colours.tip), (role.ToolTipText, colours.tiptext), (role.Accent, colours.accent),
        (role.Light, colours.base), (role.Midlight, colours.hover), (role.Mid, colours.line2),
        (role.Dark, colours.edge), (role.Shadow, colours.edge),
    ):  # fmt: skip
        made.setColor(which, colour)
    for which in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, which, colours.distext)
    made.setColor(QPalette.ColorGroup.Disabled, role.Base, colours.dis)
    return made


def style_sheet(colours: Theme) -> str:
    """Returns the style sheet of the program with theme values inserted (`@accent` becomes a colour)."""
    template = _style_template()
    folder = resource("theme").as_posix()

    def put_in(match: re.Match[str]) -> str:
        name = match[1]
        if name == "folder":
            return folder
        if name == "scheme":
            return colours.scheme
        return colours.colour(name).name()

    return re.sub(r"@(\w+)", put_in, template)


@lru_cache(maxsize=1)
def _style_template() -> str:
    return Path(resource("theme", "mosharekat.qss")).read_text(encoding="utf-8")
