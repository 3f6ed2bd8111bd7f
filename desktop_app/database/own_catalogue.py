"""Compares what the database consists of with what this program makes: tables, functions, triggers, rights.

The program makes its whole schema once more, in a transaction that is rolled back (PostgreSQL) or in memory (SQLite),
and compares the descriptions. So they need not be written down for each version of a server, and nothing
that the inspected database says about itself is believed.

The owner of the schema alone can do that on PostgreSQL.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Final, NamedTuple

from sqlalchemy import Connection, MetaData, text

from desktop_app.database import schema
from desktop_app.database.engine import Database
from desktop_app.database.rights import sees_everything
from desktop_app.database.rights.model import GROUPS


class CatalogueFault(StrEnum):
    """How an object differs."""

    MISSING = "missing_object"
    ALTERED = "altered_object"
    FOREIGN = "foreign_object"


class Part(NamedTuple):
    """A part of a schema: its kind in terms of SQL, and its name."""

    kind: str
    name: str


Description = dict[Part, str]

#: The schemas that this program has; any other but those of the server is foreign.
_SCHEMAS: Final = ("app", "public")
#: What lies in no schema. It is the same beside the schema that is made again, and the program makes none of it.
_IN_NO_SCHEMA: Final = ("schema", "extension", "event trigger", "default rights")
#: Rows that the schema brings along: the calendar by which windows of law are computed.
_CALENDAR: Final = (
    "SELECT 'calendar', CAST(year AS text) || '/' || CAST(month AS text),"
    " CAST(first_day AS text) || ' ' || CAST(days AS text) FROM {of}jalali_month"
)
#: A list of rights by name, without those of the owner.
_RIGHTS: Final = """(
    SELECT coalesce(string_agg(concat_ws(' ', coalesce(r.rolname, 'PUBLIC'), a.privilege_type, a.is_grantable), '; '
      ORDER BY coalesce(r.rolname, 'PUBLIC'), a.privilege_type), '')
    FROM aclexplode(coalesce({acl}, acldefault('{of}', {owner}))) a LEFT JOIN pg_roles r ON r.oid = a.grantee
    WHERE a.grantee <> {owner} AND coalesce(r.rolname, '') <> 'pg_database_owner')"""
_OURS: Final = "n.nspname IN ('app', 'public')"
_OWNER: Final = "(SELECT relowner FROM pg_class WHERE oid = to_regclass('public.event'))"


def _rights(acl: str, of: str, owner: str) -> str:
    return _RIGHTS.format(acl=acl, of=of, owner=owner)


_POSTGRESQL: Final = f"""
SELECT 'schema', n.nspname::text, {_rights("n.nspacl", "n", "n.nspowner")} FROM pg_namespace n
  WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
UNION ALL
SELECT CASE c.relkind WHEN 'S' THEN 'sequence' WHEN 'i' THEN 'index' WHEN 'r' THEN 'table' ELSE 'relation' END,
  format('%s.%s', n.nspname, c.relname),
  concat_ws(' | ', c.relkind, c.relpersistence, c.relrowsecurity, c.relforcerowsecurity, c.relispartition,
    c.relowner = {_OWNER}, array_to_string(c.reloptions, ','),
    CASE WHEN c.relkind = 'i' THEN concat_ws(' ', pg_get_indexdef(c.oid),
           (SELECT i.indisvalid FROM pg_index i WHERE i.indexrelid = c.oid))
         WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid)
         WHEN c.relkind = 'S' THEN {_rights("c.relacl", "s", "c.relowner")}
         ELSE {_rights("c.relacl", "r", "c.relowner")} END)
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE {_OURS}
UNION ALL
SELECT 'column', format('%s.%s.%s', n.nspname, c.relname, a.attname),
  concat_ws(' | ', format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attgenerated,
    (SELECT collname FROM pg_collation WHERE oid = a.attcollation), pg_get_expr(d.adbin, d.adrelid),
    {_rights("coalesce(a.attacl, acldefault('c', c.relowner))", "c", "c.relowner")})
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  WHERE {_OURS} AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND a.attnum > 0 AND NOT a.attisdropped
UNION ALL
SELECT 'constraint', format('%s.%s.%s', n.nspname, c.relname, k.conname),
  concat_ws(' | ', pg_get_constraintdef(k.oid), k.convalidated, k.condeferrable, k.condeferred)
  FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE {_OURS}
