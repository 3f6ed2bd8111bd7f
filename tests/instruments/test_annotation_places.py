"""Where annotations stand over many revisions: nothing is dropped, what is lost can come back or be attached."""

from __future__ import annotations

import random

import pytest

from desktop_app.database.audit import Event, history
from desktop_app.documents.document import Document
from desktop_app.errors import ConflictError, NotFoundError, RuleError
from desktop_app.instruments.annotations.service import AnnotationSubject, ThreadRow
from desktop_app.instruments.vocabulary import InstrumentKind, Placement, ThreadKind, ThreadOutcome
from tests.comparison.drafts import Article, articles, revised, sentence, written
from tests.department import TestOffice

ARTICLES = (
    "ماده ۱- متقاضی درخواست خود را با مدارک کامل به اداره می‌دهد.",
    "ماده ۲- اداره موظف است ظرف سی روز کاری پاسخ دهد و نتیجه را اعلام کند.",
    "ماده ۳- نام متخلفان در درگاه اداره و در تابلوی اعلانات همگانی منتشر می‌شود.",
    "ماده ۴- تعرفه خدمات هر سال یک بار با نظر شورا بازنگری می‌شود.",
)
LOST = "نام متخلفان در درگاه اداره"
SENTENCES = [f"{sentence(random.Random(number))}" for number in range(8)]


def told(office: TestOffice, thread_id: int) -> tuple[Event, ...]:
    """The history of a thread, oldest first."""
    with office.services.database.reading() as session:
        return history(session, "thread", thread_id)


def draft(office: TestOffice, text: str) -> int:
    made = office.services.drafting.register(office.reviewer, InstrumentKind.BYLAW, "آیین‌نامه")
    add(office, made.row.id, text)
    return made.row.id


def add(office: TestOffice, instrument: int, text: str) -> int:
    detail = office.services.drafting.add_revision(
        office.reviewer, instrument, Document("draft.txt", text, (), "txt", "")
    )
    return detail.revisions[-1].number


def text_of(office: TestOffice, instrument: int, number: int) -> str:
    return office.services.drafting.revision(instrument, number).text


def annotate(office: TestOffice, instrument: int, start: int, end: int, number: int = 1) -> ThreadRow:
    return office.services.annotations.annotate(
        office.reviewer, instrument, number, start, end, ThreadKind.QUESTION, "چرا؟"
    )


def on_quote(office: TestOffice, instrument: int, quote: str, number: int = 1) -> ThreadRow:
    start = text_of(office, instrument, number).index(quote)
    return annotate(office, instrument, start, start + len(quote), number)


def placed(office: TestOffice, instrument: int, number: int) -> ThreadRow:
    (thread,) = office.services.annotations.on_revision(instrument, number)
    return thread


def words(office: TestOffice, instrument: int, number: int) -> str:
    thread = placed(office, instrument, number)
    return text_of(office, instrument, number)[thread.start or 0 : thread.end or 0]


def lost_draft(office: TestOffice) -> int:
    """A draft whose third article has a thread and is deleted in revision 2."""
    instrument = draft(office, "\n".join(ARTICLES))
    on_quote(office, instrument, LOST)
    add(office, instrument, "\n".join(ARTICLES[:2] + ARTICLES[3:]))
    return instrument


def asked_draft(office: TestOffice) -> int:
    """A draft whose second article stands in two places of revision 2, neither of them its own."""
    rest = [f"ماده {n}- {SENTENCES[n - 2]}" for n in range(3, 9)]
    copy = ARTICLES[1].partition("- ")[2]
    instrument = draft(office, "\n".join([*ARTICLES[:2], *rest]))
    on_quote(office, instrument, "ظرف سی روز کاری پاسخ دهد")
    add(
        office,
        instrument,
        "\n".join([ARTICLES[0], *rest[:3], f"ماده ۱۰- {copy}", *rest[3:], f"ماده ۱۲- {copy}"]),
    )
    return instrument


