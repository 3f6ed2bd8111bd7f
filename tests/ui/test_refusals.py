"""A refusal stands in amber at the field that it is about, and goes when the field is filled."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from desktop_app.petitions.lists.inbox import View
from desktop_app.petitions.vocabulary import Move, Outcome
from tests.department import TestOffice
from tests.ui.desk_window import DeskWindow, desk
from tests.ui.fitting import misfits
from tests.ui.keyboard import type_text
from ui.petitions.desk.sending import Mode
from ui.theme import theme


@pytest.fixture
def office(sqlite_office: TestOffice) -> TestOffice:
    return sqlite_office


@pytest.fixture
def clerk(office: TestOffice) -> Iterator[DeskWindow]:
    with desk(office, office.clerk) as opened:
        made = office.taken()
        opened.show(View.MINE, keep=made.id)
        opened.focus_table()
        opened.settle()
        yield opened


def top(widget: QWidget, of: QWidget) -> int:
    return widget.mapTo(of, QPoint(0, 0)).y()


def test_a_missing_reason_is_refused_at_its_field_and_the_text_stays(clerk: DeskWindow) -> None:
    composer, before = clerk.screen.details.composer, clerk.shown
    clerk.letter("e")
    composer.reply.outcome.choose(Outcome.REFUSED)
    type_text(composer.edit, "پاسخ شما")
    clerk.send()
    card, reason = composer.refusal, composer.reply.reason
    assert card.isVisible()
    assert card.words.text() == "برای «رد شد» نوشتن دلیل لازم است؛ دلیل در سابقه می‌ماند."
    assert card.kept.text() == "چیزی ارسال نشد و متن شما محفوظ است."
    assert top(card, composer) >= top(reason, composer) + reason.height()
    assert clerk.focus() is reason
    assert reason.accessibleDescription().startswith(card.words.text())
    assert composer.send_button.isEnabled()
    assert not clerk.window.message_bar.isVisible()
    assert clerk.stored(before.id).version == before.version
    assert misfits(clerk.window) == []
    border = reason.grab().toImage().pixelColor(reason.width() // 2, 0)
    assert border.name() == theme().warnline.name()
    clerk.key(Qt.Key.Key_Return, control=True)
    assert clerk.focus() is reason
    type_text(reason, "مغایرت")
    assert not card.isVisible()
    assert reason.accessibleDescription() == ""
    assert composer.edit.toPlainText() == "پاسخ شما"


def test_an_empty_note_an_unchosen_unit_and_an_empty_reason_are_refused_at_their_fields(
    clerk: DeskWindow,
) -> None:
    composer = clerk.screen.details.composer
    fields: dict[object, QWidget] = {
        Mode.NOTE: composer.edit, Mode.ORDER: composer.order.recipients.field, Move.WAIT: composer.edit,
    }  # fmt: skip
    for mode, field in fields.items():
        assert isinstance(mode, Mode | Move)
        composer.turn_to(mode)
        clerk.send()
        assert composer.refusal.field is field, mode
        assert clerk.focus() is field
        assert composer.refusal.kept.text() == "چیزی ارسال نشد."
    composer.turn_to(Mode.NOTE)
    assert not composer.refusal.isVisible()


def test_a_refusal_does_not_follow_to_another_petition(clerk: DeskWindow) -> None:
    other = clerk.office.taken(text="متن دیگر")
    composer = clerk.screen.details.composer
    composer.turn_to(Mode.NOTE)
    clerk.send()
    assert composer.refusal.isVisible()
    clerk.show(View.MINE, keep=other.id)
    assert clerk.shown.id == other.id
    assert not composer.refusal.isVisible()


def test_what_the_database_refuses_is_said_at_its_field(clerk: DeskWindow) -> None:
    composer = clerk.screen.details.composer
    clerk.letter("n")
    composer.edit.setPlainText("یادداشت " * 40_000)
    clerk.send()
    assert composer.refusal.field is composer.edit
    assert composer.edit.toPlainText().startswith("یادداشت")
