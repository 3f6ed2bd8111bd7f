"""What is imported at start: no database before a window, and for the inbox only what it shows."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from desktop_app.bootstrap import open_services
from desktop_app.sample.filling import SAMPLE_PASSWORD, fill
from desktop_app.settings import Settings

_HEAVY = ("reportlab", "pikepdf", "uharfbuzz", "xlsxwriter", "docx", "lxml", "PIL", "PySide6")

#: What the first window needs beside Python's own modules.
_BEFORE_THE_FIRST_PAINT = frozenset(
    {"desktop_app", "ui", "PySide6", "shiboken6", "platformdirs", "persiantools"}
)
#: What Qt for Python and a virtual environment add by themselves, and this measurement.
_OF_THE_RUN = frozenset(
    {"shibokensupport", "signature_bootstrap", "__feature__", "sitecustomize", "tests", "tools"}
)


#: What neither the list of petitions nor a petition beside it needs.
_NOT_FOR_THE_INBOX: Final = {
    "numpy", "psycopg", "psycopg_binary", "alembic", "mako", "cryptography", "openpyxl", "rapidfuzz", "reportlab",
    "pikepdf", "uharfbuzz", "xlsxwriter", "docx", "odfdo", "lxml", "PIL", "pypdfium2", "holidays",
}  # fmt: skip
#: Rooms of the program that are loaded when they are entered.
_OTHER_ROOMS: Final = (
    "PySide6.QtPdf", "PySide6.QtPrintSupport", "desktop_app.comparison", "desktop_app.declarations",
    "desktop_app.instruments.drafting", "desktop_app.intake.imports", "ui.administration", "ui.comments",
    "ui.comparison", "ui.instruments", "ui.people", "ui.reports",
)  # fmt: skip
#: A clerk of the sample office.
CLERK: Final = "s.kazemi"


def test_the_services_load_nothing_that_sets_pages() -> None:
    code = f"import sys, desktop_app.bootstrap; print([m for m in {_HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Returns the folder of a database in which the clerk has petitions."""
    folder = tmp_path_factory.mktemp("office")
    services = open_services(Settings(data_folder=folder).database_url)
    fill(services, petitions=400, until=date(2026, 11, 24))
    services.close()
    return folder


@pytest.mark.parametrize("first_start", [True, False], ids=["first start", "sign-in"])
def test_the_first_window_is_painted_before_any_database_is_loaded(tmp_path: Path, first_start: bool) -> None:
    if not first_start:
        # The window opens the file after the first paint, with which this ends.
        (tmp_path / "mosharekat.db").touch()
    command = [sys.executable, "-m", "tools.benchmarks.started", "sign-in", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    said, loaded, *_ = done.stdout.splitlines()
    assert said == "painted"
    families = {name.split(".")[0] for name in loaded.split()} - sys.stdlib_module_names
    own = {name for name in families if not name.startswith("_")}
    # Windows has no time zones of its own.
    zones = {"tzdata"} if sys.platform == "win32" else set()
    assert own - _OF_THE_RUN == _BEFORE_THE_FIRST_PAINT | zones


@pytest.mark.parametrize("pause", ["0", "1"], ids=["typed in no time", "typed"])
def test_the_inbox_on_sqlite_loads_no_other_database_and_nothing_that_it_does_not_show(
    office: Path, pause: str
) -> None:
    asked = ["inbox", str(office), CLERK, SAMPLE_PASSWORD, pause]
    command = [sys.executable, "-m", "tools.benchmarks.started", *asked]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    *said, loaded = done.stdout.splitlines()
    assert [line.split()[0] for line in said if not line.startswith("password")] == [
        "painted", "stalled", "entered", "inbox", "memory",
    ]  # fmt: skip
    families = {name.split(".")[0] for name in loaded.split()}
    assert families & _NOT_FOR_THE_INBOX == set()
    rooms = {name for name in loaded.split() if name.startswith(_OTHER_ROOMS)}
    assert rooms == set()


def test_no_import_after_qt_reads_and_keeps_the_source_of_a_module() -> None:
    # PySide6 looks for `__feature__` in each of them, unless it is told not to.
    code = "import linecache, ui, sqlalchemy.orm; print(sqlalchemy.orm.__file__ in linecache.cache)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
