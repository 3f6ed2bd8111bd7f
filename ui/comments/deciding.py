"""Deciding in the form: what was typed is never lost, and nobody's decision is overwritten unseen."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from desktop_app.errors import ConflictError
from desktop_app.instruments.comments import CommentRow
from desktop_app.instruments.vocabulary import Disposition
from ui.comments.decision_panel import DecisionPanel, Draft
from ui.jobs import run, show_error
from ui.workplace import Workplace


class Deciding(QObject):
    """Keeps the form, what was typed about each comment, and the database together."""

    #: A comment was decided; whether it is still the one in the form.
    decided = Signal(object, bool)
    #: The other's decision stays: the comment.
    theirs_stay = Signal(object)

    def __init__(self, workplace: Workplace, panel: DecisionPanel, save: QAction, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace, self._panel, self._save = workplace, panel, save
        #: What was typed and not saved, by comment.
        self._drafts: dict[int, Draft] = {}
        panel.edited.connect(self._show_save)
        panel.theirs_kept.connect(self._on_theirs_kept)
        panel.ours_wanted.connect(self._on_ours_wanted)
        self._show_save()

    def show(self, comment: CommentRow | None) -> None:
        """Brings a comment into the form, with what was typed about it before."""
        self.keep()
        self._panel.show_comment(comment, self._drafts.get(comment.id) if comment is not None else None)
        self._show_save()

    def keep(self) -> None:
        """Remembers what stands in the form and is not saved."""
        comment = self._panel.comment
        if comment is None:
            return
        if self._panel.dirty:
            self._drafts[comment.id] = self._panel.draft()
        else:
            self._drafts.pop(comment.id, None)

    def save(self) -> None:
        """Keeps the decision in the form."""
        comment = self._panel.comment
        if comment is not None and self._may_save():
            self._decide(comment, self._panel.draft())

    def _decide(self, comment: CommentRow, draft: Draft) -> None:
        services, actor = self._workplace.services, self._workplace.actor
        self._save.setEnabled(False)

        def done(decided: CommentRow) -> None:
            self._drafts.pop(comment.id, None)
            still = self._shows(comment)
            if still:
                self._panel.show_comment(decided, None)
            self._show_save()
            self.decided.emit(decided, still)

        def trouble(error: Exception) -> None:
            if isinstance(error, ConflictError):
                self._drafts[comment.id] = draft
                self._read_theirs(comment)
            self._show_save()
            show_error(self, error)

        run(
            self,
            lambda: services.comments.decide(
                actor, comment.id, comment.version, Disposition(draft.disposition), draft.reason
            ),
            done,
            trouble,
        )

    def _read_theirs(self, ours: CommentRow) -> None:
        services = self._workplace.services

        def show(theirs: CommentRow) -> None:
            if self._shows(ours):
                self._panel.show_conflict(theirs)
                self._show_save()

        run(self, lambda: services.comments.one(ours.id), show)

    def _on_theirs_kept(self) -> None:
        comment = self._panel.comment
        if comment is not None:
            self._drafts.pop(comment.id, None)
            self._panel.show_comment(comment, None)
            self._show_save()
            self.theirs_stay.emit(comment)

    def _on_ours_wanted(self) -> None:
        comment, draft = self._panel.comment, self._panel.draft()
        if comment is not None and draft.disposition and draft.reason.strip():
            self._decide(comment, draft)

    def _shows(self, comment: CommentRow) -> bool:
        return self._panel.comment is not None and self._panel.comment.id == comment.id

    def _may_save(self) -> bool:
        draft = self._panel.draft()
        # Two versions on the screen: which one stays is chosen on the card, not by a key that was pressed twice.
        undisputed = self._panel.conflict.isHidden()
        return undisputed and bool(draft.disposition and draft.reason.strip()) and self._panel.dirty

    def _show_save(self) -> None:
        self._save.setEnabled(self._may_save())
