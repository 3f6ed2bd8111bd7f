"""Defined terms: which definitions are found, what is told of them, and where a changed one is used."""

from __future__ import annotations

import io
import json
import random
import re
import zipfile
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.comparison.definitions import definitions_of, term_key, term_pattern
from desktop_app.comparison.draft import SegmentedText
from desktop_app.comparison.engine import compare_texts, to_json
from desktop_app.comparison.folding import flat
from desktop_app.comparison.labelling import provision_title
from desktop_app.comparison.outputs import as_html, as_text
from desktop_app.comparison.provenance import Provenance
from desktop_app.comparison.result import Comparison, TermFinding, TermIssue
from desktop_app.comparison.tokens import Vocabulary
from desktop_app.reports.comparison_docx import comparison_docx
from desktop_app.reports.comparison_pdf import Layout, comparison_pdf
from desktop_app.wording import use_language
from tests.comparison.drafts import articles, noisy, written
from tests.reports.pdf.reading import by_pdfium

_PROVENANCE = Provenance("bylaw", datetime(2026, 11, 25, 7, 2, tzinfo=UTC), "reviewer")
_LAYOUTS: tuple[Layout, ...] = ("both", "list", "side_by_side")
_USE = "ماده ۲- {0} هر ماه یک بار نشست دارد.\nماده ۳- آثار در تالار نگهداری می‌شود.\n"
_LEAD = "ماده ۱- در این آیین‌نامه اصطلاحات زیر در معانی مشروح به کار می‌روند:\n"
_LAW = (
    _LEAD + "الف- شورا: شورای هنر استان.\n"
    "ب- نگارخانه: محل نمایش آثار.\n"
    "پ- شورای عالی: شورای هنر کشور.\n"
    "ماده ۲- شورا هر ماه یک بار نشست دارد.\n"
    "تبصره- دبیر شورا دستور نشست را می‌نویسد.\n"
    "ماده ۳- شورای عالی گزارش را می‌بیند.\n"
    "ماده ۴- نگارخانه‌ها پروانه خود را نصب می‌کنند.\n"
    "الف- هر نگارخانه تابلو دارد.\n"
    "ماده ۵- مشاوران شوراهای شهر دعوت می‌شوند.\n"
)


def defined(text: str) -> dict[str, str]:
    """The terms of a text, as written, with their meanings."""
    draft = SegmentedText(text, Vocabulary())
    return {
        text[slice(*one.term)]: " ".join(" ".join(text[slice(*part)] for part in one.meaning).split())
        for one in definitions_of(draft)
    }


def findings(old: str, new: str) -> list[TermFinding]:
    result = compare_texts(old, new)
    for one in result.terms:
        assert one.old is None or term_key(flat(old[slice(*one.old)])) == term_key(flat(one.term))
        assert one.new is None or new[slice(*one.new)] == one.term
        for place in (*one.definitions, *one.uses):
            assert place.provision.start <= place.new[0] < place.new[1] <= place.provision.end
            assert term_key(flat(new[slice(*place.new)])) == term_key(flat(one.term))
    return list(result.terms)


def told(old: str, new: str) -> list[tuple[TermIssue, str, list[str]]]:
    """Each finding: its kind, its term, and the labels of the provisions that use it, or that define it twice."""
    return [
        (one.issue, one.term, [" ".join(place.provision.path) for place in one.uses or one.definitions])
        for one in findings(old, new)
    ]


