"""The catalogue of subjects: services, documents, news items; entered one by one or imported from a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QFileDialog, QWidget

from desktop_app.intake.imports import catalogue as subjects
from desktop_app.intake.imports.catalogue import ListImported
from desktop_app.office.services import SubjectKind
from desktop_app.persian.digits import isolated
from desktop_app.progress import Progress
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label
from desktop_app.wording.row_faults import row_fault_sentence
from ui import jobs
from ui.actions import make_action
from ui.administration.roster_panel import RosterPanel
from ui.widgets.button import Button
from ui.widgets.plain import PlainLabel
from ui.widgets.roster import RosterRow
from ui.widgets.segmented import Segmented
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from desktop_app.office.services import ServiceRow
    from desktop_app.services import AdministrationServices
    from ui.workplace import Workplace


class ServicesPanel(RosterPanel["ServiceRow", "tuple[ServiceRow, ...]"]):
    """The catalogue of services and subjects."""

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(workplace, translate("Catalogue", "What petitions are about"), parent)
        self.ask_file: Callable[[], str] = self._ask_file
        self.kind = Segmented([(kind.value, label("about_kind", kind.value)) for kind in SubjectKind])
        self.kind.setAccessibleName(translate("Catalogue", "Kind"))
        self.name = TextField(translate("Catalogue", "Name or title"))
        self.code = TextField(translate("Catalogue", "Code"), latin=True)
        self.active = QCheckBox(translate("Catalogue", "Is offered"))
        for field in (self.name, self.code):
            field.returnPressed.connect(self.save)
        self.form.labelled(translate("Catalogue", "Kind"), self.kind)
        self.form.labelled(translate("Catalogue", "Name or title"), self.name)
        hint = translate(
            "Catalogue", "Its number in the national catalogue of services, or the office's own."
        )
        self.form.labelled(translate("Catalogue", "Code"), self.code, hint)
        self.form.column.addWidget(self.active)
        self.form.buttons(self.save_button)
        words = translate("Catalogue", "Take in a list…")
        self.import_action = make_action(self, words, self.import_list, key="Ctrl+I", icon="ph.upload-simple")
        self.import_button = Button.of(self.import_action, writes=True)
        hint = translate(
            "Catalogue",
            "An Excel or CSV file with a title in each row, and its number and kind where there are columns for them."
            " Rows that name no kind are of the kind chosen above.",
        )
        self.form.column.insertWidget(self.form.column.count() - 1, self.import_button)
        self.form.column.insertWidget(
            self.form.column.count() - 1, PlainLabel(hint, "header", "text2", wrap=True)
        )
        nothing = (
            translate("Catalogue", "Nothing is entered yet"),
            translate(
                "Catalogue", "“Add” enters the first, “Take in a list” many: a petition can be about it."
            ),
        )
        self.refusals.know({"service_name": self.name, "service_code": self.code, "service": self.name})
        self._complete(translate("Catalogue", "Name or code"), nothing)

    def _reader(self) -> Callable[[], tuple[ServiceRow, ...]]:
        return self._workplace.services.catalogue.all

    def _rows_of(self, read: tuple[ServiceRow, ...]) -> tuple[ServiceRow, ...]:
        return read

    def _roster_row(self, row: ServiceRow) -> RosterRow:
        return RosterRow(row.id, row.name, _about(row), row.active)

    def _fill(self, row: ServiceRow) -> None:
        self._heading.setText(row.name)
        self.name.setText(row.name)
        self.code.setText(row.number)
        self.kind.choose(row.kind.value)
        self.active.setChecked(row.active)
        self.active.show()

    def _clear(self) -> None:
        self._heading.setText(translate("Catalogue", "New service"))
        self.name.clear()
        self.code.clear()
        self.active.setChecked(True)
        self.active.hide()
        self.name.setFocus()

    def save(self) -> None:
        """Adds the entry, or saves changes to the current one."""
        before = self._shown
        code, name, active = self.code.text(), self.name.text(), self.active.isChecked()
        kind = SubjectKind(self.kind.value())
        if before is None:
            catalogue, actor = self._workplace.services.catalogue, self._workplace.actor
            self._store(lambda: catalogue.add(actor, code, name, kind))
        else:
            self._change(before, code, name, active, kind)

    def _change(self, before: ServiceRow, code: str, name: str, active: bool, kind: SubjectKind) -> None:
        catalogue, actor = self._workplace.services.catalogue, self._workplace.actor
        self._store(
            lambda: catalogue.change(
                actor, before.id, before.version, code=code, name=name, active=active, kind=kind
            ),
            lambda now: self._change(now, before.code, before.name, before.active, before.kind),
        )

    def _saved_words(self, row: ServiceRow) -> str:
        return fill(translate("Catalogue", "“{name}” was saved."), name=row.name)

    def import_list(self) -> None:
        """Asks for a file and imports it."""
        name = self.ask_file()
        if not name:
            return
        services, actor, kind = (
            self._workplace.services,
            self._workplace.actor,
            SubjectKind(self.kind.value()),
        )

        def work(progress: Progress) -> ListImported:
            return subjects.run(services, actor, subjects.plan(Path(name)), kind, progress=progress)

        self.import_button.setEnabled(False)
        jobs.run(self, work, self._on_imported, self._on_refused, progress=lambda _done, _total: None)

    def _ask_file(self) -> str:
        title = translate("Catalogue", "Take in a list")
        kinds = translate("Catalogue", "Lists")
        return QFileDialog.getOpenFileName(self, title, "", f"{kinds} (*.xlsx *.csv *.txt *.tsv)")[0]

    def _on_imported(self, done: ListImported) -> None:
        self.import_button.setEnabled(True)
        words = translate(
            "Catalogue", "The list was taken in: {added} new, {changed} changed, {same} there already."
        )
        taken = done.taken
        words = fill(words, added=taken.added, changed=taken.changed, same=taken.same)
        if done.rejected:
            left = translate("Catalogue", "{words} {count} rows could not be read; the first: {fault}")
            words = fill(
                left, words=words, count=len(done.rejected), fault=row_fault_sentence(done.rejected[0])
            )
        self.done.emit(words, None)
        self.refresh()

    def _on_refused(self, error: Exception) -> None:
        self.import_button.setEnabled(True)
        super()._on_refused(error)


def _about(row: ServiceRow) -> str:
    kind = label("about_kind", row.kind.value)
    if not row.number:
        return kind
    words = translate("Catalogue", "{kind}, number {number}")
    return fill(words, kind=kind, number=isolated(digits(row.number)))
