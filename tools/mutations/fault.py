"""A planted fault as data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """A change of one file: `old`, which occurs in it exactly once, is replaced by `new`.

    `file` is relative to the checkout. `tests` are node ids of pytest; at least one of them has to fail.
    """

    room: str
    name: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]


def faults(room: str, file: str, test_file: str, *rows: tuple[str, str, str, str]) -> tuple[Fault, ...]:
    """The faults of one file. A row is (name, old text, new text, names of tests in `test_file`, parted by spaces).

    A test is named without its `test_`; a name that has a path in front (`tests/…::test_…`) is taken as it is.
    """
    return tuple(
        Fault(room, name, file, old, new, tuple(_node(test_file, test) for test in tests.split()))
        for name, old, new, tests in rows
    )


def _node(test_file: str, test: str) -> str:
    return test if test.startswith("tests/") else f"{test_file}::test_{test}"


def chosen(known: Sequence[Fault], names: Sequence[str]) -> list[Fault]:
    """The faults whose room or name is among `names`; all of them if there are none. Raises `ValueError`."""
    unknown = set(names) - {name for fault in known for name in (fault.room, fault.name)}
    if unknown:
        raise ValueError(f"no room and no fault has the name {', '.join(sorted(unknown))}")
    return [fault for fault in known if not names or fault.room in names or fault.name in names]
