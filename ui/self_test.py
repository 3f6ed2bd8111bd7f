"""`mosharekat --self-test`: uses every lazily loaded part, to detect missing parts in a frozen build.

It runs offscreen in a temporary folder and prints one line per part.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import date
from importlib import import_module
from io import BytesIO
from pathlib import Path
from pkgutil import walk_packages

from desktop_app.scratch import scratch_folder


def run() -> int:
    """Tests every part; returns 0 if all work, otherwise 1."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    failed = 0
    with scratch_folder() as folder:
        for name, part in _parts(folder).items():
            try:
                detail = part()
            except Exception as error:  # every kind of failure is what this looks for
                failed += 1
                print(f"FAIL {name}: {type(error).__name__}: {error}", flush=True)
            else:
                print(f"ok   {name}: {detail}", flush=True)
    return 1 if failed else 0


def _parts(folder: Path) -> dict[str, Callable[[], str]]:
    return {
        "translations": _translations,
        "SQLite, migrations, search, sample": lambda: _sqlite(folder),
        "PostgreSQL driver": _postgresql,
        "reading documents": lambda: _documents(folder),
        "the process for foreign files": _foreign_files,
        "comparison": _comparison,
        "PDF": _pdf,
        "monthly report": lambda: _monthly_report(folder),
        "words for a terminal": _terminal,
        "spreadsheets": lambda: _spreadsheets(folder),
        "signed and encrypted back-ups": lambda: _backups(folder),
        "keyring": _keyring,
        "holidays and time zone": _holidays,
        "window, fonts, icons": _window,
        "second starts": lambda: _second_starts(folder),
        "every module": _modules,
    }


def _demand(holds: bool, found: object) -> None:
    """Raises `ValueError` with what was found otherwise. The frozen program has no assertions."""
    if not holds:
        raise ValueError(found)


def _translations() -> str:
    from desktop_app.wording.labels import label  # noqa: PLC0415 - each part is loaded when it is tried

    worded = label("kind", "complaint")
    _demand(worded == "شکایت", worded)
    return worded


def _sqlite(folder: Path) -> str:
    import sqlite3  # noqa: PLC0415

    from desktop_app.bootstrap import open_services  # noqa: PLC0415
    from desktop_app.database.engine import sqlite_url  # noqa: PLC0415
    from desktop_app.petitions.lists.inbox import ListFilter, Scope  # noqa: PLC0415
    from desktop_app.sample.filling import fill  # noqa: PLC0415
    from desktop_app.staff.roles import pc_user  # noqa: PLC0415

    services = open_services(sqlite_url(folder / "self-test.db"))
    try:
        fill(services, petitions=60, until=date(2026, 11, 25))
        found = services.inbox.outline(pc_user("self-test"), ListFilter(scope=Scope.ANY, query="مجوز"))
        _demand(found.total > 0, found.total)
    finally:
        services.close()
    return f"{sqlite3.sqlite_version}, {found.total} found"


def _postgresql() -> str:
    import psycopg  # noqa: PLC0415

    from desktop_app.database.engine import Database  # noqa: PLC0415

    Database("postgresql://nobody@localhost:1/nothing").close()
    return f"psycopg {psycopg.__version__}, libpq {psycopg.pq.version()}"


def _documents(folder: Path) -> str:
    from docx import Document as Docx  # noqa: PLC0415

    from desktop_app.documents import read_document  # noqa: PLC0415

    written = Docx()
    written.add_paragraph("ماده ۱- این یک آزمون است.")
    written.save(str(folder / "test.docx"))
    document = read_document(folder / "test.docx")
    _demand(document.text.startswith("ماده ۱-"), document.text)
    return f"{len(document.text)} characters"


def _foreign_files() -> str:
    from desktop_app.clock import pc_clock  # noqa: PLC0415
    from desktop_app.documents.previews import PdfPages  # noqa: PLC0415
    from desktop_app.foreign.reader import READER  # noqa: PLC0415
    from desktop_app.reports.pdf.document import PersianDocument  # noqa: PLC0415

    target = BytesIO()
    PersianDocument("آزمون", made_at=pc_clock().now()).paragraph("متن فارسی").write(target)
    pages = PdfPages.opened(target.getvalue(), "test.pdf")
    drawn = pages.part(0, 1.0, 0, 400)
    _demand(len(set(drawn.data)) > 2, "nothing is drawn")
    READER.close()
    return f"{len(pages.sizes)} page, {drawn.width} x {drawn.height}"


def _comparison() -> str:
    from desktop_app.comparison.engine import compare_texts  # noqa: PLC0415

    counts = compare_texts("ماده ۱- مهلت سی روز است.", "ماده ۱- مهلت ده روز است.").counts
    _demand(counts["edited"] == 1, counts)
    return f"{counts['changes']} change"


