"""The list that is on the screen, written into a file: one command and one strip, wherever there is a list.

self.export = ListExport(self, column, lambda: name, self._list_file)

def _list_file(self) -> Write | None:
    wanted = self.model.wanted
    return lambda target, progress: services.list_files.petitions(actor, wanted, target, progress)
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import MethodType
from typing import Final, TypeVar
from weakref import WeakMethod

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop_app.clock import PcClock
from desktop_app.persian.dates import plain_date, tehran_day
from desktop_app.progress import Progress
from desktop_app.reports.lists.table import CSV, XLSX
from desktop_app.wording import fill, translate
from ui.actions import make_action
from ui.widgets.button import IconButton
from ui.widgets.export_work import ExportWork

#: Writes the list into the file, and says how many rows.
Write = Callable[[Path, Progress], int]
_KEY: Final = "Ctrl+E"
_ICON: Final = "ph.export"


T = TypeVar("T")


def _weakly(asked: Callable[[], T]) -> Callable[[], T | None]:
    """A method of a screen, asked without keeping the screen: two that hold each other would outlive their window."""
    if not isinstance(asked, MethodType):
        return asked
    method = WeakMethod(asked)

    def ask() -> T | None:
        there = method()
        return None if there is None else there()

    return ask


class ListExport:
    """The command (also by key, also `button`), and the strip that tells how far it is, at the end of `column`.

    `name` is what the file is called, with the day behind it. `work` tells what is to be written, as the list stands
    then; None: there is nothing.
    """

    def __init__(
        self, owner: QWidget, column: QBoxLayout, name: Callable[[], str], work: Callable[[], Write | None]
    ) -> None:
        words = translate("List file", "Write the list into a file…")
        self.work = ExportWork(owner, title=translate("List file", "Write the list into a file"))
        column.addWidget(self.work.bar)
        self._name, self._wanted = _weakly(name), _weakly(work)
        self.action: QAction = make_action(owner, words, self.begin, key=_KEY, icon=_ICON)
        self.button = IconButton(_ICON, words, key=_KEY)
        self.button.clicked.connect(self.action.trigger)

    def begin(self) -> None:
        """Asks where to, and writes."""
        write, name = self._wanted(), self._name()
        if write is None or name is None:
            return
        day = plain_date(tehran_day(PcClock().now())).replace("/", "-")
        self.work.ask_and_make(
            write,
            fill(translate("List file", "{list} {day}"), list=name, day=day),
            (
                (translate("List file", "Excel workbook"), XLSX),
                (translate("List file", "Text with commas"), CSV),
            ),
        )
