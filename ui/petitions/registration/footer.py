"""Footer of the registration form: its tracking code, and the buttons that register it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout

from desktop_app.petitions.registration.codes import spoken
from desktop_app.wording import digits, translate
from ui.petitions.registration.reserved_code import code_title
from ui.widgets.button import Button, IconButton
from ui.widgets.page_bar import PageBar
from ui.widgets.painting import set_margins
from ui.widgets.plain import PlainLabel, set_tip


class RegisterFooter(PageBar):
    """Shows the reserved or assigned code. The buttons trigger the actions of the form."""

    said = Signal(str, object)

    def __init__(self, register: QAction, register_and_next: QAction, receipt: QAction) -> None:
        super().__init__(height=84, foot=True)
        self._register = register
        self._code = ""
        self.heading = PlainLabel("", "header", "text2", elide=True)
        self.code = PlainLabel("", "code")
        self.copy_button = IconButton("ph.copy", translate("RegisterForm", "Copy the code"))
        #: Whether the code goes to the caller as a text message.
        self.text_code = QCheckBox(translate("RegisterForm", "Text the code to the caller"))
        self.next_button = Button(register_and_next.text(), key="F6")
        self.register_button = Button(
            register.text(), "primary", icon="ph.check", key="Ctrl+Return", writes=True
        )
        self.receipt_button = Button("", icon="ph.receipt", key="Ctrl+P")
        self.receipt_button.hide()
        self.copy_button.clicked.connect(lambda _checked=False: self.copy_code())
        self.next_button.clicked.connect(lambda _checked=False: register_and_next.trigger())
        self.register_button.clicked.connect(lambda _checked=False: register.trigger())
        self.receipt_button.clicked.connect(lambda _checked=False: receipt.trigger())
        code = QVBoxLayout()
        code.setSpacing(0)
        code.addWidget(self.heading)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.code)
        line.addWidget(self.copy_button)
        line.addStretch()
        code.addLayout(line)
        row = QHBoxLayout(self)
        set_margins(row, 24, 10, 20, 10)
        row.addLayout(code, 1)
        row.addWidget(self.receipt_button)
        row.addWidget(self.next_button)
        row.addWidget(self.register_button)

    def show_code(self, code: str, *, registered: bool) -> None:
        """Shows a tracking code. An empty code shows where it will appear."""
        self._code = code
        self.heading.setText(code_title(promised=bool(code), registered=registered))
        groups = spoken(code).split("-") if code else []
        # Read from the first group to the last: isolated left to right, so that the groups keep their order.
        self.code.setText("\u2066" + "   ".join(digits(group) for group in groups) + "\u2069" if code else "")
        self.copy_button.setVisible(bool(code))

    def show_buttons(self, *, done: bool, receipt: bool) -> None:
        """Offers the next petition if this one is `done`, and the `receipt` of the last one."""
        words = translate("RegisterForm", "The next one") if done else translate("RegisterForm", "Register")
        self._register.setText(words)
        self.register_button.setText(words)
        self.register_button.updateGeometry()
        self.next_button.setVisible(not done)
        self.text_code.setVisible(not done)
        receipt_words = translate("Letters", "Receipt")
        self.receipt_button.setText(
            receipt_words if done else translate("Letters", "Receipt of the last one")
        )
        self.receipt_button.updateGeometry()
        self.receipt_button.setVisible(receipt)

    def offer_text(self, by_itself: bool | None, *, mobile: bool) -> None:
        """Offers the text message: `by_itself` is what the office has set, None where none can be sent."""
        if by_itself is None:
            why = translate("RegisterForm", "Text messages about a registration are switched off")
        else:
            why = "" if mobile else translate("RegisterForm", "Type the caller's mobile number first")
        if not why and not self.text_code.isEnabled():
            self.text_code.setChecked(bool(by_itself))
        if why:
            self.text_code.setChecked(False)
        self.text_code.setEnabled(not why)
        set_tip(self.text_code, why)

    @property
    def texts_code(self) -> bool | None:
        """The choice of the person; None where there is none."""
        return self.text_code.isChecked() if self.text_code.isEnabled() else None

    def copy_code(self) -> None:
        """Copies the code to the clipboard, in Latin digits."""
        QGuiApplication.clipboard().setText(self._code)
        self.said.emit(translate("RegisterForm", "The code is on the clipboard."), None)
