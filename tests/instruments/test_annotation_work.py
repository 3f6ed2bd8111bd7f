"""Work on annotations: mentions, due dates and labels."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import func, select

from desktop_app.database.audit import history
from desktop_app.database.verification import verify
from desktop_app.errors import ConflictError, InvalidValueError, NotPermittedError, RuleError
from desktop_app.instruments.annotations.work_model import ThreadMention
from desktop_app.instruments.vocabulary import ThreadKind, ThreadOutcome
from tests.department import TestOffice, only_administrator
from tests.instruments.test_annotations import ARTICLES, annotate, draft, placed

DUE = date(2026, 12, 5)


def test_a_text_mentions_only_whom_it_names(office: TestOffice) -> None:
    services, clerk = office.services, office.clerk
    instrument = draft(office, *ARTICLES)
    start = services.drafting.revision(instrument, 1).text.index("سی روز")
    assert clerk.person_id is not None
    assert office.manager.person_id is not None
    made = services.annotations.annotate(
        office.reviewer, instrument, 1, start, start + 6, ThreadKind.QUESTION,
        f"@{clerk.name} چرا سی روز؟", mentions=[clerk.person_id, office.manager.person_id, 4711],
    )  # fmt: skip
    assert [message.mentioned for message in made.messages] == [(clerk.name,)]
    said = services.annotations.reply(
        clerk, made.id, 1, f"از @{office.manager.name} بپرسید.", [office.manager.person_id]
    )
    assert [message.mentioned for message in said.messages] == [(clerk.name,), (office.manager.name,)]
    with services.database.reading() as session:
        rows = list(session.scalars(select(ThreadMention).order_by(ThreadMention.id)))
        assert [(row.person_id, row.by_id) for row in rows] == [
            (clerk.person_id, office.reviewer.person_id),
            (office.manager.person_id, clerk.person_id),
        ]
    assert verify(services.database).ok


def test_a_due_date_is_set_moved_and_removed_while_the_thread_is_open(office: TestOffice) -> None:
    annotations = office.services.annotations
    made = annotate(office, draft(office, *ARTICLES), "سی روز کاری")
    due = annotations.set_due(office.clerk, made.id, made.version, 1, DUE)
    assert due.due_on == DUE
    with pytest.raises(ConflictError):
        annotations.set_due(office.manager, made.id, made.version, 1, None)
    none = annotations.set_due(office.manager, made.id, due.version, 1, None)
    assert none.due_on is None
    settled = annotations.resolve(office.manager, made.id, none.version, 1, ThreadOutcome.ANSWERED)
    with pytest.raises(RuleError):
        annotations.set_due(office.manager, made.id, settled.version, 1, DUE)
    events = [step for step in settled.steps if step.action == "due_set"]
    assert [event.after["due_on"] for event in events] == [DUE.isoformat(), None]


def test_labels_are_free_and_one_where_they_fold_to_the_same_words(office: TestOffice) -> None:
    annotations = office.services.annotations
    instrument = draft(office, *ARTICLES)
    first, second = annotate(office, instrument, "سی روز کاری"), annotate(office, instrument, "مدارک کامل")
    annotations.set_label(office.reviewer, first.id, 1, "  مهلت‌ها ")
    row = annotations.set_label(office.clerk, second.id, 1, "مهلتها")
    assert row.labels == ("مهلت‌ها",)
    annotations.set_label(office.clerk, second.id, 1, "مالي")
    assert annotations.labels() == ("مهلت‌ها", "مالي")
    with pytest.raises(RuleError):
        annotations.set_label(office.clerk, second.id, 1, "مالی")
    for bad in ("  ", "\u200c", "ا" * 41):
        with pytest.raises(InvalidValueError):
            annotations.set_label(office.clerk, first.id, 1, bad)
    without = annotations.set_label(office.manager, second.id, 1, "مالی", on=False)
    assert without.labels == ("مهلت‌ها",)
    with office.services.database.reading() as session:
        told = [
            event.after["labels"]
            for event in history(session, "thread", second.id)
            if "labels" in event.after
        ]
    assert told == [["مهلت‌ها"], ["مالي", "مهلت‌ها"], ["مهلت‌ها"]]
    for n in range(11):
        annotations.set_label(office.clerk, second.id, 1, f"برچسب {n}")
    with pytest.raises(InvalidValueError):
        annotations.set_label(office.clerk, second.id, 1, "یکی بیش از اندازه")


def test_who_may_not_annotate_neither_labels_nor_sets_a_day(office: TestOffice) -> None:
    annotations = office.services.annotations
    made = annotate(office, draft(office, *ARTICLES), "سی روز کاری")
    nobody = only_administrator(office)
    with pytest.raises(NotPermittedError):
        annotations.set_label(nobody, made.id, 1, "مالی")
    with pytest.raises(NotPermittedError):
        annotations.set_due(nobody, made.id, made.version, 1, DUE)
    assert placed(office, made.instrument_id, 1) == made
    with office.services.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(ThreadMention)) == 0
