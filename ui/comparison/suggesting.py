"""Connects the page of suggested wordings with the choices for the next revision and the service."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.instruments.comments.review import PublicDemand, demand_for
from desktop_app.instruments.drafting.coming_text import ComingText
from desktop_app.instruments.drafting.composition_choices import CompositionChoices
from desktop_app.instruments.drafting.suggesting import Acceptance
from desktop_app.instruments.drafting.suggestions import SuggestedWording, suggestions_of
from desktop_app.instruments.drafting.suggestions_shown import SuggestionsShown
from desktop_app.instruments.vocabulary import ThreadKind
from desktop_app.staff.accounts import PersonRow
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import revision_name
from ui.actions import make_action
from ui.annotations.placed import PlacedThread
from ui.comparison.building_state import why_not
from ui.comparison.choices import KeptChoices
from ui.comparison.sources import Loaded
from ui.comparison.suggestion_page import SuggestionPage
from ui.jobs import run, show_error
from ui.workplace import Workplace

if TYPE_CHECKING:
    from desktop_app.services import ComparisonServices


class SuggestionDesk(QObject):
    """Shows the suggestions of the newer revision in its text, and keeps what is decided."""

    done = Signal(str, object)
    page_wanted = Signal(bool)
    #: Threads were changed, so that they have to be loaded again.
    changed = Signal()

    def __init__(
        self, owner: QWidget, workplace: Workplace[ComparisonServices], choices: KeptChoices
    ) -> None:
        super().__init__(owner)
        self._owner, self._workplace, self._choices = owner, workplace, choices
        self.page = SuggestionPage(workplace.unfinished)
        self.active = False
        self._loaded: Loaded | None = None
        self._accepted: dict[int, Acceptance] = {}
        #: Whether the next open suggestion is shown as soon as the threads are loaded again.
        self._goes_on = False
        #: Whether a reply is on its way: it is not sent twice.
        self._sending = False
        self.command = make_action(
            owner, translate("Comparison", "Suggested wordings in the text"), self.open, key="G"
        )
        page = self.page
        page.accepted.connect(self._on_accepted)
        page.refused.connect(self._on_refused)
        page.preferred.connect(self._on_preferred)
        page.written.connect(self._on_written)
        page.taken_back.connect(self._on_taken_back)
        page.talk.replied.connect(self._on_replied)
        page.closed.connect(self.leave)
        choices.changed.connect(self._on_choices)

    def show_loaded(self, loaded: Loaded | None) -> None:
        """Switches to another comparison."""
        self.leave()
        self._loaded, self._accepted = loaded, {}

    def show_threads(self, threads: tuple[PlacedThread, ...]) -> None:
        """Shows threads that were loaded again."""
        if self._loaded is not None:
            self._loaded = replace(self._loaded, threads=threads)
            if self.active:
                self._show()
                if self._goes_on:
                    self._goes_on = False
                    self._next()

    def open(self) -> None:
        """Opens the page, or says why nothing can be decided here."""
        reason = why_not(self._loaded)
        if reason:
            self.done.emit(reason, None)
            return
        self.active = True
        self._show(afresh=True)
        self.page_wanted.emit(True)
        self.page.pane.setFocus()
        self._read_accepted()
        self._read_demand()
        run(self._owner, self._workplace.services.accounts.all, self._on_staff)

    def leave(self) -> None:
        """Returns to the comparison."""
        if self.active:
            self.active = False
            self.page.card.end()
            self.page_wanted.emit(False)

    def _show(self, *, afresh: bool = False) -> None:
        loaded = self._loaded
        if loaded is None or loaded.instrument is None:
            return
        every = tuple(self._with_acceptance(one) for one in self._suggestions(loaded))
        text = ComingText(loaded.comparison, CompositionChoices(), every, changes=False)
        coming = revision_name(loaded.instrument.revisions[-1].number + 1)
        shown = SuggestionsShown(
            every, text.blocks(), loaded.comparison.new.body, loaded.new.name, coming, loaded.title
        )
        self.page.show_suggestions(shown, afresh=afresh)

    def _suggestions(self, loaded: Loaded) -> tuple[SuggestedWording, ...]:
        rows = [
            one.row if one.side != "old" else replace(one.row, start=None, end=None) for one in loaded.threads
        ]
        return suggestions_of(rows, self._choices.taken.threads)

    def _with_acceptance(self, one: SuggestedWording) -> SuggestedWording:
        found = self._accepted.get(one.thread_id)
        if found is None or one.decided_at is not None or one.thread_id not in self._choices.taken.threads:
            return one
        return replace(one, decided_by=found.by, decided_at=found.at)

    def _read_accepted(self) -> None:
        pair, service = self._choices.pair, self._workplace.services.suggesting
        if pair is None:
            return

        def on_read(found: Sequence[Acceptance]) -> None:
            self._accepted = {one.thread_id: one for one in found}
            if self.active:
                self._show()

        run(self._owner, lambda: service.accepted(*pair), on_read)

    def _read_demand(self) -> None:
        """Counts the comments of the public on the place of each suggestion."""
        loaded, pair, services = self._loaded, self._choices.pair, self._workplace.services
        if loaded is None or pair is None:
            return
        placed = [(one.thread_id, one.place) for one in self._suggestions(loaded) if one.place is not None]
        text, (instrument, _old, number) = loaded.comparison.new.text, pair

        def read() -> dict[int, PublicDemand]:
            comments = services.comments.of_instrument(instrument)
            found = demand_for(text, comments, number, [place for _thread, place in placed])
            return {thread: one for (thread, _place), one in zip(placed, found, strict=True) if one.about}

        def on_read(demand: dict[int, PublicDemand]) -> None:
            if self._choices.pair == pair:
                self.page.show_demand(demand)

        run(self._owner, read, on_read)

    def _on_staff(self, people: Sequence[PersonRow]) -> None:
        mine = self._workplace.actor.person_id
        staff = ((row.id, row.full_name) for row in people if row.active and row.id != mine)
        self.page.talk.offer_staff(tuple(staff))

    def _on_replied(self, thread: int, text: str) -> None:
        pair, form = self._choices.pair, self.page.talk.form
        if pair is None or form is None or self._sending:
            return
        self._sending = True
        service, actor, mentions = (
            self._workplace.services.annotations,
            self._workplace.actor,
            form.text.mentions(),
        )

        def on_done(_row: object) -> None:
            self._sending = False
            self.page.talk.forget(thread, text)
            self.changed.emit()

        def on_error(error: Exception) -> None:
            self._sending = False
            show_error(self._owner, error)

        run(self._owner, lambda: service.reply(actor, thread, pair[2], text, mentions), on_done, on_error)

    def _on_choices(self) -> None:
        if self.active:
            self._show()
            if not self._choices.busy:
                self._read_accepted()

    def _threads(self, ids: Sequence[int]) -> list[tuple[int, int]]:
        shown = self.page.shown.suggestions if self.page.shown is not None else ()
        return [
            (one.thread_id, one.version) for one in shown if one.thread_id in ids and one.decided_at is None
        ]

    def _next(self) -> None:
        """Goes to the next open suggestion after a decision."""
        shown = self.page.shown
        waiting = [one.thread_id for one in shown.suggestions if one.waits] if shown is not None else []
        if waiting:
            order = [one.thread_id for one in shown.suggestions] if shown is not None else []
            at = order.index(self.page.current) if self.page.current in order else 0
            later = [one for one in order[at:] if one in waiting]
            self.page.go_to((later or waiting)[0])

    def _on_accepted(self, ids: object) -> None:
        assert isinstance(ids, list)
        before = self._choices.taken
        new = [one for one in ids if one not in before.threads]
        self._choices.take(replace(before, threads=(*before.threads, *new)))
        self._next()
        said = fill(translate("Comparison", "{n} suggestions were accepted."), n=digits(len(ids)))
        if len(ids) == 1:
            said = translate("Comparison", "The suggestion was accepted; it comes into the next revision.")
        self.done.emit(said, lambda: self._give_back(ids))

    def _give_back(self, ids: Sequence[int]) -> None:
        taken = self._choices.taken
        self._choices.take(replace(taken, threads=tuple(one for one in taken.threads if one not in ids)))

    def _on_refused(self, ids: object, reason: str) -> None:
        assert isinstance(ids, list)
        self._refuse(ids, reason)

    def _refuse(self, ids: list[int], reason: str, accepted: int | None = None) -> None:
        """Closes suggestions; with `accepted`, the one that was accepted instead, the undo gives that back too."""
        service, actor, threads = (
            self._workplace.services.suggesting,
            self._workplace.actor,
            self._threads(ids),
        )
        self._give_back_quietly(ids)

        def on_done(_nothing: None) -> None:
            self._goes_on = True
            self.changed.emit()
            said = fill(translate("Comparison", "{n} suggestions were refused."), n=digits(len(ids)))
            if accepted is not None:
                words = translate("Comparison", "One suggestion was accepted, {n} closed as conflicting.")
                said = fill(words, n=digits(len(ids)))
            elif len(ids) == 1:
                said = translate("Comparison", "The suggestion was refused; its author reads why.")
            self.done.emit(said, lambda: self._open_again(ids, accepted))

        run(self._owner, lambda: service.refuse(actor, threads, reason), on_done)

    def _give_back_quietly(self, ids: Sequence[int]) -> None:
        if set(ids) & set(self._choices.taken.threads):
            self._give_back(ids)

    def _open_again(self, ids: Sequence[int], accepted: int | None = None) -> None:
        if accepted is not None:
            self._give_back([accepted])
        service, actor = self._workplace.services.suggesting, self._workplace.actor
        run(self._owner, lambda: service.take_back(actor, ids), lambda _nothing: self.changed.emit())

    def _on_preferred(self, chosen: int, others: object) -> None:
        assert isinstance(others, list)
        if not chosen:
            reason = translate("Comparison", "None of the conflicting suggestions was accepted.")
            self._refuse(others, reason)
            return
        shown = self.page.shown
        author = next((o.author for o in shown.suggestions if o.thread_id == chosen), "") if shown else ""
        words = translate("Comparison", "Conflicts with the accepted suggestion of {who}.")
        reason = fill(words, who=author)
        taken = self._choices.taken
        kept = tuple(one for one in taken.threads if one not in others)
        self._choices.take(replace(taken, threads=tuple(dict.fromkeys((*kept, chosen)))))
        self._refuse(others, reason, accepted=chosen)

    def _on_written(self, ids: object, words: str) -> None:
        """Keeps a wording of one's own as a suggestion, accepts it, and closes those that it replaces."""
        assert isinstance(ids, list)
        pair, shown = self._choices.pair, self.page.shown
        rivals = [one for one in shown.suggestions if one.thread_id in ids and one.place] if shown else []
        if pair is None or not rivals:
            return
        start = min(one.place[0] for one in rivals if one.place)
        end = max(one.place[1] for one in rivals if one.place)
        service, actor = self._workplace.services.annotations, self._workplace.actor
        instrument, _old, new = pair

        def on_made(row: object) -> None:
            number = row.id  # type: ignore[attr-defined]
            taken = self._choices.taken
            kept = tuple(one for one in taken.threads if one not in ids)
            self._choices.take(replace(taken, threads=(*kept, number)))
            self._refuse(ids, translate("Comparison", "Another wording was accepted."), accepted=number)

        run(
            self._owner,
            lambda: service.annotate(actor, instrument, new, start, end, ThreadKind.SUGGESTION, words),
            on_made,
        )

    def _on_taken_back(self, thread: int) -> None:
        if thread in self._choices.taken.threads:
            self._give_back([thread])
        else:
            self._open_again([thread])
