"""A comparison as tracked changes in the DOCX of OLD: its styles, tables, numbering, margins and notes stay.

Accepting all gives the text, tables and numbers of NEW, rejecting all gives OLD. Without such a file, the document
is made from the texts alone (`desktop_app.reports.comparison_docx`). Only `making` parses foreign files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop_app.comparison.provenance import Provenance
from desktop_app.comparison.result import Comparison
from desktop_app.documents.faults import DOCUMENT_LIMIT, read_bytes, refusal
from desktop_app.documents.reading import FORMATS
from desktop_app.errors import BadFileError
from desktop_app.foreign.faults import ReaderFault
from desktop_app.foreign.limited import itself_limited
from desktop_app.foreign.reader import READER
from desktop_app.progress import Progress
from desktop_app.reports.comparison_docx import comparison_docx
from desktop_app.reports.comparison_docx.markup import Signature
from desktop_app.reports.comparison_docx.package import packed
from desktop_app.reports.comparison_docx.text_blocks import has_table, text_blocks
from desktop_app.reports.redline.order import RedlineMade, RedlineOrder, packed_order
from desktop_app.reports.redline.script import packed_pieces
from desktop_app.wording import fill, translate
from desktop_app.wording.errors import error_sentence

__all__ = ["Redline", "made_by_reader", "made_here", "redline", "tracked_texts"]

#: Makes the redline in the file OLD; the second is NEW if it is a DOCX.
Maker = Callable[[RedlineOrder, Path, Path | None], RedlineMade]


@dataclass(frozen=True, slots=True)
class Redline:
    """A DOCX with tracked changes, and sentences about what it could not take over."""

    data: bytes
    notes: tuple[str, ...] = ()


def tracked_texts(comparison: Comparison, provenance: Provenance) -> bytes:
    """Returns the tracked changes in a document of this program; rows of a table are rows of a real one.

    Both documents are made with their tables, and the changes are tracked in that of OLD.
    """
    if not any(has_table(text) for text in (comparison.old.text, comparison.new.text)):
        return comparison_docx(comparison, provenance)
    from desktop_app.reports.redline.making import make_redline  # noqa: PLC0415 - the parsers

    old, new = (
        packed(text_blocks(text), comparison, provenance)
        for text in (comparison.old.text, comparison.new.text)
    )
    made = make_redline(_order(comparison, provenance), old, new)
    return made.data or comparison_docx(comparison, provenance)


def _order(comparison: Comparison, provenance: Provenance) -> RedlineOrder:
    signature = Signature.of(provenance)
    return RedlineOrder(
        comparison.old.text, comparison.new.text, packed_pieces(comparison),
        {concern.value: name for concern, name in signature.authors.items()}, signature.date,
    )  # fmt: skip


def redline(comparison: Comparison, provenance: Provenance, old: Path, new: Path, make: Maker) -> Redline:
    """Returns the redline of two files that were compared. Raises CancelledError."""
    if not _is_docx(old):
        return Redline(tracked_texts(comparison, provenance))
    try:
        made = make(_order(comparison, provenance), old, new if _is_docx(new) else None)
    except BadFileError as error:
        return Redline(tracked_texts(comparison, provenance), (error_sentence(error), _from_texts()))
    if not made.data:
        sentence = translate("Comparison", "The changes could not be tracked in “{name}” itself.")
        return Redline(
            tracked_texts(comparison, provenance), (fill(sentence, name=comparison.old.name), _from_texts())
        )
    return Redline(made.data, tuple(_notes(made, comparison)))


def made_here(order: RedlineOrder, old: Path, new: Path | None) -> RedlineMade:
    """Makes the redline in this process, which limits itself meanwhile. Raises `BadFileError`."""
    from desktop_app.reports.redline.making import make_redline  # noqa: PLC0415 - the parsers

    files = read_bytes(old, DOCUMENT_LIMIT), None if new is None else read_bytes(new, DOCUMENT_LIMIT)
    with itself_limited(old.name):
        return make_redline(order, *files, old.name)


def made_by_reader(progress: Progress) -> Maker:
    """Returns a maker that lets the process for foreign files do the work."""

    def make(order: RedlineOrder, old: Path, new: Path | None) -> RedlineMade:
        parts = [
            read_bytes(old, DOCUMENT_LIMIT),
            b"" if new is None else read_bytes(new, DOCUMENT_LIMIT),
            packed_order(order),
        ]
        with READER.batch() as batch:
            read = batch.ask(
                "redline", old.name, b"".join(parts), progress, sizes=[len(part) for part in parts]
            )
        try:
            told = {key: int(read.words[key]) for key in ("recast", "accepted", "macros")}
        except (KeyError, TypeError, ValueError) as error:
            raise refusal(old.name, ReaderFault.READER_CRASHED) from error
        return RedlineMade(read.data, told["recast"], bool(told["accepted"]), bool(told["macros"]))

    return make


def _is_docx(path: Path) -> bool:
    return FORMATS.get(path.suffix.lower()) == "docx"


def _from_texts() -> str:
    return translate("Comparison", "The document was made from the two texts alone.")


def _notes(made: RedlineMade, comparison: Comparison) -> Iterator[str]:
    beside = sum(any(comparison.entries[at].part for at in change) for change in comparison.changes)
    if beside:
        yield fill(
            translate(
                "Comparison",
                "{n} changes of footnotes, comments, headers and footers are not tracked in the file; the comparison "
                "shows them.",
            ),
            n=beside,
        )
    if made.recast:
        yield fill(
            translate(
                "Comparison",
                "Columns changed in {n} tables: their rows are marked as deleted and inserted, because columns "
                "cannot be tracked.",
            ),
            n=made.recast,
        )
    if made.accepted:
        yield translate("Comparison", "Changes that the older file already tracked were accepted first.")
    if made.macros:
        yield translate("Comparison", "Macros of the older file were left out.")
