"""The list of petitions as a table model: any place among a million rows, the window never waits.

The model knows how long the list is (its outline) and holds the chunks that were looked at lately. A row that is not
there yet is drawn as a skeleton and asked for behind the scenes; what is scrolled past is not asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.persian.dates import full_date, short_date, tehran_day
from desktop_app.persian.digits import isolated
from desktop_app.persian.text import visible_controls
from desktop_app.petitions.lists.filters import Grouping
from desktop_app.petitions.lists.inbox import ListFilter, Outline, PetitionRow
from desktop_app.petitions.lists.ordering import SectionKey
from desktop_app.petitions.lists.sections import News, OpenedList
from desktop_app.petitions.registration.codes import spoken
from desktop_app.staff.presence import Present
from desktop_app.wording import digits, translate
from desktop_app.wording.labels import label
from ui import jobs
from ui.guard import guarded
from ui.petitions.lists.columns import (
    PetitionColumn,
    headers,
)
from ui.petitions.lists.layout import Heading, SectionLayout
from ui.petitions.lists.row_words import (
    age_words,
    alike_words,
    assignee_words,
    further_words,
    row_mark,
    sender_words,
    unit_words,
)
from ui.widgets.plain import tip_text
from ui.widgets.presence_line import present_words
from ui.widgets.row_window import CHUNK, RowWindow
from ui.workplace import Workplace

if TYPE_CHECKING:
    from desktop_app.services import InboxServices

Index = QModelIndex | QPersistentModelIndex
#: What the delegate paints from: a `PetitionRow`, or None while it is being read.
ROW_ROLE: Final = Qt.ItemDataRole.UserRole
#: Texts of the model are at most this long: a longer one costs a repaint dearly.
_LONGEST: Final = 200
#: Milliseconds that a list may take before its first rows are asked for by themselves.
_PATIENCE: Final = 150

#: So many rows before one comes to it, a chunk is asked for: a few turns of the wheel.
_AHEAD: Final = 60
#: Of more rows than these one word is said that all between them may have changed.
_ONE_BY_ONE: Final = 8
#: Put together once: a frame asks for each cell.
_OF_A_ROW: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class PetitionListModel(QAbstractTableModel):
    """`show_list` reads a list and swaps it in whole; `opened` tells that it stands."""

    #: The list stands; the place of the petition that was to be kept, or None.
    opened = Signal(object)
    failed = Signal(object)
    #: The rest of a list whose first rows were shown already is there.
    grown = Signal()
    #: Of these petitions another number of near-equal ones is known than before.
    likes_changed = Signal(object)

    def __init__(self, workplace: Workplace[InboxServices], parent: QWidget) -> None:
        super().__init__(parent)
        self._owner = parent
        self._inbox, self._workplace = workplace.services.inbox, workplace
        self.wanted = ListFilter()
        self.outline = Outline(0, False, ())
        self.last_id = 0
        self._opened: OpenedList | None = None
        self._layout = SectionLayout()
        self._folded: frozenset[str] = frozenset()
        self._window: RowWindow[PetitionRow] = RowWindow()
        self._present: dict[int, list[Present]] = {}
        self._alike: dict[int, int] = {}
        self._headers = headers()
        self._asked: list[int] = []
        self._reading = -1
        self._job: jobs.Job | None = None
        self._turn = 0
        #: Whether the rest of the list is still being worked out.
        self.counting = False
        self._whole = 0
        self._opening = (0, self.wanted)
        self._slow = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._slow.timeout.connect(self._look_first)
        self._soon = jobs.Debouncer(self, 0, self._read_next)

    # Reading

    @property
    def reading(self) -> bool:
        """Whether rows are being read, or are to be read next."""
        return self._reading >= 0 or self._soon.isActive()

    def show_list(self, wanted: ListFilter, *, keep: int | None = None) -> None:
        """Reads the list and shows it instead; a read under way is dropped."""
        self._turn += 1
        turn = self._turn
        self.counting = False
        if self._job is not None:
            self._job.cancel()

        def failed(error: Exception) -> None:
            if turn == self._turn:
                self.failed.emit(error)

        self._job = jobs.run(
            self._owner,
            lambda: self._inbox.open_list(self._workplace.actor, wanted, keep=keep, count=CHUNK),
            lambda opened: self._on_whole(turn, wanted, opened),
            failed,
        )
        # A list that is worked out at once needs no first look, and one that is read again keeps what it shows.
        self._slow.stop()
        if keep is None and (wanted != self.wanted or self._opened is None):
            self._opening = (turn, wanted)
            self._slow.start()

    def _look_first(self) -> None:
        """Reads the first rows of a list that takes its time."""
        turn, wanted = self._opening
        if turn == self._turn and self._job is not None and self._job.running:
            jobs.run(
                self._owner,
                lambda: self._inbox.opening(self._workplace.actor, wanted, CHUNK),
                lambda opened: self._on_first(turn, wanted, opened),
                lambda _error: None,
            )

    def _on_first(self, turn: int, wanted: ListFilter, opened: OpenedList) -> None:
        if turn == self._turn and self._whole != turn and opened.rows:
            self.counting = True
            self._swap_in(turn, wanted, opened)

    def _on_whole(self, turn: int, wanted: ListFilter, opened: OpenedList) -> None:
        if turn != self._turn:
            return
        self._whole = turn
        was, self.counting = self.counting, False
        same = [row.id for row in opened.rows[: self.outline.total]] == list(self.outline.ids or ())
        if not (was and same and opened.first == 0 and not opened.sections):
            self._swap_in(turn, wanted, opened)
            return
        # What is looked at stays where it is; the rest comes behind it.
        before, total = self.outline.total, opened.outline.total
        if total > before:
            self.beginInsertRows(QModelIndex(), before, total - 1)
        self._take(wanted, opened)
        if total > before:
            self.endInsertRows()
        self.grown.emit()

    def _swap_in(self, turn: int, wanted: ListFilter, opened: OpenedList) -> None:
        if turn != self._turn:
            return
        self.beginResetModel()
        self._take(wanted, opened)
        self.endResetModel()
        self.opened.emit(opened.place)

    def _take(self, wanted: ListFilter, opened: OpenedList) -> None:
        self.wanted, self._opened, self.outline = wanted, opened, opened.outline
        self.last_id = opened.last_id
        self._layout = SectionLayout(opened.outline.total, opened.sections, self._folded)
        self._window.clear()
        self._asked.clear()
        self._window.put(opened.first, opened.rows)
        self._look_alike([row.id for row in opened.rows])

    def _ask_for(self, place: int) -> None:
        number = place // CHUNK
        if number != self._reading and number not in self._asked:
            self._asked.append(number)
            self._soon.start()

    def _read_next(self) -> None:
        if self._reading >= 0 or not self._asked:
            return
        # The latest wish first: what was scrolled past can wait, and most of it is forgotten.
        number, turn = self._asked.pop(), self._turn
        del self._asked[:-2]
        self._reading = number
        wanted, outline = self.wanted, self.outline
        jobs.run(
            self._owner,
            lambda: self._inbox.page(self._workplace.actor, wanted, outline, number * CHUNK, CHUNK),
            lambda rows: self._put(turn, number, rows),
            self._chunk_failed,
        )

    def _put(self, turn: int, number: int, rows: tuple[PetitionRow, ...]) -> None:
        self._reading = -1
        if turn == self._turn:
            self._window.put(number * CHUNK, rows)
            self._look_alike([row.id for row in rows])
            first = self._layout.row_of(number * CHUNK) or 0
            last = min(first + CHUNK + 4, self.rowCount()) - 1
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(PetitionColumn) - 1))
        self._soon.start()

    def _chunk_failed(self, error: Exception) -> None:
        self._reading = -1
        self._asked.clear()
        self.failed.emit(error)

    def _look_alike(self, ids: Sequence[int]) -> None:
        """Asks what is pointed out beside these rows; they are shown without waiting for it."""
        if ids:
            jobs.run(
                self._owner,
                lambda: self._inbox.alike(self._workplace.actor, ids),
                lambda found: self._show_alike(ids, found),
                jobs.only_bugs(self._owner),
            )

    def _show_alike(self, ids: Sequence[int], found: dict[int, int]) -> None:
        changed = [number for number in ids if found.get(number, 0) != self._alike.get(number, 0)]
        for number in changed:
            self._alike[number] = found.get(number, 0)
        if changed:
            self._rows_changed(changed)
            self.likes_changed.emit(changed)

    def alike_at(self, petition_id: int) -> int:
        """How many near-equal petitions are pointed out beside one."""
        return self._alike.get(petition_id, 0)

    def _rows_changed(self, ids: Sequence[int]) -> None:
        """Tells of rows that are in memory; of many in one go, whatever stands between them."""
        rows = sorted(row for number in ids if (row := self.table_row_of(number)) is not None)
        if not rows:
            return
        spans = [(row, row) for row in rows] if len(rows) <= _ONE_BY_ONE else [(rows[0], rows[-1])]
        for first, last in spans:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(PetitionColumn) - 1))

    # Places

    def row_at(self, row: int) -> PetitionRow | None:
        """The petition at a row of the table; None for a heading and for what is still being read."""
        place = self._layout.place_at(row)
        return None if place is None else self._window.row(place)

    def wanted_at(self, row: int) -> PetitionRow | None:
        """As `row_at`; one that is not there yet is asked for."""
        place = self._layout.place_at(row)
        found = None if place is None else self._window.row(place)
        if found is None and place is not None and not self._window.has_chunk(place // CHUNK):
            self._ask_for(place)
        return found

    def look_ahead(self, seen: range) -> None:
        """Asks for what stands next to the rows of the table that are seen, once nothing among them is missing."""
        if self._reading >= 0 or self._asked:
            return
        for row in (seen.start - _AHEAD, seen.stop + _AHEAD):
            place = self._layout.place_at(row)
            if place is not None and not self._window.has_chunk(place // CHUNK):
                self._ask_for(place)

    def heading_at(self, row: int) -> Heading | None:
        return self._layout.heading_at(row)

    def heading_rows(self) -> list[int]:
        return self._layout.heading_rows

    def table_row(self, place: int) -> int | None:
        """The row of the table of a place of the list."""
        return self._layout.row_of(place)

    def place_at(self, row: int) -> int | None:
        return self._layout.place_at(row)

    def table_row_of(self, petition_id: int) -> int | None:
        """The row of the table of a petition that is in memory."""
        place = self._window.place_of(petition_id)
        return None if place is None else self._layout.row_of(place)

    def fold(self, key: str) -> None:
        """Folds a section away, or opens it again."""
        if self._opened is None:
            return
        self.beginResetModel()
        self._folded = self._folded ^ {key}
        self._layout = SectionLayout(self.outline.total, self._opened.sections, self._folded)
        self.endResetModel()

    def ids_of(self, rows: Sequence[int]) -> list[int]:
        """The petitions at these rows of the table, as far as they are in memory."""
        return [found.id for row in rows if (found := self.row_at(row)) is not None]

    def take_news(self, news: News) -> None:
        """Puts the newer state of rows in their places; nothing is inserted and nothing moves."""
        for row in news.rows:
            place = self._window.replace(row)
            table_row = None if place is None else self._layout.row_of(place)
            if table_row is not None:
                self.dataChanged.emit(
                    self.index(table_row, 0), self.index(table_row, len(PetitionColumn) - 1)
                )
        # What happened to one may have parted it from others, too.
        marked = [number for number, count in self._alike.items() if count]
        self._look_alike(sorted({*marked[-CHUNK:], *(row.id for row in news.rows)}))

    def show_present(self, present: Sequence[Present]) -> None:
        """Tells in the rows which colleagues are there; only what differs is painted again."""
        before, self._present = self._present, {}
        for one in present:
            if one.place.item_type == "petition":
                self._present.setdefault(one.place.item_id, []).append(one)
        self._rows_changed(
            [
                petition_id
                for petition_id in before.keys() | self._present.keys()
                if before.get(petition_id) != self._present.get(petition_id)
            ]
        )

    def present_at(self, petition_id: int) -> Sequence[Present]:
        """The colleagues at a petition."""
        return self._present.get(petition_id, ())

    # The table

    @guarded(0)
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else self._layout.row_count

    @guarded(0)
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(PetitionColumn)

    @guarded(Qt.ItemFlag.NoItemFlags)
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.heading_at(index.row()) is not None:
            return Qt.ItemFlag.NoItemFlags
        return _OF_A_ROW

    @guarded(None)
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        return None

    @guarded(None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in _ROLES:
            return None
        heading = self.heading_at(index.row())
        if heading is not None:
            shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return heading_words(heading) if shown else None
        row = self.wanted_at(index.row())
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip_text(self._tip(row, PetitionColumn(index.column())))
        return self.words_of(row, PetitionColumn(index.column()))

    def words_of(self, row: PetitionRow, column: PetitionColumn) -> str:
        """What stands in a cell."""
        assert self._opened is not None
        today = self._opened.today
        words = {
            PetitionColumn.MARK: lambda: translate("Inbox", "unread") if row.unread else "",
            PetitionColumn.KIND: lambda: label("kind", row.kind),
            PetitionColumn.SUBJECT: lambda: self._subject_words(row),
            PetitionColumn.SENDER: lambda: visible_controls(sender_words(row)),
            PetitionColumn.UNIT: lambda: unit_words(row),
            PetitionColumn.ASSIGNEE: lambda: assignee_words(row, self._workplace.actor.person_id),
            PetitionColumn.STATUS: lambda: label("status", row.status),
            PetitionColumn.CHANNEL: lambda: label("channel", row.channel),
            PetitionColumn.URGENCY: lambda: label("urgency", row.urgency),
            PetitionColumn.REGISTRY: lambda: digits(isolated(f"{row.registry_year}/{row.registry_number}")),
            PetitionColumn.CODE: lambda: digits(spoken(row.tracking_code)),
            PetitionColumn.OUTCOME: lambda: label("outcome", row.outcome) if row.outcome else "",
            PetitionColumn.RESOLVED: lambda: (
                short_date(tehran_day(row.resolved_at)) if row.resolved_at else ""
            ),
            PetitionColumn.ABOUT: lambda: visible_controls(row.about),
            PetitionColumn.AGE: lambda: age_words(tehran_day(row.received_at), today),
            PetitionColumn.DEADLINE: lambda: row_mark(row, today).text,
        }
        return words[column]()[:_LONGEST]

    def _subject_words(self, row: PetitionRow) -> str:
        present = present_words(self.present_at(row.id))
        words = visible_controls(f"{row.subject} — {row.snippet}")
        for beside in (alike_words(self.alike_at(row.id)), further_words(row)):
            words = f"{beside} — {words}" if beside else words
        return f"{present} — {words}" if present else words

    def _tip(self, row: PetitionRow, column: PetitionColumn) -> str:
        if column is PetitionColumn.AGE:
            return full_date(tehran_day(row.received_at))
        if column is PetitionColumn.DEADLINE:
            return full_date(row.due_on) if row.due_on else ""
        if column is PetitionColumn.RESOLVED:
            return full_date(tehran_day(row.resolved_at)) if row.resolved_at else ""
        if column is PetitionColumn.SENDER:
            return visible_controls(row.petitioner_name)
        if column is PetitionColumn.SUBJECT:
            words = visible_controls(f"{row.subject}\n{row.snippet}")[: 2 * _LONGEST]
            beside = [alike_words(self.alike_at(row.id)), further_words(row)]
            return "\n".join([*filter(None, beside), words])
        return ""

    @property
    def crowded(self) -> bool:
        """Whether there would be more headings than anybody reads."""
        return self._opened is not None and self._opened.crowded

    @property
    def today(self) -> Any:
        """The day on which the list was read; None before the first one."""
        return self._opened.today if self._opened else None


_ROLES: Final = frozenset(
    {ROW_ROLE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}
)


def heading_words(heading: Heading) -> str:
    """What stands over a section."""
    if heading.name:
        return visible_controls(heading.name)
    by_deadline = {
        SectionKey.PAST: translate("Inbox", "Deadline passed"),
        SectionKey.TODAY: translate("Inbox", "Today"),
        SectionKey.THIS_WEEK: translate("Inbox", "Until the end of this week"),
        SectionKey.LATER: translate("Inbox", "Later"),
        SectionKey.WITHOUT: translate("Inbox", "Without a deadline"),
    }
    if heading.key in by_deadline:
        return by_deadline[SectionKey(heading.key)]
    if heading.key.startswith(Grouping.UNIT.value):
        return translate("Inbox", "unrouted")
    return translate("Inbox", "no name")
