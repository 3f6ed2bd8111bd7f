"""Drafts, windows and comments for the tests of the screens that show them; made through the services."""

from __future__ import annotations

import hashlib
from datetime import date, timedelta
from pathlib import Path

from desktop_app.documents.document import Document
from desktop_app.instruments.comments.service import CommentRow, NewComment
from desktop_app.instruments.drafting.service import InstrumentDetail
from desktop_app.instruments.vocabulary import InstrumentKind
from desktop_app.services import Services
from desktop_app.settings import Settings
from desktop_app.staff.roles import Actor
from tests.department import TestOffice
from tests.instruments.consulting import exposed_now, put_before_public
from ui import jobs
from ui.workplace import Screen, Workplace

TITLE = "دستورالعمل صدور مجوز نگارخانه‌ها"
#: A directive of two articles, the second with a note and a renewed term in its amended form.
FIRST = (
    "فصل اول ـ کلیات\n"
    "ماده ۱- این دستورالعمل برای همه نگارخانه‌هاست.\n"
    "ماده ۲- پروانه نگارخانه برای مدت یک سال صادر می‌شود.\n"
    "تبصره ـ نمایشگاه گروهی دو نمایشگاه به شمار می‌آید.\n"
    "ماده ۳- تعرفه هر سال منتشر می‌شود.\n"
)
SECOND = FIRST.replace("یک سال", "دو سال")


def document(text: str, *left_out: str, name: str = "draft.docx") -> Document:
    return Document(name, text, left_out, "docx", hashlib.sha256(text.encode()).hexdigest())


def draft(
    office: TestOffice,
    *texts: str,
    title: str = TITLE,
    kind: InstrumentKind = InstrumentKind.LICENSING_DIRECTIVE,
    author: Actor | None = None,
) -> InstrumentDetail:
    """An instrument with these revisions."""
    drafting, actor = office.services.drafting, author or office.reviewer
    made = drafting.register(actor, kind, title, unit_id=office.books.id)
    for text in texts:
        made = drafting.add_revision(actor, made.row.id, document(text), summary="متن")
    return made


def open_window(office: TestOffice, instrument_id: int, opened: date, closes: date) -> None:
    """Puts the first revision before the public in a window of any days, which the law would not allow."""
    put_before_public(office.services, instrument_id, opened, closes)


def comment(
    office: TestOffice,
    instrument_id: int,
    text: str,
    *,
    provision: str = "",
    quote: str = "",
    sender: str = "مریم سعیدی",
    channel: str = "portal",
) -> CommentRow:
    """A comment from the public, a minute after the one before; a draft that is not open is opened for it."""
    if office.services.drafting.detail(office.reviewer, instrument_id).row.opened_on is None:
        exposed_now(office.services, instrument_id)
    clock = office.services.database
    with clock.reading() as session:
        now = clock.now(session)
    count = len(office.services.comments.of_instrument(instrument_id))
    given = NewComment(
        text,
        channel=channel,
        sender=sender,
        provision=provision,
        quote=quote,
        received_at=now + timedelta(minutes=count),
    )
    office.services.comments.take_in(office.clerk, instrument_id, [given])
    return office.services.comments.of_instrument(instrument_id)[-1]


def workplace(office: TestOffice, actor: Actor) -> Workplace[Services]:
    return Workplace(office.services, actor, Settings(data_folder=Path()))


def settle(screen: Screen) -> None:
    """Until everything that was asked for stands on the screen."""
    assert jobs.wait_all()
    assert screen.isVisible()
