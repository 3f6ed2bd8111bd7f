"""The translation catalogue: English source strings and their translations, without Qt.

Windows, command line and printed pages share one catalogue: `translations/mosharekat_fa.ts` for Persian, in the
format of Qt Linguist. It is read directly, so that no compiled file can be missing or outdated. `pyside6-lupdate`
searches for `translate("Context", "English")`, so both arguments must be plain literals; `fill` inserts values
afterwards.
"""

from __future__ import annotations

from functools import cache
from typing import Final
from xml.etree import ElementTree

from desktop_app.languages import SOURCE, language_in_use
from desktop_app.paths import translation
from desktop_app.persian.digits import digits
from desktop_app.persian.quotes import inner_quotes, names_in_quotes

_BEGIN: Final = "<context>"
_END: Final = "</context>"


def translate(context: str, source: str) -> str:
    """Returns the translation of `source` into the language in use, or `source` itself if there is none."""
    code = language_in_use().code
    if code == SOURCE:
        return source
    return _messages(code, context).get(source, source)


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


@cache
def _messages(code: str, context: str) -> dict[str, str]:
    """Returns the translations of a context by their source. The first window needs 5 of the 159 contexts."""
    text = _contexts(code).get(context)
    if text is None:
        return {}
    found = ElementTree.fromstring(text)
    worded = {
        message.findtext("source") or "": message.findtext("translation") or ""
        for message in found.iterfind("message")
    }
    return {source: words for source, words in worded.items() if words}


@cache
def _contexts(code: str) -> dict[str, str]:
    """Returns the XML of each context by its name, unread: to read them all takes as long as a small window."""
    _, *contexts = translation(f"mosharekat_{code}.ts").read_text(encoding="utf-8").split(_BEGIN)
    return {
        context.partition("<name>")[2].partition("</name>")[0]: _BEGIN + context.partition(_END)[0] + _END
        for context in contexts
    }
