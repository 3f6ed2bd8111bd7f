from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from desktop_app.clock import FixedClock
from desktop_app.database.last_backup import record_backup, record_trial
from desktop_app.errors import BackupError
from desktop_app.instruments.comments.service import NewComment
from desktop_app.instruments.comments.triage_acts import Assign
from desktop_app.instruments.vocabulary import Disposition, InstrumentKind
from desktop_app.reports.bell import Call
from tests.department import TestOffice
from tests.instruments.consulting import exposed_now


def test_a_comment_calls_for_who_is_to_decide_it_until_it_is_decided(office: TestOffice) -> None:
    services, reviewer = office.services, office.reviewer
    draft = services.drafting.register(reviewer, InstrumentKind.BYLAW, "آیین‌نامه").row
    exposed_now(services, draft.id)
    came = datetime(2026, 11, 10, 8, 0, tzinfo=UTC)
    services.comments.take_in(
        office.clerk, draft.id, [NewComment("مهلت کم است.", external_id="1", received_at=came)]
    )
    row = services.comments.of_instrument(draft.id)[0]
    assert services.bells.of(reviewer).rows == ()
    services.triage.run(reviewer, draft.id, [row.id], Assign(reviewer.person_id))
    (called,) = services.bells.of(reviewer).rows
    assert (called.call, called.words, called.beside) == (Call.COMMENT, "مهلت کم است.", "آیین‌نامه")
    assert (called.item_id, called.instrument_id) == (row.id, draft.id)
    assert services.bells.of(office.clerk).rows == ()
    now = services.comments.of_instrument(draft.id)[0]
    services.comments.decide(reviewer, row.id, now.version, Disposition.OUT_OF_SCOPE, "موضوع این نیست.")
    assert services.bells.of(reviewer).rows == ()


def test_an_administrator_is_told_of_a_back_up_that_is_not_sound_or_that_nobody_tried(
    office: TestOffice, clock: FixedClock, tmp_path: Path
) -> None:
    services, database = office.services, office.services.database

    def calls() -> list[str]:
        assert services.bells.of(office.manager).tried == ""
        return [row.words for row in services.bells.of(office.administrator).rows if row.call is Call.BACKUP]

    assert calls() == []
    record_backup(database, tmp_path / "a.db", "sqlite")
    assert calls() == ["هنوز هیچ پشتیبانی آزموده نشده است"]
    record_trial(database, tmp_path / "a.db", BackupError(reason="edited", name="a.db"))
    assert calls() == ["آخرین پشتیبانی که آزموده شد سالم نیست"]
    assert services.bells.of(office.administrator).rows[0].beside == "a.db"
    record_trial(database, tmp_path / "b.db", None)
    assert calls() == []
    assert services.bells.of(office.administrator).tried == "آخرین آزمون پشتیبان: سالم بود، امروز"
    clock.advance(timedelta(days=31))
    assert calls() == []
    clock.advance(timedelta(days=1))
    assert calls() == ["۳۲ روز است که پشتیبانی آزموده نشده است"]


def test_the_calendar_of_a_year_is_asked_for_until_an_administrator_confirms_it(
    office: TestOffice, clock: FixedClock
) -> None:
    services = office.services

    def calls() -> list[str]:
        assert not [row for row in services.bells.of(office.manager).rows if row.call is Call.CALENDAR]
        return [
            row.shows for row in services.bells.of(office.administrator).rows if row.call is Call.CALENDAR
        ]

    assert calls() == ["1405"]
    services.closures.confirm(office.administrator, 1405)
    assert calls() == []
    # From Dey on, windows end in the next year: it is asked for once.
    clock.advance(timedelta(days=27))
    assert calls() == []
    clock.advance(timedelta(days=1))
    assert calls() == ["1406"]
    services.closures.confirm(office.administrator, 1406)
    assert calls() == []
