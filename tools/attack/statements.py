"""Random statements from the rights that a login really has: tables, columns, functions, and acts."""

from __future__ import annotations

import json
from dataclasses import dataclass
from random import Random
from typing import Any, Final

import psycopg

from desktop_app.database.acts.model import Act, Reversal, declared

_TABLES: Final = "pg_class t WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r'"
_RIGHTS: Final = (
    "SELECT t.relname, c.attname, format_type(c.atttypid, NULL), p.privilege FROM pg_attribute c"
    " CROSS JOIN (VALUES ('INSERT'), ('UPDATE')) p (privilege) JOIN (SELECT oid, relname FROM "
    f"{_TABLES}) t ON t.oid = c.attrelid WHERE c.attnum > 0 AND NOT c.attisdropped"
    " AND has_column_privilege(t.oid, c.attnum, p.privilege) ORDER BY 1, 2, 4"
)
_DELETABLE: Final = f"SELECT t.relname FROM {_TABLES} AND has_table_privilege(t.oid, 'DELETE') ORDER BY 1"
_FUNCTIONS: Final = (
    "SELECT p.proname, ARRAY(SELECT format_type(t, NULL) FROM unnest(p.proargtypes) WITH ORDINALITY a (t, n)"
    " ORDER BY n) FROM pg_proc p WHERE p.pronamespace = 'app'::regnamespace"
    " AND has_function_privilege(p.oid, 'EXECUTE') AND p.prorettype <> 'trigger'::regtype ORDER BY 1"
)
_WORDS: Final = (
    "", " \n ", "متن", "x", "پاسخ شما", "request", "complaint", "registered", "referred", "in_progress", "waiting",
    "awaiting_approval", "resolved", "archived", "answered", "granted", "refused", "duplicate", "withdrawn",
    "inadmissible", "commented", "action", "information", "petition", "person", "undo", "take", "note", "role_given",
    "phone", "portal", "normal", "' OR 1=1 --", "\u202e", "0912", "مریم رضایی",
)  # fmt: skip
_DAYS: Final = ("2020-01-01", "2026-11-20", "2026-11-29", "2099-01-01")
_MOMENTS: Final = ("2020-01-01T00:00:00Z", "2026-11-28T08:00:00Z", "2099-01-01T00:00:00Z")
#: Values of columns that are often right, so that many acts get past the first rules.
_LIKELY: Final[dict[str, tuple[Any, ...]]] = {
    "kind": ("request", "complaint"), "unit_id": (1, 2), "to_unit_id": (1, 2), "assignee_id": (2, 3, 4),
    "to_person_id": (None, 2, 3, 4), "rule_id": (None,), "referral": tuple(range(1, 12)),
    "outcome": ("answered", "granted", "refused", "withdrawn", "duplicate", "inadmissible"),
    "duplicate_of_id": (None, *range(1, 19)), "satisfaction": (None, 1, 5), "other": tuple(range(1, 19)),
    "label_id": (1, 2), "merged_into_id": (1, 2),
    "purpose": ("action", "information"), "referral_due_on": (None,), "urgency": (None, "urgent"),
}  # fmt: skip
#: What an administrator changes there by acts changes who may do what, which the watch does not follow:
#: `tests/security/test_administration_by_sql.py` attacks these acts. All other logins try them.
_ADMINISTRATION: Final = frozenset(
    {"person", "unit", "deputy", "office", "closed_day", "calendar_year", "routing_rule"}
)


