"""Writes the changes of a line into the runs from which its text comes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, Final

from desktop_app.documents.docx_styles import W
from desktop_app.documents.docx_trace import TextSource
from desktop_app.reports.comparison_docx.sequence import Concern, TrackedChange
from desktop_app.reports.redline.fields import WholeField, fields_of
from desktop_app.reports.redline.marks import (
    Signer,
    mark_paragraph,
    new_run,
    siblings_after,
    wrap_deleted,
)
from desktop_app.reports.redline.runs import RUN, TEXT, RunEdit, RunWriter, whole_edits
from desktop_app.reports.redline.script import EditScript, ScriptStep

_NOTES: Final = ("footnoteReference", "endnoteReference")


class LineEditor:
    """Edits one line or one cell. `sources` count from `start`, an offset of OLD."""

    def __init__(self, sources: Sequence[TextSource], start: int, script: EditScript, signer: Signer) -> None:
        self._sources = [
            one._replace(start=one.start + start, end=one.end + start)
            for one in sources
            if one.element.tag != f"{W}p"
        ]
        self._starts = [one.start for one in self._sources]
        self._old, self._new, self._signer = script.old, script.new, signer
        self._edits: dict[Any, list[RunEdit]] = defaultdict(list)
        self._joins: list[tuple[Any, Any, Concern]] = []
        self._left: Counter[Any] = Counter()

    def apply(self, steps: Sequence[ScriptStep], paragraph: Any) -> None:
        """Writes the steps. Text goes to the end of `paragraph` where the line has none."""
        for source in self._sources:
            self._left[_paragraph_of(source.element)] += source.end - source.start
        for step in self._without_borders(steps):
            if step.change is TrackedChange.DELETED:
                self._delete(step)
            elif step.change is TrackedChange.INSERTED:
                text = self._new[step.new : step.new + step.length]
                self._insert(step.old, text, step.concern, paragraph)
        self._join()
        for field, run in self._edited_fields().items():
            self._edit_field(field, run)
        by_run: dict[Any, dict[Any, list[RunEdit]]] = defaultdict(dict)
        for element, edits in self._edits.items():
            unit = _unit(element)
            holder = unit.getparent() if unit.getparent().tag == RUN else unit
            by_run[holder][unit] = edits if element.tag == TEXT else whole_edits(element, edits)
        for holder, units in by_run.items():
            if holder.tag == RUN:
                RunWriter(holder, self._signer).write(units)
            else:
                self._beside(holder, units[holder])

    def _edited_fields(self) -> dict[WholeField, list[TextSource]]:
        """Returns the fields with edits in their results, and all the sources of these."""
        fields: dict[Any, WholeField] = {}
        for paragraph in dict.fromkeys(map(_paragraph_of, self._edits)):
            fields |= fields_of(paragraph)
        edited = {fields.get(_unit(element).getparent()) for element in self._edits} if fields else set()
        found: dict[WholeField, list[TextSource]] = {}
        for source in self._sources if edited - {None} else ():
            field = fields.get(_unit(source.element).getparent())
            if field is not None and field in edited:
                found.setdefault(field, []).append(source)
        return found

    def _edit_field(self, field: WholeField, sources: Sequence[TextSource]) -> None:
        """Deletes a field whose result changes, and inserts the new result. What follows it stays no part of it."""
        last = sources[-1]
        after = last.offset + last.end - last.start
        edits = self._edits[last.element]
        look = _unit(last.element).getparent().find(f"{W}rPr")
        behind = [edit for edit in edits if edit.text and edit.start == after and edits[-1].text]
        self._edits[last.element] = [edit for edit in edits if edit not in behind]
        changed = [edit for source in sources for edit in self._edits.get(source.element, ())]
        if changed and field.computed:
            behind = [RunEdit(0, 0, self._result(sources), changed[0].concern), *behind]
            field.delete(self._signer, changed[0].concern)
            for source in sources:
                self._edits.pop(source.element, None)
        elif not self._edits[last.element]:
            del self._edits[last.element]
        for edit in reversed(behind):
            if edit.text:
                change = self._signer.element("ins", edit.concern)
                change.append(new_run(edit.text, look))
                field.follow(change)

    def _result(self, sources: Sequence[TextSource]) -> str:
        """Returns what NEW has in place of the result of a field."""
        words = ""
        for source in sources:
            text, at = self._old[source.start : source.end], 0
            for edit in self._edits.get(source.element, ()):
                words += text[at : edit.start - source.offset] + edit.text
                at = edit.end - source.offset
            words += text[at:]
        return words

    def _delete(self, step: ScriptStep) -> None:
        end, reached = step.old + step.length, step.old
        last: TextSource | None = None
        for place in range(max(0, bisect_right(self._starts, step.old) - 1), len(self._sources)):
            source = self._sources[place]
            if source.start >= end:
                break
            if source.end <= step.old:
                continue
            if source.start > reached:
                self._meet(source, step.concern)
            first = max(step.old, source.start) - source.start + source.offset
            if last is not None and last.element is source.element:
                first = last.end - last.start + last.offset  # with the white space that a cell does not show
            until = min(end, source.end) - source.start + source.offset
            self._edits[source.element].append(RunEdit(first, until, "", step.concern))
            self._left[_paragraph_of(source.element)] -= min(end, source.end) - max(step.old, source.start)
            reached, last = source.end, source
        place = bisect_left(self._starts, end)
        if reached < end and place < len(self._sources):
            self._meet(self._sources[place], step.concern)

    def _meet(self, later: TextSource, concern: Concern) -> None:
        """Notes that the space between two paragraphs of a cell is deleted, which is in no run."""
        here = _paragraph_of(later.element)
        before = next(here.itersiblings(preceding=True), None)
        if before is not None and before.tag == f"{W}p" and next(siblings_after(before), None) is here:
            self._joins.append((before, here, concern))

    def _join(self) -> None:
        """Deletes the marks of paragraphs of a cell that are empty now, or that became one."""
        for before, here, concern in self._joins:
            if not self._left[before] or self._left[here]:
                mark_paragraph(before, self._signer.element("del", concern))
            elif next(siblings_after(here), None) is not None:
                mark_paragraph(here, self._signer.element("del", concern))

    def _without_borders(self, steps: Sequence[ScriptStep]) -> Iterator[ScriptStep]:
        """Yields the steps; a space between two paragraphs of a cell is not replaced by a space."""
        found = list(steps)
        for at, (gone, come) in enumerate(pairwise(steps)):
            changes = gone.change, come.change
            spaces = self._old.startswith(" ", gone.old) and self._new.startswith(" ", come.new)
            replaced = changes == (TrackedChange.DELETED, TrackedChange.INSERTED)
            if replaced and spaces and not self._has_source(gone.old):
                found[at] = gone._replace(old=gone.old + 1, length=gone.length - 1)
                found[at + 1] = come._replace(new=come.new + 1, length=come.length - 1)
        return (step for step in found if step.length)

    def _has_source(self, place: int) -> bool:
        at = bisect_right(self._starts, place) - 1
        return at >= 0 and place < self._sources[at].end

    def _insert(self, at: int, text: str, concern: Concern, paragraph: Any) -> None:
        source = self._neighbour(at, text)
        if source is None:
            change = self._signer.element("ins", concern)
            change.append(new_run(text, _mark_look(paragraph)))
            paragraph.append(change)
            return
        if at > source.end and text.endswith(" ") and self._old.startswith(" ", source.end):
            text = f" {text[:-1]}"  # the space before it is the end of a paragraph of the cell
        place = min(max(at, source.start), source.end) - source.start + source.offset
        self._left[_paragraph_of(source.element)] += len(text)
        self._edits[source.element].append(RunEdit(place, place, text, concern))

    def _neighbour(self, at: int, text: str) -> TextSource | None:
        """Returns the source before a place, or the one after it where a line or a paragraph of a cell begins.

        A new word comes after a note that belongs to the word before.
        """
        place = bisect_left(self._starts, at)
        before = self._sources[place - 1] if place else None
        after = self._sources[place] if place < len(self._sources) else None
        if before is not None and before.end < at and not text.endswith(" "):
            return after or before
        if before is None or after is None or after.start != at:
            return before or after
        return after if before.end < at or (text[0].isspace() and _has_note(before.element)) else before

    def _beside(self, formula: Any, edits: Sequence[RunEdit]) -> None:
        for edit in reversed(edits):
            if edit.text:
                change = self._signer.element("ins", edit.concern)
                change.append(new_run(edit.text, None))
                (formula.addnext if edit.start else formula.addprevious)(change)
            else:
                wrap_deleted(formula, self._signer.element("del", edit.concern))
                formula = formula.getparent()


def _unit(element: Any) -> Any:
    """Returns the child of a run that contains `element`, or the outermost formula."""
    inside = element
    for above in element.iterancestors():
        if above.tag == RUN:
            return inside
        if above.tag == f"{W}p":
            break
        inside = above
    return element


def _has_note(element: Any) -> bool:
    """Returns whether the reference of a note follows an element."""
    following = _unit(element).getparent().getnext()
    return following is not None and any(following.find(f"{W}{tag}") is not None for tag in _NOTES)


def _paragraph_of(element: Any) -> Any:
    return next(element.iterancestors(f"{W}p"))


def _mark_look(paragraph: Any) -> Any | None:
    return paragraph.find(f"{W}pPr/{W}rPr")
