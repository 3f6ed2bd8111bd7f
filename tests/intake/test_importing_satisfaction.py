"""What petitioners told of their satisfaction, from a survey's file."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.database.audit import history
from desktop_app.errors import BadFileError, NotPermittedError
from desktop_app.intake.imports import satisfaction
from desktop_app.intake.imports.importing import ImportResult
from desktop_app.intake.imports.rejects import RejectedRows
from desktop_app.persian.dates import JalaliMonth
from desktop_app.petitions.desk.detail import PetitionDetail
from desktop_app.petitions.registration.codes import new_tracking_code, spoken
from desktop_app.petitions.vocabulary import Outcome
from desktop_app.reports.period import Period
from desktop_app.reports.scope import ReportScope
from tests.department import TestOffice
from tests.intake.tables import write_csv, write_jsonl, write_xlsx

HEADER = ("کد رهگیری", "میزان رضایت", "توضیحات")


def resolved(office: TestOffice) -> PetitionDetail:
    taken = office.taken(external_id=new_tracking_code())
    return office.services.desk.resolve(
        office.clerk, taken.id, taken.version, Outcome.ANSWERED, "پاسخ داده شد"
    )


def take_in(office: TestOffice, path: Path, **options: object) -> ImportResult:
    plan = satisfaction.plan(path)
    return satisfaction.run(office.services, office.clerk, plan, **options)  # type: ignore[arg-type]


def mark_of(office: TestOffice, petition: PetitionDetail) -> int | None:
    return office.services.desk.peek(office.clerk, petition.id).satisfaction


def test_marks_come_to_their_petitions_with_the_words_and_into_the_report(
    office: TestOffice, tmp_path: Path
) -> None:
    first, second, third = (resolved(office) for _ in range(3))
    rows = [
        (spoken(first.tracking_code), "۵", "خیلی زود پاسخ دادند"),
        (second.tracking_code, "ناراضی", ""),
    ]
    result = take_in(office, write_csv(tmp_path / "in.csv", rows, HEADER))
    assert (result.read, result.created, result.rejected) == (2, 2, ())
    assert [mark_of(office, one) for one in (first, second, third)] == [5, 2, None]
    with office.services.database.reading() as session:
        last = history(session, "petition", first.id)[-1]
    assert (last.action, last.after, last.text) == (
        "satisfaction_told", {"satisfaction": 5}, "خیلی زود پاسخ دادند",
    )  # fmt: skip
    figures = office.services.reports.of(ReportScope(Period.month(JalaliMonth(1405, 9)))).figures
    assert sum(figures.satisfaction) == 2
    assert figures.mean_satisfaction == 3.5


def test_the_same_file_in_any_format_gives_nothing_twice(office: TestOffice, tmp_path: Path) -> None:
    rows = [(resolved(office).tracking_code, "4", "ممنون") for _ in range(2)]
    assert take_in(office, write_csv(tmp_path / "a.csv", rows, HEADER)).created == 2
    for path in (
        write_xlsx(tmp_path / "b.xlsx", rows, HEADER), write_jsonl(tmp_path / "c.jsonl", rows, HEADER),
    ):  # fmt: skip
        result = take_in(office, path)
        assert (result.created, result.already_present, result.rejected) == (0, 2, ())


def test_bad_rows_are_named_and_the_good_ones_are_kept(office: TestOffice, tmp_path: Path) -> None:
    good, marked, opened = resolved(office), resolved(office), office.taken(external_id="open")
    take_in(office, write_csv(tmp_path / "first.csv", [(marked.tracking_code, "3", "")], HEADER))
    rows = [
        (good.tracking_code, "4", ""),
        (good.tracking_code, "1", "دوباره"),
        (marked.tracking_code, "5", ""),
        (opened.tracking_code, "5", ""),
        (new_tracking_code(), "5", ""),
        ("123", "5", ""),
        ("", "5", ""),
        (good.tracking_code, "9", ""),
        (good.tracking_code, "", ""),
    ]
    rejects = RejectedRows()
    result = take_in(office, write_csv(tmp_path / "in.csv", rows, HEADER), rejects=rejects)
    assert (result.read, result.created, len(result.rejected), len(rejects)) == (9, 1, 8, 8)
    assert [(fault.field, fault.reason) for fault in result.rejected] == [
        ("tracking_code", "marked_otherwise"),
        ("tracking_code", "marked_otherwise"),
        ("tracking_code", "not_closed_yet"),
        ("tracking_code", "no_such_petition"),
        ("tracking_code", "twelve_digits"),
        ("tracking_code", "empty"),
        ("satisfaction", "unknown"),
        ("satisfaction", "empty"),
    ]
    assert [mark_of(office, one) for one in (good, marked, opened)] == [4, 3, None]


def test_a_trial_keeps_nothing(office: TestOffice, tmp_path: Path) -> None:
    petition = resolved(office)
    path = write_csv(tmp_path / "in.csv", [(petition.tracking_code, "4", "")], HEADER)
    assert take_in(office, path, dry_run=True).created == 1
    assert mark_of(office, petition) is None


def test_a_file_without_marks_and_a_person_without_a_desk_are_refused(
    office: TestOffice, tmp_path: Path
) -> None:
    path = write_csv(tmp_path / "in.csv", [("x", "y", "z")], ("شناسه", "نوع", "متن"))
    with pytest.raises(BadFileError):
        take_in(office, path)
    good = write_csv(tmp_path / "good.csv", [(resolved(office).tracking_code, "4", "")], HEADER)
    with pytest.raises(NotPermittedError):
        satisfaction.run(office.services, office.reviewer, satisfaction.plan(good))
