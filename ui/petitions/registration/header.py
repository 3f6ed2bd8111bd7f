"""Header of the registration form: what is registered, how long the call lasts, and the way out."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout

from desktop_app.petitions.vocabulary import Channel
from desktop_app.wording import translate
from ui.petitions.registration.call_time import CallTime
from ui.theme_tokens import PAGE_HEADER
from ui.widgets.button import Button
from ui.widgets.page_bar import PageBar
from ui.widgets.painting import set_margins
from ui.widgets.plain import PlainLabel


class RegisterHeader(PageBar):
    """`aside` is the command that puts the form aside."""

    def __init__(self, aside: QAction) -> None:
        super().__init__(height=PAGE_HEADER)
        self.heading = PlainLabel("", "heading")
        self.call_time = CallTime()
        #: That a form which was put aside is there again.
        self.again = PlainLabel("", "secondary", "text2")
        row = QHBoxLayout(self)
        set_margins(row, 24, 0, 16, 0)
        row.setSpacing(12)
        row.addWidget(self.heading)
        row.addWidget(self.call_time)
        row.addStretch()
        row.addWidget(self.again)
        self._aside = aside.text()
        self.leave = Button(self._aside, "ghost", key="Esc")
        self.leave.clicked.connect(lambda _checked=False: aside.trigger())
        row.addWidget(self.leave)

    def show_done(self, done: bool) -> None:
        """Names the way out: what is registered is closed, and nothing is put aside."""
        self.leave.setText(translate("RegisterForm", "Close") if done else self._aside)
        self.leave.updateGeometry()

    def show_channel(self, channel: Channel) -> None:
        """Shows what is registered by a channel."""
        if channel is Channel.PHONE:
            self.heading.setText(translate("RegisterForm", "Register a phone call"))
        else:
            self.heading.setText(translate("RegisterForm", "Register a petition"))
