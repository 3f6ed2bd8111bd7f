"""Ten petitions of each one that was made: a register of a million in the time of a hundred thousand.

Making a petition is a millisecond of Python; putting it in once more under another number is a third of one, on the
server. The ten came within an hour of each other, on one day; each has a code, a registry number and a history of its
own, whose chain the server's own trigger makes. What a list is ordered, counted and paged by is spread as it was.
"""

from __future__ import annotations

from typing import Final

from desktop_app.database.vouched import VOUCHED
from tests.database.faults.servers import Server

COPIES: Final = 10
#: One beside the other: numbers go on in the order of arrival.
NUMBER: Final = f"(({{}} - 1) * {COPIES} + k + 1)"
#: Ten digits that none has twice (the factor shares nothing with ten), and their two check digits (ISO 7064 97-10).
_BODY: Final = f"(({NUMBER.format('b.id')}::bigint * 7368787 + 1000000007) % 10000000000)"
_CODE: Final = f"lpad({_BODY}::text, 10, '0') || lpad((98 - {_BODY} * 100 % 97)::text, 2, '0')"
_DAY: Final = "date_trunc('day', {0} AT TIME ZONE 'Asia/Tehran') AT TIME ZONE 'Asia/Tehran'"
_ARRIVED: Final = f"greatest({{0}} - ({COPIES - 1} - k) * interval '7 minutes', {_DAY})"
_FOUND: Final = """ substring(b.{0}::text from '"duplicate_of_id":([0-9]+)') """
_TOLD: Final = (
    "CASE WHEN b.{0}::text LIKE '%%\"duplicate_of_id\":%%' AND b.{0}::text NOT LIKE '%%\"duplicate_of_id\":null%%'"
    " THEN replace(b.{0}::text, '\"duplicate_of_id\":' ||" + _FOUND + ", '\"duplicate_of_id\":' || "
    + NUMBER.format("(" + _FOUND + ")::integer") + ")::json ELSE b.{0} END"
).replace("%%", "%")  # fmt: skip
OF_PETITION: Final = {"petition_id": NUMBER.format("b.petition_id")}


def other_petition(code: str, arrived: str) -> dict[str, str]:
    """What is another one in each copy of a petition; `arrived` has the place of a moment in it."""
    return {
        "id": NUMBER.format("b.id"),
        "tracking_code": code,
        "identity_key": f"'sample:' || {NUMBER.format('b.id')}",
        "registry_number": f"b.registry_number * {COPIES} - {COPIES - 1} + k",
        "duplicate_of_id": NUMBER.format("b.duplicate_of_id"),
        "received_at": arrived.format("b.received_at"),
        "registered_at": arrived.format("b.registered_at"),
    }


#: Table → what is another one in each copy, in the order of what it hangs on; a serial number is given anew.
_TABLES: Final = {
    "petition": other_petition(_CODE, _ARRIVED),
    "petition_text": OF_PETITION,
    "referral": OF_PETITION | {"id": ""},
    "reply": OF_PETITION | {"id": ""},
    "petition_pause": OF_PETITION | {"id": ""},
    "petition_sketch": OF_PETITION,
    "event": {
        "id": "",
        "item_id": NUMBER.format("b.item_id"),
        "at": f"CASE b.sequence WHEN 1 THEN {_ARRIVED.format('b.at')} ELSE b.at END",
        "before": _TOLD.format("before"),
        # What is vouched for is the row of the one that was copied.
        "after": f"regexp_replace(({_TOLD.format('after')})::text, ',?\"{VOUCHED}\":{{[^}}]*}}', '')::json",
        "content_hash": "''",
        "hash": "''",
    },
}  # fmt: skip
_ORDER: Final = {"petition": "id", "event": "item_id, sequence", "petition_sketch": "petition_id"}


def multiply(server: Server, name: str) -> None:
    """Takes the place of the petitions of a database, whose triggers rest, by ten of each."""
    run = server.run
    run("CREATE SCHEMA base", name)
    for table in (*_TABLES, "petition_search"):
        run(f"CREATE UNLOGGED TABLE base.{table} AS TABLE public.{table}", name)
    run("TRUNCATE petition, petition_sketch, event RESTART IDENTITY CASCADE", name)
    for table, others in _TABLES.items():
        found = run(
            "SELECT column_name FROM information_schema.columns"
            f" WHERE table_schema = 'public' AND table_name = '{table}' AND is_generated = 'NEVER'",
            name,
        )
        columns = [str(row[0]) for row in found if others.get(str(row[0])) != ""]
        values = ", ".join(others.get(column, f'b."{column}"') for column in columns)
        names = ", ".join(f'"{column}"' for column in columns)
        order = _ORDER.get(table, "petition_id, id" if "id" in others else "petition_id")
        only = " WHERE item_type = 'petition'" if table == "event" else ""
        run(
            f"INSERT INTO {table} ({names}) SELECT {values}"
            f" FROM (SELECT * FROM base.{table}{only} ORDER BY {order}) b"
            # Hanging on the row, the ten come one behind the other, and nothing has to be sorted again.
            f" CROSS JOIN LATERAL generate_series(0, {COPIES - 1} + 0 * b.{order.split(',')[0]}) k",
            name,
        )
        if only:
            whole = names.replace('"content_hash"', "content_hash")
            plain = ", ".join(
                "''" if column in ("content_hash", "hash") else f'"{column}"' for column in columns
            )
            run(
                f"INSERT INTO event ({whole}) SELECT {plain} FROM base.event WHERE item_type <> 'petition'"
                " ORDER BY id",
                name,
            )
    run(
        "INSERT INTO petition_search (petition_id, document, seen_by)"
        f" SELECT {NUMBER.format('b.petition_id')}, ts_delete(b.document, p.tracking_code)"
        f" || strip(to_tsvector('simple', q.tracking_code)), app.seen_by(q.unit_id, q.assignee_id, q.reach)"
        " FROM base.petition_search b JOIN base.petition p ON p.id = b.petition_id"
        f" CROSS JOIN generate_series(0, {COPIES - 1}) k JOIN petition q ON q.id = {NUMBER.format('b.petition_id')}",
        name,
    )
    run(f"UPDATE counter SET last = last * {COPIES} WHERE series = 'registry'", name)
    run("SELECT setval(pg_get_serial_sequence('petition', 'id'), max(id)) FROM petition", name)
    run("DROP SCHEMA base CASCADE", name)
