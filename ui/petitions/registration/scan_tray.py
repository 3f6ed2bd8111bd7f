"""Scanned letters that are not registered yet: the files of the scanner's folder, the newest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QImage, QPainter, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.errors import AppError
from desktop_app.persian.text import visible_controls
from desktop_app.petitions.registration.scans import Scan, ScanFolder
from desktop_app.wording import fill, translate
from ui import jobs
from ui.errors import sentence
from ui.guard import guarded
from ui.petitions.registration.thumbnails import thumbnail
from ui.theme import font, theme
from ui.widgets.empty_state import EmptyState
from ui.widgets.export_work import documents_folder
from ui.widgets.fixed_setting import fixed_words
from ui.widgets.kept_line import when
from ui.widgets.painting import Mirror, draw_text, set_margins
from ui.widgets.plain import LinkLabel, PlainLabel, tip_text
from ui.widgets.rows import RowList, RowsModel

if TYPE_CHECKING:
    from desktop_app.services import InboxServices
    from ui.workplace import Workplace

#: How often the folder is looked at while the list is seen, in milliseconds.
_EVERY: Final = 2000
_ROW, _PICTURE_WIDTH, _PICTURE_HEIGHT = 76, 46, 60


class ScanTray(QWidget):
    """Looks at the folder again and again while it is visible.

    `picked` carries the path of the file to register. `ask_folder` opens a folder dialog; tests replace it.
    """

    picked = Signal(object)
    #: The person chose the scanner's folder.
    folder_chosen = Signal(str)
    #: What the tray stands in front of is asked for.
    left = Signal()

    def __init__(self, workplace: Workplace[InboxServices]) -> None:
        super().__init__()
        self._workplace = workplace
        self.ask_folder: Callable[[], str] = self._ask_folder
        self.folder: ScanFolder | None = None
        self._pictures: dict[Scan, QImage | None] = {}
        self._looking = False
        title = translate("Scans", "Scanned, not registered yet")
        self.back = LinkLabel(translate("RegisterForm", "Show the sender"), self.left.emit, "secondary")
        self.change = LinkLabel(translate("Scans", "Choose the folder…"), self.choose_folder, "secondary")
        model: RowsModel[Scan] = RowsModel(lambda scan: visible_controls(scan.name), spoken=_spoken)
        self.list = RowList(
            title,
            model,
            self._draw,
            height=_ROW,
            key=lambda scan: scan.path,
            steady=True,
            one_click=True,
        )
        self.list.opened.connect(lambda scan: self.picked.emit(scan.path))
        self.empty = EmptyState("", icon="ph.tray")
        self.pages = QStackedWidget()
        for page in (self.list, self.empty):
            self.pages.addWidget(page)
        head = QHBoxLayout()
        set_margins(head, 16, 10, 16, 10)
        head.addWidget(PlainLabel(title, "interface", bold=True, elide=True), 1)
        head.addWidget(self.back)
        foot = QHBoxLayout()
        set_margins(foot, 16, 8, 16, 10)
        foot.addWidget(self.change)
        foot.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.pages, 1)
        column.addLayout(foot)
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.refresh)
        self.use_folder()

    def use_folder(self) -> None:
        """Uses the folder of the settings."""
        settings = self._workplace.settings
        named = settings.scan_folder
        self.folder = ScanFolder(Path(named), settings.data_folder) if named else None
        self._pictures.clear()
        fixed = settings.is_fixed("scan_folder")
        self.change.setVisible(not fixed)
        self.change.setText(
            translate("Scans", "Choose another folder…")
            if named
            else translate("Scans", "Choose the folder…")
        )
        self.setToolTip(tip_text(fixed_words()) if fixed else "")
        self._show(())

    def choose_folder(self) -> None:
        """Asks for the folder that the scanner fills."""
        chosen = self.ask_folder()
        if chosen:
            self._workplace.settings = replace(self._workplace.settings, scan_folder=chosen)
            self.use_folder()
            self.folder_chosen.emit(chosen)
            self.refresh()

    def refresh(self) -> None:
        """Looks at the folder."""
        folder = self.folder
        if folder is None or self._looking:
            return
        self._looking = True
        jobs.run(self, folder.waiting, self._on_read, self._on_trouble)

    def _on_read(self, scans: tuple[Scan, ...]) -> None:
        self._looking = False
        self._show(scans)
        self._draw_next()

    def _on_trouble(self, error: Exception) -> None:
        self._looking = False
        if not isinstance(error, AppError):
            jobs.show_error(self, error)
            return
        self.list.show_rows(())
        self.empty.show_words(translate("Scans", "The folder cannot be reached"), sentence(error))
        self.pages.setCurrentWidget(self.empty)

    def _show(self, scans: Sequence[Scan]) -> None:
        self.list.show_rows(scans)
        if self.folder is None:
            self.empty.show_words(
                translate("Scans", "Which folder does the scanner fill?"),
                translate("Scans", "Name it once: new scans appear here and are registered beside the form."),
            )
        else:
            words = translate("Scans", "New files of “{folder}” appear here by themselves.")
            self.empty.show_words(
                translate("Scans", "Nothing is waiting"),
                fill(words, folder=visible_controls(self.folder.folder.name)),
            )
        self.pages.setCurrentWidget(self.list if scans else self.empty)

    def _draw_next(self) -> None:
        """Draws the picture of the first row that has none, one after the other."""
        scan = next((row for row in self.list.rows() if row not in self._pictures), None)
        if scan is None:
            return
        self._pictures[scan] = None

        def drawn(picture: QImage | None) -> None:
            self._pictures[scan] = picture
            self.list.viewport().update()
            self._draw_next()

        ratio = self.devicePixelRatioF()
        jobs.run(self, lambda: thumbnail(scan, round(_PICTURE_HEIGHT * ratio)), drawn)

    def _draw(self, painter: QPainter, box: QRectF, scan: Scan) -> None:
        mirror, now = Mirror.of(box), theme()
        frame = mirror.at(16, _PICTURE_WIDTH, top=box.top() + 8, height=_PICTURE_HEIGHT)
        painter.fillRect(frame, now.base)
        picture = self._pictures.get(scan)
        if picture is not None:
            size = picture.size().scaled(frame.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRectF(0, 0, size.width(), size.height())
            place.moveCenter(frame.center())
            painter.drawImage(place, picture)
        painter.setPen(now.line2)
        painter.drawRect(frame.adjusted(0, 0, -1, -1))
        start = 16 + _PICTURE_WIDTH + 12
        room = box.width() - start - 16
        name = mirror.at(start, room, top=box.top() + 14, height=24)
        draw_text(painter, name, visible_controls(scan.name), font("interface"), now.text)
        told = mirror.at(start, room, top=box.top() + 40, height=22)
        draw_text(painter, told, _when(scan), font("secondary"), now.text2)

    def _ask_folder(self) -> str:
        title = translate("Scans", "Folder that the scanner fills")
        named = self._workplace.settings.scan_folder or str(documents_folder())
        return QFileDialog.getExistingDirectory(self, title, named)

    @guarded(None)
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()
        self.refresh()

    @guarded(None)
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()


def _when(scan: Scan) -> str:
    return when(datetime.fromtimestamp(scan.changed / 1e9, UTC))


def _spoken(scan: Scan) -> str:
    return f"{visible_controls(scan.name)}, {_when(scan)}"
