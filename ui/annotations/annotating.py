"""Connects the comparison view and the list of threads with the annotation service."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.comparison.result import SideName
from desktop_app.instruments.annotations.service import AnnotationSubject, ThreadRow
from desktop_app.instruments.annotations.word_form import author_words
from desktop_app.instruments.vocabulary import ThreadKind, ThreadStatus
from desktop_app.persian.dates import day_and_month, tehran_day
from desktop_app.staff.accounts import PersonRow
from desktop_app.wording import translate
from ui.annotations.placed import AnnotatedTexts, PlacedThread, in_text_order, load_threads
from ui.annotations.reply_form import outcome_menu
from ui.annotations.targets import Target, targets_of_change, targets_of_selection
from ui.annotations.thread_changes import ThreadChanges
from ui.annotations.thread_words import is_asked
from ui.annotations.threads_panel import ThreadsPanel
from ui.jobs import run, show_error
from ui.widgets.comparison_view import CardReply, ComparisonView, MarginCard
from ui.widgets.comparison_view.marks import side_text
from ui.widgets.reading_view import ReadingView
from ui.workplace import Workplace

if TYPE_CHECKING:
    from desktop_app.services import AnnotatingServices


class Annotating(QObject):
    """Keeps cards and list in sync with the database. `owner` shows the errors of its jobs."""

    #: Emits the number of open threads.
    open_count_changed = Signal(int)
    #: Emits the threads after they were loaded again.
    threads_changed = Signal(object)
    #: Emits a message about what was done, and its undo (a callable, or None).
    done = Signal(str, object)
    #: Emits the threads that are shown.
    shown = Signal(object)

    def __init__(
        self,
        owner: QObject,
        workplace: Workplace[AnnotatingServices],
        view: ComparisonView | ReadingView,
        panel: ThreadsPanel,
    ) -> None:
        super().__init__(owner)
        self._workplace, self._view, self._panel = workplace, view, panel
        self.changes = ThreadChanges(workplace, panel, self)
        self.changes.changed.connect(self.reload)
        self.changes.done.connect(self.done)
        self._loaded: AnnotatedTexts | None = None
        #: Whether a new annotation is on its way: it is not saved twice.
        self._saving = False
        view.annotation_requested.connect(self.begin)
        view.thread_opened.connect(self.open_thread)
        view.thread_resolve_requested.connect(self._offer_outcomes)
        panel.thread_chosen.connect(self._on_chosen)
        panel.attach_wanted.connect(self._attach_selection)
        panel.places_wanted.connect(self._find_places)
        panel.candidate_shown.connect(self._show_candidate)
        panel.annotation_written.connect(self._save)
        panel.composer.brought_back.connect(panel.show)
        panel.composer.put_away.connect(self._on_put_away)
        panel.composer.target_changed.connect(self._show_target)
        panel.objection_wanted.connect(self.next_objection)
        panel.closed.connect(panel.hide)
        panel.hidden.connect(self._on_hidden)

    def show_loaded(self, loaded: AnnotatedTexts | None) -> None:
        """Shows the threads of another comparison; files have none."""
        self._loaded = loaded
        self._panel.comparison = loaded.comparison if loaded is not None else None
        self._panel.likely = {}
        self._show(loaded.threads if loaded is not None else (), None)
        if loaded is None or loaded.pair is None:
            self._panel.hide()
        else:
            accounts = self._workplace.services.accounts
            run(self, accounts.all, self._on_staff)
            self._load_labels()
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
        if self._reads_one or self._view.selection() == (side, start, end):
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

    def open_at_its_place(self, thread: int) -> None:
        """Opens a thread in the list, and shows its place in the text."""
        if any(placed.row.id == thread for placed in self._panel.threads):
            self._panel.show()
            self._on_chosen(thread)

    def step(self, by: int, *, alike: bool = False, kind: ThreadKind | None = None) -> None:
        """Opens the open thread after the opened one (`by` = 1) or before it (-1), and after the last one the first.

        Only threads of one kind count: `kind`, or with `alike` that of the opened thread.
        """
        order = [thread for thread in self._panel.order if thread.row.status is ThreadStatus.OPEN]
        numbers = [thread.row.id for thread in order]
        at = numbers.index(self._panel.active) if self._panel.active in numbers else None
        wanted = kind if kind is not None else (order[at].row.kind if alike and at is not None else None)
        start = at if at is not None else (-1 if by > 0 else 0)
        for offset in range(1, len(order) + 1):
            thread = order[(start + by * offset) % len(order)]
            if wanted is None or thread.row.kind is wanted:
                self._panel.show()
                self._on_chosen(thread.row.id)
                return
        self._say(translate("Comparison", "No such annotation is open."))

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
        if self._pair() is not None:
            self._panel.setVisible(self._panel.isHidden())

    def reload(self) -> None:
        """Reloads the threads; typed text is kept."""
        pair = self._pair()
        if pair is None:
            return
        services = self._workplace.services
        instrument, old, new = pair
        run(
            self,
            lambda: load_threads(services, instrument, old, new),
            lambda threads: self._on_reloaded(pair, threads),
        )
        self._load_labels()

    def _on_reloaded(self, pair: tuple[int, int, int], threads: tuple[PlacedThread, ...]) -> None:
        # Another comparison may have been opened meanwhile, and another thread of this one.
        if self._pair() == pair:
            self._show(threads, self._panel.active)

    def _load_labels(self) -> None:
        annotations = self._workplace.services.annotations
        run(self, annotations.labels, self._panel.show_labels)

    def _save(self, kind: str, text: str) -> None:
        pair, target = self._pair(), self._panel.composer.target
        if pair is None or target is None or self._saving:
            return
        self._saving = True
        instrument, old, new = pair
        number = old if target.side == "old" else new
        service, actor, chosen = self._workplace.services.annotations, self._workplace.actor, ThreadKind(kind)
        mentions = self._panel.composer.text.mentions()
        run(
            self,
            lambda: service.annotate(
                actor, instrument, number, target.start, target.end, chosen, text, about=target.about,
                mentions=mentions,
            ),
            lambda row: self._on_saved(row, text),
            self._on_not_saved,
        )  # fmt: skip

    def _on_not_saved(self, error: Exception) -> None:
        self._saving = False
        show_error(self, error)

    def _on_saved(self, row: ThreadRow, sent: str) -> None:
        self._saving = False
        self._panel.composer.forget(sent)
        self._panel.active = row.id
        self._view.set_active_thread(row.id)
        if self._panel.composer.isHidden():
            self._view.setFocus()
        self._say(translate("Comparison", "The annotation was saved."))
        self.reload()

    def _attach_selection(self, thread: int) -> None:
        chosen = self._view.selection()
        if chosen is None or chosen[0] != "new":
            self._say(translate("Comparison", "Select the words in the newer revision first."))
            return
        self.changes.attach(thread, chosen[1], chosen[2])

    def _find_places(self, thread: int) -> None:
        """Searches the newer text for places where a lost thread may belong."""
        placed = next((placed for placed in self._panel.threads if placed.row.id == thread), None)
        loaded = self._loaded
        if placed is None or loaded is None:
            return
        text, row = loaded.comparison.new.text, placed.row

        def search() -> tuple[tuple[int, int], ...]:
            from desktop_app.comparison.likely_places import likely_places  # noqa: PLC0415 - rapidfuzz

            return likely_places(text, row.quote, row.path)

        run(self, search, lambda places: self._panel.show_likely(thread, places))

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
        self._panel.show_staff(people, self._workplace.actor.person_id)

    def _say(self, words: str) -> None:
        self.done.emit(words, None)

    def _offer_outcomes(self, thread: int) -> None:
        menu = outcome_menu(self._view, lambda code: self.changes.resolve(thread, code))
        menu.popup(self._view.cursor().pos())

    def _show(self, threads: Iterable[PlacedThread], active: int | None) -> None:
        comparison = self._loaded.comparison if self._loaded is not None else None
        shown = in_text_order(threads, comparison)
        self._panel.show_threads(shown, active)
        self._view.set_cards([card for placed in shown if (card := card_of(placed)) is not None])
        self.shown.emit(shown)
        if self._pair() is None:
            return
        self.threads_changed.emit(shown)
        self.open_count_changed.emit(sum(placed.row.status is ThreadStatus.OPEN for placed in shown))

    @property
    def _reads_one(self) -> bool:
        """Whether one revision is read, which has no changes."""
        pair = self._pair()
        return pair is not None and pair[1] == pair[2]

    def _pair(self) -> tuple[int, int, int] | None:
        """Returns the instrument id and both revision numbers; None for files."""
        return self._loaded.pair if self._loaded is not None else None


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
        author_words(first),
        day_and_month(tehran_day(row.created_at)),
        first.text,
        tuple(CardReply(author_words(m), day_and_month(tehran_day(m.at)), m.text) for m in replies),
        row.status is ThreadStatus.RESOLVED,
        row.about is AnnotationSubject.PROVISION,
    )
