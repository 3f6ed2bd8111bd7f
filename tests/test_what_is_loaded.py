"""Libraries for papers, spreadsheets and letters are not imported at start."""

from __future__ import annotations

import subprocess
import sys

_HEAVY = ("reportlab", "pikepdf", "uharfbuzz", "xlsxwriter", "docx", "lxml", "PIL", "PySide6")


def test_the_services_load_nothing_that_sets_pages() -> None:
    code = f"import sys, desktop_app.bootstrap; print([m for m in {_HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
