"""Input fields of a petition, filled in during a call and checked while typing."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QGridLayout, QHBoxLayout, QWidget

from desktop_app.errors import InvalidValueError
from desktop_app.people.identity import Group, valid_mobile, valid_national_id
from desktop_app.people.number_gaps import national_id_gaps, telephone_gaps
from desktop_app.people.petitioners import Contact, PetitionerRow
from desktop_app.persian.digits import isolated, only_digits
from desktop_app.persian.names import sort_key
from desktop_app.persian.text import visible_controls
from desktop_app.petitions.registration.register import LONGEST, NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind, Urgency
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label
from ui.petitions.registration.live_check import LiveCheck
from ui.widgets.button import Button
from ui.widgets.choice import CodeComboBox
from ui.widgets.flow import FlowLayout
from ui.widgets.painting import set_margins
from ui.widgets.plain import PlainLabel, PlainText, set_tip
from ui.widgets.segmented import Segmented
from ui.widgets.text_field import TextField
from ui.widgets.unsaved import mark_kept

if TYPE_CHECKING:
    from desktop_app.office.services import ServiceRow

#: Channels of petitions that are entered by hand, most frequent first.
_CHANNELS = (Channel.PHONE, Channel.IN_PERSON, Channel.LETTER, Channel.SMS, Channel.EMAIL, Channel.SERVICE_DESK,
             Channel.SINGLE_WINDOW, Channel.PORTAL)  # fmt: skip
#: The height of a line of fields, and the least height of the text.
_LINE, _LEAST_TEXT = 40, 96
#: How much of a stored name is shown beside the number, in code points; the tool tip has all of it.
_SHOWN_NAME = 24


class RegisterFields(QWidget):
    """The fields of the form.

    `number_entered` carries the number by which the sender is known: a whole national ID that was typed, else a whole
    mobile number (`09…`); an empty string when neither is complete.
    """

    number_entered = Signal(str)
    channel_changed = Signal(object)
    #: Something was typed or chosen.
    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._number = ""
        #: What was filled in from the register and follows the next number, by the names of the fields.
        self._filled: dict[str, object] = {}
        #: The name that the register has for the number.
        self._stored = ""
        self._filling = False
        self._wanted_unit: object = None
        self.mobile = TextField(
            translate("RegisterForm", "Caller's number"), size="form", gaps=telephone_gaps
        )
        self.name = TextField(translate("RegisterForm", "Name"), size="form")
        #: Shows the stored name where another one was typed, and takes it.
        self.stored_name = Button("", "link", key="F4", size="small")
        self.stored_name.clicked.connect(lambda _checked=False: self.take_stored_name())
        self.stored_name.hide()
        self.national_id = TextField(
            translate("RegisterForm", "National ID"), size="form", gaps=national_id_gaps
        )
        self.group = CodeComboBox(translate("RegisterForm", "Group"))
        self.group.offer([(group.value, label("group", group.value)) for group in Group])
        self.kind = Segmented([(kind.value, label("kind", kind.value)) for kind in Kind])
        self.about = TextField(translate("RegisterForm", "About"), size="form")
        self.about.setPlaceholderText(translate("RegisterForm", "A service, a document, a news item"))
        self.subject = TextField(translate("RegisterForm", "Subject"), size="form")
        self.text = PlainText("", "document", editable=True)
        self.text.setMinimumHeight(_LEAST_TEXT)
        self.unit = CodeComboBox(translate("RegisterForm", "Unit"))
        self.urgency = CodeComboBox(translate("RegisterForm", "Urgency"))
        self.urgency.offer([(urgency, label("urgency", urgency.value)) for urgency in Urgency])
        self.channel = CodeComboBox(translate("RegisterForm", "Channel"))
        self.channel.offer([(channel, label("channel", channel.value)) for channel in _CHANNELS])
        self.letter = TextField(translate("RegisterForm", "Letter number"), size="form")
        self._letter_label = _caption(self.letter)
        self.mobile_check, self.id_check = LiveCheck(), LiveCheck()
        self._lay_out()
        self.mobile.textChanged.connect(self._on_mobile)
        self.national_id.textChanged.connect(self._on_national_id)
        self.channel.currentIndexChanged.connect(self._on_channel)
        for field in self._lines().values():
            field.textChanged.connect(lambda _typed: self.edited.emit())
        # Enter leads on to what a call needs next: the name where nobody is known by the number, then the words.
        self.mobile.returnPressed.connect(lambda: self._go_on(self.name))
        self.name.returnPressed.connect(lambda: self._go_on(None))
        self.text.textChanged.connect(self.edited)
        mark_kept(self.text)
        self.name.textChanged.connect(lambda typed: set_tip(self.name, visible_controls(typed)))
        self.name.textChanged.connect(lambda _typed: self._compare_names())
        self.kind.changed.connect(lambda _code: self.edited.emit())
        for choice in self._choices().values():
            choice.currentIndexChanged.connect(lambda _at: self.edited.emit())
        self._on_channel()

    def offer_subjects(self, rows: Sequence[ServiceRow]) -> None:
        """Offers the catalogue as completions, matched by any part of the title or number."""
        names = [f"{row.name} ({isolated(digits(row.number))})" if row.number else row.name for row in rows]
        completer = QCompleter(names, self.about)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        chosen = dict(zip(names, (row.name for row in rows), strict=True))
        # Queued, because the line edit inserts the whole entry first. Only its title is to remain.
        completer.activated.connect(
            lambda words: self.about.setText(chosen.get(words, words)), Qt.ConnectionType.QueuedConnection
        )
        self.about.setCompleter(completer)

    def named(self) -> dict[str, QWidget]:
        """Returns the fields by the names that errors give them."""
        choices = {"unit": self.unit, "channel": self.channel, "group": self.group}
        return {**self._lines(), **choices, "letter_number": self.letter, "text": self.text}

    def _lines(self) -> dict[str, TextField]:
        return {
            "mobile": self.mobile, "name": self.name, "national_id": self.national_id, "about": self.about,
            "subject": self.subject, "letter": self.letter,
        }  # fmt: skip

    def _choices(self) -> dict[str, CodeComboBox]:
        return {"group": self.group, "unit": self.unit, "urgency": self.urgency, "channel": self.channel}

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        set_margins(grid, 24, 20, 24, 16)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        grid.setColumnMinimumWidth(0, 84)
        grid.setColumnStretch(1, 1)
        kind, said = translate("RegisterForm", "Kind"), translate("RegisterForm", "What was said")
        self.kind.setAccessibleName(kind)
        self.text.setAccessibleName(said)
        rows: tuple[tuple[str, QWidget | QHBoxLayout], ...] = (
            (self.mobile.accessibleName(), self._number_row()),
            (self.name.accessibleName(), self._person_row()),
            (kind, _beside(self.kind, None)),
            (self.about.accessibleName(), self.about),
            (self.subject.accessibleName(), self.subject),
            (said, self.text),
            (self.unit.accessibleName(), self._way_row()),
        )
        # Below each row is a free one for a refusal.
        for number, (words, field) in zip(count(0, 2), rows, strict=False):
            name = PlainLabel(words, "secondary", "text2")
            name.setBuddy(self._first_of(field))
            if field is self.text or isinstance(field, _Wrapping):
                name.setContentsMargins(0, 6, 0, 0)
                grid.addWidget(name, number, 0, Qt.AlignmentFlag.AlignTop)
            else:
                grid.addWidget(name, number, 0)
            if isinstance(field, QWidget):
                grid.addWidget(field, number, 1)
            else:
                grid.addLayout(field, number, 1)
        grid.setRowStretch(10, 1)

    def _first_of(self, row: QWidget | QHBoxLayout) -> QWidget:
        """Returns the field that the label of a row is about."""
        if isinstance(row, QHBoxLayout):
            return self.kind
        fields: tuple[QWidget, ...] = (self.mobile, self.name, self.unit)
        return next((field for field in fields if row.isAncestorOf(field)), row)

    def _number_row(self) -> QWidget:
        return _Wrapping(_beside((self.mobile, 200), self.mobile_check), _beside(self.stored_name))

    def _person_row(self) -> QWidget:
        group, number = _caption(self.group), _caption(self.national_id)
        return _Wrapping(
            _beside((self.name, 200)),
            _beside(group, (self.group, 132)),
            _beside(number, (self.national_id, 132), self.id_check),
        )

    def _way_row(self) -> QWidget:
        urgency, channel = _caption(self.urgency), _caption(self.channel)
        return _Wrapping(
            _beside((self.unit, 200)),
            _beside(urgency, (self.urgency, 96)),
            _beside(channel, (self.channel, 156)),
            _beside(self._letter_label, (self.letter, 110)),
        )

    # Filling

    def know_units(self, units: Sequence[tuple[int, str]]) -> None:
        first: tuple[object, str] = (None, translate("RegisterForm", "To be referred later"))
        self.unit.offer([first, *units])
        if self.unit.code() is None:
            self.unit.choose(self._wanted_unit)
        self._wanted_unit = None

    def fill_caller(self, person: PetitionerRow) -> None:
        """Fills in the caller's data. Typed text is kept."""
        self._filling = True
        if person.name and not self.name.text().strip():
            self._fill_name(person.name)
        if not self.national_id.text().strip() and person.national_id and not person.masked:
            self._filled["national_id"] = digits(person.national_id)
            self.national_id.setText(digits(person.national_id))
        if self.group.currentIndex() == 0:
            self._filled["group"] = person.group
            self.group.choose(person.group)
        self._filling = False
        self._stored = person.name
        self._compare_names()
        if self.mobile_check.state == "good":
            self.mobile_check.show_good(translate("RegisterForm", "recognised"))

    def _fill_name(self, name: str) -> None:
        self._filled["name"] = name
        self.name.setText(name)
        # A long name is shown from its beginning.
        self.name.setCursorPosition(0)

    def take_stored_name(self) -> None:
        """Replaces the typed name by the stored one, if another one was typed."""
        if self.stored_name.isVisible():
            self._fill_name(self._stored)
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _compare_names(self) -> None:
        differs = bool(self._stored) and sort_key(self.name.text()) != sort_key(self._stored)
        if differs:
            words = translate("RegisterForm", "The stored name of this number: {name}")
            name = visible_controls(self._stored)
            short = name if len(name) <= _SHOWN_NAME else f"{name[:_SHOWN_NAME]}…"
            self.stored_name.setText(fill(words, name=short))
            set_tip(self.stored_name, fill(translate("RegisterForm", "Take “{name}”"), name=name))
            self.stored_name.updateGeometry()
        self.stored_name.setVisible(differs)

    def _withdraw(self) -> None:
        """Empties what was filled in for the last number and was not changed since."""
        self._filling = True
        for name, field in self._lines().items():
            if self._filled.get(name) == field.text():
                field.clear()
        if "group" in self._filled and self.group.code() == self._filled["group"]:
            self.group.setCurrentIndex(0)
        self._filling = False
        self._filled, self._stored = {}, ""
        self._compare_names()

    def _go_on(self, line: TextField | None) -> None:
        """Focuses a line that is empty, else the text."""
        empty = line is not None and not line.text().strip()
        (line if line is not None and empty else self.text).setFocus(Qt.FocusReason.TabFocusReason)

    def clear(self) -> None:
        """Clears the fields for the next petition. The channel is kept."""
        self._filled = {}
        for field in self._lines().values():
            field.clear()
        self.text.clear()
        self.kind.choose(Kind.REQUEST.value)
        for choice in (self.group, self.unit, self.urgency):
            choice.setCurrentIndex(0)

    def is_empty(self) -> bool:
        """Whether nothing was typed yet."""
        fields = (self.mobile, self.name, self.national_id, self.about, self.subject)
        return not any(field.text().strip() for field in fields) and not self.text.toPlainText().strip()

    # Keeping what is not registered yet

    def written(self) -> str:
        """Returns the contents of the fields as JSON, for `write_again`; an empty string for an empty form."""
        if self.is_empty():
            return ""
        values: dict[str, object] = {name: field.text() for name, field in self._lines().items()}
        values |= {name: choice.code() for name, choice in self._choices().items()}
        values |= {"text": self.text.toPlainText(), "kind": self.kind.value(), "filled": self._filled}
        return json.dumps(values, ensure_ascii=False)

    def write_again(self, written: str) -> None:
        """Restores the contents that `written` returned. Unreadable text is ignored.

        The unit is chosen once the units are known.
        """
        try:
            values = json.loads(written)
        except ValueError:
            values = None
        if not isinstance(values, dict):
            return
        self._filling = True
        for name, field in self._lines().items():
            field.setText(str(values.get(name, "")))
        self.text.setPlainText(str(values.get("text", "")))
        self.kind.choose(str(values.get("kind", Kind.REQUEST.value)))
        self._wanted_unit = values.get("unit")
        for name, choice in self._choices().items():
            choice.choose(values.get(name))
        self._filling = False
        filled = values.get("filled")
        self._filled = filled if isinstance(filled, dict) else {}
        self._number = self._known_number()
        self.number_entered.emit(self._number)

    # Reading

    def petition(self) -> NewPetition:
        """Returns the petition as entered. Raises `InvalidValueError`."""
        contact = Contact(
            name=self._fitting(self.name, "name"),
            national_id=self._valid(self.national_id, valid_national_id),
            mobile=self._valid(self.mobile, valid_mobile),
            group=str(self.group.code()),
        )
        text = self.text.toPlainText()
        if not text.strip():
            raise InvalidValueError(field="text", reason="empty", value="")
        return NewPetition(
            kind=Kind(self.kind.value()),
            channel=self.channel.code(),
            text=text,
            subject=self._fitting(self.subject, "subject"),
            contact=contact,
            unit_id=self.unit.code(),
            about=self._fitting(self.about, "about"),
            letter_number=self._fitting(self.letter, "letter_number") or None,
            urgency=self.urgency.code(),
        )

    def so_far(self) -> NewPetition:
        """Returns what is typed so far, for a forecast; texts are cut, and nobody is named."""
        return NewPetition(
            kind=Kind(self.kind.value()),
            channel=self.channel.code(),
            text=self.text.toPlainText(),
            subject=self.subject.text()[: LONGEST["subject"]],
            contact=Contact(group=str(self.group.code())),
            unit_id=self.unit.code(),
            about=self.about.text()[: LONGEST["about"]],
        )

    def contact_so_far(self) -> Contact:
        """Returns the identity as far as it is typed and valid."""
        return Contact(
            " ".join(self.name.text().split()),
            self._valid_or_none(self.national_id, valid_national_id),
            self._valid_or_none(self.mobile, valid_mobile),
        )

    @staticmethod
    def _valid_or_none(field: TextField, check: Callable[[str], str]) -> str | None:
        try:
            return check(field.text())
        except InvalidValueError:
            return None

    @staticmethod
    def _fitting(field: TextField, name: str) -> str:
        """Returns the text of a field. Too long a text raises `InvalidValueError` and is never cut."""
        typed = " ".join(field.text().split())
        if len(typed) > LONGEST[name]:
            raise InvalidValueError(field=name, reason="too_long", value="")
        return typed

    @staticmethod
    def _valid(field: TextField, check: Callable[[str], str]) -> str | None:
        typed = field.text().strip()
        if not typed:
            return None
        return check(typed)

    # Checking on the fly

    def _on_mobile(self, typed: str) -> None:
        try:
            found = valid_mobile(typed)
        except InvalidValueError:
            found = ""
        whole = len(only_digits(typed)) >= 11
        if found:
            self.mobile_check.show_good("")
        elif whole:
            self.mobile_check.show_bad(translate("RegisterForm", "not a mobile number"))
        else:
            self.mobile_check.clear()
        self._on_number()

    def _on_number(self) -> None:
        number = self._known_number()
        if not self._filling and number != self._number:
            self._number = number
            self._withdraw()
            self.number_entered.emit(number)

    def _known_number(self) -> str:
        typed = self.national_id.text() != self._filled.get("national_id")
        known = self._valid_or_none(self.national_id, valid_national_id) if typed else None
        return known or self._valid_or_none(self.mobile, valid_mobile) or ""

    def _on_national_id(self, typed: str) -> None:
        self._on_number()
        if len(only_digits(typed)) < 10:
            self.id_check.clear()
            return
        try:
            valid_national_id(typed)
        except InvalidValueError:
            self.id_check.show_bad(translate("RegisterForm", "wrong"))
        else:
            self.id_check.show_good("")

    def _on_channel(self) -> None:
        channel = self.channel.code()
        by_letter = channel is Channel.LETTER
        self.letter.setVisible(by_letter)
        self._letter_label.setVisible(by_letter)
        self.channel_changed.emit(channel)


class _Wrapping(QWidget):
    """Fields with their labels beside each other, in as many lines as the width asks for."""

    def __init__(self, *parts: QHBoxLayout) -> None:
        super().__init__()
        flow = FlowLayout(_LINE, 8, (0, 0, 0, 0))
        for part in parts:
            pair = QWidget()
            part.setContentsMargins(0, 0, 0, 0)
            pair.setLayout(part)
            flow.addWidget(pair)
        self.setLayout(flow)


def _caption(field: QWidget) -> PlainLabel:
    label = PlainLabel(field.accessibleName(), "secondary", "text2")
    label.setBuddy(field)
    return label


def _beside(*parts: QWidget | tuple[QWidget, int] | None) -> QHBoxLayout:
    """Returns a row of fields, with a fixed width where one is given. `None` is a stretch."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for part in parts:
        if part is None:
            row.addStretch()
        elif isinstance(part, tuple):
            part[0].setFixedWidth(part[1])
            row.addWidget(part[0])
        else:
            row.addWidget(part)
    return row
