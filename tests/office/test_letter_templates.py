"""The templates of letters: the program's own words until an administrator writes others, and again."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from desktop_app.database.audit import history
from desktop_app.errors import ConflictError, InvalidValueError, NotPermittedError
from desktop_app.office.letter_templates import (
    NEEDED,
    VARIABLES,
    LetterKind,
    paragraphs,
    standard_letter,
    valid_words,
)
from desktop_app.office.templates import NAMED
from desktop_app.wording import use_language
from desktop_app.wording.letters import variable_names
from tests.department import TestOffice


def test_a_template_is_changed_and_put_back_with_before_and_after(office: TestOffice) -> None:
    templates, admin = office.services.letter_templates, office.administrator
    first = templates.all()[0]
    assert (first.kind, first.version, first.standard) == (LetterKind.REPLY, 1, True)
    words = replace(first.words, subject="  پاسخ   {code} ", copies="\nدبیرخانه\n\n  بایگانی  کل\n")
    changed = templates.change(admin, LetterKind.REPLY, 1, words)
    assert not changed.standard
    assert (changed.words.subject, changed.words.copies) == ("پاسخ {code}", "دبیرخانه\nبایگانی کل")
    assert templates.all()[0] == changed
    again = templates.change(admin, LetterKind.REPLY, changed.version, None)
    assert again.standard
    assert again.words == first.words
    with office.services.database.reading() as session:
        one, two = history(session, "letter_template", 1)
    assert (one.action, one.actor_name) == ("letter_template_changed", admin.name)
    assert (one.before["standard"], one.after["subject"]) == (True, "پاسخ {code}")
    assert (two.before["subject"], two.after["standard"]) == ("پاسخ {code}", True)


def test_of_two_administrators_the_second_is_told(office: TestOffice) -> None:
    templates, admin = office.services.letter_templates, office.administrator
    words = templates.all()[1].words
    templates.change(admin, LetterKind.SLIP, 1, replace(words, subject="نخست"))
    for seen in (1, 7):
        with pytest.raises(ConflictError):
            templates.change(admin, LetterKind.SLIP, seen, replace(words, subject="دوم"))
    assert templates.all()[1].words.subject == "نخست"


def test_only_an_administrator_writes_templates(office: TestOffice) -> None:
    with pytest.raises(NotPermittedError):
        office.services.letter_templates.change(office.manager, LetterKind.SLIP, 1, None)


@pytest.mark.parametrize(
    ("field", "value", "named", "reason", "told"),
    [
        ("body", "سلام {reply} {nam}", "letter_body", "no_such_variable", "nam"),
        ("body", "سلام {reply} {fields}", "letter_body", "no_such_variable", "fields"),
        ("body", "سلام {reply} {name.__class__}", "letter_body", "no_such_variable", "name.__class__"),
        ("body", "سلام {reply", "letter_body", "loose_brace", ""),
        ("body", "سلام", "letter_body", "needs_variable", "reply"),
        ("body", " \n ", "letter_body", "empty", ""),
        ("body", "ب" * 20_001, "letter_body", "too_long", ""),
        ("subject", "", "letter_subject", "empty", ""),
        ("subject", "پاسخ }", "letter_subject", "loose_brace", ""),
        ("subject", "پاسخ {to}", "letter_subject", "no_such_variable", "to"),
        ("subject", "پ" * 201, "letter_subject", "too_long", ""),
        ("signer", "ن" * 201, "signer", "too_long", ""),
        ("copies", "\n".join("الف" for _ in range(13)), "letter_copies", "too_long", ""),
    ],
)
def test_what_is_no_template_is_refused_by_its_field(
    field: str, value: str, named: str, reason: str, told: str
) -> None:
    words = standard_letter(LetterKind.REPLY)
    changed: dict[str, Any] = {field: value}
    with pytest.raises(InvalidValueError) as caught:
        valid_words(LetterKind.REPLY, replace(words, **changed))
    parameters = caught.value.parameters
    assert (parameters["field"], parameters["reason"], parameters["value"]) == (named, reason, told)


@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize("kind", list(LetterKind))
def test_the_program_s_own_words_are_valid_templates(kind: LetterKind, language: str) -> None:
    use_language("fa" if language == "fa" else "en")
    words = standard_letter(kind)
    assert valid_words(kind, words) == words
    assert set(NAMED.findall(words.subject + words.body)) <= set(VARIABLES[kind])


def test_every_variable_has_a_name_and_every_needed_one_is_known() -> None:
    named = set(variable_names())
    assert {name for names in VARIABLES.values() for name in names} == named
    assert all(name in VARIABLES[kind] for kind, name in NEEDED.items())


def test_a_line_that_names_what_is_not_known_is_left_out() -> None:
    text = "گرامی {name}\nابلاغیهٔ {decree}\n\n{reply}\nپایان {nobody}"
    values = {"name": "{code}", "decree": "", "reply": "یک\n\nدو {name}\n", "code": "x"}
    assert paragraphs(text, values) == ("گرامی {code}", "یک", "دو {name}")
