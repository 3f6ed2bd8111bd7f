"""Two persons at one annotation, in any order, with a database that is away at times: no typed word is lost."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import event

from desktop_app.errors import ConflictError, RuleError
from desktop_app.instruments.annotations.service import ThreadRow
from desktop_app.instruments.vocabulary import ThreadOutcome, ThreadStatus
from tests.department import TestOffice
from tests.ui.annotating import annotate, gallery, rows, screen, select, show  # noqa: F401
from tests.ui.keyboard import CONTROL, press, type_text
from ui import jobs
from ui.comparison.screen import ComparisonScreen

_STEPS = 14


@contextmanager
def away(office: TestOffice) -> Iterator[None]:
    """Another program holds the file, and whoever waits for it is soon tired."""
    database = office.services.database

    def soon_tired(raw: sqlite3.Connection, *_: object) -> None:
        raw.execute("PRAGMA busy_timeout=20")

    event.listen(database.engine, "checkout", soon_tired)
    other = sqlite3.connect(str(database.url.database), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()
        event.remove(database.engine, "checkout", soon_tired)


class Two:
    """The window of one person, and a colleague who acts on the same thread."""

    def __init__(self, screen: ComparisonScreen, office: TestOffice, seed: int) -> None:  # noqa: F811
        self.screen, self.office, self.chance = screen, office, random.Random(seed)
        self.instrument = gallery(office)
        self.thread = annotate(office, self.instrument, 2, "نگارخانه").id
        show(screen, self.instrument)
        screen.annotating.open_thread(self.thread)
        screen.show_error = lambda _error: None  # type: ignore[assignment,method-assign]
        self.typed: list[str] = []

    @property
    def row(self) -> ThreadRow:
        return next(row for row in rows(self.office, self.instrument, 2) if row.id == self.thread)

    def field(self) -> str:
        reply = self.screen.page.threads.boxes[self.thread].reply
        return reply.toPlainText() if reply is not None else ""

    def write(self) -> None:
        reply = self.screen.page.threads.boxes[self.thread].reply
        if reply is None:
            return
        word = f"واژه{len(self.typed)} "
        reply.setFocus()
        type_text(reply, word)
        self.typed.append(word.strip())

    def send(self) -> None:
        """Sends by key: a reply, or to a closed thread its reopening; words typed on the way are later ones."""
        reply = self.screen.page.threads.boxes[self.thread].reply
        if reply is not None:
            press(reply, Qt.Key.Key_Return, CONTROL)
            if self.chance.random() < 0.5:
                self.write()

    def settle(self) -> None:
        self.screen.annotating.changes.resolve(self.thread, ThreadOutcome.ANSWERED.value)

    def send_away(self) -> None:
        with away(self.office):
            self.send()
            assert jobs.wait_all()

    def colleague(self) -> None:
        """The colleague replies, closes, reopens, labels or takes the thread; the window may not hear of it yet."""
        # The window may be first.
        with suppress(ConflictError, RuleError):
            self._act()
        if self.chance.random() < 0.7:
            self.screen.others_changed(frozenset({("thread", self.thread)}))

    def _act(self) -> None:
        annotations, row, by = self.office.services.annotations, self.row, self.office.manager
        if row.status is ThreadStatus.RESOLVED:
            annotations.reopen(by, row.id, row.version, 2)
        elif self.chance.random() < 0.5:
            annotations.resolve(by, row.id, row.version, 2, ThreadOutcome.DISMISSED)
        elif self.chance.random() < 0.5:
            annotations.reply(by, row.id, 2, "همکار")
        else:
            annotations.assign(by, row.id, row.version, 2, by.person_id if row.assignee_id is None else None)

    def found(self, word: str) -> int:
        """How often a word is in the field or in the thread."""
        texts = [self.field(), *(message.text for message in self.row.messages)]
        return sum(text.split().count(word) for text in texts)


@pytest.mark.parametrize("seed", range(4))
def test_every_word_is_in_the_field_or_in_the_thread_and_only_once(
    screen: ComparisonScreen,  # noqa: F811
    sqlite_office: TestOffice,
    seed: int,
) -> None:
    two = Two(screen, sqlite_office, seed)
    acts = [two.write, two.write, two.send, two.settle, two.colleague, two.colleague, two.send_away]
    for _ in range(_STEPS):
        two.chance.choice(acts)()
        if two.chance.random() < 0.6:
            assert jobs.wait_all()
    assert jobs.wait_all()
    assert len(two.typed) > 0
    assert {word: two.found(word) for word in two.typed} == dict.fromkeys(two.typed, 1)


def test_a_new_annotation_stays_in_its_form_while_the_database_is_away(
    screen: ComparisonScreen,  # noqa: F811
    sqlite_office: TestOffice,
) -> None:
    office, instrument = sqlite_office, gallery(sqlite_office)
    show(screen, instrument)
    trouble: list[Exception] = []
    screen.show_error = trouble.append  # type: ignore[assignment,method-assign]
    select(screen, "new", "کارگروه نظارت")
    press(screen.page.view, Qt.Key.Key_N)
    composer = screen.page.threads.composer
    type_text(composer.text, "نوشتهٔ اول")
    with away(office):
        press(composer.text, Qt.Key.Key_Return, CONTROL)
        assert jobs.wait_all()
    assert len(trouble) == 1
    assert (composer.isVisible(), composer.text.toPlainText()) == (True, "نوشتهٔ اول")
    press(composer.text, Qt.Key.Key_Return, CONTROL)
    press(composer.text, Qt.Key.Key_Return, CONTROL)
    type_text(composer.text, " و ادامه")
    assert jobs.wait_all()
    assert [row.messages[0].text for row in rows(office, instrument, 2)] == ["نوشتهٔ اول"]
    assert (composer.isVisible(), composer.text.toPlainText()) == (True, "و ادامه")
