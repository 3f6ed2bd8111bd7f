"""A consultation tried by SQL over each person's own role: shortened, opened alone, decided without the role."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

from desktop_app.clock import FixedClock
from desktop_app.instruments.comments.triage_acts import Decide, Hide
from desktop_app.instruments.vocabulary import Disposition, HiddenReason
from tests.clocks import server_now
from tests.guarded import Department, by_sql
from tests.instruments.campaigning import COMMON
from tests.instruments.consulting import NEXT_TEXT, Consultation, made_history
from tests.security.refusing import refused


@pytest.fixture(scope="module")
def consultations(guarded: Department) -> dict[str, Consultation]:
    """One that a reviewer asks to open, and one that is open with a comment on it; on the server's own day."""
    office, now = guarded.office, server_now()
    made = {}
    for name in ("written", "amended"):
        # The text at hand is the reviewer's own.
        made[name] = Consultation(office, FixedClock(now)).register()
        if name == "amended":
            with made_history(office.services):
                made[name].sql(
                    "UPDATE instrument SET status = 'revising', opened_on = '2026-01-03', closes_on = '2026-02-28',"
                    " place = 'portal', exposed_revision_id = (SELECT id FROM revision WHERE instrument_id = :id)"
                    " WHERE id = :id"
                )
        made[name].write(NEXT_TEXT, by=office.reviewer)
    for name in ("asked", "open"):
        one = Consultation(office, FixedClock(now))
        one.register().ask()
        if name == "open":
            one.open()
            for number in range(3):
                one.comment(COMMON, number=str(number))
            one.services.campaign_finding.look(office.clerk, one.id)
            [group] = one.services.campaigns.all(one.id)
            one.services.campaigns.take_out(office.reviewer, group.id, [group.head])
        made[name] = one
    return made


class _Opened(dict[str, "psycopg.Connection[object]"]):
    """A connection of everybody who is asked for."""

    def __init__(self, guarded: Department) -> None:
        super().__init__()
        self._guarded = guarded

    def __missing__(self, name: str) -> psycopg.Connection[object]:
        self[name] = self._guarded.sql(name)
        return self[name]


@pytest.fixture
def connections(guarded: Department) -> Iterator[dict[str, psycopg.Connection[object]]]:
    opened = _Opened(guarded)
    yield opened
    for connection in opened.values():
        connection.close()


