"""The filters of the comment list: undecided, channel, search and others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from desktop_app.instruments.comments.search import CommentSearch
from desktop_app.instruments.comments.service import CommentRow
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label
from ui.comments.more_filters import MoreFilters, more_menu
from ui.guard import guarded
from ui.theme import theme
from ui.widgets.chip import FilterChip
from ui.widgets.menu_below import popup_below
from ui.widgets.painting import draw_key_cap, hairline, key_cap_width, set_margins
from ui.widgets.plain import PlainLabel

_HEIGHT = 40
#: A narrower bar leaves the keys out, in pixels.
_SHOWS_KEYS = 640


class CommentFilterBar(QWidget):
    """The filter chips. They apply to every provision; `changed` is emitted after each change."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(_HEIGHT)
        self.undecided_only = False
        self.channel = ""
        self._counts: Counter[str] = Counter()
        self._undecided = 0
        self.undecided_chip = FilterChip("", caret=False)
        self.channel_chip = FilterChip("")
        self.more = MoreFilters()
        self.search = CommentSearch()
        self.more_chip = FilterChip("")
        self.more_chip.clicked.connect(self._open_more)
        self.more_chip.cleared.connect(lambda: self.choose_more(MoreFilters()))
        self._comments: tuple[CommentRow, ...] = ()
        self.together = True
        self.together_chip = FilterChip("", caret=False)
        self.together_chip.clicked.connect(self.toggle_together)
        self.together_chip.cleared.connect(self.toggle_together)
        self.looking = PlainLabel("", "header", "text2")
        self.undecided_chip.clicked.connect(self.toggle_undecided)
        self.undecided_chip.cleared.connect(self.toggle_undecided)
        self.channel_chip.clicked.connect(self._open_channels)
        self.channel_chip.cleared.connect(lambda: self.choose_channel(""))
        row = QHBoxLayout(self)
        set_margins(row, 20, 0, 20, 0)
        row.setSpacing(8)
        heading = PlainLabel(translate("Comments", "From the public"), "secondary", bold=True, elide=True)
        # It gives way to the chips.
        heading.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        row.addWidget(heading)
        row.addSpacing(4)
        row.addWidget(self.undecided_chip)
        row.addWidget(self.channel_chip)
        row.addWidget(self.more_chip)
        row.addWidget(self.together_chip)
        row.addStretch(1)
        row.addWidget(self.looking)
        self._keys = _KeyCaps(("J", "K"))
        row.addWidget(self._keys)
        self._label()

    def show_counts(self, comments: Sequence[CommentRow]) -> None:
        """Counts the comments of the shown provision."""
        self._comments = tuple(comments)
        self._counts = Counter(comment.channel for comment in comments)
        self._undecided = sum(comment.decided is None for comment in comments)
        self.together_chip.setVisible(any(comment.campaign is not None for comment in comments))
        self._label()

    def admits(self, comment: CommentRow) -> bool:
        """Returns whether the filters admit a comment."""
        if self.undecided_only and comment.decided is not None:
            return False
        if not self.more.admits(comment) or not self.search.admits(comment):
            return False
        return not self.channel or comment.channel == self.channel

    def toggle_undecided(self) -> None:
        """Toggles the filter for undecided comments."""
        self.undecided_only = not self.undecided_only
        self._label()
        self.changed.emit()

    def choose_more(self, more: MoreFilters) -> None:
        """Sets the filters by issue, reviewer, sender group and lateness."""
        if more != self.more:
            self.more = more
            self._label()
            self.changed.emit()

    def show_only(self, disposition: str) -> None:
        """Resets all filters, then filters by a disposition (empty: none); groups are shown as single comments."""
        self.undecided_only, self.channel, self.together = False, "", False
        self.more = MoreFilters(disposition=disposition or None)
        self.search.look_for("")
        self._label()
        self.changed.emit()

    def more_menu(self) -> QMenu:
        """Returns the menu of further filters for this provision, each with its count."""
        return more_menu(self, self._comments, self.more, self.choose_more)

    def _open_more(self) -> None:
        menu, chip = self.more_menu(), self.more_chip
        popup_below(menu, chip, 2)

    def open_more(self) -> None:
        """Opens the menu of further filters; for the shortcut."""
        self._open_more()

    def look_for(self, typed: str) -> None:
        """Filters by words in the comment or by a letter number."""
        self.search.look_for(typed)
        self.changed.emit()

    def toggle_together(self) -> None:
        """Toggles between one row per campaign group and single comments."""
        self.together = not self.together
        self._label()
        self.changed.emit()

    def show_looking(self, done: int, total: int | None) -> None:
        """Shows the progress of the duplicate scan; clears it at the end."""
        words = translate("Comments", "Looking for one text: {n} of {m}")
        self.looking.setText(fill(words, n=done, m=total) if total and done < total else "")

    def choose_channel(self, channel: str) -> None:
        """Filters by a channel; an empty one admits all."""
        if channel != self.channel:
            self.channel = channel
            self._label()
            self.changed.emit()

    def channel_menu(self) -> QMenu:
        """Returns a menu of the channels of the comments on this provision."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(translate("Comments", "Every channel"), self._chooser(""))
        for channel, count in self._counts.most_common():
            menu.addAction(f"{label('channel', channel)}  {digits(count)}", self._chooser(channel))
        return menu

    def _chooser(self, channel: str) -> Callable[[], None]:
        return lambda: self.choose_channel(channel)

    def _open_channels(self) -> None:
        menu, chip = self.channel_menu(), self.channel_chip
        popup_below(menu, chip, 2)

    def _label(self) -> None:
        words = fill(translate("Comments", "undecided {n}"), n=self._undecided)
        self.undecided_chip.show_condition(words, is_set=self.undecided_only)
        name = label("channel", self.channel) if self.channel else translate("Comments", "Every channel")
        self.channel_chip.show_condition(name, is_set=bool(self.channel))
        self.more_chip.show_condition(
            self.more.words() or translate("Comments", "More"), is_set=self.more != MoreFilters()
        )
        self.together_chip.show_condition(translate("Comments", "one text, one row"), is_set=self.together)

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keys.setVisible(self.width() >= _SHOWS_KEYS)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, box = QPainter(self), QRectF(self.rect())
        painter.fillRect(box, theme().pane)
        hairline(painter, box)
        hairline(painter, box, top=True)


class _KeyCaps(QWidget):
    """Shows the keys for moving in the list."""

    def __init__(self, keys: Sequence[str]) -> None:
        super().__init__()
        self._keys = tuple(keys)
        self.setFixedSize(round(sum(key_cap_width(key) + 4 for key in keys)), 24)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, offset = QPainter(self), 0.0
        for key in self._keys:
            width = key_cap_width(key)
            draw_key_cap(painter, QRectF(offset, 0, width, 24), key, theme().text2, theme().line2)
            offset += width + 4