@dataclass
class Attacker:
    """A login, and what it may do; `ids` are ids of things that there are."""

    connection: psycopg.Connection[Any]
    random: Random
    ids: tuple[int, ...]

    def __post_init__(self) -> None:
        self.columns: dict[tuple[str, str], list[tuple[str, str]]] = {}
        for table, column, kind, privilege in self.connection.execute(_RIGHTS):
            self.columns.setdefault((table, privilege), []).append((column, kind))
        self.deletable = [row[0] for row in self.connection.execute(_DELETABLE)]
        self.functions = [
            (name, kinds)
            for name, kinds in self.connection.execute(_FUNCTIONS)
            # Its own password would lock the attacker out; acts have their own generator.
            if name not in {"set_password", "perform"}
        ]
        [(administers,)] = self.connection.execute("SELECT app.has_role('administrator', NULL)")
        self.of_petitions = [act for act in declared() if act.function.startswith("act_petition_")]
        self.acts = [act for act in declared() if not (administers and _item_type(act) in _ADMINISTRATION)]

    def statement(self) -> tuple[str, tuple[Any, ...]]:
        """Returns a random statement with its parameters."""
        chosen = self.random.random()
        if chosen < 0.03:
            return self._registration()
        if chosen < 0.7 or not self.columns:
            return self._act()
        if chosen < 0.78 and self.functions:
            return self._function()
        if chosen < 0.81 and self.deletable:
            return f"DELETE FROM {self.random.choice(self.deletable)} WHERE {self._where()}", ()
        table, privilege = self.random.choice(sorted(self.columns))
        columns = self.columns[table, privilege]
        some = self.random.sample(columns, self.random.randint(1, len(columns)))
        names = [column for column, _ in some]
        values = tuple(self.value(kind, column) for column, kind in some)
        if privilege == "INSERT":
            marks = ", ".join(f"%s::{kind}" for _, kind in some)
            quoted = ", ".join(f'"{name}"' for name in names)
            return f"INSERT INTO {table} ({quoted}) VALUES ({marks})", values
        sets = ", ".join(f'"{column}" = %s::{kind}' for column, kind in some)
        return f"UPDATE {table} SET {sets} WHERE {self._where()}", values

    def value(self, kind: str, name: str = "") -> Any:
        """Returns a random value of a PostgreSQL type; a column's name may narrow it."""
        pick = self.random.choice
        if self.random.random() < 0.1:
            return None
        if kind.endswith("[]"):
            return [self.value(kind.removesuffix("[]")) for _ in range(self.random.randint(0, 3))]
        if name in _LIKELY and self.random.random() < 0.7:
            return pick(_LIKELY[name])
        documents: tuple[Any, ...] = ({}, [], {"status": "resolved"}, {"unit_id": pick(self.ids)}, 1, "x")
        pools: dict[str, tuple[Any, ...]] = {
            "integer": (*self.ids, *self.ids, 0, -1, 1, 2, 3, 5, 1405, 2_147_483_647),
            "boolean": (True, False),
            "date": _DAYS,
            "timestamp": _MOMENTS,
            "json": tuple(json.dumps(one) for one in documents),
            "bytea": (b"x",),
        }
        family = {"bigint": "integer", "smallint": "integer", "jsonb": "json"}.get(
            kind, kind.split(maxsplit=1)[0]
        )
        return pick(pools.get(family, _WORDS))

    def _where(self) -> str:
        return self.random.choice(("true", f"ctid = '(0,{self.random.randint(1, 9)})'"))

    def _registration(self) -> tuple[str, tuple[Any, ...]]:
        """Registers with a number that is taken in the same statement, and with forged values."""
        code = f"{self.random.randrange(10**12):012}"
        given = {
            "identity_key": code, "tracking_code": code, "registry_year": 1405, "kind": self.value("text", "kind"),
            "channel": "phone", "urgency": "normal", "subject": "x", "snippet": "x", "petitioner_name": "",
            "about": "", "received_at": self.random.choice(_MOMENTS), "body": "x",
            "unit_id": self.random.choice((None, 1, 2)),
        }  # fmt: skip
        forged = self.random.choice(("status", "assignee_id", "outcome", "due_on", "version", "id"))
        given[forged] = self.value("integer")
        item = {"item": 0, "words": "", "remarks": {}} | {f"given_{name}": one for name, one in given.items()}
        return (
            "SELECT * FROM app.perform('act_petition_registered', jsonb_set(%s::jsonb, '{0,given_registry_number}',"
            " to_jsonb(app.take_numbers('registry', 1405, 1))), '{}', 1, 'somebody else', '2020-01-01')",
            (json.dumps([item]),),
        )

    def _function(self) -> tuple[str, tuple[Any, ...]]:
        name, kinds = self.random.choice(self.functions)
        marks = ", ".join(f"%s::{kind}" for kind in kinds)
        return f"SELECT * FROM app.{name}({marks})", tuple(self.value(kind) for kind in kinds)

    def _act(self) -> tuple[str, tuple[Any, ...]]:
        # Half of the acts are of the desk, where most things are.
        act = self.random.choice(self.acts if self.random.random() < 0.5 else self.of_petitions)
        of = act.of if isinstance(act, Reversal) else act
        items = [self._item(of) for _ in range(self.random.choice((1, 1, 1, 1, 1, 2, 3)))]
        rows = {
            step.name: [
                {"item": item["item"]}
                | {name: self.value(_kind(step.table.c[name].type), name) for name in step.given}
                for item in items
            ]
            for step in of.others
            if step.given and self.random.random() < 0.6
        }
        values = (act.function, json.dumps(items, default=str), json.dumps(rows, default=str))
        return "SELECT * FROM app.perform(%s, %s, %s, 1, 'somebody else', '2020-01-01')", values

    def _item(self, of: Act) -> dict[str, Any]:
        """Returns a random item of an act, with what the act is given and sometimes more."""
        given = {f"given_{name}": self.value(_kind(kind), name) for name, kind in of.given.items()}
        if self.random.random() < 0.3:
            forged = self.random.choice(of.table.columns.keys())
            given[f"given_{forged}"] = self.value(_kind(of.table.c[forged].type), forged)
        item: dict[str, Any] = {
            "item": self.random.choice(self.ids), "seen": self.random.choice((None, None, None, 1, 2, 3, 4)),
            "words": self.random.choice(("دلیل", self.random.choice(_WORDS))),
            "remarks": {self.random.choice(("bulk", "undoes", "reason", "labels", "status")): "x"},
        }  # fmt: skip
        return item | given


def _item_type(act: Act | Reversal) -> str:
    return act.of.item_type if isinstance(act, Reversal) else act.item_type


def _kind(kind: Any) -> str:
    """Returns the PostgreSQL name of a column's type, as far as `value` knows it."""
    name = type(getattr(kind, "impl", kind)).__name__
    names = {
        "Integer": "integer",
        "BigInteger": "bigint",
        "Boolean": "boolean",
        "Date": "date",
        "JSON": "json",
    }
    return names.get(name, "timestamp" if "Time" in name or "Moment" in type(kind).__name__ else "text")
