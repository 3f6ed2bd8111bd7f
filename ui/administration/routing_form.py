"""The form of a routing rule: conditions, consequence, and the resulting sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from desktop_app.errors import NotFoundError
from desktop_app.people.identity import Group
from desktop_app.persian.text import fold
from desktop_app.petitions.routing.book import RuleRow
from desktop_app.petitions.routing.rules import Conditions, Consequence
from desktop_app.petitions.vocabulary import Channel, Kind, Urgency
from desktop_app.wording import translate
from desktop_app.wording.labels import label
from ui.administration.routing_words import rule_sentence
from ui.widgets.choice import CodeComboBox
from ui.widgets.flow import FlowLayout
from ui.widgets.form_panes import FormPane
from ui.widgets.plain import PlainLabel
from ui.widgets.refusals import Refusals, RefusingForm
from ui.widgets.text_field import TextField

_KEEP = "keep"


class Ticks(QWidget):
    """Checkboxes of a vocabulary; none checked means the same as all."""

    changed = Signal()

    def __init__(self, name: str, family: str, values: Iterable[str]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        row = FlowLayout(28, 12, (0, 0, 0, 0))
        self.boxes = {value: QCheckBox(label(family, value)) for value in values}
        for box in self.boxes.values():
            box.toggled.connect(lambda _on: self.changed.emit())
            row.addWidget(box)
        self.setLayout(row)

    def ticked(self) -> frozenset[str]:
        return frozenset(value for value, box in self.boxes.items() if box.isChecked())

    def tick(self, values: Iterable[str]) -> None:
        wanted = set(values)
        for value, box in self.boxes.items():
            box.setChecked(value in wanted)


class RuleForm(FormPane, RefusingForm):
    """Emits `changed` at every change, after updating the sentence."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(width=452)
        self._units: Mapping[int, str] = {}
        self._labels: Mapping[int, str] = {}
        self.title = self.heading("")
        self.sentence = PlainLabel("", "interface", wrap=True)
        self.name = TextField(translate("Routing", "Name of the rule"))
        self.kinds = Ticks(translate("Routing", "Kind"), "kind", [one.value for one in Kind])
        self.channels = Ticks(translate("Routing", "Channel"), "channel", [one.value for one in Channel])
        self.groups = Ticks(translate("Routing", "Sender"), "group", [one.value for one in Group])
        self.about = TextField(translate("Routing", "What it is about"))
        self.words = TextField(translate("Routing", "Words in subject or text"))
        self.unit = CodeComboBox(translate("Routing", "Goes to"))
        self.urgency = CodeComboBox(translate("Routing", "Urgency"))
        self.labels = TextField(translate("Routing", "Labels"))
        keep = translate("Routing", "as it came")
        pressing = [(one, label("urgency", one.value)) for one in (Urgency.URGENT, Urgency.IMMEDIATE)]
        self.urgency.offer([(_KEEP, keep), *pressing])
        several = translate("Routing", "Several are set apart by a comma; one of them is enough.")
        #: Above the fields and always visible: the sentence, and the buttons.
        self.head = QVBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(self.sentence)
        self.column.addLayout(self.head)
        self.column.addSpacing(14)
        self.labelled(self.name.accessibleName(), self.name)
        for ticks in (self.kinds, self.channels, self.groups):
            self.labelled(ticks.accessibleName(), ticks)
            ticks.changed.connect(self._on_change)
        self.labelled(self.words.accessibleName(), self.words, several)
        self.labelled(self.about.accessibleName(), self.about)
        self.labelled(self.unit.accessibleName(), self.unit)
        self.labelled(self.urgency.accessibleName(), self.urgency)
        self.labelled(self.labels.accessibleName(), self.labels)
        self.column.addStretch()
        self.refusals = Refusals(
            self,
            {"rule_name": self.name, "rule_words": self.words, "about": self.about, "label": self.labels},
        )
        for field in (self.name, self.about, self.words, self.labels):
            field.textChanged.connect(lambda _text: self._on_change())
        for choice in (self.unit, self.urgency):
            choice.currentIndexChanged.connect(lambda _at: self._on_change())

    def offer(self, units: Mapping[int, str], labels: Mapping[int, str]) -> None:
        """Sets the units and labels that a rule can refer to."""
        self._units, self._labels = units, labels
        self.unit.offer(list(units.items()))
        self._on_change()

    def show_rule(self, row: RuleRow | None) -> None:
        """Shows a rule, or an empty form."""
        when = row.rule.when if row else Conditions()
        self.title.setText(row.rule.name if row else translate("Routing", "New rule"))
        self.name.setText(row.rule.name if row else "")
        self.kinds.tick(when.kinds)
        self.channels.tick(when.channels)
        self.groups.tick(when.groups)
        self.about.setText(_joined(when.about))
        self.words.setText(_joined(when.words))
        if row is not None:
            units = self._units if row.rule.then.unit_id in self._units else {
                **self._units, row.rule.then.unit_id: row.unit_name,
            }  # fmt: skip
            self.unit.offer(list(units.items()), row.rule.then.unit_id)
        self.urgency.choose((row.rule.then.urgency if row else None) or _KEEP)
        self.labels.setText(_joined(row.label_names if row else ()))
        self._on_change()

    def when(self) -> Conditions:
        return Conditions(
            self.kinds.ticked(),
            self.channels.ticked(),
            self.groups.ticked(),
            _parts(self.about.text()),
            _parts(self.words.text()),
        )

    def then(self) -> Consequence:
        """Returns the consequence. Raises `NotFoundError` for an unknown label."""
        by_name = {fold(name): number for number, name in self._labels.items()}
        numbers = []
        for name in _parts(self.labels.text()):
            if fold(name) not in by_name:
                raise NotFoundError(item="label", key=name)
            numbers.append(by_name[fold(name)])
        return Consequence(self.unit.code() or 0, self._urgency(), tuple(numbers))

    def _urgency(self) -> Urgency | None:
        code = self.urgency.code()
        return code if isinstance(code, Urgency) else None

    def _on_change(self) -> None:
        then = Consequence(self.unit.code() or 0, self._urgency())
        labels = _parts(self.labels.text())
        self.sentence.setText(rule_sentence(self.when(), then, self.unit.currentText(), labels))
        self.changed.emit()


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.replace("،", ",").split(",") if part.strip())


def _joined(parts: Sequence[str]) -> str:
    return "، ".join(parts)
