"""The words of the program: English source strings and their translations, without Qt.

Window, command line and printed page read one catalogue, `translations/mosharekat_fa.ts` for Persian (Qt Linguist's
format, so that a translator can use Qt's tools). It is read as it is: there is no compiled file that could be
missing or stale. `translate("Context", "English")` is what `pyside6-lupdate` looks for, so both arguments
must be plain literals; values are put in afterwards by `fill`.
"""

from __future__ import annotations

from functools import lru_cache
from xml.etree import ElementTree

from desktop_app.languages import SOURCE, language_in_use
from desktop_app.paths import translation
from desktop_app.persian.digits import digits


def translate(context: str, source: str) -> str:
    """The words for `source` in the language in use; `source` itself where there is no translation."""
    code = language_in_use().code
    if code == SOURCE:
        return source
    return _messages(code).get((context, source), source)


def fill(template: str, **values: object) -> str:
    """Puts `values` into the `{names}` of a translated template; whole numbers get the language's digits."""
    return template.format(**{name: _worded(value) for name, value in values.items()})


def _worded(value: object) -> str:
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
