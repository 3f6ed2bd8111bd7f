"""Annotations: a conversation on a phrase that is found again on the next revision, or waits in the tray."""

from __future__ import annotations

import pytest

from desktop_app.documents.document import Document
from desktop_app.errors import ConflictError, InvalidValueError, NotPermittedError, RuleError
from desktop_app.instruments.annotations.service import ThreadRow
from desktop_app.instruments.vocabulary import (
    InstrumentKind,
    Placement,
    ThreadKind,
    ThreadOutcome,
    ThreadStatus,
)
from desktop_app.staff.roles import Actor
from tests.department import TestOffice

ARTICLES = (
    "ماده ۱- متقاضی درخواست خود را با مدارک کامل به اداره می‌دهد.",
    "ماده ۲- اداره موظف است ظرف سی روز کاری پاسخ دهد و نتیجه را اعلام کند.",
    "ماده ۳- نام متخلفان در درگاه اداره اعلام می‌شود.",
)


def draft(office: TestOffice, *articles: str) -> int:
    made = office.services.drafting.register(office.reviewer, InstrumentKind.BYLAW, "آیین‌نامه")
    add(office, made.row.id, *articles)
    return made.row.id


def add(office: TestOffice, instrument: int, *articles: str) -> None:
    document = Document("draft.txt", "\n".join(articles), (), "txt", "")
    office.services.drafting.add_revision(office.reviewer, instrument, document)


def annotate(office: TestOffice, instrument: int, quote: str, number: int = 1) -> ThreadRow:
    words = office.services.drafting.revision(instrument, number).text
    start = words.index(quote)
    return office.services.annotations.annotate(
        office.reviewer, instrument, number, start, start + len(quote), ThreadKind.OBJECTION, "چرا؟"
    )


def placed(office: TestOffice, instrument: int, number: int) -> ThreadRow:
    (thread,) = office.services.annotations.on_revision(instrument, number)
    return thread


def words_of(office: TestOffice, instrument: int, number: int, thread: ThreadRow) -> str:
    return office.services.drafting.revision(instrument, number).text[thread.start : thread.end]


def test_a_thread_keeps_its_phrase_and_its_conversation(office: TestOffice) -> None:
    instrument = draft(office, *ARTICLES)
    thread = annotate(office, instrument, "سی روز کاری")
    office.services.annotations.reply(office.manager, thread.id, 1, "از آیین‌نامه پیشین است.")
    now = placed(office, instrument, 1)
    assert words_of(office, instrument, 1, now) == "سی روز کاری"
    assert [message.text for message in now.messages] == ["چرا؟", "از آیین‌نامه پیشین است."]
    assert now.path == ("ماده ۲",)


def test_a_moved_article_takes_its_thread_along(office: TestOffice) -> None:
    instrument = draft(office, *ARTICLES)
    annotate(office, instrument, "سی روز کاری")
    add(office, instrument, "ماده ۱- این آیین‌نامه از امروز اجرا می‌شود.", *ARTICLES)
    now = placed(office, instrument, 2)
    assert now.placement in {Placement.EXACT, Placement.MOVED}
    assert words_of(office, instrument, 2, now) == "سی روز کاری"


def test_a_changed_phrase_is_shown_as_changed_with_its_old_quote(office: TestOffice) -> None:
    instrument = draft(office, *ARTICLES)
    annotate(office, instrument, "ظرف سی روز کاری پاسخ دهد")
    add(office, instrument, ARTICLES[0], ARTICLES[1].replace("سی", "پانزده"), ARTICLES[2])
    now = placed(office, instrument, 2)
    assert now.placement is Placement.CHANGED
    assert now.quote == "ظرف سی روز کاری پاسخ دهد"
    assert "پانزده روز کاری" in words_of(office, instrument, 2, now)
    assert 0 < now.confidence < 1


def test_a_thread_whose_words_are_gone_waits_in_the_tray_and_can_be_attached(office: TestOffice) -> None:
    instrument = draft(office, *ARTICLES)
    annotate(office, instrument, "نام متخلفان در درگاه اداره اعلام می‌شود")
    add(office, instrument, *ARTICLES[:2])
    orphan = placed(office, instrument, 2)
    assert (orphan.placement, orphan.start, orphan.lost_in) == (Placement.ORPHAN, None, 2)
    add(office, instrument, *ARTICLES[:2], "ماده ۳- این آیین‌نامه سه ماده دارد.")
    assert placed(office, instrument, 3).placement is Placement.ORPHAN
    words = office.services.drafting.revision(instrument, 2).text
    start = words.index("مدارک کامل")
    orphan = placed(office, instrument, 2)
    office.services.annotations.attach(office.reviewer, orphan.id, orphan.version, 2, start, start + 10)
    # What was attached on revision 2 is found again on revision 3 at once.
    assert words_of(office, instrument, 3, placed(office, instrument, 3)) == "مدارک کامل"


def test_a_thread_on_an_older_revision_is_placed_on_the_newer_ones(office: TestOffice) -> None:
    instrument = draft(office, *ARTICLES)
    add(office, instrument, "ماده ۱- تعریف‌ها در پیوست آمده است.", *ARTICLES)
    annotate(office, instrument, "سی روز کاری", number=1)
    assert words_of(office, instrument, 2, placed(office, instrument, 2)) == "سی روز کاری"


def test_a_settled_thread_can_be_opened_again_and_two_who_settle_it_conflict(office: TestOffice) -> None:
    instrument = draft(office, *ARTICLES)
    seen = annotate(office, instrument, "سی روز کاری")
    annotations = office.services.annotations
    settled = annotations.resolve(office.reviewer, seen.id, seen.version, 1, ThreadOutcome.APPLIED)
    assert (settled.status, settled.outcome) == (ThreadStatus.RESOLVED, ThreadOutcome.APPLIED)
    with pytest.raises(ConflictError):
        annotations.resolve(office.manager, seen.id, seen.version, 1, ThreadOutcome.DISMISSED)
    with pytest.raises(RuleError):
        annotations.resolve(office.reviewer, seen.id, settled.version, 1, ThreadOutcome.DISMISSED)
    again = annotations.reopen(office.reviewer, seen.id, settled.version, 1, "هنوز روشن نیست.")
    assert (again.status, again.outcome) == (ThreadStatus.OPEN, None)
    assert again.messages[-1].text == "هنوز روشن نیست."


def test_nothing_is_annotated_without_words(office: TestOffice) -> None:
    instrument = draft(office, *ARTICLES)
    annotations = office.services.annotations
    with pytest.raises(InvalidValueError):
        annotations.annotate(office.reviewer, instrument, 1, 5, 5, ThreadKind.NOTE, "متن")
    with pytest.raises(InvalidValueError):
        annotations.annotate(office.reviewer, instrument, 1, 0, 10**6, ThreadKind.NOTE, "متن")
    with pytest.raises(InvalidValueError):
        annotations.annotate(office.reviewer, instrument, 1, 0, 6, ThreadKind.NOTE, "  ")


def test_somebody_without_a_role_annotates_nothing(office: TestOffice) -> None:
    instrument = draft(office, *ARTICLES)
    nobody = Actor(office.clerk.person_id, "بی‌نقش", frozenset())
    with pytest.raises(NotPermittedError):
        office.services.annotations.annotate(nobody, instrument, 1, 0, 6, ThreadKind.NOTE, "متن")
