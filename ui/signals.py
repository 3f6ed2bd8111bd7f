"""Types of arguments of Qt signals."""

from __future__ import annotations

from typing import Any, Final

#: An id of the database. `Signal(int)` carries 32 bits; the stubs do not know that a type may be named.
ID: Final[Any] = "qlonglong"
