"""Circular imports between modules, and class names that occur twice.

`lint-imports` checks the layers; this also checks inside a package.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from typing import Final

import grimp

from tests.architecture import ROOT

#: The name of a public class. Parsing the modules took five seconds.
_CLASS: Final = re.compile(r"^ *class ([A-Za-z]\w*)[(:\[]", re.MULTILINE)


def test_no_module_imports_itself_through_other_modules() -> None:
    """Counts every import: at the top, inside a function, and under `TYPE_CHECKING`."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    graph = grimp.build_graph(*settings["tool"]["importlinter"]["root_packages"], cache_dir=None)
    reached = {module: graph.find_upstream_modules(module) for module in graph.modules}
    circles = {
        frozenset({module, *circle})
        for module, found in reached.items()
        if (circle := {other for other in found if module in reached[other]})
    }
    named = sorted(" <-> ".join(sorted(circle)) for circle in circles)
    assert not named, "circular imports:\n" + "\n".join(named)


def test_a_public_class_name_is_used_once() -> None:
    """A search for a name leads to one class. Private classes (leading underscore) may share a name."""
    places: defaultdict[str, list[str]] = defaultdict(list)
    for root in ("desktop_app", "ui"):
        for path in sorted((ROOT / root).rglob("*.py")):
            for name in _CLASS.findall(path.read_text(encoding="utf-8")):
                places[name].append(path.relative_to(ROOT).as_posix())
    shared = [f"{name}: {', '.join(found)}" for name, found in sorted(places.items()) if len(found) > 1]
    assert places
    assert not shared, "class names that occur more than once:\n" + "\n".join(shared)