@pytest.mark.parametrize(
    ("items", "meaning"),
    [
        ("الف- شورا: شورای هنر.\nب- هنر: کار زیبا.\n", "شورای هنر."),
        ("الف) شورا: شورای هنر.\nب) هنر: کار زیبا.\n", "شورای هنر."),
        ("۱- شورا: شورای هنر.\n۲- هنر: کار زیبا.\n", "شورای هنر."),
        ("۱-۱- شورا: شورای هنر.\n۱-۲- هنر: کار زیبا.\n", "شورای هنر."),
        ("الف- «شورا»: شورای هنر.\nب- هنر: کار زیبا.\n", "شورای هنر."),
        ("الف- شورا = شورای هنر.\nب- هنر = کار زیبا.\n", "شورای هنر."),
        ("الف- شورا - شورای هنر.\nب- هنر - کار زیبا.\n", "شورای هنر."),
        ("الف- شورا عبارت است از شورای هنر.\nب- هنر: کار زیبا.\n", "شورای هنر."),
        ("الف- شورا، به معنای شورای هنر.\nب- هنر: کار زیبا.\n", "شورای هنر."),
        ("الف- شورا (کوتاه): شورای هنر.\nب- هنر: کار زیبا.\n", "شورای هنر."),
        ("- شورا: شورای هنر.\n- هنر: کار زیبا.\n", "شورای هنر."),
        ("• شورا: شورای هنر.\n• هنر: کار زیبا.\n", "شورای هنر."),
        ("شورا: شورای هنر.\nهنر: کار زیبا.\n", "شورای هنر."),
        ("الف- شورا: شورای زیر:\n۱- دبیر\n۲- رئیس\nب- هنر: کار زیبا.\n", "شورای زیر: دبیر رئیس"),
    ],
)
@pytest.mark.parametrize(
    "lead",
    [
        _LEAD,
        "ماده ۱- تعاریف:\n",
        "ماده ۱\nتعاریف و اصطلاحات\n",
        "ماده ۱ـ واژه‌ها و عبارات این دستورالعمل به شرح زیر تعریف می‌شود:\n",
        "ماده ۱: عبارت‌های زیر در این قانون به جای عبارت‌های مشروح به‌کار می‌رود:\n",
        "ماده ۱- کلمات و عبارات زیر در این قانون در معانی مشروح مقابل آن‌ها به کار می‌روند.\n",
        "ماده ۱ - کلیات و تعاریف\nدر این قانون، مفاهیم و واژگان زیر در معانی مشروحه به‌کار می‌رود:\n",
        "ماده ۱ ـ در اين آيين نامه، واژه هاي اختصاري زير در مفاهيم مربوط به كار مي رود:\n",
        "فصل اول- کلیات\nماده ۱) معانی اصطلاحات به کار رفته در این قانون به شرح ذیل است:\n",
    ],
)
def test_the_items_of_an_article_of_definitions_are_found(lead: str, items: str, meaning: str) -> None:
    found = defined(lead + items + _USE.format("شورا"))
    assert [*found] == ["شورا", "هنر"]
    assert found["شورا"] == meaning


def test_a_text_that_another_keyboard_typed_has_the_same_terms() -> None:
    draft, other = (SegmentedText(text, Vocabulary()) for text in (_LAW, noisy(_LAW)))
    assert [one.key for one in definitions_of(other)] == [one.key for one in definitions_of(draft)]


def test_items_on_one_line_and_articles_of_a_chapter_of_definitions_are_found() -> None:
    line = _LEAD.rstrip() + " الف- شورا: شورای هنر؛ ب- هنر: کار زیبا.\n" + _USE.format("شورا")
    assert defined(line) == {"شورا": "شورای هنر؛", "هنر": "کار زیبا."}
    chapter = (
        "فصل اول- تعاریف\nماده ۱- شورا: شورای هنر.\nماده ۲- هنر: کار زیبا.\n"
        "فصل دوم- وظایف\nماده ۳- نشست: هر ماه یک بار.\n"
    )
    assert [*defined(chapter)] == ["شورا", "هنر"]


@pytest.mark.parametrize(
    ("sentence", "term", "meaning"),
    [
        ("منظور از شورا در این آیین‌نامه شورای هنر است.", "شورا", "شورای هنر است"),
        ("منظور از واژه «شورا»، در این قانون، شورای هنر است.", "شورا", "شورای هنر است"),
        ("مقصود از هنر دستی در این دستورالعمل، کار زیبا است.", "هنر دستی", "کار زیبا است"),
        ("سه نفر که در این آیین‌نامه «شورا» نامیده می‌شوند رأی می‌دهند.", "شورا", "سه نفر"),
        ("سه نفر، که در این آیین نامه به اختصار شورا نامیده می شوند، رأی می‌دهند.", "شورا", "سه نفر"),
        ("سه نفر که از این پس «شورا» خوانده می‌شوند رأی می‌دهند.", "شورا", "سه نفر"),
        ("سه نفر (از این پس «شورا») رأی می‌دهند.", "شورا", "سه نفر"),
    ],
)
def test_a_sentence_that_names_something_defines_it(sentence: str, term: str, meaning: str) -> None:
    text = f"ماده ۱- هدف روشن است.\nماده ۲- آثار زیبا است. {sentence}\n"
    assert defined(text) == {term: meaning}


