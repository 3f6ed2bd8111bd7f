from __future__ import annotations

import pytest

from desktop_app.comparison.structure import parse

_BODY = """فصل اول ـ کلیات
ماده ۱ـ هدف
هدف این دستورالعمل آسان کردن کار متقاضی و کوتاه کردن راه او در ثبت و بررسی درخواست است و همه واحدها باید بکوشند.
فصل دوم ـ اجرا
ماده ۲ـ مراحل
مراحل در پیوست آمده است.
ماده ۳ـ نظارت
نظارت با اداره کل است.
"""


def outline(text: str) -> list[tuple[str | None, tuple[str, ...]]]:
    return [(provision.label, provision.path) for provision in parse(text)]


def labels(text: str) -> list[str]:
    return [provision.label for provision in parse(text) if provision.label is not None]


_ALL = ["فصل اول", "ماده ۱", "فصل دوم", "ماده ۲", "ماده ۳"]


@pytest.mark.parametrize(
    "contents",
    [
        "فهرست مطالب\nفصل اول ـ کلیات ........ ۱\nماده ۱ـ هدف ........ ۱\nفصل دوم ـ اجرا ........ ۲\n",
        "فهرست\n\nفصل اول ـ کلیات … … … ۱\n\nماده ۱ـ هدف … … … ۱\n\nفصل دوم ـ اجرا … … … ۲\n\n",
        "فهرست مندرجات:\nفصل اول ـ کلیات\t۱\nماده ۱ـ هدف\t۱\nفصل دوم ـ اجرا\t۲\nماده ۲ـ مراحل\t۳\n",
        "فهرست مطالب\nفصل اول ـ کلیات\nماده ۱ـ هدف\nفصل دوم ـ اجرا\nماده ۲ـ مراحل\nماده ۳ـ نظارت\n",
        "فهرست عناوین\nکلیات\nمراحل\nنظارت\n\n",
        "فصل اول ـ کلیات ........ ۱\nماده ۱ـ هدف ........ ۱\nفصل دوم ـ اجرا ........ ۲\n",
        "فصل اول ـ کلیات . . . . . ۱\nماده ۱ـ هدف . . . . . ۱\nفصل دوم ـ اجرا . . . . . ۲\n",
        "فصل اول: کلیات\nماده ۱ـ هدف\nفصل دوم: اجرا\nماده ۲ـ مراحل\nماده ۳ـ نظارت\n",
    ],
    ids=["leaders", "ellipses", "tabs", "repeated", "block", "no heading", "spaced dots", "run of labels"],
)
def test_the_lines_of_a_table_of_contents_are_no_labels(contents: str) -> None:
    assert labels("دستورالعمل نمونه\n" + contents + _BODY) == _ALL
    listed = [path for label, path in outline(contents + _BODY)[:3] if label is None]
    assert len(listed) == 3
    assert all(len(path) == 1 and path[0].startswith("فهرست") for path in listed)


def test_the_heading_is_the_path_as_it_is_written() -> None:
    text = "فهرست مندرجات:\nکلیات ........ ۱\nاجرا ........ ۲\n" + _BODY
    assert outline(text)[1] == (None, ("فهرست مندرجات",))


def test_a_title_of_the_contents_may_run_over_two_lines() -> None:
    text = (
        "فهرست\nفصل اول ـ کلیات ........ ۱\nماده ۱ـ هدف این دستورالعمل\nو دامنه آن ........ ۱\n"
        "فصل دوم ـ اجرا ........ ۲\n" + _BODY
    )
    assert labels(text) == _ALL


def test_the_preamble_below_a_table_of_contents_stands_outside_it() -> None:
    text = "فهرست مطالب\nکلیات ........ ۱\nاجرا ........ ۲\nدر اجرای قانون نمونه ابلاغ می‌شود:\n" + _BODY
    assert (None, ()) in outline(text)


@pytest.mark.parametrize(
    "text",
    [
        "ماده ۱ـ فهرست مطالب هر نشریه را ناشر تهیه می‌کند.\nماده ۲ـ متن.\n",
        "ماده ۱ـ ناشر این مدارک را می‌دهد:\nفهرست آثار\nفهرست\nو مانند آن.\nماده ۲ـ متن.\n",
        "ماده ۱ـ متن کوتاه.\nماده ۲ـ متن.\nپیوست\nماده ۱ـ متن کوتاه.\nماده ۲ـ متن.\n",
        "فصل اول\nماده ۱ـ نام: ........\nماده ۲ـ نشانی: ........ پلاک ۱۲\n",
    ],
)
def test_what_only_looks_like_a_table_of_contents_keeps_its_labels(text: str) -> None:
    assert len(labels(text)) == text.count("ماده ") + text.count("فصل ")
