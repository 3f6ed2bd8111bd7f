"""Preview of a message with the longest possible values, and its number of segments."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from desktop_app.errors import AppError
from desktop_app.office.message_templates import DeliveryMethod, MessageKind, valid_message
from desktop_app.petitions.outbox.composing import composed
from desktop_app.petitions.outbox.segments import Segments, segments
from desktop_app.wording import fill, translate
from desktop_app.wording.errors import error_sentence
from ui.widgets.form_panes import FormPane
from ui.widgets.plain import PlainLabel, PlainText

#: Exceeds every limit of the office, for counting without truncation.
_ENDLESS = 1_000


class MessageSample(FormPane):
    """Shows the text as it is sent, beside the form."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(width=None, parent=parent)
        self.heading(translate("Outbox", "How it goes out"))
        hint = translate("Outbox", "With the longest values among the latest petitions")
        self.column.addWidget(PlainLabel(hint, "secondary", "text2", wrap=True))
        self.column.addSpacing(8)
        self.trouble = PlainLabel("", "secondary", "danger", wrap=True)
        self.count = PlainLabel("", "interface", bold=True, wrap=True)
        self.cut = PlainLabel("", "secondary", "warn", wrap=True)
        self.subject = PlainLabel("", "interface", bold=True, wrap=True)
        self.text = PlainText()
        self.text.setAccessibleName(translate("Outbox", "How it goes out"))
        for label in (self.trouble, self.count, self.cut, self.subject):
            label.hide()
            self.column.addWidget(label)
        self.column.addSpacing(8)
        self.column.addWidget(self.text, 1)

    def show_message(
        self,
        kind: MessageKind,
        way: DeliveryMethod,
        subject: str,
        text: str,
        values: Mapping[str, str],
        most: int,
    ) -> None:
        """Shows the message of a template, or why the template is invalid."""
        try:
            subject, text = valid_message(kind, way, subject, text)
        except AppError as error:
            # The message of the last valid template stays visible.
            self.trouble.setText(error_sentence(error))
            self.trouble.show()
            return
        self.trouble.hide()
        shown_subject, shown = composed(way, subject, text, values, most)
        self.subject.setText(shown_subject)
        self.subject.setVisible(bool(shown_subject))
        self.text.setPlainText(shown)
        self.count.setVisible(way is DeliveryMethod.SMS)
        self.cut.setVisible(False)
        if way is DeliveryMethod.SMS:
            whole = segments(composed(way, subject, text, values, _ENDLESS)[1])
            self.count.setText(count_words(segments(shown)))
            words = translate(
                "Outbox",
                "Whole it would be {count} segments; the office's most are {most}. It is cut at a word, the tracking"
                " code stays whole.",
            )
            self.cut.setText(fill(words, count=whole.count, most=most))
            self.cut.setVisible(whole.count > most)


def count_words(counted: Segments) -> str:
    """Returns the length of a text message in characters and segments, as text."""
    single, several = (70, 67) if counted.unicode else (160, 153)
    words = translate(
        "Outbox",
        "{count} segments, {units} characters, {left} left in the last segment ({single} in one, {several} in each of"
        " several)",
    )
    return fill(
        words, count=counted.count, units=counted.units, left=counted.left, single=single, several=several
    )
