from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import CommandLine, process

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
        "{'sqlalchemy', 'alembic', 'psycopg', 'PySide6', 'keyring', 'reportlab', 'openpyxl'})); sys.exit(status)"
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
