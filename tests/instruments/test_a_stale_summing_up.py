"""What a frozen summing-up tells is what there is, or it has to be made again: issues, pins and groups, on both
engines, also where another client changes them. Later decisions and arrivals are `test_life`'s, later places
`test_comment_places`'."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select

from desktop_app.clock import FixedClock
from desktop_app.database.acts.model import Item
from desktop_app.database.acts.performing import perform
from desktop_app.database.chain import canonical_json
from desktop_app.errors import ConflictError, NotPermittedError, RuleError
from desktop_app.instruments.acts.beside import SUMMED_UP
from desktop_app.instruments.comments.triage_acts import PutIssue
from desktop_app.instruments.model import ConsultationReport
from desktop_app.instruments.vocabulary import Disposition
from desktop_app.progress import SilentProgress
from tests.conftest import office_with
from tests.department import TestOffice
from tests.engines import Made
from tests.instruments.campaigning import COMMON
from tests.instruments.consulting import NEXT_TEXT, Consultation, first_consultation
from tests.instruments.refusing import refused_by_sql
from tests.reports.letters import resolved

READY = "UPDATE instrument SET status = 'ready', ready_by_id = :who WHERE id = :id"
ISSUES = ("مهلت", "هزینه")


def summed_up(office: TestOffice) -> None:
    """In revising, with an amended text, an issue, a pin and a group of three; every comment decided, its summing-up
    frozen."""
    one = first_consultation(office).opened()
    comment = one.comment()
    alike = [one.comment(COMMON, number=number) for number in ("2", "3", "4")]
    assert office.services.campaign_finding.look(office.clerk, one.id).grouped == 3
    one.after_the_end()
    office.services.life.start_revising(office.reviewer, one.id, one.version)
    one.write(NEXT_TEXT)
    for decided in (comment, *alike):
        one.decide(decided)
    office.services.triage.run(office.reviewer, one.id, [comment], PutIssue(ISSUES[0]))
    office.services.reviewing.pin(office.reviewer, one.id, 1, 2, 0, 0, same=True)
    one.sum_up()


@pytest.fixture
def made() -> Made:
    return office_with(summed_up)


@pytest.fixture
def consultation(office: TestOffice, clock: FixedClock) -> Consultation:
    """The one that is `summed_up`, on the morning behind its window's last day."""
    return Consultation(office, clock).resume()


def is_fresh(one: Consultation) -> bool:
    return all(point.holds for point in one.now.gate.points)


def issue(name: str, *, on: bool = True) -> Callable[[Consultation], object]:
    def run(one: Consultation) -> object:
        row, *_ = one.services.comments.of_instrument(one.id)
        return one.services.triage.run(one.office.reviewer, one.id, [row.id], PutIssue(name, on))

    return run


def pin(one: Consultation) -> object:
    second = NEXT_TEXT.index("ماده ۲")
    return one.services.reviewing.pin(one.office.reviewer, one.id, 1, 2, second, second, same=False)


def unpin(one: Consultation) -> object:
    *_, last = one.services.reviewing.pins(one.id, 1, 2)
    return one.services.reviewing.unpin(one.office.reviewer, last.id)


def take_one_out(one: Consultation) -> object:
    (group,) = one.services.campaigns.all(one.id)
    last = one.services.comments.of_instrument(one.id)[-1]
    return one.services.campaigns.take_out(one.office.reviewer, group.id, [last.id])


def sql(statement: str) -> Callable[[Consultation], object]:
    return lambda one: one.sql(statement)


_LAST = "(SELECT max(id) FROM public_comment)"
#: A change, and what makes it as it was, where there is something.
CHANGES: dict[str, tuple[Callable[[Consultation], object], Callable[[Consultation], object] | None]] = {
    "another issue": (issue(ISSUES[1]), issue(ISSUES[1], on=False)),
    "an issue less": (issue(ISSUES[0], on=False), issue(ISSUES[0])),
    "an issue less by another client": (sql("DELETE FROM comment_issue"), issue(ISSUES[0])),
    "another pin": (pin, unpin),
    "a pin less": (unpin, None),
    "a pin turned round by another client": (
        sql("UPDATE alignment_pin SET same = false"),
        sql("UPDATE alignment_pin SET same = true"),
    ),
    "one of a group less": (take_one_out, None),
    "one of a group less by another client": (
        sql(f"UPDATE campaign_member SET campaign_id = NULL WHERE comment_id = {_LAST}"),
        sql(
            f"UPDATE campaign_member SET campaign_id = (SELECT max(id) FROM campaign) WHERE comment_id = {_LAST}"
        ),
    ),
}


#: Under other pins the changes have to be listed anew, which is asked before.
PINS = frozenset({"another pin", "a pin less", "a pin turned round by another client"})


@pytest.mark.parametrize("what", CHANGES)
def test_what_is_changed_behind_the_summing_up_makes_it_stale_until_it_is_as_it_was(
    consultation: Consultation, what: str
) -> None:
    change, back = CHANGES[what]
    office, life = consultation.office, consultation.services.life
    assert is_fresh(consultation)
    change(consultation)
    assert not is_fresh(consultation)
    with pytest.raises(RuleError) as refusal:
        life.make_ready(office.reviewer, consultation.id, consultation.version)
    rule = "changes_are_explained" if what in PINS else "summing_up_is_needed"
    assert refusal.value.parameters["rule"] == rule
    refused_by_sql(rule, READY, consultation, who=office.reviewer.person_id)
    if back is None:
        consultation.sum_up()
    else:
        back(consultation)
    assert is_fresh(consultation)
    life.make_ready(office.reviewer, consultation.id, consultation.version)


