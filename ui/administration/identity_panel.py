"""Which fields of the petitioner's identity a kind and a channel require; without them a petition is a notice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QCheckBox, QWidget

from desktop_app.office.office_settings import IDENTITY_FIELDS, IdentityRule
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label, labels
from ui.administration.roster_panel import RosterPanel
from ui.widgets.button import Button
from ui.widgets.choice import CodeComboBox
from ui.widgets.plain import PlainLabel
from ui.widgets.roster import RosterRow

if TYPE_CHECKING:
    from desktop_app.services import AdministrationServices
    from ui.workplace import Workplace

_Rules = tuple[IdentityRule, ...]
_ANY: Final = ""


class IdentityPanel(RosterPanel["IdentityRule", "_Rules"]):
    """The rules of the office, each for a kind and a channel, or for any. The most specific one counts."""

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(workplace, translate("Notices", "Required identity"), parent)
        self._read: _Rules = ()
        self.kind = CodeComboBox(translate("Notices", "Kind of the petition"))
        self.kind.offer([(_ANY, translate("Notices", "every kind")), *labels("kind").items()])
        self.channel = CodeComboBox(translate("Notices", "Channel"))
        self.channel.offer([(_ANY, translate("Notices", "every channel")), *labels("channel").items()])
        self.fields = {field: QCheckBox(label("field", field)) for field in IDENTITY_FIELDS}
        self.remove_button = Button(translate("Notices", "Remove the rule"), icon="ph.trash", writes=True)
        self.remove_button.clicked.connect(lambda _checked=False: self.remove())
        form = self.form
        form.labelled(self.kind.accessibleName(), self.kind)
        form.labelled(self.channel.accessibleName(), self.channel)
        form.column.addWidget(
            PlainLabel(translate("Notices", "Required of the petitioner"), "secondary", "text2")
        )
        for box in self.fields.values():
            form.column.addWidget(box)
        hint = translate(
            "Notices",
            "Where one of them is missing, the petition is received as a notice: it gets no reply and no deadline"
            " until the identity is completed. The most specific rule counts: kind and channel, kind, channel.",
        )
        form.column.addWidget(PlainLabel(hint, "header", "text2", wrap=True))
        form.column.addSpacing(10)
        form.buttons(self.save_button, self.remove_button)
        self.refusals.know({"identity_rules": self.channel})
        self._complete(
            translate("Notices", "Kind or channel"),
            (
                translate("Notices", "Nothing is required"),
                translate("Notices", "Every petition gets a reply, whoever sent it."),
            ),
            icon="ph.identification-card",
        )

    def _reader(self) -> Callable[[], _Rules]:
        return self._workplace.services.office.identity_rules

    def _rows_of(self, read: _Rules) -> Sequence[IdentityRule]:
        self._read = read
        return read

    def _roster_row(self, row: IdentityRule) -> RosterRow:
        fields = translate("Window", ", ").join(label("field", field) for field in row.fields)
        return RosterRow(_key(row), _title(row), fields or translate("Notices", "nothing is required"), True)

    def _fill(self, row: IdentityRule) -> None:
        self._heading.setText(_title(row))
        self.kind.choose(row.kind or _ANY)
        self.channel.choose(row.channel or _ANY)
        for field, box in self.fields.items():
            box.setChecked(field in row.fields)
        self._enable(on=True)

    def _clear(self) -> None:
        self._heading.setText(translate("Notices", "New rule"))
        self.kind.choose(_ANY)
        self.channel.choose(_ANY)
        for box in self.fields.values():
            box.setChecked(False)
        self._enable(on=True)

    def _enable(self, *, on: bool) -> None:
        self.save_button.setEnabled(on)
        self.remove_button.setEnabled(on and self._shown is not None)

    def save(self) -> None:
        """Adds the rule in the form, or replaces the current one."""
        wanted = IdentityRule(
            self.kind.code() or None,
            self.channel.code() or None,
            tuple(field for field, box in self.fields.items() if box.isChecked()),
        )
        now = self._read
        if self._shown in now:
            rules = tuple(wanted if rule == self._shown else rule for rule in now)
        else:
            rules = (*now, wanted)
        words = fill(translate("Notices", "The rule “{rule}” was saved."), rule=_title(wanted))
        self._replace(now, rules, words, _key(wanted))

    def remove(self) -> None:
        """Removes the current rule."""
        shown, now = self._shown, self._read
        if shown is None:
            return
        words = fill(translate("Notices", "The rule “{rule}” was removed."), rule=_title(shown))
        self._replace(now, tuple(rule for rule in now if rule != shown), words, None)

    def _replace(self, seen: _Rules, rules: _Rules, words: str, key: int | None) -> None:
        office, actor = self._workplace.services.office, self._workplace.actor

        def told(stored: _Rules) -> None:
            self._rows = {_key(rule): rule for rule in stored}
            if key is None:
                self.start_new()
            self._tell(words, lambda: self._replace(rules, seen, words, None), key)

        self._run(lambda: office.set_identity_rules(actor, rules, seen=seen), told)


def _title(rule: IdentityRule) -> str:
    kind = label("kind", rule.kind) if rule.kind else translate("Notices", "every kind")
    channel = label("channel", rule.channel) if rule.channel else translate("Notices", "every channel")
    return f"{kind} · {channel}"


def _key(rule: IdentityRule) -> int:
    """Returns a number of the rule: a kind and a channel have one at most."""
    kinds, channels = list(labels("kind")), list(labels("channel"))
    kind = kinds.index(rule.kind) + 1 if rule.kind in kinds else 0
    channel = channels.index(rule.channel) + 1 if rule.channel in channels else 0
    return kind * 100 + channel + 1