def check_state(thread: ThreadRow, text: str, quote: str) -> None:
    """Exactly one state, with what belongs to it."""
    assert thread.quote == quote
    if thread.placement in {Placement.EXACT, Placement.MOVED, Placement.CHANGED}:
        assert thread.start is not None
        assert thread.end is not None
        assert text[thread.start : thread.end].strip()
        assert thread.lost_in is None
    elif thread.placement is Placement.AMBIGUOUS:
        assert thread.start is None
        assert thread.candidates
    else:
        assert thread.placement is Placement.ORPHAN
        assert thread.start is None
        assert thread.lost_in is not None


def test_nothing_is_lost_over_twenty_random_revisions(sqlite_office: TestOffice) -> None:
    # Where an annotation comes to stand no database works out; what each keeps the tests beside this one try.
    office = sqlite_office
    chance = random.Random(5)
    chapters = [articles(chance, 5) for _ in range(3)]
    deleted: list[Article] = []
    instrument = draft(office, written(chapters))
    text = text_of(office, instrument, 1)
    quotes: dict[int, str] = {}
    for _ in range(14):
        start = chance.randrange(30, len(text) - 60)
        row = annotate(office, instrument, start, start + chance.randrange(8, 60))
        quotes[row.id] = row.quote
    seen: set[Placement] = set()
    previous: dict[int, ThreadRow] = {}
    returned = 0
    for _round in range(20):
        before = [article for chapter in chapters for article in chapter]
        chapters = revised(chapters, chance)
        bodies = {article.body for chapter in chapters for article in chapter}
        deleted += [article for article in before if article.body not in bodies]
        if deleted and chance.random() < 0.5:
            chapters[chance.randrange(3)].append(deleted.pop(chance.randrange(len(deleted))))
        number = add(office, instrument, written(chapters))
        text = text_of(office, instrument, number)
        rows = office.services.annotations.on_revision(instrument, number)
        assert {row.id for row in rows} == set(quotes)
        for row in rows:
            check_state(row, text, quotes[row.id])
            was = previous.get(row.id)
            if was is not None and was.lost_in is not None:
                assert row.lost_in in {was.lost_in, None}
                returned += row.start is not None
            seen.add(row.placement)
        previous = {row.id: row for row in rows}
    assert {Placement.EXACT, Placement.CHANGED, Placement.ORPHAN} <= seen
    assert returned


def test_a_thread_comes_back_with_the_article_that_was_deleted_and_restored(office: TestOffice) -> None:
    instrument = lost_draft(office)
    assert placed(office, instrument, 2).lost_in == 2
    add(office, instrument, "\n".join(["ماده ۱- این ضوابط از آغاز سال اجرا می‌شود.", *ARTICLES[:2]]))
    assert placed(office, instrument, 3).lost_in == 2
    add(office, instrument, "\n".join(ARTICLES))
    assert words(office, instrument, 4) == LOST
    assert placed(office, instrument, 4).lost_in is None
    # Lost once more, it says when this time.
    add(office, instrument, "\n".join(ARTICLES[:2]))
    assert placed(office, instrument, 5).lost_in == 5
    assert placed(office, instrument, 2).lost_in == 2


def test_a_thread_does_not_come_back_on_words_that_stood_there_all_along(office: TestOffice) -> None:
    twin = "ماده ۵- نام متخلفان در درگاه اداره برای یک سال می‌ماند و پس از آن برداشته می‌شود."
    instrument = draft(office, "\n".join([*ARTICLES, twin]))
    on_quote(office, instrument, LOST)
    add(office, instrument, "\n".join([*ARTICLES[:2], ARTICLES[3], twin]))
    add(office, instrument, "\n".join([*ARTICLES[:2], ARTICLES[3], twin, "ماده ۶- پایان."]))
    assert placed(office, instrument, 2).placement is Placement.ORPHAN
    assert placed(office, instrument, 3).placement is Placement.ORPHAN


def test_twins_are_asked_about_until_a_person_chooses(office: TestOffice) -> None:
    instrument = asked_draft(office)
    asked = placed(office, instrument, 2)
    assert asked.placement is Placement.AMBIGUOUS
    assert len(asked.candidates) == 2
    add(office, instrument, text_of(office, instrument, 2) + "\nماده ۱۳- پایان.")
    assert placed(office, instrument, 3).placement is Placement.AMBIGUOUS
    still = placed(office, instrument, 3)
    chosen = office.services.annotations.attach(
        office.reviewer, still.id, still.version, 3, *still.candidates[1]
    )
    assert chosen.placement is Placement.MOVED
    assert words(office, instrument, 3) == "ظرف سی روز کاری پاسخ دهد"
    assert told(office, chosen.id)[-1].action == "attached"


