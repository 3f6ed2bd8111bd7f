"""Assigns comments to provisions: by the shortcuts of the candidates, or by a search in all provisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.instruments.comments.places import Placed
from desktop_app.wording import fill, translate
from ui.actions import make_action
from ui.comments.page import ReviewPage
from ui.comments.triaging import Triaging
from ui.jobs import run
from ui.widgets.finder import FinderDialog, FinderEntry
from ui.workplace import Screen, Workplace

if TYPE_CHECKING:
    from desktop_app.services import CommentsServices

#: The maximum length of the text beside a provision's name in the search, in code points.
_BESIDE = 80
_WHOLE = "whole"


class Placing(QObject):
    """Stores the places; `changed` is emitted when comments must be reloaded."""

    changed = Signal()

    def __init__(
        self, workplace: Workplace[CommentsServices], page: ReviewPage, triaging: Triaging, screen: Screen
    ) -> None:
        super().__init__(screen)
        self._workplace, self._page, self._triaging, self._screen = workplace, page, triaging, screen
        self.finder: FinderDialog | None = None
        page.place.chosen.connect(self.choose)
        page.place.search_wanted.connect(self.search)

    def make_actions(self, owner: QWidget) -> None:
        """Creates the commands for the whole text and for the search."""
        words = translate("Comments", "It is about the whole text")
        make_action(owner, words, self._on_whole, key="0", writes=True)
        words = translate("Comments", "It belongs to another provision…")
        make_action(owner, words, self.search, key="P")

    def take(self, number: int) -> bool:
        """Chooses the candidate with this number (from 1). Returns False if no place is asked for."""
        if not self._asked():
            return False
        self._page.place.take(number - 1)
        return True

    def choose(self, begin: int | None) -> None:
        """Assigns the selected comments to the provision that starts at offset `begin`; None is the whole text."""
        rows, review = self._triaging.chosen(), self._page.review
        if not rows or review is None:
            return
        services, actor, number = self._workplace.services, self._workplace.actor, review.detail.row.id
        seen = {row.id: row.place.version if row.place is not None else 0 for row in rows}
        run(
            self._screen,
            lambda: services.comment_places.choose(actor, number, seen, begin),
            lambda placed: self._on_placed(number, placed),
        )

    def search(self) -> None:
        """Searches in the names and texts of all provisions of the exposed revision."""
        review = self._page.review
        if review is None or not self._triaging.chosen() or not review.places.provisions:
            return
        places = review.places
        entries = [FinderEntry(translate("Comments", "The whole text"), _WHOLE)]
        for at, provision in enumerate(places.provisions):
            body = " ".join(places.text[provision.body : provision.end].split())
            entries.append(FinderEntry(places.name(at), provision.start, beside=body[:_BESIDE], more=body))
        finder = FinderDialog(
            translate("Comments", "Where does it belong?"),
            translate("Comments", "Name or words of a provision"),
            translate("Comments", "No provision has these words."),
            entries,
            self._screen,
        )
        finder.chosen.connect(lambda value: self.choose(None if value == _WHOLE else value))
        finder.finished.connect(finder.deleteLater)
        self.finder = finder
        finder.open()

    def _asked(self) -> bool:
        part = self._page.part
        return part is not None and part.unsure

    def _on_whole(self) -> None:
        if self._asked():
            self.choose(None)

    def _on_placed(self, number: int, placed: Placed) -> None:
        name = placed.provision or translate("Comments", "The whole text")
        words = translate("Comments", "{n} comments belong to: {name}.")
        self._screen.say(
            fill(words, n=len(placed.versions), name=name), lambda: self._take_back(number, placed)
        )
        self.changed.emit()

    def _take_back(self, number: int, placed: Placed) -> None:
        services, actor = self._workplace.services, self._workplace.actor

        def done(back: int) -> None:
            words = translate("Comments", "{n} comments are where they were.")
            self._screen.say(fill(words, n=back))
            self.changed.emit()

        run(self._screen, lambda: services.comment_places.take_back(actor, number, placed), done)
