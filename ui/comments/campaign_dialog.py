"""The dialog of a campaign group: the common text, added words, and the single comments."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop_app.errors import AppError, NotFoundError
from desktop_app.instruments.campaigns.common_text import AddedWords
from desktop_app.instruments.campaigns.rows import Campaign
from desktop_app.instruments.campaigns.service import Campaigns, CampaignText
from desktop_app.instruments.comments.review import Review
from desktop_app.instruments.comments.service import CommentRow
from desktop_app.persian.text import visible_controls
from desktop_app.staff.roles import Actor
from desktop_app.wording import digits, fill, translate
from ui.actions import make_action
from ui.comments.comment_list import CommentList
from ui.comments.words import campaign_facts
from ui.errors import sentence
from ui.jobs import run
from ui.widgets.button import Button
from ui.widgets.painting import reads_right_to_left
from ui.widgets.plain import PlainLabel, PlainText, keep_to_the_page

_SHORT = 60


class CampaignDialog(QDialog):
    """Escape closes; `changed` is emitted after a comment was removed or a group was merged."""

    changed = Signal()

    def __init__(
        self,
        campaigns: Campaigns,
        actor: Actor,
        campaign: Campaign,
        review: Review,
        *,
        may: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._campaigns, self._actor, self._review = campaigns, actor, review
        self.campaign = campaign
        self._by_id = {comment.id: comment for comment in review.comments}
        self.setWindowTitle(translate("Comments", "Campaign group"))
        self.resize(760, 700)
        self.heading = PlainLabel("", "heading", bold=True)
        self.facts = PlainLabel("", "secondary", "text2")
        head = self._by_id.get(campaign.head)
        self.text = PlainText(visible_controls(head.text) if head is not None else "", "document")
        keep_to_the_page(self.text.document(), rtl=reads_right_to_left(self.text.toPlainText()))
        self.text.setAccessibleName(translate("Comments", "The common text"))
        self.text.setFixedHeight(150)
        self.added = PlainText("", "interface")
        self.added.setAccessibleName(translate("Comments", "What single senders added"))
        self.added.setFixedHeight(150)
        self.members = CommentList()
        self.trouble = PlainLabel("", "secondary", "danger", wrap=True)
        self.trouble.hide()
        self.out = make_action(
            self, translate("Comments", "Take out of the group"), self.take_out, key="Delete", writes=True
        )
        self.out_button = Button.of(self.out, writes=True)
        self.join_button = Button(translate("Comments", "Join with another group…"), writes=True)
        self.join_button.clicked.connect(self._open_groups)
        self.out.setEnabled(may)
        self._lay_out()
        for button in (self.out_button, self.join_button):
            button.setVisible(may)
        self._show_campaign()
        self.members.setFocus()
        self._read()

    def take_out(self) -> None:
        """Removes the selected comment from the group permanently."""
        comment = self.members.current()
        if comment is not None:
            self._do(lambda: self._campaigns.take_out(self._actor, self.campaign.id, [comment.id]))

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

    def _joiner(self, other: int) -> Callable[[], None]:
        return lambda: self.join(other)

    def _group_words(self, campaign: Campaign) -> str:
        head = self._by_id.get(campaign.head)
        words = " ".join(visible_controls(head.text).split())[:_SHORT] if head is not None else ""
        return f"{digits(campaign.senders.submissions)}  {words.replace('&', '&&')}"

    def _open_groups(self) -> None:
        self.groups_menu().popup(self.join_button.mapToGlobal(QPoint(0, self.join_button.height())))

    def _do(self, act: Callable[[], object]) -> None:
        self.out.setEnabled(False)

        def done(_result: object) -> None:
            self.changed.emit()
            self._read()

        run(self, act, done, self._on_trouble)

    def _read(self) -> None:
        number = self.campaign.id
        run(self, lambda: self._campaigns.text(number), self._on_text, self._on_trouble)

    def _on_text(self, said: CampaignText) -> None:
        self.campaign = said.campaign
        self.trouble.hide()
        self._show_campaign()
        self.text.setPlainText(visible_controls(said.text))
        self.added.setPlainText(
            "\n".join(map(_added_words, said.additions)) or translate("Comments", "Nobody added anything.")
        )
        rows: list[CommentRow] = [self._by_id[one] for one in said.members if one in self._by_id]
        now = self.members.current()
        self.members.show_comments(rows, now.id if now is not None else None)
        self.out.setEnabled(not self.out_button.isHidden())

    def _on_trouble(self, error: Exception) -> None:
        if not isinstance(error, AppError):
            raise error
        if isinstance(error, NotFoundError) and error.parameters.get("item") == "campaign":
            # The group was dissolved, because at most one comment was left in it.
            self.accept()
            return
        self.trouble.setText(sentence(error))
        self.trouble.show()

    def _show_campaign(self) -> None:
        words = translate("Comments", "{n} comments with one text")
        self.heading.setText(fill(words, n=self.campaign.senders.submissions))
        self.facts.setText(campaign_facts(self.campaign))

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.out_button)
        foot.addWidget(self.join_button)
        foot.addStretch(1)
        close = Button(translate("Comments", "Close"))
        close.clicked.connect(self.accept)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(self.facts)
        column.addWidget(self.text)
        column.addWidget(PlainLabel(translate("Comments", "What single senders added"), bold=True))
        column.addWidget(self.added)
        column.addWidget(PlainLabel(translate("Comments", "The comments of the group"), bold=True))
        column.addWidget(self.members, 1)
        column.addWidget(self.trouble)
        column.addLayout(foot)


def _added_words(added: AddedWords) -> str:
    """Returns for example «۱۲ نظر: در یزد …»."""
    words = translate("Comments", "{n} comments: {words}")
    return fill(words, n=len(added.comments), words=visible_controls(" ".join(added.text.split())))