UNION ALL
SELECT 'trigger', format('%s.%s.%s', n.nspname, c.relname,
    CASE WHEN t.tgisinternal THEN concat_ws(' ', k.conname, t.tgfoid::regproc) ELSE t.tgname END),
  concat_ws(' | ', t.tgenabled, t.tgtype,
    CASE WHEN NOT t.tgisinternal THEN pg_get_triggerdef(t.oid) END)
  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_constraint k ON k.oid = t.tgconstraint AND t.tgisinternal WHERE {_OURS}
UNION ALL
SELECT 'rule', format('%s.%s.%s', n.nspname, c.relname, w.rulename),
  concat_ws(' | ', w.ev_enabled, pg_get_ruledef(w.oid))
  FROM pg_rewrite w JOIN pg_class c ON c.oid = w.ev_class JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE {_OURS} AND c.relkind NOT IN ('v', 'm')
UNION ALL
SELECT 'policy', format('%s.%s.%s', n.nspname, c.relname, p.polname),
  concat_ws(' | ', p.polcmd, p.polpermissive,
    (SELECT string_agg(coalesce(r.rolname, 'PUBLIC'), ',' ORDER BY r.rolname) FROM unnest(p.polroles) o
     LEFT JOIN pg_roles r ON r.oid = o),
    coalesce(pg_get_expr(p.polqual, p.polrelid), '-'), coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '-'))
  FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE {_OURS}
UNION ALL
SELECT 'function', format('%s.%s(%s)', n.nspname, f.proname, pg_get_function_identity_arguments(f.oid)),
  concat_ws(' | ', f.proowner = {_OWNER}, CASE WHEN f.prokind IN ('f', 'p') THEN pg_get_functiondef(f.oid) END,
    {_rights("f.proacl", "f", "f.proowner")})
  FROM pg_proc f JOIN pg_namespace n ON n.oid = f.pronamespace WHERE {_OURS}
UNION ALL
SELECT 'type', format('%s.%s', n.nspname, t.typname),
  concat_ws(' | ', t.typtype, format_type(t.typbasetype, t.typtypmod))
  FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace LEFT JOIN pg_class c ON c.oid = t.typrelid
  WHERE {_OURS} AND t.typcategory <> 'A' AND (c.oid IS NULL OR c.relkind = 'c')
UNION ALL
SELECT 'event trigger', evtname::text, concat_ws(' ', evtenabled, evtfoid::regproc) FROM pg_event_trigger
UNION ALL
SELECT 'extension', extname::text, '' FROM pg_extension WHERE extname <> 'plpgsql'
UNION ALL
SELECT 'default rights', concat_ws(' ', coalesce(n.nspname, '*'), d.defaclobjtype), d.defaclacl::text
  FROM pg_default_acl d LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace
"""

#: The groups of accounts, and what their logins could do past the rules. Logins that are no accounts of this database
#: may be those of another one on the server; the owner and superusers are not looked at.
_LOGINS: Final = text(f"""
WITH groups AS (SELECT oid, rolname FROM pg_roles WHERE rolname = ANY (:groups)),
known AS (
  SELECT m.member, g.rolname AS held, bool_or(m.inherit_option OR m.set_option) AS used
  FROM pg_auth_members m JOIN groups g ON g.oid = m.roleid GROUP BY m.member, g.rolname),
due AS (
  SELECT p.username, 'mosharekat_staff' AS held FROM public.person p
  UNION SELECT p.username, 'mosharekat_' || r.role FROM public.person p
    JOIN public.person_role r ON r.person_id = p.id WHERE p.active
  UNION SELECT p.username, 'mosharekat_' || r.role FROM public.person p
    JOIN public.deputy d ON d.deputy_id = p.id JOIN public.person_role r ON r.person_id = d.person_id
    WHERE p.active AND r.role <> 'administrator' AND (d.role IS NULL OR d.role = r.role))
SELECT r.rolname::text, k.held::text FROM known k JOIN pg_roles r ON r.oid = k.member
  WHERE k.used AND NOT r.rolsuper AND r.oid <> {_OWNER} AND k.held <> 'mosharekat_portal'
    AND EXISTS (SELECT 1 FROM public.person p WHERE p.username = r.rolname)
    AND NOT EXISTS (SELECT 1 FROM due d WHERE d.username = r.rolname AND d.held = k.held)
