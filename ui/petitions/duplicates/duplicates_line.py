"""Line below the head of a petition: number of similar petitions and its original; a click shows the cards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_app.petitions.duplicates.likes import NOTHING, Alike, Likes
from desktop_app.petitions.registration.codes import shown_code
from desktop_app.petitions.vocabulary import Move
from desktop_app.wording import fill, translate
from ui import jobs
from ui.guard import guarded
from ui.icons import paint_icon
from ui.petitions.duplicates.duplicate_question import linked_words
from ui.petitions.duplicates.similar_card import AlikeCard
from ui.signals import ID
from ui.theme import theme
from ui.widgets.button import Button
from ui.widgets.flow import FlowLayout
from ui.widgets.painting import Mirror, set_margins
from ui.widgets.pane_popup import PanePopup, close_if_open
from ui.widgets.plain import LinkLabel, PlainLabel
from ui.widgets.term_mark import ONE_TEXT, SIMILAR, TermMark
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from desktop_app.petitions.desk.detail import PetitionDetail
    from desktop_app.services import InboxServices
    from ui.workplace import Workplace

#: Time a petition must be shown before the search for similar ones starts, in milliseconds.
_REST: Final = 200
_LINE: Final = 22


class LikesLine(QWidget):
    """Shows how many petitions are similar. Hidden where there are none.

    `opened` carries the id of another petition to show. `merge_asked` carries the petition that this one is
    to be merged into. `said` carries a message, and `changed` is emitted when this petition changed.
    """

    opened = Signal(ID)
    merge_asked = Signal(object)
    said = Signal(str, object)
    changed = Signal()

    def __init__(self, workplace: Workplace[InboxServices], pane: QWidget) -> None:
        super().__init__()
        self._services, self._workplace, self._pane = workplace.services, workplace, pane
        self._detail: PetitionDetail | None = None
        self.likes = NOTHING
        self.popup: PanePopup | None = None
        self._rest = jobs.Debouncer(self, _REST, self._look)
        self.words = LinkLabel("", self.show_all, "secondary")
        self._into = PlainLabel("", "secondary", "text2")
        self.into = LinkLabel("", self._open_into, "secondary")
        self.part = LinkLabel(translate("Likeness", "Take it from there"), self.ask_to_part, "secondary")
        lines = FlowLayout(_LINE, 10, (0, 0, 0, 0))
        set_margins(lines, 40, 0, 12, 8)
        self.setLayout(lines)
        self.term = TermMark(SIMILAR)
        for part in (self._into, self.into, self.part, self.words, self.term):
            lines.addWidget(part)
        self.hide()

    def show_for(self, detail: PetitionDetail) -> None:
        """Searches for petitions similar to this one. Earlier results for it remain until then."""
        if self._detail is None or self._detail.id != detail.id:
            self.close_popup()
            self._show(NOTHING)
        self._detail = detail
        self._rest.start()

    def look_again(self, ids: Sequence[int]) -> None:
        """Searches again if the shown petition is among these, since its similar petitions may have changed."""
        if self._detail is not None and self._detail.id in ids:
            self._rest.start()

    def _look(self) -> None:
        if self._detail is None:
            return
        number = self._detail.id
        jobs.run(
            self,
            lambda: self._services.duplicates.of(self._workplace.actor, number),
            lambda likes: self._on_found(number, likes),
            jobs.only_bugs(self),
        )

    def _on_found(self, petition_id: int, likes: Likes) -> None:
        if self._detail is not None and self._detail.id == petition_id:
            self._show(likes)

    def _show(self, likes: Likes) -> None:
        self.likes = likes
        into = likes.into
        self._into.setText(translate("Likeness", "Duplicate of") if into else "")
        self.into.setText(shown_code(into.tracking_code) if into else "")
        may_part = self._detail is not None and Move.REOPEN in self._detail.allowed
        for part in (self._into, self.into):
            part.setVisible(into is not None)
        self.part.setVisible(into is not None and may_part)
        self.words.setText(likes_words(likes))
        self.words.setVisible(bool(likes.rows or likes.merged))
        self.term.explain(ONE_TEXT if _is_campaign(likes) else SIMILAR)
        self.term.show_if(bool(likes.rows))
        self.setVisible(into is not None or bool(likes.rows or likes.merged))

    def _open_into(self) -> None:
        if self.likes.into is not None:
            self.opened.emit(self.likes.into.id)

    def close_popup(self) -> bool:
        """Closes the popup; returns whether it was open."""
        popup, self.popup = self.popup, None
        return close_if_open(popup)

    def _new_popup(self, name: str) -> PanePopup:
        self.popup = PanePopup(self._pane, name, self._bottom)
        return self.popup

    def _bottom(self) -> int:
        """Returns the upper edge of a popup, in pixels from the top of the pane."""
        return self.mapTo(self._pane, QPoint(0, self.height())).y() - 4

    # Saying something of two petitions

    def show_all(self) -> None:
        """Opens the popup with the cards, or closes it if it is open."""
        detail = self._detail
        if detail is None or self.close_popup():
            return
        popup = self._new_popup(translate("Likeness", "Petitions that look the same"))
        for merged in self.likes.merged:
            number = merged.id
            words = fill(
                translate("Likeness", "{code} was put to this one"), code=shown_code(merged.tracking_code)
            )
            popup.add(LinkLabel(words, lambda number=number: self._open(number), "secondary"))
        may = Move.CLOSE in detail.allowed and detail.outcome is None
        offering = ("merge", "link", "let_go", "apart") if may else ("link", "let_go", "apart")
        for at, alike in enumerate(self.likes.rows):
            words = translate("Likeness", "Put this one to it")
            card = AlikeCard(alike, foremost=at == 0, offering=offering, merge_words=words)
            card.opened.connect(self._open)
            card.chosen.connect(self._merge)
            card.linked.connect(
                lambda other: self._say(self._services.duplicates.link, other, linked_words(other))
            )
            card.apart.connect(lambda other: self._say(self._services.duplicates.set_apart, other, _apart()))
            card.let_go.connect(
                lambda other: self._say(self._services.duplicates.take_back, other, _let_go())
            )
            popup.add(card)
        popup.open()

    def _open(self, petition_id: int) -> None:
        self.close_popup()
        self.opened.emit(petition_id)

    def _merge(self, alike: Alike) -> None:
        self.close_popup()
        self.merge_asked.emit(alike)

    def _say(self, act: Callable[..., None], alike: Alike, words: str) -> None:
        detail = self._detail
        if detail is None:
            return
        self.close_popup()
        number, actor = detail.id, self._workplace.actor

        def done(_nothing: object) -> None:
            self.said.emit(fill(words, code=shown_code(alike.tracking_code)), None)
            self.changed.emit()

        jobs.run(self, lambda: act(actor, number, alike.id), done)

    # Taking a duplicate away again

    def ask_to_part(self) -> None:
        """Asks for the reason and separates the duplicate from its original."""
        if self.close_popup():
            return
        popup = self._new_popup(translate("Likeness", "Separate from its original"))
        told = translate(
            "Likeness",
            "State, assignee, deadline and referrals will be what they were before it was put there; what was written"
            " since stays.",
        )
        popup.add(PlainLabel(translate("Likeness", "Take it from the other one"), "interface", bold=True))
        popup.add(PlainLabel(told, "secondary", "text2", wrap=True))
        reason = TextField(translate("Likeness", "Reason"))
        reason.setPlaceholderText(translate("Likeness", "Reason"))
        button = Button(translate("Likeness", "Take it from there"), "primary", size="small", writes=True)
        button.setEnabled(False)
        reason.textChanged.connect(lambda typed: button.setEnabled(bool(typed.strip())))
        reason.returnPressed.connect(button.click)
        button.clicked.connect(lambda _checked=False: self._part(reason.text()))
        popup.add(reason)
        popup.add(button)
        popup.open()
        reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _part(self, reason: str) -> None:
        detail = self._detail
        self.close_popup()
        if detail is None:
            return

        def done(now: PetitionDetail) -> None:
            words = translate("Likeness", "{code} is no duplicate any more; everything is back in its place.")
            self.said.emit(fill(words, code=shown_code(now.tracking_code)), None)
            self.changed.emit()

        jobs.run(
            self,
            lambda: self._services.desk.unmerge(self._workplace.actor, detail.id, detail.version, reason),
            done,
        )

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, box = QPainter(self), QRectF(self.rect())
        paint_icon(painter, Mirror.of(box).at(16, 16, top=box.top() + 2, height=16), "ph.copy", theme().text2)


def _is_campaign(likes: Likes) -> bool:
    """Whether several persons sent one text."""
    others = likes.near_equal - 1
    return likes.more or (others > 1 and likes.persons > 1 and others > likes.of_sender)


def likes_words(likes: Likes) -> str:
    """Returns the number of similar petitions as text: «۲ درخواست هم‌متن، ۱ درخواست مشابه، ۲ از همین فرستنده».

    Those of the same text are counted as in the list: this petition is not one of them. With several petitioners
    their number is told.
    """
    others = max(0, likes.near_equal - 1)
    if likes.more:
        words = translate("Likeness", "over {count} others of the same text, of {persons} persons in all")
        return fill(words, count=others, persons=likes.persons)
    if _is_campaign(likes):
        words = translate("Likeness", "{count} others of the same text, of {persons} persons in all")
        return fill(words, count=others, persons=likes.persons)
    if not likes.rows:
        return fill(translate("Likeness", "{count} put to this one"), count=len(likes.merged))
    similar = sum(not row.near_equal for row in likes.rows)
    parts = [
        fill(words, count=count)
        for count, words in (
            (others, translate("Likeness", "{count} petitions of the same text")),
            (similar, translate("Likeness", "{count} similar petitions")),
            (likes.of_sender, translate("Likeness", "{count} of the same sender")),
        )
        if count
    ]
    return translate("Window", ", ").join(parts)


def _apart() -> str:
    return translate("Likeness", "{code} is not pointed out here any more.")


def _let_go() -> str:
    return translate("Likeness", "The link with {code} is removed.")
