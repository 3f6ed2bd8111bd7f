"""Campaign groups: found, kept, parted and joined by hand, decided once for all; on both engines."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import delete, select, update

from desktop_app.database.audit import history
from desktop_app.errors import ConflictError, NotFoundError, NotPermittedError, RuleError
from desktop_app.instruments.campaigns import finding as campaign_finding
from desktop_app.instruments.campaigns import service as campaigns_module
from desktop_app.instruments.campaigns.fingerprint_model import CommentFingerprint
from desktop_app.instruments.campaigns.model import CampaignMember
from desktop_app.instruments.comments.service import NewComment
from desktop_app.instruments.comments.triage_acts import Hide
from desktop_app.instruments.model import PublicComment
from desktop_app.instruments.vocabulary import Disposition, HiddenReason, InstrumentKind
from tests.department import TestOffice
from tests.instruments.campaigning import CITIES, COMMON, campaign
from tests.instruments.consulting import exposed_now
from tests.likeness.made import made_texts
from tools.benchmarks.likeness import shares

CAME = datetime(2026, 11, 10, 8, 0, tzinfo=UTC)
OTHER = (
    "ماده دوم درباره هزینه‌ها روشن نیست و باید جدول تعرفه به پیوست آیین‌نامه اضافه شود تا ناشران از پیش بدانند "
    "که برای هر عنوان چه مبلغی می‌پردازند و از کجا می‌توانند تخفیف بگیرند."
)
REASON = "مهلت ده روز شد."


def consulted(office: TestOffice, comments: list[NewComment]) -> int:
    made = office.services.drafting.register(office.reviewer, InstrumentKind.BYLAW, "آیین‌نامه")
    exposed_now(office.services, made.row.id)
    office.services.comments.take_in(office.clerk, made.row.id, comments)
    office.services.campaign_finding.look(office.clerk, made.row.id)
    return made.row.id


def few(text: str = COMMON, count: int = 4, first: int = 0) -> list[NewComment]:
    return [
        NewComment(
            text.replace("ی", "ي") if n % 2 else text,
            sender=("علي کریمی", "علی کریمی", "", "زهرا")[n % 4],
            external_id=f"{first + n}",
            received_at=CAME + timedelta(minutes=first + n),
        )
        for n in range(count)
    ]


def test_nine_hundred_of_twelve_hundred_are_one_text_and_what_forty_added_is_shown(
    sqlite_office: TestOffice,
) -> None:
    instrument = consulted(sqlite_office, campaign(CAME))
    campaigns = sqlite_office.services.campaigns
    [found] = [one for one in campaigns.all(instrument) if one.senders.submissions > 10]
    assert found.senders.submissions == 900
    assert found.senders.persons == 600
    assert found.undecided == 900
    said = campaigns.text(found.id)
    # They differ in a number and a city only, and each is shown.
    own = [one for one in said.additions if any(city in one.text for city in CITIES)]
    assert [len(one.comments) for one in own] == [1] * 40
    assert len({one.text for one in own}) == 40
    assert found.additions == len(said.additions)
    assert COMMON.endswith(said.text[-len("نصف شود.") :])
    assert len(campaigns.all(instrument)) == 1


def test_what_comes_later_joins_its_group_which_keeps_its_number(office: TestOffice) -> None:
    instrument = consulted(office, [*few(), *few(OTHER, 1, 10)])
    finding, campaigns = office.services.campaign_finding, office.services.campaigns
    [before] = campaigns.all(instrument)
    assert (before.senders.submissions, before.senders.persons, before.senders.nameless) == (4, 2, 1)
    office.services.comments.take_in(office.clerk, instrument, [*few(count=2, first=20), *few(OTHER, 1, 30)])
    assert finding.waiting(instrument) == 3
    assert finding.look(office.clerk, instrument).looked_at == 3
    after = {one.id: one.senders.submissions for one in campaigns.all(instrument)}
    # The other one, alone before, is a group now that it came a second time.
    assert after.pop(before.id) == 6
    assert list(after.values()) == [2]
    assert finding.look(office.clerk, instrument).looked_at == 0


def test_what_a_person_placed_stays_there(office: TestOffice) -> None:
    instrument = consulted(office, [*few(), *few(OTHER, 3, 10)])
    campaigns, finding = office.services.campaigns, office.services.campaign_finding
    larger, smaller = campaigns.all(instrument)
    out = campaigns.text(larger.id).members[0]
    with pytest.raises(NotPermittedError):
        campaigns.take_out(office.clerk, larger.id, [out])
    campaigns.take_out(office.reviewer, larger.id, [out])
    joined = campaigns.join(office.reviewer, larger.id, smaller.id)
    assert joined.senders.submissions == 6
    with pytest.raises(NotFoundError):
        campaigns.one(smaller.id)
    with pytest.raises(RuleError):
        campaigns.join(office.reviewer, larger.id, larger.id)
    office.services.comments.take_in(office.clerk, instrument, [*few(OTHER, 1, 40), *few(count=1, first=50)])
    finding.look(office.manager, instrument)
    [only] = campaigns.all(instrument)
    assert only.senders.submissions == 8
    alone = office.services.comments.one(out)
    assert alone.campaign is None
    with office.services.database.reading() as session:
        told = [event.action for event in history(session, "campaign", larger.id)]
    assert told == ["found", "taken_out", "groups_joined", "gathered", "gathered"]


def test_a_group_is_decided_once_and_each_member_can_still_be_decided_apart(office: TestOffice) -> None:
    instrument = consulted(office, few(count=6))
    comments, campaigns = office.services.comments, office.services.campaigns
    [group] = campaigns.all(instrument)
    first, second = comments.of_instrument(instrument)[:2]
    comments.decide(office.reviewer, first.id, first.version, Disposition.OUT_OF_SCOPE, "جداگانه")
    with pytest.raises(NotPermittedError):
        campaigns.decide(office.clerk, group.id, group.version, Disposition.REJECTED, REASON)
    decided = campaigns.decide(office.reviewer, group.id, group.version, Disposition.REJECTED, REASON)
    assert (decided.undecided, decided.apart, decided.disposition) == (0, 1, Disposition.REJECTED)
    rows = comments.of_instrument(instrument)
    assert [row.disposition for row in rows] == [Disposition.OUT_OF_SCOPE] + [Disposition.REJECTED] * 5
    assert [row.follows for row in rows] == [False] + [True] * 5
    with office.services.database.reading() as session:
        [event] = history(session, "comment", second.id)
    assert event.after["campaign"] == group.id
    # Another decision for the group: those that followed do so again, the others stay.
    one = comments.one(second.id)
    comments.decide(office.reviewer, one.id, one.version, Disposition.ALREADY_COVERED, "در ماده ۳ هست.")
    with pytest.raises(ConflictError):
        campaigns.decide(office.reviewer, group.id, group.version, Disposition.ACCEPTED, REASON)
    again = campaigns.decide(office.reviewer, group.id, decided.version, Disposition.ACCEPTED, REASON)
    assert (again.apart, again.undecided) == (2, 0)
    after = comments.of_instrument(instrument)
    assert [row.disposition for row in after[2:]] == [Disposition.ACCEPTED] * 4


class Stopping:
    """Stops the work after its first chunk; keeps what it was told."""

    def __init__(self) -> None:
        self.told: list[tuple[int, int | None]] = []

    def report(self, done: int, total: int | None = None) -> None:
        self.told.append((done, total))

    def cancelled(self) -> bool:
        return bool(self.told)


def test_a_stop_leaves_whole_chunks_decided_and_going_on_writes_each_event_once(
    office: TestOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(campaigns_module, "CHUNK", 3)
    instrument = consulted(office, few(count=8))
    comments, campaigns = office.services.comments, office.services.campaigns
    [group] = campaigns.all(instrument)
    progress = Stopping()
    stopped = campaigns.decide(
        office.reviewer, group.id, group.version, Disposition.REJECTED, REASON, progress=progress
    )
    assert progress.told == [(3, 8)]
    assert (stopped.undecided, stopped.disposition, stopped.version) == (5, None, group.version)
    decided = campaigns.decide(office.reviewer, group.id, group.version, Disposition.REJECTED, REASON)
    assert (decided.undecided, decided.disposition) == (0, Disposition.REJECTED)
    rows = comments.of_instrument(instrument)
    campaigns.decide(office.reviewer, group.id, decided.version, Disposition.OUT_OF_SCOPE, "بیرون است.")
    again = comments.of_instrument(instrument)
    # Whoever has a comment open as it was before is told so, as after a decision on it alone.
    assert [b.version - a.version for a, b in zip(rows, again, strict=True)] == [1] * 8
    with office.services.database.reading() as session:
        for one in rows:
            first, second = history(session, "comment", one.id)
            assert (first.sequence, second.sequence) == (1, 2)
            nowhere = {
                "carried_revision": None,
                "carried_revision_id": None,
                "carried_provision": "",
                "unchanged_reason": "",
            }
            assert first.before == {"disposition": None, "reason": ""} | nowhere
            told = {"disposition": "rejected", "reason": REASON} | nowhere
            assert first.after == told | {"campaign": group.id}
            assert second.before == told
            assert second.after["disposition"] == "out_of_scope"


def test_what_a_second_reader_confirmed_counts_no_more_for_another_decision(office: TestOffice) -> None:
    instrument = consulted(office, few(count=3))
    comments, campaigns = office.services.comments, office.services.campaigns
    [group] = campaigns.all(instrument)
    decided = campaigns.decide(office.reviewer, group.id, group.version, Disposition.REJECTED, REASON)
    with office.services.database.writing() as session:
        session.execute(update(PublicComment).values(confirmed_by="دومی", confirmed_at=CAME))
    campaigns.decide(office.reviewer, group.id, decided.version, Disposition.REJECTED, "دلیل دیگر")
    assert [one.confirmed_by for one in comments.of_instrument(instrument)] == [""] * 3


@pytest.mark.parametrize("one_in", [0, 10_000], ids=["by what is kept", "by reading all"])
def test_what_comes_later_is_found_by_what_is_kept_as_by_reading_all_again(
    sqlite_office: TestOffice, monkeypatch: pytest.MonkeyPatch, one_in: int
) -> None:
    monkeypatch.setattr(campaign_finding, "MISSING_ONE_IN", one_in)
    made = made_texts(200, seed=11)
    sent = [NewComment(one.text, external_id=str(n)) for n, one in enumerate(made)]
    instrument = consulted(sqlite_office, sent[:150])
    for first in range(150, 200, 10):
        sqlite_office.services.comments.take_in(sqlite_office.clerk, instrument, sent[first : first + 10])
        sqlite_office.services.campaign_finding.look(sqlite_office.clerk, instrument)
    rows = sorted(sqlite_office.services.comments.of_instrument(instrument), key=lambda row: row.id)
    places = {row.id: place for place, row in enumerate(rows)}
    assert [row.text for row in rows] == [one.text for one in made]
    groups = sqlite_office.services.campaigns.all(instrument)
    members = [sqlite_office.services.campaigns.text(group.id).members for group in groups]
    found, false = shares(made, [tuple(places[one] for one in group) for group in members])
    assert found >= 0.95
    assert false <= 0.01


def test_what_is_kept_of_a_group_is_what_working_it_out_anew_comes_to(office: TestOffice) -> None:
    services, reviewer = office.services, office.reviewer
    towns = " برای شهرستان‌ها شمار جداگانه تعیین شود."
    books = " کتاب‌های درسی استان یزد را از این بند جدا کنید."
    fees = " جدول تعرفه‌ها را پیش از اجرا در روزنامه رسمی منتشر کنید."
    instrument = consulted(office, [*few(), *few(COMMON + towns, 2, 10), *few(OTHER, 3, 20)])
    larger, smaller = services.campaigns.all(instrument)

    def as_it_is_kept() -> tuple[int, int]:
        """How many additions and members; the same without what is kept."""
        kept = services.campaigns.text(larger.id)
        assert services.campaigns.one(larger.id).additions == len(kept.additions)
        with services.database.writing() as session:
            held = session.execute(
                select(CampaignMember.comment_id, CampaignMember.against_id).where(
                    CampaignMember.campaign_id == larger.id
                )
            ).all()
            # Nothing was left to work out when it was read.
            assert {row.against_id for row in held if row.comment_id in kept.members} == {kept.campaign.head}
            session.execute(update(CampaignMember).values(against_id=None))
        again = services.campaigns.text(larger.id)
        with services.database.writing() as session:
            session.execute(update(CampaignMember), [dict(row._mapping) for row in held])
        assert kept == again
        return len(kept.additions), len(kept.members)

    assert as_it_is_kept() == (1, 6)
    services.comments.take_in(office.clerk, instrument, few(COMMON + books, 1, 30))
    services.campaign_finding.look(office.clerk, instrument)
    assert as_it_is_kept() == (2, 7)
    last = services.campaigns.text(larger.id).members[-1]
    services.triage.run(reviewer, instrument, [last], Hide(HiddenReason.INSULT))
    assert as_it_is_kept() == (1, 6)
    # Meanwhile another one says something else.
    services.comments.take_in(office.clerk, instrument, few(COMMON + fees, 1, 35))
    services.campaign_finding.look(office.clerk, instrument)
    assert as_it_is_kept() == (2, 7)
    services.triage.run(reviewer, instrument, [last], Hide(None))
    assert as_it_is_kept() == (3, 8)
    services.campaigns.take_out(reviewer, larger.id, [services.campaigns.text(larger.id).members[4]])
    assert as_it_is_kept() == (3, 7)
    group = services.campaigns.one(larger.id)
    services.campaigns.read(reviewer, larger.id, group.digest)
    services.campaigns.decide(reviewer, larger.id, group.version, Disposition.REJECTED, REASON)
    services.campaigns.join(reviewer, larger.id, smaller.id)
    additions, members = as_it_is_kept()
    assert additions > 3
    assert members == 10
    # A clerk brings one more to a group that a reviewer has decided and placed by hand.
    services.comments.take_in(office.clerk, instrument, few(OTHER, 4, 40))
    services.campaign_finding.look(office.clerk, instrument)
    assert as_it_is_kept()[1] == 14


def test_comments_of_before_are_kept_when_the_next_one_comes(office: TestOffice) -> None:
    instrument = consulted(office, [*few(), *few(OTHER, 1, 10)])
    services = office.services
    [group] = services.campaigns.all(instrument)
    before = services.campaigns.text(group.id)
    with services.database.writing() as session:
        session.execute(delete(CommentFingerprint))
    assert services.campaigns.text(group.id) == before
    services.comments.take_in(office.clerk, instrument, few(count=1, first=20))
    services.campaign_finding.look(office.clerk, instrument)
    with services.database.reading() as session:
        kept = session.scalars(select(CommentFingerprint.comment_id)).all()
    assert set(kept) == {row.id for row in services.comments.of_instrument(instrument)}
    assert len(services.campaigns.text(group.id).members) == 5
