"""Public comments and campaign groups tried by plain SQL with a login of one's own: acts alone write them."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import psycopg
import pytest
from psycopg.errors import InsufficientPrivilege
from sqlalchemy import text

from desktop_app.clock import FixedClock
from desktop_app.database.audit import Event
from desktop_app.database.verification import verify
from desktop_app.instruments.campaigns.rows import Campaign
from desktop_app.instruments.comments.service import CommentRow, NewComment
from desktop_app.instruments.vocabulary import Disposition
from tests.clocks import server_now
from tests.guarded import LONG_AGO, Department, by_sql
from tests.instruments.campaigning import COMMON
from tests.instruments.consulting import Consultation, exposed_now
from tests.security.refusing import refused

TABLES = (
    "public_comment", "comment_place", "comment_issue", "campaign", "campaign_member", "campaign_reading",
    "comment_fingerprint",
)  # fmt: skip
WHO = ("rezaei", "sadeghi", "yazdi", "sharifi", "admin")
DECISION: dict[str, Any] = {"disposition": "rejected", "reason": "خلاف قانون است.", "carried_provision": ""}


def perform(
    psql: psycopg.Connection[Any],
    act: str,
    number: int,
    rows: dict[str, Any] | None = None,
    *,
    seen: int | None = None,
    remarks: dict[str, Any] | None = None,
    **given: Any,
) -> str | None:
    """Performs an act as anybody with psql calls it, in another's name; returns the rule that refuses it, or None."""
    of, _, name = act.partition("_")
    return by_sql(psql, name, number, item_type=of, actor=1, rows=rows, seen=seen, remarks=remarks, **given)


def common_of(group: Campaign) -> dict[str, Any]:
    """What is stored of a group's common text, as its acts want it."""
    shared = [list(span) for span in group.shared]
    return {"head_id": group.head, "shared": shared, "additions": group.additions, "digest": group.digest}


@pytest.fixture
def one(department: Department) -> Consultation:
    """An open consultation of the book unit with eight comments, of which five are one text."""
    made = Consultation(department.office, FixedClock(server_now()))
    made.opened()
    for number in range(8):
        made.comment(COMMON if number < 5 else f"نظر شماره {number} درباره مهلت", number=str(number))
    made.services.campaign_finding.look(made.office.clerk, made.id)
    return made


@pytest.fixture
def psql(department: Department) -> Iterator[dict[str, psycopg.Connection[Any]]]:
    opened = {name: department.sql(name) for name in WHO}
    yield opened
    for connection in opened.values():
        connection.close()


def rows_of(one: Consultation) -> tuple[CommentRow, ...]:
    return one.services.comments.of_instrument(one.id)


def last(one: Consultation, item_type: str, number: int) -> Event:
    return one.events_of(item_type, number)[-1]


def test_no_login_writes_a_row_itself(psql: dict[str, psycopg.Connection[Any]]) -> None:
    for who, connection in psql.items():
        for table in TABLES:
            [held] = connection.execute(
                "SELECT array_agg(verb) FROM unnest(ARRAY['INSERT', 'UPDATE', 'REFERENCES']) verb"
                " WHERE has_any_column_privilege(%s, verb) OR has_table_privilege(%s, 'DELETE, TRUNCATE, TRIGGER')",
                (table, table),
            ).fetchall()
            assert held == (None,), (who, table)


def test_nothing_is_written_past_the_acts(
    one: Consultation, psql: dict[str, psycopg.Connection[Any]]
) -> None:
    before = rows_of(one), one.services.campaigns.all(one.id)
    names = (
        'instrument_id, channel, sender, "group", provision, quote, text, received_at, reason, decided_by,'
        " version"
    )
    for who in WHO:
        for statement in (
            f"INSERT INTO public_comment (identity_key, {names}, taken_in_at) SELECT 'x' || n, {names}, now()"
            f" FROM public_comment, generate_series(1, 50) n WHERE instrument_id = {one.id}",
            "UPDATE public_comment SET disposition = 'rejected', reason = 'x', decided_by_id = app.me(),"
            " decided_at = now() - interval '40 days', version = version + 1",
            "UPDATE public_comment SET text = 'x'",
            "UPDATE public_comment SET assignee_id = app.me()",
            "DELETE FROM public_comment",
            "UPDATE comment_place SET how = 'person', chosen_at = now(), chosen_by_id = 1",
            "INSERT INTO comment_issue SELECT id, 'x' FROM public_comment",
            "UPDATE campaign SET head_id = head_id + 1",
            "UPDATE campaign_member SET campaign_id = NULL, by_hand = true, placed_by_id = app.me()",
            "UPDATE comment_fingerprint SET letters = ''",
            "INSERT INTO campaign_reading (campaign_id, person_id, digest, read_at)"
            " SELECT id, app.me(), digest, now() FROM campaign",
            "UPDATE campaign SET additions = 0",
            "SELECT app.put_comment_aside('{}')",
            "SELECT * FROM app.act_comment_decided('[]', '{}', 1, 'x', now())",
        ):
            with pytest.raises((InsufficientPrivilege, psycopg.errors.UndefinedFunction)):
                psql[who].execute(statement.encode())
        for kind in ("comment", "campaign"):
            said = refused(
                psql[who],
                "INSERT INTO event (item_type, item_id, sequence, at, actor_id, actor_name, action, before, after,"
                f" text) SELECT '{kind}', 1, 1 + (SELECT count(*) FROM event WHERE item_type = '{kind}' AND"
                " item_id = 1), now(), id, full_name, 'decided', '{}', '{}', '' FROM person WHERE id = app.me()",
            )
            assert "row-level security" in said
    assert (rows_of(one), one.services.campaigns.all(one.id)) == before


