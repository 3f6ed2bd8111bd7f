"""The calendar of windows: what stands before the public, what closes soon, what waits for whom."""

from __future__ import annotations

from datetime import timedelta

from desktop_app.clock import FixedClock
from desktop_app.instruments.comments.decisions import Carrier, Unchanged
from desktop_app.instruments.consultation.agenda import Agenda, AgendaRow, AgendaSection, Waits
from desktop_app.instruments.vocabulary import Disposition, InstrumentKind
from tests.department import TestOffice
from tests.instruments.consulting import NEXT_TEXT, Consultation


def agenda(consultation: Consultation) -> Agenda:
    return consultation.services.agendas.now()


def line(consultation: Consultation) -> AgendaRow:
    return next(row for row in agenda(consultation).rows if row.row.id == consultation.id)


def test_every_step_waits_for_whoever_takes_it(consultation: Consultation) -> None:
    office, life = consultation.office, consultation.services.life
    consultation.register()
    assert line(consultation).waits is Waits.REQUEST
    consultation.ask()
    assert line(consultation).waits is Waits.APPROVAL
    assert line(consultation).section is AgendaSection.WAITING
    consultation.open()
    assert (line(consultation).waits, line(consultation).section) == (Waits.PUBLIC, AgendaSection.OPEN)
    comment = consultation.comment()
    closes_on = consultation.now.row.closes_on
    assert closes_on is not None
    consultation.pass_days((closes_on - consultation.today).days - 7)
    assert line(consultation).section is AgendaSection.SOON
    assert agenda(consultation).soon == 1
    consultation.after_the_end()
    assert line(consultation).waits is Waits.AMENDING
    life.start_revising(office.reviewer, consultation.id, consultation.version)
    assert (line(consultation).waits, line(consultation).missing) == (Waits.DECISIONS, 1)
    consultation.decide(comment, Disposition.REJECTED)
    assert line(consultation).waits is Waits.REVISION
    consultation.write(NEXT_TEXT)
    consultation.decide(comment, Disposition.ACCEPTED)
    assert (line(consultation).waits, line(consultation).missing) == (Waits.CARRIERS, 1)
    consultation.decide(comment, Disposition.ACCEPTED, Unchanged("در قانون آمده است."))
    assert (line(consultation).waits, line(consultation).missing) == (Waits.REASONS, 0)
    consultation.decide(comment, Disposition.ACCEPTED, Carrier(2, "ماده ۱"))
    assert line(consultation).waits is Waits.SUMMING_UP
    consultation.sum_up()
    assert line(consultation).waits is Waits.READINESS
    life.make_ready(office.reviewer, consultation.id, consultation.version)
    assert line(consultation).waits is Waits.LETTER
    consultation.finish()
    assert agenda(consultation).rows == ()


def test_windows_stand_in_the_order_in_which_they_close_before_what_waits(
    sqlite_office: TestOffice, clock: FixedClock
) -> None:
    late = Consultation(sqlite_office, clock).opened(InstrumentKind.BILL)
    early = Consultation(sqlite_office, clock).opened()
    waiting = Consultation(sqlite_office, clock).register()
    waiting.ask()
    drafted = sqlite_office.services.drafting.register(
        sqlite_office.clerk, InstrumentKind.CIRCULAR, "بخشنامه"
    )
    shown = agenda(late)
    assert [row.row.id for row in shown.rows] == [early.id, late.id, waiting.id, drafted.row.id]
    assert shown.rows[-1].waits is Waits.TEXT
    assert shown.first < shown.today < shown.last
    assert all(shown.first <= day <= shown.last for day in shown.closed)
    weekend = [day for day in (shown.today + timedelta(days=n) for n in range(7)) if day.weekday() in (3, 4)]
    assert set(weekend) <= set(shown.closed)
