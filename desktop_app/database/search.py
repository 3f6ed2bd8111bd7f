"""Full-text search over folded words: one folding in Python feeds both engines.

SQLite: an FTS5 table without content; PostgreSQL: a stored `tsvector` in a table of its own. Both are made by
the migrations. What is found is a set of ids, newest first; counts are capped, because counting a common
word costs more than anybody needs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from sqlalchemy import bindparam, text
from sqlalchemy.orm import Session

from desktop_app.persian.digits import only_digits
from desktop_app.persian.text import query_terms, search_terms

#: The most matches that are looked at; behind them a search says «۱۰۰۰+» and asks to be narrowed.
MOST_MATCHES: Final = 5000
#: Words beyond this many code points, and letters of a word beyond that many, are not indexed: a tsvector holds
#: 1 MB, with two bytes for a Persian letter and up to eight for the place of a word.
_MOST_INDEXED: Final = 200_000
_LONGEST_TERM: Final = 60
_CODE_CHARACTERS: Final = set(" -–—ـ\u200c\u200e\u200f")


def terms_of(texts: Iterable[str | None], codes: Iterable[str | None] = ()) -> str:
    """The words that an item is found by, ready for either index. `codes` are found as one run of digits, and by
    their letters where they have some."""
    found: dict[str, None] = {}
    for code in codes:
        if code and code.isascii() and code.isdecimal():
            found[code[:_LONGEST_TERM]] = None
        elif code:
            found[only_digits(code)[:_LONGEST_TERM]] = None
            found.update(dict.fromkeys(query_terms(code)))
    room = _MOST_INDEXED
    for part in texts:
        for term in search_terms(part or ""):
            short = term[:_LONGEST_TERM]
            room -= len(short) + 4
            if room < 0:
                break
            found[short] = None
    return " ".join(filter(None, found))


def index_items(session: Session, items: Sequence[tuple[int, str]]) -> None:
    """Puts new items, `(id, terms_of(...))`, into the index."""
    rows = [{"id": item_id, "terms": terms} for item_id, terms in items]
    if not rows:
        return
    if _is_sqlite(session):
        session.execute(text("INSERT INTO petition_fts (rowid, terms) VALUES (:id, :terms)"), rows)
    else:
        session.execute(
            text(
                "INSERT INTO petition_search (petition_id, document) VALUES (:id, to_tsvector('simple', :terms))"
            ),
            rows,
        )


def clear_index(session: Session) -> None:
    """Forgets all items, before they are put in again."""
    if _is_sqlite(session):
        session.execute(text("INSERT INTO petition_fts (petition_fts) VALUES ('delete-all')"))
    else:
        session.execute(text("DELETE FROM petition_search"))


def matching_ids(session: Session, query: str, *, most: int = MOST_MATCHES) -> list[int]:
    """The ids of at most `most` items that hold every word of `query` (the last one may be a beginning), the
    newest first. Digits, spaces and dashes alone are one code. No words: nothing is found."""
    terms = _asked(query)
    if not terms:
        return []
    if _is_sqlite(session):
        match = " ".join(f'"{term}"' for term in terms) + ("*" if _is_beginning(terms[-1]) else "")
        statement = (
            "SELECT rowid FROM petition_fts WHERE petition_fts MATCH :match ORDER BY rowid DESC LIMIT :most"
        )
    else:
        match = " & ".join(f"'{term}'" for term in terms) + (":*" if _is_beginning(terms[-1]) else "")
        # Row security would keep the index from being used: a function of the database looks who asks.
        statement = "SELECT app.search(:match, :most)"
    asked = text(statement).bindparams(bindparam("match", match), bindparam("most", most))
    return [row[0] for row in session.execute(asked)]


def _is_beginning(term: str) -> bool:
    """Whether a term may be the beginning of a word: a short number is a number, else «۲» finds every code."""
    return not (term.isdecimal() and len(term) < 4)


def _asked(query: str) -> list[str]:
    number = only_digits(query)
    rest = {character for character in query if not character.isdigit()}
    if number and rest <= _CODE_CHARACTERS:
        return [number[:_LONGEST_TERM]]
    # Folded words hold letters and digits only, so no operator of either engine can be smuggled in.
    return [term[:_LONGEST_TERM] for term in query_terms(query)]


def _is_sqlite(session: Session) -> bool:
    bind: Any = session.get_bind()
    return bool(bind.dialect.name == "sqlite")
