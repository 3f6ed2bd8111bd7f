"""The field for the provision of the last revision that carries an accepted comment, as the law requires."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QWidget

from desktop_app.instruments.comments.review import NewerRevision
from desktop_app.instruments.comments.service import CommentRow
from desktop_app.instruments.vocabulary import Disposition
from desktop_app.persian.text import fold
from desktop_app.wording import fill, translate
from ui.widgets.plain import PlainLabel
from ui.widgets.text_field import TextField

#: The values of the dispositions that need a carrying provision.
CARRIED = (Disposition.ACCEPTED.value, Disposition.PARTLY_ACCEPTED.value)


class CarrierField(QWidget):
    """The name of a provision, typed or chosen from those of the revision."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._newer: NewerRevision | None = None
        self._comment: CommentRow | None = None
        self._shown = ""
        self._names = QStringListModel(self)
        self.caption = PlainLabel("", "header", "text2")
        self.provision = TextField(translate("Comments", "Provision that carries it"))
        self.provision.setPlaceholderText(translate("Comments", "for example: Article 6"))
        self.provision.setMaxLength(60)
        completer = QCompleter(self._names, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.provision.setCompleter(completer)
        self.provision.textChanged.connect(lambda _text: self.edited.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.caption)
        row.addWidget(self.provision, 1)

    @property
    def has_revision(self) -> bool:
        """Whether a newer revision exists that can carry a comment."""
        return self._newer is not None

    @property
    def revision(self) -> int | None:
        """The number of the newer revision, or None."""
        return self._newer.number if self._newer is not None else None

    def show_revision(self, newer: NewerRevision | None) -> None:
        """Sets the newer revision, or None."""
        self._newer = newer
        self._names.setStringList(list(newer.provisions) if newer is not None else [])
        if newer is not None:
            self.caption.setText(fill(translate("Comments", "Carried in revision {n} by"), n=newer.number))

    def show_comment(self, comment: CommentRow | None, provision: str) -> None:
        """Shows a comment and the name of the provision that carries it."""
        self._comment = comment
        self.provision.setText(provision)

    def show_provision(self, name: str) -> None:
        """Sets the name of the provision shown beside the comment; empty for none."""
        self._shown = name

    def suggest(self) -> None:
        """Fills in the shown provision, or the one the comment is about, if the revision has it.

        The shown one comes first, because the comments of a group may be about different provisions.
        """
        if self._newer is None or self._comment is None:
            return
        names = {fold(name): name for name in reversed(self._newer.provisions)}
        wanted = (fold(self._shown), fold(self._comment.provision))
        found = next((names[one] for one in wanted if one and one in names), "")
        if found:
            self.provision.blockSignals(True)
            self.provision.setText(found)
            self.provision.blockSignals(False)

    def value(self) -> str:
        """Returns the name in the field; empty without a newer revision."""
        return self.provision.text().strip() if self._newer is not None else ""