def test_nobody_else_does_what_is_a_reviewer_s(
    one: Consultation, psql: dict[str, psycopg.Connection[Any]]
) -> None:
    first, group = rows_of(one)[0], one.services.campaigns.all(one.id)[0]
    before = rows_of(one), one.services.campaigns.all(one.id)
    common = common_of(group)
    gone = {"gone": [{"item": group.id, "comment_id": first.id}]}
    alone = {"members": [{"item": group.id, "comment_id": first.id, "apart": True}]}
    for who in ("rezaei", "yazdi", "sharifi", "admin"):
        mine = psql[who]
        tried = [
            perform(mine, "comment_decided", first.id, seen=first.version, **DECISION),
            perform(mine, "comment_moderated", first.id, hidden_reason="insult"),
            perform(mine, "comment_issues_changed", first.id, issue="مهلت", on=True),
            perform(
                mine, "comment_placed", first.id, revision_id=exposed(one), provision="", place_version=1
            ),
            perform(mine, "campaign_taken_out", group.id, gone, **common),
            perform(mine, "campaign_decided", group.id, seen=group.version, **DECISION),
            perform(mine, "campaign_additions_read", group.id, digest=group.digest),
            perform(mine, "campaign_members_set_apart", group.id, alone),
        ]
        assert tried == ["not_your_role"] * 8, who
    with one.services.database.reading() as session:
        reviewer = one.office.reviewer.person_id
        assert session.scalar(text("SELECT count(*) FROM event WHERE action = 'decided'")) == 0
    for who in ("rezaei", "admin"):
        assert (
            perform(psql[who], "comment_reviewer_assigned", first.id, assignee_id=reviewer) == "not_your_role"
        )
    assert (rows_of(one), one.services.campaigns.all(one.id)) == before


def exposed(one: Consultation) -> int:
    with one.services.database.reading() as session:
        return int(
            session.execute(
                text("SELECT exposed_revision_id FROM instrument WHERE id = :id"), {"id": one.id}
            ).scalar_one()
        )


def test_a_decision_bears_the_name_and_the_moment_of_who_decides(
    one: Consultation, psql: dict[str, psycopg.Connection[Any]]
) -> None:
    first, second, third = rows_of(one)[:3]
    sadeghi, began = one.office.reviewer, server_now()
    forged: dict[str, Any] = {
        "decided_by_id": 1, "decided_by": "دیگری", "decided_at": "2020-01-01", "text": "x", "sender": "x",
        "version": 99, "confirmed_by_id": 1, "taken_in_at": "2020-01-01",
    }  # fmt: skip
    assert (
        perform(psql["sadeghi"], "comment_decided", first.id, seen=first.version, **DECISION, **forged)
        is None
    )
    with one.services.database.reading() as session:
        held = session.execute(
            text(
                "SELECT text, decided_by_id, decided_by, decided_at, confirmed_by_id, taken_in_at, version"
                " FROM public_comment WHERE id = :id"
            ),
            {"id": first.id},
        ).one()
    assert (held.text, held.decided_by_id, held.decided_by) == (first.text, sadeghi.person_id, sadeghi.name)
    assert (held.confirmed_by_id, held.version) == (None, first.version + 1)
    assert held.decided_at >= began
    assert held.taken_in_at > LONG_AGO
    event = last(one, "comment", first.id)
    assert (event.actor_id, event.actor_name) == (sadeghi.person_id, sadeghi.name)
    assert event.at >= began
    assert (event.before["disposition"], event.after["disposition"]) == (None, "rejected")
    # Not without a reason, not over what one has not seen, and not with a group that is another's.
    mine = psql["sadeghi"]
    group = one.services.campaigns.all(one.id)[0].id
    assert [
        perform(mine, "comment_decided", second.id, seen=second.version, **DECISION | {"reason": " \u2003\n"}),
        perform(mine, "comment_decided", second.id, seen=second.version, **DECISION | {"disposition": "x"}),
        perform(mine, "comment_decided", second.id, seen=99, **DECISION),
        perform(mine, "comment_decided", first.id, **DECISION),
        perform(mine, "comment_decided", first.id, campaign=group, **DECISION),
        perform(mine, "comment_decided", third.id, campaign=group + 1, **DECISION),
        perform(mine, "comment_rejection_confirmed", first.id),
        perform(mine, "comment_rejection_confirmed", second.id),
    ] == [
        "text_missing", "out_of_range", "conflict", "comment_is_decided", "comment_is_decided",
        "not_there_any_more", "second_reader_is_another", "confirmation_is_of_a_rejection",
    ]  # fmt: skip


