"""The export formats of a comparison, and their content. Runs on a worker thread, without Qt."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop_app.clock import pc_clock
from desktop_app.comparison.digest import EVERYTHING, Showing
from desktop_app.comparison.labelling import flag_name, status_name
from desktop_app.comparison.provenance import Provenance
from desktop_app.comparison.result import Comparison, Flag, ProvisionStatus
from desktop_app.progress import Progress
from desktop_app.wording import digits, fill, translate
from ui.comparison.sources import FilePair, Loaded, RevisionPair, Source
from ui.widgets.comparison_view.changes import ChangeKind, counts
from ui.widgets.comparison_view.reading import ComparisonReading
from ui.widgets.exported import Export

if TYPE_CHECKING:
    from desktop_app.services import ComparisonServices
    from desktop_app.staff.roles import Actor

_ISOLATES = dict.fromkeys(range(0x2066, 0x206A))
#: Characters that are invalid in file names.
_FORBIDDEN = str.maketrans(dict.fromkeys('/\\:*?"<>|', "-"))
_LONGEST_NAME = 80


class ExportFormat(StrEnum):
    """An entry of the export menu."""

    PDF_BOTH = "pdf_both"
    PDF_LIST = "pdf_list"
    PDF_TEXTS = "pdf_texts"
    DOCX = "docx"
    #: With the annotations of both revisions as comments: nothing that may leave the office unasked.
    DOCX_ANNOTATED = "docx_annotated"
    HTML = "html"
    TEXT = "text"
    JSON = "json"

    @property
    def suffix(self) -> str:
        """The file extension, with the dot."""
        if self.value.startswith("pdf"):
            return ".pdf"
        if self is ExportFormat.DOCX_ANNOTATED:
            return ".docx"
        return ".txt" if self is ExportFormat.TEXT else f".{self.value}"


def form_name(form: ExportFormat) -> str:
    """Returns the name of a format in the menu."""
    return {
        ExportFormat.PDF_BOTH: translate("Comparison", "PDF: list of changes, then both texts"),
        ExportFormat.PDF_LIST: translate("Comparison", "PDF: list of changes"),
        ExportFormat.PDF_TEXTS: translate("Comparison", "PDF: both texts side by side"),
        ExportFormat.DOCX: translate("Comparison", "Word with tracked changes"),
        ExportFormat.DOCX_ANNOTATED: translate(
            "Comparison", "Word with tracked changes and annotations, internal"
        ),
        ExportFormat.HTML: translate("Comparison", "Page for a browser (HTML)"),
        ExportFormat.TEXT: translate("Comparison", "Plain text"),
        ExportFormat.JSON: translate("Comparison", "Data for programs (JSON)"),
    }[form]


def kind_of_file(form: ExportFormat) -> str:
    """Returns the name of the file type in the dialog."""
    return {
        ".pdf": translate("Comparison", "PDF files"),
        ".docx": translate("Comparison", "Word documents"),
        ".html": translate("Comparison", "Web pages"),
        ".txt": translate("Comparison", "Text files"),
        ".json": translate("Comparison", "JSON files"),
    }[form.suffix]


@dataclass(frozen=True, slots=True)
class VisibleChanges:
    """The changes that the reader's filter shows, and the names of what it hides."""

    showing: Showing = EVERYTHING
    hidden: tuple[str, ...] = ()


def shown_by(reading: ComparisonReading) -> VisibleChanges:
    """Returns what the reader currently sees, given the filters of kinds and of the reader's marks."""
    wanted = reading.filter
    out = [change for change in reading.changes if not wanted.admits(change)]
    hidden = _kind_names(counts(reading.comparison, (index for change in out for index in change.entries)))
    if not any(change.substantive for change in out):
        return VisibleChanges(Showing(spelling=wanted.orthographic), hidden)
    entries = frozenset(
        index for change in reading.changes if wanted.admits(change) for index in change.entries
    )
    return VisibleChanges(Showing(entries, wanted.orthographic), hidden)


def made(
    loaded: Loaded,
    form: ExportFormat,
    shown: VisibleChanges,
    services: ComparisonServices,
    actor: Actor,
    progress: Progress,
) -> Export:
    """Returns the content of an export. Raises CancelledError.

    JSON contains everything. All other formats name what is hidden.
    """
    comparison = _named(loaded)
    provenance = _provenance(loaded, shown, services, actor.name)
    if form is ExportFormat.JSON:
        from desktop_app.comparison.engine import to_json  # noqa: PLC0415 - rapidfuzz and numpy

        return Export(to_json(comparison, provenance))
    if form is ExportFormat.DOCX:
        return _docx(loaded.source, comparison, provenance, progress)
    if form is ExportFormat.DOCX_ANNOTATED and isinstance(loaded.source, RevisionPair):
        return _annotated(loaded.source, comparison, provenance, services, actor)
    if form is ExportFormat.HTML:
        from desktop_app.comparison.html_output import as_html  # noqa: PLC0415

        return _encoded(as_html(comparison, provenance, showing=shown.showing))
    if form is ExportFormat.TEXT:
        from desktop_app.comparison.outputs import as_text  # noqa: PLC0415

        return _encoded(as_text(comparison, provenance, showing=shown.showing))
    return Export(_pdf(comparison, provenance, form, shown, progress))


