"""What carries an accepted comment, as the law requires: a change of the text, or a reason why it stays as it is."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.comparison.marking import MarkKind
from desktop_app.instruments.comments.decisions import Carrier, Unchanged
from desktop_app.instruments.comments.review import NewerRevision
from desktop_app.instruments.comments.service import CommentRow
from desktop_app.instruments.consultation.provision_changes import ProvisionChange, ProvisionChanges
from desktop_app.instruments.vocabulary import ACCEPTING, LONGEST_PROVISION
from desktop_app.persian.text import fold, visible_controls
from desktop_app.wording import digits, fill, translate
from ui.widgets.plain import LinkLabel, PlainLabel
from ui.widgets.text_field import TextField

#: The values of the dispositions that need a carrier.
CARRIED = tuple(one.value for one in ACCEPTING)
#: Letters of a change's words in the list of changes.
_SHOWN = 60
_LONGEST_REASON = 500


class CarrierField(QWidget):
    """The name of a change, typed or chosen from those of the revision; or the reason for no change."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._newer: NewerRevision | None = None
        self._changes: ProvisionChanges | None = None
        self._comment: CommentRow | None = None
        self._shown = ""
        self._items = QStandardItemModel(self)
        self.caption = PlainLabel("", "header", "text2")
        self.provision = TextField(translate("Comments", "Provision that carries it"))
        self.provision.setPlaceholderText(translate("Comments", "for example: Article 6"))
        self.provision.setMaxLength(LONGEST_PROVISION)
        self.completer = QCompleter(self._items, self)
        self.completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.completer.setCompletionRole(Qt.ItemDataRole.UserRole)
        self.completer.setMaxVisibleItems(8)
        self.provision.setCompleter(self.completer)
        self.unchanged = TextField(translate("Comments", "Why the text stays as it is, published"))
        self.unchanged.setPlaceholderText(translate("Comments", "Why does the text stay as it is?"))
        self.unchanged.setMaxLength(_LONGEST_REASON)
        self.turn = LinkLabel("", self.turn_over, "header")
        self.trouble = PlainLabel("", "secondary", "danger", wrap=True)
        self._stays = False
        for field in (self.provision, self.unchanged):
            field.textChanged.connect(self._on_edited)
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget, share in ((self.caption, 0), (self.provision, 1), (self.unchanged, 1), (self.turn, 0)):
            row.addWidget(widget, share)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.trouble)
        self._show()

    @property
    def has_revision(self) -> bool:
        """Whether a newer revision exists that can carry a comment."""
        return self._newer is not None

    def show_revision(self, newer: NewerRevision | None) -> None:
        """Sets the newer revision, or None."""
        self._newer = newer
        self._show()

    def show_changes(self, changes: ProvisionChanges | None) -> None:
        """Sets what changed in the newer revision; None while that is not known."""
        self._changes = changes
        self._items.clear()
        for change in changes.all() if changes is not None else ():
            item = QStandardItem(f"{digits(change.carrier)}  {_words_of(change)}")
            item.setData(change.carrier, Qt.ItemDataRole.UserRole)
            self._items.appendRow(item)
        self._show()

    def show_comment(self, comment: CommentRow | None, provision: str, unchanged: str = "") -> None:
        """Shows a comment and what carries it: the name of a change, or the reason for none."""
        self._comment = comment
        self._stays = bool(unchanged) and not provision
        self.provision.setText(provision)
        self.unchanged.setText(unchanged)
        self._show()

    def show_provision(self, name: str) -> None:
        """Sets the name of the provision shown beside the comment; empty for none."""
        self._shown = name

    def turn_over(self) -> None:
        """Asks for a reason in place of a provision, or the other way round; what was typed is kept."""
        self._stays = not self._stays
        self._show()
        self.take_focus()
        self.edited.emit()

    def suggest(self) -> None:
        """Fills in the change of the shown provision, or of the one that the comment is about.

        The shown one comes first, because the comments of a group may be about different provisions.
        """
        if self._changes is None or self._comment is None or self._stays or not self.has_revision:
            return
        found = next(
            (meant for name in (self._shown, self._comment.provision) if (meant := self._meant(name))), ""
        )
        if found:
            with QSignalBlocker(self.provision):
                self.provision.setText(found)
            self._show()

    def take_focus(self) -> None:
        """Puts the keyboard into the field that is shown."""
        (self.unchanged if self._is_turned else self.provision).setFocus()

    @property
    def name(self) -> str:
        """The name in the field; empty if the text stays, or without a newer revision."""
        return self.provision.text().strip() if self._newer is not None and not self._is_turned else ""

    @property
    def reason(self) -> str:
        """Why the text stays as it is; empty if it does not."""
        return self.unchanged.text().strip() if self._is_turned else ""

    def value(self) -> Carrier | Unchanged | None:
        """Returns what carries the comment; None while nothing is named."""
        if self.reason:
            return Unchanged(self.reason)
        return Carrier(self._newer.number, self.name) if self._newer is not None and self.name else None

    @property
    def _is_turned(self) -> bool:
        # Before there is another text, only a reason can be given.
        return self._stays or self._newer is None

    def _meant(self, name: str) -> str:
        meant = self._changes.named(name) if self._changes is not None and name else None
        return meant.carrier if meant is not None else ""

    def _on_edited(self) -> None:
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        turned = self._is_turned
        self.provision.setVisible(not turned)
        self.unchanged.setVisible(turned)
        self.turn.setVisible(self._newer is not None)
        self.turn.setText(
            translate("Comments", "Name a provision…")
            if turned
            else translate("Comments", "No change of the text…")
        )
        self.caption.setText(
            translate("Comments", "The text stays, because")
            if turned or self._newer is None
            else fill(translate("Comments", "Carried in revision {n} by"), n=self._newer.number)
        )
        self.trouble.setText(self._fault())
        self.trouble.setVisible(bool(self.trouble.text()))

    def _fault(self) -> str:
        if self._changes is None or not self.name or self._meant(self.name):
            return ""
        # While a name is typed, its beginning is no fault.
        typed = fold(self.name)
        if any(fold(change.carrier).startswith(typed) for change in self._changes.all()):
            return ""
        words = translate(
            "Comments",
            "{name} carries no comment: it is the same in both revisions, or the text has none of this name.",
        )
        return fill(words, name=visible_controls(self.name))


def _words_of(change: ProvisionChange) -> str:
    """Returns the changed words of a change in short, «سی ← پانزده»."""
    old = " ".join(piece.text for piece in change.pieces if piece.kind is MarkKind.DELETED)
    new = " ".join(piece.text for piece in change.pieces if piece.kind is MarkKind.INSERTED)
    shown = " ← ".join(part for part in (_short(old), _short(new)) if part)
    return visible_controls(shown)


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _SHOWN else f"{plain[:_SHOWN].rstrip()}…"