def test_nobody_takes_back_what_is_another_s_or_decided_alone(
    one: Consultation, psql: dict[str, psycopg.Connection[Any]], department: Department
) -> None:
    services = one.services
    first, second = rows_of(one)[:2]
    second_reviewer, farhadi = department.signed_in("sadeghi")
    del second_reviewer
    assert perform(psql["sadeghi"], "comment_decided", first.id, seen=first.version, **DECISION) is None
    run = {"bulk": "my run"}
    back = "comment_bulk_taken_back_decided"
    # A decision that was no act on many stays; so does one over an earlier decision.
    assert perform(psql["sadeghi"], back, first.id) == "nothing_to_undo"
    again = services.comments.one(first.id)
    assert (
        perform(psql["sadeghi"], "comment_decided", first.id, seen=again.version, remarks=run, **DECISION)
        is None
    )
    assert perform(psql["sadeghi"], back, first.id) == "nothing_to_undo"
    assert perform(psql["sadeghi"], "comment_decided", second.id, remarks=run, **DECISION) is None
    for who in ("rezaei", "yazdi", "sharifi", "admin"):
        assert perform(psql[who], back, second.id) == "nothing_to_undo"
    assert services.comments.one(second.id).disposition is Disposition.REJECTED
    assert perform(psql["sadeghi"], back, second.id, disposition="accepted", reason="x") is None
    undone = services.comments.one(second.id)
    assert (undone.disposition, undone.reason, undone.decided_by) == (None, "", "")
    assert last(one, "comment", second.id).actor_id == farhadi.person_id
    assert verify(department.owner.database).ok


def test_fifty_comments_leave_an_event_that_counts_them_and_come_in_undecided_and_now(
    one: Consultation, psql: dict[str, psycopg.Connection[Any]]
) -> None:
    began = server_now()
    made = [
        {
            "item": one.id, "identity_key": f"x{number}", "channel": "portal", "sender": "", "group": "citizen",
            "provision": "", "quote": "", "text": f"نظر {number}", "received_at": "2020-01-01", "letter_number": "",
            "disposition": "accepted", "decided_by_id": 1, "decided_by": "x", "hidden_reason": "insult",
            "taken_in_at": "2020-01-01", "version": 7, "instrument_id": 1, "reason": "x", "assignee_id": 1,
        }
        for number in range(50)
    ]  # fmt: skip
    empty = {**made[0], "identity_key": "empty", "text": " \u2003\n"}
    place = {
        "revision_id": exposed(one),
        "provision": "ماده ۲",
        "begin": 0,
        "confidence": 100,
        "candidates": [],
    }
    places = [
        {"item": one.id, "identity_key": "x0", "how": "person", **place},
        {"item": one.id, "identity_key": "x1", "how": "label", **place, "revision_id": 4711},
        {"item": one.id, "identity_key": "x2", "how": "label", **place, "chosen_by_id": 1},
        {"item": one.id, "identity_key": "id:portal:7", "how": "label", **place},
    ]
    given = {"comments": [*made, made[0] | {"identity_key": "id:portal:7"}, empty], "places": places}
    old = {row.id: row.place for row in rows_of(one)}
    assert perform(psql["rezaei"], "instrument_comments_taken_in", one.id, given) is None
    event = last(one, "instrument", one.id)
    assert (event.actor_id, event.after["count"]) == (one.office.clerk.person_id, 50)
    assert len(event.after["changes"]["comments"]) == 50
    with one.services.database.reading() as session:
        rows = session.execute(
            text("SELECT * FROM public_comment WHERE identity_key LIKE 'x%' ORDER BY id")
        ).all()
    assert len(rows) == 50
    for row in rows:
        assert (row.disposition, row.decided_by_id, row.decided_by, row.reason) == (None, None, "", "")
        assert (row.hidden_reason, row.version, row.assignee_id) == (None, 1, None)
        assert row.taken_in_at >= began
        assert row.instrument_id == one.id
    found = {row.id: row.place for row in rows_of(one)}
    assert {number: found[number] for number in old} == old
    kept = [place.provision for number, place in found.items() if number not in old and place is not None]
    assert kept == ["ماده ۲"]
    # The same again is none, and somebody who takes nothing in brings none.
    assert perform(psql["admin"], "instrument_comments_taken_in", one.id, {"comments": made}) in (
        None, "not_your_role",
    )  # fmt: skip
    assert len(rows_of(one)) == 58


