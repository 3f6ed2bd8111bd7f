"""The window of a draft: how long it is open, when it ends, what comes in, how it goes on."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

import pytest
from sqlalchemy import exc

from desktop_app.errors import ConflictError, InvalidValueError, NotPermittedError, RuleError
from desktop_app.instruments.comments.service import NewComment
from desktop_app.instruments.consultation.windows import next_open_day
from desktop_app.instruments.vocabulary import InstrumentKind, InstrumentStatus
from desktop_app.office.workdays import WorkCalendar
from desktop_app.petitions.deadlines.closures import Closure
from tests.instruments.consulting import NEXT_TEXT, Consultation
from tests.instruments.refusing import COLUMNS_OF_A_COMMENT, day_of, refused, refused_by_sql


def test_a_window_is_never_asked_for_below_its_floor(consultation: Consultation) -> None:
    consultation.register()
    refused(
        "window_below_floor",
        lambda: consultation.ask(until=consultation.today + timedelta(days=13)),
        consultation,
    )
    with pytest.raises(InvalidValueError):
        consultation.ask(until=consultation.today + timedelta(days=4000))
    consultation.ask(until=consultation.today + timedelta(days=40))
    consultation.open()
    row = consultation.now.row
    assert row.closes_on is not None
    assert row.closes_on >= consultation.today + timedelta(days=40)


@pytest.mark.parametrize(
    ("kind", "short"), [(InstrumentKind.LICENSING_DIRECTIVE, 13), (InstrumentKind.BILL, 29)]
)
def test_sql_opens_no_window_below_its_floor(
    consultation: Consultation, kind: InstrumentKind, short: int
) -> None:
    consultation.register(kind).ask()
    refused_by_sql(
        "window_below_floor",
        "UPDATE instrument SET status = 'open', opened_on = :day, closes_on = :end, approved_by_id = :who"
        " WHERE id = :id",
        consultation,
        day=day_of(consultation, 0),
        end=day_of(consultation, short),
        who=consultation.office.manager.person_id,
    )


def test_the_database_counts_every_opening_day_as_the_program_does(consultation: Consultation) -> None:
    """One day less than the earliest lawful end is refused, the end itself is taken; over a leap year."""
    consultation.register(InstrumentKind.BILL).ask()
    for step in range(0, 400, 7):
        consultation.pass_days(7 if step else 0)
        window = consultation.services.life.window(consultation.id)
        assert tried(consultation, window.counted_to - timedelta(days=1)) == "window_below_floor"
        assert tried(consultation, window.closes_on) == ""
        if window.moved_over:
            assert tried(consultation, window.counted_to) == "window_ends_on_closed_day"


@pytest.mark.usefixtures("opened")
def test_an_open_window_only_grows_and_its_text_stays(consultation: Consultation) -> None:
    office, life = consultation.office, consultation.services.life
    row = consultation.now.row
    assert row.closes_on is not None
    end = row.closes_on
    for until in (end, end - timedelta(days=1)):
        extend = partial(life.extend, office.manager, consultation.id, consultation.version, until, "درخواست")
        refused("window_only_grows", extend, consultation)
    with pytest.raises(NotPermittedError):
        life.extend(office.clerk, consultation.id, consultation.version, end + timedelta(days=7), "درخواست")
    with pytest.raises(InvalidValueError):
        life.extend(office.manager, consultation.id, consultation.version, end + timedelta(days=7), "")
    for statement, rule in (
        ("closes_on = :earlier", "window_only_grows"),
        ("opened_on = :earlier", "exposed_text_stays"),
        ("exposed_revision_id = exposed_revision_id + 1", "exposed_text_stays"),
        ("place = 'single_window'", "exposed_text_stays"),
        ("status = 'revising'", "window_still_open"),
        ("status = 'ready'", "not_from_this_state"),
        ("status = 'drafting'", "not_from_this_state"),
        ("status = 'promulgated'", "not_from_this_state"),
    ):
        values = {"earlier": day_of(consultation, 13)} if ":earlier" in statement else {}
        refused_by_sql(rule, f"UPDATE instrument SET {statement} WHERE id = :id", consultation, **values)
    refused_by_sql("instrument_stays", "DELETE FROM instrument WHERE id = :id", consultation)
    life.extend(
        office.manager, consultation.id, consultation.version, end + timedelta(days=7), "درخواست انجمن"
    )
    grown = consultation.now
    assert grown.row.closes_on is not None
    assert grown.row.closes_on >= end + timedelta(days=7)
    assert grown.history[-1].text == "درخواست انجمن"
    # A working draft is welcome meanwhile; what the public reads is the exposed revision.
    consultation.write(NEXT_TEXT)
    assert consultation.now.exposure is not None
    assert consultation.now.exposure.revision == 1


@pytest.mark.usefixtures("opened")
def test_time_alone_ends_a_window_and_not_a_minute_early(consultation: Consultation) -> None:
    office, life = consultation.office, consultation.services.life
    row = consultation.now.row
    assert row.closes_on is not None
    consultation.pass_days((row.closes_on - consultation.today).days)
    # Eleven at night of the last day, Tehran.
    consultation.clock.advance(timedelta(hours=11))
    consultation.set_day()
    assert consultation.stands() is InstrumentStatus.OPEN

    def start() -> object:
        return life.start_revising(office.reviewer, consultation.id, consultation.version)

    refused("window_still_open", start, consultation)
    consultation.clock.advance(timedelta(hours=2))
    consultation.set_day()
    assert consultation.stands() is InstrumentStatus.CLOSED
    later = row.closes_on + timedelta(days=7)
    refused(
        "window_is_over",
        lambda: life.extend(office.manager, consultation.id, consultation.version, later, "دیر شد"),
        consultation,
    )
    refused_by_sql(
        "window_is_over",
        "UPDATE instrument SET closes_on = :later WHERE id = :id",
        consultation,
        later=day_of(consultation, 9),
    )
    start()
    assert consultation.stands() is InstrumentStatus.REVISING


def test_a_pc_clock_that_went_back_keeps_no_window_open(consultation: Consultation) -> None:
    if not consultation.services.database.is_sqlite:
        # The server's clock rules: there is nothing to go back.
        return
    consultation.closed()
    consultation.services.life.start_revising(
        consultation.office.reviewer, consultation.id, consultation.version
    )
    consultation.clock.advance(timedelta(days=-30))
    with pytest.raises(RuleError) as error:
        consultation.sum_up()
    assert error.value.parameters["rule"] == "clock_went_back"


@pytest.mark.usefixtures("opened")
def test_comments_enter_only_what_was_exposed(consultation: Consultation) -> None:
    consultation.comment()
    office, comments = consultation.office, consultation.services.comments
    draft = Consultation(office, consultation.clock).register()
    others = ", ".join(name for name in COLUMNS_OF_A_COMMENT if name not in {"identity_key", "instrument_id"})
    insert = (
        f"INSERT INTO public_comment (identity_key, instrument_id, {others})"
        f" SELECT 'another', :id, {others} FROM public_comment LIMIT 1"
    )

    def none_comes() -> None:
        with pytest.raises(RuleError) as refusal:
            comments.take_in(office.clerk, draft.id, [NewComment("زود است.")])
        assert refusal.value.parameters["rule"] == "draft_is_not_exposed"

    none_comes()
    refused_by_sql("draft_is_not_exposed", insert, draft)
    draft.ask()
    none_comes()
    refused_by_sql("draft_is_not_exposed", insert, draft)
    draft.open()
    draft.comment("به‌موقع است.")
    draft.services.life.withdraw(office.manager, draft.id, draft.version, "زمینه آن از میان رفت.")
    none_comes()
    draft.services.life.take_up_again(office.manager, draft.id, draft.version, "دوباره لازم است.")
    none_comes()
    assert [one.text for one in comments.of_instrument(draft.id)] == ["به‌موقع است."]
    # A copy of the database brings the comments of the first window.
    draft.sql(insert)


@pytest.mark.usefixtures("opened")
def test_what_was_withdrawn_starts_a_full_new_window(consultation: Consultation) -> None:
    office, life = consultation.office, consultation.services.life
    first = consultation.now.row.closes_on
    consultation.pass_days(5)
    life.withdraw(office.manager, consultation.id, consultation.version, "نیاز به بازنگری")
    assert consultation.stands() is InstrumentStatus.WITHDRAWN
    refused_by_sql(
        "full_window_again", "UPDATE instrument SET status = 'drafting' WHERE id = :id", consultation
    )
    life.take_up_again(office.manager, consultation.id, consultation.version, "دوباره لازم شد")
    consultation.services.drafting.move(
        office.manager, consultation.id, consultation.version, InstrumentStatus.LEGAL_REVIEW
    )
    consultation.ask()
    consultation.open()
    again = consultation.now.row
    assert first is not None
    assert again.closes_on is not None
    assert again.closes_on >= first + timedelta(days=5)
    assert again.opened_on == consultation.today


@pytest.mark.usefixtures("opened")
def test_a_closure_that_is_declared_afterwards_only_lengthens(consultation: Consultation) -> None:
    office, services = consultation.office, consultation.services
    end = consultation.now.row.closes_on
    assert end is not None
    services.closures.add(office.administrator, Closure(end, "تعطیلی آلودگی هوا"))
    longer = consultation.now
    calendar: WorkCalendar = services.office.calendar()
    assert longer.row.closes_on is not None
    assert longer.row.closes_on > end
    assert not calendar.is_closed(longer.row.closes_on)
    assert longer.history[-1].text == "تعطیلی آلودگی هوا"
    services.closures.remove(office.administrator, end)
    assert consultation.now.row.closes_on == longer.row.closes_on


@pytest.mark.usefixtures("opened")
def test_a_window_whose_last_day_is_closed_on_that_day_goes_on(consultation: Consultation) -> None:
    office, services = consultation.office, consultation.services
    end = consultation.now.row.closes_on
    assert end is not None
    consultation.pass_days((end - consultation.today).days)
    services.closures.add(office.administrator, Closure(end, "تعطیلی آلودگی هوا"))
    calendar: WorkCalendar = services.office.calendar()
    assert consultation.now.row.closes_on == next_open_day(end, calendar)[0] > end


def test_two_who_open_at_once_open_once(consultation: Consultation) -> None:
    consultation.register().ask()
    version = consultation.version
    consultation.open()
    with pytest.raises(ConflictError):
        consultation.services.life.open(consultation.office.manager, consultation.id, version)


def tried(consultation: Consultation, closes_on: date) -> str:
    """Opens the window today by SQL and takes it back; returns the rule that refused it, empty where none did."""
    statement = (
        f"UPDATE instrument SET status = 'open', opened_on = '{consultation.today}', closes_on = '{closes_on}',"
        f" approved_by_id = {consultation.office.manager.person_id} WHERE id = {consultation.id}"
    )
    with consultation.services.database.engine.connect() as connection, connection.begin() as trial:
        try:
            connection.exec_driver_sql(statement)
        except exc.DBAPIError as error:
            return str(error.orig).splitlines()[0].removeprefix("statute: ")
        finally:
            trial.rollback()
    return ""
