"""Where comments belong, kept: found as they come, chosen by a reviewer, undone; and what hangs on it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from desktop_app.clock import FixedClock
from desktop_app.database.audit import Event, history
from desktop_app.errors import ConflictError, InvalidValueError, NotPermittedError
from desktop_app.instruments.comments.anchoring import How
from desktop_app.instruments.comments.review import UNSURE, WHOLE, Review, load_review
from desktop_app.instruments.comments.service import CommentRow, NewComment
from desktop_app.instruments.model import Instrument, Revision
from desktop_app.instruments.vocabulary import Disposition, InstrumentKind, InstrumentStatus
from tests.department import TestOffice
from tests.instruments.consulting import NEXT_TEXT, Consultation, exposed_now, made_history
from tests.instruments.refusing import refused_by_sql
from tests.ui.consultation import document

TEXT = (
    "ماده ۱- این دستورالعمل برای همه است.\n"
    "ماده ۲- پروانه برای مدت یک سال صادر می‌شود.\n"
    "تبصره ۱- تمدید آن رایگان است.\n"
    "ماده ۳- تعرفه هر سال منتشر می‌شود.\n"
)


@pytest.fixture
def instrument(office: TestOffice) -> int:
    drafting = office.services.drafting
    made = drafting.register(office.reviewer, InstrumentKind.DIRECTIVE, "دستورالعمل").row.id
    drafting.add_revision(office.reviewer, made, document(TEXT), summary="متن")
    return exposed_now(office.services, made)


def come(office: TestOffice, instrument: int, *comments: NewComment) -> tuple[CommentRow, ...]:
    office.services.comments.take_in(office.clerk, instrument, comments)
    return office.services.comments.of_instrument(instrument)


def read(office: TestOffice, instrument: int) -> Review:
    return load_review(office.services.drafting, office.services.comments, office.reviewer, instrument)


def counted(review: Review) -> dict[str, int]:
    return {part.label or part.key: len(part.comments) for part in review.parts if part.comments}


def of(office: TestOffice, comment: int) -> tuple[Event, ...]:
    with office.services.database.reading() as session:
        return history(session, "comment", comment)


def begin_of(review: Review, name: str) -> int:
    at = review.places.named(name)
    assert at is not None
    return review.places.provisions[at].start


def test_what_comes_is_placed_and_the_place_is_kept(office: TestOffice, instrument: int) -> None:
    rows = come(
        office,
        instrument,
        NewComment("کم است.", provision="م2", external_id="1"),
        NewComment("چرا «تعرفه هر سال منتشر مي شود»؟", external_id="2"),
        NewComment("کم است.", provision="ماده ۹", external_id="3"),
        NewComment("خوب است.", external_id="4"),
    )
    kept = [(row.place.provision, row.place.how, row.place.begin is None) for row in rows if row.place]
    assert kept == [
        ("ماده ۲", How.LABEL, False),
        ("ماده ۳", How.QUOTE, False),
        ("", How.UNSURE, True),
        ("", How.WHOLE, True),
    ]
    assert counted(read(office, instrument)) == {"ماده ۲": 1, "ماده ۳": 1, UNSURE: 1, WHOLE: 1}


def test_a_reviewer_chooses_and_it_can_be_undone(office: TestOffice, instrument: int) -> None:
    (row,) = come(office, instrument, NewComment("کم است.", provision="ماده ۹"))
    places, review = office.services.comment_places, read(office, instrument)
    assert row.place is not None
    seen = {row.id: row.place.version}
    placed = places.choose(office.reviewer, instrument, seen, begin_of(review, "ماده ۳"))
    assert (placed.provision, counted(read(office, instrument))) == ("ماده ۳", {"ماده ۳": 1})
    chosen = office.services.comments.one(row.id).place
    assert chosen is not None
    assert (chosen.how, chosen.confidence, chosen.chosen_by) == (How.PERSON, 100, office.reviewer.name)
    last = of(office, row.id)[-1]
    assert (last.action, last.before) == ("placed", {"provision": "", "how": "unsure"})
    assert {**last.after, "changes": None} == {"provision": "ماده ۳", "how": "person", "changes": None}
    assert places.take_back(office.reviewer, instrument, placed) == 1
    assert counted(read(office, instrument)) == {UNSURE: 1}
    assert of(office, row.id)[-1].action == "placing_undone"
    assert places.take_back(office.reviewer, instrument, placed) == 0


def test_many_go_to_the_whole_at_once(office: TestOffice, instrument: int) -> None:
    rows = come(office, instrument, *(NewComment(f"نظر {n}", provision="ماده ۹") for n in range(5)))
    seen = {row.id: row.place.version if row.place else 0 for row in rows}
    office.services.comment_places.choose(office.reviewer, instrument, seen, None)
    assert counted(read(office, instrument)) == {WHOLE: 5}


def test_the_second_who_chooses_is_told(office: TestOffice, instrument: int) -> None:
    (row,) = come(office, instrument, NewComment("کم است.", provision="ماده ۹"))
    assert row.place is not None
    begin, seen = begin_of(read(office, instrument), "ماده ۳"), {row.id: row.place.version}
    office.services.comment_places.choose(office.reviewer, instrument, seen, None)
    with pytest.raises(ConflictError) as caught:
        office.services.comment_places.choose(office.reviewer, instrument, seen, begin)
    assert caught.value.parameters["theirs"] == office.reviewer.name
    assert counted(read(office, instrument)) == {WHOLE: 1}


def test_only_reviewers_choose_and_only_provisions_of_the_text(office: TestOffice, instrument: int) -> None:
    (row,) = come(office, instrument, NewComment("کم است.", provision="ماده ۹"))
    assert row.place is not None
    seen, places = {row.id: row.place.version}, office.services.comment_places
    with pytest.raises(NotPermittedError):
        places.choose(office.clerk, instrument, seen, None)
    with pytest.raises(InvalidValueError):
        places.choose(office.reviewer, instrument, seen, 7)
    assert counted(read(office, instrument)) == {UNSURE: 1}


def test_what_a_person_chose_stays_on_a_later_text_by_its_name_and_the_rest_is_found_anew(
    office: TestOffice, instrument: int, clock: FixedClock
) -> None:
    rows = come(
        office,
        instrument,
        NewComment("کم است.", provision="ماده ۹", external_id="1"),
        NewComment("کم است.", provision="ماده ۴", external_id="2"),
        NewComment("کم است.", provision="ماده ۹", external_id="3"),
    )
    review = read(office, instrument)
    for row, name in ((rows[0], "ماده ۳"), (rows[2], "تبصره ۱ ماده ۲")):
        assert row.place is not None
        seen = {row.id: row.place.version}
        office.services.comment_places.choose(office.reviewer, instrument, seen, begin_of(review, name))
    clock.advance(timedelta(minutes=5))
    longer = "مقدمه\n" + TEXT.replace("تبصره ۱- تمدید آن رایگان است.\n", "") + "ماده ۴- پایان.\n"
    office.services.drafting.add_revision(office.reviewer, instrument, document(longer), summary="متن")
    with made_history(office.services), office.services.database.writing() as session:
        draft = session.get_one(Instrument, instrument)
        draft.exposed_revision_id = session.scalar(select(func.max(Revision.id)))
    assert counted(read(office, instrument)) == {"ماده ۳": 1, "ماده ۴": 1, UNSURE: 1}


def test_an_unsure_comment_is_one_to_decide_and_stands_in_the_summing_up_as_unsure(
    office: TestOffice, instrument: int
) -> None:
    (row,) = come(office, instrument, NewComment("کم است.", provision="ماده ۹"))
    listed = next(one for one in office.services.drafting.all() if one.id == instrument)
    assert (listed.comments, listed.undecided) == (1, 1)
    content = office.services.summing_up.content(office.reviewer, instrument)
    assert content["dispositions"] == {"undecided": 1}
    (told,) = [one for one in content["provisions"] if one["count"]]
    assert (told["unsure"], told["comments"][0]["named"]) == (True, "ماده ۹")
    office.services.comments.decide(
        office.reviewer, row.id, row.version, Disposition.OUT_OF_SCOPE, "به این متن مربوط نیست."
    )
    listed = next(one for one in office.services.drafting.all() if one.id == instrument)
    assert listed.undecided == 0


def test_an_unsure_place_neither_blocks_the_gate_nor_opens_it_and_a_later_choice_makes_the_summing_up_stale(
    office: TestOffice, clock: FixedClock
) -> None:
    consultation = Consultation(office, clock)
    consultation.opened()
    comment = consultation.comment(provision="ماده ۹۹")
    consultation.after_the_end()
    office.services.life.start_revising(office.reviewer, consultation.id, consultation.version)
    consultation.write(NEXT_TEXT)

    def points() -> dict[str, bool]:
        return {point.rule: point.holds for point in consultation.now.gate.points}

    assert not points()["every_comment_is_decided"]
    consultation.decide(comment, Disposition.OUT_OF_SCOPE)
    consultation.sum_up()
    assert all(points().values())
    clock.advance(timedelta(minutes=5))
    place = office.services.comments.one(comment).place
    assert place is not None
    seen = {comment: place.version}
    office.services.comment_places.choose(office.reviewer, consultation.id, seen, None)
    assert not points()["summing_up_is_needed"]
    # The database says so too, whoever asks.
    ready = "UPDATE instrument SET status = 'ready', ready_by_id = :who WHERE id = :id"
    refused_by_sql("summing_up_is_needed", ready, consultation, who=office.reviewer.person_id)
    clock.advance(timedelta(minutes=5))
    consultation.sum_up()
    assert all(points().values())
    consultation.sql(ready, who=office.reviewer.person_id)
    assert consultation.stands() is InstrumentStatus.READY
