"""Attachments of a petition, below the citizen's text: added, previewed, opened, saved, removed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.documents.media import PDF, PICTURES, safe_name
from desktop_app.errors import AppError, NotWrittenError
from desktop_app.foreign.reader import READER
from desktop_app.opened import mark_as_foreign
from desktop_app.persian.text import shown_name, visible_controls
from desktop_app.staff.roles import Role
from desktop_app.whole_file import write_whole
from desktop_app.wording import digits, fill, number, translate
from ui import jobs
from ui.guard import guarded
from ui.petitions.desk.attachment_preview import PREVIEWED, AttachmentPreview, Shown, shown_of
from ui.petitions.desk.file_sources import FileSource, sources_of, sources_of_paths
from ui.widgets.attachment_dialogs import RemoveDialog
from ui.widgets.button import IconButton
from ui.widgets.copy_opening import CopyOpening
from ui.widgets.export_work import documents_folder
from ui.widgets.plain import LinkLabel, PlainLabel, set_tip

if TYPE_CHECKING:
    from desktop_app.database.files import FileRow
    from desktop_app.petitions.desk.detail import PetitionDetail
    from desktop_app.progress import Progress
    from desktop_app.services import InboxServices
    from ui.workplace import Workplace

_ICONS: Final = {PDF: "ph.file-pdf", **dict.fromkeys(PICTURES, "ph.image")}


class AttachmentsBox(QWidget):
    """Lists the attachments of the shown petition.

    `said` carries a message; `changed` is emitted when files were added or removed. `ask_files`, `ask_target`
    and `opening` can be replaced.
    """

    said = Signal(str, object)
    changed = Signal()

    def __init__(self, workplace: Workplace[InboxServices]) -> None:
        super().__init__()
        self._workplace, self._attachments = workplace, workplace.services.attachments
        self._detail: PetitionDetail | None = None
        self.rows: tuple[FileRow, ...] = ()
        self.lines: list[AttachmentLine] = []
        self.ask_files: Callable[[], Sequence[str]] = self._ask_files
        self.ask_target: Callable[[str], str] = self._ask_target
        self.opening = CopyOpening(self, workplace.opened)
        self.dialog: RemoveDialog | AttachmentPreview | None = None
        self._title = PlainLabel(translate("Attachments", "Attachments"), "header", "text2")
        self._count = PlainLabel("", "header", "text2")
        self.add = LinkLabel(translate("Attachments", "Add a file"), self.choose, "header")
        set_tip(self.add, translate("Attachments", "Or drop it here, or paste it (Ctrl+V)"))
        head = QHBoxLayout()
        head.setSpacing(8)
        for part in (self._title, self._count):
            head.addWidget(part)
        head.addStretch()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addLayout(head)
        self.hide()

    # What there is

    def show_for(self, detail: PetitionDetail, *, may_add: bool) -> None:
        """Reads the files of this petition. Files already shown for it remain until then."""
        if self._detail is None or self._detail.id != detail.id:
            self._show(())
        self._detail = detail
        self.add.setVisible(may_add)
        number, actor = detail.id, self._workplace.actor
        jobs.run(
            self,
            lambda: self._attachments.of(actor, number),
            lambda rows: self._on_read(number, rows),
            jobs.only_bugs(self),
        )

    def _on_read(self, petition_id: int, rows: tuple[FileRow, ...]) -> None:
        if self._detail is not None and self._detail.id == petition_id:
            self._show(rows)

    def _show(self, rows: tuple[FileRow, ...]) -> None:
        if rows == self.rows and len(rows) == len(self.lines):
            return
        self.rows = rows
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [AttachmentLine(row, self) for row in rows]
        for line in self.lines:
            self._column.addWidget(line)
        self._count.setText(digits(len(rows)))
        self.setVisible(bool(rows))

    def may_remove(self, row: FileRow) -> bool:
        """Whether the command is offered. The service checks the permission itself."""
        actor, detail = self._workplace.actor, self._detail
        own = actor.person_id is not None and actor.person_id == row.added_by_id
        return own or actor.has(Role.MANAGER, detail.unit_id if detail else None)

    # Adding

    def choose(self) -> None:
        """Asks for files and adds them."""
        self.take(sources_of_paths(self.ask_files()))

    def take_mime(self, mime: QMimeData) -> bool:
        """Adds dropped or pasted files; returns whether there were any."""
        found = sources_of(mime)
        if found and not self.add.isHidden():
            self.take(found)
        return bool(found)

    def take(self, sources: Sequence[FileSource]) -> None:
        """Adds files to the shown petition, one after the other. The first refusal ends the job."""
        detail = self._detail
        if detail is None or not sources:
            return
        number = detail.id
        jobs.run(
            self,
            lambda: add_all(self._workplace, number, sources),
            lambda done: self._on_added(number, *done),
        )

    def _on_added(self, petition_id: int, count: int, refused: AppError | None) -> None:
        if count:
            words = translate("Attachments", "{count} files added.")
            self.said.emit(fill(words, count=count), None)
            if self._detail is not None and self._detail.id == petition_id:
                self.changed.emit()
        if refused is not None:
            jobs.show_error(self, refused)

    # Looking, opening, saving

    def preview(self, row: FileRow) -> None:
        """Shows the file here if its type allows it; otherwise opens it."""
        if row.media_type not in PREVIEWED:
            self.open(row)
            return
        actor = self._workplace.actor

        def looked_at(progress: Progress) -> Shown:
            READER.warm()
            content = self._attachments.read(actor, row.id)[1]
            return shown_of(row.name, row.media_type, content, progress)

        jobs.run(
            self,
            looked_at,
            lambda shown: self._put_up(AttachmentPreview(row, shown, self.window())),
            progress=lambda _done, _total: None,
        )

    def open(self, row: FileRow) -> None:
        """Opens a read-only copy in the system's program, after a warning where the type may be harmful."""

        self._read(row, lambda content: self.opening.open(row.name, content, self.window()))

    def save(self, row: FileRow) -> None:
        """Asks for a path and writes a copy."""
        chosen = self.ask_target(safe_name(row.name))
        if not chosen:
            return
        target = Path(chosen)

        def write(content: bytes) -> None:
            def work() -> None:
                try:
                    write_whole(target, content)
                    mark_as_foreign(target)
                except OSError as error:
                    raise NotWrittenError.because(target.name, error) from error

            words = fill(translate("Attachments", "Saved as “{name}”."), name=shown_name(target.name))
            jobs.run(self, work, lambda _nothing: self.said.emit(words, None))

        self._read(row, write)

    def remove(self, row: FileRow) -> None:
        """Asks for the reason and removes the file."""
        dialog = RemoveDialog(row.name, self.window())
        dialog.chosen.connect(lambda reason: self._remove(row, reason))
        self._put_up(dialog)

    def _remove(self, row: FileRow, reason: str) -> None:
        actor = self._workplace.actor

        def done(_nothing: object) -> None:
            self.said.emit(
                fill(
                    translate("Attachments", "“{name}” removed; managers can still read it."),
                    name=_shown(row),
                ),
                None,
            )
            self.changed.emit()

        jobs.run(self, lambda: self._attachments.remove(actor, row.id, reason), done)

    def menu(self, row: FileRow) -> QMenu:
        """Returns the menu of a file."""
        made = QMenu(self)
        if row.media_type in PREVIEWED:
            made.addAction(translate("Attachments", "Preview"), lambda: self.preview(row))
        made.addAction(translate("Attachments", "Open"), lambda: self.open(row))
        made.addAction(translate("Attachments", "Save as …"), lambda: self.save(row))
        if not row.removed and self.may_remove(row):
            made.addSeparator()
            made.addAction(translate("Attachments", "Remove …"), lambda: self.remove(row))
        return made

    def _read(self, row: FileRow, then: Callable[[bytes], None]) -> None:
        actor = self._workplace.actor
        jobs.run(self, lambda: self._attachments.read(actor, row.id), lambda found: then(found[1]))

    def _put_up(self, dialog: RemoveDialog | AttachmentPreview) -> None:
        self.dialog = dialog
        dialog.open()

    def _ask_files(self) -> Sequence[str]:
        names, _ = QFileDialog.getOpenFileNames(self, translate("Attachments", "Add files"))
        return names

    def _ask_target(self, name: str) -> str:
        chosen, _ = QFileDialog.getSaveFileName(
            self, translate("Attachments", "Save the attachment"), str(documents_folder() / name)
        )
        return chosen


