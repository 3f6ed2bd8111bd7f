"""Panel «شاید تکراری باشد»: petitions similar to the text of the form, searched for while typing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.petitions.duplicates.likes import NOTHING, Alike, Likes
from desktop_app.wording import digits, fill, translate
from ui import jobs
from ui.petitions.duplicates.similar_card import AlikeCard
from ui.signals import ID
from ui.widgets.painting import set_margins
from ui.widgets.plain import PlainLabel

#: Debounce between the last change of the text and the search, in milliseconds.
_REST: Final = 400
#: Largest number of cards that fit beside the form.
_CARDS: Final = 2


class LikenessPanel(QWidget):
    """Shows petitions similar to the typed text.

    `find` is called in a worker thread with the text and the petitioner's id. `opened` and `chosen` are the
    signals of the cards.
    """

    opened = Signal(ID)
    chosen = Signal(object)

    def __init__(self, find: Callable[[str, int | None], Likes]) -> None:
        super().__init__()
        self._find = find
        self._text = ""
        self._sender: int | None = None
        self._number = 0
        self._put_away: dict[int, Alike] = {}
        self.likes = NOTHING
        self.cards: list[AlikeCard] = []
        self._title = PlainLabel(translate("Likeness", "Perhaps sent before"), "interface", bold=True)
        self._count = PlainLabel("", "secondary", "text2")
        self._persons = PlainLabel("", "secondary", "text2", wrap=True)
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._count)
        head.addStretch()
        column = QVBoxLayout(self)
        set_margins(column, 16, 8, 12, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._persons)
        column.addLayout(self._column)
        self._timer = jobs.Debouncer(self, _REST, self._look)
        self.hide()

    def typed(self, text: str) -> None:
        """Updates the text of the form."""
        if text != self._text:
            self._text = text
            self._timer.start()

    def know_sender(self, petitioner_id: int | None) -> None:
        """Updates the petitioner's id; None while it is unknown."""
        if petitioner_id != self._sender:
            self._sender = petitioner_id
            self._timer.start()

    def clear(self) -> None:
        """Resets the panel for the next form."""
        self._timer.stop()
        self._number += 1
        self._text, self._sender = "", None
        self._put_away = {}
        self._show(NOTHING)

    def said_apart(self) -> tuple[int, ...]:
        """Returns the ids of the petitions that the person marked as not the same."""
        return tuple(self._put_away)

    def _look(self) -> None:
        self._number += 1
        number, text, sender = self._number, self._text, self._sender

        def shown(likes: Likes) -> None:
            # Later changes of the text start their own search.
            if number == self._number:
                self._show(likes)

        # A failed search does not interrupt the typing. The window shows that the database is unreachable.
        jobs.run(self, lambda: self._find(text, sender), shown, jobs.only_bugs(self))

    def _show(self, likes: Likes) -> None:
        self.likes = likes
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        rows = [alike for alike in likes.rows if alike.id not in self._put_away]
        self.cards = [self._card(alike, foremost=at == 0) for at, alike in enumerate(rows[:_CARDS])]
        for card in self.cards:
            self._column.addWidget(card)
        self._count.setText(digits(len(rows)))
        campaign = likes.persons > 1 and likes.near_equal > 2
        words = translate("Likeness", "campaign: {count} petitions of {persons} persons")
        more = translate("Likeness", "over {count} petitions of {persons} persons")
        told = fill(more if likes.more else words, count=likes.near_equal, persons=likes.persons)
        self._persons.setText(told if campaign else translate("Likeness", "follows what you type"))
        self.setVisible(bool(rows))

    def _card(self, alike: Alike, *, foremost: bool) -> AlikeCard:
        offering = ("merge", "apart") if foremost else ()
        words = translate("Likeness", "Add to this one")
        card = AlikeCard(alike, foremost=foremost, offering=offering, merge_words=words)
        card.opened.connect(self.opened)
        card.chosen.connect(self.chosen)
        card.apart.connect(self._put_this_away)
        return card

    def _put_this_away(self, alike: Alike) -> None:
        self._put_away[alike.id] = alike
        self._show(self.likes)
