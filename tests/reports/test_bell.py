from __future__ import annotations

from datetime import UTC, datetime

from desktop_app.instruments.comments.service import NewComment
from desktop_app.instruments.comments.triage_acts import Assign
from desktop_app.instruments.vocabulary import Disposition, InstrumentKind
from desktop_app.reports.bell import Call
from tests.department import TestOffice


def test_a_comment_calls_for_who_is_to_decide_it_until_it_is_decided(office: TestOffice) -> None:
    services, reviewer = office.services, office.reviewer
    draft = services.drafting.register(reviewer, InstrumentKind.BYLAW, "آیین‌نامه").row
    came = datetime(2026, 11, 10, 8, 0, tzinfo=UTC)
    services.comments.take_in(
        office.clerk, draft.id, [NewComment("مهلت کم است.", external_id="1", received_at=came)]
    )
    row = services.comments.of_instrument(draft.id)[0]
    assert services.bells.of(reviewer).rows == ()
    services.triage.run(reviewer, draft.id, [row.id], Assign(reviewer.person_id))
    (called,) = services.bells.of(reviewer).rows
    assert (called.call, called.words, called.beside) == (Call.COMMENT, "مهلت کم است.", "آیین‌نامه")
    assert (called.item_id, called.instrument_id) == (row.id, draft.id)
    assert services.bells.of(office.clerk).rows == ()
    now = services.comments.of_instrument(draft.id)[0]
    services.comments.decide(reviewer, row.id, now.version, Disposition.OUT_OF_SCOPE, "موضوع این نیست.")
    assert services.bells.of(reviewer).rows == ()
