"""The Persian messages keep to the glossary, and the check finds what does not."""

from __future__ import annotations

import pytest

from translations.glossary import Message, Rule, faults, rules, translated
from translations.refresh import PERSIAN


@pytest.fixture(scope="module")
def glossary() -> list[Rule]:
    return rules()


def found(
    glossary: list[Rule], persian: str, context: str = "Inbox", source: str = "A planted message"
) -> list[str]:
    return list(faults([Message(context, source, persian)], glossary))


def test_every_message_keeps_to_the_glossary(glossary: list[Rule]) -> None:
    assert list(faults(translated(PERSIAN), glossary)) == []


def test_a_forbidden_synonym_is_found_with_the_term_to_use(glossary: list[Rule]) -> None:
    assert found(glossary, "پرونده‌ها را وارد کنید.") == [
        "Inbox: 'A planted message': «پرونده»: use «فایل» for file"
    ]


@pytest.mark.parametrize(
    ("persian", "word"),
    [
        ("واحد تازه", "تازه"),
        ("برچسب را برگزینید", "برگزینید"),
        ("همهٔ کانال‌ها", "کانال"),
        ("۱ حکم بدون تغییر", "حکم"),
        ("فهرست دیرکردها", "دیرکردها"),
        ("پنجره‌هایی که بازند", "پنجره"),
        ("از راهبر بپرسید.", "راهبر"),
        ("شمار رسیده‌ها", "شمار"),
        ("این‌جا چیزی نیست", "این‌جا"),
        ("انجام بده", "بده"),
        ("آنچه خوانده نشد", "آنچه خوانده نشد"),
        ("با قاعده‌ای جور نیست", "جور"),
        ("این کار شدنی نیست", "شدنی"),
        ("کلید مهر", "مهر"),
        ("تنها برای من", "تنها"),
        ("آخرین سرزدن", "سرزدن"),
        ("نسخهٔ پسین", "پسین"),
        ("گذرواژه را عوض کنید", "عوض"),
        ("بچسبانید (Ctrl+V)", "Ctrl+"),
    ],
)
def test_each_kind_of_word_is_found(glossary: list[Rule], persian: str, word: str) -> None:
    (line,) = found(glossary, persian)
    assert f"«{word}»" in line


@pytest.mark.parametrize(
    ("context", "source", "persian"),
    [
        ("Letter", "Dossier of the {kind} {code}", "پروندهٔ {kind} {code}"),
        ("LetterKind", "Dossier", "پرونده"),
        ("EventField", "Copies to", "رونوشت"),
        ("Channel", "Single window (Wafa)", "پنجرهٔ واحد (وفا)"),
        ("Reports", "Why a new edition", "علت ویرایش جدید"),
        ("Window", "Read again", "تازه‌سازی"),
        ("Inbox", "As it is", "همان‌گونه که رسید"),
        ("Reports", "Mehr 1405", "مهر ۱۴۰۵"),
        ("Inbox", "He alone", "این تنها راه است"),
        ("Inbox", "Next year", "از شمارهٔ نامه به شمار می‌آید"),
    ],
)
def test_a_word_in_another_sense_passes(
    glossary: list[Rule], context: str, source: str, persian: str
) -> None:
    assert found(glossary, persian, context, source) == []


def test_what_one_message_may_say_another_may_not(glossary: list[Rule]) -> None:
    assert found(glossary, "رونوشت", "EventField", "Copies to") == []
    assert found(glossary, "رونوشت", "EventField", "Copy") != []


@pytest.mark.parametrize(
    ("persian", "advice"),
    [
        ("شماره {number} صادر شد", "write «شمارهٔ»"),
        ("درباره پیش‌نویس", "write «دربارهٔ»"),
        ("پایگاه داده خالی", "write «دادهٔ»"),
    ],
)
def test_a_missing_ezafe_is_found(glossary: list[Rule], persian: str, advice: str) -> None:
    (line,) = found(glossary, persian)
    assert line.endswith(advice)


@pytest.mark.parametrize(
    "persian", ["شماره را بنویسید.", "همه چیز، با سابقه", "نسخه‌ای", "شماره، نام", "پایگاه داده پر است"]
)
def test_a_word_that_governs_nothing_has_no_ezafe(glossary: list[Rule], persian: str) -> None:
    assert found(glossary, persian) == []


@pytest.mark.parametrize(
    ("persian", "advice"),
    [
        ("كتاب", "Arabic yeh or kaf"),
        ("٣ روز", "Arabic-Indic digit"),
        ("نام, نشانی", "ASCII punctuation after Persian"),
        ("نام  نشانی", "double space"),
        ("می رود", "space instead of a half-space"),
        ("نظر ها", "space instead of a half-space"),
    ],
)
def test_the_mechanics_of_the_script_are_checked(glossary: list[Rule], persian: str, advice: str) -> None:
    (line,) = found(glossary, persian)
    assert line.endswith(advice)
