"""Annotations on the command line: out to Word only when asked for, in from Word once, and as lists."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from desktop_app.bootstrap import open_services
from desktop_app.documents.docx_remarks import read_remarks
from desktop_app.instruments.vocabulary import InstrumentKind
from desktop_app.staff.roles import pc_user
from tests.cli.running import CommandLine
from tests.conftest import with_cheap_passwords
from tests.department import PASSWORD
from tests.documents.packages import paragraph, write_docx
from tests.reports.pdf.reading import by_pdfium
from tests.reports.redlines import accepted, rejected, text_of
from tests.reports.word_colleague import Colleague

CODE = "1405-001"
OLD = ("آیین‌نامهٔ نمونه", "ماده ۱- مهلت پاسخ سی روز است.", "ماده ۲- نتیجه اعلام می‌شود.")
NEW = ("آیین‌نامهٔ نمونه", "ماده ۱- مهلت پاسخ ده روز کاری است.", "ماده ۲- نتیجه اعلام می‌شود.")


@pytest.fixture
def drafted(run_sqlite: CommandLine, tmp_path: Path) -> CommandLine:
    """A draft with two revisions of DOCX files, and one annotation from Word."""
    run_sqlite("database", "init")
    services = open_services(run_sqlite.database)
    services.drafting.register(pc_user("clerk"), InstrumentKind.BYLAW, "آیین‌نامه", code=CODE)
    services.close()
    for name, lines in (("old", OLD), ("new", NEW)):
        path = write_docx(tmp_path / f"{name}.docx", "".join(map(paragraph, lines)))
        assert run_sqlite("import", "revision", path, "--instrument", CODE).status == 0
    return run_sqlite


def export(run: CommandLine, target: Path, *options: object) -> Colleague:
    done = run("export", "revision", "--instrument", CODE, *options, "-o", target, "--json")
    assert done.status == 0, done.err
    return Colleague(target.read_bytes())


def test_comments_come_in_once_and_go_out_when_asked_for(drafted: CommandLine, tmp_path: Path) -> None:
    out = tmp_path / "out.docx"
    colleague = export(drafted, out, "--with-annotations")
    colleague.comment("نتیجه", "به چه کسی؟")
    colleague.replace("پاسخ", "جواب")
    back = tmp_path / "back.docx"
    back.write_bytes(colleague.data())
    words = ("import", "annotations", back, "--instrument", CODE)
    found = {"thread": 1, "reply": 0, "suggestion": 1, "resolution": 0}
    done = drafted(*words, "--dry-run", "--json")
    assert (done.status, done.document["found"], done.document["created"]["thread"]) == (0, found, 0)
    done = drafted(*words, "--changes", "revision", "--json")
    assert (done.document["created"], done.document["revision"]) == (found | {"suggestion": 0}, 3)
    done = drafted(*words, "--changes", "leave", "--json")
    assert (done.document["created"]["thread"], done.document["already_present"]) == (0, 1)
    assert "word/comments.xml" not in export(drafted, out).members
    colleague = export(drafted, out, "--with-annotations")
    [comment] = read_remarks("out.docx", colleague.data()).comments
    assert (comment.text, comment.author) == ("به چه کسی؟", colleague.name)


def test_changes_are_tracked_in_the_original_with_comments(drafted: CommandLine, tmp_path: Path) -> None:
    out = tmp_path / "out.docx"
    colleague = export(drafted, out, "--with-annotations")
    colleague.comment("ده روز کاری", "کوتاه است.")
    (tmp_path / "back.docx").write_bytes(colleague.data())
    assert drafted("import", "annotations", tmp_path / "back.docx", "--instrument", CODE).status == 0
    original = ("--since", 1, "--original", tmp_path / "old.docx")
    data = export(drafted, out, *original, "--with-annotations").data()
    assert text_of(accepted(data)) == "\n".join(NEW)
    assert text_of(rejected(data)) == "\n".join(OLD)
    [comment] = read_remarks("out.docx", data).comments
    assert comment.accepted is not None
    assert "\n".join(NEW)[slice(*comment.accepted)] == "ده روز کاری"
    assert "word/comments.xml" not in export(drafted, out, *original).members
    other = ("--since", 1, "--original", tmp_path / "new.docx")
    done = drafted("export", "revision", "--instrument", CODE, *other, "-o", out)
    assert (done.status, "متن دیگری" in done.line) == (1, True)


def give_to(run: CommandLine, name: str, username: str) -> None:
    """Makes an account, and gives the open annotation of the last revision to its owner."""
    services = with_cheap_passwords(open_services(run.database, prepare_schema=False))
    owner = services.accounts.create_first_administrator(name, username, PASSWORD)
    [thread] = services.annotations.on_revision(services.drafting.by_code(CODE).id, 2)
    services.annotations.assign(owner, thread.id, thread.version, 2, owner.person_id)
    services.close()


def test_lists_are_written_and_wrong_usage_is_told(drafted: CommandLine, tmp_path: Path) -> None:
    colleague = export(drafted, tmp_path / "out.docx", "--with-annotations")
    colleague.comment("نتیجه", "=1+1")
    (tmp_path / "back.docx").write_bytes(colleague.data())
    assert drafted("import", "annotations", tmp_path / "back.docx", "--instrument", CODE).status == 0
    give_to(drafted, "یاسمین کریمی", "karimi")
    for suffix in ("pdf", "xlsx", "csv"):
        target = tmp_path / f"list.{suffix}"
        done = drafted("report", "annotations", "--open", "--instrument", CODE, "-o", target, "--json")
        assert (done.status, done.document["rows"]) == (0, 1), done.err
    sheet = openpyxl.load_workbook(tmp_path / "list.xlsx").active
    assert sheet is not None
    header, row = ([cell.value for cell in line] for line in sheet[sheet.auto_filter.ref])
    assert row[0] == CODE
    assert "=1+1" in str(row[header.index("پیام‌ها")])
    assert "مسئول: یاسمین کریمی" in " ".join(
        " ".join(by_pdfium((tmp_path / "list.pdf").read_bytes())).split()
    )
    # Whoever is named is found in the letters of any keyboard.
    for name in ("ياسمين كريمي", "KARIMI"):
        done = drafted("report", "annotations", "--person", name, "-o", tmp_path / "hers.csv", "--json")
        assert (done.status, done.document["rows"]) == (0, 1), done.err
    for words in (
        ("report", "annotations", "-o", tmp_path / "list.docx"),
        ("export", "revision", "--instrument", CODE, "-o", tmp_path / "x.pdf"),
        ("export", "revision", "--instrument", CODE, "--since", 2, "-o", tmp_path / "x.docx"),
    ):
        assert drafted(*words).status == 2
    (tmp_path / "bad.docx").write_bytes(b"PK\x03\x04 nothing")
    done = drafted("import", "annotations", tmp_path / "bad.docx", "--instrument", CODE)
    assert (done.status, "bad.docx" in done.line) == (1, True)
