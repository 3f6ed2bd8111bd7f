"""The panel that decides a comment: one of five dispositions and a published reason. Legal reviewers only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.instruments.campaigns.rows import Campaign
from desktop_app.instruments.comments.review import NewerRevision
from desktop_app.instruments.comments.service import CommentRow
from desktop_app.instruments.vocabulary import Disposition
from desktop_app.persian.text import visible_controls
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label
from ui.actions import make_action
from ui.comments.conflict_card import ConflictCard
from ui.comments.group_progress import GroupProgress
from ui.comments.undecided import UndecidedRow
from ui.comments.words import part_name, short_disposition
from ui.guard import guarded
from ui.theme import theme
from ui.theme_tokens import FIELD
from ui.unfinished import Unfinished
from ui.widgets.button import Button
from ui.widgets.carrier_field import CARRIED, CarrierField
from ui.widgets.comment_sender import sender
from ui.widgets.kept_line import KeptLine
from ui.widgets.painting import hairline, right_to_left
from ui.widgets.plain import LinkLabel, PlainLabel, PlainText
from ui.widgets.presence_line import PresenceLine
from ui.widgets.refusals import Refusals, RefusingForm
from ui.widgets.segmented import Segmented


@dataclass(frozen=True, slots=True)
class DecisionDraft:
    """A decision in the form: the value of a `Disposition` (empty for none), the reason, and the version of the
    comment on which it is based."""

    disposition: str
    reason: str
    version: int = 0
    #: The name of the change that carries an accepted comment, or why the text stays; empty for none.
    provision: str = ""
    unchanged: str = ""


class DecisionPanel(QWidget, RefusingForm):
    """Shows the decision on one comment. `draft` returns the form's content and `show_comment` restores it."""

    edited = Signal()
    #: The user asks to save the decision.
    save_wanted = Signal()
    #: The answer to a conflict: keep the other person's decision, or overwrite it.
    theirs_kept = Signal()
    ours_wanted = Signal()
    #: The user goes back to the first undecided comment.
    earlier_wanted = Signal()
    #: The user asks for the files attached to the comment.
    files_wanted = Signal()

    def __init__(self, desk: QWidget, unfinished: Unfinished, *, may_decide: bool) -> None:
        super().__init__()
        self._may = may_decide
        self._version = 0
        self.comment: CommentRow | None = None
        self.title = PlainLabel("", "interface", bold=True, elide=True)
        self.state = PlainLabel("", "header", "text2")
        self.for_all = PlainLabel("", "secondary", "text2", wrap=True)
        self._more = False
        self.choice = DispositionChoice()
        self.reason = PlainText("", "interface", editable=True)
        self.reason.keep_height(104)
        self.reason.setAccessibleName(translate("Comments", "Reason, published in the consultation report"))
        self.reason.setPlaceholderText(translate("Comments", "Why was it decided so?"))
        self.length = PlainLabel("", "header", "text2")
        self.carrier = CarrierField()
        self.progress = GroupProgress()
        self.conflict = ConflictCard()
        self.kept = KeptLine(unfinished)
        self.presence = PresenceLine()
        self.files = LinkLabel("", self.files_wanted.emit, "secondary")
        self.files.hide()
        self.earlier = LinkLabel("", self.earlier_wanted.emit, "secondary")
        self.earlier.hide()
        #: The action belongs to `desk`, so that its shortcut works wherever the focus is.
        self.save = make_action(
            desk,
            translate("Comments", "Save and go on"),
            self.save_wanted.emit,
            key="Ctrl+Return",
            writes=True,
        )
        self.save.setVisible(may_decide)
        self.save_button = Button.of(self.save, "primary", writes=True)
        self.who_may = PlainLabel("", "secondary", "text2", wrap=True)
        self.decided = PlainLabel("", "interface", wrap=True)
        self.published = PlainLabel("", "interface", "text", wrap=True)
        self._form = QWidget()
        self._told = QWidget()
        self._lay_out()
        names = ("provision", "carrier_is_unchanged", "carried_by_a_newer_revision")
        carried = dict.fromkeys(names, self.carrier.provision) | {"unchanged_reason": self.carrier.unchanged}
        self.refusals = Refusals(self, {"disposition": self.choice, "reason": self.reason} | carried)
        self.choice.changed.connect(lambda _code: self._on_edit())
        self.reason.textChanged.connect(self._on_edit)
        self.carrier.edited.connect(self._on_edit)
        self.conflict.theirs_kept.connect(self.theirs_kept)
        self.conflict.ours_wanted.connect(self.ours_wanted)
        self.show_comment(None, None)

    def show_newer(self, newer: NewerRevision | None) -> None:
        """Sets the last revision, if it is newer than the exposed one."""
        self.carrier.show_revision(newer)
        self._show_state()

    def show_files(self, count: int) -> None:
        """Shows the number of attached files, or hides the button for none."""
        self.files.setText(fill(translate("Comments", "Files that came with it: {count}"), count=count))
        self.files.setVisible(count > 0)

    def offer_earlier(self, place: UndecidedRow | None) -> None:
        """Offers the first of the undecided comments before this one; None hides the offer."""
        if place is not None:
            words = translate("Comments", "Back to the first undecided one: {name} (Shift+N)")
            self.earlier.setText(fill(words, name=part_name(place.part)))
        self.earlier.setVisible(place is not None)

    def show_reviewers(self, names: Sequence[str]) -> None:
        """Names the people who may decide, for a user who may not."""
        who = translate("Comments", ", ").join(names)
        words = (
            fill(translate("Comments", "Comments are decided by a legal reviewer: {names}."), names=who)
            if names
            else translate("Comments", "Comments are decided by a legal reviewer; there is none yet.")
        )
        self.who_may.setText(words)

    def show_comment(self, comment: CommentRow | None, draft: DecisionDraft | None) -> None:
        """Shows a comment with its stored decision, or with an unsaved draft."""
        self.comment = comment
        self.refusals.clear()
        self.conflict.hide()
        self.setEnabled(comment is not None)
        if comment is None:
            self.title.setText(translate("Comments", "No comment is chosen"))
            draft = None
        else:
            self.title.setText(fill(translate("Comments", "Decision on “{name}”"), name=sender(comment)))
        waiting = (
            comment.stands_for.undecided if comment is not None and comment.stands_for is not None else 0
        )
        self.for_all.setText(
            _for_all(comment.stands_for) if comment is not None and comment.stands_for else ""
        )
        self.for_all.setVisible(bool(self.for_all.text()))
        self._more = bool(waiting and comment is not None and comment.disposition is not None)
        shown = draft or stored(comment)
        self._version = shown.version
        for widget in (self.choice, self.reason, self.carrier):
            widget.blockSignals(True)
        self.choice.choose(shown.disposition)
        if self.reason.toPlainText() != shown.reason:
            # Do not set the same text again: it would move the cursor of a person who types.
            self.reason.setPlainText(shown.reason)
        self.carrier.show_comment(comment, shown.provision, shown.unchanged)
        for widget in (self.choice, self.reason, self.carrier):
            widget.blockSignals(False)
        self._show_told(comment)
        self._show_state()
        if comment is not None and draft is not None and self._overtaken(comment):
            self.show_conflict(comment)

    def _overtaken(self, comment: CommentRow) -> bool:
        """Returns whether somebody saved a different decision since the form was opened."""
        return (
            self._may and comment.version != self._version and comment.disposition is not None and self.dirty
        )

    def show_conflict(self, theirs: CommentRow) -> None:
        """Shows both versions after a concurrent decision; the user's own stays in the form."""
        self.comment = theirs
        self.conflict.show_theirs(theirs)
        self._show_state()

    def choose(self, disposition: str) -> None:
        """Selects a disposition in the form, if the user may decide."""
        if self.comment is not None and self._may:
            self.choice.choose(disposition)

    def draft(self) -> DecisionDraft:
        """Returns the content of the form."""
        accepted = self.choice.value() in CARRIED
        provision, unchanged = (self.carrier.name, self.carrier.reason) if accepted else ("", "")
        return DecisionDraft(
            self.choice.value(), self.reason.toPlainText(), self._version, provision, unchanged
        )

    @property
    def more(self) -> bool:
        """Whether comments joined the group after its decision, which must then be applied to them as well."""
        return self._more

    @property
    def dirty(self) -> bool:
        """Whether the form differs from the stored decision."""
        now, kept = self.draft(), stored(self.comment)
        return self.comment is not None and _content(now) != _content(kept)

    def _on_edit(self) -> None:
        if self.choice.value() in CARRIED and not self.carrier.value():
            self.carrier.suggest()
        self._show_state()
        self.edited.emit()

    def _show_state(self) -> None:
        count = fill(translate("Comments", "{n} letters"), n=len(self.reason.toPlainText().strip()))
        self.length.setText(count)
        self.carrier.setVisible(self.choice.value() in CARRIED)
        comment = self.comment
        if comment is None:
            self.state.setText("")
        elif self._may and self.dirty:
            self.state.setText(translate("Comments", "draft"))
        elif comment.disposition is not None:
            self.state.setText(fill(translate("Comments", "decided by {name}"), name=comment.decided_by))
        else:
            self.state.setText(translate("Comments", "undecided"))

    def _show_told(self, comment: CommentRow | None) -> None:
        found = comment.disposition if comment is not None else None
        self.decided.setText(label("disposition", found.value) if found is not None else "")
        self.published.setText(visible_controls(comment.reason) if comment is not None else "")
        self.decided.setVisible(found is not None)
        self.published.setVisible(found is not None)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.state)
        caption = QHBoxLayout()
        words = translate("Comments", "Reason, published in the consultation report")
        title = PlainLabel(words, "header", "text2")
        title.setBuddy(self.reason)
        caption.addWidget(title)
        caption.addStretch(1)
        caption.addWidget(self.length)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.addWidget(self.save_button)
        buttons.addStretch(1)
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(8)
        items = (self.choice, self.carrier, caption, self.conflict, self.reason, self.kept, buttons)
        for item in (*items, self.progress):
            form.addLayout(item) if isinstance(item, QHBoxLayout) else form.addWidget(item)
        told = QVBoxLayout(self._told)
        told.setContentsMargins(0, 0, 0, 0)
        told.setSpacing(6)
        for widget in (self.decided, self.published, self.who_may):
            told.addWidget(widget)
        self.decided.set_bold(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.for_all)
        column.addWidget(self._form)
        column.addWidget(self._told)
        # Below the form: showing or hiding it does not move the fields.
        column.addWidget(self.earlier, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.files, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.presence)
        self._form.setVisible(self._may)
        self._told.setVisible(not self._may)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, box = QPainter(self), QRectF(self.rect())
        hairline(painter, box)
        hairline(painter, box, top=True)


