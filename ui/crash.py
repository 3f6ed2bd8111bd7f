"""Reports bugs: one crash dialog with an incident number, and the details in the log."""

from __future__ import annotations

import logging
import platform
import secrets
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final

from PySide6.QtCore import QObject, Qt, QThread, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.crash_report import report_of, report_of_stacks
from desktop_app.errors import NotWrittenError
from desktop_app.log import scrubbed
from desktop_app.persian.digits import isolated
from desktop_app.whole_file import write_whole
from desktop_app.wording import digits, fill, translate
from ui.errors import sentence
from ui.widgets.button import Button
from ui.widgets.plain import PlainLabel, PlainText

_log: Final = logging.getLogger("mosharekat.crash")


@dataclass(frozen=True)
class Incident:
    """A bug: its number, the details for developers, and the report that may leave the office.

    A `past` one ended the last window.
    """

    number: str
    details: str
    report: str = ""
    past: bool = False


def incident(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> Incident:
    """Assigns a number to a bug and logs it; database values and passwords are removed from the details."""
    number = _new_number()
    report = scrubbed("".join(traceback.format_exception(kind, error, trace)))
    details = f"incident {number}\n{platform.platform()} · Python {platform.python_version()}\n\n{report}"
    _log.critical("incident %s\n%s", number, report)
    return Incident(number, details, report_of(number, error, f"Qt {qVersion()}"))


def past_incident(stacks: str) -> Incident:
    """Assigns a number to the crash that ended the last window; `stacks` are the words of `faulthandler`."""
    number = _new_number()
    _log.critical("incident %s is the crash of the last window", number)
    report = report_of_stacks(number, stacks, f"Qt {qVersion()}")
    return Incident(number, report, report, past=True)


def _new_number() -> str:
    return f"{secrets.randbelow(900_000) + 100_000}"


class CrashReporter(QObject):
    """Receives uncaught exceptions of all threads and shows one dialog at a time on the GUI thread."""

    _caught = Signal(object)

    def __init__(self, log_path: Path | None, show: Callable[[Incident], object] | None = None) -> None:
        super().__init__()
        self._log_path = log_path
        self._show = show or self._show_dialog
        self._dialog: CrashDialog | None = None
        self._caught.connect(self._on_caught, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Installs the reporter as `sys.excepthook`."""
        sys.excepthook = self.hook

    def hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Handles an uncaught exception; `KeyboardInterrupt` is passed on."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        made = incident(kind, error, trace)
        # Release the locals of the frames: an active painter there would crash the process when its widget is
        # destroyed.
        traceback.clear_frames(trace)
        if QApplication.instance() is None:
            sys.__excepthook__(kind, error, trace)
        elif QThread.currentThread() is self.thread() and self._dialog is not None:
            return
        else:
            self._caught.emit(made)

    def _on_caught(self, made: Incident) -> None:
        if self._dialog is None:
            self._show(made)

    def _show_dialog(self, made: Incident) -> None:
        self._dialog = CrashDialog(made, self._log_path, QApplication.activeWindow())
        self._dialog.finished.connect(self._on_closed)
        self._dialog.open()

    def _on_closed(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
        self._dialog = None


def _present_words() -> tuple[str, str, str]:
    """Returns the title, what was kept, and the name of the button that closes the dialog."""
    kept = translate(
        "Crash",
        "This is a mistake of the program, not yours. What you were typing is still there; "
        "you can go on. If it happens again, give this number to the administrator.",
    )
    return translate("Crash", "The program ran into an error"), kept, translate("Crash", "Go on working")


def _past_words() -> tuple[str, str, str]:
    """Returns the same for a crash of the last window."""
    kept = translate(
        "Crash",
        "This was a mistake of the program, not yours. What you had typed was kept and comes back when you "
        "sign in. If it happens again, give this number or the report to the administrator.",
    )
    return translate("Crash", "The program ended by itself last time"), kept, translate("Crash", "Go on")


def log_place(path: Path) -> str:
    """Returns where the log is, with the path on a line of its own: it breaks nowhere well."""
    words = fill(translate("Crash", "Log file: {path}"), path="").rstrip()
    return f"{words}\n{isolated(str(path))}"


class CrashDialog(QDialog):
    """Shows that the program failed, with the incident number and the log file, and that the work was kept."""

    def __init__(self, made: Incident, log_path: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._details, self._incident = made.details, made
        self.setWindowTitle(translate("Crash", "An error in the program"))
        self.setMinimumWidth(520)
        number = fill(translate("Crash", "Incident {number}"), number=digits(made.number))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 20, 20)
        column.setSpacing(8)
        title, kept, end = _past_words() if made.past else _present_words()
        column.addWidget(PlainLabel(title, "title"))
        column.addWidget(PlainLabel(number, "interface", "danger", bold=True))
        column.addWidget(PlainLabel(kept, "interface", "text2", wrap=True))
        if log_path is not None:
            log_label = PlainLabel(log_place(log_path), "secondary", "text2", wrap=True)
            log_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(log_label)
        view = PlainText(made.details, latin=True)
        view.setAccessibleName(translate("Crash", "Details of the error"))
        view.setMinimumHeight(140)
        column.addWidget(view, 1)
        self.copy_button = Button(translate("Crash", "Copy details"), icon="ph.copy")
        self.copy_button.clicked.connect(self._copy)
        close = Button(end, "primary")
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.copy_button)
        if made.report:
            self.save_button = Button(translate("Crash", "Save the report…"), icon="ph.floppy-disk")
            self.save_button.setToolTip(
                translate("Crash", "A file for the makers of the program, without any words of the office")
            )
            self.save_button.clicked.connect(self._save)
            row.addSpacing(8)
            row.addWidget(self.save_button)
        row.addStretch()
        row.addWidget(close)
        self.told = PlainLabel("", "secondary", "text2", wrap=True)
        self.told.hide()
        column.addWidget(self.told)
        column.addLayout(row)

    def _save(self) -> None:
        """Saves the report in a file of the person's choice, and says where it is."""
        title, text = translate("Crash", "Save the report"), translate("Crash", "Text")
        proposed = f"mosharekat-incident-{self._incident.number}.txt"
        name, _ = QFileDialog.getSaveFileName(self, title, proposed, f"{text} (*.txt)")
        if not name:
            return
        try:
            write_whole(Path(name), self._incident.report.encode("utf-8", "backslashreplace"))
        except OSError as error:
            self.told.setText(sentence(NotWrittenError.because(name, error)))
        else:
            told = translate("Crash", "The report is in {path}. Give that file to the administrator.")
            self.told.setText(fill(told, path=isolated(name)))
        self.told.show()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
