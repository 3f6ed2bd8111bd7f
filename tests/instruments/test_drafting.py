"""Draft documents: tracks by law, revisions that stay as they are, the way to legal review."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from desktop_app.documents.document import Document, DocumentPart, PartKind
from desktop_app.errors import ConflictError, InvalidValueError, NotFoundError, RuleError
from desktop_app.instruments.vocabulary import InstrumentKind, InstrumentStatus, Track
from tests.department import TestOffice

FIRST = "ماده ۱- مهلت پاسخ سی روز است.\nماده ۲- متقاضی می‌تواند اعتراض کند.\n"
SECOND = FIRST.replace("سی", "پانزده")


def document(words: str, *left_out: str) -> Document:
    return Document("draft.txt", words, left_out, "txt", "")


def test_every_kind_goes_the_track_that_the_law_gives_it(office: TestOffice) -> None:
    drafting = office.services.drafting
    tracks = {
        kind: drafting.register(office.reviewer, kind, f"سند {kind.value}").row.track
        for kind in InstrumentKind
    }
    assert {kind for kind, track in tracks.items() if track is Track.B} == {
        InstrumentKind.BILL,
        InstrumentKind.CABINET_BYLAW,
    }


def test_codes_are_given_by_year_and_a_taken_one_is_refused(office: TestOffice) -> None:
    drafting = office.services.drafting
    first = drafting.register(office.reviewer, InstrumentKind.BYLAW, "یک")
    second = drafting.register(office.reviewer, InstrumentKind.BYLAW, "دو")
    assert (first.row.code, second.row.code) == ("1405-001", "1405-002")
    with pytest.raises(ConflictError):
        drafting.register(office.reviewer, InstrumentKind.BYLAW, "سه", code="1405-001")


def test_a_draft_without_a_title_is_refused(office: TestOffice) -> None:
    with pytest.raises(InvalidValueError):
        office.services.drafting.register(office.reviewer, InstrumentKind.BYLAW, "  ")


def test_revisions_are_numbered_and_say_what_was_left_out(office: TestOffice) -> None:
    drafting = office.services.drafting
    made = drafting.register(office.reviewer, InstrumentKind.BYLAW, "آیین‌نامه")
    drafting.add_revision(office.reviewer, made.row.id, document(FIRST, "footnotes"), summary="نخست")
    detail = drafting.add_revision(office.reviewer, made.row.id, document(SECOND))
    assert [(r.number, r.not_compared) for r in detail.revisions] == [(1, ("footnotes",)), (2, ())]
    assert drafting.revision(made.row.id, 1).text == FIRST
    assert drafting.compare(made.row.id, 1, 2).not_compared == ("footnotes",)
    assert drafting.compare(made.row.id, 1, 2).counts["edited"] == 1


def test_the_same_text_over_again_is_no_revision(office: TestOffice) -> None:
    drafting = office.services.drafting
    made = drafting.register(office.reviewer, InstrumentKind.BYLAW, "آیین‌نامه")
    drafting.add_revision(office.reviewer, made.row.id, document(FIRST))
    with pytest.raises(RuleError) as refused:
        drafting.add_revision(office.reviewer, made.row.id, document(FIRST))
    assert refused.value.parameters["rule"] == "same_text_as_last_revision"


@pytest.mark.parametrize("statement", ["UPDATE revision SET text = 'x'", "DELETE FROM revision"])
def test_the_database_itself_refuses_to_change_a_revision(office: TestOffice, statement: str) -> None:
    drafting = office.services.drafting
    made = drafting.register(office.reviewer, InstrumentKind.BYLAW, "آیین‌نامه")
    drafting.add_revision(office.reviewer, made.row.id, document(FIRST))
    with pytest.raises(DBAPIError), office.services.database.writing() as session:
        session.execute(text(statement))
    assert drafting.revision(made.row.id, 1).text == FIRST


def test_a_draft_goes_to_legal_review_and_back_but_not_without_a_text(office: TestOffice) -> None:
    drafting = office.services.drafting
    made = drafting.register(office.reviewer, InstrumentKind.BYLAW, "آیین‌نامه")
    with pytest.raises(RuleError):
        drafting.move(office.reviewer, made.row.id, made.row.version, InstrumentStatus.LEGAL_REVIEW)
    detail = drafting.add_revision(office.reviewer, made.row.id, document(FIRST))
    detail = drafting.move(office.reviewer, made.row.id, detail.row.version, InstrumentStatus.LEGAL_REVIEW)
    assert detail.row.status is InstrumentStatus.LEGAL_REVIEW
    with pytest.raises(ConflictError):
        drafting.move(office.reviewer, made.row.id, detail.row.version - 1, InstrumentStatus.DRAFTING)
    detail = drafting.move(office.reviewer, made.row.id, detail.row.version, InstrumentStatus.DRAFTING)
    assert [event.action for event in detail.history] == ["registered", "revision_added", "moved", "moved"]


def test_what_is_not_there_is_said(office: TestOffice) -> None:
    with pytest.raises(NotFoundError):
        office.services.drafting.by_code("nothing")
    with pytest.raises(NotFoundError):
        office.services.drafting.revision(1, 7)


def noted(words: str) -> Document:
    """A document with a footnote."""
    return replace(document(FIRST), parts=(DocumentPart(PartKind.FOOTNOTE, 6, words),))


def test_a_revision_keeps_its_footnotes_and_they_are_compared(office: TestOffice) -> None:
    drafting = office.services.drafting
    made = drafting.register(office.reviewer, InstrumentKind.BYLAW, "آیین‌نامه")
    drafting.add_revision(office.reviewer, made.row.id, noted("موضوع تصویب‌نامه شماره ۱۲۳۴"))
    # Only the footnote differs: another text all the same.
    detail = drafting.add_revision(office.reviewer, made.row.id, noted("موضوع تصویب‌نامه شماره ۱۲۴۳"))
    assert [row.beside for row in detail.revisions] == [(PartKind.FOOTNOTE,)] * 2
    assert drafting.revision(made.row.id, 2).parts[0].text == "موضوع تصویب‌نامه شماره ۱۲۴۳"
    found = drafting.compare(made.row.id, 1, 2)
    assert (found.counts["changes"], found.weighty) == (1, 1)
    assert found.old.body == found.new.body == FIRST
    with pytest.raises(RuleError):
        drafting.add_revision(office.reviewer, made.row.id, noted("موضوع تصویب‌نامه شماره ۱۲۴۳"))
