"""A legal text in blocks: nothing is lost, tables are tables, clauses and notes are indented."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.comparison.typesetting import BlockKind, TextBlock, typeset
from desktop_app.documents.columns import cells, column_shares, has_heading

TEXT = (
    "آیین‌نامه نگارخانه‌ها\n"
    "فصل دوم ـ شرایط صدور پروانه\n"
    "ماده ۷ـ نگارخانه‌ها به شرح جدول زیر درجه‌بندی می‌شوند:\n"
    "جدول ۱ـ درجه‌بندی\n"
    "درجه\tفضا\tنمایشگاه\n"
    "یک\t120\t10\n"
    "دو\t80\t8\n"
    "پس از جدول.\n"
    "ماده ۸ـ متقاضی باید دارای شرایط زیر باشد:\n"
    "الف) تابعیت ایران؛\n"
    "ب) سن قانونی.\n"
    "تبصره ۱ـ سابقه محاسبه می‌شود:\n"
    "۱- نخست.\n"
    "تبصره ۲ـ معاف‌اند.\n"
)


def told(block: TextBlock) -> tuple[str, str, int, bool]:
    return block.kind.value, TEXT[block.start : block.end], block.level, block.noted


def test_headings_articles_clauses_notes_and_tables_are_told_apart() -> None:
    blocks = typeset(TEXT)
    assert [told(block) for block in blocks] == [
        ("heading", "آیین‌نامه نگارخانه‌ها", 0, False),
        ("heading", "فصل دوم ـ شرایط صدور پروانه", 0, False),
        ("article", "ماده ۷ـ نگارخانه‌ها به شرح جدول زیر درجه‌بندی می‌شوند:", 0, False),
        ("caption", "جدول ۱ـ درجه‌بندی", 0, False),
        ("row", "درجه\tفضا\tنمایشگاه", 0, False),
        ("row", "یک\t120\t10", 0, False),
        ("row", "دو\t80\t8", 0, False),
        ("paragraph", "پس از جدول.", 0, False),
        ("article", "ماده ۸ـ متقاضی باید دارای شرایط زیر باشد:", 0, False),
        ("clause", "الف) تابعیت ایران؛", 1, False),
        ("clause", "ب) سن قانونی.", 1, False),
        ("note", "تبصره ۱ـ سابقه محاسبه می‌شود:", 0, True),
        ("clause", "۱- نخست.", 1, True),
        ("note", "تبصره ۲ـ معاف‌اند.", 0, True),
    ]
    rows = [block for block in blocks if block.kind is BlockKind.ROW]
    assert [(row.first, row.last, row.heading) for row in rows] == [
        (True, False, True),
        (False, False, False),
        (False, True, False),
    ]
    # One table has one set of columns, so that a value stands under its heading.
    assert len({row.columns for row in rows}) == 1
    assert len(rows[0].columns) == 3
    labels = [TEXT[slice(*block.label)] for block in blocks if block.label is not None]
    assert labels == ["فصل دوم", "ماده ۷ـ", "ماده ۸ـ", "الف)", "ب)", "تبصره ۱ـ", "۱-", "تبصره ۲ـ"]


@given(
    st.lists(
        st.sampled_from(
            [
                "ماده ۱ـ متن",
                "تبصره ـ یادآوری",
                "الف) بند",
                "یک\tدو",
                "\t",
                "فصل اول ـ کلیات",
                "واژه",
                "",
                " ۱۲ ",
                "۲- بند",
            ]
        ),
        max_size=14,
    )
)
def test_the_blocks_have_all_of_the_text_once_and_in_order(lines: list[str]) -> None:
    text = "\n".join(lines)
    blocks = typeset(text)
    assert "".join("".join(text[b.start : b.end].split()) for b in blocks) == "".join(text.split())
    assert all(one.end <= other.start for one, other in pairwise(blocks))
    assert all(b.label is None or b.start <= b.label[0] < b.label[1] <= b.end for b in blocks)


def test_columns_have_room_for_their_longest_word_and_add_up() -> None:
    shares = column_shares([["الف", "توضیحی که از همه بلندتر است"], ["ب", "کوتاه"], ["پ", "۱۲", "افزوده"]])
    assert len(shares) == 3
    assert abs(sum(shares) - 1) < 1e-9
    assert shares[1] == max(shares)
    assert [("یک\tدو"[slice(*cell)]) for cell in cells("یک\tدو", 0, 5)] == ["یک", "دو"]


def test_a_first_row_with_numbers_names_no_columns() -> None:
    assert has_heading([["درجه", "فضا"], ["یک", "۱۲۰"]])
    assert not has_heading([["یک", "۱۲۰"], ["دو", "۸۰"]])
    assert not has_heading([["درجه", ""], ["یک", "۱۲۰"]])
    assert not has_heading([["درجه", "فضا"]])
