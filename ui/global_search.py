"""The global search: suggests petitions, drafts, petitioners and experts below the field while the user types.

Enter searches the inbox. After an arrow key it opens the selected suggestion. An empty field shows recent searches.
"""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter

from desktop_app.persian.dates import short_date, tehran_day
from desktop_app.persian.query import marked, parse_query
from desktop_app.persian.text import fold, visible_controls
from desktop_app.petitions.lists.filters import ListFilter, Order, Scope
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label
from ui.guard import guarded
from ui.icons import paint_icon
from ui.jobs import Job, run
from ui.theme import font, theme
from ui.widgets.painting import Mirror, draw_marked_text, draw_text, text_width
from ui.widgets.rows import LONGEST, RowList, RowsModel
from ui.workplace import SearchFor, ShowExpert, Workplace

if TYPE_CHECKING:
    from desktop_app.services import Services
    from desktop_app.staff.roles import Actor
    from ui.widgets.search_box import SearchBox

_ROW: Final = 40
#: The maximum number of suggestions of each kind; the screen of that kind finds the others.
_OF_EACH: Final = 5
_MOST_REMEMBERED: Final = 8
#: The searches of this session, newest first.
_RECENT: Final[list[str]] = []
Go = Callable[[str, object], object]


@dataclass(frozen=True, slots=True)
class Hit:
    """A suggestion: its target (`screen`, `item`), its text and a secondary text."""

    screen: str
    item: object
    words: str
    beside: str
    icon: str


def look_everywhere(services: Services, actor: Actor, text: str, screens: Container[str]) -> tuple[Hit, ...]:
    """Returns the matches for `text` on the screens available to the person; the newest petitions come first."""
    found: list[Hit] = []
    if "inbox" in screens:
        wanted = ListFilter(scope=Scope.ANY, order=Order.NEWEST, query=text)
        for row in services.inbox.first(actor, wanted, _OF_EACH):
            beside = (
                row.petitioner_name,
                label("status", row.status),
                short_date(tehran_day(row.received_at)),
            )
            found.append(
                Hit("inbox", row.id, row.subject or row.snippet, _joined(*beside), "ph.envelope-simple")
            )
    words = fold(text).split()
    if "drafts" in screens:
        drafts = [
            row
            for row in services.drafting.all()
            if all(word in fold(f"{row.title} {row.code}") for word in words)
        ]
        for draft in drafts[:_OF_EACH]:
            beside_it = _joined(
                label("instrument_kind", draft.kind.value), label("instrument_status", draft.status.value)
            )
            found.append(Hit("drafts", draft.id, draft.title, beside_it, "ph.files"))
    if "people" in screens:
        for person in services.petitioners.page(actor, text, count=_OF_EACH):
            theirs = ListFilter(scope=Scope.ANY, order=Order.NEWEST, petitioner_id=person.id)
            about = _joined(translate("Everywhere", "petitioner"), label("group", person.group))
            found.append(Hit("inbox", theirs, person.name, about, "ph.user"))
        experts = [one for one in services.experts.all() if all(word in one.found_by for word in words)]
        for expert in experts[:_OF_EACH]:
            about = _joined(translate("Everywhere", "expert"), expert.words.organisation)
            found.append(Hit("people", ShowExpert(expert.id), expert.words.name, about, "ph.user-focus"))
    return tuple(found)


