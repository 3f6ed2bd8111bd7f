"""A petition that was a comment becomes one and back, a comment a petition; the same thing again adds nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from desktop_app.database.verification import verify
from desktop_app.errors import AppError, ConflictError, RuleError
from desktop_app.instruments.comments.service import NewComment
from desktop_app.instruments.vocabulary import Disposition
from desktop_app.people.model import PetitionerIdentity
from desktop_app.people.petitioners import Contact
from desktop_app.petitions.model import Petition
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind, Outcome, Status
from desktop_app.wording import use_language
from tests.clocks import server_day
from tests.conftest import NOON
from tests.department import TestOffice
from tests.guarded import Department, by_sql
from tests.petitions.test_further_found import indexed
from tests.ui.consultation import FIRST, draft, open_window

SAID = NewPetition(
    Kind.OPINION, Channel.PORTAL, "ماده دوم را ساده‌تر بنویسید.", contact=Contact("علی کریمی"),
    external_id="P-7", received_at=NOON,
)  # fmt: skip
AS_COMMENT = NewComment(SAID.text, sender="علی کریمی", external_id="P-7", received_at=NOON)


def opened(office: TestOffice, since: date = date(2026, 11, 20)) -> int:
    number = draft(office, FIRST).row.id
    open_window(office, number, since, since + timedelta(days=15))
    return number


def registered(office: TestOffice, petition: NewPetition = SAID) -> int:
    return office.services.register.register(office.clerk, replace(petition, unit_id=office.books.id)).id


def test_a_petition_becomes_a_comment_and_both_histories_tell_it(office: TestOffice) -> None:
    consultation, number = opened(office), registered(office)
    assert [row.id for row in office.services.conversion.offered()] == [consultation]
    turned = office.services.conversion.into_comment(office.clerk, number, 1, consultation)
    assert (turned.petition.status, turned.petition.outcome) == (Status.RESOLVED, "commented")
    assert turned.petition.history[-1].action == "turned"
    (comment,) = office.services.comments.of_instrument(consultation)
    assert (comment.id, comment.text, comment.sender, comment.received_at) == (
        turned.comment_id, SAID.text, "علی کریمی", NOON,
    )  # fmt: skip
    # The same thing again, as the one or as the other.
    assert office.services.comments.take_in(office.reviewer, consultation, [AS_COMMENT]) == 0
    [came] = office.services.auto_intake.take_in(office.manager, [SAID])
    assert not came.fresh
    assert verify(office.services.database).ok


def test_without_a_number_of_its_own_it_is_known_by_its_words(office: TestOffice) -> None:
    consultation = opened(office)
    number = registered(office, replace(SAID, external_id=None))
    office.services.conversion.into_comment(office.clerk, number, 1, consultation)
    again = replace(AS_COMMENT, external_id=None)
    assert office.services.comments.take_in(office.reviewer, consultation, [again]) == 0


def test_it_is_taken_back_and_turned_again(office: TestOffice) -> None:
    consultation, number = opened(office), registered(office)
    turning = office.services.conversion
    turned = turning.into_comment(office.clerk, number, 1, consultation)
    with pytest.raises(RuleError):
        turning.back(office.other_clerk, number, turned.petition.version)
    with pytest.raises(RuleError):
        office.services.desk.undo(office.clerk, number, turned.petition.version)
    back = turning.back(office.clerk, number, turned.petition.version)
    assert (back.petition.status, back.petition.outcome) == (Status.REFERRED, None)
    comment = office.services.comments.one(turned.comment_id)
    assert (comment.disposition, comment.reason) == (
        Disposition.OUT_OF_SCOPE, "به‌عنوان درخواست رسیدگی می‌شود.",
    )  # fmt: skip
    again = turning.into_comment(office.clerk, number, back.petition.version, consultation)
    assert again.comment_id == turned.comment_id
    assert office.services.comments.one(turned.comment_id).disposition is None
    assert verify(office.services.database).ok


def test_by_what_was_written_since_the_petition_is_found_whatever_it_becomes(office: TestOffice) -> None:
    consultation, number = opened(office), registered(office)
    services, clerk = office.services, office.clerk
    code = services.desk.peek(clerk, number).tracking_code

    def again(words: str) -> int:
        said = NewPetition(
            Kind.OPINION, Channel.SMS, f"{code} {words}", contact=Contact(mobile="09121234567")
        )
        services.auto_intake.take_in(office.manager, [said])
        return services.desk.peek(clerk, number).version

    turned = services.conversion.into_comment(clerk, number, again("ارغنون"), consultation)
    services.conversion.back(clerk, number, turned.petition.version)
    services.conversion.into_comment(clerk, number, again("اقاقیا"), consultation)
    # A comment that names the code is written to that petition, too.
    said = NewComment(f"{code} بنفشه", "sms", "09121234567")
    services.comments.take_in(office.reviewer, consultation, [said])
    comment = services.comments.of_instrument(consultation)[-1]
    assert services.conversion.into_petition(office.manager, comment.id, Kind.OPINION).petition_id == number
    assert indexed(office, "ارغنون بنویسید", "اقاقیا بنویسید", "بنفشه بنویسید") == [[number]] * 3


def test_the_public_reads_the_reason_in_persian_whatever_the_window_speaks(sqlite_office: TestOffice) -> None:
    office = sqlite_office
    consultation, number = opened(office), registered(office)
    turned = office.services.conversion.into_comment(office.clerk, number, 1, consultation)
    use_language("en")
    back = office.services.conversion.back(office.clerk, number, turned.petition.version)
    assert "درخواست" in office.services.comments.one(back.comment_id).reason


def test_what_a_reviewer_has_decided_stays(office: TestOffice) -> None:
    consultation, number = opened(office), registered(office)
    turned = office.services.conversion.into_comment(office.clerk, number, 1, consultation)
    comment = office.services.comments.one(turned.comment_id)
    office.services.comments.decide(office.reviewer, comment.id, comment.version, Disposition.REJECTED, "نه")
    with pytest.raises(RuleError) as refused:
        office.services.conversion.back(office.clerk, number, turned.petition.version)
    assert refused.value.parameters["rule"] == "comment_is_decided"
    assert office.services.desk.peek(office.clerk, number).outcome == "commented"


def test_refused_after_the_window_for_a_closed_petition_and_where_somebody_was_quicker(
    sqlite_office: TestOffice,
) -> None:
    office = sqlite_office
    consultation, number = opened(office), registered(office)
    turning = office.services.conversion
    with pytest.raises(ConflictError):
        turning.into_comment(office.clerk, number, 7, consultation)
    office.services.desk.resolve(office.clerk, number, 1, Outcome.WITHDRAWN, "خودش خواست")
    with pytest.raises(RuleError):
        turning.into_comment(office.clerk, number, 2, consultation)
    second = registered(office, replace(SAID, external_id="P-8"))
    closed = draft(office, "ماده ۱. متن", title="پیش‌نویس دیگر").row.id
    with pytest.raises(RuleError) as refused:
        turning.into_comment(office.clerk, second, 1, closed)
    assert refused.value.parameters["rule"] == "draft_is_not_open"
    assert office.services.comments.of_instrument(consultation) == ()


def test_nobody_chooses_that_outcome(office: TestOffice) -> None:
    number = registered(office)
    with pytest.raises(AppError):
        office.services.desk.resolve(office.clerk, number, 1, Outcome.COMMENTED, "x")
    offered = {choice.code for choice in office.services.outcomes.all() if choice.offered}
    assert Outcome.COMMENTED not in offered


def test_a_comment_is_registered_as_a_petition_too(office: TestOffice) -> None:
    consultation = opened(office)
    office.services.comments.take_in(office.reviewer, consultation, [AS_COMMENT])
    (comment,) = office.services.comments.of_instrument(consultation)
    came = office.services.conversion.into_petition(office.clerk, comment.id, Kind.COMPLAINT)
    assert came.registered is not None
    detail = office.services.desk.peek(office.clerk, came.registered.id)
    assert (detail.kind, detail.text, detail.external_id, detail.petitioner_name) == (
        Kind.COMPLAINT, SAID.text, "P-7", "علی کریمی",
    )  # fmt: skip
    assert detail.history[-1].action == "was_comment"
    again = office.services.conversion.into_petition(office.clerk, comment.id, Kind.COMPLAINT)
    assert (again.fresh, again.petition_id) == (False, detail.id)
    # Taken back among the comments, it is that comment again.
    turned = office.services.conversion.into_comment(office.clerk, detail.id, detail.version, consultation)
    assert turned.comment_id == comment.id
    assert verify(office.services.database).ok


@pytest.mark.parametrize(
    ("sender", "name", "mobile"),
    [("09121234567", "", "09121234567"), ("02188776655", "02188776655", None), ("30008", "30008", None)],
)
def test_a_comment_of_any_number_is_registered(
    sqlite_office: TestOffice, sender: str, name: str, mobile: str | None
) -> None:
    office = sqlite_office
    consultation = opened(office)
    office.services.comments.take_in(office.reviewer, consultation, [replace(AS_COMMENT, sender=sender)])
    (comment,) = office.services.comments.of_instrument(consultation)
    came = office.services.conversion.into_petition(office.clerk, comment.id, Kind.COMPLAINT)
    assert came.petition_id is not None
    with office.services.database.reading() as session:
        made = session.get_one(Petition, came.petition_id)
        identity = session.get(PetitionerIdentity, made.petitioner_id)
        assert (made.petitioner_name, identity.mobile if identity is not None else None) == (name, mobile)


def test_with_roles_a_clerk_turns_and_takes_back(department: Department) -> None:
    consultation = opened(department.office, server_day())
    clerk, rezaei = department.signed_in("rezaei")
    number = clerk.register.register(rezaei, replace(SAID, unit_id=department.office.books.id)).id
    turned = clerk.conversion.into_comment(rezaei, number, 1, consultation)
    back = clerk.conversion.back(rezaei, number, turned.petition.version)
    assert back.petition.status is Status.REFERRED
    assert clerk.comments.one(turned.comment_id).disposition is Disposition.OUT_OF_SCOPE
    again = clerk.conversion.into_comment(rezaei, number, back.petition.version, consultation)
    came = clerk.conversion.into_petition(rezaei, again.comment_id, Kind.OPINION)
    assert (came.fresh, came.petition_id) == (False, number)
    # Nobody sets it aside, not even who made it of the petition, which is still closed as this comment.
    for who in ("amini", "rezaei"):
        with department.sql(who) as psql:
            given: dict[str, Any] = {"petition_id": number, "reason": "x"}
            assert (
                by_sql(psql, "turned_back", turned.comment_id, item_type="comment", **given)
                == "not_your_role"
            )
    assert verify(department.owner.database).ok


_CLOSED = (
    "UPDATE petition SET status = 'resolved', outcome = 'commented', is_open = {}, version = version + 1,"
    " resolved_at = {}, changed_at = {} WHERE id = {}"
)


def test_on_sqlite_no_statement_closes_a_petition_as_a_comment_that_is_not_there(
    sqlite_office: TestOffice,
) -> None:
    office = sqlite_office
    consultation, number = opened(office), registered(office)
    moment = "'2026-11-24 10:00:00.000000'"
    statement = _CLOSED.format(0, moment, moment, number)

    def held() -> None:
        with pytest.raises(IntegrityError, match="came of it"), office.services.database.writing() as session:
            session.execute(text(statement))

    held()
    turned = office.services.conversion.into_comment(office.clerk, number, 1, consultation)
    back = office.services.conversion.back(office.clerk, number, turned.petition.version)
    # The comment is there, and put aside.
    held()
    assert office.services.desk.peek(office.clerk, number).outcome is None
    again = office.services.conversion.into_comment(office.clerk, number, back.petition.version, consultation)
    seen = office.services.desk.reopen(office.clerk, number, again.petition.version, "دوباره بررسی شود")
    # What was reopened is what it was, once that is taken back.
    assert office.services.desk.undo(office.clerk, number, seen.version).outcome == "commented"


def test_by_sql_no_petition_is_closed_as_a_comment_that_it_did_not_become(department: Department) -> None:
    office = department.office
    consultation = opened(office, server_day())
    clerk, rezaei = department.signed_in("rezaei")
    number = clerk.register.register(rezaei, replace(SAID, unit_id=office.books.id)).id
    office.services.comments.take_in(
        office.reviewer, consultation, [replace(AS_COMMENT, text="چیز دیگر", external_id="P-9")]
    )
    (other,) = office.services.comments.of_instrument(consultation)
    with department.sql("rezaei") as psql:

        def turned_by_sql(comment: int) -> str | None:
            return by_sql(psql, "turned", number, words="x", comment_id=comment, instrument_id=consultation)

        assert by_sql(psql, "close", number, words="x", outcome="commented") == "not_there_any_more"
        assert turned_by_sql(999) == "not_there_any_more"
        assert turned_by_sql(other.id) == "not_there_any_more"
        turned = clerk.conversion.into_comment(rezaei, number, 1, consultation)
        back = clerk.conversion.back(rezaei, number, turned.petition.version)
        # The comment is there, and put aside.
        assert turned_by_sql(turned.comment_id) == "not_there_any_more"
    again = clerk.conversion.into_comment(rezaei, number, back.petition.version, consultation)
    seen = clerk.desk.reopen(rezaei, number, again.petition.version, "دوباره بررسی شود")
    assert clerk.desk.undo(rezaei, number, seen.version).outcome == "commented"