class DispositionChoice(Segmented):
    """A segmented control with the five dispositions."""

    def __init__(self) -> None:
        super().__init__([(one.value, short_disposition(one)) for one in Disposition], "-")
        self.setAccessibleName(translate("Comments", "Disposition"))

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(320, FIELD)

    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        return QSize(280, FIELD)


def stored(comment: CommentRow | None) -> DecisionDraft:
    """Returns the stored decision of a comment as a draft; an empty one for None."""
    if comment is None:
        return DecisionDraft("", "")
    disposition = comment.disposition.value if comment.disposition is not None else ""
    return DecisionDraft(
        disposition, comment.reason, comment.version, comment.carried_provision, comment.unchanged_reason
    )


def _for_all(campaign: Campaign) -> str:
    """Returns the note about the members to which a decision on a group applies."""
    if campaign.apart:
        words = translate("Comments", "For every comment of the group but {n} that were decided apart.")
        return fill(words, n=campaign.apart)
    return translate("Comments", "For every comment of the group; each can still be decided apart.")


def _content(draft: DecisionDraft) -> tuple[str, str, str, str]:
    return draft.disposition, draft.reason, draft.provision, draft.unchanged


def progress_words(decided: int, whole: int) -> str:
    """Returns «۳۵ از ۶۰ تصمیم»."""
    return fill(translate("Comments", "{n} of {m} decided"), n=digits(decided), m=digits(whole))


class Ground(QWidget):
    """The background of the pane, with a border line at its side."""

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().pane)
        edge = self.width() - 1 if right_to_left() else 0
        painter.fillRect(QRectF(edge, 0, 1, self.height()), theme().line)
