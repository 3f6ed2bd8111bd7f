"""The controller of the decision form: keeps unsaved drafts, and never overwrites another person's decision."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.errors import ConflictError
from desktop_app.instruments.campaigns.rows import Campaign
from desktop_app.instruments.campaigns.service import standing_for
from desktop_app.instruments.comments.service import CommentRow
from desktop_app.instruments.vocabulary import Disposition
from desktop_app.progress import Progress
from desktop_app.unfinished import Key, RecoveredDraft
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label
from ui.comments.decision_panel import DecisionDraft
from ui.comments.page import ReviewPage
from ui.comments.undecided import UndecidedRow
from ui.comments.words import is_unread
from ui.jobs import Stoppable, run
from ui.signals import ID
from ui.widgets.carrier_field import CARRIED
from ui.widgets.unsaved import mark_kept
from ui.workplace import Workplace

if TYPE_CHECKING:
    from desktop_app.services import CommentsServices


class Deciding(QObject):
    """Synchronises the form, the unsaved drafts and the database."""

    #: Comments must be reloaded; the argument is the comment to show next, 0 for the current one.
    changed = Signal(ID)
    #: A message about a completed action.
    said = Signal(str)
    #: A campaign group was to be decided whose additions the person did not read.
    additions_unread = Signal(object)

    def __init__(self, workplace: Workplace[CommentsServices], page: ReviewPage) -> None:
        super().__init__(page)
        self._workplace, self._page = workplace, page
        self._panel = panel = page.decision
        self._save = panel.save
        self._unfinished = workplace.unfinished
        #: The id and the title of the instrument whose comment is in the form.
        self._instrument: tuple[int, str] = (0, "")
        mark_kept(panel.reason)
        panel.edited.connect(self._on_edited)
        panel.save_wanted.connect(self.save)
        self._unfinished.restored.connect(self._bring_back)
        self._unfinished.thrown_away.connect(self._on_thrown_away)
        panel.theirs_kept.connect(self._on_theirs_kept)
        panel.ours_wanted.connect(self._on_ours_wanted)
        panel.earlier_wanted.connect(self.go_to_first)
        self._show_save()

    def show(self, comment: CommentRow | None) -> None:
        """Shows a comment in the form, with its unsaved draft if there is one."""
        self.keep()
        if comment is None or not self._shows(comment):
            self._panel.offer_earlier(None)
        review = self._page.review
        self._instrument = (review.detail.row.id, review.detail.row.title) if review is not None else (0, "")
        self._panel.show_comment(comment, self._draft(comment) if comment is not None else None)
        self._panel.kept.follow(key_of(comment) if comment is not None else None)
        self._show_save()

    def keep(self) -> None:
        """Stores the unsaved content of the form as a draft."""
        comment = self._panel.comment
        if comment is None:
            return
        if self._panel.dirty:
            self._keep(comment, self._panel.draft())
        else:
            self._unfinished.drop(key_of(comment))

    def _keep(self, comment: CommentRow, draft: DecisionDraft) -> None:
        number, title = self._instrument
        self._unfinished.keep(
            key_of(comment), json.dumps(asdict(draft), ensure_ascii=False), title, (number, comment.id)
        )

    def _draft(self, comment: CommentRow) -> DecisionDraft | None:
        """Returns the unsaved draft of a comment, from this or an earlier session."""
        kept = self._unfinished.kept(key_of(comment))
        try:
            found = json.loads(kept.text) if kept is not None else None
            return (
                DecisionDraft(
                    str(found["disposition"]),
                    str(found["reason"]),
                    int(found["version"]),
                    str(found.get("provision", "")),
                    str(found.get("unchanged", "")),
                )
                if found
                else None
            )
        except (ValueError, KeyError, TypeError):
            return None

    def _bring_back(self) -> None:
        comment = self._panel.comment
        if comment is not None and not self._panel.dirty:
            self._panel.show_comment(comment, self._draft(comment))
            self._show_save()

    def _on_thrown_away(self, texts: tuple[RecoveredDraft, ...]) -> None:
        comment = self._panel.comment
        if comment is not None and any(kept.key == key_of(comment) for kept in texts):
            self._panel.show_comment(comment, None)
            self._show_save()

    def _on_edited(self) -> None:
        self.keep()
        self._show_save()

    def save(self) -> None:
        """Saves the decision in the form."""
        comment, draft, panel = self._panel.comment, self._panel.draft(), self._panel
        if comment is None or not self._may_save():
            return
        if not draft.disposition:
            panel.refusals.refuse(panel.choice, translate("Comments", "Choose what is decided."))
        elif not draft.reason.strip():
            words = translate("Comments", "Write the reason; it is published in the consultation report.")
            panel.refusals.refuse(panel.reason, words)
        else:
            self._decide(comment, draft)

    def save_for(self, group: Campaign) -> None:
        """Saves the decision in the form for a group whose additions were read meanwhile."""
        comment = self._panel.comment
        known = comment.stands_for if comment is not None else None
        if comment is None or known is None or known.id != group.id:
            return
        if (known.disposition, known.reason) == (group.disposition, group.reason):
            # Only what the group says is new, and that was read; a colleague's decision stays a conflict.
            comment = self._panel.comment = standing_for(comment, group)
        self.save()

    def go_on(self) -> None:
        """Selects the next undecided comment after this one, on any provision; the draft is kept."""
        following, before = self._page.undecided()
        self._offer(following, before)
        if following is not None:
            self._page.go_to(following)
            return
        words = translate("Comments", "Every comment that fits the filter is decided.")
        self.said.emit(_none_after(before) if before else words)

    def go_to_first(self) -> None:
        """Selects the first undecided comment before this one, if none comes after it."""
        following, before = self._page.undecided()
        if following is None and before:
            self._page.go_to(before[0])

    def _offer(self, following: UndecidedRow | None, before: tuple[UndecidedRow, ...]) -> None:
        """Offers the way back in the form, where only earlier ones are left."""
        self._panel.offer_earlier(before[0] if following is None and before else None)

    def _decide(self, comment: CommentRow, draft: DecisionDraft) -> None:
        services, actor = self._workplace.services, self._workplace.actor
        carrier = self._panel.carrier.value() if draft.disposition in CARRIED else None
        self._save.setEnabled(False)
        self._panel.refusals.clear()
        progress = self._panel.progress
        stop = progress.begin()

        def done(decided: CommentRow) -> None:
            progress.hide()
            still = self._shows(comment)
            if stop.asked and decided.waits:
                # The run was stopped: the same decision still has to be applied to the other members.
                if still:
                    self._panel.show_comment(decided, draft)
                self._show_save()
                self._on_stopped(decided)
                return
            self._unfinished.drop(key_of(comment))
            if still:
                self._panel.show_comment(decided, None)
            self._show_save()
            self._on_decided(decided, still)

        def trouble(error: Exception) -> None:
            progress.hide()
            if is_unread(error) and comment.stands_for is not None:
                self._show_save()
                self.additions_unread.emit(comment.stands_for)
                return
            if isinstance(error, ConflictError):
                self._keep(comment, draft)
                self._read_theirs(comment)
            self._show_save()
            self._panel.show_error(error)

        def decide(told: Progress) -> CommentRow:
            disposition, group = Disposition(draft.disposition), comment.stands_for
            if group is None:
                return services.comments.decide(
                    actor, comment.id, comment.version, disposition, draft.reason, carrier
                )
            decided = services.campaigns.decide(
                actor,
                group.id,
                comment.version,
                disposition,
                draft.reason,
                carrier,
                Stoppable(told, stop),
            )
            return standing_for(comment, decided)

        run(self, decide, done, trouble, progress=progress.show_progress)

    def _on_decided(self, decided: CommentRow, still_shown: bool) -> None:
        """Selects the next undecided comment after it, unless the user has selected another one meanwhile.

        It never goes back: where only earlier ones are left, it says so and offers the first of them.
        """
        assert decided.disposition is not None
        wanted = 0
        disposition = label("disposition", decided.disposition.value)
        words = fill(translate("Comments", "Decided: {disposition}."), disposition=disposition)
        if still_shown:
            following, before = self._page.undecided()
            self._offer(following, before)
            wanted = following.comment_id if following is not None else self._page.current_id()
            self._page.admitted.keep_in_sight(decided if following is None else None)
            self._page.comments.setFocus()
            if following is None and before:
                words = f"{words} {_none_after(before)}"
        self.said.emit(words)
        self.changed.emit(wanted)

    def _on_stopped(self, group: CommentRow) -> None:
        waiting = group.stands_for.undecided if group.stands_for is not None else 0
        words = translate("Comments", "Stopped: {n} comments of the group are still without a decision.")
        self.said.emit(fill(words, n=waiting))
        self.changed.emit(0)

    def _read_theirs(self, ours: CommentRow) -> None:
        services = self._workplace.services

        def show(theirs: CommentRow) -> None:
            if self._shows(ours):
                self._panel.show_conflict(theirs)
                self._show_save()

        def read() -> CommentRow:
            group = ours.stands_for
            if group is None:
                return services.comments.one(ours.id)
            return standing_for(ours, services.campaigns.one(group.id))

        run(self, read, show)

    def _on_theirs_kept(self) -> None:
        comment = self._panel.comment
        if comment is not None:
            self._unfinished.drop(key_of(comment))
            self._panel.show_comment(comment, None)
            self._show_save()
            self.changed.emit(comment.id)

    def _on_ours_wanted(self) -> None:
        comment, draft = self._panel.comment, self._panel.draft()
        if comment is not None and draft.disposition and draft.reason.strip():
            self._decide(comment, draft)

    def _shows(self, comment: CommentRow) -> bool:
        return self._panel.comment is not None and key_of(self._panel.comment) == key_of(comment)

    def _may_save(self) -> bool:
        # While a conflict is shown, the user decides it on the card, so that a repeated shortcut overwrites nothing.
        undisputed = self._panel.conflict.isHidden()
        wanted = self._panel.dirty or self._panel.more
        return undisputed and wanted

    def _show_save(self) -> None:
        self._save.setEnabled(self._may_save())


def _none_after(before: tuple[UndecidedRow, ...]) -> str:
    words = translate("Comments", "None after this one is undecided; {n} before it are.")
    return fill(words, n=len(before))


def key_of(comment: CommentRow) -> Key:
    """Returns the key under which the draft of a decision is stored."""
    if comment.stands_for is not None:
        return Key("campaign", comment.stands_for.id, "decision")
    return Key("comment", comment.id, "decision")
