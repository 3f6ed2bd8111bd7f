"""Asks about uncertain pairs: finds candidates, shows the questions, and keeps the answers as pins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.comparison.result import RewrittenPair, SideName
from desktop_app.wording import fill, translate
from ui.actions import make_action
from ui.comparison.page import ComparisonPage
from ui.comparison.pinning import Pinning
from ui.comparison.question_page import QuestionPage
from ui.comparison.question_sources import (
    Answer,
    Question,
    answers_of,
    load_questions,
    waiting_questions,
)
from ui.comparison.question_words import QuestionWords
from ui.comparison.sources import Loaded
from ui.jobs import Job, run, show_error
from ui.widgets.comparison_view.labels import uncertain_pair
from ui.workplace import Workplace

if TYPE_CHECKING:
    from desktop_app.services import ComparisonServices


class Asking(QObject):
    """Owns the page of questions. After an answer the texts are compared again, and the next question is shown."""

    #: A message that has no undo.
    done = Signal(str, object)
    #: Whether the page of questions is to be shown or left.
    page_wanted = Signal(bool)
    #: The comparison has to be repeated.
    again_wanted = Signal()

    def __init__(
        self,
        owner: QWidget,
        workplace: Workplace[ComparisonServices],
        page: ComparisonPage,
        pinning: Pinning,
    ) -> None:
        super().__init__(owner)
        self._owner, self._workplace, self._comparison_page, self._pinning = owner, workplace, page, pinning
        self.page = QuestionPage()
        self.questions: tuple[Question, ...] = ()
        self._loaded: Loaded | None = None
        self._words: QuestionWords | None = None
        self._job: Job | None = None
        self._at: int | None = None
        #: Where in OLD the answered article starts, while the texts are compared again.
        self._answered: int | None = None
        self.commands = [make_action(page, translate("Comparison", "Uncertain pairs"), self.ask, key="Q")]
        page.view.menu_additions.append(self._add_to_menu)
        page.view.question_requested.connect(self._on_tag)
        for section in (page.questions, self.page.section):
            section.chosen.connect(self._on_chosen)
        self.page.answered.connect(self._on_answered)
        self.page.stepped.connect(self._on_stepped)
        self.page.place_wanted.connect(self.look)
        self.page.pins_wanted.connect(self._on_pins_wanted)
        self.page.again_wanted.connect(self._on_again)
        self.page.changes.change_chosen.connect(self._on_change)
        self.page.closed.connect(self.close)
        pinning.waiting.connect(self.page.notice.say)
        pinning.refused.connect(self.stay)

    @property
    def shown(self) -> bool:
        """Whether a question is shown."""
        return self._at is not None

    def show_loaded(self, loaded: Loaded | None) -> None:
        """Switches to another comparison, whose candidates are searched on a worker thread."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if loaded is None or self._loaded is None or loaded.source != self._loaded.source:
            self._answered = None
        self._loaded, self._at = loaded, None
        self._words = None if loaded is None else QuestionWords(loaded, self._workplace.actor.person_id)
        self.questions = () if loaded is None else waiting_questions(loaded)
        self._show_rows()
        if loaded is None or not self.questions:
            return
        self._search(loaded)

    def _search(self, loaded: Loaded) -> None:
        services = self._workplace.services

        def on_found(found: tuple[Question, ...]) -> None:
            self._job = None
            if self._loaded is loaded:
                self.questions = found
                self._show_rows()
                if self._at is not None:
                    self._show()

        def on_error(error: Exception) -> None:
            self._job = None
            show_error(self._owner, error)
            if self._loaded is loaded and self._at is not None:
                self.page.show_failed()

        self._job = run(self._owner, lambda: load_questions(services, loaded), on_found, on_error)

    def go_on(self) -> None:
        """Shows the next question if an answer had the texts compared again; after the last one, says so."""
        answered, self._answered = self._answered, None
        if answered is None:
            return
        self.page.rest()
        if self.questions:
            starts = [question.pair.old[0] for question in self.questions]
            self.open(next((at for at, start in enumerate(starts) if start > answered), 0))
        else:
            self._comparison_page.notices.pin.say(
                translate(
                    "Comparison", "No uncertain pair is left. The answers are pinned above the changes."
                )
            )

    def ask(self) -> None:
        """Opens the question of the current change, or the first one."""
        if not self.questions:
            self.done.emit(translate("Comparison", "No pair of this comparison is uncertain."), None)
            return
        pair = self._current_pair()
        self._open_pair(pair if pair is not None else self.questions[0].pair)

    def open(self, number: int) -> None:
        """Shows a question, from 0."""
        self._at = number
        self.page.show_changes(self._comparison_page.list)
        self._show()
        self.page_wanted.emit(True)
        self.page.focus_question()

    def close(self) -> None:
        """Returns to the comparison, at the article of the question."""
        if self._at is None:
            return
        pair = self.questions[self._at].pair
        self._leave()
        self._comparison_page.go_to(*_place(pair))

    def look(self, side: SideName, at: int) -> None:
        """Returns to the comparison, at a place of one side."""
        self._leave()
        self._comparison_page.go_to(side, at)
        self._comparison_page.view.show_place(side, at)

    def stay(self) -> None:
        """Lets the reader answer again, after an answer was not kept or the texts not compared."""
        self._answered = None
        self.page.rest()

    def put_away(self) -> None:
        """Leaves the questions, and shows the comparison as it was."""
        if self._at is not None:
            self._leave()

    def _leave(self) -> None:
        self._at = None
        self.page_wanted.emit(False)

    def _show(self) -> None:
        assert self._loaded is not None
        assert self._words is not None
        assert self._at is not None
        question = self.questions[self._at]
        if question.candidates is None and self._job is None:
            # The search had failed.
            self._search(self._loaded)
        self.page.show_question(self._loaded, self._words, question, self._at, len(self.questions))

    def _show_rows(self) -> None:
        answers = () if self._loaded is None else answers_of(self._loaded)
        for section in (self._comparison_page.questions, self.page.section):
            section.show_rows(self._words, self.questions, answers)

    def _on_chosen(self, about: Question | Answer) -> None:
        if isinstance(about, Question):
            self._open_pair(about.pair)
        elif about.same:
            self.look("new", about.news[0].start)
        else:
            self.look("old", about.old.start)

    def _on_tag(self, entry: int) -> None:
        assert self._loaded is not None
        self._open_pair(self._loaded.comparison.uncertain_by_entry[entry])

    def _open_pair(self, pair: RewrittenPair) -> None:
        self.open(next(at for at, question in enumerate(self.questions) if question.pair == pair))

    def _on_stepped(self, step: int) -> None:
        if self._at is not None and 0 <= self._at + step < len(self.questions):
            self.open(self._at + step)

    def _on_pins_wanted(self) -> None:
        self._leave()
        if self._comparison_page.structure.isHidden():
            self._comparison_page.toggle(self._comparison_page.structure)

    def _on_again(self) -> None:
        if self._at is not None:
            self._answered = self.questions[self._at].pair.old[0] - 1
            self.page.wait()
            self.again_wanted.emit()

    def _on_change(self, change: int) -> None:
        self._leave()
        self._comparison_page.view.select_change(change)

    def _on_answered(self, number: int) -> None:
        """Pins the candidate with this number as the same article; with -1, all candidates as other ones."""
        loaded, words = self._loaded, self._words
        if loaded is None or words is None or self._at is None:
            return
        question = self.questions[self._at]
        candidates = question.candidates or ()
        chosen = candidates if number < 0 else candidates[number : number + 1]
        old = words.place("old", question.pair.old[0])
        news = [place for one in chosen if (place := words.place("new", one.new[0])) is not None]
        if old is None or not news:
            return
        sentence = ""
        if number < 0:
            template = translate(
                "Comparison", "“{old}” is none of the {n} articles that were shown, for your colleagues too."
            )
            if len(news) > 1:
                sentence = fill(template, old=words.old_name(old.start), n=len(news))
        if self._pinning.pin([(old, new) for new in news], same=number >= 0, sentence=sentence):
            self._answered = old.start
            self.page.wait()

    def _current_pair(self) -> RewrittenPair | None:
        reading = self._comparison_page.view.reading
        if reading is None or reading.current is None:
            return None
        return uncertain_pair(reading.comparison, reading.changes[reading.current].entries)

    def _add_to_menu(self, menu: QMenu) -> None:
        pair = self._current_pair()
        if pair is not None:
            menu.addAction(translate("Comparison", "Decide about this uncertain pair"), self.ask)


def _place(pair: RewrittenPair) -> tuple[SideName, int]:
    return ("new", pair.new[0]) if pair.paired else ("old", pair.old[0])
