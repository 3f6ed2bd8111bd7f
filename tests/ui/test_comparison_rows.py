"""Rows, folds, changes and marks of a comparison, without a window."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.comparison.engine import compare_texts
from desktop_app.comparison.labelling import change_title as change_in_words
from desktop_app.comparison.labelling import provision_title, range_ends, same_name
from desktop_app.comparison.result import Comparison, Flag, Op, ProvisionStatus, Span
from desktop_app.wording import use_language
from tests.ui.comparison_samples import RENUMBERED, Made, compare_by_hand, gallery_bylaw, same
from ui.widgets import comparison_view
from ui.widgets.comparison_view.changes import ChangeKind, Filter, changed_places, changes
from ui.widgets.comparison_view.finding import TextFinder
from ui.widgets.comparison_view.fold_labels import fold_title
from ui.widgets.comparison_view.heights import Heights, frame, guessed_height, map_marks, value_for
from ui.widgets.comparison_view.labels import (
    absent_note,
    change_summary,
    change_text,
    change_title,
    stale_note,
)
from ui.widgets.comparison_view.marks import MarkStyle, label_range, marks
from ui.widgets.comparison_view.offsets import LONGEST_PARAGRAPH, Utf16, displayable, paragraphs
from ui.widgets.comparison_view.reading import ComparisonReading, nothing_substantive
from ui.widgets.comparison_view.rows import Fold, Row, ShownSides, sequence
from ui.widgets.comparison_view.selection import TextSelection, moved_caret, word_at


@pytest.fixture
def bylaw() -> Comparison:
    return gallery_bylaw()


@pytest.fixture
def reading(bylaw: Comparison) -> ComparisonReading:
    return ComparisonReading(bylaw)


def change_called(reading: ComparisonReading, title: str) -> int:
    return next(i for i, c in enumerate(reading.changes) if change_title(reading.comparison, c) == title)


def _texts(comparison: Comparison, side: str) -> list[str]:
    rows = [row for row in sequence(comparison) if row.shows("old" if side == "old" else "new")]
    entries = [comparison.entries[row.entry] for row in rows]
    places = [entry.old if side == "old" else entry.new for entry in entries]
    text = comparison.old.text if side == "old" else comparison.new.text
    return [text[place.start : place.end] for place in places if place is not None]


@pytest.mark.parametrize("side", ["old", "new"])
def test_each_side_reads_as_its_own_text_from_top_to_bottom(bylaw: Comparison, side: str) -> None:
    whole = bylaw.old.text if side == "old" else bylaw.new.text
    assert "\n".join(_texts(bylaw, side)) == whole


@given(st.lists(st.sampled_from(["الف", "ب", "پ", "ت", "ث", "ج"]), max_size=8), st.randoms())
def test_both_sides_keep_their_order_whatever_the_engine_finds(words: list[str], random: object) -> None:
    old = [f"ماده {number}ـ {word} باید چنین باشد که هست" for number, word in enumerate(words, 1)]
    new = list(old)
    random.shuffle(new)  # type: ignore[attr-defined]
    comparison = compare_texts("\n".join(old), "\n".join(new[1:]))
    for side in ("old", "new"):
        text = comparison.old.text if side == "old" else comparison.new.text
        assert "".join("".join(_texts(comparison, side)).split()) == "".join(text.split())


def test_a_moved_provision_has_a_row_where_it_left_and_one_where_it_arrived(
    reading: ComparisonReading,
) -> None:
    entry = reading.changes[change_called(reading, "ماده ۱۷ ← ۱۹")].entries[0]
    parts = [row.part for row in reading.rows if row.entry == entry]
    assert parts == [ShownSides.DEPARTURE, ShownSides.ARRIVAL]
    [ribbon] = reading.arranged.ribbons
    [left, arrived] = [ribbon.left[0], ribbon.arrived[0]]
    assert left < arrived
    assert reading.arranged.leads_down(left)
    assert not reading.arranged.leads_down(arrived)


def test_what_went_stands_before_what_came_between_two_that_stayed() -> None:
    comparison = compare_by_hand([same("یک"), Made(None, "تازه"), Made("کهنه", None, rank=0.5), same("دو")])
    assert [row.part for row in sequence(comparison)] == [
        ShownSides.BOTH,
        ShownSides.DELETED,
        ShownSides.INSERTED,
        ShownSides.BOTH,
    ]


def test_a_run_of_unchanged_provisions_is_one_line_that_names_them(reading: ComparisonReading) -> None:
    folds = [line for line in reading.lines if isinstance(line, Fold)]
    assert [fold.hidden for fold in folds] == [2, 12, 2]
    assert fold_title(reading.comparison, folds[1], reading.rows) == ("۱۲ ماده بدون تغییر", "ماده ۵ تا ۱۶")
    assert fold_title(reading.comparison, folds[2], reading.rows) == ("۲ ماده بدون تغییر", "ماده ۲۰ و ۲۱")


def test_one_unchanged_provision_is_not_folded() -> None:
    reading = ComparisonReading(compare_by_hand([same("ماده ۱ـ یک"), Made("ماده ۲ـ دو", "ماده ۲ـ سه")]))
    assert all(isinstance(line, Row) for line in reading.lines)


def test_opening_a_fold_keeps_its_line_and_shows_its_rows(reading: ComparisonReading) -> None:
    at = next(i for i, line in enumerate(reading.lines) if isinstance(line, Fold) and line.hidden == 12)
    before = len(reading.lines)
    assert reading.toggle_fold(at)
    assert len(reading.lines) == before + 12
    fold = reading.lines[at]
    assert isinstance(fold, Fold)
    assert fold.opened
    assert reading.toggle_fold(at)
    assert len(reading.lines) == before
    assert not reading.toggle_fold(at + 1)


def test_a_fold_never_calls_a_filtered_change_unchanged(reading: ComparisonReading) -> None:
    reading.use_filter(Filter(frozenset({ChangeKind.DELETED})))
    folds = [line for line in reading.lines if isinstance(line, Fold)]
    assert sum(fold.filtered for fold in folds) >= 9
    titles = [" ".join(fold_title(reading.comparison, fold, reading.rows)) for fold in folds]
    assert any("تغییر خارج از شرط‌ها" in title for title in titles)
    only_changes = Fold(2, 5, 3)
    assert fold_title(reading.comparison, only_changes, reading.rows)[0] == "۳ تغییر خارج از شرط‌ها"


def test_a_fold_tells_how_many_of_its_provisions_differ_in_spelling(reading: ComparisonReading) -> None:
    made = ComparisonReading(
        compare_by_hand(
            [
                same("ماده ۱ـ الف"),
                Made("ماده ۲ـ ي", "ماده ۲ـ ی", status=ProvisionStatus.ORTHOGRAPHIC),
                Made("ب", None),
            ]
        )
    )
    fold = made.lines[0]
    assert isinstance(fold, Fold)
    assert fold.spelling == 1
    assert fold_title(made.comparison, fold, made.rows) == (
        "۱ ماده بدون تغییر",
        "ماده ۱ و ۲ · ۱ مورد فقط نگارشی",
    )


def test_a_fold_of_nothing_but_other_spelling_never_says_unchanged() -> None:
    spelt = [Made(f"ماده {n}ـ ي", f"ماده {n}ـ ی", status=ProvisionStatus.ORTHOGRAPHIC) for n in (1, 2, 3)]
    made = ComparisonReading(compare_by_hand([*spelt, Made("ب", None)]))
    fold = made.lines[0]
    assert isinstance(fold, Fold)
    assert fold_title(made.comparison, fold, made.rows) == ("۳ مورد فقط نگارشی", "ماده ۱ تا ۳")


def test_paragraphs_without_a_label_are_called_so() -> None:
    made = ComparisonReading(compare_by_hand([same("یک"), same("دو"), Made("سه", "چهار")]))
    fold = made.lines[0]
    assert isinstance(fold, Fold)
    assert fold_title(made.comparison, fold, made.rows) == ("۲ پاراگراف بدون تغییر", "")


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


def test_the_empty_side_says_where_a_provision_went(reading: ComparisonReading) -> None:
    notes = {
        (row.part, side): absent_note(reading.comparison, row, side, "نسخهٔ ۲" if side == "old" else "نسخهٔ ۳")
        for row in reading.rows
        for side in ("old", "new")
        if not row.shows(side)
    }
    assert notes[ShownSides.DEPARTURE, "new"] == "به ماده ۱۹ رفته است"
    assert notes[ShownSides.ARRIVAL, "old"] == "از ماده ۱۷ آمده است"
    assert notes[ShownSides.DELETED, "new"] == "در نسخهٔ ۳ نیست"
    assert notes[ShownSides.INSERTED, "old"] == "در نسخهٔ ۲ نیست"


def test_words_follow_the_language_in_use(reading: ComparisonReading) -> None:
    use_language("en")
    fold = next(line for line in reading.lines if isinstance(line, Fold) and line.hidden == 12)
    assert fold_title(reading.comparison, fold, reading.rows) == (
        "12 articles without a change",
        "\u2068ماده ۵\u2069 to \u2068۱۶\u2069",
    )


def test_clauses_and_notes_are_named_with_their_article(bylaw: Comparison) -> None:
    titles = {provision_title(e.old) for e in bylaw.entries if e.old is not None}
    assert {"ماده ۴", "بند ب ماده ۱۹", "فصل دوم"} <= titles


def test_changes_are_grouped_by_the_heading_of_their_chapter(reading: ComparisonReading) -> None:
    path = reading.chapter_of(0)
    assert path == ("فصل دوم",)
    assert reading.chapters[path] == "فصل دوم ـ صدور پروانه"


_LEFT = (
    "فصل اول ـ کلیات\nماده ۱ـ تعریف‌ها در پیوست آمده است.\nفصل دوم ـ نظارت\n"
    "ماده ۲ـ بازرسان اداره با حکم مأموریت از محل فعالیت بازدید می‌کنند و گزارش می‌دهند.\n"
    "ماده ۳ـ هیئت نظارت پنج عضو دارد.\nفصل سوم ـ تخلفات\nماده ۴ـ متخلف اخطار می‌گیرد.\n"
    "ماده ۵ـ رأی هیئت ظرف بیست روز ابلاغ می‌شود.\n"
)
_ARRIVED = (
    "فصل اول ـ کلیات\nماده ۱ـ تعریف‌ها در پیوست آمده است.\nفصل دوم ـ نظارت\n"
    "ماده ۲ـ هیئت نظارت هفت عضو دارد.\nفصل سوم ـ تخلفات\nماده ۳ـ متخلف اخطار می‌گیرد.\n"
    "ماده ۴ـ رأی هیئت ظرف سی روز ابلاغ می‌شود.\n"
    "ماده ۵ـ بازرسان اداره با حکم مأموریت از محل فعالیت بازدید می‌کنند و گزارش می‌دهند.\n"
)


def test_what_moved_to_another_chapter_is_listed_under_the_heading_where_it_is_met() -> None:
    reading = ComparisonReading(compare_texts(_LEFT, _ARRIVED))
    listed = [
        (change_title(reading.comparison, c), reading.chapter_of(i)) for i, c in enumerate(reading.changes)
    ]
    assert listed[0] == ("ماده ۲ ← ۵", ("فصل دوم",))
    headings = [path for _, path in listed]
    assert headings == [("فصل دوم",)] * 2 + [("فصل سوم",)] * 2


def test_what_was_left_out_is_listed_under_the_heading_that_its_chapter_has_now() -> None:
    old = "فصل اول ـ کلیات\nماده ۱ـ تعریف‌ها در پیوست آمده است.\nفصل دوم ـ نظارت\nماده ۲ـ هیئت پنج عضو دارد.\n"
    old += "ماده ۳ـ این ماده برای همیشه کنار گذاشته می‌شود.\n"
    new = "فصل اول ـ هدف\nماده ۱ـ هدف این متن روشن کردن کارهاست.\n" + old.replace(
        "فصل دوم", "فصل سوم"
    ).replace("فصل اول", "فصل دوم").replace("ماده ۳ـ این ماده برای همیشه کنار گذاشته می‌شود.\n", "")
    reading = ComparisonReading(compare_texts(old, new))
    gone = next(i for i, c in enumerate(reading.changes) if c.kind is ChangeKind.DELETED)
    assert reading.chapters[reading.chapter_of(gone)] == "فصل سوم ـ نظارت"


@pytest.mark.parametrize("article", ["ماده۴-", "ماده4ـ", "ماده (۴):", "ماده ۴ـ"])
def test_a_clause_is_named_with_its_article_however_the_article_is_typed(article: str) -> None:
    old = f"{article} متقاضی باید شرایط زیر را داشته باشد:\n۱- تابعیت ایران.\n۲- دست‌کم بیست و پنج سال سن.\n"
    reading = ComparisonReading(compare_texts(old, old.replace("پنج", "سه")))
    assert [change_title(reading.comparison, change) for change in reading.changes] == ["بند ۲ ماده ۴"]


def test_a_number_in_brackets_is_the_same_name() -> None:
    made = compare_texts("ماده (۳): فعالیت آزاد است.", "ماده ۳ـ فعالیت آزاد نیست.")
    assert change_in_words(made.entries[:1]) == "ماده ۳"


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


@given(st.text(alphabet="ابa۱ \u200c😀\U0001f1ee"))
def test_code_points_and_utf16_units_lead_to_each_other(text: str) -> None:
    units = Utf16.of(text)
    for point in range(len(text) + 1):
        assert units.unit(point) == len(text[:point].encode("utf-16-le")) // 2
        assert units.point(units.unit(point)) == point


@given(st.text(alphabet="اب \n\t\u200c", max_size=60))
def test_paragraphs_hold_everything_but_white_space(text: str) -> None:
    found = paragraphs(text, 0, len(text))
    assert "".join("".join(text[a:b] for a, b in found).split()) == "".join(text.split())
    assert all(a <= b for a, b in found)
    assert found == sorted(found)


def test_a_paragraph_without_an_end_is_laid_out_in_pieces() -> None:
    text = "واژه " * 5_000
    found = paragraphs(text, 0, len(text))
    assert max(b - a for a, b in found) <= LONGEST_PARAGRAPH
    assert "".join(text[a:b] for a, b in found) == text.strip()


def test_control_and_override_characters_are_shown_and_not_obeyed() -> None:
    text = "الف\u202eب\x00\tج\u2067"
    shown = displayable(text)
    assert len(shown) == len(text)
    assert not set(shown) & {"\u202e", "\u2067", "\x00", "\t"}


def test_measured_heights_move_what_stands_below() -> None:
    heights = Heights([10, 10, 10])
    assert heights.row_at(15) == 1
    assert heights.measure(0, 40) == 30
    assert heights.tops == [0, 40, 50, 60]
    assert heights.row_at(15) == 0
    assert heights.row_at(10_000) == 2
    assert guessed_height(0, 101, 50.0, 50.0, 27) == 27 * 3
    assert guessed_height(100, 0, 50.0, 10.0, 27) == 27 * 2
    assert guessed_height(0, 0, 50.0, 50.0, 27) == 27


def test_the_map_shows_the_weightiest_of_marks_that_fall_together() -> None:
    places = [(0, ChangeKind.EDITED), (1, ChangeKind.DELETED), (9_000, ChangeKind.INSERTED)]
    found = map_marks(places, 10_000, 500)
    assert [mark.kind for mark in found] == [ChangeKind.DELETED, ChangeKind.INSERTED]
    assert 430 <= found[1].y <= 460


def test_the_frame_of_the_map_leads_back_to_where_the_reader_is() -> None:
    assert frame(0, 500, 400, 600) == (0, 600)
    top, tall = frame(4_500, 1_000, 10_000, 600)
    assert (top, tall) == (270, 60)
    assert value_for(top + tall // 2, 1_000, 10_000, 600) == 4_500


def test_a_word_is_selected_with_its_joiners() -> None:
    text = "او می‌رود و کتاب‌هایش را می‌برد"
    assert text[slice(*word_at(text, text.index("رود")))] == "می‌رود"
    assert text[slice(*word_at(text, text.index("هایش")))] == "کتاب‌هایش"
    assert word_at(text, 2) == (2, 3)
    assert moved_caret(text, 3, 1, words=True) == 9
    assert moved_caret(text, 9, -1, words=True) == 3
    assert TextSelection("old", 9, 3).range == (3, 9)


def test_words_are_found_whatever_their_spelling_with_offsets_of_the_text_as_it_stands() -> None:
    comparison = compare_texts("ماده ۱ـ عليِ كريمي", "ماده ۱ـ علی کریمی و علي‌كريمي")
    found = TextFinder(comparison).find("علی کریمی")
    words = [
        (m.side, (comparison.old if m.side == "old" else comparison.new).text[m.start : m.end]) for m in found
    ]
    assert words == [("old", "عليِ كريمي"), ("new", "علی کریمی"), ("new", "علي‌كريمي")]
    assert TextFinder(comparison).find("   ") == []


@pytest.mark.parametrize(
    "module",
    [
        *("rows", "changes", "labels", "marks", "offsets"),
        *("heights", "reading", "selection", "finding", "columns"),
        *(
            "arranging",
            "fold_labels",
            "in_words",
            "tips",
            "pieces",
            "cutting",
            "tables",
            "tags",
            "ribbons",
            "review",
            "copying",
        ),
    ],
)
def test_the_model_of_the_view_needs_no_window_toolkit(module: str) -> None:
    source = Path(comparison_view.__file__).with_name(f"{module}.py").read_text(encoding="utf-8")
    assert "PySide6" not in source


@pytest.mark.parametrize(
    ("old", "new", "title"),
    [
        ("ماده هفتم", "ماده هشتم", "ماده هفتم ← هشتم"),
        ("باب سوم", "باب دوم", "باب سوم ← دوم"),
        ("ماده ۷", "ماده ۸", "ماده ۷ ← ۸"),
        ("ماده واحده", "ماده ۸", "ماده واحده ← ۸"),
    ],
)
def test_what_both_names_of_a_renumbered_provision_share_is_said_once(old: str, new: str, title: str) -> None:
    words = " ـ صاحب پروانه هر سال گزارش فعالیت خود را به اداره می‌دهد."
    made = compare_by_hand([Made(old + words, new + words, flags=RENUMBERED)])
    entry = made.entries[0]
    assert entry.old is not None
    assert entry.new is not None
    named = entry._replace(
        old=entry.old._replace(label=old, path=(old,)),
        new=entry.new._replace(label=new, path=(new,)),
    )
    reading = ComparisonReading(replace(made, entries=(named,)))
    assert change_title(reading.comparison, reading.changes[0]) == title


def test_a_heading_is_that_of_the_newer_text_where_two_chapters_changed_places() -> None:
    two = "باب دوم ـ کارگروه\nماده ۲ـ کارگروه پنج عضو دارد و هر ماه یک بار تشکیل می‌شود.\n"
    two += "ماده ۳ـ آرای کارگروه با اکثریت معتبر است و صورت‌جلسه آن بایگانی می‌شود.\n"
    three = "باب سوم ـ سایر مقررات\nماده ۴ـ نظارت با معاونت است.\n"
    old = "باب اول ـ کلیات\nماده ۱ـ تعریف‌ها در پیوست است.\n" + two + three
    new = "باب اول ـ کلیات\nماده ۱ـ تعریف‌ها در پیوست است.\n" + three.replace("سوم", "دوم").replace("۴", "۲")
    new += two.replace("دوم", "سوم").replace("ماده ۳", "ماده ۴").replace("ماده ۲", "ماده ۳")
    reading = ComparisonReading(compare_texts(old, new))
    assert reading.chapters["باب دوم",] == "باب دوم ـ سایر مقررات"
    assert reading.chapters["باب سوم",] == "باب سوم ـ کارگروه"


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


@pytest.mark.parametrize(
    ("old", "new"), [("تبصره يك ماده چهارم", "تبصره یک ماده چهارم"), ("اصل دوم", "اصل ۲")]
)
def test_a_name_that_is_only_spelled_otherwise_is_said_once(old: str, new: str) -> None:
    assert same_name(old, new)
    assert not same_name(old, new.replace("چهارم", "پنجم").replace("۲", "۳"))


@pytest.mark.parametrize(
    ("first", "last", "ends"),
    [
        ("ماده ۵", "ماده ۱۶", ("ماده ۵", "۱۶")),
        ("بند ۳ ماده ۴", "بند ۵ ماده ۴", ("بند ۳", "۵ ماده ۴")),
        ("بند د ماده ۱۰", "تبصره ماده ۱۰", ("بند د", "تبصره ماده ۱۰")),
        ("تبصره ۱ ماده ۷", "تبصره ۲ ماده ۸", ("تبصره ۱ ماده ۷", "تبصره ۲ ماده ۸")),
        ("ماده ۵", "بند ۳ ماده ۵", ("ماده ۵", "بند ۳ ماده ۵")),
        ("فصل دوم", "ماده ۵", ("فصل دوم", "ماده ۵")),
    ],
)
def test_what_the_ends_of_a_range_share_is_said_once(first: str, last: str, ends: tuple[str, str]) -> None:
    assert range_ends(first, last) == ends
