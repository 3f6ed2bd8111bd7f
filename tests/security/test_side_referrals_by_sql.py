"""Referrals on the side tried with psql: all of it is refused, and leaves the referral as it is for the next."""

from __future__ import annotations

import psycopg
import pytest

from tests.guarded import Department
from tests.security.test_side_referrals_with_roles import out

REFUSED = (psycopg.errors.InsufficientPrivilege, psycopg.errors.IntegrityConstraintViolation)


@pytest.fixture(scope="module")
def sent_out(guarded: Department) -> tuple[int, int]:
    return out(guarded)


@pytest.mark.parametrize(
    ("who", "statement"),
    [
        # Answered by whoever asked; by nobody's right to; without an event; its day moved; taken for another purpose.
        ("rezaei", "UPDATE referral SET acted_at = now(), result = 'answered' WHERE id = {side}"),
        ("rezaei", "UPDATE referral SET acted_at = now() WHERE id = {side}"),
        ("rezaei", "UPDATE referral SET acted_at = now(), result = 'recalled' WHERE id = {side}"),
        ("rezaei", "UPDATE referral SET seen_at = now() WHERE id = {side}"),
        ("rezaei", "UPDATE referral SET side = false WHERE id = {side}"),
        ("rezaei", "DELETE FROM referral WHERE id = {side}"),
        ("amini", "UPDATE referral SET acted_at = now(), result = 'answered' WHERE id = {side}"),
        ("amini", "UPDATE referral SET acted_at = now(), result = 'recalled' WHERE id = {side}"),
        ("amini", "UPDATE referral SET acted_at = now() WHERE id = {side}"),
        ("amini", "UPDATE referral SET seen_at = now() - interval '1 day' WHERE id = {side}"),
        ("amini", "UPDATE referral SET due_on = now() + interval '9 days' WHERE id = {side}"),
        ("amini", "UPDATE referral SET purpose = 'information' WHERE id = {side}"),
        (
            "amini",
            "INSERT INTO referral (petition_id, to_unit_id, purpose, order_note, sent_by_id, sent_at, side)"
            " VALUES ({number}, {books}, 'action', '', app.me(), now(), true)",
        ),
        (
            "amini",
            "UPDATE petition SET status = 'resolved', is_open = false, outcome = 'answered', resolved_at = now(),"
            " version = version + 1 WHERE id = {number}",
        ),
    ],
)
def test_with_psql_nobody_answers_for_others(
    guarded: Department, sent_out: tuple[int, int], who: str, statement: str
) -> None:
    number, side = sent_out
    words = statement.format(side=side, number=number, books=guarded.office.books.id)
    with guarded.sql(who) as psql, pytest.raises(REFUSED):
        psql.execute(words.encode())
