"""What single members of a group add: read before a decision for all, decided apart; on both engines."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select

from desktop_app.database.acts.model import Act, Item
from desktop_app.database.audit import history
from desktop_app.database.verification import verify
from desktop_app.errors import NotFoundError, NotPermittedError, RuleError
from desktop_app.instruments.campaigns.acts import DECIDED as GROUP_DECIDED
from desktop_app.instruments.campaigns.acts import READ
from desktop_app.instruments.campaigns.model import CampaignReading
from desktop_app.instruments.campaigns.rows import Campaign
from desktop_app.instruments.comments.acting import do_each
from desktop_app.instruments.comments.acts.deciding import DECIDED
from desktop_app.instruments.comments.triage_acts import Decide, Hide
from desktop_app.instruments.vocabulary import Disposition, HiddenReason
from desktop_app.staff.roles import Actor
from tests.department import TestOffice, second_reviewer
from tests.instruments.campaigning import COMMON
from tests.instruments.test_campaigns import OTHER, REASON, consulted, few

STREETS = (
    "کتاب‌فروشی ما در خیابان بهار پلاک ۱۲ بسته شد.",
    "کتاب‌فروشی ما در خیابان بهار پلاک ۱۳ بسته شد.",
    "کتاب‌فروشی ما در خیابان بهاران پلاک ۱۲ بسته شد.",
)
DECISION = {
    "disposition": "rejected", "reason": REASON, "carried_revision_id": None, "carried_provision": "",
    "unchanged_reason": "",
}  # fmt: skip


def with_streets(office: TestOffice) -> tuple[int, Campaign]:
    """A group of six, of whom three added a sentence that differs in a number and a street only."""
    said = [*few(count=3)]
    for n, street in enumerate(STREETS):
        said += few(f"{COMMON} {street}", 1, 10 + n)
    instrument = consulted(office, said)
    [group] = office.services.campaigns.all(instrument)
    return instrument, group


def refused(office: TestOffice, act: Act, actor: Actor, item: Item) -> str | None:
    """The rule by which the database refuses an act, past every service."""
    database = office.services.database
    with database.writing() as session:
        return do_each(session, act, actor, [item], database.now(session)).get(item.id)


def unread(caught: pytest.ExceptionInfo[RuleError]) -> bool:
    return bool(caught.value.parameters["rule"] == "additions_unread")


def test_a_sentence_of_four_of_nine_is_an_addition_of_four(office: TestOffice) -> None:
    fee = "همچنین هزینه صدور مجوز برای ناشران شهرستانی نصف شود."
    instrument = consulted(office, [*few(count=4), *few(COMMON.removesuffix(fee).strip(), 5, 10)])
    [group] = office.services.campaigns.all(instrument)
    said = office.services.campaigns.text(group.id)
    assert fee not in said.text
    assert said.text == COMMON.removesuffix(fee).strip()
    assert [(one.text, len(one.comments)) for one in said.additions] == [(fee, 4)]
    assert group.additions == 1


def test_additions_that_differ_in_a_number_or_a_street_are_shown_one_by_one(office: TestOffice) -> None:
    _, group = with_streets(office)
    said = office.services.campaigns.text(group.id)
    assert said.text == COMMON
    assert [one.text for one in said.additions] == list(STREETS)
    assert [len(one.comments) for one in said.additions] == [1, 1, 1]


def test_a_group_is_decided_only_by_who_saw_what_single_ones_added(office: TestOffice) -> None:
    instrument, group = with_streets(office)
    campaigns, reviewer, other = office.services.campaigns, office.reviewer, second_reviewer(office)
    with pytest.raises(RuleError) as caught:
        campaigns.decide(reviewer, group.id, group.version, Disposition.REJECTED, REASON)
    assert unread(caught)
    assert {one.disposition for one in office.services.comments.of_instrument(instrument)} == {None}
    for stranger in (office.clerk, office.manager):
        with pytest.raises(NotPermittedError):
            campaigns.read(stranger, group.id, group.digest)
    with pytest.raises(RuleError):
        campaigns.read(reviewer, group.id, "0" * 64)
    assert campaigns.one(group.id).unread_by(reviewer.person_id)
    campaigns.read(reviewer, group.id, group.digest)
    # A second look is no second event.
    campaigns.read(reviewer, group.id, group.digest)
    seen = campaigns.one(group.id)
    assert (seen.unread_by(reviewer.person_id), seen.unread_by(other.person_id)) == (False, True)
    assert seen.version == group.version
    with pytest.raises(RuleError) as caught:
        campaigns.decide(other, group.id, group.version, Disposition.REJECTED, REASON)
    assert unread(caught)
    decided = campaigns.decide(reviewer, group.id, group.version, Disposition.REJECTED, REASON)
    assert (decided.undecided, decided.disposition) == (0, Disposition.REJECTED)
    with office.services.database.reading() as session:
        told = [(event.action, event.after.get("count")) for event in history(session, "campaign", group.id)]
    assert told == [("found", None), ("additions_read", 3), ("decided", None)]
    assert verify(office.services.database).ok


def test_the_database_itself_asks_for_the_additions(office: TestOffice) -> None:
    instrument, group = with_streets(office)
    reviewer = office.reviewer
    [first, *_] = office.services.comments.of_instrument(instrument)
    whole = Item(group.id, group.version, given=DECISION)
    member = Item(first.id, given=DECISION | {"campaign": group.id})
    assert refused(office, GROUP_DECIDED, reviewer, whole) == "additions_unread"
    assert refused(office, DECIDED, reviewer, member) == "additions_unread"
    assert refused(office, READ, reviewer, Item(group.id, given={"digest": "x"})) == "additions_unread"
    assert refused(office, READ, reviewer, Item(group.id, given={"digest": None})) == "additions_unread"
    assert (
        refused(office, READ, office.clerk, Item(group.id, given={"digest": group.digest})) == "not_your_role"
    )
    # On its own, a comment is decided by who reads that one.
    assert refused(office, DECIDED, reviewer, Item(first.id, first.version, given=DECISION)) is None
    assert refused(office, READ, reviewer, Item(group.id, given={"digest": group.digest})) is None
    with office.services.database.reading() as session:
        rows = session.execute(select(CampaignReading.person_id, CampaignReading.digest)).all()
    assert [tuple(row) for row in rows] == [(reviewer.person_id, group.digest)]
    assert refused(office, GROUP_DECIDED, reviewer, whole) is None


def test_an_addition_that_arrives_meanwhile_asks_again_and_the_same_one_does_not(office: TestOffice) -> None:
    instrument, group = with_streets(office)
    services, reviewer = office.services, office.reviewer
    services.campaigns.read(reviewer, group.id, group.digest)
    services.comments.take_in(office.clerk, instrument, few(f"{COMMON} {STREETS[0]}", 1, 30))
    services.campaign_finding.look(office.clerk, instrument)
    same = services.campaigns.one(group.id)
    assert (same.digest, same.version, same.additions) == (group.digest, group.version, 3)
    assert not same.unread_by(reviewer.person_id)
    services.comments.take_in(
        office.clerk, instrument, few(f"{COMMON} {STREETS[0].replace('۱۲', '۱۴')}", 1, 40)
    )
    services.campaign_finding.look(office.clerk, instrument)
    now = services.campaigns.one(group.id)
    assert (now.additions, now.version) == (4, group.version + 1)
    with pytest.raises(RuleError) as caught:
        services.campaigns.decide(reviewer, group.id, now.version, Disposition.REJECTED, REASON)
    assert unread(caught)
    services.campaigns.read(reviewer, group.id, now.digest)
    services.campaigns.decide(reviewer, group.id, now.version, Disposition.REJECTED, REASON)
    # A hidden one adds nothing, and is read when it is shown again.
    last = services.comments.of_instrument(instrument)[-1]
    services.triage.run(reviewer, instrument, [last.id], Hide(HiddenReason.INSULT))
    assert services.campaigns.one(group.id).additions == 3
    services.triage.run(reviewer, instrument, [last.id], Hide(None))
    assert services.campaigns.one(group.id).digest == now.digest


def test_members_are_decided_apart_from_their_group_and_can_go_back(office: TestOffice) -> None:
    _, group = with_streets(office)
    services, reviewer = office.services, office.reviewer
    campaigns, comments = services.campaigns, services.comments
    alone = campaigns.text(group.id).additions[0].comments
    with pytest.raises(NotPermittedError):
        campaigns.set_apart(office.clerk, group.id, alone)
    with pytest.raises(NotFoundError):
        campaigns.set_apart(reviewer, group.id, [0])
    campaigns.set_apart(reviewer, group.id, alone)
    assert campaigns.text(group.id).apart == frozenset(alone)
    # It says what it said: the group's text and number are the same.
    now = campaigns.one(group.id)
    assert (now.apart, now.undecided, now.senders, now.digest) == (1, 5, group.senders, group.digest)
    campaigns.read(reviewer, group.id, group.digest)
    decided = campaigns.decide(reviewer, group.id, group.version, Disposition.REJECTED, REASON)
    assert (decided.undecided, decided.apart) == (0, 1)
    [row] = [comments.one(number) for number in alone]
    assert (row.disposition, row.apart, row.follows) == (None, True, False)
    assert refused(
        office, DECIDED, reviewer, Item(row.id, given=DECISION | {"campaign": group.id})
    ) == "comment_is_apart"  # fmt: skip
    comments.decide(reviewer, row.id, row.version, Disposition.OUT_OF_SCOPE, "موضوع دیگری است.")
    # One that has the group's decision keeps it, as its own.
    [follower] = campaigns.text(group.id).additions[1].comments
    campaigns.set_apart(reviewer, group.id, [follower])
    assert (comments.one(follower).disposition, comments.one(follower).follows) == (
        Disposition.REJECTED,
        False,
    )
    again = campaigns.decide(reviewer, group.id, decided.version, Disposition.ALREADY_COVERED, REASON)
    assert comments.one(follower).disposition is Disposition.REJECTED
    campaigns.set_apart(reviewer, group.id, [follower], apart=False)
    assert (comments.one(follower).apart, again.apart) == (False, 2)
    with services.database.reading() as session:
        told = [event.action for event in history(session, "campaign", group.id)]
    assert told.count("members_set_apart") == 3
    assert verify(services.database).ok


def test_a_member_that_leaves_its_group_is_not_apart_any_more(office: TestOffice) -> None:
    instrument = consulted(office, [*few(), *few(OTHER, 3, 10)])
    services, reviewer = office.services, office.reviewer
    larger, smaller = services.campaigns.all(instrument)
    first = services.campaigns.text(larger.id).members[0]
    moved = services.campaigns.text(smaller.id).members[0]
    services.campaigns.set_apart(reviewer, larger.id, [first])
    services.campaigns.set_apart(reviewer, smaller.id, [moved])
    services.campaigns.take_out(reviewer, larger.id, [first])
    services.campaigns.join(reviewer, larger.id, smaller.id)
    assert not services.comments.one(first).apart
    assert not services.comments.one(moved).apart


def test_many_with_a_whole_group_among_them_wait_for_its_additions(office: TestOffice) -> None:
    instrument, group = with_streets(office)
    services, reviewer = office.services, office.reviewer
    ids = [one.id for one in services.comments.of_instrument(instrument)]
    act = Decide(Disposition.REJECTED, REASON, groups=(group.id,))
    for do in (services.triage.preview, services.triage.run):
        with pytest.raises(RuleError) as caught:
            do(reviewer, instrument, ids, act)
        assert unread(caught)
    assert services.triage.preview(reviewer, instrument, ids, replace(act, groups=())).possible == 6
    services.campaigns.read(reviewer, group.id, group.digest)
    assert len(services.triage.run(reviewer, instrument, ids, act).done) == 6


def test_the_best_written_one_represents_the_group_whoever_came_first(office: TestOffice) -> None:
    worse = COMMON.replace("ی", "ي").replace(". ", ".").rstrip(".")
    instrument = consulted(office, [*few(worse, 3), *few(f"{COMMON} {STREETS[0]}", 1, 10)])
    [group] = office.services.campaigns.all(instrument)
    head = office.services.comments.one(group.head)
    assert head.text == f"{COMMON} {STREETS[0]}"
    # What it says beyond the others is not said for them.
    assert office.services.campaigns.text(group.id).text == COMMON
    office.services.comments.take_in(office.clerk, instrument, few(COMMON, 1, 20))
    office.services.campaign_finding.look(office.clerk, instrument)
    assert office.services.comments.one(office.services.campaigns.one(group.id).head).text == COMMON


def test_what_was_decided_for_a_group_is_taken_back_though_more_was_added_since(office: TestOffice) -> None:
    instrument, group = with_streets(office)
    triage, campaigns, reviewer = office.services.triage, office.services.campaigns, office.reviewer
    ids = [one.id for one in office.services.comments.of_instrument(instrument)]
    campaigns.read(reviewer, group.id, group.digest)
    act = Decide(Disposition.REJECTED, REASON, groups=(group.id,))
    run = triage.run(reviewer, instrument, ids, act)
    office.services.comments.take_in(
        office.clerk, instrument, few(f"{COMMON} کتاب‌فروشی ما در کوچه سرو بسته شد.", 1, 90)
    )
    office.services.campaign_finding.look(office.clerk, instrument)
    with pytest.raises(RuleError) as caught:
        triage.run(reviewer, instrument, ids, act)
    assert unread(caught)
    assert triage.take_back(reviewer, instrument, run) == len(ids)
    assert {one.disposition for one in office.services.comments.of_instrument(instrument)} == {None}
