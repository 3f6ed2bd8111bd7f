"""Changes of a comparison, without a window: order, summaries, filters, walking, marks."""

from __future__ import annotations

from desktop_app.comparison.engine import compare_texts
from desktop_app.comparison.result import Comparison, Flag, Op, ProvisionStatus, Span
from tests.ui.comparison_samples import (
    RENUMBERED,
    Made,
    bylaw,
    change_called,
    compare_by_hand,
    gallery_bylaw,
    reading,
    same,
)
from ui.widgets.comparison_view.changes import ChangeKind, Filter, changed_places, changes
from ui.widgets.comparison_view.labels import change_summary, change_text, change_title, stale_note
from ui.widgets.comparison_view.marks import MarkStyle, label_range, marks
from ui.widgets.comparison_view.reading import ComparisonReading, nothing_substantive
from ui.widgets.comparison_view.rows import sequence

__all__ = ["bylaw", "reading"]


def test_changes_stand_in_reading_order_with_titles_and_summaries(reading: ComparisonReading) -> None:
    listed = [
        (change_title(reading.comparison, c), change_summary(reading.comparison, c))
        for c in reading.changes
        if c.substantive
    ]
    assert listed[:5] == [
        ("ماده ۲", "«هیئت» شد «کارگروه»"),
        ("ماده ۳", "۲ جا در متن"),
        ("ماده ۴", "۵ جا در متن"),
        ("تبصره ماده ۴", "الحاق"),
        ("ماده ۱۷ ← ۱۹", "جابه‌جا و اصلاح"),
    ]
    assert ("ماده ۱۸ ← ۱۷", "فقط شماره") in listed
    assert ("ماده ۱۹ ← ۱۸", "شماره؛ یک ارجاع کهنه") in listed
    assert ("بند ب ماده ۱۹", "حذف") in listed


def test_a_summary_shows_control_characters_and_obeys_none() -> None:
    comparison = compare_by_hand([Made("ماده ۱ـ الف\u202e", "ماده ۱ـ ب\u202e")])
    [change] = ComparisonReading(comparison).changes
    assert "\u202e" not in change_summary(comparison, change)
    lone = compare_by_hand([Made(None, "\u202eمتن بی‌شماره"), same("دو")])
    [inserted] = ComparisonReading(lone).changes
    assert change_title(lone, inserted).startswith("\ufffdمتن")


def test_a_group_is_one_change_with_all_its_entries() -> None:
    comparison = compare_by_hand(
        [
            Made("ماده ۱ـ الف و", "ماده ۱ـ الف", flags=frozenset({Flag.SPLIT}), group=7),
            Made(None, "ماده ۲ـ ب", flags=frozenset({Flag.SPLIT}), group=7),
            Made("ماده ۳ـ ج", "ماده ۳ـ چ"),
        ]
    )
    found = changes(comparison, sequence(comparison))
    assert [change.entries for change in found] == [(0, 1), (2,)]
    assert change_summary(comparison, found[0]) == "به ۲ ماده/بند تفکیک شد"


def test_the_number_of_changes_is_the_one_that_the_engine_counts() -> None:
    made = gallery_bylaw()
    comparison = compare_texts(made.old.text, made.new.text)
    reading = ComparisonReading(comparison)
    assert len(reading.substantive) == comparison.counts["changes"]


def test_spelling_is_hidden_until_asked_for_and_counted_all_the_same(reading: ComparisonReading) -> None:
    assert reading.comparison.counts[ChangeKind.ORTHOGRAPHIC] == 2
    assert all(reading.changes[c].kind is not ChangeKind.ORTHOGRAPHIC for c in reading.shown_changes)
    reading.use_filter(Filter(orthographic=True))
    assert any(reading.changes[c].kind is ChangeKind.ORTHOGRAPHIC for c in reading.shown_changes)


def test_spelling_that_makes_another_word_is_never_hidden() -> None:
    old, new = "ماده ۱ـ نامه رسان", "ماده ۱ـ نامه‌رسان"
    spans = (
        Span(Op.EQUAL, (0, 12), (0, 12)),
        Span(Op.ORTHOGRAPHIC, (12, 13), (12, 13), weighty=True),
        Span(Op.EQUAL, (13, 17), (13, 17)),
    )
    comparison = compare_by_hand([Made(old, new, status=ProvisionStatus.ORTHOGRAPHIC, spans=spans)])
    reading = ComparisonReading(comparison)
    assert reading.shown_changes == [0]
    assert not nothing_substantive(comparison)
    assert [m.kind for m in marks(comparison, comparison.entries[0], "new", orthographic=False)] == [
        MarkStyle.ORTHOGRAPHIC
    ]


def test_nothing_substantive_means_no_change_but_of_spelling(bylaw: Comparison) -> None:
    assert not nothing_substantive(bylaw)
    assert nothing_substantive(compare_texts(bylaw.old.text, bylaw.old.text.replace("ی", "ي")))
    assert not nothing_substantive(compare_texts("ماده ۱ـ الف\nماده ۲ـ ب", "ماده ۱ـ ب\nماده ۲ـ الف"))


def test_a_stale_reference_in_an_unchanged_provision_is_a_stop_of_its_own() -> None:
    comparison = compare_by_hand(
        [same("ماده ۱ـ به ماده ۹ بنگرید"), same("ماده ۲ـ هیچ")], [("ماده ۹", "ماده ۹", "ماده ۸")]
    )
    reading = ComparisonReading(comparison)
    assert [change.kind for change in reading.changes] == [ChangeKind.STALE]
    assert change_summary(comparison, reading.changes[0]) == "یک ارجاع کهنه"
    assert stale_note("ماده ۸") == "ارجاع کهنه: ۸ است"


