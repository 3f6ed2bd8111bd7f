"""Export of the inbox list to a file: the marked petitions, or else the whole list."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout

from desktop_app.reports.lists.table import ListPaper
from desktop_app.wording.labels import label
from ui.petitions.lists.columns import names_of
from ui.petitions.lists.filter_words import whole_sentence
from ui.widgets.list_export import ListExport, Write

if TYPE_CHECKING:
    from desktop_app.progress import Progress
    from desktop_app.services import InboxServices
    from ui.petitions.bulk.marks import Marks
    from ui.petitions.lists.model import PetitionListModel
    from ui.petitions.lists.side import ListSide
    from ui.workplace import Workplace


def list_file(
    workplace: Workplace[InboxServices], side: ListSide, model: PetitionListModel, marks: Marks
) -> ListExport:
    """Creates the export command of the list, and its button beside the views."""

    def work() -> Write | None:
        if not model.outline.total:
            return None
        files, actor, wanted = workplace.services.list_files, workplace.actor, model.wanted
        marked = marks.selection() if marks.count else None
        ids = marked.ids if marked is not None and marked.wanted is None else None

        paper = ListPaper(
            whole_sentence(wanted, side.filter.names()) if ids is None else "",
            ("subject", *names_of(side.table.columns.chosen)),
        )

        def write(target: Path, progress: Progress) -> int:
            return files.petitions(actor, wanted, target, progress, ids, paper)

        return write

    column = side.layout()
    assert isinstance(column, QBoxLayout)
    made = ListExport(side, column, lambda: label("view", model.wanted.view.value), work)
    side.views.offer(made.button)
    return made
