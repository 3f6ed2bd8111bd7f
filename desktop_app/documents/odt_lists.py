"""Lists and numbered headings of an OpenDocument text: the label before each paragraph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from desktop_app.documents.docx_styles import whole
from desktop_app.documents.number_formats import bullet, format_number

OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
LOEXT: Final = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"

_FORMS: Final = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "": "none",
}
#: LibreOffice names other formats by their first members.
_BY_FIRST: Final = {
    "أ": "arabicAlpha",
    "ا": "arabicAbjad",
    "الف": "arabicAbjad",
    "01": "decimalZero",
    "۱": "persian",
    "١": "persian",
}


@dataclass(frozen=True, slots=True)
class OdtListLevel:
    """One level of a list style. `levels` is the number of levels whose numbers the label contains."""

    form: str = "none"
    sign: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int = 1
    levels: int = 1
    pattern: str = ""


class ListStyles:
    """The list styles of a document by name, the numbering of its headings, and the lists of its paragraph
    styles."""

    def __init__(self, *roots: Any) -> None:
        self._levels: dict[str, dict[int, OdtListLevel]] = {}
        self.outline: dict[int, OdtListLevel] = {}
        self._of_style: dict[str, str] = {}
        for root in roots:
            if root is None:
                continue
            for element in root.iter(f"{TEXT}list-style"):
                self._levels[element.get(f"{STYLE}name") or ""] = _levels(element)
            for element in root.iter(f"{TEXT}outline-style"):
                self.outline = _levels(element)
            for element in root.iter(f"{STYLE}style"):
                name = element.get(f"{STYLE}list-style-name")
                if name:
                    self._of_style[element.get(f"{STYLE}name") or ""] = name

    def level(self, name: str | None, index: int) -> OdtListLevel:
        """Returns level `index` (from 1) of the list style `name`."""
        return self._levels.get(name or "", {}).get(index, OdtListLevel())

    def of_style(self, style: str | None) -> str | None:
        """Returns the list style of a paragraph style, or None."""
        return self._of_style.get(style or "")


def _levels(element: Any) -> dict[int, OdtListLevel]:
    found: dict[int, OdtListLevel] = {}
    for part in element:
        index = whole(part.get(f"{TEXT}level"), 0)
        if part.tag == f"{TEXT}list-level-style-bullet":
            found[index] = OdtListLevel(form="bullet", sign=bullet(part.get(f"{TEXT}bullet-char") or "•"))
        elif part.tag in (f"{TEXT}list-level-style-number", f"{TEXT}outline-level-style"):
            number_format = part.get(f"{STYLE}num-format") or ""
            first = number_format.split(",")[0].strip()
            found[index] = OdtListLevel(
                form=_FORMS.get(number_format) or _BY_FIRST.get(first, "decimal"),
                prefix=part.get(f"{STYLE}num-prefix") or "",
                suffix=part.get(f"{STYLE}num-suffix") or "",
                start=whole(part.get(f"{TEXT}start-value"), 1),
                levels=max(1, min(10, whole(part.get(f"{TEXT}display-levels"), 1))),
                pattern=part.get(f"{LOEXT}num-list-format") or "",
            )
    return found


def count(counters: dict[int, int], index: int, value: int, above: dict[int, OdtListLevel]) -> None:
    """Sets the counter of level `index`. Resets deeper levels, and initialises uncounted higher ones."""
    for place in range(1, index):
        counters.setdefault(place, above.get(place, OdtListLevel()).start)
    counters[index] = value
    for below in [place for place in counters if place > index]:
        del counters[below]


def label(level: OdtListLevel, above: dict[int, OdtListLevel], counters: dict[int, int], index: int) -> str:
    """Returns the label of a paragraph on level `index` with a trailing space, or an empty string."""
    if level.form == "bullet":
        return f"{level.sign} "
    shown: dict[int, str] = {}
    for place in range(1, index + 1):
        at = level if place == index else above.get(place, OdtListLevel())
        if at.form not in ("none", "bullet"):
            shown[place] = format_number(counters.get(place, at.start), at.form, rtl=False, persian=True)
    if level.pattern:
        made = level.pattern
        for place in range(1, 11):
            made = made.replace(f"%{place}%", shown.get(place, ""))
    else:
        if level.form == "none":
            return f"{level.prefix}{level.suffix} " if level.prefix + level.suffix else ""
        parts = [shown[place] for place in range(index - level.levels + 1, index + 1) if place in shown]
        made = level.prefix + ".".join(parts) + level.suffix
    return f"{made} " if made.strip() else ""
