"""How the program is started for its tour."""

from __future__ import annotations

import sys


def tour_command(executable: str = sys.executable, *, frozen: bool | None = None) -> list[str]:
    """Returns program and arguments of a start on sample data beside the tour; `frozen` None asks the interpreter."""
    if frozen is None:
        frozen = bool(getattr(sys, "frozen", False))
    return [executable, *([] if frozen else ["-P", "-m", "desktop_app"]), "demo", "--tour"]