#: Who, on which consultation, which act with which values: each is refused by the rule.
STEPS: dict[str, tuple[str, str, str, dict[str, Any], str]] = {
    "a clerk opens": ("rezaei", "asked", "open", {}, "not_your_role"),
    "the reviewer who asked opens": ("sadeghi", "asked", "open", {}, "not_your_role"),
    "a clerk asks": ("nouri", "asked", "ask_to_open", {"publishing": "portal"}, "not_your_role"),
    "a reviewer asks once more": (
        "sadeghi", "asked", "ask_to_open", {"publishing": "portal"}, "not_from_this_state",
    ),
    "a manager extends into the past": (
        "yazdi", "open", "extend", {"until": "2020-01-01", "words": "x"}, "window_only_grows",
    ),
    "a manager extends to no day": ("yazdi", "open", "extend", {"words": "x"}, "window_only_grows"),
    "a manager extends without a reason": (
        "yazdi", "open", "extend", {"until": "2099-01-01"}, "text_missing",
    ),
    "a manager extends for ever": (
        "yazdi", "open", "extend", {"until": "2099-01-01", "words": "x"}, "out_of_range",
    ),
    "an administrator extends": (
        "admin", "open", "extend", {"until": "2099-01-01", "words": "x"}, "not_your_role",
    ),
    "a clerk extends": ("rezaei", "open", "extend", {"until": "2099-01-01", "words": "x"}, "not_your_role"),
    "a reviewer ends it early": ("sadeghi", "open", "start_revising", {}, "window_still_open"),
    "a reviewer puts another text there": (
        "sadeghi", "open", "ask_to_open", {"publishing": "portal"}, "not_from_this_state",
    ),
    "a manager promulgates at once": (
        "yazdi", "open", "finish", {"letter_number": "1", "letter_date": "2026-01-01"}, "not_from_this_state",
    ),
    "a manager withdraws without a reason": ("yazdi", "open", "withdraw", {"words": " \n "}, "text_missing"),
    "a clerk lengthens windows": ("rezaei", "open", "lengthen_window", {}, "not_your_role"),
    "an administrator lengthens where no day is closed": (
        "admin", "open", "lengthen_window", {}, "ends_on_open_day",
    ),
    "a reviewer sums up what is open": (
        "sadeghi", "open", "sum_up", {"content": "{}"}, "not_from_this_state",
    ),
    "somebody of another unit reads senders": ("sharifi", "open", "senders_read", {}, "not_your_role"),
    "a clerk writes to nobody": (
        "rezaei", "open", "letter_issued", {"kind": "notice", "part": 0, "addressee": " "}, "not_there_any_more",
    ),
    "a clerk sends the letter of another invitation": (
        "rezaei", "open", "letter_issued", {"kind": "invitation", "part": 4711}, "not_there_any_more",
    ),
    "a clerk sends an answer to a draft": (
        "rezaei", "open", "letter_issued", {"kind": "reply", "part": 0, "addressee": "x"}, "not_there_any_more",
    ),
    "a clerk sends a letter with a number that nobody took": (
        "rezaei", "open", "letter_issued",
        {"kind": "notice", "part": 0, "addressee": "x", "year": 1405, "number": 7, "page": "eA=="},
        "not_there_any_more",
    ),
    "a clerk gives notice of what is not open": (
        "rezaei", "asked", "letter_issued", {"kind": "notice", "part": 0, "addressee": "x"},
        "letter_needs_a_window",
    ),
    "a clerk tells of a package of what was never published": (
        "rezaei", "asked", "package_made", {"sha256": "x"}, "nothing_is_published",
    ),
    "a reviewer asks to open what they wrote": (
        "sadeghi", "written", "ask_to_open", {"publishing": "portal"}, "another_reviewer_is_needed",
    ),
    "a reviewer declares ready what they wrote": (
        "sadeghi", "amended", "make_ready", {}, "another_reviewer_is_needed",
    ),
}  # fmt: skip
#: What nobody writes past the acts, whatever their role.
COLUMNS = (
    "title = 'x'", "letter_number = '1'", "letter_date = app.today()", "finished_on = app.today()",
    "opened_on = app.today() - 30", "closes_on = closes_on - 1", "status = 'promulgated'", "unit_id = 1",
    "approved_by_id = app.me()", "ready_by_id = app.me()", "finished_by_id = app.me()", "second_reader = true",
    "exposed_revision_id = 1", "no_change_reason = 'x'", "withdrawn_reason = 'x'", "closure_reason = 'x'",
    "author_id = app.me()", "stale_reports = 1",
)  # fmt: skip


@pytest.mark.parametrize("what", STEPS)
def test_a_step_that_is_not_lawful_or_not_theirs_is_refused(
    consultations: dict[str, Consultation], connections: dict[str, psycopg.Connection[object]], what: str
) -> None:
    who, which, act, values, rule = STEPS[what]
    one, given = consultations[which], dict(values)
    before = one.now
    words = str(given.pop("words", ""))
    if act == "ask_to_open":
        given["revision_id"] = one.now.revisions[-1].id
    with connections[who].transaction(force_rollback=True):
        assert by_sql(connections[who], act, one.id, item_type="instrument", words=words, **given) == rule
    assert one.now == before


