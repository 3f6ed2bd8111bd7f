"""Facts of a petition: lines in the head of the pane, or rows beside the text of the petition in full width."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.persian.dates import clock_time, full_date, long_date, tehran_day
from desktop_app.persian.text import visible_controls
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label
from ui.guard import guarded
from ui.petitions.codes import shown_number
from ui.petitions.lists.row_words import deadline_mark
from ui.widgets.plain import LinkLabel, PlainLabel, set_tip
from ui.widgets.term_mark import STANDING_CLOCK, TermMark

if TYPE_CHECKING:
    from desktop_app.petitions.desk.detail import PetitionDetail
    from desktop_app.petitions.identities import Identifiers

#: So many other names of a number are shown.
_MOST_NAMES = 3
#: Directions of the row with the petitioner: origin at its side, or below the name.
_BESIDE, _OVER = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


def due_line(detail: PetitionDetail, today: date) -> tuple[str, str, bool]:
    """Returns the deadline as text, its colour, and whether it is the date of an answer still to be given."""
    mark = deadline_mark(
        tehran_day(detail.completed_at or detail.received_at),
        detail.due_on,
        today,
        paused=detail.paused_on is not None,
        outcome=detail.outcome,
    )
    words = mark.text
    if detail.notice and detail.outcome is None:
        words = translate("Notices", "Its sender's identity is incomplete; no deadline runs.")
    colour = {"late": "danger", "soon": "warn"}.get(mark.pressure, "text2")
    return words, colour, detail.due_on is not None and detail.outcome is None


def sender_name(detail: PetitionDetail) -> str:
    """Returns the name of the petitioner, or that there is none."""
    return visible_controls(detail.petitioner_name) or translate("Inbox", "no name")


def remark_words(detail: PetitionDetail) -> str:
    """Returns what the person should mind; empty if nothing.

    That a complaint was their own, and nobody else is left to decide on it; that the sender's number or address is
    stored under another name as well.
    """
    words = []
    if detail.nobody_else:
        words.append(
            translate("Inbox", "It was yours, and nobody else is left to decide: the history says so.")
        )
    if detail.other_names:
        told = translate("Inbox", "Check the sender: the same number or address is stored for {names}.")
        names = [visible_controls(f"«{name}»") for name in detail.other_names[:_MOST_NAMES]]
        words.append(fill(told, names=translate("Inbox", " and ").join(names)))
    return "\n".join(words)


def _personal(detail: PetitionDetail, known: Identifiers | None) -> tuple[str, str]:
    """Returns mobile number and national id, masked unless they are `known`."""
    return (known.mobile, known.national_id) if known else (detail.mobile, detail.national_id)


def _may_reveal(detail: PetitionDetail, known: Identifiers | None) -> bool:
    return detail.may_reveal and known is None and any(_personal(detail, None))


def _reveal_link(asked: object) -> LinkLabel:
    made = LinkLabel(translate("Inbox", "Show"), asked, "secondary")
    set_tip(made, translate("Inbox", "Show who sent it; that you did is noted in the history"))
    return made


class FactLines(QWidget):
    """Lines below the title: deadline, petitioner, numbers. A long name is placed above the origin."""

    why_asked = Signal()
    reveal_asked = Signal()
    completion_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.complete = LinkLabel(
            translate("Notices", "Complete the identity"), self.completion_asked.emit, "secondary"
        )
        self._due = PlainLabel("", "secondary")
        self.standing = TermMark(STANDING_CLOCK)
        self._why = LinkLabel(translate("Inbox", "Why?"), self.why_asked.emit, "secondary")
        self.remark = PlainLabel("", "secondary", "warn", wrap=True)
        self.sender_label = PlainLabel("", "secondary", wrap=True)
        self.origin = PlainLabel("", "secondary", "text2")
        self.contact = PlainLabel("", "secondary", "text2", elide=True)
        self.reveal = _reveal_link(self.reveal_asked.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(_row(self._due, self.standing, self._why, self.complete, None))
        column.addWidget(self.remark)
        self._sent = _row(self.sender_label, self.origin, stretch=True)
        column.addLayout(self._sent)
        self._numbers = QWidget()
        numbers = _row(self.contact, self.reveal, stretch=True)
        numbers.setContentsMargins(0, 0, 0, 0)
        self._numbers.setLayout(numbers)
        column.addWidget(self._numbers)

    def show_brief(self, brief: bool) -> None:
        """Leaves the numbers out, or shows all lines."""
        self._numbers.setVisible(not brief)

    def show_detail(self, detail: PetitionDetail, today: date, known: Identifiers | None) -> None:
        """Shows the facts; `known` are the identifiers that the person asked to see."""
        words, colour, running = due_line(detail, today)
        plain = not (detail.notice and detail.outcome is None)
        if running and plain:
            words = fill(translate("Inbox", "Deadline: {words}"), words=words)
        self.complete.setVisible(detail.completes)
        self._due.setText(words)
        self.standing.show_if(detail.paused_on is not None and detail.outcome is None and plain)
        self._due.set_colour(colour)
        self._due.set_bold(colour != "text2")
        set_tip(self._due, full_date(detail.due_on) if detail.due_on else "")
        self._why.setVisible(running)
        self.remark.setText(remark_words(detail))
        self.remark.setVisible(bool(self.remark.text()))
        self.sender_label.setText(sender_name(detail))
        group = label("group", detail.petitioner_group) if detail.petitioner_group else ""
        day = tehran_day(detail.received_at)
        parts = [group, label("channel", detail.channel), long_date(day)]
        self.origin.setText("   ".join(part for part in parts if part))
        set_tip(self.origin, full_date(day))
        self.reveal.setVisible(_may_reveal(detail, known))
        self.contact.setText("   ".join(_contact_words(detail, known)))
        self._fit()

    def why_bottom(self) -> int:
        """Returns the bottom of the link «چرا؟», in pixels from the top of this widget."""
        return self._why.geometry().bottom()

    def _fit(self) -> None:
        """Gives the petitioner the height of all lines of the name; otherwise a full pane cuts them."""
        width = self.width()
        room = width - self.origin.sizeHint().width() - self._sent.spacing()
        long = self.sender_label.fontMetrics().horizontalAdvance(self.sender_label.text()) > room
        self._sent.setDirection(_OVER if long else _BESIDE)
        wide = max(1, width if long else room)
        self.sender_label.setMinimumHeight(max(0, self.sender_label.heightForWidth(wide)))

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class OriginLine(QWidget):
    """Who wrote the text, how it came, and when; above the text in full width."""

    def __init__(self) -> None:
        super().__init__()
        self.name = PlainLabel("", "interface", bold=True, elide=True)
        self.came = PlainLabel("", "secondary", "text2")
        row = _row(self.name, self.came, stretch=True)
        row.setContentsMargins(0, 0, 0, 0)
        self.setLayout(row)

    def show_detail(self, detail: PetitionDetail) -> None:
        self.name.setText(sender_name(detail))
        day = tehran_day(detail.received_at)
        when = f"{full_date(day)}، {clock_time(detail.received_at)}"
        self.came.setText(f"{label('channel', detail.channel)}   {when}")


class FactRows(QWidget):
    """The facts as rows of a caption and a value."""

    reveal_asked = Signal()
    completion_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.reveal = _reveal_link(self.reveal_asked.emit)
        self.complete = LinkLabel(
            translate("Notices", "Complete the identity"), self.completion_asked.emit, "secondary"
        )
        self.remark = PlainLabel("", "secondary", "warn", wrap=True)
        self._cells: list[QWidget] = []
        self.values: dict[str, PlainLabel] = {}
        #: Beside the title; a further command may be added here.
        self.head = QHBoxLayout()
        self.head.addWidget(PlainLabel(translate("Facts", "Facts"), "interface", bold=True))
        self.head.addStretch()
        for link in (self.complete, self.reveal):
            self.head.addWidget(link)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnMinimumWidth(0, 84)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self.head)
        column.addLayout(self._grid)
        column.addWidget(self.remark)

    def show_detail(self, detail: PetitionDetail, known: Identifiers | None) -> None:
        """Shows the facts; `known` are the identifiers that the person asked to see."""
        for cell in self._cells:
            self._grid.removeWidget(cell)
            cell.hide()
            cell.deleteLater()
        self._cells, self.values = [], {}
        for row, (caption, value) in enumerate(_facts(detail, known)):
            name = PlainLabel(caption, "secondary", "text2")
            words = PlainLabel(value, "secondary", wrap=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(words, row, 1)
            self._cells += [name, words]
            self.values[caption] = words
        self.reveal.setVisible(_may_reveal(detail, known))
        self.complete.setVisible(detail.completes)
        self.remark.setText(remark_words(detail))
        self.remark.setVisible(bool(self.remark.text()))


def _contact_words(detail: PetitionDetail, known: Identifiers | None) -> list[str]:
    words = [shown_number(number) for number in _personal(detail, known) if number]
    if detail.letter_number:
        letter = shown_number(visible_controls(detail.letter_number))
        words.append(fill(translate("Inbox", "Letter {number}"), number=letter))
    words.append(fill(translate("Inbox", "Registry {number}"), number=shown_number(detail.registry)))
    about = visible_controls(detail.about)
    if about:
        words.append(fill(translate("Inbox", "About: {what}"), what=about))
    return words


def _facts(detail: PetitionDetail, known: Identifiers | None) -> list[tuple[str, str]]:
    """Returns captions and values, in the order in which they are read; those without a value are left out."""
    mobile, national_id = _personal(detail, known)
    group = label("group", detail.petitioner_group) if detail.petitioner_group else ""
    received = f"{label('channel', detail.channel)} · {long_date(tehran_day(detail.received_at))}"
    holder = " · ".join(part for part in (detail.unit_name, detail.assignee_name) if part)
    rows = (
        (translate("Facts", "Petitioner"), " · ".join(part for part in (sender_name(detail), group) if part)),
        (translate("Facts", "Mobile phone"), shown_number(mobile) if mobile else ""),
        (translate("Facts", "National id"), shown_number(national_id) if national_id else ""),
        (translate("Facts", "Received"), received),
        (
            translate("Facts", "Letter number"),
            shown_number(visible_controls(detail.letter_number)) if detail.letter_number else "",
        ),
        (translate("Facts", "Registry number"), shown_number(detail.registry)),
        (translate("Facts", "Related to"), visible_controls(detail.about)),
        (translate("Facts", "Unit and assignee"), holder),
    )
    return [(caption, value) for caption, value in rows if value]


def _row(*parts: QWidget | None, stretch: bool = False) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    for at, part in enumerate(parts):
        if part is None:
            row.addStretch()
        else:
            row.addWidget(part, 1 if stretch and at == 0 else 0)
    return row
