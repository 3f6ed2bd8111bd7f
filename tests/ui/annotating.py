"""A comparison screen for annotations, drafts with annotations, and what is done with them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.documents.document import Document
from desktop_app.instruments.annotations.service import ThreadRow
from desktop_app.instruments.vocabulary import InstrumentKind, ThreadKind
from desktop_app.settings import Settings
from tests.department import TestOffice
from tests.ui.comparison_samples import gallery_bylaw
from tests.ui.keyboard import activate
from ui import jobs
from ui.comparison.screen import ComparisonScreen
from ui.widgets.plain import PlainLabel
from ui.workplace import Workplace

REST = [
    "متقاضی درخواست خود را با مدارک کامل در سامانه بارگذاری می‌کند.",
    "تعرفه خدمات هر سال یک بار با نظر شورا بازنگری و اعلام می‌شود.",
    "کارگروه نظارت سه عضو دارد و دبیر آن کارشناس حقوقی اداره است.",
    "نگارخانه فهرست آثار خود را تا پایان هر فصل به‌روز نگه می‌دارد.",
    "بازرس اداره پس از هر بازدید صورت‌جلسه را همان روز ثبت می‌کند.",
    "پروانه نگارخانه پنج سال اعتبار دارد و با درخواست تمدید می‌شود.",
]


def numbered(*bodies: str) -> str:
    return "\n".join(f"ماده {number}ـ {body}" for number, body in enumerate(bodies, 1))


@pytest.fixture
def screen(qtbot: QtBot, sqlite_office: TestOffice) -> ComparisonScreen:
    made = ComparisonScreen(Workplace(sqlite_office.services, sqlite_office.reviewer, Settings()))
    qtbot.addWidget(made)
    made.resize(1400, 860)
    activate(made)
    made.shown()
    assert jobs.wait_all()
    return made


@pytest.fixture
def said(screen: ComparisonScreen) -> list[tuple[str, Callable[[], object] | None]]:
    """What the message bar was told, with how to take it back."""
    messages: list[tuple[str, Callable[[], object] | None]] = []
    screen.message.connect(lambda words, undo: messages.append((words, undo)))
    return messages


def draft(office: TestOffice, *texts: str) -> int:
    made = office.services.drafting.register(office.reviewer, InstrumentKind.BYLAW, "آیین‌نامه نگارخانه‌ها")
    for text in texts:
        office.services.drafting.add_revision(
            office.reviewer, made.row.id, Document("draft.txt", text, (), "txt", "")
        )
    return made.row.id


def gallery(office: TestOffice) -> int:
    bylaw = gallery_bylaw()
    return draft(office, bylaw.old.text, bylaw.new.text)


def annotate(office: TestOffice, instrument: int, number: int, words: str, said: str = "چرا؟") -> ThreadRow:
    start = office.services.drafting.revision(instrument, number).text.index(words)
    return office.services.annotations.annotate(
        office.reviewer, instrument, number, start, start + len(words), ThreadKind.QUESTION, said
    )


def show(screen: ComparisonScreen, instrument: int, old: int = 1, new: int = 2) -> None:
    screen.open_item((instrument, old, new))
    assert jobs.wait_all()
    screen.annotating.reload()
    assert jobs.wait_all()


def rows(office: TestOffice, instrument: int, number: int) -> tuple[ThreadRow, ...]:
    return office.services.annotations.on_revision(instrument, number)


def labels(screen: ComparisonScreen) -> list[str]:
    return [label.text() for label in screen.page.threads.findChildren(PlainLabel)]


def select(screen: ComparisonScreen, side: str, words: str) -> None:
    reading = screen.page.view.reading
    assert reading is not None
    text = reading.comparison.old.text if side == "old" else reading.comparison.new.text
    start = text.index(words)
    screen.page.view.select_text(side, start, start + len(words))  # type: ignore[arg-type]