def test_a_clerk_brings_no_comment_to_a_draft_that_was_never_exposed(
    psql: dict[str, psycopg.Connection[Any]], department: Department
) -> None:
    draft = Consultation(department.office, FixedClock(server_now())).register()
    came: dict[str, Any] = {
        "identity_key": "early",
        "channel": "portal",
        "text": "زود است.",
        "group": "citizen",
    }
    for word in ("sender", "provision", "quote", "letter_number", "sender_key"):
        came[word] = ""
    rows = {"comments": [came | {"item": draft.id}]}
    refused_as = perform(psql["rezaei"], "instrument_comments_taken_in", draft.id, rows)
    assert refused_as == "draft_is_not_exposed"
    by_hand = perform(psql["rezaei"], "comment_registered", 1, instrument_id=draft.id, **came)
    assert by_hand == "draft_is_not_exposed"
    assert rows_of(draft) == ()


def test_a_place_by_hand_is_in_one_s_own_name_and_only_its_author_takes_it_back(
    one: Consultation, psql: dict[str, psycopg.Connection[Any]]
) -> None:
    first = rows_of(one)[0]
    assert first.place is not None
    given: dict[str, Any] = {
        "revision_id": exposed(one), "provision": "ماده ۲", "begin": 0, "place_version": first.place.version,
        "chosen_by": "دیگری", "chosen_by_id": 1, "how": "label",
    }  # fmt: skip
    mine = psql["sadeghi"]
    assert perform(mine, "comment_placed", first.id, **given | {"revision_id": 4711}) == "not_there_any_more"
    assert perform(mine, "comment_placed", first.id, **given | {"place_version": 99}) == "conflict"
    assert perform(mine, "comment_placed", first.id, **given) is None
    place = one.services.comments.one(first.id).place
    assert place is not None
    assert (place.how.value, place.chosen_by, place.provision) == (
        "person",
        one.office.reviewer.name,
        "ماده ۲",
    )
    for who in ("rezaei", "yazdi", "sharifi", "admin"):
        assert perform(psql[who], "comment_placing_undone_placed", first.id) == "nothing_to_undo"
    assert perform(mine, "comment_placing_undone_placed", first.id) is None
    back = one.services.comments.one(first.id).place
    assert back is not None
    assert (back.how, back.provision, back.version) == (
        first.place.how, first.place.provision, place.version + 1,
    )  # fmt: skip
    assert verify(one.services.database).ok


def test_a_group_takes_no_comment_of_another_draft_and_none_that_a_person_placed(
    one: Consultation, psql: dict[str, psycopg.Connection[Any]], department: Department
) -> None:
    other = Consultation(department.office, FixedClock(server_now())).register()
    exposed_now(other.services, other.id)
    theirs = other.comment()
    group = one.services.campaigns.all(one.id)[0]
    out = one.services.campaigns.text(group.id).members[0]
    one.services.campaigns.take_out(one.office.reviewer, group.id, [out])
    alone = one.comment("هزینه صدور پروانه را نصف کنید.", number="9")
    common = common_of(group)
    members = [
        {"item": group.id, "comment_id": number, "by_hand": True, "follows": True, "placed_by_id": 1}
        for number in (theirs, out, alone)
    ]
    assert (
        perform(psql["rezaei"], "campaign_gathered", group.id, **common | {"head_id": theirs})
        == "not_there_any_more"
    )
    assert perform(psql["admin"], "campaign_gathered", group.id, **common) in (None, "not_your_role")
    assert perform(psql["rezaei"], "campaign_gathered", group.id, {"members": members}, **common) is None
    event = last(one, "campaign", group.id)
    assert (event.action, event.after["comments"]) == ("gathered", 1)
    assert event.after["changes"]["members"] == [{"id": alone}]
    row = one.services.comments.one(alone)
    assert (row.campaign, row.follows) == (group.id, False)
    assert one.services.comments.one(out).campaign is None


