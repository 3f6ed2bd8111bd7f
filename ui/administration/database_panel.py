"""The location of the database, its security properties, and its back-ups."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.persian.digits import isolated
from desktop_app.scheduling.plan import TaskName
from desktop_app.wording import digits, fill, translate
from ui import jobs
from ui.administration.backup_pane import BackupPane
from ui.widgets.emptying import empty
from ui.widgets.form_panes import FormPane, side_by_side
from ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from desktop_app.database.engine import Database
    from desktop_app.services import AdministrationServices
    from ui.workplace import Workplace

Fact = tuple[str, str]


class DatabasePanel(QWidget):
    """Facts, reloaded each time they are shown, beside the back-ups. `task_asked` requests a scheduled task."""

    done = Signal(str)
    task_asked = Signal(str)

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        leading = QWidget()
        self._column = QVBoxLayout(leading)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.backups = BackupPane(workplace)
        self.backups.done.connect(self.done)
        self.backups.daily_asked.connect(lambda: self.task_asked.emit(TaskName.BACK_UP.value))
        side_by_side(self, leading, self.backups)
        self.facts: tuple[Fact, ...] = ()

    def refresh(self) -> None:
        """Reloads the facts."""
        database = self._workplace.services.database
        jobs.run(self, lambda: facts_of(database), self._show)
        self.backups.refresh()

    def _show(self, facts: tuple[Fact, ...]) -> None:
        self.facts = facts
        empty(self._column)
        form = FormPane(width=None)
        form.heading(translate("Administration", "Database"))
        for words, value in facts:
            label = PlainLabel(value, wrap=True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            form.labelled(words, label)
        guard = _guard_words(self._workplace.services.database.is_sqlite)
        form.labelled(
            translate("Administration", "What it guards"), PlainLabel(guard, colour="text2", wrap=True)
        )
        form.column.addStretch()
        self._column.addWidget(form)


def facts_of(database: Database) -> tuple[Fact, ...]:
    """Returns the facts about a database; runs on a worker thread."""
    import sqlite3  # noqa: PLC0415 - only where it is shown

    from desktop_app.database.engine import wal_is_safe  # noqa: PLC0415
    from desktop_app.database.schema import revision_of  # noqa: PLC0415

    facts = [
        (translate("Administration", "Kind"), "SQLite" if database.is_sqlite else "PostgreSQL"),
        (translate("Administration", "Place"), isolated(database.place)),
        (
            translate("Administration", "Version of the schema"),
            isolated(digits(revision_of(database) or "—")),
        ),
    ]
    if database.is_sqlite:
        safe = translate("Administration", "safe with several windows open at once (write-ahead log)")
        slow = translate(
            "Administration", "this SQLite has a known fault in its write-ahead log, so it is not used"
        )
        engine = f"{isolated(digits(sqlite3.sqlite_version))} · {safe if wal_is_safe() else slow}"
        size = Path(database.place).stat().st_size / 1_000_000 if Path(database.place).exists() else 0
        size_words = fill(translate("Administration", "{size} MB"), size=digits(f"{size:.1f}"))
        facts.append((translate("Administration", "Engine"), engine))
        facts.append((translate("Administration", "Size of the file"), size_words))
    return tuple(facts)


def _guard_words(is_sqlite: bool) -> str:
    if is_sqlite:
        return translate(
            "Administration",
            "The database of one PC is evidence and convenience, not a guard: whoever owns the file can read it. "
            "For many clerks use PostgreSQL.",
        )
    return translate(
        "Administration", "Everybody works in one shared database; who did what stands in its history."
    )
