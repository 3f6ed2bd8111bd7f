from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from desktop_app.bootstrap import open_services
from desktop_app.cli import main
from desktop_app.persian.terminal import displayed_width
from desktop_app.staff.roles import pc_user
from desktop_app.wording import use_language
from tests.cli.running import CommandLine
from tests.engines import PostgresqlServer, SqliteFiles
from tests.intake.tables import write_csv

HEADER = ("شناسه", "نوع", "متن", "نام", "تاریخ", "واحد")
ROWS = [
    ("EXT-1", "شکایت", "نامه می رود", "علي كريمي", "1405/08/12 10:00", "books"),
    ("EXT-2", "درخواست", "نامه نمی‌آید", "سارا نوری", "1405/08/13", ""),
    ("", "نظر", "کتابخانه‌های شهر", "", "1405/08/14", ""),
]


def with_petitions(url: str) -> None:
    """Imports the rows into a template: to find them changes nothing."""
    services = open_services(url, prepare_schema=False)
    services.units.add(pc_user("x"), "اداره کتاب", code="books")
    services.close()
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        path = write_csv(Path(folder) / "in.csv", ROWS, HEADER)
        assert main(["--data-dir", folder, "--database", url, "import", "petitions", str(path)]) == 0
    use_language("fa")


@pytest.fixture
def filled(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, engine: SqliteFiles | PostgresqlServer
) -> Iterator[CommandLine]:
    """The command line on a database in which the rows are."""
    with engine.fresh(with_petitions) as url:
        capsys.readouterr()
        yield CommandLine(capsys, tmp_path / "data", url)


def test_an_item_has_the_fields_of_the_contract(filled: CommandLine) -> None:
    document = filled("petitions", "find", "علی کریمی", "--json").document
    assert (document["total"], document["capped"]) == (1, False)
    [item] = document["items"]
    assert re.fullmatch(r"\d{12}", item.pop("tracking_code"))
    assert item.pop("registry_number").startswith("14")
    assert item == {
        "external_id": "EXT-1",
        "kind": "complaint",
        "status": "referred",
        "subject": "نامه می رود",
        "name": "علي كريمي",
        "unit": "اداره کتاب",
        "received_at": "2026-11-03T10:00:00+03:30",
        "due_at": None,
    }


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("می‌رود", ["EXT-1"]),
        ("میرود", ["EXT-1"]),
        ("نامه", ["EXT-2", "EXT-1"]),
        ("كتابخانه", [None]),
        ("ext-2", ["EXT-2"]),
        ("گربه", []),
        ("", [None, "EXT-2", "EXT-1"]),
        ("' OR 1=1 --", []),
        ('" * ( ) & | ! :', []),
    ],
)
def test_words_are_found_in_any_spelling_newest_first(
    filled: CommandLine, query: str, found: list[str | None]
) -> None:
    document = filled("petitions", "find", query, "--json").document
    assert [item["external_id"] for item in document["items"]] == found


def test_a_tracking_code_is_found_however_it_is_typed(filled: CommandLine) -> None:
    code = filled("petitions", "find", "EXT-2", "--json").document["items"][0]["tracking_code"]
    spoken = "-".join((code[:4], code[4:8], code[8:])).translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
    assert filled("petitions", "find", spoken, "--json").document["items"][0]["tracking_code"] == code


@pytest.mark.parametrize("status", ["referred", "ارجاع‌شده", "ارجاع شده", "REFERRED"])
def test_a_state_goes_by_either_name(filled: CommandLine, status: str) -> None:
    document = filled("petitions", "find", "نامه", "--status", status, "--json").document
    assert [item["external_id"] for item in document["items"]] == ["EXT-1"]


@pytest.mark.parametrize("unit", ["books", "اداره كتاب"])
def test_a_unit_goes_by_name_or_code(filled: CommandLine, unit: str) -> None:
    assert filled("petitions", "find", "", "--unit", unit, "--json").document["total"] == 1


def test_the_limit_bounds_the_items_and_not_the_total(filled: CommandLine) -> None:
    document = filled("petitions", "find", "نامه", "--limit", "1", "--json").document
    assert (document["total"], len(document["items"])) == (2, 1)


def test_a_person_reads_a_table(filled: CommandLine) -> None:
    done = filled("petitions", "find", "نامه")
    assert done.status == 0
    head, first, second = done.out.splitlines()
    assert head.startswith("کد رهگیری")
    assert "سارا نوری" in first
    assert "علي كريمي" in second
    assert "۲ مورد" in done.line


def test_the_columns_of_a_shaped_table_are_aligned_as_they_are_displayed(filled: CommandLine) -> None:
    lines = filled("petitions", "find", "نامه", "--shape").out.splitlines()
    assert len(lines) == 3
    assert len({displayed_width(line, joined=False) for line in lines}) == 1
    # «کد رهگیری», from left to right.
    assert lines[0].endswith("\ufbfc\ufeae\ufbff\ufb95\ufeeb\ufead \ufeaa\ufb90")


@pytest.mark.parametrize(
    ("words", "status"),
    [(("--status", "گم"), 2), (("--unit", "خیالی"), 1), (("--limit", "0"), 2), (("--limit", "x"), 2)],
)
def test_what_cannot_be_asked_is_refused(filled: CommandLine, words: tuple[str, ...], status: int) -> None:
    done = filled("petitions", "find", "نامه", *words)
    assert (done.status, done.out) == (status, "")
    assert done.line
