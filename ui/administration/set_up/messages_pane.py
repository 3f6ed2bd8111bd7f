"""The pane of the messages to petitioners: by which delivery methods answers go out, and where they are handed on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop_app.office.message_templates import DeliveryMethod
from desktop_app.office.set_up import SetUpTask
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label
from desktop_app.wording.messages import trial_words
from ui.administration.earlier_answers import EarlierAnswersQuestion
from ui.administration.set_up.task_pane import ConfirmedPane, Lines
from ui.widgets.plain import PlainLabel
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from desktop_app.reports.readiness.checklist import Checklist
    from desktop_app.services import AdministrationServices
    from ui.workplace import Workplace


class MessagesPane(ConfirmedPane):
    """Each delivery method is switched here; its wording and the places are in the panel of messages."""

    task = SetUpTask.MESSAGES
    plain_confirmation = True

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._subheading(translate("SetUp", "Acknowledgements and answers go out by"))
        self.lines = Lines(39)
        self.boxes: dict[DeliveryMethod, QCheckBox] = {}
        self.places = {way: PlainLabel("", "secondary", "warn") for way in DeliveryMethod}
        for way in DeliveryMethod:
            box = self.boxes[way] = QCheckBox(label("way", way.value))
            box.clicked.connect(lambda on, way=way: self._switch(way, on=on))
            self.lines.add((box, self.places[way]))
        self.column.addWidget(self.lines)
        self.earlier = EarlierAnswersQuestion(workplace)
        self.earlier.decided.connect(lambda words: self.settled.emit(words, None))
        self.column.addWidget(self.earlier)
        self._buttons(
            self._link(translate("SetUp", "Mail server, folder, wording"), "messages", "secondary"),
            self.confirm_button,
            self.open_button,
        )
        self.trial = TextField(translate("Outbox", "Your own address or mobile number"), latin=True)
        self.trial.returnPressed.connect(self.send_trial)
        self.trial_button = self._act(
            translate("SetUp", "Send a trial"), self.send_trial, icon="ph.paper-plane-tilt"
        )
        self._labelled(self.trial.accessibleName(), self.trial)
        self._buttons(self.trial_button)
        self.refusals.know({"trial_address": self.trial})
        self._note(
            "ph.info",
            translate(
                "SetUp",
                "E-mails leave by the office's mail server. Text messages and messages of the portal are written into"
                " files for their gateway.",
            ),
        )

    def _confirm_words(self) -> str:
        return translate("SetUp", "Send no messages for now")

    def _may_confirm(self, checklist: Checklist) -> bool:
        return not checklist.facts.answers_by

    def _stored(self, checklist: Checklist) -> object:
        return checklist.facts.answers_by, checklist.facts.leads_nowhere

    def _fill(self, checklist: Checklist) -> None:
        facts = checklist.facts
        for way, box in self.boxes.items():
            box.setChecked(way in facts.answers_by)
            nowhere = way in facts.leads_nowhere
            self.places[way].setText(translate("SetUp", "no place to hand it on yet") if nowhere else "")
        self._show_confirmation(checklist)
        if facts.answers_by:
            self.earlier.ask()
        else:
            self.earlier.hide()

    def begin(self) -> None:
        assert self._checklist is not None
        facts = self._checklist.facts
        if facts.leads_nowhere:
            self.panel_wanted.emit("messages")
        else:
            self.boxes[DeliveryMethod.EMAIL].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def send_trial(self) -> None:
        """Sends a trial message to the address or number that is typed."""
        delivery, actor, address = self._services.delivery, self._workplace.actor, self.trial.text()
        self._write(
            lambda: delivery.trial(actor, address),
            lambda trial: self.told.emit(trial_words(trial.server, trial.file), None),
        )

    def _switch(self, way: DeliveryMethod, *, on: bool) -> None:
        templates, actor = self._services.message_templates, self._workplace.actor
        words = translate("SetUp", "Answers go out by {way} from now on.")
        if not on:
            words = translate("SetUp", "Answers do not go out by {way} any more.")
        back = self._undo(lambda: templates.switch(actor, way, on=not on))
        self._write(
            lambda: templates.switch(actor, way, on=on),
            lambda _done: self.told.emit(fill(words, way=label("way", way.value)), back),
        )