def test_that_one_of_two_twins_went_is_no_choice(office: TestOffice) -> None:
    instrument = asked_draft(office)
    lines = text_of(office, instrument, 2).split("\n")
    add(office, instrument, "\n".join(lines[:-1]))
    left = placed(office, instrument, 3)
    assert left.placement is Placement.AMBIGUOUS
    assert len(left.candidates) == 1
    add(office, instrument, "\n".join([lines[0], *lines[1:4], *lines[5:-1]]))
    assert placed(office, instrument, 4).placement is Placement.ORPHAN


def test_attaching_is_recorded_and_can_be_taken_back(office: TestOffice) -> None:
    instrument = lost_draft(office)
    annotations = office.services.annotations
    orphan = placed(office, instrument, 2)
    start = text_of(office, instrument, 2).index("مدارک کامل")
    put = annotations.attach(office.reviewer, orphan.id, orphan.version, 2, start, start + 10)
    add(office, instrument, text_of(office, instrument, 2) + "\nماده ۴- پایان.")
    assert words(office, instrument, 3) == "مدارک کامل"
    with pytest.raises(ConflictError):
        annotations.undo_attaching(office.reviewer, orphan.id, orphan.version, 2)
    back = annotations.undo_attaching(office.reviewer, put.id, put.version, 2)
    assert (back.placement, back.start, back.lost_in) == (Placement.ORPHAN, None, 2)
    assert placed(office, instrument, 3).placement is Placement.ORPHAN
    events = told(office, orphan.id)
    assert [event.action for event in events] == ["annotated", "attached", "attaching_undone"]
    assert events[1].after["revision"] == 2
    assert events[1].after["begin"] == start
    with pytest.raises(RuleError):
        annotations.undo_attaching(office.reviewer, back.id, back.version, 2)


def test_a_place_given_by_hand_is_not_taken_away_by_a_later_attaching_further_back(
    office: TestOffice,
) -> None:
    instrument = lost_draft(office)
    add(office, instrument, text_of(office, instrument, 2) + "\nماده ۴- پایان این متن.")
    annotations = office.services.annotations
    at_three = text_of(office, instrument, 3).index("پایان این متن")
    row = placed(office, instrument, 3)
    row = annotations.attach(office.reviewer, row.id, row.version, 3, at_three, at_three + 13)
    at_two = text_of(office, instrument, 2).index("مدارک کامل")
    annotations.attach(office.reviewer, row.id, row.version, 2, at_two, at_two + 10)
    assert words(office, instrument, 2) == "مدارک کامل"
    assert words(office, instrument, 3) == "پایان این متن"


def test_a_thread_that_is_reopened_is_placed_on_what_came_meanwhile(office: TestOffice) -> None:
    instrument = draft(office, "\n".join(ARTICLES))
    annotations = office.services.annotations
    row = on_quote(office, instrument, "سی روز کاری")
    row = annotations.resolve(office.reviewer, row.id, row.version, 1, ThreadOutcome.ANSWERED)
    add(office, instrument, "\n".join(["ماده ۱- تعریف‌ها در پیوست آمده است.", *ARTICLES]))
    assert placed(office, instrument, 2).start is None
    annotations.reopen(office.reviewer, row.id, row.version, 2)
    assert words(office, instrument, 2) == "سی روز کاری"


