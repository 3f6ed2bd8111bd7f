"""Connects the page of the coming revision with the choices and the service."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.comparison.repairing import Repair, RepairChoices, RepairKind
from desktop_app.instruments.drafting.coming_text import ComingBlock, ComingText
from desktop_app.instruments.drafting.composing import CompositionPreview
from desktop_app.instruments.drafting.composition_choices import CompositionChoices
from desktop_app.instruments.drafting.deciding import (
    with_answer,
    with_change,
    with_place,
    with_repair,
    with_words,
)
from desktop_app.instruments.drafting.suggestions import suggestions_of
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import revision_name
from ui.actions import make_action
from ui.comparison.build_page import BuildPage
from ui.comparison.building_panel import trouble_words, warning_words
from ui.comparison.choices import KeptChoices
from ui.comparison.sources import Loaded
from ui.jobs import run
from ui.workplace import Workplace

if TYPE_CHECKING:
    from desktop_app.services import ComparisonServices


class Coming(QObject):
    """Shows the coming text while the next revision is built, and turns decisions into choices."""

    #: What was done, and its undo.
    done = Signal(str, object)
    #: Whether the page is to be shown or left.
    page_wanted = Signal(bool)

    def __init__(
        self, owner: QWidget, workplace: Workplace[ComparisonServices], choices: KeptChoices
    ) -> None:
        super().__init__(owner)
        self._owner, self._workplace, self._choices = owner, workplace, choices
        self.page = BuildPage()
        self.active = False
        self._loaded: Loaded | None = None
        self._repairs: tuple[Repair, ...] = ()
        self._asked: CompositionChoices | None = None
        self._kept = ""
        self.command = make_action(
            owner, translate("Comparison", "Words, numbers and references"), self.open, key="W"
        )
        self.command.setEnabled(False)
        page = self.page
        page.place_decided.connect(self._on_place)
        page.change_decided.connect(self._on_change)
        page.written.connect(self._on_written)
        page.repairs.toggled.connect(self._on_repair)
        page.repairs.answered.connect(self._on_answer)
        page.repairs.applied.connect(self._on_applied)
        page.closed.connect(self.leave)

    def show_loaded(self, loaded: Loaded | None) -> None:
        """Switches to another comparison."""
        self._loaded, self._repairs, self._asked = loaded, (), None
        self.leave()

    def show_threads(self, loaded: Loaded) -> None:
        """Takes over the same comparison with other threads."""
        self._loaded = loaded

    def show_choices(self, kept: str) -> None:
        """Shows the choices after they changed; `kept` says who stored them when."""
        self._kept = kept
        if self.active:
            self._show()

    def open(self) -> None:
        """Opens the page."""
        if self._loaded is None or not self.command.isEnabled():
            return
        self.active = True
        self._show(afresh=True)
        self.page_wanted.emit(True)
        self.page.pane.setFocus()

    def leave(self) -> None:
        """Leaves the page; the choices are kept."""
        if self.active:
            self.active = False
            self.page.card.end()
            self.page_wanted.emit(False)

    def show_preview(self, preview: CompositionPreview) -> None:
        """Shows the corrections of the coming text, and what stands in the way of saving it."""
        taken = self._choices.taken
        self._repairs = preview.repairs
        listed = any(item.key.kind is RepairKind.NUMBER for item in preview.repairs)
        warning = "" if listed else warning_words(replace(preview, wrong_counts=()))
        self.page.notice.say(trouble_words(preview) or warning)
        self.page.show_repairs(preview.repairs, on=taken.repair is not None)
        self.page.show_blocks(self._blocks(), self._kept, afresh=False)

    def _show(self, *, afresh: bool = False) -> None:
        loaded = self._loaded
        if loaded is None or loaded.instrument is None:
            return
        number = loaded.instrument.revisions[-1].number + 1
        self.page.name(
            fill(translate("Comparison", "Building {revision}"), revision=revision_name(number)),
            fill(
                translate("Comparison", "{title}, from {old} and {new}"),
                title=loaded.title, old=loaded.old.name, new=loaded.new.name,
            ),
            revision_name(number),
        )  # fmt: skip
        self.page.show_blocks(self._blocks(), self._kept, afresh=afresh)
        self._ask()

    def _ask(self) -> None:
        """Looks up the corrections of the coming text on a worker thread."""
        loaded, pair, taken = self._loaded, self._choices.pair, self._choices.taken
        if loaded is None or pair is None or self._asked == taken:
            return
        self._asked = taken
        service = self._workplace.services.composing

        def on_made(preview: CompositionPreview) -> None:
            if self.active and self._loaded is loaded and self._choices.taken == taken:
                self.show_preview(preview)

        run(self._owner, lambda: service.preview(*pair, taken, loaded.comparison), on_made)

    def _blocks(self) -> tuple[ComingBlock, ...]:
        loaded, taken = self._loaded, self._choices.taken
        assert loaded is not None
        rows = [placed.row for placed in loaded.threads if placed.side == "new"]
        repairs = self._repairs if taken.repair is not None else ()
        return ComingText(loaded.comparison, taken, suggestions_of(rows, taken.threads), repairs).blocks()

    def _block(self, entry: int) -> ComingBlock | None:
        return next((block for block in self.page.blocks if block.entry == entry), None)

    def _take(self, taken: CompositionChoices, said: str = "") -> None:
        before = self._choices.taken
        self._choices.take(taken)
        if said:
            self.done.emit(said, lambda: self._choices.take(before))

    def _on_place(self, entry: int, place: int, refused: bool) -> None:
        block = self._block(entry)
        if block is not None:
            self._take(with_place(self._choices.taken, block, place, refused=refused))

    def _on_change(self, entry: int, refused: bool) -> None:
        block = self._block(entry)
        if block is not None:
            self._take(with_change(self._choices.taken, block, refused=refused))

    def _on_written(self, entry: int, place: int, words: str) -> None:
        block, loaded = self._block(entry), self._loaded
        if block is None or loaded is None:
            return
        new = loaded.comparison.entries[entry].new
        if place < 0 and new is None:
            said = translate(
                "Comparison", "A provision that is deleted has no words to edit; refuse it first."
            )
            self.done.emit(said, None)
            return
        source = "" if new is None else loaded.comparison.new.body[new.start : new.end]
        start = 0 if new is None else new.start
        number = None if place < 0 else place
        taken = with_words(self._choices.taken, block, number, words, source, start=start)
        said = fill(translate("Comparison", "Words of “{title}” were written anew."), title=block.title)
        self._take(taken, said)

    def _on_repair(self, item: object, left_out: bool) -> None:
        if isinstance(item, Repair):
            self._take(with_repair(self._choices.taken, item, left_out=left_out))

    def _on_answer(self, item: object, words: str) -> None:
        if isinstance(item, Repair):
            self._take(with_answer(self._choices.taken, item, words))

    def _on_applied(self, on: bool) -> None:
        taken = self._choices.taken
        count = sum(item.applies for item in self._repairs)
        said = (
            fill(translate("Comparison", "{n} corrections of numbers and references were applied."), n=count)
            if on
            else translate("Comparison", "Numbers and references were taken back.")
        )
        self._take(replace(taken, repair=RepairChoices() if on else None), said)
