"""Settings of messages: sender, maximum length, channels answered by text message, folder of the
scheduled round."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QWidget

from desktop_app.errors import InvalidValueError
from desktop_app.persian.digits import latin_digits
from desktop_app.petitions.outbox.settings import WITHOUT_A_WAY, MessageSettings
from desktop_app.wording import digits, translate
from desktop_app.wording.labels import label
from ui import jobs
from ui.widgets.button import Button
from ui.widgets.form_panes import FormPane
from ui.widgets.plain import PlainLabel
from ui.widgets.refusals import Refusals, RefusingForm
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from desktop_app.services import AdministrationServices
    from ui.workplace import Workplace

_WIDTH = 480


class MessageSettingsForm(FormPane, RefusingForm):
    """`done` reports what was done and its undo; `saved` is emitted after a change."""

    done = Signal(str, object)
    saved = Signal()

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(width=None, parent=parent)
        self._workplace = workplace
        self._stored: MessageSettings | None = None
        self.address = TextField(translate("Outbox", "Sender's address of e-mails"), latin=True)
        self.segments = TextField(translate("Outbox", "Most segments of a text message"), numeric=True)
        self.folder = TextField(translate("Outbox", "Folder of the scheduled round"), latin=True)
        self.portal = TextField(translate("Outbox", "Address of the packages on the portal"), latin=True)
        self.channels = {
            channel.value: QCheckBox(label("channel", channel.value)) for channel in WITHOUT_A_WAY
        }
        self.browse_button = Button(translate("Outbox", "Choose …"), icon="ph.folder-open")
        self.browse_button.clicked.connect(lambda _checked=False: self.browse())
        self.save_button = Button(
            translate("Administration", "Save the settings"), "primary", flush=True, writes=True
        )
        self.save_button.clicked.connect(lambda _checked=False: self.save())
        self._lay_out()
        self.refusals = Refusals(
            self,
            {
                "message_sender": self.address,
                "sms_segments": self.segments,
                "message_folder": self.folder,
                "portal_address": self.portal,
            },
        )

    def _lay_out(self) -> None:
        self.heading(translate("Outbox", "Settings of messages"))
        mails = translate("Outbox", "E-mails wait until it is set. The name beside it is the office's.")
        self.labelled(self.address.accessibleName(), self.address, mails)
        cut = translate("Outbox", "What is longer is cut at a word; the tracking code stays whole.")
        self.labelled(self.segments.accessibleName(), self.segments, cut)
        words = translate("Outbox", "A text message also to the mobile of who came by")
        self.column.addWidget(PlainLabel(words, "secondary", "text2"))
        for box in self.channels.values():
            self.column.addWidget(box)
        self.column.addSpacing(10)
        words = translate(
            "Outbox",
            "“mosharekat intake run” writes what waits there, and reads receipts from its folder “receipts”. Empty:"
            " nothing goes out by itself.",
        )
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.folder, 1)
        row.addWidget(self.browse_button)
        self.labelled(self.folder.accessibleName(), place, words)
        words = translate(
            "Outbox",
            "Who commented on a draft gets a link to its outcome page there: address, code of the draft, page. Empty:"
            " messages have no link.",
        )
        self.labelled(self.portal.accessibleName(), self.portal, words)
        self.buttons(self.save_button)
        for field in (self.address, self.segments, place, self.portal):
            field.setMaximumWidth(_WIDTH)

    def show_settings(self, settings: MessageSettings) -> None:
        """Shows the stored settings; if they are unchanged, the input is kept."""
        if settings == self._stored:
            return
        self._stored = settings
        self.address.setText(settings.sender)
        self.segments.setText(digits(settings.sms_segments))
        self.folder.setText(settings.folder)
        self.portal.setText(settings.portal_address)
        for channel, box in self.channels.items():
            box.setChecked(channel in settings.sms_to)

    def browse(self) -> None:
        """Asks for the folder."""
        title = translate("Outbox", "Folder of the gateway")
        chosen = QFileDialog.getExistingDirectory(self, title, self.folder.text())
        if chosen:
            self.folder.setText(chosen)

    def save(self) -> None:
        """Saves the settings in the form."""
        typed = latin_digits(self.segments.text()).strip()
        if not (typed.isascii() and typed.isdecimal() and len(typed) < 3):
            jobs.show_error(self, InvalidValueError(field="sms_segments", reason="out_of_range", value=""))
            return
        chosen = tuple(channel for channel, box in self.channels.items() if box.isChecked())
        self._change(
            MessageSettings(int(typed), chosen, self.address.text(), self.folder.text(), self.portal.text())
        )

    def _change(self, settings: MessageSettings) -> None:
        rules, actor, before = self._workplace.services.message_rules, self._workplace.actor, self._stored
        self.save_button.setEnabled(False)
        self.refusals.clear()

        def saved(stored: MessageSettings) -> None:
            self.save_button.setEnabled(True)
            self.show_settings(stored)
            undo = partial(self._change, before) if before is not None else None
            self.done.emit(translate("Outbox", "The settings of messages were saved."), undo)
            self.saved.emit()

        def refused(error: Exception) -> None:
            self.save_button.setEnabled(True)
            jobs.show_error(self, error)

        jobs.run(self, lambda: rules.change(actor, settings, seen=before), saved, refused)
