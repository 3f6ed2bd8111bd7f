"""What Qt calls in Python must not raise, and what Qt shows must not be mark-up."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

import ui
from ui.guard import guarded

UI = Path(ui.__file__).parent
MODULES = sorted(UI.rglob("*.py"))
#: Qt classes by name, in those modules that the windows use.
QT = {
    name: kind
    for module in (QtCore, QtGui, QtWidgets)
    for name, kind in vars(module).items()
    if isinstance(kind, type)
}
#: Methods of Qt classes that are not virtual, or that we give a meaning of our own on purpose.
NOT_VIRTUAL = {"__init__", "setText", "text", "clear", "title", "font", "add", "icon"}
MAKES_RICH_TEXT = {
    "setHtml",
    "toHtml",
    "appendHtml",
    "insertHtml",
    "QTextBrowser",
    "QMessageBox",
    "QInputDialog",
    "QErrorMessage",
}
#: Where labels and tool tips are made plain.
PLAIN = UI / "widgets" / "plain.py"


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Every node of a module, told once for all tests."""
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"), filename=str(path))))


@cache
def classes() -> dict[str, ast.ClassDef]:
    return {node.name: node for path in MODULES for node in nodes(path) if isinstance(node, ast.ClassDef)}


def qt_bases(name: str, known: dict[str, ast.ClassDef], seen: frozenset[str] = frozenset()) -> set[str]:
    """The Qt classes that the class `name` of ours inherits from, through classes of ours."""
    if name in QT:
        return {name}
    if name not in known or name in seen:
        return set()
    bases = [ast.unparse(base).split(".")[-1].split("[")[0] for base in known[name].bases]
    return {qt for base in bases for qt in qt_bases(base, known, seen | {name})}


def is_guarded(method: ast.FunctionDef) -> bool:
    return any(ast.unparse(decorator).startswith("guarded(") for decorator in method.decorator_list)


def overrides(source_classes: dict[str, ast.ClassDef]) -> Iterator[tuple[str, ast.FunctionDef]]:
    """Methods of our Qt classes that replace a method of Qt's."""
    for name, node in source_classes.items():
        bases = [QT[qt] for qt in qt_bases(name, source_classes)]
        for method in node.body:
            if (
                isinstance(method, ast.FunctionDef)
                and method.name not in NOT_VIRTUAL
                and method.name not in vars(object)
                and any(hasattr(base, method.name) for base in bases)
            ):
                yield name, method


def test_every_override_of_a_qt_virtual_is_guarded() -> None:
    found = list(overrides(classes()))
    assert len(found) > 40, "the search for overrides finds too few of them"
    unguarded = [f"{name}.{method.name}" for name, method in found if not is_guarded(method)]
    assert unguarded == []


def test_the_search_for_overrides_sees_an_unguarded_one() -> None:
    source = """
class Parent(QWidget):
    @guarded(None)
    def paintEvent(self, event): ...
class Child(Parent):
    def sizeHint(self): ...
    def own_name(self): ...
"""
    made = {node.name: node for node in ast.parse(source).body if isinstance(node, ast.ClassDef)}
    found = [(name, method.name, is_guarded(method)) for name, method in overrides(made)]
    assert found == [("Parent", "paintEvent", True), ("Child", "sizeHint", False)]


def test_a_guarded_override_that_raises_reports_and_returns_its_default(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reported: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: reported.append(kind))

    class Faulty(QWidget):
        @guarded(QtCore.QSize(7, 9))
        def sizeHint(self) -> QtCore.QSize:
            raise ValueError

    widget = Faulty()
    widget.adjustSize()
    assert widget.sizeHint() == QtCore.QSize(7, 9)
    assert ValueError in reported


def calls(path: Path) -> Iterator[ast.Call]:
    return (node for node in nodes(path) if isinstance(node, ast.Call))


def called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else ast.unparse(call.func)


