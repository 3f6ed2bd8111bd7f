"""Chooses files to compare: both from disk, or the other one where the program was started with a single file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.comparison.result import SideName
from desktop_app.paths import storable_name
from desktop_app.persian.text import shown_name
from desktop_app.wording import fill, translate
from ui.comparison.sources import FilePair
from ui.widgets.document_dialog import ask_for_document
from ui.widgets.empty_state import EmptyState, FirstStep


class FileChoice(QObject):
    """Emits `chosen` with a `FilePair`, and `waiting` with a page while one file waits for the other."""

    chosen = Signal(object)
    waiting = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._file: Path | None = None
        self._side: SideName = "old"

    def ask_for_both(self) -> None:
        """Asks for two files; the older one comes first."""
        older = self._asked("old")
        newer = self._asked("new", str(older.parent)) if older is not None else None
        if older is not None and newer is not None:
            self.chosen.emit(FilePair(older, newer))

    def take(self, files: tuple[Path, ...]) -> None:
        """Compares two files. A single one joins the one that waits, or waits for another as the older text."""
        if len(files) == 2:
            self.chosen.emit(FilePair(*files))
        elif self._file is not None:
            self._join(files[0])
        else:
            self._file, self._side = files[0], "old"
            self._show()

    @property
    def waits(self) -> bool:
        """Whether a file waits for the other one."""
        return self._file is not None

    def forget(self) -> None:
        """Something else is compared: no file waits any more."""
        self._file = None

    def _join(self, other: Path) -> None:
        assert self._file is not None
        pair = (self._file, other) if self._side == "old" else (other, self._file)
        self.chosen.emit(FilePair(*pair))

    def _show(self) -> None:
        assert self._file is not None
        name = shown_name(storable_name(self._file.name))
        self.waiting.emit(_waiting_page(name, self._side, self._ask_for_other, self.change_sides))

    def _ask_for_other(self) -> None:
        if self._file is None:
            return
        other = self._asked("new" if self._side == "old" else "old", str(self._file.parent))
        # Meanwhile a second start may have brought it.
        if other is not None and self._file is not None:
            self._join(other)

    def change_sides(self) -> None:
        """Makes the file that waits the other side of the comparison."""
        self._side = "new" if self._side == "old" else "old"
        self._show()

    def _asked(self, side: SideName, folder: str = "") -> Path | None:
        return ask_for_document(self._window, _title_of(side), folder=folder)


def _waiting_page(
    name: str, side: SideName, choose: Callable[[], object], change: Callable[[], object]
) -> EmptyState:
    """Returns the page while the file `name` waits for the other one."""
    older = side == "old"
    title = (
        translate("Comparison", "{name} is the older text")
        if older
        else translate("Comparison", "{name} is the newer text")
    )
    changed = (
        translate("Comparison", "This is the newer text")
        if older
        else translate("Comparison", "This is the older text")
    )
    return EmptyState(
        fill(title, name=name),
        translate("Comparison", "Choose the other text, drop it here, or open it with this program."),
        icon="ph.columns",
        steps=[
            FirstStep(
                "ph.folder-open",
                _title_of("new" if older else "old"),
                translate("Comparison", "A document of Word, ODT, HTML or text"),
                translate("Comparison", "Choose a file"),
                choose,
            ),
            FirstStep(
                "ph.arrows-left-right",
                changed,
                translate("Comparison", "The other one is then asked for"),
                translate("Comparison", "Change sides"),
                change,
            ),
        ],
    )


def _title_of(side: SideName) -> str:
    return (
        translate("Comparison", "The older text")
        if side == "old"
        else translate("Comparison", "The newer text")
    )
