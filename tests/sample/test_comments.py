from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from desktop_app.instruments.vocabulary import Disposition
from desktop_app.people.identity import Group, valid_mobile, valid_national_id
from desktop_app.persian.text import words
from desktop_app.petitions.vocabulary import Channel
from desktop_app.sample.comments import SampleComment, comments
from desktop_app.sample.instruments import INSTRUMENTS, SampleInstrument, instrument
from desktop_app.sample.issues import issues_of

NOW = datetime(2026, 11, 23, 20, 30, tzinfo=UTC)
OPENED = NOW - timedelta(days=60)
CLOSED = NOW - timedelta(days=45)
each = pytest.mark.parametrize("made", INSTRUMENTS, ids=lambda made: made.code)


def closed_window(code: str, count: int = 400) -> list[SampleComment]:
    return list(comments(code, count, 3, OPENED, CLOSED, NOW))


@each
def test_quotes_and_labels_occur_in_the_exposed_revision(made: SampleInstrument) -> None:
    text = made.text(made.exposed or 1)
    lines = text.splitlines()
    found = closed_window(made.code)
    quotes = [comment.quote for comment in found if comment.quote is not None]
    labels = [comment.label for comment in found if comment.label is not None]
    assert [quote for quote in quotes if quote not in text] == []
    assert [label for label in labels if not any(line.startswith(label) for line in lines)] == []


@each
def test_comments_come_in_order_as_many_as_asked(made: SampleInstrument) -> None:
    found = closed_window(made.code)
    moments = [comment.received_at for comment in found]
    assert len(found) == 400
    assert moments == sorted(moments)
    assert moments[0] >= OPENED
    assert moments[-1] < NOW


def test_late_ones_come_after_the_end_and_are_few() -> None:
    found = closed_window("galleries")
    assert all(comment.late == (comment.received_at > CLOSED) for comment in found)
    assert 0 < sum(comment.late for comment in found) < 30


def test_while_the_window_is_open_nothing_is_late_decided_or_from_the_future() -> None:
    found = list(comments("gallery-licensing", 300, 3, NOW - timedelta(days=8), NOW + timedelta(days=7), NOW))
    assert len(found) == 300
    assert all(
        comment.received_at < NOW and not comment.late and comment.disposition is None for comment in found
    )


def test_a_campaign_is_one_text_with_typing_variants_and_additions() -> None:
    campaign = [comment for comment in closed_window("gallery-licensing") if comment.campaign]
    begun = words("شرط دوازده نمایشگاه در سال")
    assert len(campaign) > 150
    assert len({comment.text for comment in campaign}) > 20
    assert len({comment.name for comment in campaign}) > 100
    carried = sum(begun[0] in words(comment.text) and "دوازده" in words(comment.text) for comment in campaign)
    assert carried > 0.95 * len(campaign)
    assert {comment.label for comment in campaign} == {"ماده ۶"}


def test_dispositions_are_decisions_of_the_room_with_a_reason_to_publish() -> None:
    decided = [comment.disposition for comment in closed_window("galleries") if comment.disposition]
    assert {made.decision for made in decided} == {decision.value for decision in Disposition}
    assert all(len(made.reason) > 20 for made in decided)
    assert 0.4 < len(decided) / 400 < 0.8


@each
def test_what_the_law_wants_decided_is_decided(made: SampleInstrument) -> None:
    found = closed_window(made.code, 60)
    if made.state in {"ready", "promulgated", "submitted"}:
        assert all(comment.disposition for comment in found)
    if made.state == "closed":
        assert not any(comment.disposition for comment in found)


def test_some_are_on_the_whole_text_and_senders_are_valid() -> None:
    found = closed_window("galleries")
    assert any(comment.label is None for comment in found)
    assert any(comment.label is not None for comment in found)
    assert any(comment.quote is not None for comment in found)
    for comment in found:
        assert Group(comment.group)
        assert Channel(comment.channel)
    ids = [comment.national_id for comment in found if comment.national_id is not None]
    mobiles = [comment.mobile for comment in found if comment.mobile is not None]
    assert ids
    assert mobiles
    assert all(valid_national_id(national_id) for national_id in ids)
    assert all(valid_mobile(mobile) for mobile in mobiles)


def test_the_same_seed_gives_the_same_comments_and_each_instrument_its_own() -> None:
    assert closed_window("galleries") == closed_window("galleries")
    own = {comment.external_id for made in INSTRUMENTS for comment in closed_window(made.code, 5)}
    assert len(own) == 5 * len(INSTRUMENTS)
    assert instrument("galleries").exposed == 2


def test_issues_are_seen_in_what_was_said_however_it_is_spelled() -> None:
    assert issues_of("ضمانت اجراي اين ماده چيست؟") == ("ضمانت اجرا",)
    assert issues_of("هزینهٔ شهرستان‌ها زیاد است و متن روشن نیست.") == (
        "روشنی متن", "هزینه و تعرفه", "دسترسی شهرستان‌ها",
    )  # fmt: skip
    assert issues_of("سپاسگزارم.") == ()


def test_every_consultation_that_is_over_has_several_issues() -> None:
    for made in INSTRUMENTS:
        if made.opened is not None and made.state not in {"open", "closed"}:
            seen = {issue for one in closed_window(made.code, 60) for issue in issues_of(one.text)}
            assert len(seen) > 1, made.code
