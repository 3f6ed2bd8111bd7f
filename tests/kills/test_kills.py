"""A few kills of a few kinds of work; `python -m tests.kills` has all of them, many times."""

from __future__ import annotations

import random
import sys
from dataclasses import replace
from typing import Final

import pytest

if sys.platform == "win32":
    pytest.skip("processes are forked and killed as on POSIX", allow_module_level=True)

from tests.engines import SqliteFiles
from tests.kills.harness import kill_many
from tests.kills.kinds import KINDS, kills_nothing

_FEW: Final = ("import", "intake", "back-up, signed, encrypted", "trial", "package")


@pytest.mark.parametrize("name", _FEW)
def test_a_kill_loses_and_doubles_nothing_and_the_next_run_leaves_nothing(
    name: str, sqlite_files: SqliteFiles
) -> None:
    # Nothing in the database: its content takes longer to make than the kills take.
    [kind] = [replace(kind, content=kills_nothing) for kind in KINDS if kind.name == name]
    found = kill_many(kind, sqlite_files, 2, chance=random.Random(name))
    assert found.ok, found
    assert found.kills
