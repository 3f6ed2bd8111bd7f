"""Icons of QtAwesome's Phosphor set by name (`ph.tray`), in theme colours, mirrored where they are directional.

Importing QtAwesome loads eleven icon fonts (about 150 ms at start). So its Phosphor font and character map are
read directly as data files, when the first icon is used.
"""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPixmap

from ui.lines import line_of
from ui.theme import appearance, theme
from ui.theme_tokens import Face

_FONT_FILE: Final = "phosphor-1.3.0.ttf"
_MAP_FILE: Final = "phosphor-charmap-1.3.0.json"
#: Icons with a direction along the text. Their original form is for left-to-right pages.
_DIRECTIONAL: Final = (
    "arrow-left", "arrow-right", "arrow-bend", "arrow-elbow", "arrow-u", "arrow-square-out",
    "caret-left", "caret-right", "caret-double-left", "caret-double-right", "caret-circle-left",
    "caret-circle-right", "sign-out", "sign-in", "paper-plane", "list-bullets", "list-numbers", "list-checks",
    "list-dashes", "text-align", "text-indent", "text-outdent", "note", "export", "share", "article",
    "tree-structure", "arrow-counter-clockwise", "git-merge", "chat-text", "chat-centered-text", "phone-call",
)  # fmt: skip
_NOT_MIRRORED: Final = ("notebook",)


class TakesIcon(Protocol):
    """An object with `setIcon`, such as an action or a button."""

    def setIcon(self, icon: QIcon) -> None: ...  # noqa: N802 - Qt's name


def icon(name: str, role: str = "text2", *, size: int = 18) -> QIcon:
    """Returns the icon `name` (`ph.tray`, `ph.tray-fill`) in the theme colour `role`; disabled in `distext`.

    The icon keeps its colours; use `set_icon` to follow the theme. Raises `KeyError` for an unknown icon.
    """
    colours = theme().colour(role).rgba(), theme().colour("distext").rgba()
    return QIcon(_icon(name, *colours, size, _right_to_left()))


def set_icon(target: TakesIcon, name: str, role: str = "text2", *, size: int = 18) -> None:
    """Sets the icon of `target` (a QObject with `setIcon`), and again when the theme changes."""
    assert isinstance(target, QObject)
    target.setIcon(icon(name, role, size=size))
    follower = target.findChild(_Recolour, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if follower is None:
        follower = _Recolour(target)
    follower.remember(name, role, size)


class _Recolour(QObject):
    """Updates the icon of its parent object, with which it is destroyed."""

    def __init__(self, target: QObject) -> None:
        super().__init__(target)
        self._icon = ("", "", 0)
        appearance().theme_changed.connect(self._apply)

    def remember(self, name: str, role: str, size: int) -> None:
        self._icon = (name, role, size)

    def _apply(self) -> None:
        set_on = getattr(self.parent(), "setIcon", None)
        if set_on is not None:
            name, role, size = self._icon
            set_on(icon(name, role, size=size))


def paint_icon(painter: QPainter, rect: QRectF, name: str, colour: QColor) -> None:
    """Paints the icon into `rect` (logical pixels) in `colour`."""
    # Look up the glyph first: an exception while a painter is active can crash the process.
    character = glyph(name)
    painter.save()
    painter.setPen(colour)
    if _right_to_left() and is_directional(name):
        painter.translate(rect.center())
        painter.scale(-1, 1)
        painter.translate(-rect.center())
    face = _face(min(rect.width(), rect.height()))
    line_of(character, face, False, rect.width()).draw(painter, rect, 0.5)
    painter.restore()


def is_directional(name: str) -> bool:
    """Whether the icon is mirrored in right-to-left layouts."""
    bare = name.removeprefix("ph.")
    return bare.startswith(_DIRECTIONAL) and not bare.startswith(_NOT_MIRRORED)


def glyph(name: str) -> str:
    """The character of the icon in the Phosphor font. Raises `KeyError`."""
    if not name.startswith("ph."):
        raise KeyError(name)
    return chr(int(_characters()[name.removeprefix("ph.")], 16))


@lru_cache(maxsize=512)
def _icon(name: str, colour: int, disabled: int, size: int, mirrored: bool) -> QIcon:
    made = QIcon()
    for mode, which in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, disabled)):
        for ratio in (1.0, 1.5, 2.0):
            made.addPixmap(_picture(name, which, size, ratio, mirrored), mode)
    return made


@lru_cache(maxsize=1024)
def _picture(name: str, colour: int, size: int, ratio: float, mirrored: bool) -> QPixmap:
    del mirrored  # part of the key only: `paint_icon` asks for the direction itself
    glyph(name)  # raises before a painter is open
    made = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    paint_icon(painter, QRectF(0, 0, size, size), name, QColor.fromRgba(colour))
    painter.end()
    return made


def _right_to_left() -> bool:
    return QGuiApplication.isRightToLeft()


@lru_cache(maxsize=64)
def _face(size: float) -> Face:
    made = QFont(_family())
    made.setPixelSize(max(1, round(size)))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return Face.of(made)


@lru_cache(maxsize=1)
def _family() -> str:
    identifier = QFontDatabase.addApplicationFont(str(_folder() / _FONT_FILE))
    return QFontDatabase.applicationFontFamilies(identifier)[0]


@lru_cache(maxsize=1)
def _characters() -> dict[str, str]:
    found: dict[str, str] = json.loads((_folder() / _MAP_FILE).read_text(encoding="utf-8"))
    return found


def _folder() -> Path:
    """The font folder of QtAwesome, found without importing it."""
    spec = find_spec("qtawesome")
    assert spec is not None
    assert spec.submodule_search_locations is not None
    return Path(next(iter(spec.submodule_search_locations))) / "fonts"