def test_a_thread_says_what_it_is_about_and_who_sees_to_it(office: TestOffice) -> None:
    instrument = draft(office, "\n".join(ARTICLES))
    annotations = office.services.annotations
    end = text_of(office, instrument, 1).index("\n")
    row = annotations.annotate(
        office.reviewer,
        instrument,
        1,
        0,
        end,
        ThreadKind.NOTE,
        "همه ماده",
        about=AnnotationSubject.PROVISION,
        assignee_id=office.manager.person_id,
    )
    assert (row.about, row.assignee_name) == (AnnotationSubject.PROVISION, office.manager.name)
    row = annotations.assign(office.manager, row.id, row.version, 1, office.clerk.person_id)
    assert placed(office, instrument, 1).assignee_id == office.clerk.person_id
    row = annotations.assign(office.manager, row.id, row.version, 1, None)
    assert (row.assignee_id, row.assignee_name) == (None, "")
    with pytest.raises(NotFoundError):
        annotations.assign(office.manager, row.id, row.version, 1, 10_000)
    with pytest.raises(ConflictError):
        annotations.assign(office.manager, row.id, row.version - 1, 1, None)


def test_a_thread_follows_what_a_reviewer_pinned(office: TestOffice) -> None:
    instrument = asked_draft(office)
    old, new = text_of(office, instrument, 1), text_of(office, instrument, 2)
    copy = new.index("ماده ۱۲")
    office.services.reviewing.pin(office.reviewer, instrument, 1, 2, old.index("ماده ۲"), copy, same=True)
    thread = on_quote(office, instrument, "نتیجه را اعلام کند")
    (placed_now,) = [
        row for row in office.services.annotations.on_revision(instrument, 2) if row.id == thread.id
    ]
    assert placed_now.placement in {Placement.EXACT, Placement.MOVED}
    assert placed_now.start == new.index("نتیجه را اعلام کند", copy)


def test_what_is_pinned_later_moves_the_threads_that_were_placed_without_it(office: TestOffice) -> None:
    instrument = asked_draft(office)
    old, new = text_of(office, instrument, 1), text_of(office, instrument, 2)
    copy = new.index("ماده ۱۲")
    add(office, instrument, new + "\nماده ۱۳- سایر موارد با مدیر کل است.")
    asked = [placed(office, instrument, number) for number in (2, 3)]
    assert [thread.placement for thread in asked] == [Placement.AMBIGUOUS] * 2
    change = office.services.reviewing.pin(
        office.reviewer, instrument, 1, 2, old.index("ماده ۲"), copy, same=True
    )
    there = new.index("ظرف سی روز کاری پاسخ دهد", copy)
    assert [placed(office, instrument, number).start for number in (2, 3)] == [there, there]
    office.services.reviewing.unpin(office.reviewer, change.added.id)
    assert [placed(office, instrument, number).candidates for number in (2, 3)] == [
        thread.candidates for thread in asked
    ]


def test_a_pin_moves_no_thread_that_a_person_put_where_it_is(office: TestOffice) -> None:
    instrument = asked_draft(office)
    old, new = text_of(office, instrument, 1), text_of(office, instrument, 2)
    start, end = placed(office, instrument, 2).candidates[0]
    thread = placed(office, instrument, 2)
    office.services.annotations.attach(office.reviewer, thread.id, thread.version, 2, start, end)
    office.services.reviewing.pin(
        office.reviewer, instrument, 1, 2, old.index("ماده ۲"), new.index("ماده ۱۲"), same=True
    )
    assert (placed(office, instrument, 2).start, placed(office, instrument, 2).end) == (start, end)


def test_a_pin_between_two_revisions_without_a_place_leaves_the_later_place_alone(office: TestOffice) -> None:
    instrument = draft(office, "\n".join(ARTICLES))
    on_quote(office, instrument, LOST)
    add(office, instrument, "\n".join([*ARTICLES[:2], ARTICLES[3]]))
    add(office, instrument, "\n".join([*ARTICLES[:2], "ماده ۳- چیزی دیگر نوشته شد.", ARTICLES[3]]))
    add(office, instrument, "\n".join(ARTICLES))
    before = [placed(office, instrument, number) for number in (2, 3, 4)]
    assert [one.placement for one in before] == [Placement.ORPHAN, Placement.ORPHAN, Placement.EXACT]
    change = office.services.reviewing.pin(office.reviewer, instrument, 2, 3, 0, 0, same=True)
    office.services.reviewing.unpin(office.reviewer, change.added.id)
    assert [placed(office, instrument, number) for number in (2, 3, 4)] == before
