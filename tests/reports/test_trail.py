from __future__ import annotations

import csv
from datetime import datetime, timedelta
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.clock import FixedClock
from desktop_app.database.verification import verify
from desktop_app.errors import CancelledError, NotPermittedError, NotWrittenError
from desktop_app.instruments.vocabulary import InstrumentKind
from desktop_app.persian.dates import tehran_day
from desktop_app.persian.digits import isolated
from desktop_app.petitions.registration.codes import spoken
from desktop_app.reports import trail as trail_module
from desktop_app.reports.cells import harmless
from desktop_app.reports.trail import Trail, TrailFilter
from desktop_app.reports.trail_rows import TrailRow
from desktop_app.wording.history import field_words
from tests.conftest import NOON
from tests.department import TestOffice


@pytest.fixture
def trail(office: TestOffice) -> Trail:
    return office.services.trail


def found(office: TestOffice, wanted: TrailFilter) -> tuple[TrailRow, ...]:
    outline = office.services.trail.outline(office.administrator, wanted)
    rows = office.services.trail.page(office.administrator, wanted, outline, 0, 1000)
    assert len(rows) == outline.total
    return rows


def test_everything_that_happened_stands_there_newest_first(office: TestOffice, clock: FixedClock) -> None:
    clock.advance(timedelta(hours=1))
    taken = office.taken()
    clock.advance(timedelta(hours=1))
    office.services.desk.note(office.clerk, taken.id, "یادداشت")
    rows = found(office, TrailFilter())
    assert [row.action for row in rows[:3]] == ["note", "take", "registered"]
    assert (rows[0].text, rows[0].actor_name, rows[0].item_code) == (
        "یادداشت", office.clerk.name, taken.tracking_code,
    )  # fmt: skip
    assert [(row.at, row.id) for row in rows] == sorted(((row.at, row.id) for row in rows), reverse=True)
    assert {"person", "unit", "petition"} <= {row.item_type for row in rows}


def test_filters_find_what_they_say_and_nothing_else(office: TestOffice, clock: FixedClock) -> None:
    clock.advance(timedelta(days=2))
    taken = office.taken()
    other = office.petition(external_id="other")
    draft = office.services.drafting.register(office.reviewer, InstrumentKind.BYLAW, "آیین‌نامه").row
    own = [row for row in found(office, TrailFilter()) if row.actor_name == office.clerk.name]
    assert list(found(office, TrailFilter(actor_name=office.clerk.name))) == own
    assert {row.item_type for row in found(office, TrailFilter(item_type="unit"))} == {"unit"}
    assert {row.item_id for row in found(office, TrailFilter(action="take"))} == {taken.id}
    day = tehran_day(NOON)
    assert all(tehran_day(row.at) == day for row in found(office, TrailFilter(until=day)))
    late = found(office, TrailFilter(since=day + timedelta(days=1)))
    assert len(late) + len(found(office, TrailFilter(until=day))) == len(found(office, TrailFilter()))
    for code in (taken.tracking_code, spoken(taken.tracking_code), taken.tracking_code[:9]):
        assert {row.item_id for row in found(office, TrailFilter(code=code))} == {taken.id}
    registry = found(office, TrailFilter(code=f"{other.registry_year}/{other.registry_number}"))
    assert {(row.item_type, row.item_id) for row in registry} == {("petition", other.id)}
    assert {row.item_type for row in found(office, TrailFilter(code=draft.code.upper()))} == {"instrument"}
    assert found(office, TrailFilter(code="نیست")) == ()
    assert found(office, TrailFilter(code="%")) == ()