def _pdf() -> str:
    import pypdfium2  # noqa: PLC0415

    from desktop_app.clock import pc_clock  # noqa: PLC0415
    from desktop_app.reports.pdf.document import PersianDocument  # noqa: PLC0415

    target = BytesIO()
    PersianDocument("آزمون", made_at=pc_clock().now()).heading("آزمون", 0).paragraph("متن فارسی").write(
        target
    )
    pages = pypdfium2.PdfDocument(target.getvalue())
    words = pages[0].get_textpage().get_text_bounded()
    _demand("فارسی" in words, words)
    return f"{len(target.getvalue())} bytes"


def _monthly_report(folder: Path) -> str:
    from desktop_app.bootstrap import open_services  # noqa: PLC0415
    from desktop_app.database.engine import sqlite_url  # noqa: PLC0415
    from desktop_app.reports.monthly_pdf import write_monthly_report  # noqa: PLC0415
    from desktop_app.reports.period import Period  # noqa: PLC0415
    from desktop_app.reports.scope import ReportScope  # noqa: PLC0415
    from desktop_app.staff.roles import pc_user  # noqa: PLC0415

    services, target = open_services(sqlite_url(folder / "self-test.db")), BytesIO()
    try:
        month = Period.month(services.reports.latest_month())
        write_monthly_report(services.reports.of(ReportScope(month), pc_user("self-test")), target)
    finally:
        services.close()
    return f"{len(target.getvalue())} bytes"


def _terminal() -> str:
    from desktop_app.persian.terminal import visual_text  # noqa: PLC0415

    line = visual_text("سلام", right_to_left=True)
    _demand(line == "\ufee1\ufefc\ufeb3", line)
    return line


def _spreadsheets(folder: Path) -> str:
    from python_calamine import CalamineWorkbook  # noqa: PLC0415

    from desktop_app.workbook import Sheet, write_workbook  # noqa: PLC0415

    write_workbook([Sheet("آزمون", [], ["نوع", "متن"])], folder / "test.xlsx")
    rows = CalamineWorkbook.from_path(str(folder / "test.xlsx")).get_sheet_by_index(0).to_python()
    _demand(rows == [["نوع", "متن"]], rows)
    return "written and read"


def _backups(folder: Path) -> str:
    from desktop_app.database.backup import Protection, back_up  # noqa: PLC0415
    from desktop_app.database.backup_trial import try_backup  # noqa: PLC0415
    from desktop_app.database.engine import Database, sqlite_url  # noqa: PLC0415
    from desktop_app.signing import SigningKey  # noqa: PLC0415
    from desktop_app.tables import program  # noqa: PLC0415

    key, passphrase, path = SigningKey.new(), "a passphrase of a test", folder / "test.db.enc"
    database = Database(sqlite_url(folder / "self-test.db"))
    try:
        back_up(database, path, program(), protection=Protection(key, passphrase))
    finally:
        database.close()
    trial = try_backup(path, program(), custodian=key.public, passphrase=lambda: passphrase)
    _demand(trial.ok, trial.fault)
    return f"{trial.rows} rows, {trial.signature.state}"


def _keyring() -> str:
    import keyring  # noqa: PLC0415

    return type(keyring.get_keyring()).__name__


def _holidays() -> str:
    from desktop_app.clock import TEHRAN  # noqa: PLC0415
    from desktop_app.office.workdays import official_holidays  # noqa: PLC0415

    found = official_holidays(range(1405, 1406))
    _demand(date(2026, 3, 21) in found, found)
    return f"{len(found)} holidays, {TEHRAN.key}"


def _window() -> str:
    from PySide6.QtPdfWidgets import QPdfView  # noqa: PLC0415
    from PySide6.QtPrintSupport import QPrinter  # noqa: PLC0415

    from desktop_app.settings import Settings  # noqa: PLC0415
    from ui.application import make_application  # noqa: PLC0415
    from ui.icons import icon  # noqa: PLC0415
    from ui.sign_in.window import SignInWindow  # noqa: PLC0415

    application = make_application(Settings())
    window = SignInWindow(Settings())
    window.grab()
    _demand(not icon("ph.tray").isNull(), "no icon")
    family = application.font().family()
    _demand("Vazirmatn" in family, family)
    window.deleteLater()
    return f"{family}, {QPdfView.__name__}, {QPrinter.__name__}, {sys.platform}"


def _second_starts(folder: Path) -> str:
    from desktop_app.only_window import OnlyWindow  # noqa: PLC0415
    from ui.second_start import SecondStarts  # noqa: PLC0415

    only = OnlyWindow(folder)
    starts = SecondStarts(only.address)
    _demand(only.claim(), "another window is open")
    _demand(starts.listen(), "it does not listen")
    starts.close()
    only.release()
    return only.address


def _modules() -> str:
    """Imports every module of the program, and with them all that they need."""
    import desktop_app  # noqa: PLC0415
    import ui  # noqa: PLC0415

    names = [
        module.name
        for package in (desktop_app, ui)
        for module in walk_packages(package.__path__, f"{package.__name__}.", onerror=import_module)
        # Alembic alone runs it, with a context.
        if module.name != "desktop_app.database.migrations.env"
    ]
    for name in names:
        import_module(name)
    _demand(len(names) > 1000, names)
    return f"{len(names)} modules"
