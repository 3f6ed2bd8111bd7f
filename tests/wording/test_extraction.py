"""Words that the extractor does not see are words without a translation."""

from __future__ import annotations

import ast
from pathlib import Path

import desktop_app
import ui
from desktop_app.languages import LANGUAGES
from desktop_app.wording import in_language, translate
from translations.refresh import FILES, FOLDER

_PACKAGES = (Path(desktop_app.__file__).parent, Path(ui.__file__).parent)


def _inside_f_strings(source: str) -> list[int]:
    """The lines on which `translate` is called inside an f-string."""
    return [
        inner.lineno
        for outer in ast.walk(ast.parse(source))
        if isinstance(outer, ast.JoinedStr)
        for inner in ast.walk(outer)
        if isinstance(inner, ast.Call) and isinstance(inner.func, ast.Name) and inner.func.id == "translate"
    ]


def test_no_words_are_translated_inside_an_f_string() -> None:
    found = [
        f"{path.name}:{line}"
        for package in _PACKAGES
        for path in sorted(package.rglob("*.py"))
        for line in _inside_f_strings(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_words_inside_an_f_string_are_found() -> None:
    assert _inside_f_strings("a = f\"{translate('A', 'b')}: c\"") == [1]
    assert _inside_f_strings('a = translate("A", "b") + f"{c}"') == []


def test_each_language_but_the_source_has_a_file_of_its_own() -> None:
    assert sorted(FOLDER.glob("*.ts")) == sorted(FILES)
    assert len(FILES) == len(LANGUAGES) - 1


def test_english_is_read_from_the_source_string() -> None:
    assert in_language("en", lambda: translate("Window", "Sign out")) == "Sign out"
    assert in_language("fa", lambda: translate("Window", "Sign out")) == "خروج"
