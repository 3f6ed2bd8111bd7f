"""The review page: the list of provisions, the selected provision with its comments, and the decision panel."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.instruments.comments.review import WHOLE, CommentedProvision, Review
from desktop_app.wording import fill, translate
from ui.actions import make_action
from ui.comments.admitted import AdmittedComments
from ui.comments.change_panel import ChangePanel
from ui.comments.comment_list import CommentList
from ui.comments.conversation import annotated_phrases
from ui.comments.conversation_pane import ConversationPane
from ui.comments.decision_panel import DecisionPanel, Ground
from ui.comments.filter_bar import CommentFilterBar
from ui.comments.parts_list import PARTS_WIDTH, PartsColumn, PartsHead, PartsList, waiting_words
from ui.comments.place_panel import PlacePanel
from ui.comments.progress_panel import ProgressPanel
from ui.comments.provision_text import ProvisionText
from ui.comments.undecided import UndecidedRow, place_of, undecided
from ui.comments.window_panel import WindowPanel
from ui.comments.words import part_name
from ui.guard import guarded
from ui.theme import theme
from ui.widgets.button import IconButton
from ui.widgets.finder import FinderDialog, FinderEntry
from ui.widgets.painting import hairline, set_margins
from ui.widgets.plain import PlainLabel
from ui.widgets.search_box import SearchBox

DECISION_WIDTH = 384
#: Of a page that has no room for the list of provisions, and from which width on it has.
_NARROW_DECISION = 340
_PARTS_FROM = 1140
_HEAD = 36
_BOX = 240
#: The least height of a provision's text, of two lines.
_LEAST_TEXT = 64
_NARROW_BOX = 200


class ReviewPage(QWidget):
    """Keeps provision, comment list and filter in step; `picked` is emitted with the shown comment or None."""

    picked = Signal(object)
    opened = Signal()

    def __init__(
        self, decision: DecisionPanel, conversation: ConversationPane, *, may_place: bool = False
    ) -> None:
        super().__init__()
        self.review: Review | None = None
        self.part: CommentedProvision | None = None
        self._keep: int | None = None
        #: The key of the part to select once a review contains it.
        self._awaited: str | None = None
        #: The disposition by which the list of parts is filtered; None for no filter.
        self._narrowed: str | None = None
        self.parts = PartsList()
        self.heading = PlainLabel("", "interface", bold=True)
        self.counted = PlainLabel("", "secondary", "text2")
        self.text = ProvisionText()
        self.missing = PlainLabel("", "secondary", "warn", wrap=True)
        self.place = PlacePanel(may_place=may_place)
        self.filters = CommentFilterBar()
        self.admitted = AdmittedComments(self.filters)
        self.box = SearchBox(translate("Comments", "Words, sender or letter no."), key="Ctrl+F")
        self.box.setFixedWidth(_BOX)
        self.comments = CommentList()
        self.nothing = PlainLabel("", "interface", "text2", wrap=True)
        self.window_panel = WindowPanel()
        self.decision = decision
        self.change = ChangePanel()
        self.conversation = conversation
        self.progress = ProgressPanel()
        self.earlier = IconButton("ph.arrow-left", translate("Comments", "Previous provision"), key="[")
        self.later = IconButton("ph.arrow-right", translate("Comments", "Next provision"), key="]")
        self.parts_button = IconButton("ph.list", translate("Comments", "Provisions"), key="Shift+P")
        self.parts_button.clicked.connect(lambda _checked=False: self.choose_part())
        self.parts_button.hide()
        make_action(self, translate("Comments", "Provisions"), self.choose_part, key="Shift+P")
        self.finder: FinderDialog | None = None
        self._under = QStackedWidget()
        self._lay_out()
        self.parts.picked.connect(self._on_part)
        self.filters.changed.connect(self._on_filters)
        self.comments.picked.connect(self.picked)
        self.comments.picked.connect(lambda comment: self.place.show_comment(comment, self.review))
        self.comments.opened.connect(self.opened)
        self.earlier.clicked.connect(lambda: self.parts.step(-1))
        self.later.clicked.connect(lambda: self.parts.step(1))
        self.box.searched.connect(self._on_searched)
        self.box.submitted.connect(lambda _typed: self.find_next())
        decision.edited.connect(self._show_carrier)
        self.change.compared.connect(lambda: decision.carrier.show_changes(self.change.changes))
        self.picked.connect(lambda _comment: self._show_carrier())
        self.picked.connect(conversation.show_comment)
        conversation.left.connect(self.comments.setFocus)

    def show_review(self, review: Review, *, keep: int | None) -> None:
        """Shows a review and selects the comment `keep`; without it, a reload keeps the selection and the filters."""
        before = self.review
        same = before is not None and before.detail.row.id == review.detail.row.id
        # Without comments there was no selection to keep.
        same = same and before is not None and bool(before.comments)
        self.review = review
        self.admitted.show_review(review)
        row = review.detail.row
        self.window_panel.show_window(row.opened_on, row.closes_on, review.today)
        self.progress.show_comments(review.comments)
        self.decision.show_newer(review.newer)
        self.conversation.show_review(review)
        self._keep = keep
        place = self.part.key if same and self.part is not None else None
        if any(part.key == self._awaited for part in review.parts):
            place = self._awaited
        self._awaited = None
        holding = (part.key for part in review.parts if any(one.id == keep for one in part.comments))
        self._show_parts(next(holding, place))

    def _show_parts(self, keep: str | None) -> None:
        """Lists the parts; those whose place is uncertain come first.

        With a filter by disposition, only parts with matching comments are listed, with the number of matches.
        """
        assert self.review is not None
        ordered = sorted(self.review.parts, key=lambda part: not part.unsure)
        self._narrowed = self.filters.more.disposition
        if self._narrowed is not None:
            admits = self.filters.more.admits
            some = (replace(one, comments=tuple(filter(admits, one.comments))) for one in ordered)
            ordered = [part for part in some if part.comments] or ordered
        self.parts.show_parts(ordered, keep)

    def show_only(self, disposition: str) -> None:
        """Filters by a disposition across all provisions; an empty one removes the filter."""
        self.box.clear()
        self.filters.show_only(disposition)

    def _on_filters(self) -> None:
        self.admitted.keep_in_sight(None)
        if self.review is not None and self.filters.more.disposition != self._narrowed:
            self._show_parts(self.part.key if self.part is not None else None)
        else:
            self._show_comments()

    def await_part(self, key: str) -> None:
        """Selects a part as soon as a review that contains it is shown."""
        self._awaited = key

    def _on_part(self, part: CommentedProvision | None) -> None:
        if part is None:
            return
        self.part = part
        self.decision.carrier.show_provision(part.label if part.known else "")
        self.heading.setText(part_name(part))
        words = translate("Comments", "{n} of {m} comments")
        whole = len(self.review.comments) if self.review is not None else 0
        self.counted.setText(fill(words, n=len(part.comments), m=whole))
        self.text.show_text(part.text, part.quotes, annotated_phrases(self.review, part))
        self.missing.setText(
            ""
            if part.known
            else translate("Comments", "It is not certain to which provision these comments belong.")
            if part.unsure
            else translate("Comments", "The text before the public has no provision of this name.")
        )
        self.missing.setVisible(not part.known)
        self._text_area.setVisible(bool(part.text))
        self.place.setVisible(part.unsure)
        if part.key == WHOLE:
            self.text.show_text("", ())
        self.change.show_part(part)
        self.conversation.show_part(part)
        self.filters.show_counts(part.comments)
        self._show_comments()

    def find_next(self) -> None:
        """Selects the next match of the search on any provision; after the last one it wraps around."""
        listed = self.comments.listed
        now = self.comments.current()
        at = next((i for i, one in enumerate(listed) if now is not None and one.id == now.id), -1)
        if (
            self.filters.search
            and (not listed or at == len(listed) - 1)
            and (other := self.admitted.elsewhere(self.parts.rows(), self.part))
        ):
            self._keep = other[1].id
            self.parts.go_to_key(other[0].key)
        elif listed:
            self.comments.step(1 if at < len(listed) - 1 else -at)
        self.comments.setFocus()

    def undecided(self) -> tuple[UndecidedRow | None, tuple[UndecidedRow, ...]]:
        """Returns the next undecided row after the current one that the filter admits, and those before it."""
        now = self.comments.current()
        key = self.part.key if self.part is not None else ""
        return undecided(self.parts.rows(), self.admitted.rows_of, key, now.id if now is not None else None)

    def current_id(self) -> int:
        """Returns the comment by which the current row is found again on its provision; 0 without one."""
        now = self.comments.current()
        return place_of(self.part, now).comment_id if now is not None and self.part is not None else 0

    def go_to(self, place: UndecidedRow) -> None:
        """Selects a row of any provision."""
        self._keep = place.comment_id
        if self.part is not None and self.part.key == place.part.key:
            self._show_comments()
        else:
            self.parts.go_to_key(place.part.key)
        self.comments.setFocus()

    def open_search(self) -> None:
        """Focuses the search box and selects its text."""
        self.box.setFocus()
        self.box.selectAll()

    def _on_searched(self, typed: str) -> None:
        self.filters.look_for(typed)
        # If the only matches are on another provision, show that one.
        if (
            typed
            and not self.comments.listed
            and (other := self.admitted.elsewhere(self.parts.rows(), self.part))
        ):
            self._keep = other[1].id
            self.parts.go_to_key(other[0].key)

    def _show_comments(self) -> None:
        part = self.part
        if part is None:
            return
        keep = self._keep
        if keep is None and (now := self.comments.current()) is not None:
            keep = now.id
        self._keep = None
        shown = self.admitted.rows_of(part)
        if keep is not None and all(one.id != keep for one in shown):
            # The comment is a member of a group that is shown as one row.
            keep = self.admitted.row_of(keep)
        if not shown:
            self.nothing.setText(self._why_nothing(part))
        self._under.setCurrentIndex(0 if shown else 1)
        self.comments.show_comments(shown, keep)

    def _why_nothing(self, part: CommentedProvision) -> str:
        if not part.comments:
            return translate("Comments", "Nobody commented on this provision.")
        if not self.filters.search:
            return translate("Comments", "No comment on this provision fits the filter.")
        if self.admitted.elsewhere(self.parts.rows(), self.part):
            return translate(
                "Comments", "None on this provision has these words; Enter goes to the next that has."
            )
        return translate("Comments", "No comment on this draft has these words.")

    def _show_carrier(self) -> None:
        self.change.show_carrier(self.decision.draft().provision)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._parts_beside, self._decision_area = self._parts_column(), self._aside()
        row.addWidget(self._parts_beside)
        row.addWidget(self._middle(), 1)
        row.addWidget(self._decision_area)

    def choose_part(self) -> FinderDialog:
        """Opens the provisions as a list to search, for a page without room for them."""
        title = translate("Comments", "Provisions")
        self.finder = FinderDialog(
            title,
            translate("Comments", "Label of a provision"),
            translate("Comments", "No provision has this label."),
            [
                FinderEntry(part_name(part), part.key, beside=waiting_words(part), marked=part is self.part)
                for part in self.parts.rows()
            ],
            self.window(),
        )
        self.finder.chosen.connect(self.parts.go_to_key)
        self.finder.chosen.connect(lambda _key: self.comments.setFocus())
        self.finder.open_over(self)
        return self.finder

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _PARTS_FROM
        self._parts_beside.setHidden(narrow)
        self.parts_button.setVisible(narrow)
        self._decision_area.setFixedWidth(_NARROW_DECISION if narrow else DECISION_WIDTH)
        self.box.setFixedWidth(_NARROW_BOX if narrow else _BOX)

    def _parts_column(self) -> QWidget:
        made = PartsColumn()
        made.setFixedWidth(PARTS_WIDTH + 1)
        column = QVBoxLayout(made)
        set_margins(column, 0, 0, 1, 0)
        column.setSpacing(0)
        column.addWidget(PartsHead(_HEAD))
        column.addWidget(self.parts, 1)
        return made

    def _middle(self) -> QWidget:
        made = _Sheet()
        head = QHBoxLayout()
        set_margins(head, 20, 8, 12, 6)
        head.setSpacing(10)
        head.addWidget(self.parts_button)
        head.addWidget(self.heading)
        head.addWidget(self.counted)
        head.addStretch(1)
        head.addWidget(self.box)
        head.addWidget(self.earlier)
        head.addWidget(self.later)
        holder = _Ground()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(20, 0, 20, 12)
        inner.addWidget(self.text)
        inner.addStretch(1)
        self._text_area = _TextArea(holder, self.text)
        self.missing.setContentsMargins(20, 4, 20, 8)
        self.nothing.setContentsMargins(20, 24, 20, 24)
        self._under.addWidget(self.comments)
        nothing = QWidget()
        empty = QVBoxLayout(nothing)
        empty.addWidget(self.nothing)
        empty.addStretch(1)
        self._under.addWidget(nothing)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._text_area)
        column.addWidget(self.missing)
        column.addWidget(self.place)
        column.addSpacing(4)
        column.addWidget(self.filters)
        column.addWidget(self._under, 1)
        column.addWidget(self.conversation)
        return made

    def _aside(self) -> QWidget:
        made = Ground()
        column = QVBoxLayout(made)
        set_margins(column, 1, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.window_panel, self.decision, self.change, self.progress):
            column.addWidget(widget)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(made)
        return area


class _TextArea(QScrollArea):
    """As high as the provision's text, up to a third of the window; longer text scrolls.

    In a low window it gives way to what is written below.
    """

    def __init__(self, holder: QWidget, text: ProvisionText) -> None:
        super().__init__()
        self._text = text
        self._wanted = 0
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(holder)
        text.height_changed.connect(self._fit)
        self._fit(0)

    def _fit(self, height: int) -> None:
        self._wanted = min(height + 16, 240)
        self.setMaximumHeight(self._wanted)
        self.setMinimumHeight(min(self._wanted, _LEAST_TEXT))
        self.updateGeometry()

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._wanted)


class _Ground(QWidget):
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), theme().base)


class _Sheet(QWidget):
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, box = QPainter(self), QRectF(self.rect())
        painter.fillRect(box, theme().base)
        hairline(painter, box, top=True)