def test_what_is_ready_does_not_go_out_behind_another_issue(consultation: Consultation) -> None:
    office = consultation.office
    consultation.services.life.make_ready(office.reviewer, consultation.id, consultation.version)
    issue(ISSUES[1])(consultation)
    with pytest.raises(RuleError) as refusal:
        consultation.finish()
    assert refusal.value.parameters["rule"] == "summing_up_is_needed"
    consultation.sum_up()
    consultation.finish()


def test_an_issue_of_another_document_is_none_of_its_own(consultation: Consultation) -> None:
    other = Consultation(consultation.office, consultation.clock)
    other.opened()
    other.comment("دیگر", number="other")
    issue(ISSUES[1])(other)
    assert is_fresh(consultation)


class Meanwhile(SilentProgress):
    """Does something once, while the summing-up is read."""

    def __init__(self, act: Callable[[], object]) -> None:
        self.act: Callable[[], object] | None = act

    def cancelled(self) -> bool:
        act, self.act = self.act, None
        if act is not None:
            act()
        return False


def test_an_issue_that_comes_while_the_summing_up_is_read_is_a_conflict(consultation: Consultation) -> None:
    meanwhile = Meanwhile(lambda: issue(ISSUES[1])(consultation))
    summing_up = consultation.services.summing_up
    with pytest.raises(ConflictError):
        summing_up.freeze(consultation.office.reviewer, consultation.id, progress=meanwhile)
    assert meanwhile.act is None
    assert [one.number for one in summing_up.all(consultation.id)] == [1]


def test_a_place_that_is_undone_behind_the_summing_up_makes_it_stale(consultation: Consultation) -> None:
    row, *_ = consultation.services.comments.of_instrument(consultation.id)
    places, office = consultation.services.comment_places, consultation.office
    seen = {row.id: row.place.version if row.place is not None else 0}
    placed = places.choose(office.reviewer, consultation.id, seen, None)
    consultation.sum_up()
    assert is_fresh(consultation)
    assert places.take_back(office.reviewer, consultation.id, placed) == 1
    assert not is_fresh(consultation)
    refused_by_sql("summing_up_is_needed", READY, consultation, who=office.reviewer.person_id)


@pytest.mark.parametrize("minutes", [0, -4])
def test_a_decision_at_the_moment_of_the_summing_up_or_before_it_makes_it_stale(
    consultation: Consultation, minutes: int
) -> None:
    """The clock of one PC may go back by less than anybody is asked about."""
    row, *_ = consultation.services.comments.of_instrument(consultation.id)
    consultation.clock.advance(timedelta(minutes=minutes))
    consultation.decide(row.id, Disposition.OUT_OF_SCOPE)
    assert not is_fresh(consultation)
    refused_by_sql("summing_up_is_needed", READY, consultation, who=consultation.office.reviewer.person_id)


def test_an_earlier_summing_up_does_not_count_for_a_later_one_that_is_stale(
    consultation: Consultation,
) -> None:
    """The last one is published, whatever an earlier one stood on."""
    issue(ISSUES[1])(consultation)
    consultation.sum_up()
    assert is_fresh(consultation)
    issue(ISSUES[1], on=False)(consultation)
    assert not is_fresh(consultation)
    refused_by_sql("summing_up_is_needed", READY, consultation, who=consultation.office.reviewer.person_id)


def test_a_summing_up_has_a_number_of_the_register_that_no_other_paper_gets(
    consultation: Consultation,
) -> None:
    office = consultation.office
    summing_up, desk = office.services.summing_up, office.services.petition_letters
    (first,) = summing_up.all(consultation.id)
    assert (first.number, first.registered) == (1, "1405/1")
    # A refusal gives the number back.
    with pytest.raises(NotPermittedError):
        summing_up.freeze(office.clerk, consultation.id)
    second = summing_up.freeze(office.reviewer, consultation.id)
    assert (second.number, second.registered) == (2, "1405/2")
    told = [one for one in consultation.events_of("instrument", consultation.id) if one.action == "summed_up"]
    assert [one.after["report_number"] for one in told] == ["1405/1", "1405/2"]
    issued = desk.issue_reply(office.clerk, resolved(office).id, "الف").issued
    assert issued is not None
    assert issued.number == "1405/3"
    # The last number, on a paper already: the act refuses it on either engine.
    with office.services.database.writing() as session:
        basis = session.scalars(
            select(ConsultationReport.stands_on).order_by(ConsultationReport.id.desc()).limit(1)
        ).one()
        given = {"content": canonical_json({}), "sha256": "0" * 64, "basis": basis, "year": 1405, "number": 3}
        (verdict,) = perform(
            session,
            SUMMED_UP,
            [Item(consultation.id, given=given)],
            actor_id=office.reviewer.person_id,
            actor_name=office.reviewer.name,
            now=office.services.database.now(session),
        )
    assert verdict.refused == "not_there_any_more"
