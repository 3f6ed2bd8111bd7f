from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.comparison.folding import flat
from desktop_app.comparison.furniture import furniture_of
from desktop_app.comparison.labels import CLAUSES, LabelKind
from desktop_app.comparison.structure import parse
from desktop_app.persian.text import INVISIBLE, ZWNJ

_PIECES = [
    "ماده ",
    "ماده",
    "مـاده ",
    "م ا د ه ",
    "ما ده ",
    "اصل ",
    "تبصره ",
    "تبصرهـ",
    "فصل ",
    "باب ",
    "بند ",
    "جزء ",
    "پیوست ",
    "قسمت ",
    "م ",
    "المادة ",
    "الأولى",
    "الحادية عشرة",
    "Article ",
    "Section ",
    "Annex A",
    "IV",
    '"',
    "<",
    ">",
    "الف) ",
    "ب- ",
    "پ. ",
    "(۱) ",
    "۲- ",
    "۱-۱- ",
    "3. ",
    "دوم",
    "بیست و یکم",
    "یکصد و هفتم",
    "۱",
    "5",
    "٧",
    "12",
    "واحده",
    "مکرر ",
    "ـ ",
    "- ",
    ": ",
    ". ",
    "؛ ",
    "، ",
    "متن ",
    "این ",
    "قانون ",
    "می\u200cشود ",
    "می\u200cشود. ",
    "باشد ",
    "به شرح ",
    "فهرست مطالب",
    "فهرست",
    "........ ۳",
    "رونوشت:",
    "مدیرکل",
    "مقدمه",
    "------",
    "ـــــــ",
    "[۱]",
    "¹",
    "صفحه ۳ از ۱۲",
    "- ۱۲ -",
    "[",
    "]",
    "*",
    "**",
    "(",
    ")",
    "«",
    "»",
    "تعریف کوتاه",
    "اداره کل درخواست را بررسی می\u200cکند",
]
_INVISIBLES = [
    "\n",
    "\n\n",
    "\n",
    "\u200c",
    "\u200f",
    "\u00ad",
    "\ufeff",
    "\f",
    "\t",
    "\u00a0",
    "ٔ",
    "ّ",
    "ﻣﺎﺩﻩ ",
    "ﻻ",
    "\x00",
    "🙂",
    "\r",
]
pieces = st.lists(st.sampled_from(_PIECES + _INVISIBLES * 3), max_size=60).map("".join)
anything = st.one_of(pieces, st.text(max_size=120))


@settings(max_examples=500, deadline=None)
@given(anything)
def test_provisions_tile_the_text_but_for_white_space_and_furniture(text: str) -> None:
    left = list(text)
    for start, end in furniture_of(text, flat(text)):
        left[start:end] = " " * (end - start)
    at = 0
    for provision in parse(text):
        assert at <= provision.start < provision.end <= len(text)
        assert not "".join(left[at : provision.start]).strip()
        at = provision.end
    assert not "".join(left[at:]).strip()


@settings(max_examples=500, deadline=None)
@given(anything)
def test_a_label_stands_at_the_beginning_of_its_provision(text: str) -> None:
    unseen = f" \t\n\f\v{ZWNJ}{INVISIBLE}"
    for provision in parse(text):
        assert provision.start <= provision.label_end <= max(provision.body, provision.label_end)
        assert provision.start <= provision.body <= provision.end
        if provision.label is None:
            assert provision.label_end == provision.body == provision.start
            assert (provision.kind, provision.number, provision.address) == (LabelKind.PARAGRAPH, "", ())
        else:
            assert text[provision.start : provision.label_end].strip(unseen) == provision.label
            assert provision.path[-1] == provision.label
            called = LabelKind.LETTER if provision.kind in CLAUSES else provision.kind
            assert provision.address[-1] == (called, provision.number)


@settings(max_examples=300, deadline=None)
@given(pieces)
def test_another_spelling_has_the_same_structure(text: str) -> None:
    other = (
        text.replace("ی", "ي")
        .replace("ک", "ك")
        .replace("۱", "1")
        .replace("۲", "٢")
        .replace("\u200f", "\u200e")
    )
    assert [(p.kind, p.number, p.start, p.end) for p in parse(other)] == [
        (p.kind, p.number, p.start, p.end) for p in parse(text)
    ]


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.integers(1, 4), min_size=1, max_size=30),
    st.sampled_from(["ـ ", "- ", ": ", " – ", "\u200c- ", ") "]),
)
def test_every_article_and_note_that_is_written_is_found(notes: list[int], separator: str) -> None:
    lines: list[str] = []
    expected: list[tuple[LabelKind, str]] = []
    for number, count in enumerate(notes, 1):
        lines.append(f"ماده {number}{separator}متقاضی مدارک را به اداره کل می‌دهد.")
        expected.append((LabelKind.ARTICLE, str(number)))
        for note in range(1, count):
            lines.append(f"تبصره {note}{separator}مهلت ده روز است.")
            expected.append((LabelKind.NOTE, str(note)))
    for joint in ("\n", "\n\n", "\r\n"):
        assert [(p.kind, p.number) for p in parse(joint.join(lines))] == expected


@pytest.mark.parametrize(
    "piece",
    [
        " ", "(", "5", "-", ".", ". ", ": ", "\u200c", "ـ", "ماده ", "ماده ۵- ", "ماده ۵\n", "«\n", "فهرست\n",
        "------\n۱- متن\n", "رونوشت:\nماده ۱- متن\n", "۱\nمتن\n", "بیست و ", "الف) ", "مدیرکل\n", "\f",
        '"', '"ماده ۵\n', "م ۵- ", "ماده-", "Article ", "Article 5\n", "المادة ", "الأولى ", "ماده ۱ قانون ",
        "پیوست ۱- متن\n", "ماده ۱ قانون نمونه:\n", "بند ۱ متن\n", "<- ", "قسمت ۱- متن است.\n",
    ],
)  # fmt: skip
def test_a_text_of_one_thing_over_and_over_is_cut_in_passable_time(piece: str) -> None:
    text = piece * (150_000 // len(piece))
    covered = sum(provision.end - provision.start for provision in parse(text))
    assert covered >= len("".join(text.split()))
