"""Macros: all steps or none, previewed, taken back as one; one's own or a unit's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.errors import ConflictError, InvalidValueError, NotFoundError, NotPermittedError, RuleError
from desktop_app.petitions.macros import MacroTerms
from desktop_app.petitions.vocabulary import Kind, Outcome, Status
from tests.department import TestOffice


def answering(office: TestOffice) -> MacroTerms:
    label = office.services.labels.put_on(office.clerk, office.taken(text="برچسب").id, "پروانه")
    return MacroTerms(
        "پاسخ پروانه", key="1", label_ids=(label.id,), note="تلفنی گفته شد.", take=True,
        outcome=Outcome.GRANTED, text="{name} گرامی، پروانه صادر شد.",
    )  # fmt: skip


def test_a_macro_does_its_steps_with_an_event_each_and_comes_back_as_one(office: TestOffice) -> None:
    macros, runs = office.services.macros, office.services.macro_runs
    macro = macros.add(office.clerk, answering(office))
    made = office.petition("متن", unit=office.books)
    previewed = runs.preview(office.clerk, made.id, macro.id)
    assert [(step.error, step.skipped) for step in previewed] == [(None, False)] * 4
    assert previewed[-1].text == "علی کریمی گرامی، پروانه صادر شد."
    # Nothing of the preview was written.
    assert office.services.desk.peek(office.clerk, made.id).version == made.version
    run = runs.run(office.clerk, made.id, made.version, macro.id)
    now = run.detail
    assert [event.action for event in now.history[-4:]] == ["labelled", "note", "take", "resolve"]
    assert (now.status, now.outcome, now.assignee_id) == (Status.RESOLVED, "granted", office.clerk.person_id)
    assert now.replies[-1].text == "علی کریمی گرامی، پروانه صادر شد."
    back = runs.take_back(office.clerk, made.id, run.key)
    assert (back.status, back.unit_id, back.assignee_id) == (Status.REFERRED, office.books.id, None)
    assert (back.labels, back.replies, back.outcome) == ((), (), None)
    assert [referral.acted_at for referral in back.referrals] == [None]
    with pytest.raises(RuleError):
        runs.take_back(office.clerk, made.id, run.key)


def test_what_refuses_a_step_is_named_and_nothing_is_done(office: TestOffice) -> None:
    macros, runs = office.services.macros, office.services.macro_runs
    macro = macros.add(office.clerk, answering(office))
    complaint = office.petition("شکایت", unit=office.books, kind=Kind.COMPLAINT)
    outcome = runs.preview(office.clerk, complaint.id, macro.id)
    assert [step.error.parameters["rule"] if step.error else None for step in outcome] == [
        None, None, None, "complaint_never_by_assignee",
    ]  # fmt: skip
    with pytest.raises(RuleError):
        runs.run(office.clerk, complaint.id, complaint.version, macro.id)
    assert office.services.desk.peek(office.clerk, complaint.id).version == complaint.version
    nameless = office.petition("بی نام", unit=office.books, name="")
    with pytest.raises(InvalidValueError):
        runs.run(office.clerk, nameless.id, nameless.version, macro.id)
    with pytest.raises(ConflictError):
        runs.run(office.clerk, nameless.id, nameless.version + 1, macro.id)


def test_what_a_colleague_built_on_stays(office: TestOffice) -> None:
    macros, runs = office.services.macros, office.services.macro_runs
    macro = macros.add(office.clerk, MacroTerms("به موسیقی", refer_to=office.music.id, text="رسیدگی"))
    made = office.taken(text="متن")
    run = runs.run(office.clerk, made.id, made.version, macro.id)
    office.services.desk.note(office.music_clerk, made.id, "دیدم")
    with pytest.raises(RuleError):
        runs.take_back(office.clerk, made.id, run.key)


def test_a_macro_is_ones_own_or_a_unit_s(office: TestOffice) -> None:
    macros = office.services.macros
    own = macros.add(office.clerk, MacroTerms("از من", note="یک"))
    shared = macros.add(office.clerk, MacroTerms("از واحد", note="دو", unit_id=office.books.id))
    assert [row.id for row in macros.all(office.other_clerk)] == [shared.id]
    assert {row.id for row in macros.all(office.clerk)} == {own.id, shared.id}
    assert macros.all(office.music_clerk) == ()
    made = office.petition("متن", unit=office.books)
    with pytest.raises(NotFoundError):
        office.services.macro_runs.run(office.other_clerk, made.id, made.version, own.id)
    with pytest.raises(NotFoundError):
        macros.change(office.other_clerk, shared.id, shared.version, shared.terms)
    changed = macros.change(office.manager, shared.id, shared.version, replace(shared.terms, name="دیگر"))
    assert changed.terms.name == "دیگر"
    assert macros.remove(office.clerk, own.id, own.version) == own.terms
    with pytest.raises(NotPermittedError):
        macros.add(office.clerk, replace(own.terms, unit_id=office.music.id))


@pytest.mark.parametrize(
    "terms",
    [
        MacroTerms(" ", note="x"),
        MacroTerms("x"),
        MacroTerms("x", key="ط", note="x"),
        MacroTerms("x", refer_to=1, archive=True),
        MacroTerms("x", outcome=Outcome.GRANTED, text="{nam}"),
        MacroTerms("x", outcome=Outcome.WITHDRAWN),
        MacroTerms("x", outcome=Outcome.DUPLICATE, text="تکراری"),
    ],
)
def test_a_macro_that_could_do_nothing_is_refused(office: TestOffice, terms: MacroTerms) -> None:
    with pytest.raises(InvalidValueError):
        office.services.macros.add(office.clerk, terms)
