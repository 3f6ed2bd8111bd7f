"""Creates the publishing package: asks for a folder, writes it on a worker, and reports its location."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.instruments.drafting.service import InstrumentRow
from desktop_app.progress import Progress
from desktop_app.staff.roles import Actor
from desktop_app.wording import translate
from desktop_app.wording.letters import without_logo_words
from ui.widgets.export_work import ExportWork, documents_folder

if TYPE_CHECKING:
    from desktop_app.services import InstrumentsServices

AskFolder = Callable[[QWidget, Path], Path | None]


def ask_folder(owner: QWidget, suggested: Path) -> Path | None:
    """Asks for a folder by the system's dialog; returns None if it was cancelled."""
    title = translate("Life", "Folder for the package")
    name = QFileDialog.getExistingDirectory(owner, title, str(suggested))
    return Path(name) if name else None


def pack(
    owner: QWidget,
    work: ExportWork,
    services: InstrumentsServices,
    actor: Actor,
    row: InstrumentRow,
    ask: AskFolder = ask_folder,
) -> None:
    """Writes the package of an instrument into a subfolder of the selected folder, named by its code."""
    chosen = ask(owner, documents_folder())
    if chosen is None:
        return
    target = chosen / row.code

    def make(progress: Progress) -> tuple[Path, bool]:
        from desktop_app.reports.publishing import (  # noqa: PLC0415 - reportlab, fonts
            manifest_digest,
            package_files,
            write_package,
        )

        del progress
        office = services.office
        publication = services.publications.of(row.id)
        outcome = services.comment_outcomes.frozen(row.id)
        files = package_files(publication, office.settings(), office.logo(), outcome)
        write_package(files, target)
        services.publications.note_package(actor, row.id, manifest_digest(files))
        return target, office.logo_is_broken()

    def told(made: tuple[Path, bool]) -> None:
        folder, without_logo = made
        work.show_written(folder / "index.html", folder)
        if without_logo:
            work.bar.show_note(without_logo_words())

    work.begin(
        translate("Life", "Making the publishing package…"),
        make,
        told,
    )
