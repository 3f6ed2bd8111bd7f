"""The main steps of a consultation in the real window: amended, decided, summed up, declared ready, promulgated."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.clock import FixedClock
from desktop_app.instruments.consultation.gate import InstrumentAction
from desktop_app.instruments.vocabulary import Disposition, InstrumentStatus
from desktop_app.persian.dates import short_date
from tests.department import TestOffice
from tests.instruments.consulting import NEXT_TEXT, Consultation
from tests.ui.keyboard import CONTROL, activate, press, type_text
from tests.ui.test_instrument_life import dialog_of, saved
from tests.ui.test_reports_in_the_window import window_of
from ui import jobs
from ui.comments.screen import CommentsScreen
from ui.instruments.screen import InstrumentsScreen
from ui.main_window import MainWindow


@pytest.fixture
def consultation(sqlite_office: TestOffice, clock: FixedClock) -> Consultation:
    """A licensing directive whose window is over, with a comment on article 1; the amended text is there."""
    made = Consultation(sqlite_office, clock).opened()
    made.comment()
    made.write(NEXT_TEXT)
    made.after_the_end()
    return made


def drafts_of(window: MainWindow) -> InstrumentsScreen:
    window.go("drafts")
    for _ in range(2):
        assert jobs.wait_all()
    screen = window.current_screen()
    assert isinstance(screen, InstrumentsScreen)
    return screen


def test_a_directive_is_amended_decided_and_promulgated_in_the_window(
    qtbot: QtBot, consultation: Consultation
) -> None:
    office = consultation.office
    window = window_of(qtbot, office, office.reviewer)
    drafts = drafts_of(window)
    saved(drafts, dialog_of(drafts, InstrumentAction.START_REVISING))
    assert [row.point.rule for row in drafts.details.life.points if not row.point.holds] == [
        "every_comment_is_decided",
        "changes_are_explained",
        "summing_up_is_needed",
    ]
    # From the draft to its comments: decided by keys, beside the change that carries it.
    drafts.details.comments_button.click()
    for _ in range(3):
        assert jobs.wait_all()
    comments = window.current_screen()
    assert isinstance(comments, CommentsScreen)
    (change,) = comments.page.change.shown
    assert change.name == "ماده ۱"
    activate(window)
    comments.page.comments.setFocus()
    press(comments.page.comments, ord("1"), text="1")
    press(comments.page.comments, Qt.Key.Key_E)
    type_text(comments.decision.reason, "مهلت بیست روز شد.")
    press(comments.decision.reason, Qt.Key.Key_Return, CONTROL)
    for _ in range(3):
        assert jobs.wait_all()
    (decided,) = office.services.comments.of_instrument(consultation.id)
    assert (decided.disposition, decided.carried_revision, decided.carried_provision) == (
        Disposition.ACCEPTED,
        2,
        "ماده ۱",
    )
    # Back at the draft: summed up and declared ready, then a manager sends it out.
    drafts = drafts_of(window)
    saved(drafts, dialog_of(drafts, InstrumentAction.SUM_UP))
    saved(drafts, dialog_of(drafts, InstrumentAction.MAKE_READY))
    assert consultation.stands() is InstrumentStatus.READY
    manager = drafts_of(window_of(qtbot, office, office.manager))
    finish = dialog_of(manager, InstrumentAction.FINISH)
    type_text(finish.letter_number, "1405/22")
    type_text(finish.letter_date, short_date(consultation.today))
    saved(manager, finish)
    assert consultation.stands() is InstrumentStatus.PROMULGATED
    (frozen,) = office.services.summing_up.all(consultation.id)
    assert frozen.content["dispositions"] == {"accepted": 1}
