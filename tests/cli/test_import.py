from __future__ import annotations

import re
from pathlib import Path

import pytest

from desktop_app.bootstrap import open_services
from desktop_app.instruments.vocabulary import InstrumentKind
from desktop_app.intake.formats.mailbox import as_mbox
from desktop_app.office.settings import IdentityRule
from desktop_app.petitions.lists.inbox import ListFilter, Scope
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind, Outcome
from desktop_app.staff.roles import pc_user
from tests.cli.running import CommandLine
from tests.instruments.consulting import exposed_now
from tests.intake.tables import GOOD, WRITERS, write_csv, write_jsonl, write_xlsx
from tests.intake.test_mailbox import mail

BAD = ("P-9", "درخواست", "", "متن", "", "0012345678", "", "1405/13/45")


def add_instrument(run: CommandLine, code: str = "1405-001", *, opened: bool = True) -> None:
    services = open_services(run.database, prepare_schema=False)
    made = services.drafting.register(pc_user("tester"), InstrumentKind.BYLAW, "آیین‌نامه نشر", code=code)
    if opened:
        exposed_now(services, made.row.id)
    services.close()


@pytest.mark.parametrize("form", ["csv", "xlsx", "jsonl"])
def test_importing_says_what_became_of_the_rows(run: CommandLine, tmp_path: Path, form: str) -> None:
    path = WRITERS[form](tmp_path / f"in.{form}")
    done = run("import", "petitions", path, "--json")
    assert (done.status, done.err) == (0, "")
    document = done.document
    assert (document["read"], document["created"], document["already_present"]) == (3, 3, 0)
    assert document["rejected"] == []
    again = run("import", "petitions", path, "--json")
    assert again.status == 0
    assert (again.document["created"], again.document["already_present"]) == (0, 3)


def test_known_rows_with_other_words_are_told_and_give_status_1(run: CommandLine, tmp_path: Path) -> None:
    run("import", "petitions", write_csv(tmp_path / "in.csv"))
    other = (*GOOD[1][:3], "متنی دیگر.", *GOOD[1][4:])
    path = write_csv(tmp_path / "again.csv", [GOOD[0], other])
    for more in ((), ("--dry-run",)):
        done = run("import", "petitions", path, *more, "--json")
        assert done.status == 1
        document = done.document
        assert document["changed"] == [
            {"file": str(path), "row": 3, "external_id": "P-2", "fields": ["text"]}
        ]
        assert (document["read"], document["created"], document["already_present"]) == (2, 0, 1)
    told = run("import", "petitions", path)
    assert "P-2" in told.err
    assert "متنی دیگر" not in told.err


def test_a_rejected_row_is_named_and_gives_status_1(run: CommandLine, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "in.csv", [GOOD[0], BAD])
    done = run("import", "petitions", path, "--json")
    assert done.status == 1
    assert done.document["created"] == 1
    [entry] = done.document["rejected"]
    assert (entry["file"], entry["row"], entry["field"], entry["reason"]) == (
        str(path), 3, "national_id", "check_digit",
    )  # fmt: skip
    assert [other["reason"] for other in entry["also"]] == ["no_such_date"]
    assert done.err == "", "the document lists every row"


@pytest.mark.parametrize("language", ["fa", "en"])
def test_a_person_reads_one_line_for_each_rejected_row(
    run_sqlite: CommandLine, tmp_path: Path, language: str
) -> None:
    path = write_csv(tmp_path / "in.csv", [GOOD[0], BAD])
    done = run_sqlite("--language", language, "import", "petitions", path)
    assert done.status == 1
    assert "Traceback" not in done.err
    assert re.search("[آ-ی]" if language == "fa" else "[a-z]", done.out)
    assert ("ردیف ۳" if language == "fa" else "Row 3") in done.line


