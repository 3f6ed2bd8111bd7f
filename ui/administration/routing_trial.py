"""A trial of routing rules on past petitions: counts, and the petitions that would have gone to another unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.persian.dates import JalaliMonth
from desktop_app.persian.text import visible_controls
from desktop_app.wording import digits, fill, translate
from ui import jobs
from ui.administration.routing_words import trial_words
from ui.widgets.button import Button
from ui.widgets.choice import CodeComboBox
from ui.widgets.painting import set_margins
from ui.widgets.plain import PlainLabel
from ui.widgets.roster import Roster, RosterRow

if TYPE_CHECKING:
    from desktop_app.petitions.routing.rules import RuleDefinition
    from desktop_app.petitions.routing.trial import RoutingTrial
    from desktop_app.services import AdministrationServices
    from ui.workplace import Workplace

#: Number of past months that can be tried.
_PERIODS: Final = (1, 3, 12)


class TrialPane(QWidget):
    """`asked` is emitted when the button is pressed while no trial runs; the owner of the rules then calls
    `run`.
    """

    asked = Signal()

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._job: jobs.Job | None = None
        self.period = CodeComboBox(translate("Routing", "Petitions that are tried"))
        self.period.offer([(months, _period(months)) for months in _PERIODS], _PERIODS[0])
        self.button = Button("", icon="ph.play")
        self.button.clicked.connect(self.press)
        self.found = PlainLabel("", "interface", wrap=True)
        self.elsewhere = Roster(translate("Routing", "Petitions that would have gone elsewhere"))
        self.elsewhere.setMinimumHeight(3 * 48)
        row = QHBoxLayout()
        set_margins(row, 0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.button)
        row.addWidget(self.period)
        row.addStretch()
        column = QVBoxLayout(self)
        set_margins(column, 16, 10, 16, 14)
        column.addLayout(row)
        column.addWidget(self.found)
        column.addWidget(self.elsewhere, 1)
        self.forget()

    def press(self) -> None:
        """Starts a trial, or stops the running one."""
        if self._job is None:
            self.asked.emit()
        else:
            self.forget()
            self._tell(translate("Routing", "Stopped before its end."))

    def run(
        self, rule: RuleDefinition, rules: Sequence[RuleDefinition], units: Mapping[int, str], *, partly: bool
    ) -> None:
        """Tries `rules`, and shows what `rule` among them would have done."""
        trials, actor, months = (
            self._workplace.services.routing_trials,
            self._workplace.actor,
            self.period.code(),
        )
        self.forget()
        self._tell(translate("Routing", "Being tried …"))
        self._job = jobs.run(
            self,
            lambda progress: trials.run(actor, rules, *trials.months(months), progress, of=rule.id),
            lambda trial: self._on_tried(trial, rule, rules, units, partly=partly),
            self._on_refused,
            progress=self._on_progress,
        )
        self._name_button()

    def forget(self) -> None:
        """Clears the result, which does not apply to the rule that is shown now."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._tell("")
        self.elsewhere.show_rows([])
        self.elsewhere.setVisible(False)
        self._name_button()

    def _on_progress(self, done: int, total: int | None) -> None:
        if self._job is not None and total is not None:
            words = translate("Routing", "Being tried: {done} of {total}")
            self._tell(fill(words, done=digits(done), total=digits(total)))

    def _on_tried(
        self,
        trial: RoutingTrial,
        rule: RuleDefinition,
        rules: Sequence[RuleDefinition],
        units: Mapping[int, str],
        *,
        partly: bool,
    ) -> None:
        self._job = None
        self._name_button()
        span = between(trial.first, trial.last)
        self._tell(trial_words(trial, rule, rules, units, span=span, partly=partly))
        rows = [
            RosterRow(
                one.petition_id,
                fill(
                    translate("Routing", "{code} · {subject}"),
                    code=digits(one.tracking_code), subject=visible_controls(one.subject),
                ),
                fill(
                    translate("Routing", "Now: {now} · by this rule: {then}"),
                    now=_name(units, one.unit_id), then=_name(units, rule.then.unit_id),
                ),
                active=True,
            )
            for one in trial.elsewhere
        ]  # fmt: skip
        self.elsewhere.show_rows(rows)
        self.elsewhere.setVisible(bool(rows))
        other = trial.differing({one.id: one.then.unit_id for one in rules}, rule.id)
        if len(rows) < other:
            words = translate("Routing", "Of these the first {shown} are listed.")
            self._tell(f"{self.found.text()}\n{fill(words, shown=digits(len(rows)))}")

    def _on_refused(self, error: Exception) -> None:
        self._job = None
        self.forget()
        jobs.show_error(self, error)

    def _tell(self, words: str) -> None:
        self.found.setText(words)
        self.found.setVisible(bool(words))

    def _name_button(self) -> None:
        running = self._job is not None
        self.button.setText(translate("Routing", "Stop") if running else translate("Routing", "Try on"))
        self.period.setEnabled(not running)


def between(first: date, last: date) -> str:
    """Returns for example «مهر ۱۴۰۵», or the first and last of several months."""
    begins, ends = JalaliMonth.of(first), JalaliMonth.of(last)
    if begins == ends:
        return begins.title
    return fill(translate("Routing", "{first} to {last}"), first=begins.title, last=ends.title)


def _name(units: Mapping[int, str], unit_id: int | None) -> str:
    return translate("Routing", "not routed yet") if unit_id is None else units.get(unit_id, "")


def _period(months: int) -> str:
    words = {
        1: translate("Routing", "last month"),
        3: translate("Routing", "the last three months"),
        12: translate("Routing", "the last twelve months"),
    }
    return words[months]
