"""The words of the program: English source strings and their Persian translation, without Qt.

Window, command line and printed page read one catalogue, `translations/mosharekat_fa.ts` (Qt Linguist's
format, so that a translator can use Qt's tools). It is read as it is: there is no compiled file that could be
missing or stale. `translate("Context", "English")` is what `pyside6-lupdate` looks for, so both arguments
must be plain literals; values are put in afterwards by `fill`.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from functools import lru_cache
from typing import Final, TypeAlias, TypeVar
from xml.etree import ElementTree

from desktop_app.paths import translation
from desktop_app.persian.dates import write_dates_in_latin
from desktop_app.persian.digits import persian_digits

#: A code of `settings.LANGUAGES`.
Language: TypeAlias = str
PERSIAN: Final = "fa"
#: The language of the source strings: it has no file.
SOURCE: Final = "en"

_state: dict[str, Language] = {"language": PERSIAN}
#: Another language, for one piece of work on one thread.
_apart: ContextVar[Language | None] = ContextVar("language", default=None)
T = TypeVar("T")


def use_language(language: Language) -> None:
    """Chooses the language of everything that is worded from now on."""
    _state["language"] = language
    write_dates_in_latin(language != PERSIAN)


def language_in_use() -> Language:
    """The language in use: `fa` unless another was chosen."""
    return _apart.get() or _state["language"]


def in_language(language: Language, words: Callable[[], T]) -> T:
    """What `words` makes in `language`, whatever language is in use."""
    token = _apart.set(language)
    try:
        return words()
    finally:
        _apart.reset(token)


def translate(context: str, source: str) -> str:
    """The words for `source` in the language in use; `source` itself where there is no translation."""
    language = language_in_use()
    if language == SOURCE:
        return source
    return _messages(language).get((context, source), source)


def fill(template: str, **values: object) -> str:
    """Puts `values` into the `{names}` of a translated template; whole numbers get the language's digits."""
    return template.format(**{name: _worded(value) for name, value in values.items()})


def digits(text: object) -> str:
    """`text` with its digits as the language in use writes them."""
    return persian_digits(str(text)) if _state["language"] == PERSIAN else str(text)


def _worded(value: object) -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        return digits(value)
    return str(value)


@lru_cache
def _messages(language: Language) -> dict[tuple[str, str], str]:
    tree = ElementTree.parse(translation(f"mosharekat_{language}.ts"))
    found: dict[tuple[str, str], str] = {}
    for context in tree.iterfind("context"):
        name = context.findtext("name") or ""
        for message in context.iterfind("message"):
            worded = message.findtext("translation")
            if worded:
                found[name, message.findtext("source") or ""] = worded
    return found
