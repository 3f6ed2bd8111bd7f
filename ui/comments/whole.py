"""Shows the whole text of the selected comment or campaign group in a separate window."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.instruments.campaigns.rows import Campaign
from desktop_app.instruments.comments.moderation import HiddenWords, reads_senders
from desktop_app.instruments.comments.service import CommentRow
from desktop_app.staff.roles import Role
from ui.comments.campaign_dialog import CampaignDialog
from ui.comments.comment_dialog import CommentDialog
from ui.comments.page import ReviewPage
from ui.jobs import run
from ui.workplace import Workplace

if TYPE_CHECKING:
    from desktop_app.services import CommentsServices


class WholeReading(QObject):
    """Opens the window. Hidden words and the number of a sender are loaded first, which is recorded."""

    #: A campaign group was changed.
    changed = Signal()
    #: A campaign group to decide, now that its additions were read.
    decide_wanted = Signal(object)

    def __init__(self, workplace: Workplace[CommentsServices], page: ReviewPage) -> None:
        super().__init__(page)
        self._workplace, self._page = workplace, page

    def open(self) -> QDialog | None:
        """Opens the selected item. Returns None without a selection, and for one of which more is loaded first."""
        comment = self._page.comments.current()
        if comment is None:
            return None
        if comment.hidden is None and comment.stands_for is not None:
            return self.open_group(comment.stands_for)
        return self._open_comment(comment, self._page)

    def _open_comment(self, comment: CommentRow, place: QWidget) -> QDialog | None:
        if comment.hidden is not None:
            self._read_hidden(comment, place)
            return None
        if comment.sender_key and self._reads_senders:
            self._read_sender(comment, place)
            return None
        return self._show(CommentDialog(comment, place))

    @property
    def _reads_senders(self) -> bool:
        review = self._page.review
        return review is not None and reads_senders(self._workplace.actor, review.detail.row.unit_id)

    def _read_sender(self, comment: CommentRow, place: QWidget) -> None:
        services, actor = self._workplace.services, self._workplace.actor

        def show(sender: str) -> None:
            self._show(CommentDialog(replace(comment, sender=sender), place))

        run(place, lambda: services.moderation.sender(actor, comment.id), show)

    def _read_hidden(self, comment: CommentRow, place: QWidget) -> None:
        services, actor = self._workplace.services, self._workplace.actor

        def show(words: HiddenWords) -> None:
            whole = replace(comment, text=words.text, sender=words.sender, quote=words.quote, hidden=None)
            self._show(CommentDialog(whole, place))

        run(place, lambda: services.moderation.read(actor, comment.id), show)

    def open_group(self, campaign: Campaign, *, asking: bool = False) -> QDialog:
        """Opens a campaign group; with `asking`, a decision on it waits for its additions to be read."""
        review, workplace = self._page.review, self._workplace
        assert review is not None
        dialog = CampaignDialog(
            workplace.services.campaigns,
            workplace.actor,
            campaign,
            review,
            may=workplace.actor.has(Role.REVIEWER),
            asking=asking,
            parent=self._page,
        )
        dialog.changed.connect(self.changed)
        dialog.member_wanted.connect(lambda member: self._open_comment(member, dialog))
        dialog.decide_wanted.connect(self.decide_wanted)
        return self._show(dialog)

    def _show(self, dialog: QDialog) -> QDialog:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog
