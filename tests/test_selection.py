"""What the gate leaves out, and which tests a planted fault names: all of it exists."""

from pathlib import Path

from tests.selection import stale_names
from tools.mutations.__main__ import FAULTS

CHECKOUT = Path(__file__).parents[1]


def test_each_test_that_the_gate_leaves_out_exists() -> None:
    assert stale_names() == []


def test_every_fault_fits_the_program_and_names_tests_that_are_there() -> None:
    wrong = []
    for one in FAULTS:
        found = (CHECKOUT / one.file).read_text("utf-8").count(one.old)
        if found != 1:
            wrong.append(f"{one.name}: {one.file} has its old text {found} times")
        for node in one.tests:
            path, _, name = node.partition("::")
            test = name.partition("[")[0].rpartition("::")[2]
            if f"def {test}(" not in (CHECKOUT / path).read_text("utf-8"):
                wrong.append(f"{one.name}: {path} has no {test}")
    assert wrong == []