class AttachmentLine(QWidget):
    """One file: its name, who added it, its size, and a menu."""

    def __init__(self, row: FileRow, box: AttachmentsBox) -> None:
        super().__init__()
        self.row = row
        self.setAccessibleName(_shown(row))
        icon = IconButton(_ICONS.get(row.media_type, "ph.file"), translate("Attachments", "Preview"), side=28)
        icon.clicked.connect(lambda _checked=False: box.preview(row))
        self.name = LinkLabel(_shown(row), lambda: box.preview(row), "secondary")
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        set_tip(self.name, f"{_shown(row)}\n{row.media_type}\nSHA-256 {row.sha256}")
        size = PlainLabel(size_words(row.size), "header", "text2")
        told = translate("Attachments", "removed") if row.removed else visible_controls(row.added_by)
        by = PlainLabel(told, "header", "danger" if row.removed else "text2")
        self.more = IconButton("ph.dots-three", translate("Attachments", "What can be done with it"), side=28)
        self.more.clicked.connect(lambda _checked=False: self._open_menu(box))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(icon)
        line.addWidget(self.name, 1)
        for part in (by, size, self.more):
            line.addWidget(part)

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The extension of a long name must remain visible: elide the middle.
        whole, room = _shown(self.row), self.name.width()
        self.name.setText(self.name.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideMiddle, room))

    def _open_menu(self, box: AttachmentsBox) -> None:
        menu = box.menu(self.row)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))


def add_all(
    workplace: Workplace[InboxServices], petition_id: int, sources: Sequence[FileSource]
) -> tuple[int, AppError | None]:
    """Reads and stores files; for a worker thread.

    Returns how many were stored, and the error that stopped the rest (or None).
    """
    attachments, done = workplace.services.attachments, 0
    try:
        most = attachments.limit()
        for source in sources:
            attachments.add(workplace.actor, petition_id, source.name, source.read(most))
            done += 1
    except AppError as error:
        return done, error
    return done, None


def size_words(size: int) -> str:
    """Returns a size in bytes, kilobytes or megabytes (multiples of 1024)."""
    if size < 1024:
        return fill(translate("Attachments", "{count} bytes"), count=size)
    if size < 1024 * 1024:
        return fill(translate("Attachments", "{count} KB"), count=round(size / 1024))
    return fill(translate("Attachments", "{count} MB"), count=number(size / 1024 / 1024, decimals=1))


def _shown(row: FileRow) -> str:
    return shown_name(row.name)
