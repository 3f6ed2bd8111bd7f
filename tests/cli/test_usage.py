from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.cli.parser import parse
from desktop_app.errors import UsageError
from tests.cli.running import ROOT, CommandLine
from tests.engines import SqliteFiles
from tests.intake.tables import write_csv

WRONG = (
    ("bogus",),
    ("import",),
    ("import", "petitions"),
    ("import", "comments", "x.csv"),
    ("import", "revision", "x.docx"),
    ("compare", "one.txt"),
    ("compare", "a", "b", "--format", "odt"),
    ("database",),
    ("database", "explode"),
    ("report", "monthly", "-o", "x.pdf"),
    ("report", "monthly", "--month", "1405-13", "-o", "x.pdf"),
    ("report", "monthly", "--month", "1405-08", "-o", "x.doc"),
    ("sample",),
    ("sample", "--petitions", "many"),
    ("sample", "--petitions", "0"),
    ("sample", "--petitions", "5", "--until", "1405/13/45"),
    ("petitions", "find"),
    ("petitions", "find", "x", "--unknown"),
    ("--language", "de", "database", "info"),
    ("--json=yes", "database", "info"),
    ("petitions", "find", "x", "--limit"),
)


@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize("words", WRONG, ids=" ".join)
def test_wrong_usage_is_one_line_in_the_language_and_status_2(
    run_new: CommandLine, tmp_path: Path, words: tuple[str, ...], language: str
) -> None:
    done = run_new("--language", language, *words)
    assert (done.status, done.out) == (2, "")
    assert done.line
    assert bool(re.search("[آ-ی]", done.line)) == (language == "fa")
    if language == "fa":
        without_codes = re.sub(r"\u2066.*?\u2069|\.\w+", "", done.line)
        assert not re.search("[a-z]{3}", without_codes), done.line


def test_global_options_stand_before_or_after_the_command() -> None:
    before = parse(["--database", "sqlite:///x.db", "--language", "en", "--json", "petitions", "find", "x"])
    after = parse(["petitions", "find", "x", "--database", "sqlite:///x.db", "--language", "en", "--json"])
    between = parse(["petitions", "--database", "sqlite:///x.db", "find", "--json", "x", "--language", "en"])
    assert vars(before) == vars(after) == vars(between)
    assert (before.database, before.language, before.json) == ("sqlite:///x.db", "en", True)


def test_what_is_not_built_yet_is_absent() -> None:
    for words in (
        ["publish", "x"],
        ["report", "consultation"],
    ):
        with pytest.raises(UsageError):
            parse(words)


@pytest.mark.parametrize("words", [("--help",), ("import", "--help"), ("import", "petitions", "-h")])
def test_help_is_printed_in_the_language(run_new: CommandLine, words: tuple[str, ...]) -> None:
    done = run_new(*words)
    assert (done.status, done.err) == (0, "")
    assert "کاربرد" in done.out
    assert run_new(*words, "--language", "en").out.startswith("usage: mosharekat")


def test_a_broken_settings_file_is_told_and_the_work_is_done(run_new: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "settings.json").write_text('{"language": "kling', encoding="utf-8")
    done = run_new("import", "petitions", write_csv(tmp_path / "in.csv"))
    assert done.status == 0
    assert "settings" in done.line
    assert "۳ ردیف" in done.out


def test_a_mistake_of_the_program_is_one_line_and_the_traceback_is_in_the_log(
    run_new: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> int:
        raise ZeroDivisionError("of the program")

    monkeypatch.setattr("desktop_app.cli.comparing.run", broken)
    done = run_new("--language", "en", "compare", "a", "b", "--json")
    log = tmp_path / "data" / "mosharekat.log"
    assert done.status == 1
    assert str(log) in done.line
    assert "Traceback" not in done.err
    assert done.document["error"]["code"] == "unexpected"
    assert "ZeroDivisionError: of the program" in log.read_text(encoding="utf-8")


def test_an_interrupt_gives_130(run_new: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("desktop_app.cli.comparing.run", interrupted)
    done = run_new("compare", "a", "b")
    assert done.status == 130
    assert done.line


def test_a_reader_that_has_seen_enough_is_no_trouble(sqlite_files: SqliteFiles, tmp_path: Path) -> None:
    text = "\n".join(f"ماده {n}- متن شماره {n} که دراز است" for n in range(1, 1500))
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "b.txt").write_text(text.replace("دراز", "کوتاه"), encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "desktop_app",
        "compare",
        str(tmp_path / "a.txt"),
        str(tmp_path / "b.txt"),
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.read(10)
        running.stdout.close()
        assert running.wait(60) == 0
        assert running.stderr.read() == b""


#: One process for all of them: each takes a second to bring the toolkit along.
_WINDOWS = (
    "import sys; from desktop_app.cli import main;"
    "print([main([*sys.argv[1:], *words]) for words in ((), ('run',), ('demo',))])"
)


def test_without_a_display_the_window_says_so_and_names_the_other_way(tmp_path: Path) -> None:
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux has no display")
    nothing = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    done = subprocess.run(
        [sys.executable, "-c", _WINDOWS, "--data-dir", str(tmp_path), "--language", "en"],
        capture_output=True, cwd=ROOT, env=os.environ | nothing, timeout=60, check=False,
    )  # fmt: skip
    assert done.stdout.decode().strip() == "[1, 1, 1]"
    lines = done.stderr.decode("utf-8").splitlines()
    assert len(lines) == 3
    assert all("demo --pictures" in line for line in lines)


def test_sample_data_is_made_and_reported(run_sqlite: CommandLine, tmp_path: Path) -> None:
    words = (
        "sample",
        "--petitions",
        "40",
        "--instruments",
        "1",
        "--seed",
        "7",
        "--until",
        "1405-09-03",
        "--json",
    )
    done = run_sqlite(*words)
    assert (done.status, done.document["petitions"], done.document["until"]) == (0, 40, "2026-11-24")
    assert run_sqlite(*words).status == 1
    report = tmp_path / "report.pdf"
    assert run_sqlite("report", "monthly", "--month", "1405-08", "-o", report).status == 0
    assert report.read_bytes().startswith(b"%PDF-")
    for ending in ("xlsx", "csv"):
        path = tmp_path / f"report.{ending}"
        made = run_sqlite("report", "monthly", "--month", "۱۴۰۵/۸", "-o", path, "--json")
        assert (made.status, made.document["file"]) == (0, str(path))
        assert path.stat().st_size > 0


def test_the_language_of_the_settings_holds_where_none_is_asked_for(
    run_new: CommandLine, tmp_path: Path
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "settings.json").write_text('{"language": "en"}', encoding="utf-8")
    assert run_new("bogus").line.startswith("The command was not understood")
    assert run_new("bogus", "--language", "fa").line.startswith("دستور شناخته نشد")
