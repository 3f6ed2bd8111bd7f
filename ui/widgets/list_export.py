"""Exports the list on the screen to a file: one command and one progress strip for every list.

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

from desktop_app.clock import pc_clock
from desktop_app.persian.dates import plain_date, tehran_day
from desktop_app.progress import Progress
from desktop_app.reports.lists.table import CSV, XLSX
from desktop_app.wording import fill, translate
from ui.actions import make_action
from ui.widgets.button import IconButton
from ui.widgets.export_work import ExportWork

#: Writes the list into the file, and returns the number of rows.
Write = Callable[[Path, Progress], int]
_KEY: Final = "Ctrl+E"
_ICON: Final = "ph.export"


T = TypeVar("T")


def _weakly(asked: Callable[[], T]) -> Callable[[], T | None]:
    """Returns a callable with a weak reference to the screen of a bound method: a cycle would outlive the window."""
    if not isinstance(asked, MethodType):
        return asked
    method = WeakMethod(asked)

    def ask() -> T | None:
        there = method()
        return None if there is None else there()

    return ask


class ListExport:
    """The command (by key or `button`), and the progress strip, which is added to the end of `column`.

    `name` returns the name of the file, to which the day is added. `work` returns the function that writes the list
    as it is then; None if there is nothing to write.
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
        """Asks for the target, and writes."""
        write, name = self._wanted(), self._name()
        if write is None or name is None:
            return
        day = plain_date(tehran_day(pc_clock().now())).replace("/", "-")
        self.work.ask_and_make(
            write,
            fill(translate("List file", "{list} {day}"), list=name, day=day),
            (
                (translate("List file", "Excel workbook"), XLSX),
                (translate("List file", "Text with commas"), CSV),
            ),
        )
