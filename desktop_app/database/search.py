"""Full-text search over folded words: one folding in Python feeds both engines.

SQLite: an FTS5 table without content; PostgreSQL: a stored `tsvector` in a table of its own. What is found is a set
of ids, newest first; counts are capped, because counting a common word costs more than anybody needs.

What petitioners write to a petition that is there already adds its words to those of the petition: words of both
are found together, and a search asks nothing more than without it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from sqlalchemy import Connection, bindparam, text
from sqlalchemy.orm import Session

from desktop_app.persian.digits import only_digits
from desktop_app.persian.query import Query, Together, Wanted, parse_query
from desktop_app.persian.text import query_terms, search_terms

#: The most matches that are looked at in one go.
MOST_MATCHES: Final = 5000
#: Words beyond this many code points, and letters of a word beyond that many, are not indexed: a tsvector holds
#: 1 MB, with two bytes for a Persian letter and up to eight for the place of a word.
_MOST_INDEXED: Final = 200_000
_LONGEST_TERM: Final = 60
#: What a tsvector may hold in bytes, with room for how it keeps them; as `app.find_by`.
_MOST_BYTES: Final = 1_000_000
#: So many further texts are read at once.
_CHUNK: Final = 500
#: Above every id.
_BEYOND: Final = 2_147_483_647


def set_up(connection: Connection) -> None:
    """Makes the index, beside the table `petition`."""
    if _is_sqlite(connection):
        connection.exec_driver_sql(
            "CREATE VIRTUAL TABLE petition_fts"
            " USING fts5(terms, content='', tokenize='unicode61 remove_diacritics 0')"
        )
        return
    # `seen_by` says who may see the petition; `rights` keeps it. It is in no index: with room in the pages, a change
    # of it leaves the words where they are.
    connection.exec_driver_sql(
        "CREATE TABLE petition_search (petition_id integer PRIMARY KEY REFERENCES petition (id),"
        " document tsvector NOT NULL, seen_by integer[]) WITH (fillfactor = 90)"
    )
    connection.exec_driver_sql("ALTER TABLE petition_search ALTER COLUMN document SET STATISTICS 1000")
    connection.exec_driver_sql(
        "CREATE INDEX ix_petition_search_document ON petition_search USING gin (document)"
    )
    # As `list_columns`: the planner takes a table that was never analyzed for a full one.
    connection.exec_driver_sql("ANALYZE petition_search")


def take_down(connection: Connection) -> None:
    """Removes the index."""
    connection.exec_driver_sql(
        f"DROP TABLE {'petition_fts' if _is_sqlite(connection) else 'petition_search'}"
    )


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


def together(*terms: str) -> str:
    """The words of several, each once."""
    return " ".join(dict.fromkeys(word for one in terms for word in one.split()))


def index_items(session: Session, items: Sequence[tuple[int, str]]) -> None:
    """Puts new items, `(id, terms_of(...))`, into the index."""
    rows = [{"id": item_id, "terms": terms} for item_id, terms in items]
    if not rows:
        return
    if _is_sqlite(session):
        session.execute(text("INSERT INTO petition_fts (rowid, terms) VALUES (:id, :terms)"), rows)
    else:
        # As two arrays they are one statement.
        session.execute(
            text(
                "INSERT INTO petition_search (petition_id, document) SELECT number,"
                # Where a word stands in a text nobody asks: phrases are looked up in the text itself.
                " strip(to_tsvector('simple', terms))"
                " FROM unnest(CAST(:numbers AS integer[]), CAST(:terms AS text[])) AS made (number, terms)"
            ),
            {"numbers": [row["id"] for row in rows], "terms": [row["terms"] for row in rows]},
        )


def index_more(where: Session | Connection, items: Iterable[tuple[int, str]]) -> None:
    """Adds words, `(id, terms_of(...))`, to items that are in the index; on PostgreSQL for its owner, as many as a
    document holds."""
    added: dict[int, dict[str, None]] = {}
    for item_id, terms in items:
        added.setdefault(item_id, {}).update(dict.fromkeys(terms.split()))
    rows: list[dict[str, Any]] = [
        {"id": item_id, "terms": " ".join(words)} for item_id, words in added.items() if words
    ]
    if not rows:
        return
    if _is_sqlite(where):
        # The index joins what it is told of one row at several times; it counts rows, so the first one goes from the
        # count. Whoever takes the row out later names the words of all times.
        where.execute(
            text("INSERT INTO petition_fts (petition_fts, rowid, terms) VALUES ('delete', :id, '')"), rows
        )
        where.execute(text("INSERT INTO petition_fts (rowid, terms) VALUES (:id, :terms)"), rows)
        return
    where.execute(
        text(
            "UPDATE petition_search s SET document = s.document || made.document FROM"
            " (SELECT number, strip(to_tsvector('simple', terms)) AS document"
            " FROM unnest(CAST(:numbers AS integer[]), CAST(:terms AS text[])) AS told (number, terms)) made"
            " WHERE s.petition_id = made.number"
            " AND pg_column_size(strip(s.document)) + pg_column_size(made.document) < :room"
        ),
        {
            "numbers": [row["id"] for row in rows],
            "terms": [_fitting(row["terms"]) for row in rows],
            "room": _MOST_BYTES,
        },
    )


def index_further_texts(where: Session | Connection) -> None:
    """Adds the words of all further texts to an index that has the petitions, after a database was copied."""
    wanted = text(
        "SELECT petition_id, id, text FROM petition_message"
        " WHERE petition_id > :petition OR petition_id = :petition AND id > :message"
        " ORDER BY petition_id, id LIMIT :most"
    )
    petition = message = 0
    while rows := where.execute(wanted, {"petition": petition, "message": message, "most": _CHUNK}).all():
        index_more(where, [(row[0], terms_of((row[2],))) for row in rows])
        petition, message = rows[-1][0], rows[-1][1]


def _fitting(terms: str) -> str:
    """As many of the words as a tsvector is made of in one go: while it is, it keeps four bytes for the place of
    each."""
    room = _MOST_BYTES
    words = terms.split()
    for at, word in enumerate(words):
        room -= len(word.encode()) + 4
        if room < 0:
            return " ".join(words[:at])
    return terms


def clear_index(session: Session) -> None:
    """Forgets all items, before they are put in again."""
    if _is_sqlite(session):
        session.execute(text("INSERT INTO petition_fts (petition_fts) VALUES ('delete-all')"))
    else:
        session.execute(text("DELETE FROM petition_search"))


def matching_ids(
    session: Session, query: str | Query, *, most: int = MOST_MATCHES, before: int | None = None
) -> list[int]:
    """The ids of at most `most` items that answer to a query (see `persian.query`), the newest first; with `before`
    only ids below it, so that a search can go on. Phrases are not looked at here, only that their words are there.
    Nothing wanted: nothing is found."""
    asked = parse_query(query) if isinstance(query, str) else query
    if not asked.wanted:
        return []
    if _is_sqlite(session):
        statement = (
            "SELECT rowid FROM petition_fts WHERE petition_fts MATCH :match AND rowid < :before"
            " ORDER BY rowid DESC LIMIT :most"
        )
        match, behind = _fts5(asked), before if before is not None else _BEYOND
    else:
        # Row security would keep the index from being used: a function of the database looks who asks.
        statement = "SELECT app.search(:match, :most, :before)"
        match, behind = _tsquery(asked), before if before is not None else _BEYOND
    found = text(statement).bindparams(
        bindparam("match", match), bindparam("most", most), bindparam("before", behind)
    )
    return [row[0] for row in session.execute(found)]


# Folded words hold letters and digits only, so no operator of either engine can be smuggled in.


def _fts5(query: Query) -> str:
    def term(word: str, beginning: bool) -> str:
        return f'"{word[:_LONGEST_TERM]}"{"*" if beginning else ""}'

    def way(parts: Together, beginning: bool) -> str:
        last = len(parts) - 1
        return f"({' AND '.join(term(word, beginning and at == last) for at, word in enumerate(parts))})"

    def one(wanted: Wanted) -> str:
        return f"({' OR '.join(way(parts, wanted.beginning) for parts in wanted.ways)})"

    match = " AND ".join(map(one, query.wanted))
    return f"({match}) NOT ({' OR '.join(map(one, query.unwanted))})" if query.unwanted else match


def _tsquery(query: Query) -> str:
    def term(word: str, beginning: bool) -> str:
        return f"'{word[:_LONGEST_TERM]}'{':*' if beginning else ''}"

    def way(parts: Together, beginning: bool) -> str:
        last = len(parts) - 1
        return f"({' & '.join(term(word, beginning and at == last) for at, word in enumerate(parts))})"

    def one(wanted: Wanted) -> str:
        return f"({' | '.join(way(parts, wanted.beginning) for parts in wanted.ways)})"

    return " & ".join([*map(one, query.wanted), *(f"!{one(unwanted)}" for unwanted in query.unwanted)])


def _is_sqlite(where: Session | Connection) -> bool:
    bind: Any = where if isinstance(where, Connection) else where.get_bind()
    return bool(bind.dialect.name == "sqlite")
