"""Comments by provision: where each goes, what of the text they quote, which text the public reads."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.clock import FixedClock
from desktop_app.documents.document import Document
from desktop_app.instruments.comments.anchoring import places_of
from desktop_app.instruments.comments.review import (
    UNSURE,
    WHOLE,
    CommentedProvision,
    PublicDemand,
    _arranged,
    anchors_of,
    demand_for,
    exposed_revision,
    load_review,
    quotes_in,
)
from desktop_app.instruments.comments.service import CommentRow, NewComment
from desktop_app.instruments.model import Instrument
from desktop_app.instruments.vocabulary import Disposition, InstrumentKind, InstrumentStatus
from tests.department import TestOffice
from tests.instruments.consulting import exposed_now, made_history

TEXT = (
    "فصل اول ـ کلیات\n"
    "ماده ۱- این دستورالعمل برای همه است.\n"
    "ماده ۲- پروانه برای مدت یک سال صادر می‌شود.\n"
    "تبصره ۱- تمدید آن رایگان است.\n"
    "تبصره ۲- تعرفه جداگانه است.\n"
    "ماده ۳- موارد لغو:\n"
    "الف) درخواست صاحب پروانه؛\n"
    "ب) مدرک نادرست؛\n"
)


def arrange(text: str, comments: list[CommentRow]) -> tuple[CommentedProvision, ...]:
    places = places_of(text)
    return _arranged(places, comments, anchors_of(places, comments))


def made(
    provision: str = "", quote: str = "", *, number: int = 1, disposition: Disposition | None = None
) -> CommentRow:
    return CommentRow(
        number,
        1,
        "portal",
        "مریم",
        "citizen",
        provision,
        quote,
        f"متن {number}",
        datetime(2026, 11, 20, tzinfo=UTC),
        False,
        disposition,
        "",
        "",
    )


def holder(parts: tuple[CommentedProvision, ...], number: int) -> CommentedProvision:
    return next(part for part in parts if any(one.id == number for one in part.comments))


@pytest.mark.parametrize(
    ("given_name", "label"),
    [
        ("ماده ۲", "ماده ۲"),
        ("ماده 2", "ماده ۲"),
        ("مادهٔ دوم", "ماده ۲"),
        ("ماده ٢-", "ماده ۲"),
        ("تبصره ۲ ماده ۲", "تبصره ۲ ماده ۲"),
        ("تبصره 1 ماده 2", "تبصره ۱ ماده ۲"),
        ("الف ماده ۳", "الف ماده ۳"),
    ],
)
def test_a_comment_goes_to_the_provision_that_it_names(given_name: str, label: str) -> None:
    assert holder(arrange(TEXT, [made(given_name)]), 1).label == label


def test_every_main_provision_is_listed_and_others_only_with_comments() -> None:
    assert [part.label for part in arrange(TEXT, [])] == ["ماده ۱", "ماده ۲", "ماده ۳"]
    with_note = arrange(TEXT, [made("تبصره ۱ ماده ۲")])
    assert [part.label for part in with_note] == ["ماده ۱", "ماده ۲", "تبصره ۱ ماده ۲", "ماده ۳"]


def test_the_text_of_an_article_holds_its_notes_and_ends_before_the_next_article() -> None:
    second = next(part for part in arrange(TEXT, []) if part.label == "ماده ۲")
    assert second.text.startswith("پروانه برای مدت")
    assert second.text.endswith("تعرفه جداگانه است.")


def test_a_name_that_the_text_does_not_have_is_for_a_person_to_place() -> None:
    parts = arrange(TEXT, [made("ماده ۴۰"), made("ماده 40", number=2), made(number=3)])
    strange = holder(parts, 1)
    assert (strange.key, strange.unsure, strange.known) == (UNSURE, True, False)
    assert [one.id for one in strange.comments] == [1, 2]
    assert parts[-1].key == WHOLE
    assert [one.id for one in parts[-1].comments] == [3]


def test_a_name_that_two_provisions_bear_is_not_guessed_at() -> None:
    twice = "ماده ۱- نخست.\nماده ۲- دوم.\nماده ۲- باز هم دوم.\n"
    assert holder(arrange(twice, [made("ماده ۲")]), 1).unsure


def test_words_quoted_without_a_name_go_where_they_stand_only_if_that_is_one_place() -> None:
    parts = arrange(TEXT, [made("", "مدت يك سال"), made("", "پروانه", number=2)])
    assert holder(parts, 1).label == "ماده ۲"
    assert holder(parts, 2).key == UNSURE


def test_a_text_without_labels_gives_the_whole_alone() -> None:
    parts = arrange("متنی بی‌شماره.\nبند دیگر.\n", [made(), made("ماده ۱", number=2)])
    assert [part.known for part in parts] == [False, True]


def test_a_circular_is_listed_by_its_numbered_items() -> None:
    circular = "با سلام\n۱- تلفن پاسخ داده شود.\n۲- پیامک فرستاده شود.\n"
    assert holder(arrange(circular, [made("۲")]), 1).text == "پیامک فرستاده شود."


def test_quotes_are_found_however_they_are_spelled_and_counted() -> None:
    text = "پروانه برای مدت یک سال صادر می‌شود."
    (quote,) = quotes_in(text, [made(quote="مدت يك سال"), made(quote="مدت یک‌ سال", number=2)])
    assert text[quote.start : quote.end] == "مدت یک سال"
    assert quote.count == 2


def test_the_public_s_demand_for_words_counts_their_provision_and_what_quotes_them() -> None:
    comments = [
        made("ماده ۲", number=1), made("ماده ۲", "مدت يك سال", number=2), made("تبصره ۱ ماده ۲", number=3),
        made("ماده ۳", number=4), made(number=5), made("ماده ۹", number=6),
        made("ماده ۱", number=7),
    ]  # fmt: skip
    wanted = [(at, at + len(words)) for words in ("یک سال", "رایگان", "همه") if (at := TEXT.index(words))]
    assert demand_for(TEXT, comments, None, wanted) == (
        PublicDemand(2, 1), PublicDemand(3, 0), PublicDemand(1, 0),
    )  # fmt: skip


def test_of_quotes_that_overlap_the_one_of_more_comments_is_marked() -> None:
    text = "پروانه برای مدت یک سال صادر می‌شود."
    comments = [made(quote="برای مدت یک"), made(quote="یک سال", number=2), made(quote="یک سال", number=3)]
    (quote,) = quotes_in(text, comments)
    assert text[quote.start : quote.end] == "یک سال"


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["", "ماده ۱", "ماده 2", "تبصره", "بند ز", "؟؟", "ماده", "0"]),
            st.text("مدت یک سال پروانه‌\u202e ", max_size=12),
        ),
        max_size=12,
    ),
    st.sampled_from([TEXT, "", "بی‌شماره", "ماده ۱- الف\nماده ۱- ب"]),
)
def test_no_comment_is_ever_dropped_or_shown_twice(names: list[tuple[str, str]], text: str) -> None:
    comments = [made(name, quote, number=number) for number, (name, quote) in enumerate(names)]
    parts = arrange(text, comments)
    assert sorted(one.id for part in parts for one in part.comments) == list(range(len(comments)))
    for part in parts:
        for quote in part.quotes:
            assert 0 <= quote.start < quote.end <= len(part.text)


def test_the_public_reads_the_revision_that_was_there_on_the_opening_day(
    office: TestOffice, clock: FixedClock
) -> None:
    services, actor = office.services, office.reviewer
    detail = services.drafting.register(actor, InstrumentKind.DIRECTIVE, "دستورالعمل")
    for words in ("یک", "دو", "سه"):
        text = TEXT.replace("یک سال", f"{words} سال")
        detail = services.drafting.add_revision(
            actor, detail.row.id, Document("a.txt", text, (), "txt", words)
        )
        clock.advance(timedelta(days=5))
    assert exposed_revision(detail) == 3
    with made_history(services), services.database.writing() as session:
        instrument = session.get_one(Instrument, detail.row.id)
        instrument.status = InstrumentStatus.OPEN.value
        instrument.opened_on, instrument.closes_on = date(2026, 11, 29), date(2026, 12, 15)
    services.comments.take_in(actor, detail.row.id, [NewComment("کم است", provision="ماده ۲")])
    review = load_review(services.drafting, services.comments, actor, detail.row.id)
    assert review.exposed == 2
    assert review.today == date(2026, 12, 9)
    assert "دو سال" in holder(review.parts, review.comments[0].id).text


def test_the_list_counts_revisions_comments_and_what_is_undecided(office: TestOffice) -> None:
    services, actor = office.services, office.reviewer
    for title in ("نخست", "دوم"):
        detail = services.drafting.register(
            actor, InstrumentKind.BILL, title, unit_id=office.books.id if title == "دوم" else None
        )
        services.drafting.add_revision(actor, detail.row.id, Document("a.txt", TEXT, (), "txt", title))
    number = exposed_now(services, detail.row.id)
    services.comments.take_in(actor, number, [NewComment("الف"), NewComment("ب")])
    first = services.comments.of_instrument(number)[0]
    services.comments.decide(actor, first.id, first.version, Disposition.REJECTED, "دلیل")
    rows = {row.title: row for row in services.drafting.all()}
    assert (rows["دوم"].revisions, rows["دوم"].comments, rows["دوم"].undecided) == (1, 2, 1)
    assert (rows["دوم"].unit_name, rows["دوم"].author_name) == (office.books.name, actor.name)
    assert (rows["نخست"].comments, rows["نخست"].unit_name) == (0, "")
    assert services.drafting.by_code(rows["دوم"].code) == rows["دوم"]
    assert services.drafting.detail(actor, number).row == rows["دوم"]
