"""Builds the next revision: the stored choices, their preview, and saving the result as a revision."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.comparison.composing import only_renumbered
from desktop_app.comparison.result import Comparison, SideName
from desktop_app.instruments.drafting.composing import CompositionPreview
from desktop_app.instruments.drafting.review_marks import ChangeKey
from desktop_app.instruments.drafting.service import InstrumentDetail
from desktop_app.persian.dates import clock_time, day_and_month, tehran_day
from desktop_app.persian.digits import in_own_direction
from desktop_app.progress import Progress
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import revision_name
from ui.actions import make_action
from ui.annotations.placed import PlacedThread
from ui.comparison.building_panel import BuildingPanel, trouble_words
from ui.comparison.building_state import BuildingState, building_state, why_not
from ui.comparison.choices import KeptChoices
from ui.comparison.coming import Coming
from ui.comparison.reviewed_view import ReviewedView
from ui.comparison.sources import Loaded
from ui.comparison.suggesting import SuggestionDesk
from ui.jobs import run, show_error
from ui.signals import ID
from ui.widgets.comparison_view import ChangeKind
from ui.workplace import Workplace

if TYPE_CHECKING:
    from desktop_app.services import ComparisonServices


class Building(QObject):
    """Connects the view, the panel and the service."""

    #: An action was done or refused: the message, and a function to undo it or None.
    done = Signal(str, object)
    #: Building began or ended.
    switched = Signal(bool)
    #: The choices changed.
    changed = Signal()
    #: The composed text, compared with one of the two revisions: comparison, name of the base, name of the
    #: result.
    previewed = Signal(object, str, str)
    #: A revision was saved: the id of the instrument, and the numbers of the previous and the new revision.
    saved = Signal(ID, ID, int)

    def __init__(
        self,
        owner: QWidget,
        workplace: Workplace[ComparisonServices],
        view: ReviewedView,
        panel: BuildingPanel,
    ) -> None:
        super().__init__(owner)
        self._owner, self._workplace, self._view, self._panel = owner, workplace, view, panel
        self._loaded: Loaded | None = None
        self.choices = KeptChoices(owner, workplace)
        self.choices.changed.connect(self._on_choices)
        self.choices.settled.connect(self._on_settled)
        self.choices.refused.connect(self._on_refused)
        self.active = False
        #: A summary that was confirmed while the latest choice was still being written.
        self._to_save: str | None = None
        self.commands = [
            make_action(owner, translate("Comparison", "Build the next revision"), self.toggle, key="B"),
            make_action(
                owner, translate("Comparison", "Take the old wording"), lambda: self._choose_current("old"),
                key="Ctrl+Right", everywhere=True,
            ),
            make_action(
                owner, translate("Comparison", "Take the new wording"), lambda: self._choose_current("new"),
                key="Ctrl+Left", everywhere=True,
            ),
        ]  # fmt: skip
        panel.closed.connect(self.leave)
        panel.change_chosen.connect(view.select_change)
        panel.put_back_wanted.connect(self._put_back)
        panel.thread_toggled.connect(self.toggle_thread)
        self.coming = Coming(owner, workplace, self.choices)
        self.coming.done.connect(self.done)
        self.suggesting = SuggestionDesk(owner, workplace, self.choices)
        self.suggesting.done.connect(self.done)
        self.suggesting.page.build_wanted.connect(self._build_from_suggestions)
        self.commands += [self.coming.command, self.suggesting.command]
        page = self.coming.page
        panel.words_wanted.connect(self.coming.open)
        page.preview_wanted.connect(lambda: self.preview("new"))
        page.summary_wanted.connect(self._propose)
        page.save_wanted.connect(self.save)
        panel.preview_wanted.connect(self.preview)
        panel.summary_wanted.connect(self._propose)
        panel.save_wanted.connect(self.save)
        panel.drop_wanted.connect(self.drop)

    def show_loaded(self, loaded: Loaded | None) -> None:
        """Switches to another comparison. Its stored choices are shown when building begins."""
        self._loaded = loaded
        self._to_save = None
        self.choices.show_loaded(loaded)
        self.coming.show_loaded(loaded)
        self.suggesting.show_loaded(loaded)
        if self.active and why_not(loaded):
            self.leave()
        elif self.active:
            self._show()

    def toggle(self) -> None:
        """Starts or leaves building. The choices are kept."""
        if self.active:
            self.leave()
            return
        reason = why_not(self._loaded)
        if reason:
            self.done.emit(reason, None)
            return
        self.active = True
        self.coming.command.setEnabled(True)
        self._name_command()
        self._view.choice_requested.connect(self.choose)
        self.switched.emit(True)
        self._show()

    def _build_from_suggestions(self) -> None:
        self.suggesting.leave()
        if not self.active:
            self.toggle()
        if self.active:
            self.coming.open()

    def leave(self) -> None:
        """Leaves building. The choices are kept."""
        if not self.active:
            return
        self.active = False
        self.coming.leave()
        self.coming.command.setEnabled(False)
        self._name_command()
        self._view.choice_requested.disconnect(self.choose)
        self._view.set_choices({})
        self.changed.emit()
        self.switched.emit(False)

    def choose(self, change: int, side: str) -> None:
        """Takes a change from one side. Choosing the older side again reverts to the newer one."""
        reading = self._view.reading
        if reading is None or not self.active:
            return
        if reading.changes[change].kind is ChangeKind.STALE:
            said = translate("Comparison", "Both wordings are the same here; only the reference is stale.")
            self.done.emit(said, None)
            return
        entry = reading.comparison.entries[reading.changes[change].entries[0]]
        if only_renumbered(entry):
            said = translate(
                "Comparison", "Only the number differs; numbers are those of the newer revision."
            )
            self.done.emit(said, None)
            return
        key = ChangeKey.of(entry)
        taken = self.choices.taken
        old = taken.old ^ {key} if side == "old" else taken.old - {key}
        self.choices.take(replace(taken, old=frozenset(old)))

    def toggle_thread(self, thread: int) -> None:
        """Takes or gives back a suggested wording."""
        taken = self.choices.taken
        known = taken.threads
        threads = tuple(one for one in known if one != thread) if thread in known else (*known, thread)
        self.choices.take(replace(taken, threads=threads))

    def preview(self, base: str) -> None:
        """Composes the text and compares it with the side `base`."""
        loaded, pair = self._loaded, self.choices.pair
        if loaded is None or pair is None:
            return
        service, taken = self._workplace.services.composing, self.choices.taken
        side = loaded.comparison.old if base == "old" else loaded.comparison.new
        name = loaded.old.name if base == "old" else loaded.new.name
        result = revision_name(self.state().number)

        def work(progress: Progress) -> tuple[CompositionPreview, Comparison]:
            from desktop_app.comparison.beside_body import parts_of  # noqa: PLC0415
            from desktop_app.comparison.engine import compare_texts  # noqa: PLC0415 - rapidfuzz and numpy, 100 ms

            made = service.preview(*pair, taken, loaded.comparison)
            return made, compare_texts(
                side.body, made.text, old_name=name, new_name=result, old_parts=parts_of(side),
                new_parts=made.parts, progress=progress,
            )  # fmt: skip

        def on_made(found: tuple[CompositionPreview, Comparison]) -> None:
            self._panel.show_trouble(found[0])
            self.previewed.emit(found[1], name, result)

        run(self._owner, work, on_made, progress=lambda done, total: None)

    def save(self, summary: str) -> None:
        """Saves the composed text as the next revision, after pending writes."""
        if self.choices.busy:
            self._to_save = summary
            return
        row, pair, self._to_save = self.choices.row, self.choices.pair, None
        if row is None or pair is None:
            return
        service, actor = self._workplace.services.composing, self._workplace.actor
        self._set_busy(True)

        def on_saved(detail: InstrumentDetail) -> None:
            self._set_busy(False)
            self._panel.form.forget()
            self.coming.page.form.forget()
            number = detail.revisions[-1].number
            self.choices.forget()
            self.leave()
            self.done.emit(fill(translate("Comparison", "Revision {n} was built and saved."), n=number), None)
            self.saved.emit(pair[0], pair[2], number)

        def on_error(error: Exception) -> None:
            self._set_busy(False)
            show_error(self._owner, error)
            self.choices.reload()

        run(self._owner, lambda: service.save(actor, row.id, row.version, summary), on_saved, on_error)

    def _set_busy(self, busy: bool) -> None:
        self._panel.set_busy(busy)
        self.coming.page.set_busy(busy)

    def drop(self) -> None:
        """Discards all choices. This can be undone."""
        said = translate("Comparison", "What was chosen for the next revision was put aside.")
        self.choices.drop(lambda bring_back: self.done.emit(said, bring_back))

    def reload(self) -> None:
        """Reloads the stored choices of this pair, which a colleague may have changed."""
        self.choices.reload()

    def show_threads(self, threads: tuple[PlacedThread, ...]) -> None:
        """Shows the suggestions that were written, answered or resolved meanwhile."""
        if self._loaded is not None and threads != self._loaded.threads:
            self._loaded = replace(self._loaded, threads=threads)
            self.coming.show_threads(self._loaded)
            self.suggesting.show_threads(threads)
            self._show()

    def state(self) -> BuildingState:
        """Returns the state that the panel shows."""
        assert self._loaded is not None
        assert self._view.reading is not None
        return building_state(self._loaded, self._view.reading, self.choices.taken, self._kept_words())

    def _choose_current(self, side: SideName) -> None:
        if not self.active:
            said = translate("Comparison", "Press B first, to build the next revision.")
            self.done.emit(said, None)
        elif self._view.current_change is not None:
            self.choose(self._view.current_change, side)

    def _put_back(self, key: ChangeKey) -> None:
        taken = self.choices.taken
        self.choices.take(replace(taken, old=taken.old - {key}))

    def _on_choices(self) -> None:
        self._name_command()
        self._show()

    def _on_settled(self) -> None:
        if self._to_save is not None:
            self.save(self._to_save)

    def _on_refused(self) -> None:
        self._to_save = None

    def _propose(self) -> None:
        """Prepares the default summary of the form, and shows what prevents saving."""
        loaded, pair = self._loaded, self.choices.pair
        if loaded is None or pair is None:
            return
        service, taken = self._workplace.services.composing, self.choices.taken
        run(
            self._owner,
            lambda: service.preview(*pair, taken, loaded.comparison),
            self._on_proposed,
        )

    def _on_proposed(self, preview: CompositionPreview) -> None:
        if not self.coming.active:
            self._panel.open_form(preview)
            return
        self.coming.show_preview(preview)
        if not trouble_words(preview):
            self.coming.page.open_form(preview.summary)

    def _show(self) -> None:
        reading = self._view.reading
        if not self.active or reading is None or self._loaded is None:
            return
        entries = reading.comparison.entries
        choices: dict[int, SideName] = {
            number: "old" if ChangeKey.of(entries[change.entries[0]]) in self.choices.taken.old else "new"
            for number, change in enumerate(reading.changes)
            if change.kind is not ChangeKind.STALE
        }
        self._view.set_choices(choices)
        self._panel.show_state(self.state())
        self.coming.show_choices(self._kept_words())
        self.changed.emit()

    def _name_command(self) -> None:
        """Names the command after its effect: begin, continue or leave."""
        if self.active:
            words = translate("Comparison", "Leave building")
        elif self.choices.row is None:
            words = translate("Comparison", "Build the next revision")
        else:
            words = translate("Comparison", "Go on building")
        self.commands[0].setText(words)

    def _kept_words(self) -> str:
        row = self.choices.row
        if row is None:
            return ""
        day = day_and_month(tehran_day(row.changed_at))
        return fill(
            translate("Comparison", "Kept: {who}, {day} {time}"),
            # Isolated: a Persian name in an English sentence would reorder the day after it.
            who=in_own_direction(row.changed_by),
            day=day,
            time=clock_time(row.changed_at),
        )
