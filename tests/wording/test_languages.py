"""One language decides words, digits, dates and direction; another one needs an entry and a file of words."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QMenu

from desktop_app.languages import LANGUAGES, PERSIAN, Language, in_language, language_in_use, use_language
from desktop_app.paths import translation
from desktop_app.persian.coming_day import parse_coming_day
from desktop_app.persian.dates import (
    JalaliMonth,
    clock_time,
    full_date,
    long_date,
    plain_date,
    short_date,
    year_title,
)
from desktop_app.persian.day_ranges import DayRange, parse_days
from desktop_app.persian.digits import digits, number
from desktop_app.settings import Settings, load_settings, save_settings
from desktop_app.wording import fill, translate
from desktop_app.wording.backups import age_words
from desktop_app.wording.labels import label
from tests.cli.running import CommandLine
from tests.department import TestOffice
from tests.engines import SqliteFiles
from ui.application import speak
from ui.petitions.desk.attachments_box import size_words
from ui.widgets.person_menu import PersonMenu

DAY = date(2026, 11, 24)
NOON = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
#: A language of tests, with digits that neither of the others has.
MADE = Language(
    "ckb",
    "کوردی",
    right_to_left=True,
    digits="٠١٢٣٤٥٦٧٨٩",
    thousands="٬",
    decimal="٫",
    months=(
        "خاکەلێوە", "گوڵان", "جۆزەردان", "پووشپەڕ", "گەلاوێژ", "خەرمانان",
        "ڕەزبەر", "گەڵاڕێزان", "سەرماوەز", "بەفرانبار", "ڕێبەندان", "ڕەشەمە",
    ),
    weekdays=("دووشەممە", "سێشەممە", "چوارشەممە", "پێنجشەممە", "هەینی", "شەممە", "یەکشەممە"),
    year="ساڵی {year}",
)  # fmt: skip
WORDS = {
    ("Backup", "{days} days ago"): "{days} ڕۆژ لەمەوبەر",
    ("Status", "Registered"): "تۆمارکراو",
    ("Reports", "{percent}%"): "٪{percent}",
}


def file_of_words(path: Path) -> None:
    contexts = "".join(
        f"<context><name>{context}</name><message><source>{source}</source>"
        f"<translation>{words}</translation></message></context>"
        for (context, source), words in WORDS.items()
    )
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?><TS>{contexts}</TS>', encoding="utf-8")


@pytest.fixture
def third(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Language]:
    """The entry, and the file of words beside the others, in a folder as a frozen build has it."""
    folder = tmp_path / "frozen"
    (folder / "translations").mkdir(parents=True)
    shutil.copy(translation("mosharekat_fa.ts"), folder / "translations")
    file_of_words(folder / "translations" / f"mosharekat_{MADE.code}.ts")
    monkeypatch.setattr(sys, "_MEIPASS", str(folder), raising=False)
    monkeypatch.setitem(LANGUAGES, MADE.code, MADE)
    yield MADE
    use_language(PERSIAN)


def written() -> tuple[str, ...]:
    """Words, digits and dates, as the language in use writes them."""
    return (
        label("status", "registered"),
        fill(translate("Backup", "{days} days ago"), days=12),
        digits("1405/12"),
        number(1234.5, decimals=1),
        short_date(DAY),
        full_date(DAY),
        clock_time(NOON),
        year_title(1405),
    )


IN_PERSIAN = (
    "ثبت‌شده", "۱۲ روز پیش", "۱۴۰۵/۱۲", "۱٬۲۳۴٫۵", "۱۴۰۵/۰۹/۰۳", "سه‌شنبه ۳ آذر ۱۴۰۵", "۱۲:۰۰", "سال ۱۴۰۵",
)  # fmt: skip
IN_ENGLISH = (
    "Registered", "12 days ago", "1405/12", "1,234.5", "1405/09/03", "Tuesday 3 Azar 1405", "12:00", "1405",
)  # fmt: skip
IN_THE_MADE_ONE = (
    "تۆمارکراو", "١٢ ڕۆژ لەمەوبەر", "١٤٠٥/١٢", "١٬٢٣٤٫٥", "١٤٠٥/٠٩/٠٣", "سێشەممە ٣ سەرماوەز ١٤٠٥", "١٢:٠٠",
    "ساڵی ١٤٠٥",
)  # fmt: skip


def test_sizes_have_the_marks_of_the_language() -> None:
    assert size_words(3 << 19) == "۱٫۵ مگابایت"
    assert in_language("en", lambda: size_words(3 << 19)) == "1.5 MB"


@pytest.mark.parametrize("window", ["fa", "en"])
def test_words_digits_and_dates_follow_one_language(window: str) -> None:
    use_language(window)
    assert in_language("fa", written) == IN_PERSIAN
    assert in_language("en", written) == IN_ENGLISH
    assert written() == (IN_PERSIAN if window == "fa" else IN_ENGLISH)


def test_the_language_of_before_comes_back_when_the_work_fails() -> None:
    use_language("en")
    with pytest.raises(ZeroDivisionError):
        in_language("fa", lambda: 1 // 0)
    assert written() == IN_ENGLISH


def test_a_language_that_is_not_listed_is_refused() -> None:
    with pytest.raises(KeyError):
        use_language("tlh")
    assert language_in_use().code == PERSIAN


def test_digits_of_any_script_become_those_of_the_language_but_stay_in_a_latin_one() -> None:
    assert digits("1۲٣") == "۱۲۳"
    assert in_language("en", lambda: digits("1۲٣")) == "1۲٣"


def test_a_third_language_needs_an_entry_and_a_file_of_words(third: Language) -> None:
    assert in_language(third.code, written) == IN_THE_MADE_ONE
    assert written() == IN_PERSIAN
    use_language(third.code)
    assert written() == IN_THE_MADE_ONE
    assert in_language("en", written) == IN_ENGLISH
    # What has no translation yet is said in English.
    assert age_words(None) == "none yet"


def test_dates_of_a_third_language_are_read_again(third: Language) -> None:
    use_language(third.code)
    assert parse_days(long_date(DAY), DAY) == DayRange(DAY, DAY)
    month = JalaliMonth.of(DAY)
    assert parse_days(month.title, DAY) == DayRange(month.first_day, month.last_day)
    assert parse_coming_day(third.weekdays[2], DAY) == date(2026, 11, 25)
    assert plain_date(DAY) == "1405/09/03"


def test_the_window_follows_a_third_language(third: Language, qapp: QApplication) -> None:
    settings = replace(Settings(), language=third.code)
    try:
        speak(qapp, settings)
        assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft
        assert QLocale().language() == QLocale.Language.CentralKurdish
        assert written() == IN_THE_MADE_ONE
    finally:
        speak(qapp, Settings())


def test_settings_keep_a_third_language(third: Language, tmp_path: Path) -> None:
    save_settings(Settings(data_folder=tmp_path, language=third.code))
    assert load_settings(tmp_path, {}).language == third.code


def test_a_third_language_is_offered_beside_the_others(
    third: Language, qapp: QApplication, sqlite_office: TestOffice
) -> None:
    menu = PersonMenu((), sqlite_office.clerk)
    chosen: list[str] = []
    menu.language_chosen.connect(chosen.append)
    offered = {action.text(): action for part in menu.findChildren(QMenu) for action in part.actions()}
    assert {"فارسی", "English", third.name} <= set(offered)
    offered[third.name].trigger()
    assert chosen == [third.code]


@pytest.mark.parametrize(
    ("asked", "year", "others"), [("fa", "۱۴۰۴", "[0-9٠-٩]"), (MADE.code, "١٤٠٤", "[0-9۰-۹]")]
)
def test_a_report_on_an_english_pc_is_written_in_the_language_that_is_asked_for(
    third: Language,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    sqlite_files: SqliteFiles,
    asked: str,
    year: str,
    others: str,
) -> None:
    save_settings(Settings(data_folder=tmp_path / "data", language="en"))
    with sqlite_files.fresh() as url:
        command = CommandLine(capsys, tmp_path / "data", url)
        done = command("report", "monthly", "--month", "1404-02", "--text", "--language", asked)
    assert (done.status, done.err) == (0, "")
    assert year in done.out
    # The digest is hexadecimal in all of them.
    assert not re.search(others, done.out.rsplit("\n\n", 1)[0])
