"""What wine cannot do, and why: tests that the stage `suite` leaves out. Windows itself can run them."""

from __future__ import annotations

from typing import Final

#: Packages of tests that are programs of their own, and these stages.
FOLDERS: Final = ("attack", "benchmarks", "kills", "mutations", "windows")
#: Every test of PostgreSQL is left out by name: wine cannot start `initdb` of the test dependency.
TESTS: Final[dict[str, str]] = {}
