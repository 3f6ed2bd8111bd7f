"""A consultation tried by SQL over each person's own role: shortened, opened alone, decided without the role."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import psycopg
import pytest

from desktop_app.clock import FixedClock
from desktop_app.instruments.comments.triage_acts import Decide, Hide
from desktop_app.instruments.vocabulary import Disposition, HiddenReason
from tests.guarded import Department
from tests.instruments.campaigning import COMMON
from tests.instruments.consulting import NEXT_TEXT, Consultation, made_history
from tests.security.test_what_sql_cannot_do import refused

_DRAFT = "(code, title, kind, track, status, author_id, created_at, changed_at, version)"
_STEP = "UPDATE instrument SET version = version + 1, changed_at = now(), {} WHERE id = {}"


@pytest.fixture(scope="module")
def consultations(guarded: Department) -> dict[str, Consultation]:
    """One that a reviewer asks to open, and one that is open with a comment on it; on the server's own day."""
    office, now = guarded.office, datetime.now(UTC)
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


#: Who, on which consultation, what: each is refused.
STEPS = {
    "a clerk opens": (
        "rezaei", "asked",
        "status = 'open', opened_on = app.today(), closes_on = app.today() + 40, approved_by_id = app.me()",
    ),
    "the reviewer who asked opens": (
        "sadeghi", "asked",
        "status = 'open', opened_on = app.today(), closes_on = app.today() + 40, approved_by_id = app.me()",
    ),
    "a manager opens for a week": (
        "yazdi", "asked",
        "status = 'open', opened_on = app.today(), closes_on = app.today() + 7, approved_by_id = app.me()",
    ),
    "a manager opens back in time": (
        "yazdi", "asked",
        "status = 'open', opened_on = app.today() - 30, closes_on = app.today() - 10, approved_by_id = app.me()",
    ),
    "a manager signs for somebody else": (
        "yazdi", "asked",
        "status = 'open', opened_on = app.today(), closes_on = app.today() + 40, approved_by_id = app.me() + 1",
    ),
    "a manager opens and leaves no event": (
        "yazdi", "asked",
        "status = 'open', opened_on = app.today(), closes_on = app.today() + 45, approved_by_id = app.me()",
    ),
    "a clerk asks": ("nouri", "asked", "asked_by_id = app.me()"),
    "a manager shortens": ("yazdi", "open", "closes_on = closes_on - 1"),
    "an administrator shortens": ("admin", "open", "closes_on = closes_on - 1"),
    "a clerk extends": ("rezaei", "open", "closes_on = closes_on + 30"),
    "a reviewer ends it early": ("sadeghi", "open", "status = 'revising'"),
    "a reviewer puts another text there": ("sadeghi", "open", "exposed_revision_id = exposed_revision_id + 1"),
    "a manager promulgates at once": (
        "yazdi", "open", "status = 'promulgated', letter_number = '1', letter_date = app.today()",
    ),
    "a manager of another unit withdraws": ("sharifi", "open", "status = 'withdrawn', withdrawn_reason = 'x'"),
    "a manager gives it to another unit": ("yazdi", "open", "unit_id = 1"),
}  # fmt: skip


@pytest.mark.parametrize("what", STEPS)
def test_a_step_that_is_not_lawful_or_not_theirs_is_refused(
    consultations: dict[str, Consultation], connections: dict[str, psycopg.Connection[object]], what: str
) -> None:
    who, which, change = STEPS[what]
    before = consultations[which].now
    refused(connections[who], _STEP.format(change, consultations[which].id))
    assert consultations[which].now == before


#: On which consultation the reviewer, who wrote the text, does what.
REVIEWS_OWN = {
    "asks to open it": (
        "written",
        "asked_by_id = app.me(), place = 'portal',"
        " exposed_revision_id = (SELECT max(id) FROM revision WHERE instrument_id = {id})",
    ),
    "declares it ready": ("amended", "status = 'ready', ready_by_id = app.me()"),
}


@pytest.mark.parametrize("what", REVIEWS_OWN)
def test_a_reviewer_does_not_review_by_sql_what_they_wrote(
    consultations: dict[str, Consultation],
    connections: dict[str, psycopg.Connection[object]],
    guarded: Department,
    what: str,
) -> None:
    which, change = REVIEWS_OWN[what]
    one = consultations[which]
    before = one.now
    said = refused(connections["sadeghi"], _STEP.format(change.format(id=one.id), one.id))
    assert "statute: reviewer_is_not_the_author" in said
    assert one.now == before
    # Their own program says who is needed.
    services, actor = guarded.signed_in("sadeghi")
    assert services.drafting.detail(actor, one.id).kept_from == "another_reviewer_is_needed"


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
    "a reviewer sums up in another's name": (
        "sadeghi", "INSERT INTO consultation_report (instrument_id, number, revision_id, content, sha256, made_at,"
        " made_by_id, made_by) SELECT instrument_id, 1, max(id), '{}', '', now(), 1, 'x' FROM revision"
        " GROUP BY instrument_id LIMIT 1",
    ),
    "a clerk registers a finished draft": (
        "rezaei", f"INSERT INTO instrument {_DRAFT}"
        " VALUES ('x', 'x', 'bylaw', 'a', 'promulgated', app.me(), now(), now(), 1)",
    ),
    "a clerk registers in another's name": (
        "rezaei", f"INSERT INTO instrument {_DRAFT}"
        " VALUES ('x', 'x', 'bylaw', 'a', 'drafting', 1, now(), now(), 1)",
    ),
    "a clerk lengthens windows": ("rezaei", "SELECT app.lengthen_windows('x')"),
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
