"""Macros: all steps or none, previewed, taken back as one; one's own or a unit's."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from sqlalchemy import event

from desktop_app.errors import ConflictError, InvalidValueError, NotFoundError, NotPermittedError, RuleError
from desktop_app.petitions.bulk.acts import Archive, PutLabel, Refer, Resolve, Take
from desktop_app.petitions.macros.service import MacroTerms
from desktop_app.petitions.macros.steps import NoteStep
from desktop_app.petitions.vocabulary import Kind, Outcome, Status
from tests.department import TestOffice


def answering(office: TestOffice) -> MacroTerms:
    label = office.services.labels.put_on(office.clerk, office.taken(text="برچسب").id, "پروانه")
    return MacroTerms(
        "پاسخ پروانه",
        key="1",
        steps=(
            PutLabel(label.id),
            NoteStep("تلفنی گفته شد."),
            Take(),
            Resolve(Outcome.GRANTED, "{name} گرامی، پروانه صادر شد."),
        ),
    )


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


def test_a_preview_is_not_disturbed_by_whoever_writes_at_the_same_time(sqlite_office: TestOffice) -> None:
    """A transaction of SQLite that reads first cannot write any more once another one writes."""
    office = sqlite_office
    macro = office.services.macros.add(office.clerk, answering(office))
    made = office.petition("متن", unit=office.books)
    taken = []

    def write_too(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.startswith("BEGIN"):
            return
        with closing(sqlite3.connect(office.services.database.place, timeout=0)) as other:
            try:
                other.execute("BEGIN IMMEDIATE")
                taken.append(True)
            except sqlite3.OperationalError:
                taken.append(False)

    engine = office.services.database.engine
    event.listen(engine, "after_cursor_execute", write_too)
    previewed = office.services.macro_runs.preview(office.clerk, made.id, macro.id)
    event.remove(engine, "after_cursor_execute", write_too)
    assert [(step.error, step.skipped) for step in previewed] == [(None, False)] * 4
    assert len(taken) > 4
    assert not any(taken)


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
    macro = macros.add(office.clerk, MacroTerms("به موسیقی", steps=(Refer(office.music.id, "رسیدگی"),)))
    made = office.taken(text="متن")
    run = runs.run(office.clerk, made.id, made.version, macro.id)
    office.services.desk.note(office.music_clerk, made.id, "دیدم")
    with pytest.raises(RuleError):
        runs.take_back(office.clerk, made.id, run.key)


def test_a_macro_refers_to_a_clerk(office: TestOffice) -> None:
    step = Refer(office.books.id, "رسیدگی", person_id=office.other_clerk.person_id)
    macro = office.services.macros.add(office.clerk, MacroTerms("به نوری", steps=(step,)))
    assert office.services.macros.all(office.clerk)[0].terms.steps == (step,)
    made = office.taken(text="متن")
    run = office.services.macro_runs.run(office.clerk, made.id, made.version, macro.id)
    assert (run.detail.unit_id, run.detail.assignee_id) == (office.books.id, office.other_clerk.person_id)
    back = office.services.macro_runs.take_back(office.clerk, made.id, run.key)
    assert back.assignee_id == office.clerk.person_id


def test_a_macro_is_ones_own_or_a_unit_s(office: TestOffice) -> None:
    macros = office.services.macros
    own = macros.add(office.clerk, MacroTerms("از من", steps=(NoteStep("یک"),)))
    shared = macros.add(office.clerk, MacroTerms("از واحد", unit_id=office.books.id, steps=(NoteStep("دو"),)))
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
        MacroTerms(" ", steps=(NoteStep("x"),)),
        MacroTerms("x"),
        MacroTerms("x", steps=(NoteStep(" "),)),
        MacroTerms("x", key="ط", steps=(NoteStep("x"),)),
        MacroTerms("x", steps=(Refer(1), NoteStep("x"), Archive())),
        MacroTerms("x", steps=(NoteStep("x"),) * 21),
        MacroTerms("x", steps=(Resolve(Outcome.GRANTED, "{nam}"),)),
        MacroTerms("x", steps=(Resolve(Outcome.WITHDRAWN, ""),)),
        MacroTerms("x", steps=(Resolve(Outcome.DUPLICATE, "تکراری"),)),
    ],
)
def test_a_macro_that_could_do_nothing_is_refused(office: TestOffice, terms: MacroTerms) -> None:
    with pytest.raises(InvalidValueError):
        office.services.macros.add(office.clerk, terms)


def test_steps_are_kept_shown_and_done_in_the_order_of_the_clerk_and_undone_in_the_reverse(
    office: TestOffice,
) -> None:
    macros, runs = office.services.macros, office.services.macro_runs
    label = office.services.labels.put_on(office.clerk, office.taken(text="برچسب").id, "پروانه")
    steps = (NoteStep("نخست"), Refer(office.music.id, "رسیدگی"), PutLabel(label.id), NoteStep("سپس"))
    macro = macros.add(office.clerk, MacroTerms("جابه‌جا", steps=steps))
    assert macros.all(office.clerk)[0].terms.steps == steps
    made = office.taken(text="متن")
    assert [found.step for found in runs.preview(office.clerk, made.id, macro.id)] == list(steps)
    run = runs.run(office.clerk, made.id, made.version, macro.id)
    assert [event.action for event in run.detail.history[-4:]] == ["note", "refer", "labelled", "note"]
    back = runs.take_back(office.clerk, made.id, run.key)
    assert [event.action for event in back.history[-2:]] == ["unlabelled", "undo"]
    assert (back.status, back.unit_id, back.labels) == (Status.IN_PROGRESS, office.books.id, ())
    turned = macros.change(office.clerk, macro.id, macro.version, replace(macro.terms, steps=steps[::-1]))
    assert turned.terms.steps == steps[::-1]
    again = runs.run(office.clerk, made.id, back.version, macro.id)
    assert [event.action for event in again.detail.history[-4:]] == ["note", "labelled", "refer", "note"]


def test_a_step_takes_a_label_off_and_the_undoing_puts_it_on_again(office: TestOffice) -> None:
    macros, runs = office.services.macros, office.services.macro_runs
    made = office.taken(text="متن")
    label = office.services.labels.put_on(office.clerk, made.id, "فوری")
    macro = macros.add(office.clerk, MacroTerms("بی‌برچسب", steps=(PutLabel(label.id, on=False),)))
    now = office.services.desk.peek(office.clerk, made.id)
    run = runs.run(office.clerk, made.id, now.version, macro.id)
    assert run.detail.labels == ()
    assert [step.skipped for step in runs.preview(office.clerk, made.id, macro.id)] == [True]
    assert [row.id for row in runs.take_back(office.clerk, made.id, run.key).labels] == [label.id]


def test_the_step_that_is_wrong_is_named(office: TestOffice) -> None:
    steps = (NoteStep("یک"), Take(), Resolve(Outcome.GRANTED, ""))
    with pytest.raises(InvalidValueError) as caught:
        office.services.macros.add(office.clerk, MacroTerms("x", steps=steps))
    assert caught.value.parameters["step"] == 2
