from __future__ import annotations

import csv
import dataclasses
from datetime import date
from pathlib import Path

import pytest

from desktop_app.persian.dates import parse_moment
from desktop_app.persian.text import fold
from desktop_app.sample import files
from desktop_app.sample.petitions import SamplePetition, petitions

UNTIL = date(2026, 11, 24)


def sample() -> list[SamplePetition]:
    made = list(petitions(60, 8, UNTIL))
    made[0] = dataclasses.replace(made[0], subject="=1+1", text=" @SUM(A1) +98")
    return made


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "windows-1256"])
def test_a_csv_can_be_read_back_in_every_encoding_and_delimiter(
    tmp_path: Path, encoding: str, delimiter: str
) -> None:
    path = tmp_path / "petitions.csv"
    assert files.write_petitions_csv(path, sample(), encoding=encoding, delimiter=delimiter) == 60
    with path.open(encoding=encoding, newline="") as file:
        rows = list(csv.DictReader(file, delimiter=delimiter))
    assert len(rows) == 60
    assert [fold(name) for name in rows[0]] == [fold(name) for name in files.FIELDS.values()]
    assert all(row["نوع"] and row["متن"] for row in rows)
    assert "?" not in "".join(row["نوع"] + row["متن"][:40].replace("؟", "") for row in rows[1:])


def test_windows_1256_gets_the_letters_and_digits_that_it_has() -> None:
    assert files.in_windows_1256("یک کتاب، ۱۴۰۵") == "يک کتاب، 1405"
    assert files.in_windows_1256("چاپ گزارش ژاله").encode("windows-1256")


def test_a_csv_holds_no_live_formula(tmp_path: Path) -> None:
    path = tmp_path / "petitions.csv"
    files.write_petitions_csv(path, sample(), headers="english")
    with path.open(encoding="utf-8-sig", newline="") as file:
        first = next(csv.DictReader(file))
    assert first["subject"] == "'=1+1"
    assert first["text"] == "' @SUM(A1) +98"


@pytest.mark.parametrize("cell", ["=A1", "+98 21", "-5", "@x", "\tx", "  =A1", "\ufeff=A1"])
def test_what_looks_like_a_formula_is_made_harmless(cell: str) -> None:
    assert files.harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "سلام", "1+1", "'=A1"])
def test_what_looks_like_none_is_left_alone(cell: str) -> None:
    assert files.harmless(cell) == cell


@pytest.mark.parametrize("headers", ["english", "persian"])
def test_dates_are_read_back_as_the_moment_of_arrival(headers: files.Headers) -> None:
    for petition in sample():
        cell = files.row(petition, headers)["received_at" if headers == "english" else "تاریخ"]
        assert abs((parse_moment(cell) - petition.received_at).total_seconds()) < 60
