"""Circular imports between modules. `lint-imports` checks the layers; this also checks inside a package."""

from __future__ import annotations

import tomllib

import grimp

from tests.architecture import ROOT


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
