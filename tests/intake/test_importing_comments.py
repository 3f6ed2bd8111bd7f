from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.errors import NotFoundError
from desktop_app.instruments.vocabulary import InstrumentKind
from desktop_app.intake import comments
from desktop_app.intake.importing import ImportResult
from tests.department import TestOffice
from tests.intake.tables import write_csv, write_jsonl, write_xlsx

HEADER = ("شناسه", "متن نظر", "نام", "گروه", "ماده", "عبارت", "تاریخ", "کانال")
ROWS = [
    ("C-1", "ماده شش مبهم است", "انجمن ناشران", "ناشر", "ماده ۶", "ظرف مدت معقول", "1405/08/20", "درگاه"),
    ("C-2", "موافقم", "", "", "", "", "", ""),
]


@pytest.fixture
def instrument(office: TestOffice) -> int:
    made = office.services.drafting.register(office.reviewer, InstrumentKind.BYLAW, "آیین‌نامه نشر")
    return made.row.id


def take_in(office: TestOffice, instrument: int, path: Path, **options: object) -> ImportResult:
    plan = comments.plan(path)
    return comments.run(office.services, office.clerk, instrument, plan, **options)  # type: ignore[arg-type]


def test_rows_become_comments_with_provision_and_quote(
    office: TestOffice, instrument: int, tmp_path: Path
) -> None:
    result = take_in(office, instrument, write_csv(tmp_path / "in.csv", ROWS, HEADER))
    assert (result.read, result.created, result.rejected) == (2, 2, ())
    first = next(c for c in office.services.comments.of_instrument(instrument) if c.sender)
    assert (first.text, first.sender, first.group) == ("ماده شش مبهم است", "انجمن ناشران", "publisher")
    assert (first.provision, first.quote, first.channel) == ("ماده ۶", "ظرف مدت معقول", "portal")


def test_the_same_comments_in_any_format_create_nothing_new(
    office: TestOffice, instrument: int, tmp_path: Path
) -> None:
    rows = [("", *row[1:]) for row in ROWS]
    take_in(office, instrument, write_csv(tmp_path / "a.csv", rows, HEADER))
    for path in (
        write_xlsx(tmp_path / "b.xlsx", rows, HEADER),
        write_jsonl(tmp_path / "c.jsonl", rows, HEADER),
    ):
        result = take_in(office, instrument, path)
        assert (result.created, result.already_present) == (0, 2)


def test_the_same_comment_on_another_instrument_is_another_comment(
    office: TestOffice, instrument: int, tmp_path: Path
) -> None:
    other = office.services.drafting.register(office.reviewer, InstrumentKind.BILL, "لایحه").row.id
    path = write_csv(tmp_path / "in.csv", ROWS, HEADER)
    take_in(office, instrument, path)
    assert take_in(office, other, path).created == 2


def test_a_dry_run_of_comments_keeps_nothing(office: TestOffice, instrument: int, tmp_path: Path) -> None:
    result = take_in(
        office, instrument, write_csv(tmp_path / "in.csv", [*ROWS, ROWS[0]], HEADER), dry_run=True
    )
    assert (result.read, result.created, result.already_present) == (3, 2, 1)
    assert office.services.comments.of_instrument(instrument) == ()


def test_bad_comment_rows_are_named(office: TestOffice, instrument: int, tmp_path: Path) -> None:
    rows = [("1", "", "", "", "", "", "", ""), ("2", "x", "", "", "م" * 61, "", "1405/13/45", "کبوتر")]
    result = take_in(office, instrument, write_csv(tmp_path / "in.csv", rows, HEADER))
    assert [(f.row, f.field) for f in result.rejected] == [(2, "text"), (3, "channel")]
    assert {other.field for other in result.rejected[1].also} == {"provision", "received_at"}


def test_an_instrument_that_is_not_there_takes_no_comments(office: TestOffice, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        take_in(office, 999, write_csv(tmp_path / "in.csv", ROWS, HEADER))
