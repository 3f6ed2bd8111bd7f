"""Connects the comparison view and the list of threads with the annotation service."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.comparison.result import SideName
from desktop_app.instruments.annotations.service import ThreadRow
from desktop_app.instruments.vocabulary import ThreadKind, ThreadStatus
from desktop_app.persian.dates import day_and_month, tehran_day
from desktop_app.staff.accounts import PersonRow
from desktop_app.wording import translate
from ui.comparison.sources import Loaded, PlacedThread, RevisionPair, load_threads
from ui.comparison.targets import Target, targets_of_change, targets_of_selection
from ui.comparison.thread_box import outcome_menu
from ui.comparison.thread_changes import ThreadChanges
from ui.comparison.thread_words import is_asked
from ui.comparison.threads_panel import ThreadsPanel
from ui.jobs import run
from ui.widgets.comparison_view import CardReply, ComparisonView, MarginCard
from ui.widgets.comparison_view.marks import side_text
from ui.workplace import Workplace

if TYPE_CHECKING:
    from desktop_app.services import ComparisonServices


class Annotating(QObject):
    """Keeps cards and list in sync with the database. `owner` shows the errors of its jobs."""

    #: Emits the number of open threads.
    open_count_changed = Signal(int)
    #: Emits the threads after they were loaded again.
    threads_changed = Signal(object)
    #: Emits a message about what was done, and its undo (a callable, or None).
    done = Signal(str, object)

    def __init__(
        self,
        owner: QObject,
        workplace: Workplace[ComparisonServices],
        view: ComparisonView,
        panel: ThreadsPanel,
    ) -> None:
        super().__init__(owner)
        self._workplace, self._view, self._panel = workplace, view, panel
        self.changes = ThreadChanges(workplace, panel, self)
        self.changes.changed.connect(self.reload)
        self.changes.done.connect(self.done)
        self._loaded: Loaded | None = None
        view.annotation_requested.connect(self.begin)
        view.thread_opened.connect(self.open_thread)
        view.thread_resolve_requested.connect(self._offer_outcomes)
        panel.thread_chosen.connect(self._on_chosen)
        panel.attach_wanted.connect(self._attach_selection)
        panel.candidate_shown.connect(self._show_candidate)
        panel.annotation_written.connect(self._save)
        panel.composer.brought_back.connect(panel.show)
        panel.composer.put_away.connect(self._on_put_away)
        panel.composer.target_changed.connect(self._show_target)
        panel.objection_wanted.connect(self.next_objection)
        panel.closed.connect(panel.hide)
        panel.hidden.connect(self._on_hidden)

    def show_loaded(self, loaded: Loaded | None) -> None:
        """Shows the threads of another comparison; files have none."""
        self._loaded = loaded
        self._panel.comparison = loaded.comparison if loaded is not None else None
        self._show(loaded.threads if loaded is not None else (), None)
        if loaded is None or loaded.instrument is None:
            self._panel.hide()
        else:
            accounts = self._workplace.services.accounts
            run(self, accounts.all, self._on_staff)
            if any(is_asked(placed) for placed in loaded.threads):
                # Otherwise the person would not see the pending choice.
                self._panel.show()
        title = loaded.title if loaded is not None else ""
        self._panel.composer.stand_on(title, self._pair() or (), self._panel.comparison)

    def begin(self, side: SideName, start: int, end: int) -> None:
        """Opens the form for a new thread on the selection, or else on the current change.

        Other targets (the whole provision, the deleted text) can be chosen in the form.
        """
        if self._pair() is None or self._loaded is None:
            self._say(translate("Comparison", "Files from disk can't be annotated: they are not kept."))
            return
        comparison = self._loaded.comparison
        if self._view.selection() == (side, start, end):
            found = targets_of_selection(comparison, side, start, end)
        else:
            found = targets_of_change(comparison, side, start)
        if not found:
            if (comparison.old if side == "old" else comparison.new).body_end <= start:
                said = translate(
                    "Comparison",
                    "Footnotes and other parts beside the text can't be annotated; annotate the place.",
                )
                self._say(said)
            return
        self._panel.show()
        self._panel.composer.open_for(
            [(target, side_text(comparison, target.side)[target.start : target.end]) for target in found]
        )

    def open_thread(self, thread: int) -> None:
        """Shows the list and opens a thread in it, with the focus ready for a reply."""
        self._panel.show()
        self._panel.choose(thread)

    def next_objection(self) -> None:
        """Opens the open objection after the opened thread, in the order of the list; at the end the first one."""
        found = self._panel.objections
        if not found:
            self._say(translate("Comparison", "No objection is open."))
            return
        self._panel.show()
        later = found[found.index(self._panel.active) + 1 :] if self._panel.active in found else ()
        self._on_chosen((later or found)[0])

    def toggle_list(self) -> None:
        """Shows or hides the list of threads; files have none."""
        if self._loaded is not None and self._loaded.instrument is not None:
            self._panel.setVisible(self._panel.isHidden())

    def reload(self) -> None:
        """Reloads the threads; typed text is kept."""
        pair = self._pair()
        if pair is None:
            return
        services, active = self._workplace.services, self._panel.active
        instrument, old, new = pair
        run(
            self,
            lambda: load_threads(services, instrument, old, new),
            lambda threads: self._show(threads, active),
        )

    def _save(self, kind: str, text: str) -> None:
        pair, target = self._pair(), self._panel.composer.target
        if pair is None or target is None:
            return
        instrument, old, new = pair
        number = old if target.side == "old" else new
        service, actor, chosen = self._workplace.services.annotations, self._workplace.actor, ThreadKind(kind)
        run(
            self,
            lambda: service.annotate(
                actor, instrument, number, target.start, target.end, chosen, text, about=target.about
            ),
            self._on_saved,
        )

    def _on_saved(self, row: ThreadRow) -> None:
        self._panel.composer.forget()
        self._panel.active = row.id
        self._view.set_active_thread(row.id)
        self._view.setFocus()
        self._say(translate("Comparison", "The annotation was saved."))
        self.reload()

    def _attach_selection(self, thread: int) -> None:
        chosen = self._view.selection()
        if chosen is None or chosen[0] != "new":
            self._say(translate("Comparison", "Select the words in the newer revision first."))
            return
        self.changes.attach(thread, chosen[1], chosen[2])

    def _on_chosen(self, thread: int) -> None:
        self._panel.choose(thread)
        self._view.set_active_thread(thread, scroll=True)

    def _show_candidate(self, start: int, end: int) -> None:
        self._view.show_place("new", start)
        self._view.select_text("new", start, end)

    def _show_target(self, target: Target) -> None:
        """Selects the target of the form in the text."""
        self._view.show_place(target.side, target.start)
        self._view.select_text(target.side, target.start, target.end)

    def _on_put_away(self) -> None:
        self._view.setFocus()

    def _on_hidden(self) -> None:
        if self._view.isVisible():
            self._view.setFocus()

    def _on_staff(self, people: Sequence[PersonRow]) -> None:
        mine = self._workplace.actor.person_id
        active = [(row.id, row.full_name) for row in people if row.active]
        self._panel.staff = tuple(sorted(active, key=lambda person: person[0] != mine))

    def _say(self, words: str) -> None:
        self.done.emit(words, None)

    def _offer_outcomes(self, thread: int) -> None:
        menu = outcome_menu(self._view, lambda code: self.changes.resolve(thread, code))
        menu.popup(self._view.cursor().pos())

    def _show(self, threads: Iterable[PlacedThread], active: int | None) -> None:
        shown = tuple(threads)
        self._panel.show_threads(shown, active)
        self._view.set_cards([card for placed in shown if (card := card_of(placed)) is not None])
        if self._pair() is None:
            return
        self.threads_changed.emit(shown)
        self.open_count_changed.emit(sum(placed.row.status is ThreadStatus.OPEN for placed in shown))

    def _pair(self) -> tuple[int, int, int] | None:
        """Returns the instrument id and both revision numbers; None for files."""
        source = self._loaded.source if self._loaded is not None else None
        if not isinstance(source, RevisionPair) or source.old is None or source.new is None:
            return None
        return source.instrument_id, source.old, source.new


def card_of(placed: PlacedThread) -> MarginCard | None:
    """Returns the margin card of a thread, None for one without a place."""
    row = placed.row
    if placed.side is None or not row.messages:
        return None
    first, *replies = row.messages
    return MarginCard(
        row.id,
        placed.side,
        placed.start,
        placed.end,
        row.kind.value,
        row.author_name,
        day_and_month(tehran_day(row.created_at)),
        first.text,
        tuple(CardReply(m.author_name, day_and_month(tehran_day(m.at)), m.text) for m in replies),
        row.status is ThreadStatus.RESOLVED,
    )