def test_the_walk_goes_through_the_shown_changes_and_stops_at_the_ends(reading: ComparisonReading) -> None:
    walked = []
    while (change := reading.step(1)) is not None:
        reading.select(change)
        walked.append(change)
    assert walked == reading.shown_changes
    assert reading.seen == set(walked)
    assert reading.step(-1) == walked[-2]


def test_the_walk_begins_where_the_reader_looks(reading: ComparisonReading) -> None:
    line = reading.line_of(reading.changes[3].entries[0])
    assert line is not None
    assert reading.step(1, from_line=line) == 3
    assert reading.step(-1, from_line=line) == 2


def test_a_filter_that_hides_the_current_change_leaves_the_reader_on_none(reading: ComparisonReading) -> None:
    reading.select(0)
    reading.use_filter(Filter(frozenset({ChangeKind.DELETED})))
    assert reading.current is None
    assert [reading.changes[c].kind for c in reading.shown_changes] == [ChangeKind.DELETED]


def test_a_moved_and_renumbered_provision_answers_to_both_filters(reading: ComparisonReading) -> None:
    moved = change_called(reading, "ماده ۱۷ ← ۱۹")
    for kind in (ChangeKind.MOVED, ChangeKind.RENUMBERED):
        reading.use_filter(Filter(frozenset({kind})))
        assert moved in reading.shown_changes
    reading.use_filter(Filter(frozenset({ChangeKind.STALE})))
    assert moved not in reading.shown_changes


def test_a_provision_with_an_annotation_is_never_folded_away(reading: ComparisonReading) -> None:
    entry = reading.places.entry_at("new", reading.comparison.new.text.index("ماده ۱۰ـ"))
    assert entry is not None
    assert reading.line_of(entry) is None
    reading.pin({entry})
    assert reading.line_of(entry) is not None


def test_what_is_folded_away_can_be_revealed(reading: ComparisonReading) -> None:
    entry = reading.places.entry_at("old", reading.comparison.old.text.index("ماده ۱۲ـ"))
    assert entry is not None
    assert reading.reveal(entry)
    assert reading.line_of(entry) is not None
    assert not reading.reveal(entry)


def test_neighbouring_changed_words_are_one_place_and_one_mark(bylaw: Comparison) -> None:
    entry = bylaw.entries[4]
    assert len(changed_places(entry.spans, bylaw.old.text)) == 5
    words = [
        bylaw.old.text[mark.start : mark.end]
        for mark in marks(bylaw, entry, "old", orthographic=False)
        if mark.kind is MarkStyle.DELETED
    ]
    assert words == ["رسمی", "به اداره تحویل می‌دهد", "سی"]


def test_only_the_number_of_a_changed_label_is_marked_and_only_on_the_new_side(bylaw: Comparison) -> None:
    entry = next(e for e in bylaw.entries if e.flags == RENUMBERED)
    assert entry.new is not None
    found = [m for m in marks(bylaw, entry, "new", orthographic=False) if m.kind is MarkStyle.NUMBER]
    assert [bylaw.new.text[m.start : m.end] for m in found] == ["۱۷"]
    assert not [m for m in marks(bylaw, entry, "old", orthographic=False) if m.kind is MarkStyle.NUMBER]


def test_spelling_is_marked_only_when_it_is_shown(bylaw: Comparison) -> None:
    entry = next(
        e for e in bylaw.entries if e.flags == RENUMBERED and e.status is ProvisionStatus.ORTHOGRAPHIC
    )
    shown = [m.kind for m in marks(bylaw, entry, "new", orthographic=True)]
    assert shown.count(MarkStyle.ORTHOGRAPHIC) == 2
    assert MarkStyle.ORTHOGRAPHIC not in [m.kind for m in marks(bylaw, entry, "new", orthographic=False)]


def test_a_label_in_words_is_bold_with_its_dash_and_a_bare_letter_is_not(bylaw: Comparison) -> None:
    found = label_range(bylaw, bylaw.entries[2], "new")
    assert found is not None
    assert bylaw.new.text[slice(*found)] == "ماده ۲ـ"
    clause = next(e for e in bylaw.entries if e.status is ProvisionStatus.DELETED)
    assert label_range(bylaw, clause, "old") is None


def test_the_text_of_a_change_is_what_stands_on_that_side(reading: ComparisonReading) -> None:
    inserted = reading.changes[3]
    assert change_text(reading.comparison, inserted, "old") == ""
    assert change_text(reading.comparison, inserted, "new").startswith("تبصره ـ هرگاه")


def test_only_the_number_in_words_of_a_changed_label_is_marked() -> None:
    old = "ماده هفتم ـ کارگروه پنج عضو دارد.\nماده هشتم ـ نظارت با معاونت است."
    made = compare_texts(
        old, "ماده هفتم ـ نشانی در سامانه درج می‌شود.\n" + old.replace("هشتم", "نهم").replace("هفتم", "هشتم")
    )
    marked = [
        made.new.text[mark.start : mark.end]
        for entry in made.entries
        for mark in marks(made, entry, "new", orthographic=False)
        if mark.kind is MarkStyle.NUMBER
    ]
    assert marked == ["هشتم", "نهم"]
