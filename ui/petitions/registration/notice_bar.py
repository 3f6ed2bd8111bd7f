"""What the clerk tells a caller whose identity is incomplete: a sentence to read out, and a mark that it was said."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.people.petitioners import Contact, PetitionerRow
from desktop_app.persian.names import sort_key
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label
from ui.guard import guarded
from ui.theme import theme
from ui.theme_tokens import RADIUS
from ui.widgets.painting import fill_rounded, set_margins
from ui.widgets.plain import PlainLabel
from ui.widgets.term_mark import WITHOUT_REPLY, TermMark

#: The fields of the identity that a petitioner who is known by number and name has on file.
_ON_FILE = ("national_id", "mobile")


def with_what_is_known(contact: Contact, caller: PetitionerRow | None) -> Contact:
    """Returns the contact with what is on file of the caller, whom registration recognises by number and name."""
    if caller is None or not contact.mobile or sort_key(contact.name) != sort_key(caller.name):
        return contact
    known = {name: getattr(contact, name) or getattr(caller, name) or None for name in _ON_FILE}
    return Contact(contact.name, known["national_id"], known["mobile"], contact.email, contact.group)


class NoticeBar(QWidget):
    """Hidden while nothing is missing. `said_changed` tells that the mark was set or removed."""

    said_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.missing: tuple[str, ...] = ()
        self._listening = False
        self.why = PlainLabel("", "secondary", "warn", wrap=True)
        self.sentence = PlainLabel(
            translate(
                "Notices",
                "“Your identity is incomplete, so this is registered as a notice and gets no reply. When you give"
                " us the rest, with this tracking code, it becomes a petition and gets one.”",
            ),
            "document",
            wrap=True,
        )
        self.said = QCheckBox(translate("Notices", "I have said this to the caller"))
        self.said.toggled.connect(lambda _on: self.said_changed.emit())
        column = QVBoxLayout(self)
        set_margins(column, 16, 10, 16, 10)
        column.setSpacing(6)
        first = QHBoxLayout()
        first.addWidget(self.why, 1)
        first.addWidget(TermMark(WITHOUT_REPLY))
        column.addLayout(first)
        for part in (self.sentence, self.said):
            column.addWidget(part)
        self.hide()

    def show_missing(self, missing: tuple[str, ...], *, listening: bool) -> None:
        """Shows which fields are missing; `listening` says that somebody hears what is read out."""
        if (missing, listening) == (self.missing, self._listening):
            return
        self.missing, self._listening = missing, listening
        fields = translate("Window", ", ").join(label("field", field) for field in missing)
        words = translate("Notices", "Missing: {fields}. It is registered as a notice without a reply.")
        if listening:
            words = translate("Notices", "Missing: {fields}. Without it this is a notice. Read out loud:")
        self.why.setText(fill(words, fields=fields))
        self.sentence.setVisible(listening)
        self.said.setVisible(listening)
        if not missing or not listening:
            self.said.setChecked(False)
        self.setVisible(bool(missing))

    @property
    def wants_telling(self) -> bool:
        """Whether the caller still has to be told."""
        return bool(self.missing) and self._listening and not self.said.isChecked()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        fill_rounded(QPainter(self), QRectF(self.rect()), theme().warnbg, RADIUS)