@pytest.mark.parametrize(
    ("who", "changed", "rule"),
    [
        ("admin", {"days": 13}, "floor_only_rises"),
        ("admin", {"days": 100_000}, "floor_only_rises"),
        ("admin", {"days": None}, "floor_only_rises"),
        ("admin", {"track": "x"}, "floor_only_rises"),
        ("admin", {"source": " "}, "text_missing"),
        ("admin", {"source_date": "2099-01-01"}, "in_future"),
        ("admin", {"source_date": None}, "in_future"),
        ("yazdi", {}, "not_your_role"),
        ("admin", {}, None),
    ],
)
def test_the_floor_rises_by_an_act_alone(
    consultations: dict[str, Consultation],
    connections: dict[str, psycopg.Connection[Any]],
    who: str,
    changed: dict[str, Any],
    rule: str | None,
) -> None:
    given: dict[str, Any] = {"track": "a", "days": 20, "source": "بخشنامه", "source_date": "2026-01-01"}
    psql = connections[who]
    with psql.transaction(force_rollback=True):
        assert by_sql(psql, "floor_raised", 1, item_type="office", **(given | changed)) == rule
        assert psql.execute("SELECT track, days, source FROM window_floor").fetchall() == (
            [("a", 20, "بخشنامه")] if rule is None else []
        )
        if rule is None:
            assert by_sql(psql, "floor_raised", 1, item_type="office", **(given | {"days": 25})) is None
            told = psql.execute(
                "SELECT before::jsonb, after::jsonb - 'changes' FROM event WHERE action = 'floor_raised' ORDER BY id"
            ).fetchall()
            assert told == [
                ({"track": "a", "days": 14, "source": None}, given),
                ({"track": "a", "days": 20, "source": "بخشنامه"}, given | {"days": 25}),
            ]


@pytest.mark.parametrize("column", COLUMNS)
def test_nobody_writes_a_draft_past_its_steps(
    consultations: dict[str, Consultation], connections: dict[str, psycopg.Connection[object]], column: str
) -> None:
    one = consultations["open"]
    before = one.now
    for who in ("rezaei", "sadeghi", "yazdi", "sharifi", "admin"):
        said = refused(connections[who], f"UPDATE instrument SET {column} WHERE id = {one.id}")
        assert "permission denied" in said
    assert one.now == before


def test_by_sql_a_step_is_signed_by_whoever_takes_it(
    consultations: dict[str, Consultation], connections: dict[str, psycopg.Connection[Any]]
) -> None:
    """Who and when are the server's, whatever is claimed; the event tells the state before and after."""
    one = consultations["asked"]
    claimed = one.office.clerk.person_id
    yazdi = connections["yazdi"]
    with yazdi.transaction(force_rollback=True):
        began = server_now()
        assert by_sql(yazdi, "open", one.id, item_type="instrument", actor=claimed) is None
        row = yazdi.execute(
            "SELECT i.approved_by_id = app.me(), i.opened_on = app.today(), e.actor_id = app.me(), e.at,"
            " e.before ->> 'status', e.after ->> 'status' FROM instrument i JOIN event e ON e.item_id = i.id"
            " WHERE e.item_type = 'instrument' AND i.id = %s ORDER BY e.sequence DESC LIMIT 1",
            (one.id,),
        ).fetchone()
        assert row is not None
        assert (*row[:3], *row[4:]) == (True, True, True, "legal_review", "open")
        assert row[3] >= began


def test_by_sql_nobody_writes_history_of_a_draft(
    consultations: dict[str, Consultation], connections: dict[str, psycopg.Connection[object]]
) -> None:
    one = consultations["open"]
    for who in ("rezaei", "sadeghi", "yazdi", "admin"):
        for action in ("moved", "window_extended", "summed_up", "senders_read"):
            said = refused(
                connections[who],
                "INSERT INTO event (item_type, item_id, sequence, at, actor_id, actor_name, action, before, after,"
                f" text) SELECT 'instrument', {one.id}, (SELECT max(sequence) + 1 FROM event WHERE item_type ="
                f" 'instrument' AND item_id = {one.id}), now(), p.id, p.full_name, '{action}', '{{}}', '{{}}', ''"
                " FROM person p WHERE p.id = app.me()",
            )
            assert "row-level security" in said


