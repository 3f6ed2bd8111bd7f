from __future__ import annotations

import re

import pytest

from desktop_app.errors import BadFileError
from desktop_app.intake.formats.cells import RowFault
from desktop_app.intake.formats.faults import TableFault, UnreadableRow
from desktop_app.wording import use_language
from desktop_app.wording.errors import error_sentence
from desktop_app.wording.row_faults import _notices, notice_sentence, row_fault_sentence

REASONS = (
    "empty", "too_long", "control_characters", "unknown", "ten_digits", "check_digit", "mobile_form", "email_form",
    "not_a_date", "no_such_date", "in_future", *UnreadableRow,
)  # fmt: skip


def assert_worded(sentence: str, language: str) -> None:
    assert "{" not in sentence
    assert "\n" not in sentence
    assert sentence.rstrip("\u2069").endswith("."), sentence
    persian = bool(re.search("[\u0600-\u06ff]", sentence))
    assert persian == (language == "fa"), sentence


@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize("fault", TableFault)
def test_every_fault_of_a_table_has_one_sentence(fault: TableFault, language: str) -> None:
    use_language(language)
    error = BadFileError(name="in.csv", reason=fault, fields="kind,text", limit=100)
    assert_worded(error_sentence(error), language)
    assert "in.csv" in error_sentence(error)


@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize("reason", REASONS)
def test_every_fault_of_a_row_has_one_sentence(reason: str, language: str) -> None:
    use_language(language)
    assert_worded(row_fault_sentence(RowFault("in.csv", 7, "subject", reason, "x")), language)


def test_a_row_s_sentence_names_the_row_and_everything_that_is_wrong() -> None:
    use_language("en")
    also = (RowFault("in.csv", 7, "received_at", "no_such_date", "1405/13/45"),)
    told = row_fault_sentence(RowFault("in.csv", 7, "national_id", "ten_digits", "1", also))
    assert told.startswith("Row 7: A national ID has ten digits. There is no such date: ")
    assert "1405/13/45" in told


@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize("notice", sorted(_notices()))
def test_every_notice_has_one_sentence(notice: str, language: str) -> None:
    use_language(language)
    assert_worded(notice_sentence(notice, 3), language)
