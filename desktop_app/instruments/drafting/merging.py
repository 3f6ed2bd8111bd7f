"""Merges two drafts of colleagues against the revision from which both were written, as the next revision."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desktop_app.comparison.labelling import provision_title
from desktop_app.comparison.merge_result import Agreed, Conflict, MergeAnswer, Merged, MergedItem
from desktop_app.comparison.result import Comparison, SideName
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.documents.document import Document, DocumentPart, in_order
from desktop_app.errors import RuleError
from desktop_app.instruments.drafting.revisions import (
    RevisionText,
    last_revision,
    revision_text,
    write_revision,
)
from desktop_app.instruments.drafting.service import InstrumentDetail, detail_of, existing_instrument
from desktop_app.persian.dates import tehran_day
from desktop_app.progress import Progress, SilentProgress
from desktop_app.staff.roles import Actor
from desktop_app.wording import fill, translate

#: Words shown before and after those that are asked, in code points.
AROUND = 80


@dataclass(frozen=True, slots=True)
class DraftText:
    """A draft that is merged: a revision, or a document that a colleague sent. `number` is that of a revision."""

    name: str
    text: str
    parts: tuple[DocumentPart, ...] = ()
    not_compared: tuple[str, ...] = ()
    number: int | None = None

    @classmethod
    def of_revision(cls, revision: RevisionText, name: str) -> DraftText:
        return cls(name, revision.text, revision.parts, revision.not_compared, revision.number)

    @classmethod
    def of_document(cls, document: Document) -> DraftText:
        return cls(document.name, document.text, document.parts, document.not_compared)


@dataclass(frozen=True, slots=True)
class MergeQuestion:
    """A conflict with the name of its provision, and the words of the base around it."""

    conflict: Conflict
    title: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class MergeResult:
    """Two drafts merged against a base."""

    base: DraftText
    first: DraftText
    second: DraftText
    merged: Merged
    questions: tuple[MergeQuestion, ...]

    def text(self, answers: Mapping[int, MergeAnswer]) -> str:
        """Returns the merged text; unanswered questions have the words of the base."""
        return self.merged.text(answers)


class Merging:
    """The service for merging."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def revision(self, instrument_id: int, number: int, name: str) -> DraftText:
        """Returns a revision as a draft. Raises `NotFoundError`."""
        with self._database.reading() as session:
            return DraftText.of_revision(revision_text(session, instrument_id, number), name)

    def merge(
        self, base: DraftText, first: DraftText, second: DraftText, progress: Progress | None = None
    ) -> MergeResult:
        """Merges two drafts. Raises `CancelledError`."""
        from desktop_app.comparison.engine import compare_texts  # noqa: PLC0415 - rapidfuzz and numpy, 100 ms
        from desktop_app.comparison.merging import merged  # noqa: PLC0415

        watched = progress or SilentProgress()
        comparisons = [compare_texts(base.text, one.text, progress=watched) for one in (first, second)]
        made = merged(*comparisons)
        questions = _questions(made, comparisons)
        return MergeResult(base, first, second, made, questions)

    @once
    def save(
        self,
        actor: Actor,
        instrument_id: int,
        result: MergeResult,
        answers: Mapping[int, MergeAnswer],
        summary: str,
    ) -> InstrumentDetail:
        """Adds the merged text as the next revision, whose origin is named.

        Raises `RuleError` while a question is open, or if the last revision is none of the three texts; and the
        errors of `Drafting.add_revision`.
        """
        if any(one.conflict.number not in answers for one in result.questions):
            raise RuleError(rule="merge_has_questions")
        document = merged_document(result, answers)
        with self._database.writing() as session:
            instrument = existing_instrument(session, instrument_id, lock=True)
            last = last_revision(session, instrument_id)
            known = {one.number for one in (result.base, result.first, result.second)}
            if last is not None and last.number not in known:
                raise RuleError(rule="not_the_last_revision")
            write_revision(session, self._database, actor, instrument, document, summary)
            return detail_of(session, actor, instrument, tehran_day(self._database.now(session)))


