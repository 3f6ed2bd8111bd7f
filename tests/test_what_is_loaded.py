"""What is imported at start: no library for papers, spreadsheets and letters, and no database before a window."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

_HEAVY = ("reportlab", "pikepdf", "uharfbuzz", "xlsxwriter", "docx", "lxml", "PIL", "PySide6")

#: What the first window needs beside Python's own modules.
_BEFORE_THE_FIRST_PAINT = frozenset(
    {"desktop_app", "ui", "resources", "translations", "PySide6", "shiboken6", "platformdirs", "persiantools"}
)
#: What Qt for Python and a virtual environment add by themselves, and this measurement.
_OF_THE_RUN = frozenset({"shibokensupport", "signature_bootstrap", "__feature__", "sitecustomize", "tests"})


def test_the_services_load_nothing_that_sets_pages() -> None:
    code = f"import sys, desktop_app.bootstrap; print([m for m in {_HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("first_start", [True, False], ids=["first start", "sign-in"])
def test_the_first_window_is_painted_before_any_database_is_loaded(tmp_path: Path, first_start: bool) -> None:
    if not first_start:
        # The window opens the file after the first paint, with which this ends.
        (tmp_path / "mosharekat.db").touch()
    command = [sys.executable, "-m", "tests.benchmarks.started", "sign-in", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    said, loaded, *_ = done.stdout.splitlines()
    assert said == "painted"
    families = {name.split(".")[0] for name in loaded.split()} - sys.stdlib_module_names
    own = {name for name in families if not name.startswith("_")}
    assert own - _OF_THE_RUN == _BEFORE_THE_FIRST_PAINT