def test_any_place_is_reached_from_its_fence(
    office: TestOffice, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trail_module, "FENCE", 4)
    for number in range(12):
        office.registered(external_id=str(number))
        clock.advance(timedelta(seconds=number % 2))
    wanted = TrailFilter()
    outline = office.services.trail.outline(office.administrator, wanted)
    assert len(outline.fences) == -(-outline.total // 4)
    whole = office.services.trail.page(office.administrator, wanted, outline, 0, 100)
    for start in range(outline.total):
        page = office.services.trail.page(office.administrator, wanted, outline, start, 3)
        assert page == whole[start : start + 3]
    assert office.services.trail.page(office.administrator, wanted, outline, outline.total, 3) == ()


def test_choices_are_what_occurs(office: TestOffice) -> None:
    office.taken()
    choices = office.services.trail.choices(office.administrator)
    assert office.clerk.name in choices.actor_names
    assert "take" in choices.actions
    assert "thread" not in choices.item_types


def test_only_an_administrator_reads_verifies_or_exports(office: TestOffice, tmp_path: Path) -> None:
    trail = office.services.trail
    outline = trail.outline(office.administrator, TrailFilter())
    for actor in (office.clerk, office.manager, office.reviewer):
        for act in (
            lambda actor=actor: trail.choices(actor),
            lambda actor=actor: trail.outline(actor, TrailFilter()),
            lambda actor=actor: trail.page(actor, TrailFilter(), outline, 0, 1),
            lambda actor=actor: trail.verify(actor),
            lambda actor=actor: trail.export(actor, TrailFilter(), tmp_path / "x.csv"),
        ):
            with pytest.raises(NotPermittedError):
                act()
    assert not (tmp_path / "x.csv").exists()


def test_an_export_holds_the_rows_is_harmless_and_an_event_itself(
    office: TestOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trail_module, "EXPORTED_AT_ONCE", 2)
    taken = office.taken()
    hostile = ("=1+1", "  +cmd", "@x", "-1", "\t=1", "＝1", 'a";b\r\nزیر', "متن ساده")
    for words in hostile:
        office.services.desk.note(office.clerk, taken.id, words)
    wanted = TrailFilter(item_type="petition", action="note")
    before = found(office, wanted)
    target = tmp_path / "سوابق.csv"
    assert office.services.trail.export(office.administrator, wanted, target) == len(hostile)
    with target.open(encoding="utf-8-sig", newline="") as stream:
        head, *rows = list(csv.reader(stream))
    assert [row[-1] for row in rows] == [row.hash for row in before]
    assert all(len(row) == len(head) for row in rows)
    texts = [row[-2] for row in rows]
    assert texts == [row.text if row.text[0] in "aم" else f"'{row.text}" for row in before]
    (event, *_) = found(office, TrailFilter(item_type="office"))
    assert (event.action, event.actor_name) == ("history_exported", office.administrator.name)
    assert event.after == {"rows": len(hostile), "item_type": "petition", "action": "note"}
    assert verify(office.services.database).ok
    # As a workbook, from the right, its texts no formulas and its days dates.
    book_file = tmp_path / "سوابق.xlsx"
    assert office.services.trail.export(office.administrator, wanted, book_file) == len(hostile)
    sheet = openpyxl.load_workbook(book_file).active
    assert sheet.sheet_view.rightToLeft
    titles, *cells = sheet[sheet.auto_filter.ref]
    place = {title.value: number for number, title in enumerate(titles)}
    assert [row[place["کد صحت"]].value for row in cells] == [row.hash for row in before]
    assert {row[place["متن"]].data_type for row in cells} == {"s"}
    assert {type(row[place["تاریخ (میلادی)"]].value) for row in cells} == {datetime}


@pytest.mark.parametrize("cell", ["=1", " =1", "\t=1", "\tمتن", "\rمتن", "+1", "-1", "@a", "＋1", "\u00a0=1"])
def test_a_cell_that_could_begin_a_formula_is_made_text(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"
    assert harmless(f"متن {cell}") == f"متن {cell}"


def test_an_export_that_is_stopped_or_fails_leaves_no_file_and_no_event(
    office: TestOffice, tmp_path: Path
) -> None:
    class Stopping:
        def report(self, done: int, total: int | None = None) -> None: ...

        def cancelled(self) -> bool:
            return True

    trail = office.services.trail
    with pytest.raises(CancelledError):
        trail.export(office.administrator, TrailFilter(), tmp_path / "x.csv", Stopping())
    with pytest.raises(NotWrittenError):
        trail.export(office.administrator, TrailFilter(), tmp_path / "nowhere" / "x.csv")
    assert list(tmp_path.iterdir()) == []
    assert found(office, TrailFilter(item_type="office")) == ()


def test_fields_are_read_in_the_office_s_words() -> None:
    before = {
        "status": "referred",
        "unit_id": 3,
        "unit_name": "کتاب",
        "due_on": "2026-11-24",
        "outcome": None,
    }
    after = before | {"status": "in_progress", "resolved_at": "2026-11-24T08:00:00+00:00"}
    words = field_words("petition", before, after)
    assert [(field.name, field.before, field.after) for field in words if field.changed] == [
        ("وضعیت", "ارجاع‌شده", "در دست اقدام"),
        ("زمان رسیدگی", "", "۱۴۰۵/۰۹/۰۳ ۱۱:۳۰"),
    ]
    assert [(field.name, field.before) for field in words if not field.changed] == [
        ("واحد", "کتاب"),
        ("مهلت", "۱۴۰۵/۰۹/۰۳"),
    ]
    (gone,) = (field for field in field_words("petition", {"outcome": "answered"}, {"outcome": None}))
    assert (gone.before, gone.after, gone.changed) == ("پاسخ داده شد", "—", True)
    # A code reads from left to right; the marks that make it do so are nobody's words.
    (code,) = field_words("petition", {}, {"registry": "1405/1081\u202e"})
    assert code.after == isolated("۱۴۰۵/۱۰۸۱[راست‌به‌چپ]")
    rules = [{"kind": "request", "channel": "phone", "days": 10, "working": True}, {"kind": None, "days": 3}]
    (deadlines,) = field_words("office", {}, {"deadlines": rules})
    assert deadlines.after == "درخواست تلفن: ۱۰ روز کاری، همهٔ نوع‌ها و راه‌ها: ۳ روز"


NESTED = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20) | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(
    st.sampled_from(["petition", "thread", "office", "?"]),
    st.dictionaries(st.sampled_from(["status", "due_on", "weekend", "x"]) | st.text(max_size=6), NESTED, max_size=4),
    st.dictionaries(st.sampled_from(["status", "due_on", "weekend", "x"]) | st.text(max_size=6), NESTED, max_size=4),
)  # fmt: skip
def test_whatever_stands_in_an_event_is_words_without_control_characters(
    item_type: str, before: dict[str, object], after: dict[str, object]
) -> None:
    for field in field_words(item_type, before, after):
        assert not any(ord(letter) < 32 and letter != "\n" for letter in field.before + field.after)
