"""The pane of the deadlines: the days of each kind, proposed where they are not set, for all channels or for one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from desktop_app.errors import InvalidValueError
from desktop_app.languages import language_in_use
from desktop_app.office.set_up import SetUpTask
from desktop_app.persian.digits import latin_digits
from desktop_app.petitions.deadlines.by_kind import PROPOSED, effective_rule, with_days
from desktop_app.petitions.vocabulary import Channel, Kind
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label, labels
from ui.administration.set_up.task_pane import Lines, TaskPane
from ui.widgets.button import Button
from ui.widgets.chip import KIND_COLOURS, Chip
from ui.widgets.plain import PlainLabel
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from desktop_app.office.settings import AnswerDeadline
    from desktop_app.reports.readiness.checklist import Checklist
    from desktop_app.services import AdministrationServices
    from ui.workplace import Workplace

_CHIP, _FIELD, _UNIT = 58, 56, 56
_MOST_DAYS = 366


class DeadlinesPane(TaskPane):
    """An empty field is no deadline; on one channel it means the deadline of all channels."""

    task = SetUpTask.DEADLINES

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.all_channels = PlainLabel(translate("SetUp", "All channels"), "secondary", "text2")
        self.channel = QComboBox()
        self.channel.setAccessibleName(translate("SetUp", "Channel"))
        self.channel.addItem(self.all_channels.text(), "")
        for code, words in labels("channel").items():
            self.channel.addItem(words, code)
        self.channel.hide()
        self.channel.currentIndexChanged.connect(lambda _at: self._show_days())
        beside = QWidget()
        self._subheading(translate("SetUp", "The program's proposal"), beside)
        inside = QHBoxLayout(beside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.all_channels)
        inside.addWidget(self.channel)
        self.lines = Lines()
        self.fields: dict[Kind, TextField] = {}
        self.marks: dict[Kind, PlainLabel] = {}
        self._units: dict[Kind, PlainLabel] = {}
        for kind in Kind:
            self._add(kind)
        self.column.addWidget(self.lines)
        self.accept_button = self._act(translate("SetUp", "Accept the proposal"), self.save, icon="ph.check")
        self.channel_button = Button(translate("SetUp", "Set them for a channel"), "ghost", flush=True)
        self.channel_button.clicked.connect(lambda _checked=False: self.choose_channel())
        self._buttons(self.accept_button, self.channel_button)
        self._note(
            "ph.info",
            translate(
                "SetUp",
                "A new deadline is for later petitions only; the history tells who changed it and when.",
            ),
        )
        self._closed = self._note("ph.calendar")

    def _add(self, kind: Kind) -> None:
        chip = Chip(label("kind", kind.value), KIND_COLOURS[kind.value])
        chip.setFixedWidth(_CHIP)
        mark = self.marks[kind] = PlainLabel("", "secondary", "warn")
        unit = self._units[kind] = PlainLabel("", "secondary", "text2")
        unit.setMinimumWidth(_UNIT)
        field = self.fields[kind] = TextField(label("kind", kind.value), numeric=True)
        field.setFixedWidth(_FIELD)
        field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        field.returnPressed.connect(self.save)
        self.lines.add((chip, mark, field, unit), stretched=1)

    def _stored(self, checklist: Checklist) -> object:
        return checklist.facts.deadlines, checklist.facts.settings.weekend, checklist.facts.closed_days

    def _fill(self, checklist: Checklist) -> None:
        self._show_days()
        facts = checklist.facts
        names = translate("Window", ", ").join(
            language_in_use().weekdays[day] for day in facts.settings.weekend
        )
        words = translate("SetUp", "{weekend} and the {count} closed days of the calendar do not count.")
        if not names:
            words = translate("SetUp", "The {count} closed days of the calendar do not count.")
        self._closed.setText(fill(words, weekend=names, count=facts.closed_days))

    def _rules(self) -> tuple[AnswerDeadline, ...]:
        return self._checklist.facts.deadlines if self._checklist is not None else ()

    def _chosen(self) -> Channel | None:
        code = self.channel.currentData()
        return Channel(code) if code else None

    def _show_days(self) -> None:
        """Fills the fields: what holds, and else what is proposed, with an amber border."""
        rules, channel = self._rules(), self._chosen()
        for kind, field in self.fields.items():
            holds = effective_rule(rules, kind, channel)
            days = holds.days if holds is not None else PROPOSED.get(kind)
            unset = holds is None and kind in PROPOSED
            field.setText(digits(days) if days is not None else "")
            field.setPlaceholderText("—")
            field.mark_unset(unset)
            self.marks[kind].setText(translate("SetUp", "not set") if unset else "")
            calendar_days = holds is not None and not holds.working
            days_words = translate("SetUp", "days") if calendar_days else translate("SetUp", "working days")
            none = translate("SetUp", "without a deadline")
            self._units[kind].setText(none if days is None else days_words)

    def choose_channel(self) -> None:
        """Offers to set the deadlines of one channel."""
        self.all_channels.hide()
        self.channel_button.hide()
        self.channel.show()
        self.channel.setFocus(Qt.FocusReason.OtherFocusReason)
        self.channel.showPopup()

    def begin(self) -> None:
        missing = self._checklist.facts.missing_deadlines if self._checklist is not None else ()
        field = self.fields[missing[0] if missing else Kind.REQUEST]
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()

    def save(self) -> None:
        """Saves the days of all fields."""
        wanted: dict[Kind, int | None] = {}
        for kind, field in self.fields.items():
            typed = latin_digits(field.text()).strip()
            if typed and not (typed.isascii() and typed.isdecimal() and 1 <= int(typed) <= _MOST_DAYS):
                self.refusals.know({"days": field})
                self.show_error(InvalidValueError(field="days", reason="out_of_range", value=typed[:30]))
                return
            wanted[kind] = int(typed) if typed else None
        before = self._rules()
        after = with_days(before, self._chosen(), wanted)
        back = None if after == before else self._undo(self._setting(before, after))
        words = (
            self._done_words() if after != before else translate("SetUp", "The deadlines stay as they are.")
        )
        self._write(self._setting(after, before), lambda _done: self.settled.emit(words, back))

    def _setting(
        self, rules: tuple[AnswerDeadline, ...], seen: tuple[AnswerDeadline, ...]
    ) -> Callable[[], None]:
        office, actor = self._services.office, self._workplace.actor
        return lambda: office.set_deadlines(actor, rules, seen=seen)
