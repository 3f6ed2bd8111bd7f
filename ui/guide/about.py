"""What the program is: its version, and the licences of all parts."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app import __version__
from desktop_app.guide.licences import licence_text
from desktop_app.persian.digits import isolated
from desktop_app.wording import digits, fill, translate
from ui import jobs
from ui.widgets.button import Button
from ui.widgets.girih import Logo
from ui.widgets.plain import PlainLabel, PlainText


class AboutDialog(QDialog):
    """The licences are read on a worker."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = translate("Guide", "About Mosharekat")
        self.setWindowTitle(title)
        self.resize(560, 480)
        version = fill(translate("Guide", "Version {version}"), version=isolated(digits(__version__)))
        self.version = PlainLabel(version, "interface", "text2")
        self.licences = PlainText("", "secondary", latin=True)
        self.licences.setAccessibleName(translate("Guide", "Licences of the program and its parts"))
        close = Button(translate("Guide", "Close"), key="Esc")
        close.clicked.connect(self.reject)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(PlainLabel(translate("Window", "Mosharekat"), "title"))
        names.addWidget(self.version)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(Logo(48))
        head.addLayout(names, 1)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addLayout(head)
        words = translate(
            "Guide",
            "The staff workstation of a culture office: petitions, draft regulations, reports. The program is free"
            " software under the MIT licence; its parts have licences of their own.",
        )
        column.addWidget(PlainLabel(words, "secondary", "text2", wrap=True))
        column.addWidget(self.licences, 1)
        column.addLayout(foot)
        close.setFocus()
        jobs.run(self, licence_text, self.licences.setPlainText)
