"""Settings of messages: sender, mail server, maximum length, channels answered by text message, folder of the
scheduled round; and a trial message."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QWidget

from desktop_app.errors import InvalidValueError
from desktop_app.persian.digits import latin_digits
from desktop_app.petitions.outbox.settings import MAIL_PORTS, WITHOUT_A_WAY, MailSecurity, MessageSettings
from desktop_app.staff.credentials import KeyringOutcome
from desktop_app.wording import digits, translate
from desktop_app.wording.labels import label
from desktop_app.wording.messages import trial_words
from ui import jobs
from ui.widgets.button import Button
from ui.widgets.choice import CodeComboBox
from ui.widgets.form_panes import FormPane
from ui.widgets.password_edit import PasswordEdit
from ui.widgets.plain import PlainLabel, set_tip
from ui.widgets.refusals import Refusals, RefusingForm
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from desktop_app.petitions.outbox.trial import TrialMessage
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
        self.host = TextField(translate("Outbox", "Mail server (SMTP)"), latin=True)
        self.security = CodeComboBox(translate("Outbox", "Encryption"))
        self.security.offer([(one, label("mail_security", one.value)) for one in MailSecurity])
        self.port = TextField(translate("Sources", "Port"), numeric=True)
        self.user = TextField(translate("Sources", "User name"), latin=True)
        self.password = PasswordEdit(translate("Sources", "Password"), size="normal")
        self.trial = TextField(translate("Outbox", "Your own address or mobile number"), latin=True)
        self.trial_button = Button(
            translate("Outbox", "Save and send a trial"), icon="ph.paper-plane-tilt", writes=True
        )
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
        self.trial_button.clicked.connect(lambda _checked=False: self.send_trial())
        self.trial.returnPressed.connect(self.send_trial)
        self._lay_out()
        self.security.currentIndexChanged.connect(lambda _at: self._on_security())
        self.refusals = Refusals(
            self,
            {
                "message_sender": self.address,
                "mail_host": self.host,
                "mail_port": self.port,
                "mail_user": self.user,
                "trial_address": self.trial,
                "sms_segments": self.segments,
                "message_folder": self.folder,
                "portal_address": self.portal,
            },
        )

    def _lay_out(self) -> None:
        self.heading(translate("Outbox", "Settings of messages"))
        mails = translate("Outbox", "E-mails wait until it is set. The name beside it is the office's.")
        self.labelled(self.address.accessibleName(), self.address, mails)
        self._lay_out_server()
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
            " nothing but e-mails to the mail server goes out by itself.",
        )
        place = _beside(self.folder, self.browse_button)
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

    def _lay_out_server(self) -> None:
        words = translate(
            "Outbox",
            "E-mails go to it, each once. Empty: they are files in the folder, as the other messages.",
        )
        self.labelled(self.host.accessibleName(), self.host, words)
        self.labelled(self.security.accessibleName(), self.security)
        self.labelled(self.port.accessibleName(), self.port)
        words = translate("Outbox", "Empty: the server wants no signing in.")
        self.labelled(self.user.accessibleName(), self.user, words)
        kept = translate(
            "Outbox",
            "Kept in the store of the operating system of this PC, and nowhere else; each PC that sends needs it."
            " Empty: as it is.",
        )
        self.labelled(self.password.accessibleName(), self.password, kept)
        words = translate(
            "Outbox", "An e-mail, or a text message as a file in the folder. It says that it is a trial."
        )
        trial = _beside(self.trial, self.trial_button)
        self.labelled(self.trial.accessibleName(), trial, words)
        set_tip(self.trial_button, translate("Outbox", "Shows whether messages leave with these settings"))
        for field in (self.host, self.security, self.port, self.user, self.password, trial):
            field.setMaximumWidth(_WIDTH)

    def show_settings(self, settings: MessageSettings) -> None:
        """Shows the stored settings; if they are unchanged, the input is kept."""
        if settings == self._stored:
            return
        self._stored = settings
        self.address.setText(settings.sender)
        self.host.setText(settings.mail_host)
        self.security.choose(settings.mail_security)
        self.port.setText(digits(settings.mail_port))
        self.user.setText(settings.mail_user)
        self.password.clear()
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
        """Saves the settings in the form, and the password if one was typed."""
        self._save(lambda _settings: None, lambda: None)

    def send_trial(self) -> None:
        """Saves the form, and sends a trial message by what it says; saves nothing if no trial can go out so."""
        from desktop_app.petitions.outbox.trial import checked_trial  # noqa: PLC0415 - the client of mail servers

        self._save(lambda settings: checked_trial(settings, self.trial.text()), self._send_trial)

    def _save(self, check: Callable[[MessageSettings], object], then: Callable[[], None]) -> None:
        try:
            settings = self._settings()
            check(settings)
        except InvalidValueError as error:
            jobs.show_error(self, error)
            return
        password = self.password.text() if settings.mail_host.strip() and settings.mail_user.strip() else ""
        self._change(settings, password, then)

    def _settings(self) -> MessageSettings:
        """Returns the values of the form. Raises `InvalidValueError`."""
        chosen = tuple(channel for channel, box in self.channels.items() if box.isChecked())
        return MessageSettings(
            _number(self.segments.text(), "sms_segments", 2),
            chosen,
            self.address.text(),
            self.folder.text(),
            self.portal.text(),
            self.host.text(),
            _number(self.port.text(), "mail_port", 5),
            self.security.code(),
            self.user.text(),
        )

    def _change(
        self, settings: MessageSettings, password: str = "", then: Callable[[], None] = lambda: None
    ) -> None:
        rules, actor, before = self._workplace.services.message_rules, self._workplace.actor, self._stored
        self._let_act(False)
        self.refusals.clear()

        def work() -> tuple[MessageSettings, KeyringOutcome | None]:
            stored = settings if settings == before else rules.change(actor, settings, seen=before)
            return stored, stored.mail_account.keep_password(password) if password else None

        def saved(found: tuple[MessageSettings, KeyringOutcome | None]) -> None:
            stored, kept = found
            self._let_act(True)
            self.password.clear()
            self.show_settings(stored)
            self._tell_saved(before, stored, kept)
            then()

        jobs.run(self, work, saved, self._on_refused)

    def _tell_saved(
        self, before: MessageSettings | None, stored: MessageSettings, kept: KeyringOutcome | None
    ) -> None:
        words = translate("Outbox", "The settings of messages were saved.")
        if kept is not None and kept is not KeyringOutcome.KEPT:
            words = translate(
                "Outbox",
                "The settings were saved, but this PC's store did not keep the password; no e-mails leave from this"
                " PC.",
            )
        undo = partial(self._change, before) if before is not None and before != stored else None
        self.done.emit(words, undo)
        self.saved.emit()

    def _send_trial(self) -> None:
        delivery, actor, address = (
            self._workplace.services.delivery, self._workplace.actor, self.trial.text(),
        )  # fmt: skip
        self._let_act(False)

        def sent(trial: TrialMessage) -> None:
            self._let_act(True)
            self.done.emit(trial_words(trial.server, trial.file), None)

        jobs.run(self, lambda: delivery.trial(actor, address), sent, self._on_refused)

    def _on_refused(self, error: Exception) -> None:
        self._let_act(True)
        jobs.show_error(self, error)

    def _let_act(self, may: bool) -> None:
        for button in (self.save_button, self.trial_button):
            button.setEnabled(may)

    def _on_security(self) -> None:
        """Goes to the usual port, if that of the other encryption stands there."""
        usual = [str(port) for port in MAIL_PORTS.values()]
        if latin_digits(self.port.text()).strip() in ("", *usual):
            self.port.setText(digits(MAIL_PORTS[self.security.code()]))


def _beside(field: QWidget, button: QWidget) -> QWidget:
    """Returns a field with a button beside it."""
    place = QWidget()
    row = QHBoxLayout(place)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(field, 1)
    row.addWidget(button)
    return place


def _number(typed: str, field: str, longest: int) -> int:
    """Returns a number of so many digits at most, in any script. Raises `InvalidValueError`."""
    number = latin_digits(typed).strip()
    if not (number.isascii() and number.isdecimal() and len(number) <= longest):
        raise InvalidValueError(field=field, reason="out_of_range", value="")
    return int(number)
