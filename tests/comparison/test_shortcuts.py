"""What is looked up or read by a shorter way is what the longer way gives, whatever the text."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.comparison.finding import places_of
from desktop_app.comparison.folding import bare, flat
from desktop_app.comparison.labels import LabelReading, at_line, read
from desktop_app.comparison.readings import at_lines
from desktop_app.comparison.sequences import common_ends
from desktop_app.comparison.tokens import Vocabulary
from desktop_app.persian.text import ZWNJ

_LABELS = [
    *("ماده ", "ماده", "تبصره ", "تبصره", "اصل ", "فصل ", "الف", "ب", "ا", "۱", "۰۷", "12", " ", "  ", ZWNJ),
    *(
        "-",
        "ـ",
        "ـ ",
        ")",
        ":",
        ".",
        "/",
        "*",
        "(",
        "مکرر",
        "متن",
        "و",
        "ی",
        "۵-۱",
        "-۱-",
        "\n",
        "\n",
        "\n",
        "\u0651",
    ),
]
_WORDS = [
    "می",
    "رود",
    ZWNJ,
    " ",
    "  ",
    ".",
    "..",
    "،",
    "۱٬۰۰۰",
    "3.5",
    "\n",
    "\t",
    "ا",
    "\u0653",
    "ً",
    "ـ",
    "ﻻ",
    "Σ",
    "é",
    "\0",
    "²",
    "_",
]
labelled = st.lists(st.sampled_from(_LABELS), max_size=30).map("".join)
worded = st.one_of(st.lists(st.sampled_from(_WORDS), max_size=30).map("".join), st.text(max_size=60))


@given(labelled)
def test_a_label_of_the_usual_form_reads_as_any_other(text: str) -> None:
    text = flat(text)
    matches = [at_line(text, line.start()) for line in re.finditer("(?m)^", text)]
    readings: list[LabelReading | None] = [read(match) for match in matches if match]
    assert at_lines(text) == [reading for reading in readings if reading]


@given(worded)
def test_tokens_stand_where_they_are_written(text: str) -> None:
    text = flat(text)
    tokens = Vocabulary().tokens(f"۱ {text}", 2, 2 + len(text))
    places = list(zip(tokens.starts, tokens.ends, strict=True))
    assert len(places) == len(tokens) == len(tokens.keys)
    written = [f"۱ {text}"[start:end] for start, end in places]
    vocabulary = Vocabulary()
    # Each token by itself is one token, and between them stands none.
    assert [len(vocabulary.tokens(token, 0, len(token))) for token in written] == [1] * len(written)
    for before, behind in zip([2, *tokens.ends], [*tokens.starts, 2 + len(text)], strict=True):
        assert not len(vocabulary.tokens(f"۱ {text}", before, behind))


@given(worded)
def test_the_letters_of_a_body_are_what_is_left_of_it_as_a_whole(text: str) -> None:
    text = flat(text)
    assert Vocabulary().letters(text) == bare("".join(text.replace(ZWNJ, " ").split()))


@given(worded, worded)
def test_common_ends_are_shared_and_do_not_overlap(old: str, new: str) -> None:
    old, new = f"{old} الف ب {new}", f"{old} الف ت {new}"
    head, tail = common_ends(old, new)
    assert old[:head] == new[:head]
    assert old[len(old) - tail :] == new[len(new) - tail :]
    assert head + tail <= min(len(old), len(new))
    assert old[:head][-1:] in {"", " "}
    assert old[len(old) - tail :][:1] in {"", " "}


@given(worded)
def test_places_are_where_a_pattern_finds_them(text: str) -> None:
    assert places_of(text, "می", "ا", ".") == [match.start() for match in re.finditer(r"(?=می|ا|\.)", text)]
