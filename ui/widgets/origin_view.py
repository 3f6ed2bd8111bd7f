"""A received original as plain text, under its channel, number and times, with corrections beside the received
values.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop_app.intake.formats.columns import PETITION_FIELDS, match
from desktop_app.intake.staging.tracing import ItemOrigin
from desktop_app.persian.dates import clock_time, long_date, tehran_day
from desktop_app.persian.digits import isolated
from desktop_app.persian.text import shown_name, visible_controls
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label
from ui.signals import ID
from ui.widgets.plain import LinkLabel, PlainLabel, PlainText, set_tip

#: A longer list of files is scrolled.
_FILES_AT_ONCE: Final = 5
#: In code points; so many wide letters fit into the dialog at every scale.
_LONGEST_NAME: Final = 48


class OriginView(QWidget):
    """Shows one original. If it `opens` files, `file_wanted` carries the index of one, from 0."""

    file_wanted = Signal(ID)

    def __init__(self, parent: QWidget | None = None, *, opens: bool = False) -> None:
        super().__init__(parent)
        self._opens = opens
        self.files: list[LinkLabel] = []
        self.origin: ItemOrigin | None = None
        self.heading = PlainLabel("", "heading", wrap=True)
        self.facts = QFormLayout()
        self.facts.setContentsMargins(0, 0, 0, 0)
        self.facts.setHorizontalSpacing(16)
        self.facts.setVerticalSpacing(4)
        caption = PlainLabel(translate("Tracing", "As it arrived"), "secondary", "text2")
        self.text = PlainText()
        self.text.setAccessibleName(caption.text())
        caption.setBuddy(self.text)
        self.text.setMinimumHeight(160)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addLayout(self.facts)
        column.addWidget(caption)
        column.addWidget(self.text, 1)

    def show_origin(self, origin: ItemOrigin) -> None:
        self.origin = origin
        self.heading.setText(origin_title(origin))
        while self.facts.rowCount():
            self.facts.removeRow(0)
        for caption, words in origin_facts(origin):
            fact = PlainLabel(words, "interface", wrap=True)
            self.facts.addRow(PlainLabel(caption, "interface", "text2"), fact)
        self._show_files(origin.files)
        self.text.setPlainText(payload_words(origin))

    def _show_files(self, names: tuple[str, ...]) -> None:
        self.files = []
        if not names:
            return
        caption = PlainLabel(translate("Tracing", "Files that came along"), "interface", "text2")
        if not self._opens:
            words = translate("Window", ", ").join(map(shown_name, names))
            self.facts.addRow(caption, PlainLabel(words, "interface", wrap=True))
            return
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for place, name in enumerate(names):
            link = LinkLabel(_shortened(shown_name(name)), partial(self.file_wanted.emit, place))
            set_tip(link, shown_name(name))
            self.files.append(link)
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeading)
        if len(names) > _FILES_AT_ONCE:
            page = _scrolled(page, self.files[0].sizeHint().height() * _FILES_AT_ONCE)
        self.facts.addRow(caption, page)


def _shortened(name: str) -> str:
    """Returns a name cut in its middle: its suffix shows the type of the file."""
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 20]}…{name[-19:]}"


def _scrolled(page: QWidget, height: int) -> QWidget:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    area.setFixedHeight(height)
    area.viewport().setAutoFillBackground(False)
    page.setAutoFillBackground(False)
    return area


def origin_title(origin: ItemOrigin) -> str:
    """Returns the channel and the external number in words."""
    channel = visible_controls(label("channel", origin.channel))
    template = (
        translate("Tracing", "Further text by {channel}")
        if origin.further
        else translate("Tracing", "By {channel}")
    )
    words = fill(template, channel=channel)
    if not origin.external_id:
        return words
    number = isolated(visible_controls(origin.external_id))
    return fill(translate("Tracing", "{what}, number {number}"), what=words, number=number)


def origin_facts(origin: ItemOrigin) -> list[tuple[str, str]]:
    """Returns the facts above the text as (caption, words)."""
    facts: list[tuple[str, str]] = []
    if origin.file:
        template = translate("Tracing", "{source}, file {file}, row {row}")
        where = fill(
            template, source=shown_name(origin.source), file=shown_name(origin.file), row=digits(origin.row)
        )
        facts.append((translate("Tracing", "Where it stood"), where))
    moments = (
        (translate("Tracing", "Sent, by the sender's clock"), origin.received_at),
        (translate("Tracing", "Arrived here"), origin.arrived_at),
        (translate("Tracing", "Taken in at"), origin.handled_at),
    )
    facts += [(caption, _moment(at)) for caption, at in moments if at is not None]
    if origin.was_there:
        facts.append(
            (translate("Tracing", "What became of it"), translate("Tracing", "It was there already."))
        )
    if origin.mended is not None:
        changed = _changed(origin)
        words = translate("Tracing", "{count} fields; what was put right stands under what came.")
        facts.append((translate("Tracing", "Put right by hand"), fill(words, count=len(changed))))
    return facts


def payload_words(origin: ItemOrigin) -> str:
    """Returns the payload line by line, and under each line its correction by hand."""
    payload, mended = origin.payload, origin.mended
    if not isinstance(payload, Mapping):
        return visible_controls(_value(payload))
    if not payload and mended is None:
        return translate("Tracing", "Its words are gone: the retention of personal data is over.")
    merged: Mapping[str, Any] = mended if isinstance(mended, Mapping) else payload
    columns = match(tuple(merged), PETITION_FIELDS)
    named = {column: label("field", field) for field, column in columns.items()}
    changed = _changed(origin)
    lines = []
    for name in [*payload, *(name for name in merged if name not in payload)]:
        shown = visible_controls(str(name))
        known = named.get(name)
        caption = f"{shown} ({known})" if known and known != shown else shown
        lines.append(f"{caption}: {visible_controls(_value(payload.get(name)))}")
        if name in changed:
            template = translate("Tracing", "    put right: {value}")
            lines.append(fill(template, value=visible_controls(_value(merged.get(name)))))
    return "\n".join(lines)


def _changed(origin: ItemOrigin) -> set[str]:
    if origin.mended is None:
        return set()
    before = origin.payload if isinstance(origin.payload, Mapping) else {}
    after = origin.mended if isinstance(origin.mended, Mapping) else {}
    return {name for name in {*before, *after} if before.get(name) != after.get(name)}


def _value(value: Any) -> str:
    if value is None:
        return "—"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _moment(at: datetime) -> str:
    return f"{long_date(tehran_day(at))}، {clock_time(at)}"