@pytest.mark.parametrize(
    "text",
    [
        "ماده ۱- وظایف شورا به شرح زیر است:\nالف- بررسی: همه پرونده‌ها\nب- رأی: سه نفر\n",
        "ماده ۱- منظور از شورا در این ماده شورای هنر است.\n",
        "ماده ۱- به منظور اجرای این قانون: شورا رأی می‌دهد.\n",
        "ماده ۱- شورا در نشست نامیده می‌شود.\n",
        "ماده ۱- تعاریف:\nاین ماده ده واژه را بیان می‌کند.\n",
        "",
    ],
)
def test_other_lists_and_sentences_define_nothing(text: str) -> None:
    assert defined(text) == {}


@pytest.mark.parametrize(
    ("term", "used"),
    [
        ("شورا", "شورا شوراها شورا‌ها شورا ها شوراهای شوراهایی شورای «شورا» شورا، شـورا"),
        ("نگارخانه", "نگارخانه نگارخانه‌ها نگارخانه ها نگارخانه‌های نگارخانه‌ی نگارخانهٔ"),
        ("سازمان", "سازمان سازمان‌ها سازمانها سازمان"),
        ("آیین‌نامه", "آیین‌نامه آیین نامه آييننامه آئین‌نامه"),
        ("شورای عالی", "شورای‌عالی شوراي‌عالي"),
    ],
)
def test_a_term_is_matched_in_any_spelling(term: str, used: str) -> None:
    pattern = term_pattern(flat(term))
    words = used.split(" ")
    # Detached suffixes and parts belong to the word before them.
    text = " و ".join(words).replace(" و ها", " ها").replace(" و نامه", " نامه")
    separate = sum(word not in {"ها", "نامه"} for word in words)
    # The first letters of a word are searched as they are; the pattern allows more than that.
    assert len(pattern.findall(flat(text))) == separate


@pytest.mark.parametrize(
    ("term", "other"),
    [
        ("شورا", "شورایی"),
        ("شورا", "مشورا"),
        ("شورا", "شوراگونه"),
        ("شورا", "پیش‌شورا"),
        ("شورا", "شورا‌محور"),
        ("سازمان", "سازمانی"),
        ("سازمان", "سازمان‌یافته"),
        ("اداره کل", "اداره و کل"),
        ("هنر", "هنرمند"),
    ],
)
def test_a_term_is_never_matched_inside_another_word(term: str, other: str) -> None:
    assert term_pattern(flat(term)).search(flat(f"در {other} است")) is None


def test_a_changed_definition_is_told_with_every_provision_that_uses_the_term() -> None:
    changed = _LAW.replace("شورای هنر استان.", "شورای هنر و رسانه استان.")
    assert told(_LAW, changed) == [
        (TermIssue.CHANGED, "شورا", ["ماده ۱ پ", "ماده ۲", "ماده ۲ تبصره", "ماده ۵"]),
    ]
    [one] = findings(_LAW, changed)
    assert [place.provision.label for place in one.definitions] == ["الف"]
    plural = _LAW.replace("محل نمایش آثار.", "محل نمایش و فروش آثار.")
    assert told(_LAW, plural) == [(TermIssue.CHANGED, "نگارخانه", ["ماده ۴", "ماده ۴ الف"])]


def test_a_compound_is_one_term_however_it_is_joined() -> None:
    old = _LEAD + "الف- بیمه گر: شرکت نمونه.\nب- هنر: کار زیبا.\nماده ۲- بیمه‌گر و بیمه گران پاسخ می‌دهند.\n"
    new = old.replace("الف- بیمه گر: شرکت نمونه.", "الف- بیمه‌گر: شرکت دیگر.")
    assert told(old, new) == [(TermIssue.CHANGED, "بیمه‌گر", ["ماده ۲"])]


