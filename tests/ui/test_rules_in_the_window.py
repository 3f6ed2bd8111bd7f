"""The rules of a consultation in the window: what law forbids is not offered, or refused in the form."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.clock import FixedClock
from desktop_app.instruments.consultation.gate import InstrumentAction
from desktop_app.instruments.vocabulary import InstrumentKind, InstrumentStatus
from desktop_app.persian.dates import short_date
from desktop_app.staff.roles import Actor
from desktop_app.wording import fill
from desktop_app.wording.errors import rule_sentence
from tests.department import TestOffice
from tests.instruments.consulting import NEXT_TEXT, Consultation
from tests.instruments.test_rules_at_all_doors import (
    amended_by_the_reviewer,
    asked_by_its_author,
    asked_by_the_revision_s_writer,
    comment_late,
    last_minute,
)
from tests.ui.keyboard import type_text
from tests.ui.test_instrument_life import Open, dialog_of, opened_for, saved


@pytest.fixture
def consultation(office: TestOffice, clock: FixedClock) -> Consultation:
    """On both engines: what is offered comes out of the database."""
    return Consultation(office, clock)


@pytest.fixture
def open_screen(qtbot: QtBot, office: TestOffice) -> Open:
    return partial(opened_for, qtbot, office)


#: How a state comes about, who looks, and the steps that law keeps from them there.
KEPT: dict[
    str, tuple[Callable[[Consultation], object], Callable[[TestOffice], Actor], set[InstrumentAction]]
] = {
    "ابلاغ a minute before the end": (
        lambda one: last_minute(one.opened()),
        lambda office: office.manager,
        {InstrumentAction.FINISH},
    ),
    "amending a minute before the end": (
        lambda one: last_minute(one.opened()),
        lambda office: office.reviewer,
        {InstrumentAction.START_REVISING, InstrumentAction.SUM_UP, InstrumentAction.MAKE_READY},
    ),
    "anything by a clerk": (Consultation.ready, lambda office: office.clerk, set(InstrumentAction)),
    "another text before the public": (
        Consultation.opened,
        lambda office: office.reviewer,
        {InstrumentAction.ASK_TO_OPEN, InstrumentAction.OPEN},
    ),
    "a reviewer of one's own text": (
        asked_by_its_author,
        lambda office: office.reviewer,
        {InstrumentAction.ASK_TO_OPEN},
    ),
    "a reviewer of one's own revision": (
        asked_by_the_revision_s_writer,
        lambda office: office.reviewer,
        {InstrumentAction.ASK_TO_OPEN},
    ),
    "a reviewer of one's own amended text": (
        lambda one: amended_by_the_reviewer(one.revising()),
        lambda office: office.reviewer,
        {InstrumentAction.MAKE_READY},
    ),
    "an administrator ends it early": (
        Consultation.opened,
        lambda office: office.administrator,
        set(InstrumentAction),
    ),
}


@pytest.mark.parametrize("name", KEPT)
def test_a_step_that_law_forbids_is_not_offered(
    open_screen: Open,
    consultation: Consultation,
    name: str,
) -> None:
    arrange, who, forbidden = KEPT[name]
    arrange(consultation)
    screen = open_screen(who(consultation.office))
    assert set(screen.details.life._steps) & forbidden == set()
    if name.endswith("before the end"):
        (point,) = screen.details.life.points
        assert point.words.text() == rule_sentence("window_still_open")
    reviews_own = name.startswith("a reviewer of one's own")
    kept = screen.details.life.kept
    assert kept.isVisible() == reviews_own
    if reviews_own:
        assert kept.text() == rule_sentence("reviewer_is_not_the_author")
    if name.startswith("another"):
        # A working draft is welcome meanwhile.
        assert screen.details.detail is not None
        assert screen.details.detail.may_add_revision
        consultation.write(NEXT_TEXT)
        assert consultation.now.exposure is not None
        assert consultation.now.exposure.revision == 1


def test_a_program_whose_clock_is_a_month_ahead_is_refused_by_the_server_s(
    open_screen: Open, consultation: Consultation
) -> None:
    if consultation.services.database.is_sqlite:
        # A file has no clock but that of its PC: see the services' tests for what is not unsaid afterwards.
        return
    consultation.opened()
    consultation.clock.advance(timedelta(days=30))
    screen = open_screen(consultation.office.reviewer)
    dialog = dialog_of(screen, InstrumentAction.START_REVISING)
    saved(screen, dialog)
    assert dialog.refusals.card.words.text() == rule_sentence("window_still_open")
    consultation.clock.advance(timedelta(days=-30))
    assert consultation.stands() is InstrumentStatus.OPEN


def test_a_window_below_its_floor_is_refused_in_the_form(
    open_screen: Open,
    consultation: Consultation,
) -> None:
    consultation.register()
    screen = open_screen(consultation.office.reviewer)
    dialog = dialog_of(screen, InstrumentAction.ASK_TO_OPEN)
    type_text(dialog.until, short_date(consultation.today + timedelta(days=13)))
    saved(screen, dialog)
    assert dialog.refusals.card.words.text() == rule_sentence("window_below_floor")
    assert consultation.now.exposure is None


def test_one_undecided_comment_keeps_what_is_ready_from_going_out(
    open_screen: Open,
    consultation: Consultation,
) -> None:
    comment_late(consultation.ready())
    screen = open_screen(consultation.office.manager)
    missing = {row.point.rule: row.words.text() for row in screen.details.life.points if not row.point.holds}
    sentence = fill(rule_sentence("every_comment_is_decided"), count=1)
    assert missing["every_comment_is_decided"] == sentence
    dialog = dialog_of(screen, InstrumentAction.FINISH)
    type_text(dialog.letter_number, "12")
    type_text(dialog.letter_date, short_date(consultation.today))
    saved(screen, dialog)
    assert dialog.refusals.card.words.text() == sentence
    assert consultation.stands() is InstrumentStatus.READY
    # What was typed stays.
    assert dialog.letter_number.text() == "12"


@pytest.mark.parametrize(
    ("kind", "word", "other", "end"),
    [
        (InstrumentKind.LICENSING_DIRECTIVE, "ابلاغ", "ارسال", InstrumentStatus.PROMULGATED),
        (InstrumentKind.BILL, "ارسال", "ابلاغ", InstrumentStatus.SUBMITTED),
    ],
)
def test_each_track_is_offered_its_own_end_only(
    open_screen: Open,
    consultation: Consultation,
    clock: FixedClock,
    kind: InstrumentKind,
    word: str,
    other: str,
    end: InstrumentStatus,
) -> None:
    consultation.ready(kind)
    screen = open_screen(consultation.office.manager)
    assert word in screen.details.life.first.text()
    assert other not in screen.details.life.first.text()
    dialog = dialog_of(screen, InstrumentAction.FINISH)
    type_text(dialog.letter_number, "12")
    type_text(dialog.letter_date, short_date(consultation.today))
    saved(screen, dialog)
    assert consultation.stands() is end
