"""Long provisions, tables and moved chapters in the comparison view: parts, gaps and ribbons, without a window."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.comparison.engine import compare_texts
from desktop_app.comparison.result import Comparison, Flag, Op, ProvisionStatus, SideName, Span
from desktop_app.documents.columns import cells
from tests.comparison.drafts import sentence
from tests.ui.comparison_samples import Made, compare_by_hand
from ui.widgets.comparison_view.changes import Filter
from ui.widgets.comparison_view.cutting import HUGE, cut_long
from ui.widgets.comparison_view.fold_labels import fold_title, gap_title
from ui.widgets.comparison_view.reading import ComparisonReading
from ui.widgets.comparison_view.rows import Fold, Row, ShownSides, UnchangedGap
from ui.widgets.comparison_view.tags import tags

TABLE = "ردیف\tعنوان\tمبلغ\n۱\tصدور پروانه\t۵۰۰ ریال\n۲\tتمدید\t۲۵۰ ریال\n۳\tالمثنی\t۱۰۰ ریال"


def tabled(text: str) -> str:
    return f"ماده ۱ـ تعرفه‌ها چنین است:\n{text}\nپایان جدول.\nماده ۲ـ همین."


def long_text(seed: int, sentences: int) -> list[str]:
    chance = random.Random(seed)
    return [sentence(chance) for _ in range(sentences)]


def long_pair() -> Comparison:
    old = long_text(3, 16)
    new = list(old)
    new[8] = new[8].replace("را", "را بی‌درنگ", 1)
    return compare_texts("ماده ۱ـ " + " ".join(old), "ماده ۱ـ " + " ".join(new))


def shown(reading: ComparisonReading, side: SideName, *, gaps: bool) -> str:
    """What the lines show of a side, what is behind gaps besides where that is wanted; white space aside."""
    comparison = reading.comparison
    text = comparison.old.text if side == "old" else comparison.new.text
    found: list[str] = []
    for line in reading.lines:
        if isinstance(line, Row) and line.shows(side):
            entry = comparison.entries[line.entry]
            place = line.range_of(side, entry.old if side == "old" else entry.new)
            assert place is not None
            found.append(text[slice(*place)])
        elif isinstance(line, UnchangedGap) and line.shows(side) and gaps and not line.opened:
            part = line.old if side == "old" else line.new
            assert part is not None
            found.append(text[slice(*part)])
    return "".join("".join(found).split())


def opened(reading: ComparisonReading) -> ComparisonReading:
    """Every fold open, so that all of both texts is there."""
    closed = [i for i, line in enumerate(reading.lines) if isinstance(line, Fold) and not line.opened]
    while closed:
        reading.toggle_fold(closed[0])
        closed = [i for i, line in enumerate(reading.lines) if isinstance(line, Fold) and not line.opened]
    return reading


def gap_lines(reading: ComparisonReading) -> list[int]:
    return [index for index, line in enumerate(reading.lines) if isinstance(line, UnchangedGap)]


def test_what_is_alike_in_a_long_provision_goes_behind_gaps_around_its_change() -> None:
    reading = ComparisonReading(long_pair())
    kinds = [type(line) for line in reading.lines]
    assert kinds == [Row, UnchangedGap, Row, UnchangedGap, Row]
    gap = reading.lines[1]
    assert isinstance(gap, UnchangedGap)
    assert gap.words > 20
    assert "واژه بدون تغییر" in gap_title(gap)
    middle = reading.lines[2]
    assert isinstance(middle, Row)
    assert middle.piece is not None
    assert middle.piece.new is not None
    assert "بی‌درنگ" in reading.comparison.new.text[slice(*middle.piece.new)]
    for index in (1, 3):
        line = reading.lines[index]
        assert isinstance(line, UnchangedGap)
        assert line.old is not None
        assert line.new is not None
        assert reading.comparison.old.text[slice(*line.old)] == reading.comparison.new.text[slice(*line.new)]


def test_a_gap_opens_and_closes_in_its_place() -> None:
    reading = ComparisonReading(long_pair())
    before = len(reading.lines)
    assert reading.toggle_fold(1)
    assert len(reading.lines) == before + 1
    gap = reading.lines[1]
    assert isinstance(gap, UnchangedGap)
    assert gap.opened
    assert gap_title(gap).startswith("بستن")
    assert shown(reading, "new", gaps=True) == "".join(reading.comparison.new.text.split())
    assert reading.toggle_fold(1)
    assert len(reading.lines) == before


def test_words_behind_a_gap_are_revealed_for_a_search_and_kept_open_for_an_annotation() -> None:
    reading = ComparisonReading(long_pair())
    gap = reading.lines[3]
    assert isinstance(gap, UnchangedGap)
    assert gap.old is not None
    offset = gap.old[0] + 5
    assert reading.reveal(0, "old", offset)
    line = reading.lines[reading.line_of(0, "old", offset) or 0]
    assert isinstance(line, Row)
    assert line.piece is not None
    assert line.piece.old is not None
    assert line.piece.old[0] <= offset < line.piece.old[1]
    again = ComparisonReading(reading.comparison)
    again.pin([0], [("old", (offset, offset + 4))])
    assert isinstance(again.lines[again.line_of(0, "old", offset) or 0], Row)
    assert sum(isinstance(line, UnchangedGap) and line.opened for line in again.lines) == 1


def test_all_folds_and_gaps_open_together_and_single_ones_close_again() -> None:
    text = "\n".join(f"ماده {n}ـ متن {n} است." for n in range(2, 9))
    pair = long_pair()
    reading = ComparisonReading(compare_texts(f"{pair.old.text}\n{text}", f"{pair.new.text}\n{text}"))
    reading.unfold(True)
    lids = [line for line in reading.lines if isinstance(line, Fold | UnchangedGap)]
    assert len(lids) == 3
    assert all(line.opened for line in lids)
    for lid in lids:
        reading.toggle_fold(reading.lines.index(lid))
    assert not any(line.opened for line in reading.lines if isinstance(line, Fold | UnchangedGap))
    reading.unfold(False)
    assert not any(line.opened for line in reading.lines if isinstance(line, Fold | UnchangedGap))


def test_an_unchanged_long_provision_shows_its_head_and_its_tail() -> None:
    text = "ماده ۱ـ " + " ".join(long_text(5, 14))
    reading = ComparisonReading(compare_texts(f"{text}\nماده ۲ـ متن الف است.", f"{text}\nماده ۲ـ متن ب است."))
    head, gap, tail, _ = reading.lines
    assert isinstance(head, Row)
    assert isinstance(gap, UnchangedGap)
    assert isinstance(tail, Row)
    assert head.begins
    assert not head.ends
    assert tail.ends


def test_nothing_that_only_one_side_has_is_put_behind_a_gap() -> None:
    text = "ماده ۱ـ " + " ".join(long_text(6, 60))
    reading = ComparisonReading(compare_texts("", text))
    assert not gap_lines(reading)
    assert len(reading.lines) > 1
    assert shown(reading, "new", gaps=False) == "".join(text.split())


def test_a_difference_of_spelling_is_no_reason_for_a_gap_to_end_unless_it_is_shown() -> None:
    words = long_text(7, 14)
    old = "ماده ۱ـ " + " ".join(words)
    new = old.replace("ی", "ي", 40) + " افزوده"
    reading = ComparisonReading(compare_texts(old, new))
    hidden = sum(line.words for line in reading.lines if isinstance(line, UnchangedGap))
    reading.use_filter(Filter(orthographic=True))
    assert sum(line.words for line in reading.lines if isinstance(line, UnchangedGap)) < hidden
    assert shown(reading, "old", gaps=True) == "".join(old.split())


def test_a_table_row_stands_beside_its_fellow_and_a_new_one_beside_nothing() -> None:
    new = TABLE.replace("۵۰۰", "۶۰۰").replace("۳\tالمثنی", "۳\tانتقال\t۹۰ ریال\n۴\tالمثنی")
    reading = ComparisonReading(compare_texts(tabled(TABLE), tabled(new)))
    text = reading.comparison
    rows = [
        (
            text.old.text[slice(*line.piece.old)].split("\t")[1] if line.piece.old else None,
            text.new.text[slice(*line.piece.new)].split("\t")[1] if line.piece.new else None,
        )
        for line in reading.lines
        if isinstance(line, Row) and line.piece is not None and line.piece.table
    ]
    assert rows == [
        ("عنوان", "عنوان"),
        ("صدور پروانه", "صدور پروانه"),
        ("تمدید", "تمدید"),
        (None, "انتقال"),
        ("المثنی", "المثنی"),
    ]


def test_the_rows_of_a_table_share_their_columns() -> None:
    reading = ComparisonReading(compare_texts(tabled(TABLE), tabled(TABLE.replace("۲۵۰", "۲۶۰"))))
    found = {line.columns for line in reading.lines if isinstance(line, Row) and line.columns}
    assert len(found) == 1
    [columns] = found
    assert len(columns) == 3
    assert sum(columns) == pytest.approx(1)
    assert columns[1] > columns[0]


def test_a_column_has_room_for_its_longest_word_before_a_long_one_takes_the_rest() -> None:
    row = "واحدسنجی\t" + "توضیح دراز " * 30 + "\tردیف"
    reading = ComparisonReading(compare_texts(tabled(row), tabled(row + " نو")))
    [line] = [line for line in reading.lines if isinstance(line, Row) and line.columns]
    first, second, third = line.columns
    assert first * 56 >= len("واحدسنجی")
    assert second > first
    assert second > third


def test_like_rows_of_a_long_table_go_behind_a_gap_that_counts_them() -> None:
    rows = [f"{n}\tعنوان {n}\t{n * 10} ریال" for n in range(1, 30)]
    new = list(rows)
    new[20] = new[20].replace("عنوان", "سرفصل")
    reading = ComparisonReading(compare_texts(tabled("\n".join(rows)), tabled("\n".join(new))))
    gaps = [line for line in reading.lines if isinstance(line, UnchangedGap)]
    assert [gap.rows for gap in gaps] == [18, 7]
    assert gap_title(gaps[0]) == "… ۱۸ ردیف بدون تغییر …"
    reading.toggle_fold(reading.lines.index(gaps[0]))
    tables = [line for line in reading.lines if isinstance(line, Row) and line.columns]
    assert len(tables) == 29 - 7


def test_a_table_without_labels_is_told_of_in_rows() -> None:
    rows = "\n".join(f"{n}\tعنوان {n}" for n in range(1, 9))
    reading = ComparisonReading(compare_texts(rows, rows + "\n۹\tتازه"))
    [fold] = [line for line in reading.lines if isinstance(line, Fold)]
    assert fold_title(reading.comparison, fold, reading.rows)[0] == "۸ ردیف بدون تغییر"


@given(
    st.lists(st.text("اب ۱\t", max_size=6), max_size=8), st.lists(st.text("اب ۱\t", max_size=6), max_size=8)
)
@settings(max_examples=60, deadline=None)
def test_whatever_its_lines_hold_each_side_is_shown_whole_and_in_order(
    old: list[str], new: list[str]
) -> None:
    comparison = compare_texts("ماده ۱ـ آغاز\n" + "\n".join(old), "ماده ۱ـ آغاز\n" + "\n".join(new))
    reading = opened(ComparisonReading(comparison))
    assert shown(reading, "old", gaps=True) == "".join(comparison.old.text.split())
    assert shown(reading, "new", gaps=True) == "".join(comparison.new.text.split())


@given(st.integers(0, 10_000), st.integers(20, 60), st.lists(st.integers(0, 19), max_size=4))
@settings(max_examples=25, deadline=None)
def test_gaps_and_parts_tile_a_long_provision_on_both_sides(seed: int, count: int, edits: list[int]) -> None:
    old = long_text(seed, count)
    new = [f"{words} تازه" if at in edits else words for at, words in enumerate(old)]
    comparison = compare_texts("ماده ۱ـ " + " ".join(old), "ماده ۱ـ " + "\n".join(new))
    reading = opened(ComparisonReading(comparison))
    assert shown(reading, "old", gaps=True) == "".join(comparison.old.text.split())
    assert shown(reading, "new", gaps=True) == "".join(comparison.new.text.split())


@given(st.integers(0, 30_000), st.integers(0, 30_000))
@settings(max_examples=40, deadline=None)
def test_a_text_without_an_end_is_cut_into_parts_of_a_bounded_size(old: int, new: int) -> None:
    old_text, new_text = "واژه " * (old // 5), "x" * new
    spans = (Span(Op.REPLACE, (0, len(old_text)), (0, len(new_text))),)
    found = list(cut_long(old_text, new_text, (0, len(old_text)), (0, len(new_text)), spans))
    for text, parts in ((old_text, [a for a, _ in found]), (new_text, [b for _, b in found])):
        assert "".join(text[slice(*part)] for part in parts if part is not None) == text
        assert all(part is None or part[1] - part[0] <= HUGE + 70 for part in parts)


def test_cells_are_what_stands_between_tabs() -> None:
    text = "الف\t\tب"
    assert [text[slice(*cell)] for cell in cells(text, 0, len(text))] == ["الف", "", "ب"]


def moved_chapter() -> Comparison:
    moved, group = frozenset({Flag.MOVED, Flag.RENUMBERED}), 4
    return compare_by_hand(
        [
            Made("فصل دوم ـ تعرفه", "فصل اول ـ تعرفه", rank=10, flags=moved, group=group),
            *(
                Made(
                    f"ماده {n + 5}ـ متن {n}", f"ماده {n}ـ متن {n}", rank=10 + n / 10, flags=moved, group=group
                )
                for n in range(1, 5)
            ),
            Made("ماده ۱۰ـ متن ده", "ماده ۵ـ متن یازده", rank=10.9, flags=moved, group=group),
            Made("فصل اول ـ کلیات", "فصل دوم ـ کلیات", rank=1),
            Made("ماده ۱ـ یک", "ماده ۶ـ یک", rank=2),
        ]
    )


def test_a_chapter_that_moved_is_one_ribbon_and_what_only_went_along_is_one_line() -> None:
    reading = ComparisonReading(moved_chapter())
    [ribbon] = reading.arranged.ribbons
    folds = [line for line in reading.lines if isinstance(line, Fold) and line.moved is not None]
    assert [fold.moved for fold in folds] == [ShownSides.ARRIVAL, ShownSides.DEPARTURE]
    assert [fold.hidden for fold in folds] == [4, 4]
    assert fold_title(reading.comparison, folds[0], reading.rows) == (
        "۴ ماده همراه آن جابه‌جا شد",
        "ماده ۱ تا ۴",
    )
    assert fold_title(reading.comparison, folds[1], reading.rows)[1] == "ماده ۶ تا ۹"
    assert ribbon.arrived[1] - ribbon.arrived[0] == 2
    assert ribbon.left[1] - ribbon.left[0] == 2
    assert ribbon.change == 0


def test_a_moved_provision_that_was_edited_besides_is_never_put_behind_the_line_of_its_chapter() -> None:
    reading = ComparisonReading(moved_chapter())
    edited = next(i for i, e in enumerate(reading.comparison.entries) if e.status is ProvisionStatus.EDITED)
    assert reading.line_of(edited) is not None


def test_what_was_split_says_into_how_many_and_is_tied_together() -> None:
    first, second = long_text(11, 2), long_text(12, 2)
    old = "ماده ۱ـ " + " ".join([*first, *second]) + "\nماده ۲ـ متن پایانی همین است."
    new = f"ماده ۱ـ {' '.join(first)}\nماده ۲ـ {' '.join(second)}\nماده ۳ـ متن پایانی همین است."
    reading = ComparisonReading(compare_texts(old, new))
    change = reading.changes[0]
    assert Flag.SPLIT in change.flags
    row = reading.lines[reading.line_of(change.entries[0]) or 0]
    assert isinstance(row, Row)
    assert [tag.words for tag in tags(reading.comparison, row, change, "old")] == ["به ۲ ماده/بند تفکیک شد"]
    assert len(reading.arranged.parted) == 1
    merged = ComparisonReading(compare_texts(new, old))
    change = merged.changes[0]
    row = merged.lines[merged.line_of(change.entries[0]) or 0]
    assert isinstance(row, Row)
    assert [tag.words for tag in tags(merged.comparison, row, change, "new")] == ["از ادغام ۲ ماده/بند"]


def test_parts_of_a_split_provision_that_stand_apart_are_not_tied_through_their_neighbours() -> None:
    split = frozenset({Flag.SPLIT})
    reading = ComparisonReading(
        compare_by_hand(
            [
                Made("ماده ۱ـ یک و", "ماده ۱ـ یک", flags=split, group=1, rank=1),
                Made("ماده ۲ـ دو", "ماده ۲ـ سه", rank=5),
                Made("دو و", "ماده ۳ـ دو", flags=split | {Flag.MOVED}, group=1, rank=2),
                Made("سه و", "ماده ۴ـ سه", flags=split | {Flag.MOVED}, group=1, rank=3),
            ]
        )
    )
    for first, last in reading.arranged.parted:
        between = reading.lines[first : last + 1]
        assert all(isinstance(line, Row) and line.entry in (0, 2, 3) for line in between)
    assert reading.arranged.parted