def test_a_group_is_decided_only_after_what_single_ones_added_was_read_by_who_decides(
    one: Consultation, psql: dict[str, psycopg.Connection[Any]], department: Department
) -> None:
    own = one.comment(f"{COMMON} کتاب‌فروشی ما در خیابان بهار پلاک ۱۲ بسته شد.", number="own")
    one.services.campaign_finding.look(one.office.clerk, one.id)
    group = one.services.campaigns.all(one.id)[0]
    assert group.additions == 1
    member, mine = one.services.campaigns.text(group.id).members[0], psql["sadeghi"]

    def tried() -> list[str | None]:
        return [
            perform(mine, "campaign_decided", group.id, seen=group.version, **DECISION),
            perform(mine, "comment_decided", member, campaign=group.id, **DECISION),
        ]

    assert tried() == ["additions_unread"] * 2
    for digest in ("", "0" * 64, None):
        assert perform(mine, "campaign_additions_read", group.id, digest=digest) == "additions_unread"
    forged: dict[str, Any] = {"person_id": 1, "read_at": "2020-01-01", "campaign_id": group.id + 1}
    assert perform(mine, "campaign_additions_read", group.id, digest=group.digest, **forged) is None
    with one.services.database.reading() as session:
        [row] = session.execute(text("SELECT campaign_id, person_id, digest, read_at FROM campaign_reading"))
    assert tuple(row[:3]) == (group.id, one.office.reviewer.person_id, group.digest)
    assert row.read_at > LONG_AGO
    assert perform(mine, "campaign_additions_read", group.id, digest=group.digest) == "so_already"
    event = last(one, "campaign", group.id)
    assert (event.action, event.actor_id) == ("additions_read", one.office.reviewer.person_id)
    # Another one that arrives meanwhile asks again.
    one.comment(f"{COMMON} کتاب‌فروشی ما در خیابان بهار پلاک ۱۳ بسته شد.", number="own2")
    one.services.campaign_finding.look(one.office.clerk, one.id)
    now = one.services.campaigns.one(group.id)
    assert perform(mine, "campaign_decided", group.id, seen=now.version, **DECISION) == "additions_unread"
    assert perform(mine, "campaign_additions_read", group.id, digest=group.digest) == "additions_unread"
    assert perform(mine, "campaign_additions_read", group.id, digest=now.digest) is None
    # One that is set apart is none of those that the group's decision is for.
    alone = {
        "members": [{"item": group.id, "comment_id": own, "apart": True, "follows": True, "by_hand": True}]
    }
    assert perform(mine, "campaign_members_set_apart", group.id, alone) is None
    assert perform(mine, "comment_decided", own, campaign=group.id, **DECISION) == "comment_is_apart"
    assert perform(mine, "comment_decided", member, campaign=group.id, **DECISION) is None
    assert perform(mine, "campaign_decided", group.id, seen=now.version, **DECISION) is None
    row_of = one.services.comments.one(own)
    assert (row_of.apart, row_of.follows, row_of.disposition) == (True, False, None)
    assert verify(department.owner.database).ok


def test_what_waits_for_a_colleague_comes_in_when_it_is_taken_in(
    department: Department, one: Consultation
) -> None:
    """A summing-up that was frozen meanwhile is older than it, and the gate is to know."""
    clerk, rezaei = department.signed_in("rezaei")
    with ThreadPoolExecutor(1) as pool:
        with one.services.database.engine.begin() as holding:
            holding.execute(text("SELECT 1 FROM instrument WHERE id = :id FOR UPDATE"), {"id": one.id})
            waiting = pool.submit(clerk.comments.take_in, rezaei, one.id, [NewComment("متن")])
            while not holding.scalar(text("SELECT count(*) FROM pg_locks WHERE NOT granted")):
                assert not waiting.done()
                time.sleep(0.01)
            released = holding.scalar(text("SELECT clock_timestamp()"))
        assert waiting.result() == 1
    with one.services.database.reading() as session:
        taken = text("SELECT max(taken_in_at) FROM public_comment WHERE instrument_id = :id")
        assert session.execute(taken, {"id": one.id}).scalar_one() >= released
