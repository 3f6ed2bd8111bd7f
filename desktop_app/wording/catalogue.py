"""The translation catalogue: English source strings and their translations, without Qt.

Windows, command line and printed pages share one catalogue: `translations/mosharekat_fa.ts` for Persian, in the
format of Qt Linguist. It is read directly, so that no compiled file can be missing or outdated. `pyside6-lupdate`
searches for `translate("Context", "English")`, so both arguments must be plain literals; `fill` inserts values
afterwards.
"""

from __future__ import annotations

from functools import lru_cache
from xml.etree import ElementTree

from desktop_app.languages import SOURCE, language_in_use
from desktop_app.paths import translation
from desktop_app.persian.digits import digits
from desktop_app.persian.quotes import inner_quotes, names_in_quotes


def translate(context: str, source: str) -> str:
    """Returns the translation of `source` into the language in use, or `source` itself if there is none."""
    code = language_in_use().code
    if code == SOURCE:
        return source
    return _messages(code).get((context, source), source)


def fill(template: str, **values: object) -> str:
    """Replaces the `{names}` of a translated template. Whole numbers use the digits of the language.

    Quotes in a value that the template quotes become inner ones: «گفت ‹سلام›».
    """
    said = {name: _formatted(value) for name, value in values.items()}
    if any("«" in words for words in said.values()):
        quoted = names_in_quotes(template)
        said = {name: inner_quotes(words) if name in quoted else words for name, words in said.items()}
    return template.format(**said)


def _formatted(value: object) -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        return digits(value)
    return str(value)


@lru_cache
def _messages(code: str) -> dict[tuple[str, str], str]:
    tree = ElementTree.parse(translation(f"mosharekat_{code}.ts"))
    found: dict[tuple[str, str], str] = {}
    for context in tree.iterfind("context"):
        name = context.findtext("name") or ""
        for message in context.iterfind("message"):
            worded = message.findtext("translation")
            if worded:
                found[name, message.findtext("source") or ""] = worded
    return found
