"""Revisions as Word documents: plain or with tracked changes, and with annotations only where they are asked for.

Annotations are internal: without them, nothing of a thread is in the file, not even its ids.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop_app.comparison.provenance import Provenance
from desktop_app.comparison.result import Comparison
from desktop_app.database.engine import Database
from desktop_app.documents.word_order import CommentOrder
from desktop_app.errors import RuleError
from desktop_app.instruments.annotations.service import Annotations
from desktop_app.instruments.annotations.word_form import comment_order, is_text_of
from desktop_app.instruments.drafting.service import Drafting
from desktop_app.reports.lists.events import ExportEvents
from desktop_app.staff.roles import Actor
from desktop_app.wording.labels import revision_name

if TYPE_CHECKING:
    from desktop_app.reports.redline import Redline

DOCX: Final = ".docx"
#: The name of an export with annotations in the history.
_KEY: Final = "annotated_revision"


class WordExport:
    """The use cases of documents that go to Word."""

    def __init__(self, database: Database) -> None:
        self._drafting, self._annotations = Drafting(database), Annotations(database)
        self._events = ExportEvents(database)

    def revision(self, actor: Actor, instrument_id: int, number: int, *, annotations: bool = False) -> bytes:
        """Returns a revision as DOCX. An export with annotations is an event. Raises `NotFoundError`."""
        from desktop_app.reports.revision_docx import RevisionHead, revision_docx  # noqa: PLC0415 - lxml

        row = self._drafting.detail(actor, instrument_id).row
        head = RevisionHead(row.code, row.title, self._drafting.now(), actor.name)
        revision = self._drafting.revision(instrument_id, number)
        order = self.order(actor, instrument_id, number) if annotations else None
        made = revision_docx(revision, head, order)
        if order is not None:
            self._events.record(actor, _KEY, len(order.threads), DOCX)
        return made

    def changes(
        self, actor: Actor, instrument_id: int, old: int, new: int, *, annotations: bool = False
    ) -> bytes:
        """Returns the tracked changes between two revisions as DOCX. Raises `NotFoundError`."""
        comparison = self._drafting.compare(instrument_id, old, new)
        comparison = replace(
            comparison,
            old=replace(comparison.old, name=revision_name(old)),
            new=replace(comparison.new, name=revision_name(new)),
        )
        title = self._drafting.detail(actor, instrument_id).row.title
        provenance = Provenance(title, self._drafting.now(), actor.name)
        return self.tracked(actor, comparison, provenance, instrument_id, old, new, annotations=annotations)

    def tracked(
        self,
        actor: Actor,
        comparison: Comparison,
        provenance: Provenance,
        instrument_id: int,
        old: int,
        new: int,
        *,
        annotations: bool = False,
    ) -> bytes:
        """Returns a comparison of two revisions as DOCX with tracked changes."""
        from desktop_app.reports.redline import tracked_texts  # noqa: PLC0415 - lxml

        made = tracked_texts(comparison, provenance)
        if not annotations:
            return made
        return self.commented(actor, made, self.order(actor, instrument_id, new, old))

    def in_original(
        self,
        actor: Actor,
        instrument_id: int,
        old: int,
        new: int,
        original: Path,
        *,
        annotations: bool = False,
    ) -> Redline:
        """Returns the tracked changes between two revisions in the file of the older one; see `redline`.

        Raises `BadFileError`; `RuleError` if the file has another text than the older revision.
        """
        from desktop_app.comparison.engine import compare_texts  # noqa: PLC0415 - rapidfuzz and numpy
        from desktop_app.documents.reading import read_here  # noqa: PLC0415
        from desktop_app.foreign.limited import itself_limited  # noqa: PLC0415
        from desktop_app.reports.redline import Redline, made_here, redline  # noqa: PLC0415

        older, newer = (self._drafting.revision(instrument_id, number) for number in (old, new))
        document = read_here(original)
        if not is_text_of(document.text, older.text):
            raise RuleError(rule="file_of_another_revision")
        comparison = compare_texts(
            document.text, newer.text, old_name=document.name, new_name=revision_name(new)
        )
        title = self._drafting.detail(actor, instrument_id).row.title
        made = redline(
            comparison, Provenance(title, self._drafting.now(), actor.name), original, Path(), made_here
        )
        if not annotations:
            return made
        order = self.order(actor, instrument_id, new, old)
        with itself_limited(original.name):
            return Redline(self.commented(actor, made.data, order), made.notes)

    def commented(self, actor: Actor, data: bytes, order: CommentOrder) -> bytes:
        """Returns a document of the program with the threads of `order` as comments, which is an event."""
        from desktop_app.reports.word_comments.writing import commented  # noqa: PLC0415 - lxml

        made = commented(data, order)
        self._events.record(actor, _KEY, len(order.threads), DOCX)
        return made

    def order(self, actor: Actor, instrument_id: int, number: int, since: int | None = None) -> CommentOrder:
        """Returns the threads of a revision, and those of an older one, as they go into a document."""
        code = self._drafting.detail(actor, instrument_id).row.code
        newer = self._drafting.revision(instrument_id, number)
        threads = self._annotations.on_revision(instrument_id, number)
        if since is None:
            return comment_order(code, newer, threads)
        older = self._drafting.revision(instrument_id, since)
        return comment_order(code, newer, threads, older, self._annotations.on_revision(instrument_id, since))
