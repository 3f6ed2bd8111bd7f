"""Annotations over all drafts: the views, the search, the tray of lost ones, and what blocks a draft."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desktop_app.errors import NotFoundError
from desktop_app.instruments.annotations.over_all import VIEWS, ThreadLine, ThreadSearch, ThreadView
from desktop_app.instruments.vocabulary import Placement, ThreadKind, ThreadOutcome
from desktop_app.staff.roles import Actor
from tests.department import TestOffice
from tests.instruments.test_annotations import ARTICLES, add, annotate, draft

TODAY = date(2026, 11, 24)


def lines(office: TestOffice, actor: Actor) -> tuple[ThreadLine, ...]:
    return office.services.threads_over_all.all(actor).lines


def quotes(office: TestOffice, actor: Actor, view: ThreadView) -> list[str]:
    return [line.quote for line in lines(office, actor) if VIEWS[view](line)]


def test_each_view_has_the_threads_of_all_drafts_that_belong_to_it(office: TestOffice) -> None:
    annotations, reviewer, clerk = office.services.annotations, office.reviewer, office.clerk
    assert clerk.person_id is not None
    one, two = draft(office, *ARTICLES), draft(office, *ARTICLES[1:])
    objection = annotate(office, one, "سی روز کاری")
    other = annotate(office, two, "نام متخلفان")
    start = office.services.drafting.revision(one, 1).text.index("مدارک کامل")
    question = annotations.annotate(
        office.manager, one, 1, start, start + 10, ThreadKind.QUESTION, f"@{clerk.name} کدام مدارک؟",
        due_on=TODAY - timedelta(days=1), labels=["مدارك"], mentions=[clerk.person_id],
    )  # fmt: skip
    given = annotations.assign(reviewer, other.id, other.version, 1, clerk.person_id)
    assert quotes(office, clerk, ThreadView.MINE) == ["نام متخلفان"]
    assert quotes(office, reviewer, ThreadView.MINE) == ["سی روز کاری"]
    assert quotes(office, clerk, ThreadView.MENTIONED) == ["مدارک کامل"]
    assert quotes(office, office.manager, ThreadView.OVERDUE) == ["مدارک کامل"]
    # What is due comes first.
    assert quotes(office, clerk, ThreadView.OPEN)[0] == "مدارک کامل"
    assert sorted(quotes(office, clerk, ThreadView.BLOCKING)) == ["سی روز کاری", "نام متخلفان"]
    drafts = {row.id: row.blocking for row in office.services.drafting.all()}
    assert drafts == {one: 1, two: 1}
    annotations.resolve(reviewer, other.id, given.version, 1, ThreadOutcome.ANSWERED)
    assert quotes(office, clerk, ThreadView.BLOCKING) == ["سی روز کاری"]
    assert quotes(office, clerk, ThreadView.MINE) == []
    assert quotes(office, clerk, ThreadView.CLOSED) == ["نام متخلفان"]
    assert {row.id: row.blocking for row in office.services.drafting.all()} == {one: 1, two: 0}
    found = {line.id: line for line in lines(office, clerk)}
    assert (found[question.id].labels, found[question.id].due_on) == (("مدارك",), TODAY - timedelta(days=1))
    assert found[objection.id].blocking


def test_the_search_finds_words_in_any_spelling(office: TestOffice) -> None:
    annotate(office, draft(office, *ARTICLES), "می‌دهد")
    [line] = lines(office, office.clerk)
    search = ThreadSearch()
    for words in ("", "مي‌دهد", "میدهد", "آيين نامه", "چرا می دهد", "ماده 1", office.reviewer.name):
        search.look_for(words)
        assert search.admits(line), words
    for words in ("چرا نه", "ماده 2"):
        search.look_for(words)
        assert not search.admits(line), words


def test_a_lost_thread_waits_in_the_tray_with_its_likely_places(office: TestOffice) -> None:
    instrument = draft(office, *ARTICLES)
    lost = annotate(office, instrument, "نام متخلفان در درگاه اداره اعلام می‌شود")
    add(office, instrument, *ARTICLES[:2])
    add(office, instrument, *ARTICLES[:2], "ماده ۳- این آیین‌نامه سه ماده دارد.")
    [line] = lines(office, office.clerk)
    assert (line.placement, line.number) == (Placement.ORPHAN, 3)
    assert quotes(office, office.clerk, ThreadView.HOMELESS) == [lost.quote]
    *_, best = office.services.threads_over_all.likely_places(lost.id)
    text = office.services.drafting.revision(instrument, 3).text
    # The article of its number is offered, though none of the words are left in it.
    assert (best.path, text[best.start : best.end]) == (("ماده ۳",), "ماده ۳- این آیین‌نامه سه ماده دارد.")
    assert best.words[best.first : best.last] == text[best.start : best.end]
    office.services.annotations.attach(office.clerk, lost.id, line.version, 3, best.start, best.end)
    assert quotes(office, office.clerk, ThreadView.HOMELESS) == []
    with pytest.raises(NotFoundError):
        office.services.threads_over_all.likely_places(4711)