def file_name(loaded: Loaded, form: ExportFormat) -> str:
    """Returns a valid file name: «مقایسهٔ نسخهٔ ۲ و نسخهٔ ۳، آیین‌نامه ….pdf»."""
    old, new = _plain(loaded.old.name), _plain(loaded.new.name)
    if isinstance(loaded.source, FilePair):
        name = fill(translate("Comparison", "Comparison of {old} and {new}"), old=old, new=new)
    else:
        name = fill(
            translate("Comparison", "Comparison of {old} and {new}, {title}"),
            old=old,
            new=new,
            title=_plain(loaded.title),
        )
    return name.translate(_FORBIDDEN)[:_LONGEST_NAME].rstrip(" .") + form.suffix


def _encoded(words: str) -> Export:
    return Export(words.encode("utf-8", "backslashreplace"))


def _docx(source: Source, comparison: Comparison, provenance: Provenance, progress: Progress) -> Export:
    """Returns the tracked changes: in the file itself where one was compared."""
    from desktop_app.reports.redline import made_by_reader, redline, tracked_texts  # noqa: PLC0415 - lxml

    if isinstance(source, FilePair):
        found = redline(comparison, provenance, source.old, source.new, made_by_reader(progress))
        return Export(found.data, found.notes)
    return Export(tracked_texts(comparison, provenance))


def _annotated(
    pair: RevisionPair,
    comparison: Comparison,
    provenance: Provenance,
    services: ComparisonServices,
    actor: Actor,
) -> Export:
    assert pair.old is not None
    assert pair.new is not None
    made = services.word_export.tracked(
        actor, comparison, provenance, pair.instrument_id, pair.old, pair.new, annotations=True
    )
    return Export(made)


def offered(source: Source) -> list[ExportFormat]:
    """Returns the formats of the menu: two files have no annotations."""
    alone = isinstance(source, FilePair)
    return [form for form in ExportFormat if form is not ExportFormat.DOCX_ANNOTATED or not alone]


def _pdf(
    comparison: Comparison,
    provenance: Provenance,
    form: ExportFormat,
    shown: VisibleChanges,
    progress: Progress,
) -> bytes:
    from desktop_app.reports.comparison_pdf import Layout, comparison_pdf  # noqa: PLC0415 - reportlab, fonts

    layouts: dict[ExportFormat, Layout] = {
        ExportFormat.PDF_LIST: "list",
        ExportFormat.PDF_TEXTS: "side_by_side",
    }
    return comparison_pdf(
        comparison,
        provenance,
        layout=layouts.get(form, "both"),
        showing=shown.showing,
        progress=progress,
    )


def _named(loaded: Loaded) -> Comparison:
    """Returns the comparison with the names of its sides as on the screen, and plain names for files."""
    found = loaded.comparison
    return replace(
        found,
        old=replace(found.old, name=_plain(loaded.old.name)),
        new=replace(found.new, name=_plain(loaded.new.name)),
    )


def _provenance(loaded: Loaded, shown: VisibleChanges, services: ComparisonServices, who: str) -> Provenance:
    if isinstance(loaded.source, FilePair):
        # Two files need no database, and so no server clock.
        names = (_plain(loaded.old.name), _plain(loaded.new.name))
        title = fill(translate("Comparison", "{first} and {last}"), first=names[0], last=names[1])
        return Provenance(title, pc_clock().now(), who, hidden=shown.hidden)
    with services.database.reading() as session:
        now = services.database.now(session)
    return Provenance(loaded.title, now, who, loaded.old.detail, loaded.new.detail, shown.hidden)


def _kind_names(hidden: Counter[ChangeKind]) -> tuple[str, ...]:
    """Returns the names and counts of the hidden kinds, since a filter may hide only part of a kind."""
    names = {
        ChangeKind.EDITED: status_name(ProvisionStatus.EDITED),
        ChangeKind.INSERTED: status_name(ProvisionStatus.INSERTED),
        ChangeKind.DELETED: status_name(ProvisionStatus.DELETED),
        ChangeKind.MOVED: flag_name(Flag.MOVED),
        ChangeKind.RENUMBERED: flag_name(Flag.RENUMBERED),
        ChangeKind.ORTHOGRAPHIC: status_name(ProvisionStatus.ORTHOGRAPHIC),
        ChangeKind.STALE: translate("Comparison", "stale references"),
    }
    return tuple(f"{name} ({digits(hidden[kind])})" for kind, name in names.items() if hidden[kind])


def _plain(text: str) -> str:
    return text.translate(_ISOLATES)
