"""The screen's actions on many comments: on the selected ones, or on all in the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMenu

from desktop_app.instruments.comments.service import CommentRow
from desktop_app.instruments.comments.triage import TriageResult
from desktop_app.instruments.comments.triage_acts import Act, Hide
from desktop_app.instruments.vocabulary import HiddenReason
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label
from ui.comments.page import ReviewPage
from ui.comments.triage_dialog import TriageAction, TriageDialog
from ui.jobs import run as run_aside
from ui.workplace import Screen, Workplace

if TYPE_CHECKING:
    from desktop_app.services import CommentsServices


class Triaging(QObject):
    """Starts actions on many comments; `changed` is emitted when comments must be reloaded."""

    changed = Signal()
    #: A campaign group was to be decided whose additions the person did not read.
    additions_unread = Signal(object)

    def __init__(self, workplace: Workplace[CommentsServices], page: ReviewPage, screen: Screen) -> None:
        super().__init__(screen)
        self._workplace, self._page, self._screen = workplace, page, screen
        self.dialog: TriageDialog | None = None

    def chosen(self) -> tuple[CommentRow, ...]:
        """Returns the selected comments; a row that represents a campaign group yields all its members."""
        return self._single(self._page.comments.chosen())

    def begin(self, way: TriageAction) -> None:
        """Opens the dialog for one action on the selected comments.

        If at most one row is selected, a decision applies to all comments in the list.
        """
        picked: Sequence[CommentRow] = self._page.comments.chosen()
        if way is TriageAction.DECIDE and len(picked) < 2:
            picked = self._page.comments.listed
        rows, review = self._single(picked), self._page.review
        if not rows or review is None:
            return
        groups = [row.stands_for for row in picked if row.stands_for is not None]
        person = self._workplace.actor.person_id
        unread = next((one for one in groups if one.unread_by(person)), None)
        if way is TriageAction.DECIDE and unread is not None:
            self.additions_unread.emit(unread)
            return
        issues = sorted({issue for one in review.comments for issue in one.issues})
        number = review.detail.row.id
        changes, whole = self._page.change.changes, tuple(one.id for one in groups)
        dialog = TriageDialog(
            self._workplace, number, rows, way, issues, review.newer, changes, self._screen, whole
        )
        dialog.ended.connect(lambda run: self._on_ended(number, run))
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()

    def do(self, act: Act) -> None:
        """Applies an action to the selected comments without a dialog; reports the first reason of skipped ones."""
        rows, review = self.chosen(), self._page.review
        if not rows or review is None:
            return
        services, actor, number = self._workplace.services, self._workplace.actor, review.detail.row.id

        def done(run: TriageResult) -> None:
            if run.done:
                self._on_ended(number, run)
            elif run.failures:
                self._screen.show_error(run.failures[0].error)

        run_aside(
            self._screen, lambda: services.triage.run(actor, number, [row.id for row in rows], act), done
        )

    def moderation_menu(self) -> QMenu:
        """Returns a menu that hides the selected comments for a reason, or shows them again."""
        menu = QMenu(self._screen)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for reason in HiddenReason:
            words = fill(translate("Comments", "Hide: {why}"), why=label("hidden_reason", reason.value))
            menu.addAction(words, self._doer(Hide(reason)))
        menu.addSeparator()
        menu.addAction(translate("Comments", "Show again"), self._doer(Hide(None)))
        return menu

    def open_moderation(self) -> None:
        """Opens the moderation menu at the current comment; for the shortcut."""
        shown = self._page.comments
        if self.chosen():
            self.moderation_menu().popup(
                shown.viewport().mapToGlobal(shown.visualRect(shown.currentIndex()).center())
            )

    def _doer(self, act: Act) -> Callable[[], None]:
        return lambda: self.do(act)

    def _single(self, rows: Sequence[CommentRow]) -> tuple[CommentRow, ...]:
        groups = {row.stands_for.id for row in rows if row.stands_for is not None}
        review = self._page.review
        members = review.comments if review is not None and groups else ()
        found = [row for row in rows if row.stands_for is None]
        found += [
            one
            for one in members
            if one.campaign in groups and not one.apart and self._page.filters.admits(one)
        ]
        return tuple({one.id: one for one in found}.values())

    def _on_ended(self, number: int, run: TriageResult) -> None:
        words = translate("Comments", "Done with {n} comments.")
        self._screen.say(fill(words, n=len(run.done)), lambda: self._take_back(number, run))
        self.changed.emit()

    def _take_back(self, number: int, run: TriageResult) -> None:
        services, actor = self._workplace.services, self._workplace.actor

        def done(back: int) -> None:
            words = translate("Comments", "{n} comments are as they were; {m} were built on and stay.")
            self._screen.say(fill(words, n=back, m=len(run.done)))
            self.changed.emit()

        run_aside(self._screen, lambda: services.triage.take_back(actor, number, run), done)