def test_rejected_rows_are_written_mended_and_imported(run_sqlite: CommandLine, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "in.csv", [GOOD[0], BAD], delimiter=";", encoding="utf-8-sig")
    bad = tmp_path / "bad.csv"
    done = run_sqlite("import", "petitions", path, "--rejects", bad, "--json")
    assert done.document["rejects"] == [str(bad)]
    text = bad.read_text(encoding="utf-8-sig")
    assert text.count("\n") == 2
    bad.write_text(
        text.replace("0012345678", "0012345679").replace("1405/13/45", "1405/08/01"), encoding="utf-8"
    )
    again = run_sqlite("import", "petitions", bad, "--json")
    assert (again.status, again.document["created"]) == (0, 1)


def test_a_bad_file_costs_that_file_and_the_others_are_done(run: CommandLine, tmp_path: Path) -> None:
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"no workbook")
    done = run("import", "petitions", broken, write_csv(tmp_path / "in.csv"), "--json")
    assert done.status == 1
    assert done.document["created"] == 3
    [refused] = done.document["refused"]
    assert (refused["file"], refused["reason"]) == (str(broken), "not_an_xlsx")
    assert "broken.xlsx" in done.line


def test_a_dry_run_keeps_nothing(run: CommandLine, tmp_path: Path) -> None:
    done = run("import", "petitions", write_csv(tmp_path / "in.csv"), "--dry-run", "--json")
    assert (done.status, done.document["created"], done.document["dry_run"]) == (0, 3, True)
    assert run("petitions", "find", "کتاب", "--json").document["total"] == 0


@pytest.mark.parametrize(
    ("name", "stored"), [("پیامک", "sms"), ("service desk", "service_desk"), ("Letter", "letter")]
)
def test_the_channel_goes_by_either_name(
    run_sqlite: CommandLine, tmp_path: Path, name: str, stored: str
) -> None:
    run_sqlite("import", "petitions", write_csv(tmp_path / "in.csv"), "--channel", name)
    services = open_services(run_sqlite.database)
    _, rows = services.inbox.find(pc_user("x"), ListFilter(scope=Scope.ANY), 10)
    services.close()
    assert {row.channel for row in rows} == {stored}


def test_an_unknown_channel_is_wrong_usage(run_sqlite: CommandLine, tmp_path: Path) -> None:
    done = run_sqlite("import", "petitions", write_csv(tmp_path / "in.csv"), "--channel", "کبوتر")
    assert done.status == 2
    assert "کبوتر" in done.line


def test_the_history_names_the_pc_s_own_user_on_sqlite(
    run_sqlite: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "reception-pc")
    run_sqlite("import", "petitions", write_csv(tmp_path / "in.csv", GOOD[:1]))
    services = open_services(run_sqlite.database)
    _, [row] = services.inbox.find(pc_user("x"), ListFilter(scope=Scope.ANY), 10)
    [event] = services.desk.peek(pc_user("x"), row.id).history
    services.close()
    assert (event.actor_id, event.actor_name) == (None, "reception-pc")


def test_comments_are_imported_for_an_instrument(run: CommandLine, tmp_path: Path) -> None:
    add_instrument(run)
    path = write_csv(tmp_path / "in.csv", [("ماده ۶", "مبهم است", "معقول")], ("ماده", "متن", "عبارت"))
    done = run("import", "comments", path, "--instrument", "1405-001", "--json")
    assert (done.status, done.document["created"]) == (0, 1)
    again = run("import", "comments", path, "--instrument", "1405-001", "--json")
    assert (again.document["created"], again.document["already_present"]) == (0, 1)


def test_comments_for_a_draft_that_is_not_exposed_are_refused_in_one_sentence(
    run: CommandLine, tmp_path: Path
) -> None:
    add_instrument(run, opened=False)
    path = write_csv(tmp_path / "in.csv", [("x",)], ("متن",))
    for more in ((), ("--dry-run",)):
        done = run("import", "comments", path, "--instrument", "1405-001", *more)
        assert done.status == 1
        assert "از روز گشودن" in done.line


def test_comments_for_an_unknown_instrument_are_refused(run: CommandLine, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "in.csv", [("x",)], ("متن",))
    done = run("import", "comments", path, "--instrument", "1405-999")
    assert done.status == 1
    assert "۱۴۰۵-۹۹۹" in done.line


def test_comments_on_another_draft_are_refused_in_one_sentence_that_names_both(
    run: CommandLine, tmp_path: Path
) -> None:
    add_instrument(run)
    path = write_csv(tmp_path / "in.csv", [("خوب است", "لایحه مالیات")], ("متن", "پیش‌نویس"))
    done = run("import", "comments", path, "--instrument", "1405-001")
    assert done.status == 1
    assert "لایحه مالیات" in done.err
    assert "in.csv" in done.err


def test_mail_is_imported_and_what_a_program_sent_is_named(run: CommandLine, tmp_path: Path) -> None:
    add_instrument(run)
    path = tmp_path / "in.mbox"
    mails = (mail(), mail("نیستم", subject="Out of office"))
    path.write_bytes(as_mbox(one.as_bytes() for one in mails))
    done = run("import", "comments", path, "--instrument", "1405-001", "--json")
    assert (done.status, done.document["created"]) == (1, 1)
    assert [one["reason"] for one in done.document["rejected"]] == ["automatic_reply"]


def test_mails_become_petitions_of_the_kind_that_is_named(run: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "in.eml"
    path.write_bytes(mail().as_bytes())
    unnamed = run("import", "petitions", path, "--json")
    assert (unnamed.status, unnamed.document["created"]) == (1, 0)
    done = run("import", "petitions", path, "--kind", "شکایت", "--json")
    assert (done.status, done.document["created"]) == (0, 1)
    [item] = run("petitions", "find", "", "--json").document["items"]
    assert item["kind"] == "complaint"
    wrong = run("import", "petitions", path, "--kind", "گلابی")
    assert wrong.status == 2
    assert "complaint" in wrong.line


def test_a_row_that_names_its_kind_keeps_it(run_sqlite: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text("kind,text\nopinion,خوب است\n,خراب است\n", encoding="utf-8")
    assert run_sqlite("import", "petitions", path, "--kind", "complaint").status == 0
    items = run_sqlite("petitions", "find", "", "--json").document["items"]
    assert sorted(item["kind"] for item in items) == ["complaint", "opinion"]


def test_a_document_becomes_the_next_revision(run: CommandLine, tmp_path: Path) -> None:
    add_instrument(run, opened=False)
    draft = tmp_path / "draft.txt"
    for number, text in enumerate(["ماده ۱- الف", "ماده ۱- ب"], start=1):
        draft.write_text(text, encoding="utf-8")
        done = run("import", "revision", draft, "--instrument", "1405-001", "--json")
        assert done.status == 0
        assert (done.document["revision"], done.document["characters"]) == (number, len(text))
    same = run("import", "revision", draft, "--instrument", "1405-001", "--language", "en")
    assert same.status == 1
    assert same.line == "The text is the same as the last revision; nothing was added."


def hostile_files(folder: Path) -> dict[str, Path]:
    """The issue's list of bad input, as far as it is files."""
    files = {
        "not what it says": folder / "a.csv",
        "empty": folder / "b.csv",
        "too large": folder / "c.csv",
        "no columns": folder / "d.csv",
        "legacy": folder / "e.xls",
        "scan": folder / "f.pdf",
        "gone": folder / "gone.csv",
        "folder": folder / "folder.csv",
    }
    files["not what it says"].write_bytes(b"\x89PNG\r\n\x1a\n" + b"\x00" * 60)
    files["empty"].write_bytes(b"")
    with files["too large"].open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    files["no columns"].write_text("a,b\n1,2\n", encoding="utf-8")
    files["legacy"].write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 60)
    files["scan"].write_bytes(b"%PDF-1.4")
    files["folder"].mkdir()
    return files


@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize(
    "case", ["not what it says", "empty", "too large", "no columns", "legacy", "scan", "gone", "folder"]
)
def test_a_hostile_file_gives_one_sentence_and_leaves_the_database_alone(
    run_sqlite: CommandLine, tmp_path: Path, case: str, language: str
) -> None:
    path = hostile_files(tmp_path)[case]
    done = run_sqlite("--language", language, "import", "petitions", path)
    assert done.status == 1
    assert "Traceback" not in done.err
    assert path.name in done.line
    assert bool(re.search("[آ-ی]", done.line)) == (language == "fa")
    assert run_sqlite("petitions", "find", "", "--json").document["total"] == 0


ODD_ROWS = {
    "date": (("درخواست", "متن", "1405/13/45"), "received_at"),
    "megabyte": (("درخواست", "ب" * 1_048_577, ""), "text"),
    "nul": (("درخواست", "الف\\u0000ب", ""), "text"),
}


@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize("case", ODD_ROWS)
def test_a_hostile_row_costs_that_row(
    run_sqlite: CommandLine, tmp_path: Path, case: str, language: str
) -> None:
    cells, field = ODD_ROWS[case]
    path = write_jsonl(tmp_path / "in.jsonl", [cells, ("شکایت", "خوب", "")], ("kind", "text", "received_at"))
    path.write_text(path.read_text(encoding="utf-8").replace("\\\\u0000", "\\u0000"), encoding="utf-8")
    done = run_sqlite("--language", language, "import", "petitions", path, "--json")
    assert done.status == 1
    assert done.document["created"] == 1
    assert [entry["field"] for entry in done.document["rejected"]] == [field]
    assert bool(re.search("[آ-ی]", done.document["rejected"][0]["message"])) == (language == "fa")


@pytest.mark.parametrize(
    ("text", "told"), [("<script>alert(1)</script>", "HTML"), ("\u202eوارونه", "control or direction")]
)
def test_odd_characters_are_kept_and_told(run: CommandLine, tmp_path: Path, text: str, told: str) -> None:
    path = write_xlsx(tmp_path / "in.xlsx", [("درخواست", text)], ("نوع", "متن"))
    done = run("--language", "en", "import", "petitions", path)
    assert done.status == 0
    assert told in done.line


def test_marks_of_satisfaction_come_from_a_survey(run: CommandLine, tmp_path: Path) -> None:
    services = open_services(run.database)
    actor = pc_user("tester")
    made = services.register.register(
        actor, NewPetition(kind=Kind.REQUEST, channel=Channel.PORTAL, text="مجوز کتاب من")
    )
    seen = services.desk.peek(actor, made.id)
    services.desk.resolve(actor, made.id, seen.version, Outcome.WITHDRAWN, "خودش پس گرفت")
    services.close()
    path = write_csv(
        tmp_path / "survey.csv", [(made.tracking_code, "۵"), ("1", "5")], ("کد رهگیری", "میزان رضایت")
    )
    done = run("import", "satisfaction", path, "--rejects", tmp_path / "bad.csv", "--json")
    assert done.status == 1
    assert (done.document["read"], done.document["created"]) == (2, 1)
    assert [(one["row"], one["reason"]) for one in done.document["rejected"]] == [(3, "twelve_digits")]
    again = run("import", "satisfaction", path, "--json")
    assert (again.document["created"], again.document["already_present"]) == (0, 1)
    assert (tmp_path / "bad.csv").exists()


def test_rows_with_an_incomplete_identity_are_notices_and_told(run: CommandLine, tmp_path: Path) -> None:
    services = open_services(run.database)
    rule = IdentityRule(None, None, ("name", "national_id"))
    services.office.set_identity_rules(pc_user("tester"), (rule,))
    services.close()
    done = run("import", "petitions", write_csv(tmp_path / "in.csv"), "--json")
    assert done.status == 0
    document = done.document
    assert (document["read"], document["created"], document["rejected"]) == (3, 3, [])
    assert document["notices"]["without_reply"] == 2
    hand = run(
        "import",
        "petitions",
        write_csv(tmp_path / "in2.csv", [("Q-1", *GOOD[1][1:3], "متنی دیگر", *GOOD[1][4:])]),
    )
    assert "پاسخی" in hand.err
