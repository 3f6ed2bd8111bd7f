"""Rows that were imported before: known in any format, told where their words differ, never doubled."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.database.verification import verify
from desktop_app.intake.imports import changed_rows
from desktop_app.petitions.follow_ups.service import FollowUpReason
from desktop_app.petitions.registration.correction import Correction
from desktop_app.petitions.vocabulary import Channel
from desktop_app.progress import SilentProgress
from tests.department import TestOffice
from tests.intake.tables import GOOD, write_csv, write_jsonl, write_xlsx
from tests.intake.taking_in import EVERYTHING, take_in, total


def test_the_same_file_twice_creates_nothing(office: TestOffice, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "in.csv")
    take_in(office, path)
    again = take_in(office, path)
    assert (again.created, again.already_present) == (0, 3)
    assert total(office) == 3


@pytest.mark.parametrize("with_ids", [True, False])
def test_the_same_rows_in_another_format_are_the_same_rows(
    office: TestOffice, tmp_path: Path, with_ids: bool
) -> None:
    rows = [row if with_ids else ("", *row[1:]) for row in GOOD]
    assert (
        take_in(office, write_csv(tmp_path / "a.csv", rows, encoding="utf-16", delimiter="\t")).created == 3
    )
    assert take_in(office, write_xlsx(tmp_path / "b.xlsx", rows)).created == 0
    assert take_in(office, write_jsonl(tmp_path / "c.jsonl", rows)).created == 0


def test_arabic_letters_and_line_ends_do_not_make_another_row(office: TestOffice, tmp_path: Path) -> None:
    rows = [("", "درخواست", "مجوز کتاب", "متن یکم\nسطر دو", "علی", "", "", "1405/08/12")]
    other = [("", "درخواست", "مجوز كتاب", "متن يكم\r\nسطر دو", "علي", "", "", "2026-11-03")]
    assert take_in(office, write_csv(tmp_path / "a.csv", rows)).created == 1
    assert take_in(office, write_csv(tmp_path / "b.csv", other)).created == 0


def test_a_row_that_is_twice_in_a_file_is_made_once(office: TestOffice, tmp_path: Path) -> None:
    result = take_in(office, write_csv(tmp_path / "in.csv", [GOOD[0], GOOD[0], GOOD[1]]))
    assert (result.read, result.created, result.already_present) == (3, 2, 1)


def test_the_same_id_from_another_channel_is_another_petition(office: TestOffice, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "in.csv")
    take_in(office, path)
    assert take_in(office, path, channel=Channel.SMS).created == 3


def changed(*rows: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The first good row in another spelling, and `rows`."""
    return [tuple(cell.replace("ی", "ي").replace("ک", "ك") for cell in GOOD[0]), *rows]


def other_words(row: tuple[str, ...], **cells: str) -> tuple[str, ...]:
    places = {"kind": 1, "subject": 2, "text": 3, "name": 4}
    made = list(row)
    for name, words in cells.items():
        made[places[name]] = words
    return tuple(made)


def ids(office: TestOffice) -> list[int]:
    return [row.id for row in office.services.inbox.find(office.clerk, EVERYTHING, 10)[1]]


@pytest.mark.parametrize("dry_run", [False, True])
def test_a_known_row_with_other_words_is_told_with_what_differs(
    office: TestOffice, tmp_path: Path, dry_run: bool
) -> None:
    take_in(office, write_csv(tmp_path / "in.csv"))
    rows = changed(
        other_words(GOOD[1], text="متنی دیگر."), other_words(GOOD[2], subject="موضوعی دیگر", name="دیگری")
    )
    new = ("P-9", *GOOD[0][1:])
    path = write_csv(tmp_path / "again.csv", [*rows, new, other_words(new, kind="شکایت"), new])
    result = take_in(office, path, dry_run=dry_run)
    told = [(one.file, one.row, one.external_id, one.fields) for one in result.changed]
    assert told == [
        (str(path), 3, "P-2", ("text",)),
        (str(path), 4, "P-3", ("subject", "name")),
        (str(path), 6, "P-9", ("kind",)),
    ]
    assert (result.changed[0].before.text, result.changed[0].now.text) == (GOOD[1][3], "متنی دیگر.")
    assert (result.read, result.created, result.already_present, result.rejected) == (6, 1, 2, ())
    assert total(office) == (3 if dry_run else 4)
    assert not any(office.services.further_texts.count(office.clerk, one) for one in ids(office))


def test_a_changed_row_becomes_a_further_text_once_and_is_then_known(
    office: TestOffice, tmp_path: Path
) -> None:
    take_in(office, write_csv(tmp_path / "in.csv"))
    path = write_csv(tmp_path / "again.csv", changed(other_words(GOOD[1], text="متنی دیگر.")))
    for _ in range(2):
        rows = take_in(office, path).changed
        assert len(rows) == 1
    put = changed_rows.take_in_further(office.services, office.clerk, [*rows, *rows], SilentProgress())
    assert (put.added, put.handled) == (1, 2)
    again = changed_rows.take_in_further(office.services, office.clerk, rows, SilentProgress())
    assert again.added == 0
    (number,) = [one for one in ids(office) if office.services.further_texts.count(office.clerk, one)]
    detail = office.services.desk.peek(office.clerk, number)
    assert (detail.external_id, detail.text) == ("P-2", GOOD[1][3])
    (message,) = office.services.further_texts.page(office.clerk, number)
    assert (message.cause, message.channel) == (FollowUpReason.CHANGED, "portal")
    assert message.text.endswith("متنی دیگر.")
    assert detail.history[-1].action == "wrote_again"
    # Both are known now; a third text is not.
    for name in ("in.csv", "again.csv"):
        result = take_in(office, tmp_path / name)
        assert (result.created, result.changed) == (0, ())
    third = write_csv(tmp_path / "third.csv", [other_words(GOOD[1], text="متنی سوم.")])
    assert [one.fields for one in take_in(office, third).changed] == [("text",)]
    assert verify(office.services.database).ok


def test_a_name_that_the_office_corrected_is_no_other_word(office: TestOffice, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "in.csv", GOOD[:1])
    take_in(office, path)
    (number,) = ids(office)
    person = office.services.desk.peek(office.clerk, number).petitioner_id
    assert person is not None
    office.services.corrections.correct(office.manager, person, Correction("غلط بود.", name="نام درست"))
    result = take_in(office, path)
    assert (result.already_present, result.changed) == (1, ())


class StopsAfterAChunk(SilentProgress):
    stopped = False

    def report(self, done: int, total: int | None = None) -> None:
        self.stopped = True

    def cancelled(self) -> bool:
        return self.stopped


def test_a_stop_between_two_chunks_keeps_the_further_texts_of_the_first(
    office: TestOffice, tmp_path: Path
) -> None:
    rows = [(f"N-{n}", *GOOD[0][1:]) for n in range(130)]
    take_in(office, write_csv(tmp_path / "in.csv", rows))
    other = [other_words(row, text="متنی دیگر.") for row in rows]
    found = take_in(office, write_csv(tmp_path / "again.csv", other)).changed
    assert len(found) == 130
    services, clerk = office.services, office.clerk
    assert changed_rows.take_in_further(services, clerk, found, StopsAfterAChunk()).handled == 100
    assert changed_rows.take_in_further(services, clerk, found, SilentProgress()).added == 30
