"""Public comments: each once, late ones kept, decided by a legal reviewer with a reason that can be published."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from desktop_app.errors import ConflictError, InvalidValueError, NotFoundError, NotPermittedError
from desktop_app.instruments.comments.service import CommentRow, NewComment
from desktop_app.instruments.vocabulary import Disposition, InstrumentKind
from tests.department import TestOffice
from tests.instruments.consulting import put_before_public

CAME = datetime(2026, 11, 10, 8, 0, tzinfo=UTC)


def consultation(office: TestOffice) -> int:
    made = office.services.drafting.register(office.reviewer, InstrumentKind.BYLAW, "آیین‌نامه")
    opened, closes = CAME.date() - timedelta(days=3), CAME.date() + timedelta(days=11)
    put_before_public(office.services, made.row.id, opened, closes)
    return made.row.id


def comment(office: TestOffice, instrument: int) -> CommentRow:
    office.services.comments.take_in(office.clerk, instrument, [NewComment("مهلت کم است.", received_at=CAME)])
    return office.services.comments.of_instrument(instrument)[0]


def test_the_same_comment_is_taken_in_once(office: TestOffice) -> None:
    instrument = consultation(office)
    came = [
        NewComment("متن یک", external_id="7", received_at=CAME),
        NewComment("متن یک", external_id="7", received_at=CAME),
        NewComment("كتاب‌هاي من", received_at=CAME),
        NewComment("کتاب‌های من", received_at=CAME),
    ]
    assert office.services.comments.take_in(office.clerk, instrument, came) == 2
    assert office.services.comments.take_in(office.clerk, instrument, came) == 0


def test_the_public_s_words_are_kept_as_they_came_and_late_ones_are_marked(office: TestOffice) -> None:
    instrument = consultation(office)
    words = "<b>كتاب</b> \u202e متن"
    office.services.comments.take_in(
        office.clerk,
        instrument,
        [NewComment(words, received_at=CAME), NewComment("دیر", received_at=CAME + timedelta(days=12))],
    )
    first, second = office.services.comments.of_instrument(instrument)
    assert (first.text, first.late, second.late) == (words, False, True)


def test_a_reviewer_decides_with_a_reason_and_nobody_else(office: TestOffice) -> None:
    comments, seen = office.services.comments, comment(office, consultation(office))
    with pytest.raises(NotPermittedError):
        comments.decide(office.clerk, seen.id, seen.version, Disposition.ACCEPTED, "پذیرفته شد.")
    with pytest.raises(InvalidValueError):
        comments.decide(office.reviewer, seen.id, seen.version, Disposition.ACCEPTED, " ")
    decided = comments.decide(office.reviewer, seen.id, seen.version, Disposition.REJECTED, "خلاف قانون است.")
    assert (decided.disposition, decided.decided_by) == (Disposition.REJECTED, office.reviewer.name)


def test_the_second_who_decides_is_told_and_overwrites_nothing(office: TestOffice) -> None:
    instrument = consultation(office)
    comments, seen = office.services.comments, comment(office, instrument)
    comments.decide(office.reviewer, seen.id, seen.version, Disposition.ACCEPTED, "نخست")
    with pytest.raises(ConflictError):
        comments.decide(office.reviewer, seen.id, seen.version, Disposition.REJECTED, "دوم")
    assert comments.of_instrument(instrument)[0].reason == "نخست"


def test_comments_on_nothing_are_refused(office: TestOffice) -> None:
    with pytest.raises(NotFoundError):
        office.services.comments.take_in(office.clerk, 999, [NewComment("متن")])
    with pytest.raises(InvalidValueError):
        office.services.comments.take_in(office.clerk, consultation(office), [NewComment("  ")])
