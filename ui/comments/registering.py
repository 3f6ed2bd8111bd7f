"""Entering comments by hand, and correcting the letter number of a comment."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.instruments.comments.review import provision_names
from desktop_app.instruments.vocabulary import LETTER
from desktop_app.wording import translate
from ui.comments.importing import CommentsImporting
from ui.comments.letter_dialog import LetterDialog
from ui.comments.page import ReviewPage
from ui.comments.write_down_dialog import WriteDownDialog
from ui.signals import ID
from ui.workplace import Workplace

if TYPE_CHECKING:
    from desktop_app.services import CommentsServices


class Registering(QObject):
    """Opens the dialogs for the shown draft."""

    #: Emitted with the id of the new or corrected comment; 0 if another draft is shown by then.
    changed = Signal(ID)
    #: A message about a completed action.
    said = Signal(str)

    def __init__(
        self, workplace: Workplace[CommentsServices], page: ReviewPage, importing: CommentsImporting
    ) -> None:
        super().__init__(page)
        self._workplace, self._page, self._importing = workplace, page, importing

    def write_down(self) -> WriteDownDialog | None:
        """Opens the dialog for entering a comment; returns None if the draft accepts none."""
        review = self._page.review
        if review is None or not self._importing.may():
            return None
        names = provision_names(review.places.text)
        dialog = WriteDownDialog(self._workplace, review.detail.row, review.today, names, self._page)
        dialog.written.connect(partial(self._on_written_down, review.detail.row.id))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def correct_letter(self) -> LetterDialog | None:
        """Opens the dialog for the letter number; returns None if the comment did not come by letter."""
        comment = self._page.comments.current()
        if comment is None or comment.stands_for is not None or comment.hidden is not None:
            return None
        if comment.channel != LETTER:
            self.said.emit(translate("Comments", "Only a comment that came by letter has the number of one."))
            return None
        dialog = LetterDialog(self._workplace, comment, self._page)
        dialog.corrected.connect(partial(self._on_letter, comment.id))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _on_written_down(self, instrument_id: int, comment_id: int) -> None:
        self.said.emit(translate("Comments", "The comment was registered."))
        review = self._page.review
        shown = review is not None and review.detail.row.id == instrument_id
        self.changed.emit(comment_id if shown else 0)

    def _on_letter(self, comment_id: int) -> None:
        self.said.emit(translate("Comments", "The number of the letter was corrected."))
        self.changed.emit(comment_id)
