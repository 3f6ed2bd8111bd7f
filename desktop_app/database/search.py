"""Full-text search over folded words; both engines index the same words, folded in Python.

SQLite uses a contentless FTS5 table, PostgreSQL a stored `tsvector` in a table of its own. A search returns ids,
newest first. Counts are capped, because counting a common word exactly is slow and useless.

Later messages of a petitioner add their words to the petition's entry, so that words of both are found together
with no further query.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from sqlalchemy import Connection, bindparam, text
from sqlalchemy.orm import Session

from desktop_app.database.number_keys import KeyOfNumber, is_whole_number, make_number_keys, number_keys
from desktop_app.persian.digits import only_digits
from desktop_app.persian.query import Query, Together, Wanted, parse_query
from desktop_app.persian.text import query_terms, search_terms

#: The maximum number of matches that are read at once.
MOST_MATCHES: Final = 5000
#: Words after this many code points, and letters of a word after the second limit, are not indexed. A tsvector
#: holds 1 MB, with two bytes for a Persian letter and up to eight for the position of a word.
_MOST_INDEXED: Final = 200_000
_LONGEST_TERM: Final = 60
#: The maximum size of a tsvector in bytes, with room for its overhead; the same as in `app.find_by`.
_MOST_BYTES: Final = 1_000_000
#: How many later messages are read at once.
_CHUNK: Final = 500
#: Greater than every id.
_BEYOND: Final = 2**63 - 1


def set_up(connection: Connection) -> None:
    """Creates the index; needs the table `petition`."""
    if _is_sqlite(connection):
        connection.exec_driver_sql(
            "CREATE VIRTUAL TABLE petition_fts"
            " USING fts5(terms, content='', tokenize='unicode61 remove_diacritics 0')"
        )
        return
    # `seen_by` lists who may see the petition; `rights` maintains it. It has no index, and pages are not filled:
    # its updates stay in place, and the words are not written again.
    connection.exec_driver_sql(
        "CREATE TABLE petition_search (petition_id bigint PRIMARY KEY REFERENCES petition (id),"
        " document tsvector NOT NULL, seen_by bigint[]) WITH (fillfactor = 90)"
    )
    connection.exec_driver_sql("ALTER TABLE petition_search ALTER COLUMN document SET STATISTICS 1000")
    connection.exec_driver_sql(
        "CREATE INDEX ix_petition_search_document ON petition_search USING gin (document)"
    )
    # As in `list_columns`: the planner assumes a full table until it is analyzed.
    connection.exec_driver_sql("ANALYZE petition_search")


def take_down(connection: Connection) -> None:
    """Drops the index."""
    connection.exec_driver_sql(
        f"DROP TABLE {'petition_fts' if _is_sqlite(connection) else 'petition_search'}"
    )


def terms_of(texts: Iterable[str | None], codes: Iterable[str | None] = ()) -> str:
    """Returns the words under which an item is found, for either index, separated by spaces.

    `codes` are found as one run of digits, and by their letters if they have any.
    """
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
    """Returns the distinct words of several texts."""
    return " ".join(dict.fromkeys(word for one in terms for word in one.split()))


#: An item to index: its id, its words (`terms_of`), and the numbers that identify its sender.
IndexedItem = tuple[int, str, Sequence[str | None]]


def index_items(session: Session, items: Sequence[IndexedItem]) -> None:
    """Inserts new items into the index; numbers are found as a whole only, by their keys (`number_keys`)."""
    if not items:
        return
    if _is_sqlite(session):
        key = make_number_keys(session)
        rows = [{"id": item_id, "terms": keyed(terms, numbers, key)} for item_id, terms, numbers in items]
        session.execute(text("INSERT INTO petition_fts (rowid, terms) VALUES (:id, :terms)"), rows)
    else:
        ids, terms = [item[0] for item in items], [item[1] for item in items]
        numbers = [" ".join(filter(None, item[2])) for item in items]
        session.execute(_INDEX, {"ids": ids, "terms": terms, "numbers": numbers})


_INDEX: Final = text("SELECT app.index_petitions(:ids, :terms, :numbers)")


def keyed(terms: str, numbers: Iterable[str | None], key: KeyOfNumber | None) -> str:
    """Returns the words with the keys of the numbers, as SQLite indexes them."""
    return together(terms, *(key(number) for number in numbers if number)) if key is not None else terms


def index_more(where: Session | Connection, items: Iterable[tuple[int, str]]) -> None:
    """Adds words, `(id, terms_of(...))`, to indexed items, as many as a document holds; on PostgreSQL only for its
    owner.
    """
    added: dict[int, dict[str, None]] = {}
    for item_id, terms in items:
        added.setdefault(item_id, {}).update(dict.fromkeys(terms.split()))
    rows: list[dict[str, Any]] = [
        {"id": item_id, "terms": " ".join(words)} for item_id, words in added.items() if words
    ]
    if not rows:
        return
    if _is_sqlite(where):
        # FTS5 merges several inserts of one rowid but counts each as a row, so an empty delete corrects the count
        # first. A later removal of the row has to name all words ever inserted.
        where.execute(
            text("INSERT INTO petition_fts (petition_fts, rowid, terms) VALUES ('delete', :id, '')"), rows
        )
        where.execute(text("INSERT INTO petition_fts (rowid, terms) VALUES (:id, :terms)"), rows)
        return
    where.execute(
        text(
            "UPDATE petition_search s SET document = s.document || made.document FROM"
            " (SELECT number, strip(to_tsvector('simple', terms)) AS document"
            " FROM unnest(CAST(:numbers AS bigint[]), CAST(:terms AS text[])) AS told (number, terms)) made"
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
    """Adds the words of all later messages to an index that has the petitions, after a database was copied."""
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
    """Returns as many of the words as `to_tsvector` accepts at once: it uses four more bytes for the position of
    each.
    """
    room = _MOST_BYTES
    words = terms.split()
    for at, word in enumerate(words):
        room -= len(word.encode()) + 4
        if room < 0:
            return " ".join(words[:at])
    return terms


def clear_index(session: Session) -> None:
    """Removes all items, before they are indexed again."""
    if _is_sqlite(session):
        session.execute(text("INSERT INTO petition_fts (petition_fts) VALUES ('delete-all')"))
    else:
        session.execute(text("DELETE FROM petition_search"))


def matching_ids(
    session: Session, query: str | Query, *, most: int = MOST_MATCHES, before: int | None = None
) -> list[int]:
    """Returns the ids of at most `most` items that match a query (see `persian.query`), newest first.

    With `before` only smaller ids, so that a search can continue. Phrases are not checked here, only that all of
    their words occur. A query without wanted words matches nothing.
    """
    asked = parse_query(query) if isinstance(query, str) else query
    if not asked.wanted:
        return []
    if _is_sqlite(session):
        statement = (
            "SELECT rowid FROM petition_fts WHERE petition_fts MATCH :match AND rowid < :before"
            " ORDER BY rowid DESC LIMIT :most"
        )
        match, behind = _fts5(asked, number_keys(session)), before if before is not None else _BEYOND
    else:
        # Row security would prevent the use of the index: a database function checks the person's rights.
        statement = "SELECT app.search(:match, :most, :before)"
        match, behind = _tsquery(asked), before if before is not None else _BEYOND
    found = text(statement).bindparams(
        bindparam("match", match), bindparam("most", most), bindparam("before", behind)
    )
    return [row[0] for row in session.execute(found)]


# Folded words hold only letters and digits, so that no operator of either engine can be injected.


def whole_numbers_in(query: str) -> set[str]:
    """Returns the words of a query that have as many digits as a number that identifies a person."""
    asked = parse_query(query) if query.strip() else Query()
    terms = (*asked.wanted, *asked.unwanted)
    return {word for one in terms for way in one.ways for word in way if is_whole_number(word)}


def _fts5(query: Query, key: KeyOfNumber | None) -> str:
    def term(word: str, beginning: bool) -> str:
        plain = f'"{word[:_LONGEST_TERM]}"{"*" if beginning else ""}'
        return f'({plain} OR "{key(word)}")' if key is not None and is_whole_number(word) else plain

    def alternative(parts: Together, beginning: bool) -> str:
        last = len(parts) - 1
        return f"({' AND '.join(term(word, beginning and at == last) for at, word in enumerate(parts))})"

    def one(wanted: Wanted) -> str:
        return f"({' OR '.join(alternative(parts, wanted.beginning) for parts in wanted.ways)})"

    match = " AND ".join(map(one, query.wanted))
    return f"({match}) NOT ({' OR '.join(map(one, query.unwanted))})" if query.unwanted else match


def _tsquery(query: Query) -> str:
    def term(word: str, beginning: bool) -> str:
        return f"'{word[:_LONGEST_TERM]}'{':*' if beginning else ''}"

    def alternative(parts: Together, beginning: bool) -> str:
        last = len(parts) - 1
        return f"({' & '.join(term(word, beginning and at == last) for at, word in enumerate(parts))})"

    def one(wanted: Wanted) -> str:
        return f"({' | '.join(alternative(parts, wanted.beginning) for parts in wanted.ways)})"

    return " & ".join([*map(one, query.wanted), *(f"!{one(unwanted)}" for unwanted in query.unwanted)])


def _is_sqlite(where: Session | Connection) -> bool:
    bind: Any = where if isinstance(where, Connection) else where.get_bind()
    return bool(bind.dialect.name == "sqlite")
