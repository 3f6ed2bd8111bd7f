"""Draws docs/architecture.svg from the import contracts in pyproject.toml.

`python -m tests.architecture` writes the file; `tests/test_documents.py` fails while the file is out of date.
Sizes are in SVG user units.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, Final
from xml.sax.saxutils import escape

ROOT: Final = Path(__file__).resolve().parent.parent
PICTURE: Final = ROOT / "docs" / "architecture.svg"

#: What each package or module is for. A name without an entry is drawn without a description.
PURPOSES: Final = {
    "desktop_app": {
        "__main__": "entry point of the command mosharekat",
        "cli": "command line: parse, call a service, print",
        "foreign_jobs": "what the reading process does",
        "sample": "seeded Persian sample data",
        "bootstrap": "creates the database and every service",
        "reports": "figures, PDF, letters",
        "intake": "imports, mail, staging",
        "petitions": "cases and moves",
        "instruments": "draft regulations",
        "people": "petitioners and experts",
        "office": "settings, holidays, templates, numbering",
        "staff": "accounts, roles, units, deputies",
        "database": "engine, schema, search, history, back-up",
        "comparison": "comparison of two texts (pure)",
        "documents": "reads DOCX, ODT, HTML and TXT",
        "likeness": "near-duplicate texts (pure)",
        "workbook": "writes XLSX",
        "foreign": "the process that reads foreign files",
        "updates": "newer versions of the program",
        "wording": "Persian and English sentences",
        "persian": "folding, digits, Jalali dates (pure)",
    },
    "ui": {
        "application": "QApplication: direction, theme, windows",
        "main_window": "navigation only",
        "screen_stack": "creates screens and connects their signals",
        "widgets": "shared widgets, comparison view",
        "workplace": "the interface of a screen",
        "stage": "drives the window in tours and demos",
        "lines": "text layout cache",
        "theme": "the theme in use",
    },
}
_HEADINGS: Final = {
    "ui": ("ui", "windows; PySide6"),
    "desktop_app": ("desktop_app", "every decision; no Qt"),
}

_WIDTH: Final = 1080
_MARGIN: Final = 28
_GAP: Final = 40
_COLUMN: Final = (_WIDTH - 2 * _MARGIN - _GAP) / 2
_TOP: Final = 150
_PADDING: Final = 6
_BOX: Final = 28
_BETWEEN: Final = 6
#: The average width of a letter: 0.6 em in the monospaced font at 13 units, at most 0.56 em in the other at 12.
_MONO: Final = 7.8
_PROPORTIONAL: Final = 6.8
_COLOURS: Final = {
    "ui": ("#e3eef0", "#2f6f78"),
    "desktop_app": ("#ebe8f1", "#5d5385"),
}
_STYLE: Final = """\
text { font-family: "Segoe UI", "Helvetica Neue", Arial, "DejaVu Sans", sans-serif; font-size: 12px; fill: #4b5563 }
.name { font-family: Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 13px }
.name { font-weight: 600; fill: #1f2933 }
.title { font-size: 22px; font-weight: 600; fill: #1f2933 }
.heading { font-size: 17px; font-weight: 600; fill: #1f2933 }
"""

Layer = tuple[str, ...]


def draw() -> str:
    """Returns the picture as SVG text."""
    contracts = _contracts()
    columns = {container: _layers(contracts, container) for container in ("ui", "desktop_app")}
    drawn, bottoms = [], []
    for number, (container, layers) in enumerate(columns.items()):
        left = _MARGIN + number * (_COLUMN + _GAP)
        parts, bottom = _column(container, layers, left)
        drawn += parts
        bottoms.append(bottom)
    height = max(bottoms) + _MARGIN
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{height:g}"'
            f' viewBox="0 0 {_WIDTH} {height:g}" role="img" aria-label="Layers of Mosharekat">',
            f"<style>\n{_STYLE}</style>",
            _rectangle(0.5, 0.5, _WIDTH - 1, height - 1, "#fbfaf8", "#d5d3cd", 10),
            _text(_MARGIN, 46, "Layers of Mosharekat", "title"),
            _text(
                _MARGIN,
                70,
                "A module imports only from rows below its own. Boxes in one row do not import each other.",
            ),
            _text(_MARGIN, 90, _across(contracts, columns["desktop_app"])),
            *drawn,
            "</svg>\n",
        ]
    )


def layers_of(container: str) -> list[Layer]:
    """Returns the layers of a root package, highest first; siblings of one layer are independent of each other."""
    return _layers(_contracts(), container)


def _contracts() -> list[dict[str, Any]]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts: list[dict[str, Any]] = settings["tool"]["importlinter"]["contracts"]
    return contracts


def _layers(contracts: list[dict[str, Any]], container: str) -> list[Layer]:
    [layers] = [one["layers"] for one in contracts if one.get("containers") == [container]]
    return [tuple(name.strip() for name in layer.split("|")) for layer in layers]


def _across(contracts: list[dict[str, Any]], rooms: list[Layer]) -> str:
    """Returns the sentence on which modules of desktop_app may import ui: those without a contract that forbids
    it.
    """
    [forbidden] = [set(one["source_modules"]) for one in contracts if one.get("forbidden_modules") == ["ui"]]
    free = [name for layer in rooms for name in layer if f"desktop_app.{name}" not in forbidden]
    return f"ui imports desktop_app. The other way, only {' and '.join(free)} may import ui, to start the window."


def _column(container: str, layers: list[Layer], left: float) -> tuple[list[str], float]:
    name, about = _HEADINGS[container]
    tint, ink = _COLOURS[container]
    drawn = [
        _text(left, _TOP - 14, name, "heading"),
        _text(left + len(name) * 11 + 14, _TOP - 14, about),
        _rectangle(left, _TOP - 4, _COLUMN, 2, ink),
    ]
    top = _TOP + _BETWEEN
    for layer in layers:
        rows = _rows(layer)
        height = len(rows) * (_BOX + _PADDING) + _PADDING
        drawn.append(_rectangle(left, top, _COLUMN, height, tint, radius=7))
        for number, row in enumerate(rows):
            y = top + _PADDING + number * (_BOX + _PADDING)
            drawn += _boxes(container, row, left, y, ink)
        top += height + _BETWEEN
    return drawn, top - _BETWEEN


def _rows(layer: Layer) -> list[Layer]:
    """Returns the names of a layer in rows of boxes: as many as fit, with about equal numbers in each row."""
    fitting = int((_COLUMN - _PADDING) // (max(map(len, layer)) * _MONO + 20 + _PADDING))
    number_of_rows = -(-len(layer) // min(fitting, len(layer)))
    each = -(-len(layer) // number_of_rows)
    return [layer[first : first + each] for first in range(0, len(layer), each)]


def _boxes(container: str, row: Layer, left: float, y: float, ink: str) -> list[str]:
    width = (_COLUMN - _PADDING) / len(row) - _PADDING
    drawn = []
    for number, name in enumerate(row):
        x = left + _PADDING + number * (width + _PADDING)
        drawn += [_rectangle(x, y, width, _BOX, "#ffffff", ink, 5), _text(x + 10, y + 18.5, name, "name")]
        about = PURPOSES[container].get(name)
        if about is None:
            continue
        start = 10 + max(len(name) * _MONO + 10, 112 if len(row) == 1 else 0)
        if start + len(about) * _PROPORTIONAL > width - 6:
            raise ValueError(f"no room for the description of {container}.{name}: {about}")
        drawn.append(_text(x + start, y + 18.5, about))
    return drawn


def _rectangle(
    x: float, y: float, width: float, height: float, fill: str, line: str = "none", radius: float = 0
) -> str:
    return (
        f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="{radius:g}"'
        f' fill="{fill}" stroke="{line}"/>'
    )


def _text(x: float, y: float, content: str, kind: str = "") -> str:
    attribute = f' class="{kind}"' if kind else ""
    return f'<text x="{x:g}" y="{y:g}"{attribute}>{escape(content)}</text>'


if __name__ == "__main__":
    PICTURE.write_text(draw(), encoding="utf-8", newline="\n")
