from __future__ import annotations

import pytest

from desktop_app.persian.unbroken import FIGURE_SPACE, unbroken


@pytest.mark.parametrize(
    "text",
    [
        "۱۰~آذر~۱۴۰۵",
        "تا دوشنبه~۹~آذر~۱۴۰۵ ادامه",
        "در آبان~۱۴۰۵ بود",
        "ظرف ۱۵~روز کاری",
        "پس از ۳~روزه شدن",
        "۹۰~درصد آن‌ها",
        "مبلغ ۲٬۵۰۰~هزار~ریال شد",
        "۲۰~میلیارد~ریالی",
        "مادهٔ~۱۲ دستورالعمل",
        "ساعت~۸:۳۰ صبح",
        "جناب~آقای~دکتر~سهراب نمونه‌نژاد",
        "خانم~نمونه نمونه‌نژاد",
        "سال‌های ۱۴۰۱ تا سال~۱۴۰۵",
        "۱۲ مورد از ۳~نفر",
        "سه‌شنبه~۱۰~مهر",
        "مهرماه ۱۴۰۵ و ۵ بندر",
        "واژهٔ دکترا ۱۲ و خانم‌ها",
        "متن ساده",
    ],
)
def test_dates_measures_and_titles_are_not_parted(text: str) -> None:
    assert unbroken(text.replace("~", " ")) == text.replace("~", FIGURE_SPACE)
