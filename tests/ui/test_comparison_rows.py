"""Rows, folds, heights and offsets of a comparison, without a window."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.comparison.engine import compare_texts
from desktop_app.comparison.result import Comparison, ProvisionStatus
from tests.ui.comparison_samples import Made, bylaw, change_called, compare_by_hand, reading, same
from ui.widgets import comparison_view
from ui.widgets.comparison_view.changes import ChangeKind, Filter
from ui.widgets.comparison_view.finding import TextFinder
from ui.widgets.comparison_view.fold_labels import fold_title
from ui.widgets.comparison_view.heights import Heights, frame, guessed_height, map_marks, value_for
from ui.widgets.comparison_view.offsets import LONGEST_PARAGRAPH, Utf16, displayable, paragraphs
from ui.widgets.comparison_view.reading import ComparisonReading
from ui.widgets.comparison_view.rows import Fold, Row, ShownSides, sequence
from ui.widgets.comparison_view.selection import TextSelection, moved_caret, word_at

__all__ = ["bylaw", "reading"]


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
