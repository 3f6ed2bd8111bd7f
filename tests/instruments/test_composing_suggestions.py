"""Suggestions that are taken while the next revision is built: settled on their own words, or named."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop_app.clock import FixedClock
from desktop_app.comparison.result import ProvisionStatus
from desktop_app.errors import ConflictError, InvalidValueError, RuleError
from desktop_app.instruments.annotations.service import ThreadRow
from desktop_app.instruments.drafting.composition_choices import CompositionChoices
from desktop_app.instruments.vocabulary import Placement, ThreadKind, ThreadOutcome, ThreadStatus
from tests.department import TestOffice
from tests.instruments.composed import NEW, instrument, key_of, made

__all__ = ["instrument", "made"]


def suggestion(office: TestOffice, instrument: int, words: str, instead: str) -> ThreadRow:
    start = NEW.index(words)
    return office.services.annotations.annotate(
        office.manager, instrument, 2, start, start + len(words), ThreadKind.SUGGESTION, instead
    )


def test_suggestions_are_accepted_by_name_and_refused_with_a_reason_all_or_none(
    office: TestOffice, instrument: int, clock: FixedClock
) -> None:
    services = office.services
    first = suggestion(office, instrument, "شصت روز", "چهل روز")
    second = suggestion(office, instrument, "اداره", "اداره کل")
    third = suggestion(office, instrument, "متخلف", "خاطی")
    composing, suggesting = services.composing, services.suggesting
    assert suggesting.accepted(instrument, 2, 2) == ()
    one = CompositionChoices(threads=(first.id,))
    row = composing.keep(office.reviewer, instrument, 2, 2, one, version=None)
    clock.advance(timedelta(minutes=5))
    both = CompositionChoices(threads=(first.id, second.id))
    row = composing.keep(office.manager, instrument, 2, 2, both, version=row.version)
    assert [(a.thread_id, a.by) for a in suggesting.accepted(instrument, 2, 2)] == [
        (second.id, office.manager.name), (first.id, office.reviewer.name),
    ]  # fmt: skip
    with pytest.raises(InvalidValueError):
        suggesting.refuse(office.reviewer, [(third.id, third.version)], " ")
    with pytest.raises(ConflictError):
        suggesting.refuse(office.reviewer, [(third.id, third.version), (second.id, 99)], "ناسازگار")
    rows = {one.id: one for one in services.annotations.on_revision(instrument, 2)}
    assert rows[third.id].status is ThreadStatus.OPEN
    suggesting.refuse(office.reviewer, [(third.id, third.version)], "ناسازگار با ماده ۲")
    [refused] = [r for r in services.annotations.on_revision(instrument, 2) if r.id == third.id]
    assert (refused.outcome, refused.messages[-1].text) == (ThreadOutcome.DISMISSED, "ناسازگار با ماده ۲")
    suggesting.take_back(office.reviewer, [third.id])
    [again] = [r for r in services.annotations.on_revision(instrument, 2) if r.id == third.id]
    assert (again.status, again.start) == (ThreadStatus.OPEN, third.start)
    composing.save(office.reviewer, row.id, row.version, "")
    made = services.drafting.revision(instrument, 3).text
    assert made == NEW.replace("شصت روز", "چهل روز").replace("اداره", "اداره کل")


def test_an_applied_suggestion_is_settled_and_stands_on_its_own_words(
    office: TestOffice, instrument: int
) -> None:
    composing = office.services.composing
    thread = suggestion(office, instrument, "شصت روز", "چهل و پنج روز کاری")
    other = suggestion(office, instrument, "اداره", "اداره کل")
    row = composing.keep(
        office.reviewer, instrument, 1, 2, CompositionChoices(threads=(thread.id,)), version=None
    )
    composing.save(office.reviewer, row.id, row.version, "")
    made = office.services.drafting.revision(instrument, 3).text
    assert made == NEW.replace("شصت روز", "چهل و پنج روز کاری")
    rows = {one.id: one for one in office.services.annotations.on_revision(instrument, 3)}
    applied = rows[thread.id]
    assert (applied.status, applied.outcome, applied.placement) == (
        ThreadStatus.RESOLVED,
        ThreadOutcome.APPLIED,
        Placement.EXACT,
    )
    assert made[applied.start : applied.end] == "چهل و پنج روز کاری"
    assert rows[other.id].status is ThreadStatus.OPEN
    assert made[rows[other.id].start : rows[other.id].end] == "اداره"


def test_a_suggestion_whose_words_were_not_taken_is_named_and_nothing_is_saved(
    office: TestOffice, instrument: int
) -> None:
    composing, drafting = office.services.composing, office.services.drafting
    thread = suggestion(office, instrument, "شصت روز", "چهل روز")
    taken = CompositionChoices(frozenset({key_of(office, instrument, ProvisionStatus.EDITED)}), (thread.id,))
    preview = composing.preview(instrument, 1, 2, taken, drafting.compare(instrument, 1, 2))
    assert preview.without_place == (thread.id,)
    row = composing.keep(office.reviewer, instrument, 1, 2, taken, version=None)
    with pytest.raises(RuleError) as refused:
        composing.save(office.reviewer, row.id, row.version, "")
    assert refused.value.parameters["rule"] == "choice_without_a_place"
    assert len(drafting.detail(office.reviewer, instrument).revisions) == 2
    [still] = office.services.annotations.on_revision(instrument, 2)
    assert still.status is ThreadStatus.OPEN


def test_a_suggestion_that_a_colleague_settled_meanwhile_is_not_applied(
    office: TestOffice, instrument: int
) -> None:
    composing = office.services.composing
    thread = suggestion(office, instrument, "شصت روز", "چهل روز")
    row = composing.keep(
        office.reviewer, instrument, 1, 2, CompositionChoices(threads=(thread.id,)), version=None
    )
    office.services.annotations.resolve(office.manager, thread.id, thread.version, 2, ThreadOutcome.DISMISSED)
    comparison = office.services.drafting.compare(instrument, 1, 2)
    assert composing.preview(instrument, 1, 2, row.taken, comparison).settled == (thread.id,)
    with pytest.raises(ConflictError):
        composing.save(office.reviewer, row.id, row.version, "")