def merge_summary(result: MergeResult, answers: Mapping[int, MergeAnswer]) -> str:
    """Returns a summary that names the origin of a merged revision, in the current language."""
    origin = fill(
        translate("Composing", "Merged from {first} and {second}, both written from {base}"),
        first=result.first.name, second=result.second.name, base=result.base.name,
    )  # fmt: skip
    if not answers:
        return origin
    asked = fill(translate("Composing", "decided by hand: {n}"), n=len(answers))
    return translate("Composing", "; ").join([origin, asked])


def merged_document(result: MergeResult, answers: Mapping[int, MergeAnswer]) -> Document:
    """Returns the merged text as a document. Its parts beside the text are those that neither draft left out, and
    those that one of them added."""
    text = result.text(answers)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    drafts = (result.base, result.first, result.second)
    left_out = tuple(dict.fromkeys(name for one in drafts for name in one.not_compared))
    name = fill(
        translate("Composing", "Merged from {first} and {second}"),
        first=result.first.name, second=result.second.name,
    )  # fmt: skip
    return Document(name[:200], text, left_out, "txt", digest, _parts(result, text))


def _parts(result: MergeResult, text: str) -> tuple[DocumentPart, ...]:
    if not any(one.parts for one in (result.base, result.first, result.second)):
        return ()
    base = Counter((part.kind, part.text) for part in result.base.parts)
    wanted = Counter((part.kind, part.text) for part in result.first.parts)
    others = Counter((part.kind, part.text) for part in result.second.parts)
    kept = (wanted & others) + (wanted - base) + ((others - base) - (wanted - base))
    made: list[DocumentPart] = []
    for draft in (result.first, result.second):
        places = _places(draft, text)
        for part in draft.parts:
            key = (part.kind, part.text)
            if kept[key] > 0:
                kept[key] -= 1
                at = None if part.at is None else places.get(part.at)
                made.append(DocumentPart(part.kind, at, part.text))
    return tuple(in_order(made))


def _places(draft: DraftText, text: str) -> dict[int, int]:
    """Returns where the references of a draft's parts are in the merged text, as far as their words are there."""
    from desktop_app.comparison.engine import compare_texts  # noqa: PLC0415 - rapidfuzz and numpy, 100 ms
    from desktop_app.comparison.offsets import OffsetMap  # noqa: PLC0415

    shared = OffsetMap(compare_texts(draft.text, text))
    found: dict[int, int] = {}
    for part in draft.parts:
        if part.at:
            for _old, new in shared.kept(part.at - 1, part.at):
                found[part.at] = new[1]
    return found


def _questions(made: Merged, comparisons: Iterable[Comparison]) -> tuple[MergeQuestion, ...]:
    first, second = comparisons
    found: dict[int, MergeQuestion] = {}
    for item in made.items:
        for at, chunk in enumerate(item.chunks):
            if isinstance(chunk, Conflict) and chunk.number not in found:
                before = "".join(one.text for one in item.chunks[:at] if isinstance(one, Agreed))
                after = "".join(one.text for one in item.chunks[at + 1 :] if isinstance(one, Agreed))
                title = _title(item, first, second)
                found[chunk.number] = MergeQuestion(chunk, title, before[-AROUND:], after[:AROUND])
    return tuple(found.values())


def _title(item: MergedItem, first: Comparison, second: Comparison) -> str:
    places: tuple[tuple[Comparison, SideName, tuple[int, int] | None], ...] = (
        (first, "old", item.base), (first, "new", item.first), (second, "new", item.second),
    )  # fmt: skip
    for comparison, side, place in places:
        if place is not None:
            found = comparison.place_at(side, place[0])
            if found is not None:
                return provision_title(found)
    return ""
