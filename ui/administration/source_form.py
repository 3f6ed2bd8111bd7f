"""The form of an intake source: what it delivers, where it is, and defaults for values missing in its rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.errors import InvalidValueError
from desktop_app.intake.sources.model import Matter, SourceKind
from desktop_app.intake.sources.service import IMAP_TLS, SourceRow, SourceSettings
from desktop_app.persian.digits import latin_digits
from desktop_app.persian.text import visible_controls
from desktop_app.petitions.vocabulary import Channel, Kind
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label
from ui.widgets.button import Button
from ui.widgets.choice import CodeComboBox
from ui.widgets.form_panes import FormPane
from ui.widgets.password_edit import PasswordEdit
from ui.widgets.plain import PlainLabel
from ui.widgets.refusals import Refusals, RefusingForm
from ui.widgets.text_field import TextField

_IN_THE_ROW = "in_the_row"


class SourceForm(FormPane, RefusingForm):
    """`columns_asked` requests the page for choosing columns. `choose_folder` opens a folder dialog; tests
    replace it.
    """

    columns_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.choose_folder: Callable[[], str] = self._ask_folder
        self._mapping: dict[str, str] = {}
        self._active = True
        self.title = self.heading("")
        self.name = TextField(translate("Sources", "Name"))
        self.matter = CodeComboBox(translate("Sources", "Brings"))
        self.matter.offer([(one, label("matter", one.value)) for one in Matter])
        self.way = CodeComboBox(translate("Sources", "Lies in"))
        self.way.offer(
            [
                (SourceKind.FOLDER, translate("Sources", "a folder")),
                (SourceKind.MAILBOX, translate("Sources", "a mailbox")),
            ]
        )
        self.folder = TextField(translate("Sources", "Folder"), latin=True)
        self.folder_button = Button(translate("Sources", "Choose…"))
        self.host = TextField(translate("Sources", "Mail server (IMAP over TLS)"), latin=True)
        self.port = TextField(translate("Sources", "Port"), numeric=True)
        self.user = TextField(translate("Sources", "User name"), latin=True)
        self.mailbox = TextField(translate("Sources", "Mailbox"), latin=True)
        self.password = PasswordEdit(translate("Sources", "Password"), size="normal")
        self.channel = CodeComboBox(translate("Sources", "Channel of rows that name none"))
        self.channel.offer([(one, label("channel", one.value)) for one in Channel])
        self.kind = CodeComboBox(translate("Sources", "Kind of petitions that name none"))
        self.draft = CodeComboBox(translate("Sources", "Draft of the comments"))
        self.columns = PlainLabel("", "secondary", "text2", wrap=True)
        self.columns_button = Button(translate("Sources", "Choose columns by a sample…"))
        self.names_button = Button(translate("Sources", "By their names"), "ghost")
        self.active = QCheckBox(translate("Sources", "Is looked into"))
        self.save_button = Button(translate("Administration", "Save"), "primary", flush=True, writes=True)
        self._of_folder: list[QWidget] = []
        self._of_mailbox: list[QWidget] = []
        self._of_petitions: list[QWidget] = []
        self._of_comments: list[QWidget] = []
        self._lay_out()
        self.refusals = Refusals(
            self,
            {
                "source_name": self.name,
                "folder": self.folder,
                "mail_host": self.host,
                "mail_port": self.port,
                "mail_user": self.user,
                "mailbox": self.mailbox,
                "kind": self.kind,
                "source_mapping": self.columns_button,
            },
        )
        self.way.currentIndexChanged.connect(lambda _at: self._on_way())
        self.matter.currentIndexChanged.connect(lambda _at: self._on_matter())
        self.folder_button.clicked.connect(lambda _checked=False: self._on_folder())
        self.columns_button.clicked.connect(lambda _checked=False: self.columns_asked.emit())
        self.names_button.clicked.connect(lambda _checked=False: self.take_mapping({}))

    def _lay_out(self) -> None:
        self._field(self.name)
        self._field(self.matter)
        self._field(self.way)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.folder, 1)
        line.addWidget(self.folder_button)
        hint = translate(
            "Sources",
            "As the PC of the scheduled task reaches it. Handled files move to “done” or “rejected” in it.",
        )
        self._of_folder = [self._group(self.folder, row, hint)]
        for field in (self.host, self.port, self.user):
            self._of_mailbox.append(self._group(field, field))
        self._of_mailbox.append(self._group(self.mailbox, self.mailbox))
        kept = translate(
            "Sources",
            "Kept in the store of the operating system of this PC, and nowhere else. Empty: as it is.",
        )
        self._of_mailbox.append(self._group(self.password, self.password, kept))
        self._field(self.channel)
        self._of_petitions = [self._group(self.kind, self.kind)]
        self._of_comments = [self._group(self.draft, self.draft)]
        self.column.addWidget(PlainLabel(translate("Sources", "Columns"), "secondary", "text2"))
        self.column.addWidget(self.columns)
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        buttons.addWidget(self.columns_button)
        buttons.addWidget(self.names_button)
        buttons.addStretch()
        self.column.addLayout(buttons)
        self.column.addSpacing(10)
        self.column.addWidget(self.active)
        self.buttons(self.save_button)

    def _field(self, field: QWidget) -> None:
        self.labelled(field.accessibleName(), field)

    def _group(self, field: QWidget, shown: QWidget, hint: str = "") -> QWidget:
        """Adds a labelled field that is visible for some sources only."""
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 10)
        column.setSpacing(4)
        words = PlainLabel(field.accessibleName(), "secondary", "text2")
        words.setBuddy(field)
        column.addWidget(words)
        column.addWidget(shown)
        if hint:
            column.addWidget(PlainLabel(hint, "header", "text2", wrap=True))
        self.column.addWidget(box)
        return box

    def offer_drafts(self, drafts: Sequence[tuple[int, str]]) -> None:
        """Lists the drafts that comments can refer to."""
        words: tuple[object, str] = (_IN_THE_ROW, translate("Sources", "each row names it"))
        self.draft.offer([words, *((number, title[:60]) for number, title in drafts)], self.draft.code())

    def show_source(self, row: SourceRow | None) -> None:
        """Shows a source, or an empty form for a new one."""
        self.refusals.clear()
        told = row.settings if row is not None else SourceSettings("")
        self.title.setText(told.name if row is not None else translate("Sources", "New source"))
        self.name.setText(told.name)
        self.matter.choose(told.matter)
        self.way.choose(told.way)
        self.folder.setText(told.folder)
        self.host.setText(told.host)
        self.port.setText(str(told.port or IMAP_TLS))
        self.user.setText(told.username)
        self.mailbox.setText(told.mailbox)
        self.password.clear()
        self.channel.choose(told.channel)
        self._offer_kinds()
        self.kind.choose(told.petition_kind or _IN_THE_ROW)
        self.draft.choose(told.instrument_id or _IN_THE_ROW)
        self.active.setChecked(told.active)
        self.active.setVisible(row is not None)
        self._on_way()
        self._on_matter()
        self.take_mapping(told.mapping)

    def settings(self) -> SourceSettings:
        """Returns the values of the form. Raises `InvalidValueError`."""
        petitions = self.matter.code() is Matter.PETITIONS
        kind, draft = self.kind.code(), self.draft.code()
        return SourceSettings(
            name=self.name.text(),
            matter=self.matter.code(),
            way=self.way.code(),
            channel=self.channel.code(),
            folder=self.folder.text(),
            host=self.host.text(),
            port=_port(self.port.text()),
            username=self.user.text(),
            mailbox=self.mailbox.text(),
            petition_kind=kind.value if petitions and isinstance(kind, Kind) else "",
            instrument_id=draft if not petitions and isinstance(draft, int) else None,
            mapping=self._mapping,
            active=self.active.isChecked(),
        )

    def take_mapping(self, mapping: Mapping[str, str]) -> None:
        """Shows the given column mapping."""
        self._mapping = dict(mapping)
        chosen = [(field, column) for field, column in mapping.items() if column]
        if chosen:
            line = translate("Sources", "{field}: “{column}”")
            names = [
                fill(line, field=label("field", field), column=visible_controls(column)[:40])
                for field, column in chosen
            ]
            self.columns.setText(translate("Sources", ", ").join(names))
        else:
            self.columns.setText(translate("Sources", "The names of the columns tell which field they give."))
        self.names_button.setVisible(bool(chosen))

    def _offer_kinds(self) -> None:
        none: tuple[object, str] = (_IN_THE_ROW, translate("Sources", "each row names it"))
        self.kind.offer([none, *((one, label("kind", one.value)) for one in Kind)])

    def _on_way(self) -> None:
        folder = self.way.code() is SourceKind.FOLDER
        for widget in self._of_folder:
            widget.setVisible(folder)
        for widget in self._of_mailbox:
            widget.setVisible(not folder)

    def _on_matter(self) -> None:
        petitions = self.matter.code() is Matter.PETITIONS
        for widget in self._of_petitions:
            widget.setVisible(petitions)
        for widget in self._of_comments:
            widget.setVisible(not petitions)

    def _on_folder(self) -> None:
        chosen = self.choose_folder()
        if chosen:
            self.folder.setText(chosen)

    def _ask_folder(self) -> str:
        words = translate("Sources", "Folder of the source")
        return QFileDialog.getExistingDirectory(self, words, self.folder.text())


def _port(typed: str) -> int:
    number = latin_digits(typed).strip()
    if not (number.isascii() and number.isdecimal() and len(number) < 6):
        raise InvalidValueError(field="mail_port", reason="out_of_range", value=digits(typed[:20]))
    return int(number)
