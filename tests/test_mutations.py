"""Tests of `python -m tools.mutations` on a small tree."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest

from tools.mutations.fault import Fault, chosen
from tools.mutations.planting import Tree, Verdict

ADDING = "def total(one: int, other: int) -> int:\n    return one + other\n\n\nLEAST = 3\n"
TESTS = """import pytest

from desktop_app.adding import total


@pytest.mark.sum
def test_a_sum() -> None:
    assert total(2, 3) == 5
"""


def fault(old: str, new: str, test: str = "test_a_sum") -> Fault:
    return Fault("adding", old, "desktop_app/adding.py", old, new, (f"tests/test_adding.py::{test}",))


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    files = {"desktop_app/__init__.py": "", "desktop_app/adding.py": ADDING, "tests/test_adding.py": TESTS}
    for name, text in files.items():
        path = tmp_path / "checkout" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return Tree.copied(tmp_path / "checkout", tmp_path / "copy", Event())


def test_a_fault_is_caught_or_survives_and_leaves_nothing_behind(tree: Tree, tmp_path: Path) -> None:
    # Two changes of equal size within one second: a stale compiled module must not be used.
    caught = tree.outcome(fault("one + other", "one - other"))
    assert (caught.verdict, caught.detail) == (Verdict.CAUGHT, "tests/test_adding.py::test_a_sum")
    assert tree.outcome(fault("LEAST = 3", "LEAST = 4")).verdict is Verdict.SURVIVED
    for place in ("checkout", "copy"):
        assert (tmp_path / place / "desktop_app/adding.py").read_text("utf-8") == ADDING


def test_a_fault_whose_tests_are_not_asked_for_survives(tree: Tree, tmp_path: Path) -> None:
    gate = Tree.copied(tree.folder, tmp_path / "gate", Event(), asked="not sum")
    assert gate.outcome(fault("one + other", "one - other")).verdict is Verdict.SURVIVED


@pytest.mark.parametrize(
    ("planted", "verdict"),
    [
        (fault("one - other", "one + other"), Verdict.STALE),
        (fault("o", "a"), Verdict.STALE),
        (fault("LEAST = 3", "LEAST = 4", "test_that_is_gone"), Verdict.STALE),
        (fault("return one", "return) one"), Verdict.BROKEN),
    ],
    ids=["gone", "not once", "no such test", "no module"],
)
def test_a_fault_that_does_not_fit_has_no_verdict(tree: Tree, planted: Fault, verdict: Verdict) -> None:
    assert tree.outcome(planted).verdict is verdict


def test_a_room_or_a_fault_is_chosen_by_its_name() -> None:
    one, other = fault("one", "two"), fault("other", "two")
    assert chosen([one, other], []) == chosen([one, other], ["adding"]) == [one, other]
    assert chosen([one, other], ["other"]) == [other]
    with pytest.raises(ValueError, match="nobody"):
        chosen([one, other], ["nobody"])