UNION
SELECT r.rolname::text, w.power FROM known k JOIN pg_roles r ON r.oid = k.member,
  LATERAL (VALUES ('SUPERUSER', r.rolsuper), ('BYPASSRLS', r.rolbypassrls), ('CREATEROLE', r.rolcreaterole),
    ('CREATEDB', r.rolcreatedb), ('REPLICATION', r.rolreplication)) w (power, has)
  WHERE w.has AND EXISTS (SELECT 1 FROM public.person p WHERE p.username = r.rolname)
UNION
SELECT r.rolname::text, g.rolname::text FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member
  JOIN pg_roles g ON g.oid = m.roleid
  WHERE EXISTS (SELECT 1 FROM public.person p WHERE p.username = r.rolname) AND r.oid <> {_OWNER}
    AND NOT r.rolsuper AND g.rolname <> ALL (:groups)
UNION
SELECT r.rolname::text, unnest(s.setconfig) FROM pg_db_role_setting s JOIN pg_roles r ON r.oid = s.setrole
  WHERE EXISTS (SELECT 1 FROM public.person p WHERE p.username = r.rolname)
EXCEPT
SELECT p.username, unnest(ARRAY['idle_in_transaction_session_timeout=60s', 'statement_timeout=60s',
    'lock_timeout=4s']) FROM public.person p
ORDER BY 1, 2
""")


def catalogue_faults(database: Database, metadata: MetaData) -> list[tuple[CatalogueFault, str]] | None:
    """Returns what differs from what this program makes, each with its kind and name; None without the right to know.

    On PostgreSQL the schema is made once more, in some seconds, and rolled back: other sessions notice nothing.
    """
    if database.is_sqlite:
        with database.reading() as session:
            found = _described(session.connection())
        own = Database("sqlite://")
        try:
            with own.engine.execution_options(writes=True).begin() as connection:
                schema.bring_to(connection, metadata, schema.head())
                due = _described(connection)
        finally:
            own.close()
        return list(_differences(found, due))
    schema.prepare(database)
    with database.rehearsing() as session:
        if not sees_everything(session):
            return None
        connection = session.connection()
        schema.lock_migrations(connection)
        found = _described(connection)
        logins = [f"{name} {what}" for name, what in connection.execute(_LOGINS, {"groups": list(GROUPS)})]
        _make_beside(connection, metadata)
        made = _described(connection)
        due = {
            part: definition
            for part, definition in made.items()
            if part.kind not in _IN_NO_SCHEMA or (part.kind == "schema" and part.name in _SCHEMAS)
        }
        faults = list(_differences(found, due))
    return faults + [(CatalogueFault.FOREIGN, f"role {login}") for login in logins]


def _make_beside(connection: Connection, metadata: MetaData) -> None:
    """Makes the schema anew in the transaction, with the real one under another name."""
    connection.execute(
        text("SELECT set_config('role', o.rolname, true) FROM pg_roles o WHERE o.oid = " + _OWNER)
    )
    for name in _SCHEMAS:
        connection.exec_driver_sql(f"ALTER SCHEMA {name} RENAME TO mosharekat_real_{name}")
    connection.exec_driver_sql("CREATE SCHEMA public")
    schema.bring_to(connection, metadata, schema.head())


def _described(connection: Connection) -> Description:
    if connection.dialect.name == "sqlite":
        rows = connection.exec_driver_sql(
            "SELECT type, name, coalesce(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat%' UNION ALL "
            + _CALENDAR.format(of="")
        )
        return {Part(str(kind), str(name)): str(definition) for kind, name, definition in rows}
    path = connection.scalar(text("SELECT current_setting('search_path')"))
    connection.exec_driver_sql("SET LOCAL search_path = pg_catalog")
    rows = connection.execute(text(f"{_POSTGRESQL} UNION ALL {_CALENDAR.format(of='public.')}"))
    found = {Part(kind, name): definition or "" for kind, name, definition in rows}
    connection.execute(text("SELECT set_config('search_path', :path, true)"), {"path": path})
    return found


def _differences(found: Description, due: Description) -> Iterator[tuple[CatalogueFault, str]]:
    for part in sorted(found.keys() | due.keys()):
        if part not in found:
            yield CatalogueFault.MISSING, f"{part.kind} {part.name}"
        elif part not in due:
            yield CatalogueFault.FOREIGN, f"{part.kind} {part.name}"
        elif found[part] != due[part]:
            yield CatalogueFault.ALTERED, f"{part.kind} {part.name}"
