"""Automatic numbering of a DOCX: Word displays these labels before paragraphs, but does not store them.

Implements ECMA-376 part 1, 17.9. Lists with one definition share their counters, so that a list continues after
an ordinary paragraph. A start override restarts the list once, at its first paragraph. As in Word and
LibreOffice, a level without any paragraph so far is shown with its start value, and continues from there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Final

from desktop_app.documents.docx_styles import Styles, W, attribute, switched, whole
from desktop_app.documents.number_formats import bullet, format_number

LEVELS: Final = 9
_PLACE: Final = re.compile("%([1-9])")
_SEPARATORS: Final = {"nothing": ""}
#: Word 2010 writes some formats as an example ("001, 002, 003, ...") with a fallback.
_ALTERNATE: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"


@dataclass(slots=True)
class DocxListLevel:
    """One level of a list. `restart_after` is the level (from 0) that restarts this one, or -1."""

    start: int = 1
    form: str = "decimal"
    padding: int = 0
    text: str = ""
    separator: str = " "
    restart_after: int = -1
    legal: bool = False
    style: str | None = None


@dataclass(slots=True)
class Definition:
    """A list definition with its current counters. None means that the level has not been counted yet."""

    levels: dict[int, DocxListLevel] = field(default_factory=dict)
    counters: list[int | None] = field(default_factory=lambda: [None] * LEVELS)


@dataclass(slots=True)
class Instance:
    """A list: its definition, its overrides, and the start overrides that have not been applied yet."""

    definition: int
    levels: dict[int, DocxListLevel] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)


class DocxNumbering:
    """The lists of one document. `label` must be called once for each paragraph, in reading order."""

    def __init__(self, root: Any | None, styles: Styles) -> None:
        self._definitions: dict[int, Definition] = {}
        self._linked: dict[int, str] = {}
        self._instances: dict[int, Instance] = {}
        self._styles = styles
        if root is not None:
            self._read(root)

    def _read(self, root: Any) -> None:
        for element in root.iterfind(f"{W}abstractNum"):
            key = whole(attribute(element, "abstractNumId"), -1)
            levels = {}
            for part in element.iterfind(f"{W}lvl"):
                index, level = _read_level(part)
                levels[index] = level
            self._definitions[key] = Definition(levels)
            link = attribute(element.find(f"{W}numStyleLink"))
            if link is not None:
                self._linked[key] = link
        for element in root.iterfind(f"{W}num"):
            instance = Instance(whole(attribute(element.find(f"{W}abstractNumId")), -1))
            for change in element.iterfind(f"{W}lvlOverride"):
                _read_override(change, instance)
            self._instances[whole(attribute(element, "numId"), -1)] = instance

    def label(self, properties: Any | None, style: str | None, *, rtl: bool, persian: bool) -> str:
        """Returns the label of the next paragraph with its separator; empty outside of lists.

        `properties` is the paragraph's `w:pPr`, `style` the id of its style.
        """
        place = self._place(properties, style)
        if place is None:
            return ""
        instance, definition, index = place
        level = self._level(instance, definition, index)
        if level is None:
            return ""
        self._count(instance, definition, index, level)
        if level.form == "bullet":
            shown = bullet(level.text)
        else:
            shown = _PLACE.sub(
                lambda match: self._number(
                    instance, definition, int(match.group(1)) - 1, level, rtl, persian
                ),
                level.text,
            )
        return shown + level.separator if shown else ""

    def foreseen(self, properties: Any | None, style: str | None, *, rtl: bool, persian: bool) -> str:
        """Returns what `label` would return for the next paragraph, without counting it."""
        place = self._place(properties, style)
        if place is None:
            return ""
        instance, definition, _ = place
        counters, starts = definition.counters[:], dict(instance.starts)
        label = self.label(properties, style, rtl=rtl, persian=persian)
        definition.counters[:], instance.starts = counters, starts
        return label

    def level_of(self, properties: Any | None, style: str | None) -> int | None:
        """Returns the level of a paragraph in its list, from 0; None outside of lists."""
        place = self._place(properties, style)
        return None if place is None else place[2]

    def _place(self, properties: Any | None, style: str | None) -> tuple[Instance, Definition, int] | None:
        own = properties.find(f"{W}numPr") if properties is not None else None
        inherited = self._styles.number(style)
        number = attribute(own.find(f"{W}numId")) if own is not None else None
        at = attribute(own.find(f"{W}ilvl")) if own is not None else None
        if number is None and inherited is None:
            return None
        key = whole(number, 0) if number is not None or inherited is None else inherited[0]
        found = self._instance(key)
        if found is None:
            return None
        instance, definition = found
        if at is not None:
            index = whole(at, 0)
        elif number is None and inherited is not None:
            index = self._level_of_style(instance, definition, inherited[2], inherited[1])
        else:
            index = 0
        return instance, definition, min(max(index, 0), LEVELS - 1)

    def _instance(self, key: int) -> tuple[Instance, Definition] | None:
        instance = self._instances.get(key) if key else None
        if instance is None:
            return None
        link = self._linked.get(instance.definition)
        if link is not None and not self._definitions[instance.definition].levels:
            target = self._instances.get(self._styles.number_of_list_style(link) or 0)
            definition = self._definitions.get(target.definition) if target is not None else None
        else:
            definition = self._definitions.get(instance.definition)
        return (instance, definition) if definition is not None else None

    def _level_of_style(
        self, instance: Instance, definition: Definition, style: str, given: int | None
    ) -> int:
        """Returns the level that names the style: the style of a heading names the list, and the level names the
        style."""
        for index in range(LEVELS):
            level = self._level(instance, definition, index)
            if level is not None and level.style == style:
                return index
        return given or 0

    @staticmethod
    def _level(instance: Instance, definition: Definition, index: int) -> DocxListLevel | None:
        return instance.levels.get(index) or definition.levels.get(index)

    def _count(self, instance: Instance, definition: Definition, index: int, level: DocxListLevel) -> None:
        counters = definition.counters
        for above in range(index):
            if counters[above] is None:
                parent = self._level(instance, definition, above)
                counters[above] = instance.starts.pop(above, parent.start if parent is not None else 1)
        running = counters[index]
        if index in instance.starts:
            counters[index] = instance.starts.pop(index)
        else:
            counters[index] = level.start if running is None else running + 1
        for below in range(index + 1, LEVELS):
            lower = self._level(instance, definition, below)
            if lower is not None and lower.restart_after >= index:
                counters[below] = None

    def _number(
        self,
        instance: Instance,
        definition: Definition,
        index: int,
        shown_in: DocxListLevel,
        rtl: bool,
        persian: bool,
    ) -> str:
        level = self._level(instance, definition, index)
        value = definition.counters[index]
        if level is None or level.form == "bullet":
            return ""
        form = "decimal" if shown_in.legal else level.form
        made = format_number(level.start if value is None else value, form, rtl=rtl, persian=persian)
        return made.rjust(level.padding, "۰" if rtl else "0") if level.padding else made


def _read_level(element: Any) -> tuple[int, DocxListLevel]:
    index = whole(attribute(element, "ilvl"), 0)
    form, padding = _read_form(element)
    restart = attribute(element.find(f"{W}lvlRestart"))
    level = DocxListLevel(
        start=whole(attribute(element.find(f"{W}start")), 0),
        form=form,
        padding=padding,
        text=attribute(element.find(f"{W}lvlText")) or "",
        separator=_SEPARATORS.get(attribute(element.find(f"{W}suff")) or "", " "),
        restart_after=index - 1 if restart is None else whole(restart, index) - 1,
        legal=bool(switched(element, "isLgl")),
        style=attribute(element.find(f"{W}pStyle")),
    )
    return index, level


def _read_form(element: Any) -> tuple[str, int]:
    """Returns the number format, and the minimum number of digits if it pads with zeros."""
    given = element.find(f"{W}numFmt")
    if given is None:
        given = element.find(f"{_ALTERNATE}//{W}numFmt")
    form = attribute(given) or "decimal"
    if form != "custom":
        return form, 0
    example = (attribute(given, "format") or "").split(",")[0].strip()
    return "decimal", len(example) if example.isdigit() else 0


def _read_override(change: Any, instance: Instance) -> None:
    index = whole(attribute(change, "ilvl"), 0)
    start = attribute(change.find(f"{W}startOverride"))
    if start is not None:
        instance.starts[index] = whole(start, 1)
    level = change.find(f"{W}lvl")
    if level is not None:
        instance.levels[index] = _read_level(level)[1]
