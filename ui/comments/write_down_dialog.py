"""The dialog for entering comments by hand: from a phone call, a letter or a visitor; also several in a row."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.errors import InvalidValueError
from desktop_app.instruments.comments.register import LONGEST_LETTER_NUMBER, WrittenDown
from desktop_app.instruments.drafting.service import InstrumentRow
from desktop_app.instruments.vocabulary import CHANNELS, LETTER, LONGEST_PROVISION
from desktop_app.people.identity import Group
from desktop_app.people.model import LONGEST_NAME
from desktop_app.people.number_gaps import identifier_gaps
from desktop_app.unfinished import Key
from desktop_app.wording import translate
from desktop_app.wording.labels import label
from ui.actions import make_action
from ui.jobs import run
from ui.signals import ID
from ui.widgets.button import Button
from ui.widgets.jalali_date_edit import JalaliDateEdit
from ui.widgets.kept_form import KeptForm
from ui.widgets.plain import PlainLabel, PlainText
from ui.widgets.refusals import Refusals, RefusingForm
from ui.widgets.text_field import TextField
from ui.workplace import Workplace

if TYPE_CHECKING:
    from desktop_app.services import CommentsServices

_TEXT_HEIGHT: Final = 132


class WriteDownDialog(QDialog, RefusingForm):
    """Saves one comment on a draft and closes, or continues with the next one.

    The next one keeps channel, day and provision. `written` is emitted with each id. Errors are shown in the form.
    The input is kept after an error and after closing. `today` is the server's day in Tehran.
    """

    written = Signal(ID)

    def __init__(
        self,
        workplace: Workplace[CommentsServices],
        draft: InstrumentRow,
        today: date,
        provisions: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workplace, self.draft = workplace, draft
        self.setWindowTitle(translate("Comments", "Write a comment down"))
        self.setMinimumWidth(600)
        self.channel, self.group = QComboBox(), QComboBox()
        for code in CHANNELS:
            self.channel.addItem(label("channel", code), code)
        for group in Group:
            self.group.addItem(label("group", group.value), group.value)
        self.day = JalaliDateEdit(today)
        self.letter = TextField(translate("Comments", "Letter number"), size="form")
        self.letter.setMaxLength(LONGEST_LETTER_NUMBER)
        self.who = TextField(
            translate("Comments", "Sender's name or number"), size="form", gaps=identifier_gaps
        )
        self.who.setMaxLength(LONGEST_NAME)
        self.provision = TextField(translate("Comments", "Provision"), size="form")
        self.provision.setMaxLength(LONGEST_PROVISION)
        self.provision.setPlaceholderText(translate("Comments", "for example: Article 6"))
        completer = QCompleter(QStringListModel(list(provisions), self), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.provision.setCompleter(completer)
        self.quote = TextField(translate("Comments", "Words of the text that are meant"), size="form")
        self.text = PlainText("", "document", editable=True)
        self.text.keep_height(_TEXT_HEIGHT)
        #: The confirmation of the previous comment, shown while the next one is entered.
        self.said = PlainLabel("", "secondary", "text2", wrap=True)
        self.said.hide()
        self._goes_on = False
        save = make_action(
            self, translate("Comments", "Register"), self._save, key="Ctrl+Return", writes=True
        )
        following = make_action(
            self,
            translate("Comments", "Register, and the next one"),
            partial(self._save, goes_on=True),
            key="Ctrl+Shift+Return",
            writes=True,
        )
        self.next_button = Button.of(following, writes=True)
        self.save_button = Button.of(save, "primary", writes=True)
        self.cancel_button = Button(translate("Comments", "Cancel"), "ghost")
        self.cancel_button.clicked.connect(self.reject)
        self.form = KeptForm(
            workplace.unfinished,
            {
                "channel": self.channel,
                "day": self.day,
                "letter": self.letter,
                "sender": self.who,
                "group": self.group,
                "provision": self.provision,
                "quote": self.quote,
                "text": self.text,
            },
            self,
        )
        self._lay_out()
        self.refusals = Refusals(
            self,
            {
                "received_at": self.day,
                "letter_number": self.letter,
                "name": self.who,
                "provision": self.provision,
                "quote": self.quote,
                "text": self.text,
            },
            foot=self.save_button,
        )
        self.channel.currentIndexChanged.connect(self._on_channel)
        self._on_channel()
        self._follow()
        self.text.setFocus()

    def given(self) -> WrittenDown:
        """Returns the content of the form. Raises `InvalidValueError`."""
        day = self.day.day()
        if day is None:
            typed = self.day.text()
            raise InvalidValueError(
                field="received_at", reason="not_a_date" if typed else "empty", value=typed
            )
        return WrittenDown(
            self.text.toPlainText(),
            self.channel.currentData(),
            day,
            self.who.text(),
            Group(self.group.currentData()),
            self.provision.text(),
            self.quote.text(),
            self.letter.text() if self._is_letter() else "",
        )

    def show_error(self, error: Exception) -> None:
        """Shows an error at its field; the input is kept."""
        self.said.hide()
        self._wait(waiting=False)
        super().show_error(error)

    def _wait(self, *, waiting: bool) -> None:
        for button in (self.save_button, self.next_button):
            button.setEnabled(not waiting)

    def _is_letter(self) -> bool:
        return bool(self.channel.currentData() == LETTER)

    def _on_channel(self) -> None:
        for widget in (self._letter_caption, self.letter):
            widget.setVisible(self._is_letter())
        self._grow()

    def _grow(self) -> None:
        """Grows the dialog for a new row or message, so that the text field does not shrink."""
        layout = self.layout()
        assert layout is not None
        layout.activate()
        self.resize(self.width(), max(self.height(), layout.totalSizeHint().height()))

    def _follow(self) -> None:
        self.form.follow(Key("instrument", self.draft.id, "write_down"), self.draft.title)

    def _save(self, *, goes_on: bool = False) -> None:
        if not self.save_button.isEnabled():
            return
        try:
            given = self.given()
        except InvalidValueError as error:
            self.show_error(error)
            return
        self.refusals.clear()
        self._wait(waiting=True)
        self._goes_on = goes_on
        register, actor, number = (
            self._workplace.services.comment_register,
            self._workplace.actor,
            self.draft.id,
        )
        run(self, lambda: register.write_down(actor, number, given), self._on_written, self.show_error)

    def _on_written(self, comment_id: int) -> None:
        self.form.done()
        if not self._goes_on:
            self.accept()
        self.written.emit(comment_id)
        if self._goes_on:
            self._begin_the_next()

    def _begin_the_next(self) -> None:
        """Clears the form for the next person's comment, except channel, day and provision."""
        self.form.pause()
        for field in (self.who, self.letter, self.quote):
            field.clear()
        self.group.setCurrentIndex(0)
        self.text.clear()
        self._follow()
        self.refusals.clear()
        self.said.setText(translate("Comments", "The comment was registered; write down the next one."))
        self.said.show()
        self._grow()
        self._wait(waiting=False)
        self.text.setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(PlainLabel(self.windowTitle(), "title"))
        column.addWidget(PlainLabel(self.draft.title, "secondary", "text2", wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        pairs = (
            (translate("Comments", "How it came"), self.channel, 0, 0),
            (translate("Comments", "Came on"), self.day, 0, 2),
            (translate("Comments", "Letter number (may be empty)"), self.letter, 1, 0),
            (translate("Comments", "Sender (may be empty)"), self.who, 2, 0),
            (translate("Comments", "Group"), self.group, 2, 2),
            (translate("Comments", "Provision (empty: the whole)"), self.provision, 3, 0),
            (translate("Comments", "Quoted words"), self.quote, 3, 2),
        )
        for words, field, row, at in pairs:
            field.setAccessibleName(words)
            field.setProperty("fieldSize", "form")
            caption = PlainLabel(words, "secondary", "text2")
            caption.setBuddy(field)
            if field is self.letter:
                self._letter_caption = caption
            # The row below is free for a refusal.
            grid.addWidget(caption, 2 * row, at)
            grid.addWidget(field, 2 * row, at + 1)
        column.addLayout(grid)
        said = translate("Comments", "What was said")
        self.text.setAccessibleName(said)
        caption = PlainLabel(said, "secondary", "text2")
        caption.setBuddy(self.text)
        for widget in (caption, self.text, self.form.line, self.said):
            column.addWidget(widget)
        column.addSpacing(8)
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.next_button)
        buttons.addWidget(self.save_button)
        column.addLayout(buttons)