def test_a_change_in_a_clause_below_a_definition_changes_it() -> None:
    old = (
        _LEAD + "الف- شورا: گروهی از افراد زیر:\n۱- دبیر\n۲- رئیس\nب- هنر: کار زیبا.\n" + _USE.format("شورا")
    )
    assert told(old, old.replace("رئیس", "وزیر")) == [(TermIssue.CHANGED, "شورا", ["ماده ۲"])]


@pytest.mark.parametrize(
    ("taken", "put"),
    [
        ("شورای هنر استان.", "شورای  هنر استان؛"),
        ("شورای هنر استان.", "شوراي هنر استان"),
        ("ب- نگارخانه: محل", "ج- نگارخانه - محل"),
        ("ماده ۵-", "ماده ۶-"),
    ],
)
def test_spelling_punctuation_and_numbers_change_no_definition(taken: str, put: str) -> None:
    assert told(_LAW, _LAW.replace(taken, put)) == []


def test_a_term_that_is_defined_twice_is_told_with_both_places() -> None:
    twice = _LAW + "ماده ۶- منظور از شورا در این آیین‌نامه گروه داوران است.\n"
    assert told(_LAW, twice) == [(TermIssue.TWICE, "شورا", ["ماده ۱ الف", "ماده ۶"])]
    annex = _LAW + "پیوست ۱\nماده ۱- تعاریف:\nالف- شورا: گروه داوران.\n"
    assert [one for one in told(_LAW, annex) if one[0] is TermIssue.TWICE] == []


def test_a_term_whose_definition_is_gone_while_it_is_used_is_told() -> None:
    gone = _LAW.replace("ب- نگارخانه: محل نمایش آثار.\n", "").replace("پ- شورای", "ب- شورای")
    assert told(_LAW, gone) == [(TermIssue.UNDEFINED, "نگارخانه", ["ماده ۴", "ماده ۴ الف"])]
    unused = gone.replace("ماده ۴- نگارخانه‌ها", "ماده ۴- تالارها").replace(
        "الف- هر نگارخانه تابلو دارد.\n", ""
    )
    assert told(_LAW, unused) == []


def test_a_definition_that_moved_to_another_article_is_not_missed() -> None:
    moved = _LAW.replace("ب- نگارخانه: محل نمایش آثار.\n", "").replace("پ- شورای", "ب- شورای")
    assert told(_LAW, moved + "ماده ۶- نگارخانه: محل نمایش آثار.\n") == []
    assert told(_LAW, moved + "ماده ۶- منظور از نگارخانه در این آیین‌نامه محل نمایش آثار است.\n") == []


def test_a_text_that_marks_its_terms_is_told_which_of_them_it_does_not_define() -> None:
    marked = _LAW + "ماده ۶- «شورا» با «داوران» نشست دارد.\nماده ۷- «داوران» رأی می‌دهند.\n"
    assert told(_LAW, marked) == [(TermIssue.UNDEFINED, "داوران", ["ماده ۶", "ماده ۷"])]
    once = _LAW + "ماده ۶- «شورا» با «داوران» نشست دارد.\nماده ۷- داوران رأی می‌دهند.\n"
    unmarked = marked.replace("«شورا»", "شورا")
    quoted = marked.replace("«داوران»", "عبارت «داوران»")
    for text in (once, unmarked, quoted):
        assert told(_LAW, text) == []


def test_json_has_the_findings_with_places_in_the_newer_text() -> None:
    changed = _LAW.replace("شورای هنر کشور.", "شورای هنر و رسانه کشور.")
    [one] = json.loads(to_json(compare_texts(_LAW, changed)))["terms"]
    at = changed.index("شورای عالی")
    used = changed.index("شورای عالی گزارش")
    assert one == {
        "issue": "changed",
        "term": "شورای عالی",
        "old": [at, at + 10],
        "new": [at, at + 10],
        "definitions": [{"label": "پ", "path": ["ماده ۱", "پ"], "new": [at, at + 10]}],
        "uses": [{"label": "ماده ۳", "path": ["ماده ۳"], "new": [used, used + 10]}],
    }


