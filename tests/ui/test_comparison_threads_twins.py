"""Annotations whose words stand in several places or in none: chosen among twins, attached again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.comparison.engine import compare_texts
from desktop_app.database.audit import history
from desktop_app.documents.document import Document
from desktop_app.instruments.vocabulary import Placement
from tests.department import TestOffice
from tests.ui.annotating import REST, annotate, draft, labels, numbered, rows, said, screen, select, show
from tests.ui.keyboard import CONTROL, click, press
from ui import jobs
from ui.annotations.candidate_list import candidates_of
from ui.comparison.screen import ComparisonScreen

__all__ = ["said", "screen"]

TWIN = "اداره موظف است ظرف سی روز کاری پاسخ دهد و نتیجه را بنویسد."
QUOTE = "ظرف سی روز کاری پاسخ دهد"


def asked(office: TestOffice) -> int:
    """A draft whose annotated article stands in two places of revision 2."""
    instrument = draft(office, numbered(REST[0], TWIN, *REST[1:]))
    annotate(office, instrument, 1, QUOTE)
    text = numbered(REST[0], REST[1], REST[2], REST[3], TWIN, REST[4], REST[5], TWIN)
    office.services.drafting.add_revision(
        office.reviewer, instrument, Document("draft.txt", text, (), "txt", "")
    )
    return instrument


def test_twins_are_listed_with_their_words_and_chosen_from_the_keyboard(
    screen: ComparisonScreen,
    sqlite_office: TestOffice,
    said: list[tuple[str, Callable[[], object] | None]],
) -> None:
    instrument = asked(sqlite_office)
    show(screen, instrument)
    assert "کدام جا مقصود است؟" in labels(screen)
    [thread] = rows(sqlite_office, instrument, 2)
    assert thread.placement is Placement.AMBIGUOUS
    screen.annotating.open_thread(thread.id)
    places = screen.page.threads.boxes[thread.id].candidates
    assert places is not None
    assert places.hasFocus()
    press(places, Qt.Key.Key_Down)
    assert places.current is not None
    assert places.current.label == "ماده ۸"
    assert QUOTE in places.current.words
    # The place under the keyboard is shown in the text.
    assert screen.page.view.selection() == ("new", places.current.start, places.current.end)
    press(places, Qt.Key.Key_Return)
    assert jobs.wait_all()
    [row] = rows(sqlite_office, instrument, 2)
    assert (row.start, row.placement) == (thread.candidates[1][0], Placement.MOVED)
    words, undo = said[-1]
    assert words == "حاشیه دوباره سر جایش است."
    assert undo is not None
    undo()
    assert jobs.wait_all()
    [row] = rows(sqlite_office, instrument, 2)
    assert (row.placement, row.candidates) == (Placement.AMBIGUOUS, thread.candidates)
    with sqlite_office.services.database.reading() as session:
        actions = [event.action for event in history(session, "thread", thread.id)]
    assert actions == ["annotated", "attached", "attaching_undone"]


def test_a_digit_or_two_clicks_choose_among_twins(
    screen: ComparisonScreen, sqlite_office: TestOffice
) -> None:
    instrument = asked(sqlite_office)
    show(screen, instrument)
    [thread] = rows(sqlite_office, instrument, 2)
    screen.annotating.open_thread(thread.id)
    QApplication.sendPostedEvents()
    places = screen.page.threads.boxes[thread.id].candidates
    assert places is not None
    click(places, places.box(1))
    assert places.current is not None
    assert places.current.start == thread.candidates[1][0]
    assert rows(sqlite_office, instrument, 2)[0].start is None
    press(places, ord("۱"), text="۱")
    assert jobs.wait_all()
    assert rows(sqlite_office, instrument, 2)[0].start == thread.candidates[0][0]


def test_the_candidates_say_where_they_stand_as_plain_text() -> None:
    old = numbered(REST[0], "متن <b>یکم</b>")
    comparison = compare_texts(old, old)
    start = old.index("<b>")
    [candidate] = candidates_of(comparison, [(start, start + 3)])
    assert candidate.label == "ماده ۲"
    assert candidate.words[candidate.first : candidate.last] == "<b>"


def test_a_lost_thread_is_attached_to_the_selection_by_keys_and_that_is_taken_back(
    screen: ComparisonScreen,
    sqlite_office: TestOffice,
    said: list[tuple[str, Callable[[], object] | None]],
) -> None:
    instrument = draft(sqlite_office, numbered(TWIN, *REST), numbered(*REST))
    lost = annotate(sqlite_office, instrument, 1, QUOTE)
    show(screen, instrument)
    assert "بی‌جا مانده‌ها" in labels(screen)
    assert "این عبارت از نسخهٔ ۲ به بعد در متن نیست." in labels(screen)
    select(screen, "new", "مدارک کامل")
    screen.annotating.open_thread(lost.id)
    box = screen.page.threads.boxes[lost.id]
    press(box.reply or box, Qt.Key.Key_U, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert jobs.wait_all()
    [row] = rows(sqlite_office, instrument, 2)
    text = sqlite_office.services.drafting.revision(instrument, 2).text
    assert text[row.start or 0 : row.end or 0] == "مدارک کامل"
    undo = said[-1][1]
    assert undo is not None
    undo()
    assert jobs.wait_all()
    assert rows(sqlite_office, instrument, 2)[0].placement is Placement.ORPHAN
    assert "بی‌جا مانده‌ها" in labels(screen)
