"""One event beside the list: actor, time, action, and its fields before and after. Plain text only."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.database.chain import head_words
from desktop_app.persian.dates import clock_time, full_date, tehran_day
from desktop_app.persian.digits import isolated
from desktop_app.persian.text import visible_controls
from desktop_app.reports.trail_rows import TrailRow
from desktop_app.wording import fill, translate
from desktop_app.wording.history import FieldWords, field_words
from desktop_app.wording.labels import label
from ui.administration.history_model import item_words, person_words
from ui.widgets.form_panes import FormPane
from ui.widgets.plain import PlainLabel

_WIDTH = 460
_LONGEST_TEXT = 1_800


class EventPane(QWidget):
    """Shows an event, or nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(_WIDTH)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._form: QWidget | None = None
        #: The fields shown, for tests.
        self.fields: list[FieldWords] = []
        self.show_event(None)

    def show_event(self, row: TrailRow | None) -> None:
        """Shows an event, or clears the pane."""
        self.fields = field_words(row.item_type, row.before, row.after) if row is not None else []
        form = FormPane(width=_WIDTH)
        if row is not None:
            self._fill(form, row)
        form.column.addStretch()
        if self._form is not None:
            self._column.removeWidget(self._form)
            self._form.deleteLater()
        self._form = form
        self._column.addWidget(form)

    def _fill(self, form: FormPane, row: TrailRow) -> None:
        form.heading(label("event_action", row.action))
        when = f"{full_date(tehran_day(row.at))}، {clock_time(row.at)}"
        event = fill(
            translate("HistoryPanel", "{item} · event {number}"), item=item_words(row), number=row.sequence
        )
        for words, value in (
            (translate("HistoryPanel", "Person"), visible_controls(person_words(row))),
            (translate("HistoryPanel", "Time"), when),
            (translate("HistoryPanel", "Item"), event),
        ):
            form.labelled(words, _value(value))
        if row.text:
            text = visible_controls(row.text)
            shown = text if len(text) <= _LONGEST_TEXT else f"{text[:_LONGEST_TEXT]}…"
            form.labelled(translate("HistoryPanel", "Text"), _value(shown))
        if self.fields:
            form.column.addWidget(_table(self.fields))
            form.column.addSpacing(12)
        digest = _value(isolated(head_words(row.hash)), colour="text2")
        form.labelled(
            translate("HistoryPanel", "Digest of this event"),
            digest,
            translate("HistoryPanel", "It covers this event and all of this item before it."),
        )


def _value(text: str, colour: str = "text") -> PlainLabel:
    shown = PlainLabel(text, "secondary", colour, wrap=True)
    shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    # Otherwise a long word would widen the pane.
    shown.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    return shown


def _table(fields: list[FieldWords]) -> QWidget:
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 4, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    with_before = any(field.before for field in fields)
    heads = [translate("HistoryPanel", "Field")]
    heads += (
        [translate("HistoryPanel", "Before"), translate("HistoryPanel", "After")] if with_before else [""]
    )
    for column, words in enumerate(heads):
        grid.addWidget(PlainLabel(words, "header", "text2"), 0, column)
        grid.setColumnStretch(column, 3 if column else 2)
    for line, field in enumerate(fields, 1):
        grid.addWidget(_cell(field.name, "text2", bold=field.changed), line, 0, Qt.AlignmentFlag.AlignTop)
        if with_before:
            before = _cell(field.before, "deltext" if field.changed else "text2")
            grid.addWidget(before, line, 1, Qt.AlignmentFlag.AlignTop)
        after = _cell(field.after, "instext" if field.changed else "text", bold=field.changed)
        grid.addWidget(after, line, 2 if with_before else 1, Qt.AlignmentFlag.AlignTop)
    return table


def _cell(text: str, colour: str, *, bold: bool = False) -> PlainLabel:
    cell = PlainLabel(text, "secondary", colour, bold=bold, wrap=True)
    cell.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    return cell
