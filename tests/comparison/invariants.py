"""What holds for every comparison, whatever the texts."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.comparison.beside_body import in_text_order
from desktop_app.comparison.result import Comparison, Flag, Op, ProvisionStatus, Range


def check(comparison: Comparison) -> None:
    """Asserts every invariant of the contract on one result."""
    old, new = comparison.old.text, comparison.new.text
    _tiles(old, [(entry.old.start, entry.old.end) for entry in comparison.entries if entry.old])
    _tiles(new, [(entry.new.start, entry.new.end) for entry in comparison.entries if entry.new])
    ordered = in_text_order(comparison.entries)
    starts = [entry.new.start for entry in ordered if entry.new]
    assert starts == sorted(starts), "entries do not stand in the order of NEW"
    for entry in comparison.entries:
        if entry.old is None or entry.new is None:
            assert entry.spans == ()
            assert entry.status is (
                ProvisionStatus.INSERTED if entry.old is None else ProvisionStatus.DELETED
            )
            continue
        _spans_tile(
            comparison, (entry.old.start, entry.old.end), (entry.new.start, entry.new.end), entry.spans
        )
        operations = {span.op for span in entry.spans}
        if entry.status is ProvisionStatus.UNCHANGED:
            assert operations <= {Op.EQUAL, Op.LABEL}
        elif entry.status is ProvisionStatus.ORTHOGRAPHIC:
            assert Op.ORTHOGRAPHIC in operations
            assert operations <= {Op.EQUAL, Op.LABEL, Op.ORTHOGRAPHIC}
        else:
            assert operations & {Op.DELETE, Op.INSERT, Op.REPLACE}
    counts = comparison.counts
    assert sum(counts[status] for status in ProvisionStatus) == len(comparison.entries)
    for flag in Flag:
        assert counts[flag] == sum(flag in entry.flags for entry in comparison.entries)
    for reference in comparison.stale_references:
        assert new[slice(*reference.new)] == reference.text


def _tiles(text: str, ranges: list[Range]) -> None:
    at = 0
    for start, end in sorted(ranges):
        assert 0 <= at <= start < end <= len(text)
        assert not text[at:start].strip(), f"left out: {text[at:start]!r}"
        at = end
    assert not text[at:].strip(), f"left out at the end: {text[at:]!r}"


def _spans_tile(comparison: Comparison, old: Range, new: Range, spans: object) -> None:
    assert isinstance(spans, Sequence)
    old_at, new_at = old[0], new[0]
    before = None
    for span in spans:
        assert span.old[0] == old_at
        assert span.new[0] == new_at
        old_at, new_at = span.old[1], span.new[1]
        assert span.old[0] <= old_at
        assert span.new[0] <= new_at
        old_words, new_words = comparison.old.text[slice(*span.old)], comparison.new.text[slice(*span.new)]
        assert (old_words, new_words) != ("", "")
        if span.op is Op.EQUAL:
            assert old_words == new_words
            assert before is not Op.EQUAL, "two equal spans in a row"
        elif span.op is Op.INSERT:
            assert not old_words
        elif span.op is Op.DELETE:
            assert not new_words
        elif span.op is not Op.LABEL:
            assert old_words != new_words
        assert (span.kind is not None) == (span.op is Op.ORTHOGRAPHIC)
        _whole_words(comparison.old.text, span.old)
        _whole_words(comparison.new.text, span.new)
        before = span.op
    assert (old_at, new_at) == (old[1], new[1])


def _whole_words(text: str, span: Range) -> None:
    for edge in span:
        if 0 < edge < len(text):
            # What stretches no letter is a dash.
            inside = (
                text[edge - 1].isalpha() and text[edge].isalpha() and "ـ" not in text[edge - 1 : edge + 1]
            )
            assert not inside, f"cut inside a word: {text[edge - 8 : edge]}|{text[edge : edge + 8]}"