def test_a_text_without_definitions_and_an_equal_one_have_no_findings() -> None:
    plain = written([articles(random.Random(1), 6)])
    assert told(plain, plain.replace("ماده ۲", "ماده ۳")) == []
    assert told(_LAW, _LAW) == []
    assert told(_LAW, noisy(_LAW)) == []


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from([*_LAW.split("\n"), "«شورا»", "که در این قانون «", "منظور از "]), max_size=14)
)
def test_any_order_of_lines_is_read_without_a_fault(lines: list[str]) -> None:
    findings(_LAW, "\n".join(lines))
    findings("\n".join(lines), _LAW)


@pytest.fixture
def all_kinds() -> Comparison:
    use_language("fa")
    new = _LAW.replace("شورای هنر استان.", "شورای هنر و رسانه استان.")
    new = new.replace("ب- نگارخانه: محل نمایش آثار.\n", "").replace("پ- شورای", "ب- شورای")
    return compare_texts(_LAW, new + "ماده ۶- منظور از شورای عالی در این آیین‌نامه هیئت وزیران است.\n")


def test_every_output_tells_the_findings(all_kinds: Comparison) -> None:
    sentences = [
        "«شورا»: تعریف آن تغییر کرده است.",
        "«شورای عالی»: بیش از یک بار تعریف شده است.",
        "«نگارخانه»: هنوز به کار می‌رود، ولی دیگر تعریف نشده است.",
    ]
    places = [
        " تعریف در: بند الف ماده ۱. کاربرد در: بند ب ماده ۱، ماده ۲، تبصره ماده ۲، ماده ۵.",
        " تعریف در: بند ب ماده ۱، ماده ۶.",
        " کاربرد در: ماده ۴، بند الف ماده ۴.",
    ]
    lines = [f"⚠ {sentence}{place}" for sentence, place in zip(sentences, places, strict=True)]
    for provenance in (None, _PROVENANCE):
        text = as_text(all_kinds, provenance).split("\n")
        assert [line for line in text if line in lines] == lines
    page = as_html(all_kinds, _PROVENANCE)
    assert all(f"<b>{sentence}</b>" in page for sentence in sentences)
    word = zipfile.ZipFile(io.BytesIO(comparison_docx(all_kinds, _PROVENANCE)))
    header = " ".join(word.read(name).decode() for name in word.namelist() if "header" in name)
    assert " ".join(sentences) in header
    for layout in _LAYOUTS:
        printed = " ".join(
            "\n".join(by_pdfium(comparison_pdf(all_kinds, _PROVENANCE, layout=layout))).split()
        )
        assert printed.count("واژه‌های تعریف‌شده") == 1
        for words in ("تعریف آن تغییر کرده است", "بیش از یک بار تعریف شده است", "دیگر تعریف نشده است"):
            assert words in printed


def test_the_page_links_each_use_to_its_provision(all_kinds: Comparison) -> None:
    page = as_html(all_kinds)
    listed = page.partition('<section class="terms">')[2].partition("</section>")[0]
    links = re.findall(r'<a href="#p(\d+)">([^<]+)</a>', listed)
    assert [title for _index, title in links] == [
        *("بند الف ماده ۱", "بند ب ماده ۱", "ماده ۲", "تبصره ماده ۲", "ماده ۵"),
        *("بند ب ماده ۱", "ماده ۶"),
        *("ماده ۴", "بند الف ماده ۴"),
    ]
    for index, title in links:
        place = all_kinds.entries[int(index)].new
        assert place is not None
        assert provision_title(place) == title
        assert f'id="p{index}"' in page


def test_a_comparison_without_findings_has_no_list() -> None:
    same = compare_texts(_LAW, _LAW)
    assert "⚠" not in as_text(same)
    assert 'class="terms"' not in as_html(same)
    assert "واژه‌های تعریف‌شده" not in "\n".join(by_pdfium(comparison_pdf(same, _PROVENANCE)))