def place(path: Path, node: ast.AST) -> str:
    return f"{path.relative_to(UI.parent)}:{getattr(node, 'lineno', 0)}"


def test_no_window_makes_labels_or_boxes_that_guess_mark_up() -> None:
    found = [
        f"{place(path, call)} {called(call)}"
        for path in MODULES
        if path != PLAIN
        for call in calls(path)
        if called(call) in MAKES_RICH_TEXT | {"QLabel"}
    ]
    assert found == []


def test_every_tool_tip_that_is_not_a_literal_goes_through_the_escape() -> None:
    safe = ("tip_text(", "full_date(", "tip(", "translate(")
    found = [
        f"{place(path, call)} {ast.unparse(call)}"
        for path in MODULES
        if path != PLAIN
        for call in calls(path)
        if called(call) == "setToolTip"
        and not isinstance(call.args[0], ast.Constant)
        and not ast.unparse(call.args[0]).startswith(safe)
    ]
    assert found == []


def test_no_window_runs_the_event_loop_from_inside() -> None:
    found = [place(path, call) for path in MODULES for call in calls(path) if called(call) == "processEvents"]
    assert found == []


def test_screens_never_import_each_other() -> None:
    rooms = {"petitions", "instruments", "comparison", "reports", "administration", "sign_in", "people"}
    found: list[str] = []
    for path in MODULES:
        room = path.relative_to(UI).parts[0]
        for node in nodes(path):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("ui."):
                other = node.module.split(".")[1]
                if room in rooms and other in rooms and other != room:
                    found.append(f"{place(path, node)} {node.module}")
    assert found == []


def test_thirty_thousand_void_calls_cost_no_reference_to_none() -> None:
    # PySide6 6.12 on Python 3.11 loses one reference a call and ends the process after some thousands.
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(30_000):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < 1000


def test_no_part_is_shown_before_it_has_a_place() -> None:
    """Until then it would be a window of its own for a moment, and take the keyboard away from the program."""
    found = [
        f"{path.relative_to(UI)}:{line}"
        for path in MODULES
        for node in nodes(path)
        if isinstance(node, ast.FunctionDef)
        for line in shown_without_a_place(node)
    ]
    assert found == []


def shown_without_a_place(function: ast.FunctionDef) -> Iterator[int]:
    """Lines on which a part that was made here without a parent may become visible before it is an argument of
    another call, such as `addWidget`."""
    made: set[str] = set()
    steps = [node for node in ast.walk(function) if isinstance(node, ast.Assign | ast.Call)]
    for step in sorted(steps, key=lambda node: (node.lineno, node.col_offset)):
        if isinstance(step, ast.Assign):
            if isinstance(step.value, ast.Call) and makes_a_lone_part(step.value):
                made |= {ast.unparse(target) for target in step.targets}
            continue
        given = {ast.unparse(part) for argument in step.args for part in ast.walk(argument)}
        made -= given
        if isinstance(step.func, ast.Attribute) and step.func.attr in {"setVisible", "show"}:
            hides = step.args and ast.unparse(step.args[0]) == "False"
            if ast.unparse(step.func.value) in made and not hides:
                yield step.lineno


def makes_a_lone_part(call: ast.Call) -> bool:
    """Whether a call makes a widget of ours, or of Qt's, that has no parent yet."""
    kind = ast.unparse(call.func).split(".")[-1]
    arguments = [*call.args, *(keyword.value for keyword in call.keywords)]
    owned = any(ast.unparse(argument) == "self" for argument in arguments)
    is_widget = "QWidget" in ancestry(kind)
    return is_widget and not owned and all(keyword.arg != "parent" for keyword in call.keywords)


def ancestry(name: str) -> set[str]:
    """The names of the Qt classes that a class of ours, or of Qt's, descends from."""
    return {kind.__name__ for base in qt_bases(name, classes()) for kind in QT[base].__mro__}
