"""Writes the tracked changes into the tree of OLD, line by line."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from lxml import etree

from desktop_app.comparison.result import Range
from desktop_app.documents.docx import DocxMain
from desktop_app.documents.docx_styles import W
from desktop_app.documents.docx_trace import TextSource, TracedCell, TracedRow
from desktop_app.reports.comparison_docx.sequence import Concern, TrackedChange
from desktop_app.reports.redline.block_placing import BlockPlacer
from desktop_app.reports.redline.blocks import DocumentLine, table_of
from desktop_app.reports.redline.inline import LineEditor
from desktop_app.reports.redline.marks import (
    Signer,
    delete_content,
    mark_paragraph,
    new_run,
    siblings_after,
)  # fmt: skip
from desktop_app.reports.redline.models import ParagraphModels, look_of_runs
from desktop_app.reports.redline.numbers import ParagraphNumbers
from desktop_app.reports.redline.pairing import LinePairs
from desktop_app.reports.redline.plan import (
    DeleteLine,
    InsertLines,
    InsertRows,
    KeepLine,
    Operation,
    operations,
)
from desktop_app.reports.redline.rows import delete_row, new_row, new_table
from desktop_app.reports.redline.script import EditScript, ScriptStep


class RedlineWriter:
    """Changes the tree of `main` in place. `recast` counts the tables whose columns changed."""

    def __init__(
        self,
        main: DocxMain,
        script: EditScript,
        olds: Sequence[DocumentLine],
        news: Sequence[DocumentLine],
        signer: Signer,
        apart: Collection[int] = (),
    ) -> None:
        """`apart` are lines of NEW that are written as new lines, whatever they share with lines of OLD."""
        self._script, self._olds, self._news, self._signer = script, olds, news, signer
        self._pairs = LinePairs(script, olds, news, apart)
        self._numbers = ParagraphNumbers(main, script.new, _labels(news), _numbered(olds), signer)
        self._models = ParagraphModels(olds, script.old)
        self._placer = BlockPlacer(olds, signer)
        self._recast: dict[Any, None] = {}
        self._rows = {
            (block.table, len(block.row.cells)): block.row for block in olds if block.row is not None
        }

    @property
    def recast(self) -> int:
        return len(self._recast)

    def write(self) -> None:
        todo = list(operations(self._pairs, self._olds, self._news))
        for place, operation in enumerate(todo):
            self._numbers.in_cells = self._is_in_table(operation)
            following = todo[place + 1] if place + 1 < len(todo) else None
            if isinstance(operation, KeepLine):
                self._keep(operation, joined=self._begins_new(following))
            elif isinstance(operation, DeleteLine):
                self._delete(self._olds[operation.old])
            elif isinstance(operation, InsertRows):
                self._insert_rows(operation)
            else:
                self._insert(operation)

    def _is_in_table(self, operation: Operation) -> bool:
        if isinstance(operation, KeepLine):
            return self._olds[operation.old].row is not None
        return isinstance(operation, InsertRows)

    def _begins_new(self, operation: Operation | None) -> bool:
        """Returns whether what follows a line may begin with an insertion."""
        if not isinstance(operation, KeepLine):
            return isinstance(operation, InsertLines)
        new = self._news[operation.new]
        labels = [new.start + label.end for label in new.labels()]
        return any(self._script.is_new(place) for place in (new.start, *labels))

    # Lines of OLD

    def _keep(self, operation: KeepLine, *, joined: bool) -> None:
        old, new = self._olds[operation.old], self._news[operation.new]
        if old.paragraph is not None:
            self._keep_paragraph(old, new, joined=joined)
            self._placer.last = old.paragraph.element
            return
        assert old.row is not None
        cells = new.cells(self._script.new)
        if len(cells) == len(old.row.cells) and operation.new not in self._pairs.apart:
            for cell, place in zip(old.row.cells, cells, strict=True):
                self._keep_cell(old, cell, place)
            return
        if len(cells) != len(old.row.cells):
            self._recast[old.table] = None
        delete_row(old.row.element, self._signer, self._concern_of(old))
        self._placer.put_after(old.row.element, self._row(new, old.row))

    def _keep_paragraph(self, old: DocumentLine, new: DocumentLine, *, joined: bool) -> None:
        line = old.paragraph
        assert line is not None
        texts, news = self._settled(
            _owners(line.sources, [line.element]), old, (old.start, old.end), (new.start, new.end)
        )
        steps = self._script.within(texts, news)
        if joined:
            steps = _apart(steps)
        LineEditor(line.sources, old.start, self._script, self._signer).apply(steps, line.element)

    def _keep_cell(self, row: DocumentLine, cell: TracedCell, new: Range) -> None:
        paragraphs = cell.paragraphs or list(cell.element.iter(f"{W}p"))
        owners = _owners(cell.sources, paragraphs)
        old = row.start + cell.start, row.start + cell.end
        texts, news = self._settled(owners, row, old, new)
        editor = LineEditor(cell.sources, row.start, self._script, self._signer)
        editor.apply(self._script.within(texts, news), paragraphs[-1])

    def _settled(
        self, owners: Sequence[tuple[Any, TextSource | None]], block: DocumentLine, old: Range, new: Range
    ) -> tuple[list[Range], list[Range]]:
        """Settles the automatic numbers of paragraphs; returns the ranges of both texts that are no numbers."""
        olds, news = [], []
        for place, (paragraph, label) in enumerate(owners):
            if label is not None:
                olds.append((block.start + label.start, block.start + label.end))
            elif place:
                self._numbers.passed(paragraph)
                continue
            at = new[0]
            if place and label is not None:
                at = min(max(self._script.new_at(block.start + label.start), at), new[1])
                at += self._script.new.startswith(" ", at)
            length = self._numbers.kept(paragraph, at, new[1], typed=self._is_typed(old, at))
            news.append((at, at + length))
        return _without(old, olds), _without(new, news)

    def _is_typed(self, old: Range, at: int) -> bool:
        """Returns whether an automatic number of NEW, if it has one at this place, is in the text of OLD."""
        length = len(self._numbers.wanted(at))
        steps = self._script.within([old], [(at, at + length)]) if length else []
        return any(
            step.change is TrackedChange.KEPT and not self._script.old[step.old].isspace() for step in steps
        )

    def _delete(self, old: DocumentLine) -> None:
        concern = self._concern_of(old)
        if old.row is not None:
            delete_row(old.row.element, self._signer, concern)
            return
        assert old.paragraph is not None
        paragraph = old.paragraph.element
        delete_content(paragraph, self._signer, concern)
        if paragraph.find(f"{W}pPr/{W}sectPr") is not None:
            return  # the end of a section stays
        following = next(siblings_after(paragraph), None)
        before_paragraph = following is not None and following.tag == f"{W}p"
        if before_paragraph or not self._placer.join_last(paragraph, following, concern):
            mark_paragraph(paragraph, self._signer.element("del", concern))

    # Lines of NEW

    def _insert(self, operation: InsertLines) -> None:
        made: list[Any] = []
        for table, run in groupby(operation.news, lambda new: self._news[new].row and self._news[new].table):
            lines = [self._news[new] for new in run]
            made += (
                [self._table(lines)]
                if table is not None
                else [self._new_paragraph(block, operation.before) for block in lines]
            )
        self._placer.put(made, operation.before)

    def _new_paragraph(self, block: DocumentLine, before: int) -> Any:
        concern = self._concern_of_new(block)
        made = etree.Element(f"{W}p")
        models = self._models.for_line(block, self._script.new, before)
        like = None if block.paragraph is None else block.paragraph.element
        length, model = self._numbers.inserted(made, block.start, block.end, models, like)
        self._write_new(made, (block.start + length, block.end), model)
        mark_paragraph(made, self._signer.element("ins", concern))
        return made

    def _write_new(self, paragraph: Any, place: Range, model: Any | None) -> None:
        for step in self._script.within([], [place]):
            change = self._signer.element("ins", step.concern)
            text = self._script.new[step.new : step.new + step.length]
            change.append(new_run(text, look_of_runs(model)))
            paragraph.append(change)

    # Rows of NEW

    def _insert_rows(self, operation: InsertRows) -> None:
        beside = self._olds[operation.beside]
        assert beside.row is not None
        rows = [self._row(self._news[new], beside.row) for new in operation.news]
        for row in rows:
            if operation.below:
                self._placer.put_after(beside.row.element, row)
            else:
                beside.row.element.addprevious(row)

    def _row(self, block: DocumentLine, beside: TracedRow | None) -> Any:
        cells = block.cells(self._script.new)
        model = beside if beside is None else self._model_row(beside, len(cells))
        return new_row(model, cells, block.row, self._signer, self._concern_of_new(block), self._fill)

    def _model_row(self, beside: TracedRow, cells: int) -> TracedRow:
        """Returns a row of the same table with so many cells, or `beside`."""
        if len(beside.cells) == cells:
            return beside
        return self._rows.get((table_of(beside.element), cells), beside)

    def _fill(self, paragraph: Any, place: Range, model: Any | None, like: Any | None) -> None:
        models = [model] if model is not None else []
        length, found = self._numbers.inserted(paragraph, place[0], place[1], models, like)
        self._write_new(paragraph, (place[0] + length, place[1]), found)

    def _table(self, lines: Sequence[DocumentLine]) -> Any:
        model = next(iter(self._rows.values()), None)
        self._numbers.in_cells = True
        rows = [self._row(block, model) for block in lines]
        self._numbers.in_cells = False
        return new_table(table_of(model.element) if model is not None else None, rows)

    def _concern_of(self, block: DocumentLine) -> Concern:
        return _concern(self._script.within([(block.start, block.end)], []))

    def _concern_of_new(self, block: DocumentLine) -> Concern:
        return _concern(self._script.within([], [(block.start, block.end)]))


def _labels(news: Sequence[DocumentLine]) -> Mapping[int, str] | None:
    """Returns the automatic numbers of NEW by their places; None where NEW has no mark-up."""
    if not any(block.line is not None for block in news):
        return None
    return {
        block.start + label.start: block.line.text[label.start : label.end]
        for block in news
        if block.line is not None
        for label in block.labels()
    }


def _numbered(olds: Sequence[DocumentLine]) -> Iterator[Any]:
    for block in olds:
        for label in block.labels():
            yield label.element


def _owners(sources: Sequence[TextSource], paragraphs: Sequence[Any]) -> list[tuple[Any, TextSource | None]]:
    """Returns the paragraphs, each with its automatic number if it has one."""
    labels = {one.element: one for one in sources if one.element.tag == f"{W}p"}
    return [(one, labels.get(one)) for one in dict.fromkeys([*paragraphs, *labels])]


def _without(whole: Range, parts: Sequence[Range]) -> list[Range]:
    found, at = [], whole[0]
    for start, end in sorted(parts):
        if at < start:
            found.append((at, start))
        at = max(at, end)
    return [*found, (at, whole[1])] if at < whole[1] else found


def _apart(steps: list[ScriptStep]) -> list[ScriptStep]:
    """Ends a line whose end is inserted with a deletion, by replacing its last kept character.

    LibreOffice joins two insertions with only the end of a line between them, and rejects that end with them.
    """
    if len(steps) < 2 or steps[-1].change is not TrackedChange.INSERTED:
        return steps
    last = steps[-1]
    before = steps[-2]
    if before.change is TrackedChange.DELETED:
        return [*steps[:-2], last._replace(old=before.old), before]
    if before.change is not TrackedChange.KEPT:
        return steps
    cut = before.length - 1
    again = ScriptStep(
        TrackedChange.INSERTED, before.old + cut, before.new + cut, 1 + last.length, last.concern
    )
    gone = ScriptStep(TrackedChange.DELETED, before.old + cut, before.new + cut, 1, last.concern)
    return [*steps[:-2], *([before._replace(length=cut)] if cut else []), again, gone]


def _concern(steps: Sequence[ScriptStep]) -> Concern:
    return next((step.concern for step in steps if step.change is not TrackedChange.KEPT), Concern.WORDS)
