"""Pins: declares that two provisions match or do not, overriding the comparison. Shared with colleagues, and
undoable."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.comparison.labelling import provision_title
from desktop_app.comparison.result import Comparison, Entry, ProvisionPlace, SideName
from desktop_app.instruments.drafting.review_marks import PinChange, PinRow, Reviewing
from desktop_app.wording import fill, translate
from ui.actions import make_action
from ui.comparison.reviewed_view import ReviewedView
from ui.comparison.sources import Loaded, RevisionPair
from ui.jobs import run, show_error
from ui.widgets.comparison_view.marks import side_text
from ui.workplace import Workplace

if TYPE_CHECKING:
    from desktop_app.services import ComparisonServices


class Pinning(QObject):
    """Holds the first provision until the second one is chosen. The owner shows errors of the background work."""

    #: Pins changed: the comparison has to be repeated, and then show this side and code point.
    pinned = Signal(str, int)
    #: An action was done or refused: the message, and a function to undo it or None.
    done = Signal(str, object)
    #: A provision waits for its partner: the instruction, or an empty string if none waits.
    waiting = Signal(str)
    #: A pin was not kept; the owner shows why.
    refused = Signal()

    def __init__(self, owner: QWidget, workplace: Workplace[ComparisonServices], view: ReviewedView) -> None:
        super().__init__(owner)
        self._owner, self._workplace, self._view = owner, workplace, view
        self._loaded: Loaded | None = None
        self._held: tuple[SideName, ProvisionPlace] | None = None
        view.menu_additions.append(self._add_to_menu)
        #: The commands for the command palette.
        self.commands = [
            make_action(owner, translate("Comparison", "This is the same as …"), self.join, key="P"),
            make_action(owner, translate("Comparison", "These two are not one"), self.part, key="Shift+P"),
        ]
        # Only on the view, because each panel has its own Escape.
        self._let_go = make_action(
            view, translate("Comparison", "Let go of the pin"), self.let_go, key="Esc", in_palette=False
        )
        self._let_go.setEnabled(False)

    def show_loaded(self, loaded: Loaded | None) -> None:
        """Switches to another comparison."""
        self._loaded = loaded
        self.let_go()

    @property
    def holds(self) -> bool:
        """Whether a provision waits for its partner."""
        return self._held is not None

    def let_go(self) -> None:
        """Releases the held provision."""
        self._held = None
        self._let_go.setEnabled(False)
        self.waiting.emit("")

    def reload(self) -> None:
        """Checks whether a colleague changed the pins, and shows a notice. The comparison itself is not changed."""
        loaded, pair, service = self._loaded, self._pair(), self._service()
        if loaded is None or pair is None:
            return

        def on_read(rows: tuple[PinRow, ...]) -> None:
            if self._loaded is loaded and rows != loaded.pins and self._held is None:
                self.waiting.emit(
                    translate("Comparison", "A colleague changed what is pinned. F5 compares again.")
                )

        run(self._owner, lambda: service.pins(*pair), on_read)

    def join(self) -> None:
        """Holds the current provision, or pins it to the held one."""
        entry = self._entry()
        if entry is None:
            return
        if self._held is None:
            self._hold(entry)
            return
        side, place = self._held
        partner = entry.new if side == "old" else entry.old
        if partner is None:
            self._hold(entry)
        else:
            old, new = (place, partner) if side == "old" else (partner, place)
            self.pin([(old, new)], same=True)

    def part(self) -> None:
        """Pins the two sides of the current change as different provisions."""
        entry = self._entry()
        if entry is None:
            return
        if entry.old is None or entry.new is None:
            said = translate("Comparison", "Only a provision that stands on both sides can be parted.")
            self.done.emit(said, None)
        else:
            self.pin([(entry.old, entry.new)], same=False)

    def remove(self, row: PinRow) -> None:
        """Removes a pin."""
        service, actor, pair = self._service(), self._workplace.actor, self._pair()
        if pair is None:
            return
        instrument, old, new = pair

        def again() -> None:
            self._run(
                lambda: service.pin(actor, instrument, old, new, row.pin.old, row.pin.new, same=row.pin.same),
                lambda _change: self.pinned.emit("new", row.pin.new),
            )

        def on_removed(_row: PinRow) -> None:
            self.done.emit(translate("Comparison", "The pin was taken away."), again)
            self.pinned.emit("new", row.pin.new)

        self._run(lambda: service.unpin(actor, row.id), on_removed)

    def _hold(self, entry: Entry) -> None:
        if entry.old is not None and entry.new is not None:
            said = translate("Comparison", "These two are one already; part them first if they are not.")
            self.done.emit(said, None)
            return
        side: SideName = "old" if entry.old is not None else "new"
        place = entry.old or entry.new
        assert place is not None
        self._held = side, place
        self._let_go.setEnabled(True)
        template = translate(
            "Comparison", "Which provision of {side} is “{title}”? Go to it and press P; Esc lets go."
        )
        assert self._loaded is not None
        other = self._loaded.new.name if side == "old" else self._loaded.old.name
        self.waiting.emit(fill(template, side=other, title=self._title(place, side)))

    def pin(
        self, places: Sequence[tuple[ProvisionPlace, ProvisionPlace]], *, same: bool, sentence: str = ""
    ) -> bool:
        """Pins provisions of OLD and of NEW, and says `sentence`, or what was pinned of the first two.

        Returns whether they can be pinned; otherwise says why not.
        """
        service, actor, pair = self._service(), self._workplace.actor, self._pair()
        self.let_go()
        if pair is None:
            self._refuse_files()
            return False
        instrument, before, after = pair
        old, new = places[0]
        changes: list[PinChange] = []

        def work() -> None:
            for one, other in places:
                made = service.pin(actor, instrument, before, after, one.start, other.start, same=same)
                changes.append(made)

        def unpin() -> None:
            for change in reversed(changes):
                service.unpin(actor, change.added.id, change.replaced)

        def again(_done: object) -> None:
            self.pinned.emit("new", new.start)

        def on_pinned(done: object) -> None:
            said = sentence or self._sentence(old, new, same=same)
            self.done.emit(said, lambda: self._run(unpin, again))
            again(done)

        def on_error(error: Exception) -> None:
            self.refused.emit()
            show_error(self._owner, error)
            if changes:
                again(None)

        run(self._owner, work, on_pinned, on_error)
        return True

    def _run(self, work: Callable[[], object], on_done: Callable[..., None]) -> None:
        run(self._owner, work, on_done)

    def _sentence(self, old: ProvisionPlace, new: ProvisionPlace, *, same: bool) -> str:
        template = (
            translate("Comparison", "“{old}” and “{new}” are one, for your colleagues too.")
            if same
            else translate("Comparison", "“{old}” and “{new}” are not one, for your colleagues too.")
        )
        return fill(template, old=self._title(old, "old"), new=self._title(new, "new"))

    def _title(self, place: ProvisionPlace, side: SideName) -> str:
        assert self._loaded is not None
        return place_name(self._loaded.comparison, place, side)

    def _entry(self) -> Entry | None:
        """Returns the entry of the current change, or shows a message if it cannot be pinned."""
        if self._pair() is None:
            self._refuse_files()
            return None
        reading = self._view.reading
        if reading is None or reading.current is None:
            said = translate("Comparison", "Stand on a change first: F8 goes to the next one.")
            self.done.emit(said, None)
            return None
        entry = reading.comparison.entries[reading.changes[reading.current].entries[0]]
        if entry.part is not None:
            said = translate("Comparison", "Footnotes and other parts beside the text can't be pinned.")
            self.done.emit(said, None)
            return None
        return entry

    def _refuse_files(self) -> None:
        said = translate("Comparison", "Files from disk can't be pinned: they are not kept.")
        self.done.emit(said, None)

    def _add_to_menu(self, menu: QMenu) -> None:
        reading = self._view.reading
        if self._pair() is None or reading is None or reading.current is None:
            return
        entry = reading.comparison.entries[reading.changes[reading.current].entries[0]]
        if entry.part is not None:
            return
        menu.addSeparator()
        if entry.old is not None and entry.new is not None:
            menu.addAction(translate("Comparison", "These two are not one"), self.part)
        if self._held is not None:
            side, place = self._held
            if (entry.new if side == "old" else entry.old) is not None:
                words = translate("Comparison", "This is the same as “{title}”")
                menu.addAction(_plain(fill(words, title=self._title(place, side))), self.join)
        elif entry.old is None or entry.new is None:
            menu.addAction(translate("Comparison", "This is the same as …"), self.join)

    def _pair(self) -> tuple[int, int, int] | None:
        source = self._loaded.source if self._loaded is not None else None
        if not isinstance(source, RevisionPair) or source.old is None or source.new is None:
            return None
        return source.instrument_id, source.old, source.new

    def _service(self) -> Reviewing:
        return self._workplace.services.reviewing


def place_name(comparison: Comparison, place: ProvisionPlace, side: SideName) -> str:
    """Returns «ماده ۴», or the first words of a text without a label."""
    title = provision_title(place)
    if title:
        return title
    words = side_text(comparison, side)[place.start : place.end].split()
    return " ".join(words[:4]) + (" …" if len(words) > 4 else "")


def pin_places(loaded: Loaded, row: PinRow) -> dict[SideName, ProvisionPlace | None]:
    """Returns the provisions of a pin in the current comparison."""
    comparison = loaded.comparison
    return {"old": comparison.place_at("old", row.pin.old), "new": comparison.place_at("new", row.pin.new)}


def _plain(text: str) -> str:
    """Escapes ampersands, so that they are no mnemonics in a menu."""
    return text[:120].replace("&", "&&")
