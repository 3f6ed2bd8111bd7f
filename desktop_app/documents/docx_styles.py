"""Paragraph properties inherited from styles in a DOCX: list, direction, and whether the text is hidden."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF: Final = frozenset({"0", "false", "off"})
#: Maximum length of a chain of styles based on each other. A longer one is a loop.
_MAX_CHAIN: Final = 32


def attribute(element: Any, name: str = "val") -> str | None:
    """Returns an attribute in the WordprocessingML namespace, or None, also if `element` is None."""
    if element is None:
        return None
    value = element.get(f"{W}{name}")
    return None if value is None else str(value)


def whole(value: str | None, default: int) -> int:
    """Parses a whole number of the mark-up; returns `default` if it is missing or invalid."""
    try:
        return int(value) if value is not None and len(value) < 10 else default
    except ValueError:
        return default


def switched(properties: Any, name: str) -> bool | None:
    """Returns a boolean property, or None if it is not specified."""
    element = properties.find(f"{W}{name}") if properties is not None else None
    if element is None:
        return None
    return attribute(element) not in _OFF


@dataclass(slots=True)
class Style:
    """The own properties of a style. None means inherited from the style that it is based on."""

    based_on: str | None = None
    number: int | None = None
    level: int | None = None
    rtl: bool | None = None
    hidden: bool | None = None


class Styles:
    """The styles of a document, by id."""

    def __init__(self, root: Any | None) -> None:
        self._styles: dict[str, Style] = {}
        self._numbering: dict[str, int] = {}
        self._default = ""
        self._rtl = False
        if root is not None:
            self._read(root)

    def _read(self, root: Any) -> None:
        defaults = root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")
        self._rtl = bool(switched(defaults, "bidi"))
        for element in root.iterfind(f"{W}style"):
            key = attribute(element, "styleId") or ""
            properties = element.find(f"{W}pPr")
            style = Style(
                based_on=attribute(element.find(f"{W}basedOn")),
                rtl=switched(properties, "bidi"),
                hidden=switched(element.find(f"{W}rPr"), "vanish"),
            )
            place = properties.find(f"{W}numPr") if properties is not None else None
            if place is not None:
                number = attribute(place.find(f"{W}numId"))
                style.number = whole(number, 0) if number is not None else None
                at = attribute(place.find(f"{W}ilvl"))
                style.level = whole(at, 0) if at is not None else None
            self._styles[key] = style
            kind = attribute(element, "type")
            if kind == "paragraph" and attribute(element, "default") in ("1", "true", "on"):
                self._default = key
            if kind == "numbering" and style.number is not None:
                self._numbering[key] = style.number

    def chain(self, key: str | None) -> list[tuple[str, Style]]:
        """Returns the style and those it is based on, nearest first. None is the default paragraph style."""
        found: list[tuple[str, Style]] = []
        key = self._default if key is None else key
        while key is not None and key in self._styles and len(found) < _MAX_CHAIN:
            style = self._styles[key]
            found.append((key, style))
            key = style.based_on
        return found

    def number(self, key: str | None) -> tuple[int, int | None, str] | None:
        """Returns the list that a paragraph style assigns: its number, the level, and the style that specifies
        it."""
        for owner, style in self.chain(key):
            if style.number is not None:
                return style.number, style.level, owner
        return None

    def rtl(self, key: str | None) -> bool:
        """Returns whether paragraphs of the style run right to left."""
        return next((style.rtl for _, style in self.chain(key) if style.rtl is not None), self._rtl)

    def paragraph_rtl(self, properties: Any | None, key: str | None) -> bool:
        """Returns whether a paragraph with these `w:pPr` and this style runs right to left."""
        own = switched(properties, "bidi")
        return self.rtl(key) if own is None else own

    def hidden(self, key: str | None) -> bool:
        """Returns whether text of the style is hidden."""
        return next((style.hidden for _, style in self.chain(key) if style.hidden is not None), False)

    def number_of_list_style(self, key: str) -> int | None:
        """Returns the list of a numbering style."""
        return self._numbering.get(key)