#: Who, what: each is refused, or touches no row.
OTHERWISE = {
    "a clerk opens a staff thread in another's name": (
        "rezaei", "INSERT INTO comment_thread (instrument_id, comment_id, kind, status, author_id, author_name,"
        " created_at, version) SELECT instrument_id, id, 'note', 'open', 1, 'x', now(), 1 FROM public_comment",
    ),
    "a clerk moves a staff thread to another comment": ("rezaei", "UPDATE comment_thread SET comment_id = 1"),
    "anybody deletes a draft": ("admin", "DELETE FROM instrument"),
    "a manager lowers the floor": ("yazdi", "INSERT INTO window_floor VALUES ('a', 14, 'x')"),
    "an administrator lowers the floor": ("admin", "INSERT INTO window_floor VALUES ('a', 7, 'x')"),
    "an administrator alters the months": ("admin", "UPDATE jalali_month SET days = 1"),
    "a reviewer sums up past the act": (
        "sadeghi", "INSERT INTO consultation_report (instrument_id, number, revision_id, content, sha256, made_at,"
        " made_by_id, made_by) SELECT instrument_id, 1, max(id), '{}', '', now(), 1, 'x' FROM revision"
        " GROUP BY instrument_id LIMIT 1",
    ),
    "a clerk registers past the act": (
        "rezaei", "INSERT INTO instrument (code, title, kind, track, status, author_id, created_at, changed_at,"
        " version) VALUES ('x', 'x', 'bylaw', 'a', 'drafting', app.me(), now(), now(), 1)",
    ),
    "a clerk adds a revision past the act": (
        "rezaei", "INSERT INTO revision (instrument_id, number, text, parts, not_compared, source_name, sha256,"
        " summary, author_id, author_name, created_at) SELECT min(id), 99, 'x', '[]', '[]', 'x', 'x', '', app.me(),"
        " 'x', now() FROM instrument",
    ),
    "a clerk invites past the act": (
        "rezaei", "INSERT INTO invitation (instrument_id, expert_id, invited_at, invited_by_id, invited_by,"
        " version) SELECT min(id), 1, now(), app.me(), 'x', 1 FROM instrument",
    ),
    "a clerk takes an invitation back past the act": ("rezaei", "DELETE FROM invitation"),
    "a clerk answers for somebody": ("rezaei", "UPDATE invitation SET answer = 'declined'"),
    "an administrator puts the server's day back": (
        "admin", "CREATE OR REPLACE FUNCTION app.today() RETURNS date LANGUAGE sql AS $$ SELECT DATE '2020-01-01' $$",
    ),
    "an administrator takes the law away": ("admin", "DROP TRIGGER a_statute ON instrument"),
    "an administrator goes round it": ("admin", "SET session_replication_role = 'replica'"),
}  # fmt: skip


@pytest.mark.parametrize("what", OTHERWISE)
def test_what_is_nobody_s_business_is_refused(
    consultations: dict[str, Consultation], connections: dict[str, psycopg.Connection[object]], what: str
) -> None:
    who, statement = OTHERWISE[what]
    before = [seen(one) for one in consultations.values()]
    refused(connections[who], statement)
    assert [seen(one) for one in consultations.values()] == before


def seen(one: Consultation) -> tuple[object, ...]:
    return one.now, one.services.comments.of_instrument(one.id), one.services.campaigns.all(one.id)


def test_a_reviewer_takes_back_what_many_were_given_under_row_security(
    consultations: dict[str, Consultation], guarded: Department
) -> None:
    services, sadeghi = guarded.signed_in("sadeghi")
    number = consultations["open"].id
    ids = [one.id for one in services.comments.of_instrument(number)]
    run = services.triage.run(sadeghi, number, ids, Decide(Disposition.REJECTED, "خلاف قانون است."))
    assert run.done == ids
    assert services.triage.take_back(sadeghi, number, run) == len(ids)
    assert {one.disposition for one in services.comments.of_instrument(number)} == {None}


def test_what_is_hidden_is_no_row_for_another_unit(
    consultations: dict[str, Consultation],
    connections: dict[str, psycopg.Connection[object]],
    guarded: Department,
) -> None:
    services, sadeghi = guarded.signed_in("sadeghi")
    number = consultations["open"].id
    first = services.comments.of_instrument(number)[0].id
    run = services.triage.run(sadeghi, number, [first], Hide(HiddenReason.INSULT))
    count = "SELECT count(*) FROM public_comment WHERE hidden_reason IS NOT NULL"
    seen = {who: connections[who].execute(count).fetchone() for who in ("rezaei", "sharifi", "sadeghi")}
    assert seen == {"rezaei": (0,), "sharifi": (0,), "sadeghi": (1,)}
    assert services.moderation.read(sadeghi, first).text
    assert services.triage.take_back(sadeghi, number, run) == 0
    shown = services.triage.run(sadeghi, number, [first], Hide(None))
    assert shown.done == [first]
