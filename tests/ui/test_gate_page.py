"""The page of the gate by keys and clicks: reasons for changes, carriers of comments, and the locked step."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.clock import FixedClock
from desktop_app.instruments.comments.decisions import Carrier
from desktop_app.instruments.comments.triage_acts import Decide
from desktop_app.instruments.consultation.gate import InstrumentAction
from desktop_app.instruments.vocabulary import Disposition, InstrumentStatus
from desktop_app.staff.roles import Actor
from tests.department import TestOffice
from tests.instruments.campaigning import COMMON
from tests.instruments.consulting import Consultation
from tests.instruments.test_material_changes import DUTY, FINAL, FINE, NOTE, READ, TERM
from tests.ui.consultation import settle
from tests.ui.keyboard import CONTROL, activate, click, press, type_text, wait
from tests.ui.test_instrument_life import Open, dialog_of, opened_for, saved
from ui import jobs
from ui.instruments.gate_changes import ChangeCard
from ui.instruments.gate_page import GatePage
from ui.instruments.screen import InstrumentsScreen

REASON = "هماهنگ با تعرفه سال ۱۴۰۵."


@pytest.fixture
def open_screen(qtbot: QtBot, sqlite_office: TestOffice) -> Open:
    return partial(opened_for, qtbot, sqlite_office)


@pytest.fixture
def amended(sqlite_office: TestOffice, clock: FixedClock) -> Consultation:
    """Four material changes; one accepted comment asked for one of them, and one for what was deleted."""
    made = Consultation(sqlite_office, clock).register()
    made.write(READ)
    made.ask()
    made.open()
    for number, (provision, words) in enumerate(
        [("ماده ۳", "سی روز طولانی است."), ("تبصره ۲ ماده ۳", "تبصره ۲ حفظ شود.")]
    ):
        made.comment(words, number=str(number), provision=provision)
    made.after_the_end()
    made.services.life.start_revising(made.office.reviewer, made.id, made.version)
    made.write(FINAL)
    term, note = (row.id for row in made.services.comments.of_instrument(made.id))
    made.decide(term, Disposition.ACCEPTED, Carrier(3, TERM))
    made.decide(note, Disposition.ACCEPTED)
    return made


def gate_of(screen: InstrumentsScreen) -> GatePage:
    """Opens the page by its key."""
    press(screen, Qt.Key.Key_G, CONTROL)
    settle(screen)
    page = screen.papers.gate
    assert page.isVisible()
    activate(page)
    return page


def card(page: GatePage, name: str) -> ChangeCard:
    return next(one for one in page.changes.cards if one.listed.change.name == name)


def missing(page: GatePage) -> list[str]:
    return [row.point.rule for row in page.points if not row.point.holds]


def shown(page: GatePage) -> list[str]:
    return [one.listed.change.name for one in page.changes.cards]


def test_the_page_lists_every_change_weighty_first_and_who_asked(
    open_screen: Open, amended: Consultation
) -> None:
    screen = open_screen(amended.office.reviewer)
    # No key is lost while the same draft is read again.
    detail = screen.column.detail
    assert detail is not None
    screen.column.pick(detail.row)
    page = gate_of(screen)
    assert shown(page) == [FINE, TERM, NOTE, DUTY]
    assert missing(page) == ["accepted_is_carried", "changes_are_explained", "summing_up_is_needed"]
    assert page.left.text() == "۳ شرط مانده است"
    assert not page.step_button.isEnabled()
    assert [one.may_tick for one in page.changes.cards] == [True, False, True, True]
    # The note that an accepted comment wanted to keep is deleted.
    assert len(card(page, NOTE).listed.against) == 1
    assert page.changes.quiet.text() == "۱ تغییر شماره و ۱ مورد نگارشی؛ تغییر اساسی نیست."
    page.changes.filters.choose("unexplained")
    assert shown(page) == [FINE, NOTE, DUTY]


def test_reasons_and_a_carrier_are_given_by_keys_and_unlock_the_step(
    open_screen: Open, amended: Consultation
) -> None:
    screen = open_screen(amended.office.reviewer)
    page = gate_of(screen)
    assert card(page, FINE).reason.hasFocus()
    type_text(card(page, FINE).reason, REASON)
    press(card(page, FINE).reason, Qt.Key.Key_Return, CONTROL)
    settle(screen)
    settle(screen)
    assert REASON in card(page, FINE).given.text()
    # On to the next change that has none.
    assert card(page, NOTE).reason.hasFocus()
    # One reason for two.
    for name in (NOTE, DUTY):
        card(page, name).tick.setFocus()
        press(card(page, name).tick, Qt.Key.Key_Space)
    assert card(page, DUTY).save.text() == "ثبت برای ۲ تغییر"
    type_text(card(page, DUTY).reason, "به درخواست هیئت نظارت.")
    click(card(page, DUTY).save)
    settle(screen)
    settle(screen)
    assert {one.reason for one in amended.services.material_changes.explanations(amended.id).values()} == {
        REASON,
        "به درخواست هیئت نظارت.",
    }
    [wrong] = page.carriers.cards
    assert wrong.field.name == NOTE
    click(wrong.save)
    settle(screen)
    settle(screen)
    assert not page.carriers.cards
    assert len(page.carriers.rows) == 2
    assert missing(page) == ["summing_up_is_needed"]
    saved(screen, dialog_of(screen, InstrumentAction.SUM_UP))
    settle(screen)
    settle(screen)
    assert missing(page) == []
    assert page.step_button.isEnabled()
    click(page.step_button)
    assert wait(lambda: screen.steps.step_dialog is not None and screen.steps.step_dialog.isActiveWindow())
    dialog = screen.steps.step_dialog
    assert dialog is not None
    saved(screen, dialog)
    assert amended.stands() is InstrumentStatus.READY


def test_a_carrier_that_did_not_change_is_told_while_it_is_typed_and_refused(
    open_screen: Open, amended: Consultation
) -> None:
    screen = open_screen(amended.office.reviewer)
    page = gate_of(screen)
    [wrong] = page.carriers.cards
    wrong.field.provision.clear()
    type_text(wrong.field.provision, "ماده ۱")
    assert "محل درج این نظر نیست" in wrong.field.trouble.text()
    click(wrong.save)
    settle(screen)
    assert [one.comment.carried_provision for one in page.carriers.cards] == [""]
    wrong.field.turn_over()
    type_text(wrong.field.unchanged, "در قانون آمده است.")
    press(wrong.field.unchanged, Qt.Key.Key_Return)
    settle(screen)
    settle(screen)
    assert not page.carriers.cards


def test_what_is_typed_survives_a_reload_and_the_way_out(open_screen: Open, amended: Consultation) -> None:
    screen = open_screen(amended.office.reviewer)
    page = gate_of(screen)
    type_text(card(page, FINE).reason, "هنوز نوشته نشده")
    amended.comment("نظر دیرآمده", number="late")
    screen.papers.gate.reload()
    settle(screen)
    assert card(page, FINE).reason.text() == "هنوز نوشته نشده"
    press(page, Qt.Key.Key_Escape)
    assert not page.isVisible()
    assert gate_of(screen).changes.cards[0].reason.text() == "هنوز نوشته نشده"


def test_members_that_were_accepted_without_their_group_have_a_row_each(
    open_screen: Open, amended: Consultation
) -> None:
    office, services = amended.office, amended.services
    ids = [amended.comment(COMMON, number=f"campaign-{number}", provision="ماده ۲") for number in range(3)]
    services.campaign_finding.look(office.clerk, amended.id)
    [group] = services.campaigns.all(amended.id)
    services.triage.run(office.reviewer, amended.id, ids, Decide(Disposition.ACCEPTED, "وارد است."))
    screen = open_screen(office.reviewer)
    page = gate_of(screen)
    assert sum(one.comment.text == COMMON for one in page.carriers.cards) == 3
    # Decided together, they are one.
    services.campaigns.decide(
        office.reviewer, group.id, group.version, Disposition.ACCEPTED, "وارد است.", Carrier(3, FINE)
    )
    for number in ids:
        row = services.comments.one(number)
        services.comments.decide(
            office.reviewer, number, row.version, Disposition.ACCEPTED, "وارد است.", Carrier(3, FINE)
        )
    page.reload()
    settle(screen)
    assert not [one for one in page.carriers.cards if one.comment.text == COMMON]


@pytest.mark.parametrize("who", ["manager", "clerk"])
def test_others_read_the_page_and_write_nothing(open_screen: Open, amended: Consultation, who: str) -> None:
    actor = getattr(amended.office, who)
    assert isinstance(actor, Actor)
    screen = open_screen(actor)
    page = gate_of(screen)
    assert shown(page) == [FINE, TERM, NOTE, DUTY]
    assert not any(one.reason.isVisible() or one.tick.isVisible() for one in page.changes.cards)
    assert not any(one.field.isVisible() for one in page.carriers.cards)
    assert not page.step_button.isVisible()


def test_j_and_k_walk_the_changes_and_a_narrow_window_shows_one_part(
    open_screen: Open, amended: Consultation
) -> None:
    screen = open_screen(amended.office.reviewer)
    page = gate_of(screen)
    page.changes.cards[0].setFocus()
    press(page.changes.cards[0], Qt.Key.Key_J, text="j")
    assert page.changes.cards[1].is_current()
    press(page.changes.cards[1], Qt.Key.Key_K, text="k")
    assert page.changes.cards[0].is_current()
    screen.resize(1000, 600)
    assert wait(lambda: page.width() < 1100)
    assert page.changes.isVisible()
    assert not page.carriers.isVisible()
    page.lead("accepted_is_carried")
    assert page.carriers.isVisible()
    assert not page.changes.isVisible()
    assert page.carriers.cards[0].field.provision.hasFocus()
    assert jobs.wait_all()