class Everywhere(QObject):
    """The suggestions of a search field: a list over the window that never takes the keyboard focus."""

    def __init__(
        self,
        box: SearchBox,
        workplace: Workplace[Services],
        go: Go,
        screens: Callable[[], Container[str]],
        focus_content: Callable[[], object],
    ) -> None:
        super().__init__(box)
        self._focus_content = focus_content
        self._box, self._workplace, self._go, self._screens = box, workplace, go, screens
        self._job: Job | None = None
        #: The text for which the list was computed.
        self.text = ""
        self.list = RowList[Hit](
            translate("Everywhere", "What was found"),
            RowsModel(lambda hit: hit.words, spoken=lambda hit: _joined(hit.words[:LONGEST], hit.beside)),
            lambda painter, rect, hit: draw_hit(painter, rect, hit, self.text),
            box,
            height=_ROW,
            line=False,
            one_click=True,
        )
        self.list.setObjectName("popup")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.hide()
        box.searched.connect(self._look)
        box.submitted.connect(self._on_enter)
        self.list.opened.connect(self._open)
        box.installEventFilter(self)

    def _look(self, text: str) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if not text:
            self._show_recent()
            return
        services, actor, screens = self._workplace.services, self._workplace.actor, self._screens()
        self._job = run(
            self,
            lambda: look_everywhere(services, actor, text, screens),
            lambda hits: self._show(text, hits),
            self._on_trouble,
        )

    def _show(self, text: str, hits: tuple[Hit, ...]) -> None:
        self._job = None
        if not self._box.hasFocus() or self._box.text().strip() != text:
            return
        all_of_it = fill(
            translate("Everywhere", "Search the inbox for “{text}”"), text=visible_controls(text)
        )
        first = Hit("inbox", SearchFor(text), all_of_it, "", "ph.magnifying-glass")
        self._show_hits((first, *hits), text)
        self._place()

    def _show_recent(self) -> None:
        hits = tuple(
            Hit("inbox", SearchFor(text), text, "", "ph.clock-counter-clockwise") for text in _RECENT
        )
        self._show_hits(hits, "")
        if hits and self._box.hasFocus():
            self._place()
        else:
            self.list.hide()

    def _show_hits(self, hits: tuple[Hit, ...], text: str) -> None:
        self.text = text
        self.list.show_rows(hits)

    def _on_trouble(self, _error: Exception) -> None:
        # Suggestions are optional, so errors are hidden here. The search itself reports them.
        self._job = None
        self.list.hide()

    def _on_enter(self, text: str) -> None:
        hit = self.list.current() if self.list.isVisible() else None
        if hit is not None:
            self._open(hit)
        elif text:
            self._search(text)

    def _open(self, hit: Hit) -> None:
        if isinstance(hit.item, SearchFor):
            self._box.setText(hit.item.text)
            self._search(hit.item.text)
            return
        _remember(self._box.text().strip())
        self._leave_for(hit.screen, hit.item)

    def _search(self, text: str) -> None:
        _remember(text)
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._leave_for("inbox", SearchFor(text))

    def _leave_for(self, screen: str, item: object) -> None:
        """Goes there with the keyboard, too: the next key is not for the field any more."""
        self.list.hide()
        self._box.clearFocus()
        # The list says by what it is filtered; words left here would be about a list that is gone.
        self._box.clear()
        self._go(screen, item)
        if self._box.window().focusWidget() is None:
            self._focus_content()

    def _place(self) -> None:
        window = self._box.window()
        self.list.setParent(window)
        corner = self._box.mapTo(window, QPoint(0, self._box.height() + 4))
        height = min(len(self.list.rows()) * _ROW + 2, window.height() - corner.y() - 24)
        self.list.setGeometry(corner.x(), corner.y(), self._box.width(), height)
        self.list.setCurrentIndex(QModelIndex())
        self.list.show()
        self.list.raise_()

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.FocusIn and not self._box.text():
            self._show_recent()
        elif kind == QEvent.Type.FocusOut:
            self.list.hide()
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self.list.isVisible():
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                row = self.list.currentIndex().row() + (1 if event.key() == Qt.Key.Key_Down else -1)
                if row >= 0:
                    self.list.go_to(row)
                else:
                    self.list.setCurrentIndex(QModelIndex())
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.list.hide()
                return True
        return super().eventFilter(watched, event)


def draw_hit(painter: QPainter, rect: QRectF, hit: Hit, text: str) -> None:
    """Draws icon, text with the matches of `text` highlighted, and the secondary text."""
    now, mirror = theme(), Mirror.of(rect)
    paint_icon(painter, mirror.at(14, 18), hit.icon, now.text2)
    room = rect.width() - 44 - 16
    if hit.beside:
        width = min(room / 2, text_width(hit.beside, font("header")) + 2)
        draw_text(
            painter,
            mirror.at(44 + room - width, width),
            visible_controls(hit.beside),
            font("header"),
            now.text2,
        )
        room -= width + 12
    words = visible_controls(" ".join(hit.words.split()))
    searching = isinstance(hit.item, SearchFor)
    found = () if searching else marked(parse_query(text), words)
    draw_marked_text(painter, mirror.at(44, room), words, found, font("interface"), now.text, now.warnbg)


def _joined(*parts: str) -> str:
    return translate("Everywhere", " · ").join(part for part in parts if part)


def _remember(text: str) -> None:
    if not text:
        return
    if text in _RECENT:
        _RECENT.remove(text)
    _RECENT.insert(0, text)
    del _RECENT[_MOST_REMEMBERED:]


def forget_searches() -> None:
    """Clears the recent searches, because another person may sign in next."""
    _RECENT.clear()
