from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from desktop_app.errors import BadFileError
from desktop_app.foreign.faults import ReaderFault
from desktop_app.foreign.limited import itself_limited
from tests.cli.running import CommandLine, process
from tests.foreign.corpus import DRAFTS
from tests.reports.redline_documents import PAIRS as REDLINES
from tests.reports.redlines import accepted, rejected, text_of

OLD = "ماده ۱- مهلت پاسخ سی روز است.\nماده ۲- این آیین‌نامه از تاریخ ابلاغ اجرا می‌شود.\n"
NEW = "ماده ۱- مهلت پاسخ ده روز است.\nماده ۲- اين آیین نامه از تاریخ ابلاغ اجرا می‌شود.\n"


@pytest.fixture
def drafts(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(OLD, encoding="utf-8")
    new.write_bytes(b"\xef\xbb\xbf" + NEW.replace("\n", "\r\n").encode())
    return old, new


@pytest.mark.parametrize("words", [("--format", "json"), ("--json",)])
def test_json_has_the_fields_of_the_contract(
    run_new: CommandLine, drafts: tuple[Path, Path], words: tuple[str, ...]
) -> None:
    done = run_new("compare", *drafts, *words)
    assert (done.status, done.err) == (0, "")
    document = done.document
    assert document["old"]["text"] == OLD
    assert document["new"]["text"] == NEW
    assert document["new"]["characters"] == len(NEW)
    kinds = ("unchanged", "orthographic", "edited", "inserted", "deleted")
    assert sum(document["counts"][kind] for kind in kinds) == len(document["provisions"])
    assert document["counts"]["changes"] == 1
    assert [entry["status"] for entry in document["provisions"]] == ["edited", "orthographic"]
    assert document["not_compared"] == []


#: Reads a file in a process that limits its memory, however long it takes; prints why it was not read.
_READ_PATIENTLY = """
import sys
from pathlib import Path
from desktop_app.documents.reading import parsed
from desktop_app.errors import BadFileError
from desktop_app.foreign.limited import itself_limited
path = Path(sys.argv[1])
try:
    with itself_limited(path.name, 600):
        parsed(path.suffix, path.name, path.read_bytes())
except BadFileError as error:
    print(error.parameters["name"], error.parameters["reason"])
"""


def test_a_file_that_takes_all_memory_is_one_sentence_of_a_process_that_limits_itself(
    drafts: tuple[Path, Path], tmp_path: Path
) -> None:
    bomb = next(case for case in DRAFTS if case.name == "nodes.docx").write(tmp_path)
    done = process("compare", drafts[0], bomb, "--language", "en")
    assert done.status == 1
    # On a busy machine the time may be over before the memory is full.
    full, slow = "it would take too much memory.", "reading it takes too long."
    assert done.line.startswith((f"“nodes.docx” was not read: {full}", f"“nodes.docx” was not read: {slow}"))
    patient = subprocess.run(
        [sys.executable, "-c", _READ_PATIENTLY, str(bomb)], capture_output=True, text=True, check=True
    )
    assert patient.stdout.split() == [bomb.name, ReaderFault.TOO_MUCH_MEMORY]


def _work_on() -> None:
    while True:
        time.sleep(0.01)


@pytest.mark.parametrize("handler", [signal.default_int_handler, signal.SIG_IGN])
def test_a_file_that_takes_too_long_is_one_sentence(handler: Any) -> None:
    """Also in the background of a shell, where interrupts are ignored."""
    before = signal.signal(signal.SIGINT, handler)
    try:
        _takes_too_long()
        assert signal.getsignal(signal.SIGINT) == handler
    finally:
        signal.signal(signal.SIGINT, before)


def _takes_too_long() -> None:
    with pytest.raises(BadFileError) as caught, itself_limited("slow.docx", 0.1):
        _work_on()
    assert caught.value.parameters == {"name": "slow.docx", "reason": ReaderFault.TOO_SLOW}
    with itself_limited("quick.docx", 0.1):
        pass
    time.sleep(0.2)


def test_text_is_the_default_and_html_is_a_page(run_new: CommandLine, drafts: tuple[Path, Path]) -> None:
    assert "ده" in run_new("compare", *drafts).out
    page = run_new("compare", *drafts, "--format", "html").out
    assert page.lstrip().lower().startswith("<!doctype html")
    assert 'dir="rtl"' in page


def test_the_result_goes_to_a_file(run_new: CommandLine, drafts: tuple[Path, Path], tmp_path: Path) -> None:
    done = run_new("compare", *drafts, "--json", "-o", tmp_path / "out.json")
    assert done.document == {"file": str(tmp_path / "out.json")}
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["counts"]["edited"] == 1


def test_a_file_that_cannot_be_written_is_one_line(
    run_new: CommandLine, drafts: tuple[Path, Path], tmp_path: Path
) -> None:
    done = run_new("compare", *drafts, "-o", tmp_path / "no" / "such" / "out.txt")
    assert done.status == 1
    assert "out.txt" in done.line


def test_comparing_makes_neither_database_nor_folder(
    run_new: CommandLine, drafts: tuple[Path, Path], tmp_path: Path
) -> None:
    run_new("compare", *drafts)
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize("name", ["old.doc", "scan.pdf", "gone.docx", "bad.docx", "empty.txt"])
def test_a_document_that_cannot_be_read_is_one_line(
    run_new: CommandLine, drafts: tuple[Path, Path], tmp_path: Path, name: str, language: str
) -> None:
    if not name.startswith("gone"):
        (tmp_path / name).write_bytes(b"" if name.startswith("empty") else b"%PDF-1.4 something")
    done = run_new("compare", drafts[0], tmp_path / name, "--language", language)
    assert (done.status, done.out) == (1, "")
    assert name in done.line


def test_with_json_trouble_is_a_document_too(run_new: CommandLine, drafts: tuple[Path, Path]) -> None:
    done = run_new("compare", drafts[0], "gone.txt", "--format", "json")
    assert done.status == 1
    assert done.document["error"]["code"] == "bad_file"
    assert done.document["error"]["message"] == done.line


def test_a_process_brings_neither_the_database_nor_the_toolkit_along(drafts: tuple[Path, Path]) -> None:
    import subprocess  # noqa: PLC0415
    import sys  # noqa: PLC0415

    code = (
        "import sys; from desktop_app.cli import main; status = main(sys.argv[1:]); "
        "print(sorted(m for m in sys.modules if m.split('.')[0] in "
        "{'sqlalchemy', 'alembic', 'psycopg', 'PySide6', 'keyring', 'reportlab', 'xlsxwriter'})); sys.exit(status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "compare", *map(str, drafts)],
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.decode().splitlines()[-1] == "[]"


def test_persian_is_utf_8_on_a_console_that_says_otherwise(drafts: tuple[Path, Path]) -> None:
    done = process("compare", *drafts, environment={"PYTHONIOENCODING": "ascii", "LC_ALL": "C"})
    assert done.status == 0
    assert "ماده" in done.out


@pytest.mark.parametrize(("form", "begins"), [("pdf", b"%PDF-"), ("docx", b"PK")])
def test_a_form_for_files_is_written_whole(
    run_new: CommandLine, drafts: tuple[Path, Path], tmp_path: Path, form: str, begins: bytes
) -> None:
    target = tmp_path / f"out.{form}"
    done = run_new("compare", *drafts, "--format", form, "-o", target)
    assert (done.status, done.err) == (0, "")
    assert f"out.{form}" in done.out
    assert target.read_bytes().startswith(begins)
    assert not [path for path in tmp_path.iterdir() if path.suffix == ".part"]


@pytest.mark.parametrize(
    ("name", "begins"),
    [("out.pdf", b"%PDF-"), ("OUT.DOCX", b"PK"), ("out.html", b"<!"), ("out.json", b"{"), ("out.txt", b"")],
)
def test_the_ending_of_a_file_names_the_form(
    run_new: CommandLine, drafts: tuple[Path, Path], tmp_path: Path, name: str, begins: bytes
) -> None:
    assert run_new("compare", *drafts, "-o", tmp_path / name).status == 0
    assert (tmp_path / name).read_bytes().lstrip().startswith(begins)


def test_the_changes_are_tracked_in_the_older_docx_and_what_cannot_be_is_told(
    run_new: CommandLine, tmp_path: Path
) -> None:
    old, new = REDLINES["columns"].written(tmp_path, "columns")
    done = run_new("compare", old, new, "-o", tmp_path / "out.docx")
    assert done.status == 0
    assert done.err.startswith("ستون‌های ۱ جدول تغییر کرده است")
    assert done.err.count("\n") == 1
    document = (tmp_path / "out.docx").read_bytes()
    assert text_of(rejected(document)) == text_of(old.read_bytes())
    assert text_of(accepted(document)) == text_of(new.read_bytes())


def test_a_pdf_goes_to_a_pipe_as_it_is(drafts: tuple[Path, Path]) -> None:
    import subprocess  # noqa: PLC0415
    import sys  # noqa: PLC0415

    words = [sys.executable, "-m", "desktop_app", "compare", *map(str, drafts), "--format", "pdf"]
    done = subprocess.run(words, capture_output=True, timeout=60, check=True)
    assert done.stdout.startswith(b"%PDF-")
    assert done.stdout.rstrip().endswith(b"%%EOF")


@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_a_terminal_is_not_filled_with_bytes(
    run_new: CommandLine,
    drafts: tuple[Path, Path],
    monkeypatch: pytest.MonkeyPatch,
    form: str,
    language: str,
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    done = run_new("compare", *drafts, "--format", form, "--language", language)
    assert (done.status, done.out) == (2, "")
    assert form in done.line
    assert "-o" in done.line


def test_the_layout_of_the_pdf_can_be_chosen(
    run_new: CommandLine, drafts: tuple[Path, Path], tmp_path: Path
) -> None:
    import pypdfium2  # noqa: PLC0415

    wide: dict[str, list[bool]] = {}
    for layout in ("list", "side-by-side", "both"):
        target = tmp_path / f"{layout}.pdf"
        assert run_new("compare", *drafts, "--layout", layout, "-o", target).status == 0
        pdf = pypdfium2.PdfDocument(target)
        wide[layout] = [page.get_width() > page.get_height() for page in pdf]
        pdf.close()
    assert wide == {"list": [False], "side-by-side": [True], "both": [False, True]}


def test_text_and_page_say_when_and_by_whom_but_json_hangs_on_the_files_alone(
    run_new: CommandLine, drafts: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "h.moradi")
    for form in ("text", "html"):
        made = run_new("compare", *drafts, "--format", form).out
        assert "زمان مقایسه" in made
        assert "h.moradi" in made
    first, second = (run_new("compare", *drafts, "--json").out for _ in range(2))
    assert first == second
    assert "h.moradi" not in first


def test_what_was_left_out_is_said_in_every_form(run_new: CommandLine, tmp_path: Path) -> None:
    for name, word in (("old.html", "سی"), ("new.html", "ده")):
        page = f"<html><body><p>ماده ۱ـ مهلت {word} روز است.</p><img src='seal.png'></body></html>"
        (tmp_path / name).write_text(page, encoding="utf-8")
    files = tmp_path / "old.html", tmp_path / "new.html"
    assert run_new("compare", *files, "--json").document["not_compared"]
    for form in ("text", "html"):
        assert "مقایسه‌نشده" in run_new("compare", *files, "--format", form).out
