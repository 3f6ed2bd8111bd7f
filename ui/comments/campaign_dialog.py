"""The dialog of a campaign group: the common text, added words, and the single comments."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop_app.errors import AppError, NotFoundError, RuleError
from desktop_app.instruments.campaigns.rows import Campaign
from desktop_app.instruments.campaigns.service import Campaigns, CampaignText
from desktop_app.instruments.comments.review import Review
from desktop_app.instruments.comments.service import CommentRow
from desktop_app.persian.text import visible_controls
from desktop_app.staff.roles import Actor
from desktop_app.wording import digits, fill, translate
from ui.actions import make_action
from ui.comments.additions_list import AdditionsList
from ui.comments.comment_list import CommentList
from ui.comments.words import campaign_facts, common_words
from ui.errors import sentence
from ui.guard import guarded
from ui.jobs import run
from ui.widgets.button import Button
from ui.widgets.comment_sender import sender
from ui.widgets.painting import reads_right_to_left
from ui.widgets.plain import PlainLabel, PlainText, keep_to_the_page
from ui.window_place import resize_within

_SHORT = 60


class CampaignDialog(QDialog):
    """Escape closes; `changed` is emitted after members were removed, set apart or merged, or additions were read.

    With `asking`, a decision on the group waits for the additions: `decide_wanted` is emitted with the group once
    they were read and the person goes on.
    """

    changed = Signal()
    decide_wanted = Signal(object)
    #: A member whose whole comment is to be shown.
    member_wanted = Signal(object)

    def __init__(
        self,
        campaigns: Campaigns,
        actor: Actor,
        campaign: Campaign,
        review: Review,
        *,
        may: bool,
        asking: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._campaigns, self._actor, self._review = campaigns, actor, review
        self.campaign = campaign
        self._may, self._asking = may, asking
        self._apart: frozenset[int] = frozenset()
        self._by_id = {comment.id: comment for comment in review.comments}
        self.setWindowTitle(translate("Comments", "Campaign group"))
        resize_within(self, 760, 700)
        self.heading = PlainLabel("", "heading", bold=True)
        self.facts = PlainLabel("", "secondary", "text2")
        self.text = PlainText("", "document")
        self.text.setAccessibleName(translate("Comments", "The common text"))
        self.text.setFixedHeight(130)
        self.reading = PlainLabel("", "secondary", "warn", wrap=True)
        self.added = AdditionsList(self._sender_of)
        self.members = CommentList()
        #: The list that was focused last: the commands are about its selection.
        self._about: QWidget = self.members
        self.trouble = PlainLabel("", "secondary", "danger", wrap=True)
        self.trouble.hide()
        self._make_commands()
        self._lay_out()
        self._wire()
        self._show_campaign()
        (self.added if asking else self.members).setFocus()
        self._read()

    def take_out(self) -> None:
        """Removes the selected comment, or those with the selected addition, from the group permanently."""
        chosen = self._chosen()
        if chosen:
            self._do(lambda: self._campaigns.take_out(self._actor, self.campaign.id, chosen))

    def set_apart(self) -> None:
        """Takes the selected comments out of decisions on the group; takes them in again if all are out."""
        chosen = self._chosen()
        if chosen:
            apart = not self._apart.issuperset(chosen)
            self._do(lambda: self._campaigns.set_apart(self._actor, self.campaign.id, chosen, apart=apart))

    def join(self, other: int) -> None:
        """Merges another group into this one permanently."""
        self._do(lambda: self._campaigns.join(self._actor, self.campaign.id, other))

    def others(self) -> tuple[Campaign, ...]:
        """Returns the other groups, largest first."""
        found = [one for one in self._review.campaigns.values() if one.id != self.campaign.id]
        return tuple(sorted(found, key=lambda one: -one.senders.submissions))

    def groups_menu(self) -> QMenu:
        """Returns a menu of the other groups, by size and first words."""
        menu = QMenu(self)
        for one in self.others():
            menu.addAction(self._group_words(one), self._joiner(one.id))
        if menu.isEmpty():
            menu.addAction(translate("Comments", "There is no other group")).setEnabled(False)
        return menu

    def _chosen(self) -> tuple[int, ...]:
        if self._about is self.added:
            return self.added.chosen()
        comment = self.members.current()
        return (comment.id,) if comment is not None else ()

    def _sender_of(self, number: int) -> str:
        comment = self._by_id.get(number)
        return sender(comment) if comment is not None else translate("Comments", "Without a name")

    def _joiner(self, other: int) -> Callable[[], None]:
        return lambda: self.join(other)

    def _group_words(self, campaign: Campaign) -> str:
        head = self._by_id.get(campaign.head)
        words = " ".join(visible_controls(head.text).split())[:_SHORT] if head is not None else ""
        return f"{digits(campaign.senders.submissions)}  {words.replace('&', '&&')}"

    def _open_groups(self) -> None:
        self.groups_menu().popup(self.join_button.mapToGlobal(QPoint(0, self.join_button.height())))

    def _open_member(self) -> None:
        """Leads to the selected comment, the first of those with the selected addition."""
        found = (self._by_id[number] for number in self._chosen() if number in self._by_id)
        if (member := next(found, None)) is not None:
            self.member_wanted.emit(member)

    def _do(self, act: Callable[[], object]) -> None:
        self._offer(False)

        def done(_result: object) -> None:
            self.changed.emit()
            self._read()

        run(self, act, done, self._on_trouble)

    def _read(self) -> None:
        number = self.campaign.id
        run(self, lambda: self._campaigns.text(number), self._on_text, self._on_trouble)

    def _on_text(self, said: CampaignText) -> None:
        self.campaign, self._apart = said.campaign, said.apart
        self.trouble.hide()
        self._show_campaign()
        text = common_words(said.text)
        self.text.show_stored(text)
        keep_to_the_page(self.text.document(), rtl=reads_right_to_left(text))
        self.added.show_additions(said.additions, said.apart)
        rows: list[CommentRow] = [self._by_id[one] for one in said.members if one in self._by_id]
        now = self.members.current()
        self.members.show_comments(rows, now.id if now is not None else None)
        self._offer(self._may)
        self._on_seen()

    def _on_seen(self) -> None:
        """Records that all additions were seen, once they were."""
        group, number = self.campaign, self.campaign.id
        unread = group.unread_by(self._actor.person_id)
        if self._may and unread and not self.added.unseen and self.added.count():
            self._do(lambda: self._campaigns.read(self._actor, number, group.digest))
        self._show_reading()

    def _show_reading(self) -> None:
        group, unseen = self.campaign, self.added.unseen
        unread = self._may and group.unread_by(self._actor.person_id)
        words = (
            translate(
                "Comments",
                "Before one decision for all: {n} of {m} additions are still to be read. Go through them to the end.",
            )
            if self._asking
            else translate("Comments", "{n} of {m} additions are still to be read.")
        )
        self.reading.setText(fill(words, n=unseen, m=group.additions))
        self.reading.setVisible(unread)
        self.decide.setEnabled(self._asking and not unread)

    def _on_decide(self) -> None:
        self.decide_wanted.emit(self.campaign)
        self.accept()

    def _on_trouble(self, error: Exception) -> None:
        if not isinstance(error, AppError):
            raise error
        if isinstance(error, NotFoundError) and error.parameters.get("item") == "campaign":
            # The group was dissolved, because at most one comment was left in it.
            self.accept()
            return
        if isinstance(error, RuleError):
            # Further additions arrived meanwhile.
            self._read()
        self.trouble.setText(sentence(error))
        self.trouble.show()

    def _show_campaign(self) -> None:
        words = translate("Comments", "{n} comments with one text")
        self.heading.setText(fill(words, n=self.campaign.senders.submissions))
        self.facts.setText(campaign_facts(self.campaign))

    def _offer(self, offered: bool) -> None:
        self.out.setEnabled(offered)
        self.apart.setEnabled(offered)

    def _make_commands(self) -> None:
        words = translate("Comments", "Take out of the group")
        self.out = make_action(self, words, self.take_out, key="Delete", writes=True)
        words = translate("Comments", "Decide apart, or with the group again")
        self.apart = make_action(self, words, self.set_apart, key="A", writes=True)
        words = translate("Comments", "Decide for the group")
        self.decide = make_action(self, words, self._on_decide, key="Ctrl+Return", writes=True)
        self.out_button = Button.of(self.out, writes=True)
        self.apart_button = Button.of(self.apart, writes=True)
        self.decide_button = Button.of(self.decide, "primary", writes=True)
        self.join_button = Button(translate("Comments", "Join with another group…"), writes=True)
        self._offer(False)
        # Hidden alone: a button that is shown before it is laid out would be a window of its own.
        idle = () if self._asking else (self.decide_button,)
        acting = (self.decide_button, self.out_button, self.apart_button, self.join_button)
        for button in idle if self._may else acting:
            button.hide()
        self.decide.setEnabled(False)

    def _wire(self) -> None:
        self.join_button.clicked.connect(self._open_groups)
        self.added.seen_changed.connect(self._on_seen)
        self.added.opened.connect(self._open_member)
        self.members.opened.connect(self._open_member)
        for shown in (self.added, self.members):
            shown.installEventFilter(self)

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and watched in (self.added, self.members):
            self._about = self.added if watched is self.added else self.members
        # While the decision waits, its shortcut must not open the selected row.
        if isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.decide_button)
        foot.addWidget(self.apart_button)
        foot.addWidget(self.out_button)
        foot.addWidget(self.join_button)
        foot.addStretch(1)
        close = Button(translate("Comments", "Close"))
        close.clicked.connect(self.accept)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        common, added, members = self._captions()
        column.addWidget(self.heading)
        column.addWidget(self.facts)
        column.addWidget(common)
        column.addWidget(self.text)
        column.addWidget(added)
        column.addWidget(self.reading)
        column.addWidget(self.added, 1)
        column.addWidget(members)
        column.addWidget(self.members, 1)
        column.addWidget(self.trouble)
        column.addLayout(foot)

    @staticmethod
    def _captions() -> Sequence[PlainLabel]:
        return (
            PlainLabel(translate("Comments", "The common text"), bold=True),
            PlainLabel(translate("Comments", "What single senders added"), bold=True),
            PlainLabel(translate("Comments", "The comments of the group"), bold=True),
        )
