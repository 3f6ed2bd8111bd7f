"""Every kind of trouble has its sentence, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import pytest

from desktop_app import errors
from desktop_app.errors import AppError, InvalidValueError, RuleError
from desktop_app.petitions.vocabulary import Channel, Kind, Outcome, Status
from desktop_app.wording import use_language
from desktop_app.wording.errors import _SENTENCES, _reasons, _rules, error_sentence
from desktop_app.wording.labels import labels


def subclasses(kind: type[AppError]) -> Iterator[type[AppError]]:
    for below in kind.__subclasses__():
        yield below
        yield from subclasses(below)


def test_every_error_has_a_sentence() -> None:
    assert errors.BadFileError in set(subclasses(AppError))
    missing = {kind.code for kind in subclasses(AppError)} - set(_SENTENCES)
    assert not missing


@pytest.mark.parametrize("language", ["fa", "en"])
def test_every_rule_and_reason_is_a_whole_sentence(language: str) -> None:
    use_language("fa" if language == "fa" else "en")
    said = [error_sentence(RuleError(rule=rule)) for rule in sorted(_rules())]
    said += [
        error_sentence(InvalidValueError(field="text", reason=reason, value="x", minimum=8))
        for reason in sorted(_reasons())
    ]
    for sentence in said:
        assert sentence.endswith((".", "؟", "!"))
        assert "{" not in sentence
        persian = any("\u0600" <= letter <= "\u06ff" for letter in sentence)
        assert persian == (language == "fa"), sentence


@pytest.mark.parametrize(
    ("family", "values"), [("kind", Kind), ("channel", Channel), ("status", Status), ("outcome", Outcome)]
)
def test_every_word_of_the_desk_has_a_persian_name(family: str, values: type[StrEnum]) -> None:
    named = labels(family)
    for value in values:
        assert any("\u0600" <= letter <= "\u06ff" for letter in named[value])


def test_every_reason_and_field_of_an_invalid_value_has_its_words() -> None:
    named, reasons, fields = 0, set(_reasons()), set(labels("field"))
    for room in ("desktop_app", "ui"):
        for file in (Path(errors.__file__).parents[1] / room).rglob("*.py"):
            for call in re.findall(r"InvalidValueError\(([^()]*)", file.read_text(encoding="utf-8")):
                for reason in re.findall(r'reason="(\w+)"', call):
                    assert reason in reasons, file
                    named += 1
                for field in re.findall(r'field="(\w+)"', call):
                    assert field in fields, file
    assert named > 100
