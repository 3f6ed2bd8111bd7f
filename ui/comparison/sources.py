"""The source of a comparison: two revisions of an instrument, or two files outside of the database. Without Qt."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.comparison.result import Comparison
from desktop_app.instruments.drafting.composing import CompositionRow
from desktop_app.instruments.drafting.review_marks import PinRow, ReviewerMark
from desktop_app.instruments.drafting.service import InstrumentDetail, RevisionRow
from desktop_app.persian.dates import day_and_month, short_date, tehran_day
from desktop_app.persian.digits import isolated
from desktop_app.progress import Progress
from desktop_app.wording import translate
from desktop_app.wording.labels import revision_name
from ui.annotations.placed import AnnotatedTexts, PlacedThread, load_threads

if TYPE_CHECKING:
    from desktop_app.services import ComparisonServices
    from desktop_app.staff.roles import Actor


@dataclass(frozen=True, slots=True)
class RevisionPair:
    """Two revisions by number. None is the last one, or the one before `new`."""

    instrument_id: int
    old: int | None = None
    new: int | None = None


@dataclass(frozen=True, slots=True)
class FilePair:
    """Two files on disk."""

    old: Path
    new: Path


Source = RevisionPair | FilePair


@dataclass(frozen=True, slots=True)
class SideInfo:
    """The header of a side: its name, and who wrote it when."""

    name: str
    detail: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """A comparison with everything that the screen shows. `instrument` is None for files."""

    source: Source
    title: str
    comparison: Comparison
    old: SideInfo
    new: SideInfo
    instrument: InstrumentDetail | None = None
    threads: tuple[PlacedThread, ...] = ()
    marks: tuple[ReviewerMark, ...] = ()
    pins: tuple[PinRow, ...] = ()
    composition: CompositionRow | None = None

    @property
    def annotated(self) -> AnnotatedTexts:
        """The texts with their threads."""
        source, pair = self.source, None
        if isinstance(source, RevisionPair) and source.old is not None and source.new is not None:
            pair = (source.instrument_id, source.old, source.new)
        return AnnotatedTexts(self.title, self.comparison, pair, self.threads)


class OneRevisionOnly(Exception):  # noqa: N818 - it is a state of the screen, no error of anybody
    """The instrument has fewer than two revisions, so that there is nothing to compare yet."""

    def __init__(self, detail: InstrumentDetail) -> None:
        super().__init__(detail.row.code)
        self.detail = detail


def load_revisions(
    services: ComparisonServices, actor: Actor, pair: RevisionPair, progress: Progress
) -> Loaded:
    """Compares two revisions, and loads their threads, marks, pins and stored choices.

    Raises `OneRevisionOnly`, `NotFoundError`, `CancelledError`.
    """
    detail = services.drafting.detail(actor, pair.instrument_id)
    if len(detail.revisions) < 2:
        raise OneRevisionOnly(detail)
    new = pair.new if pair.new is not None else detail.revisions[-1].number
    earlier = [row.number for row in detail.revisions if row.number < new]
    old = pair.old if pair.old is not None else (earlier or [detail.revisions[0].number])[-1]
    comparison = services.drafting.compare(pair.instrument_id, old, new, progress=progress)
    by_number = {row.number: row for row in detail.revisions}
    return Loaded(
        RevisionPair(pair.instrument_id, old, new),
        detail.row.title,
        comparison,
        revision_info(by_number[old]),
        revision_info(by_number[new]),
        detail,
        load_threads(services, pair.instrument_id, old, new),
        services.reviewing.marks(pair.instrument_id, old, new),
        services.reviewing.pins(pair.instrument_id, old, new),
        services.composing.current(pair.instrument_id, old, new),
    )


def load_files(pair: FilePair, progress: Progress) -> Loaded:
    """Reads and compares two files. Raises `BadFileError` and `CancelledError`."""
    from desktop_app.comparison.engine import compare_texts  # noqa: PLC0415 - rapidfuzz and numpy, 100 ms
    from desktop_app.documents import read_document  # noqa: PLC0415 - the readers of DOCX and ODT

    progress.report(0, 3)
    old = read_document(pair.old, progress=progress)
    progress.report(1, 3)
    new = read_document(pair.new, progress=progress)
    progress.report(2, 3)
    left_out = tuple(dict.fromkeys((*old.not_compared, *new.not_compared)))
    comparison = compare_texts(
        old.text, new.text, old_name=old.name, new_name=new.name, not_compared=left_out,
        old_parts=old.parts, new_parts=new.parts,
    )  # fmt: skip
    return Loaded(
        pair,
        translate("Comparison", "Two files from disk"),
        comparison,
        SideInfo(isolated(old.name), translate("Comparison", "first file")),
        SideInfo(isolated(new.name), translate("Comparison", "second file")),
    )


def revision_info(row: RevisionRow) -> SideInfo:
    """Returns the header of a revision: «نسخهٔ ۲», «۱۴۰۵/۰۶/۰۱ · حسین مرادی»."""
    when = short_date(tehran_day(row.created_at))
    return SideInfo(revision_name(row.number), translate("Comparison", " · ").join([when, row.author_name]))


def picker_text(row: RevisionRow) -> str:
    """Returns the text of a revision picker: the number and the day."""
    return f"{revision_name(row.number)}  {day_and_month(tehran_day(row.created_at))}"
