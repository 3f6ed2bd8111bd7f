"""The logo of the letterhead: preview, choose from a file, remove. Both take effect at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from desktop_app.wording import translate
from ui import jobs
from ui.widgets.button import Button
from ui.widgets.painting import set_margins
from ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from desktop_app.office.settings import Office
    from desktop_app.staff.roles import Actor

#: Size of the preview in pixels, somewhat larger than in print.
_WIDE, _HIGH = 128, 64


class LogoField(QWidget):
    """`done` reports what was done. `actor` is asked for each act, because roles change."""

    done = Signal(str)

    def __init__(self, office: Office, actor: Callable[[], Actor], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._actor = actor
        self.picture = PlainLabel("")
        self.picture.setAccessibleName(translate("Administration", "Logo of the letterhead"))
        self.words = PlainLabel("", "secondary", "text2", wrap=True)
        self.choose_button = Button(
            translate("Administration", "Choose a picture…"), "secondary", writes=True
        )
        self.remove_button = Button(translate("Administration", "Print no logo"), "ghost", writes=True)
        self.setFocusProxy(self.choose_button)
        self.choose_button.clicked.connect(self._ask)
        self.remove_button.clicked.connect(lambda: self._change(None))
        row = QHBoxLayout(self)
        set_margins(row, 0, 0, 0, 4)
        row.setSpacing(0)
        row.addWidget(self.choose_button)
        row.addWidget(self.remove_button)
        row.addSpacing(12)
        row.addWidget(self.picture)
        row.addWidget(self.words, 1)
        self._show(None)

    def refresh(self) -> None:
        """Reloads the logo."""
        jobs.run(self, self._office.logo, self._show)

    def _ask(self) -> None:
        title = translate("Administration", "Logo of the letterhead")
        kinds = translate("Administration", "Pictures")
        name = QFileDialog.getOpenFileName(self, title, "", f"{kinds} (*.png *.jpg *.jpeg)")[0]
        if name:
            self._change(Path(name))

    def _change(self, path: Path | None) -> None:
        office, actor = self._office, self._actor()

        def change() -> bytes | None:
            from desktop_app.documents.pictures import read_picture  # noqa: PLC0415

            picture = None if path is None else read_picture(path)
            office.change_logo(actor, picture, name=path.name if path else "")
            return office.logo()

        jobs.run(self, change, self._on_changed)

    def _on_changed(self, picture: bytes | None) -> None:
        self._show(picture)
        set_now = translate("Administration", "The logo stands above what is printed from now on.")
        gone = translate("Administration", "No logo is printed from now on.")
        self.done.emit(set_now if picture is not None else gone)

    def _show(self, picture: bytes | None) -> None:
        shown = QPixmap()
        if picture:
            shown.loadFromData(picture)
        self.picture.setVisible(not shown.isNull())
        self.remove_button.setVisible(picture is not None)
        if not shown.isNull():
            kept = Qt.AspectRatioMode.KeepAspectRatio
            smooth = Qt.TransformationMode.SmoothTransformation
            self.picture.setPixmap(shown.scaled(_WIDE, _HIGH, kept, smooth))
        self.words.setVisible(shown.isNull())
        self.words.setText(
            translate("Administration", "No logo: the mark of the program is printed in its place.")
            if picture is None
            else translate("Administration", "The logo cannot be read any more: choose it again.")
        )
