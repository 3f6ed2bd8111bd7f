"""SQL of the PostgreSQL functions that perform acts."""

from __future__ import annotations

from functools import cache
from typing import Final

from desktop_app.database.acts.engine_functions import literal_sql
from desktop_app.database.acts.model import Act, Reversal, declared
from desktop_app.database.acts.postgresql import statement_of
from desktop_app.database.acts.postgresql_reversal import reversal_statement_of

_PERFORM: Final = """
CREATE OR REPLACE FUNCTION app.perform(
  act text, items jsonb, given jsonb, actor bigint, named text, moment timestamptz)
RETURNS TABLE (item bigint, refused text, version bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $perform$
DECLARE
  who bigint := actor;
  who_named text := named;
  at_moment timestamptz := moment;
BEGIN
  -- Only the program itself says who acts, and when.
  IF NOT app.is_program() THEN
    SELECT p.id, p.full_name INTO who, who_named FROM public.person p WHERE p.id = app.me();
    at_moment := NULL;
    IF who IS NULL THEN
      RAISE insufficient_privilege USING MESSAGE = 'nobody of the staff';
    END IF;
  END IF;
  IF pg_catalog.octet_length(items::text) > 64000000 OR pg_catalog.pg_column_size(given) > 64000000 OR EXISTS (
       SELECT 1 FROM jsonb_array_elements(items) i
       WHERE pg_catalog.length(i ->> 'words') > 1048576 OR pg_catalog.length(i ->> 'remarks') > 20000) THEN
    RAISE invalid_parameter_value USING MESSAGE = 'more words than an act has';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM pg_catalog.pg_proc f
                 WHERE f.pronamespace = 'app'::regnamespace AND f.proname = act AND starts_with(act, 'act_')) THEN
    RAISE invalid_parameter_value USING MESSAGE = 'no such act';
  END IF;
  RETURN QUERY EXECUTE format('SELECT * FROM app.%I($1, $2, $3, $4, $5)', act)
    USING items, given, who, who_named, at_moment;
END $perform$;
"""


def function_of(act: Act | Reversal) -> str:
    """Returns the SQL that creates the act's function on PostgreSQL."""
    made = reversal_statement_of(act) if isinstance(act, Reversal) else statement_of(act)
    statement = literal_sql(made)
    # For thousands of items or rows a hash is better than loops; for one item it would read whole tables.
    nested = "on" if isinstance(act, Act) and act.alone else "off"
    first = (_single(act) if isinstance(act, Act) else "") + _locks(
        act.of if isinstance(act, Reversal) else act
    )
    return f"""
CREATE OR REPLACE FUNCTION app.{act.function}(
  the_items jsonb, the_rows jsonb, the_me bigint, the_name text, the_now timestamptz)
RETURNS TABLE (r_item bigint, r_refused text, r_version bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
SET timezone = 'UTC' SET datestyle = 'ISO'
SET enable_nestloop = {nested} SET jit = off SET plan_cache_mode = force_generic_plan AS $act$
#variable_conflict use_column
DECLARE
  the_today date;
  the_ids bigint[] := ARRAY(SELECT DISTINCT (i ->> 'item')::bigint FROM jsonb_array_elements(the_items) i ORDER BY 1);
BEGIN{first}
  -- The moment comes after the locks: what waited for somebody else happened afterwards.
  the_now := coalesce(the_now, clock_timestamp());
  the_today := (the_now AT TIME ZONE 'Asia/Tehran')::date;
  RETURN QUERY {statement};
END $act$;
REVOKE ALL ON FUNCTION app.{act.function}(jsonb, jsonb, bigint, text, timestamptz) FROM PUBLIC;
"""


def _single(act: Act) -> str:
    """Returns the statement that refuses several items where only one may come."""
    if not act.is_single and not act.single_with:
        return ""
    given = f"given_{act.single_with}"
    with_it = f" AND jsonb_path_exists(the_items, '$[*].{given} ? (@ != null)')" if not act.is_single else ""
    return f"""
  IF jsonb_array_length(the_items) > 1{with_it} THEN
    RAISE invalid_parameter_value USING MESSAGE = 'one item at a time';
  END IF;"""


def _locks(act: Act) -> str:
    """Returns the statements that lock the rows to which the items refer by `under`, and then the items."""
    locked = {} if act.creates else {act.table.name: ["id = ANY (the_ids)"]}
    if act.under:
        [above] = (key.column.table.name for key in act.table.c[act.under].foreign_keys)
        parts = []
        if not act.creates:
            parts.append(f"SELECT i.{act.under} FROM public.{act.table.name} i WHERE i.id = ANY (the_ids)")
        if act.under in act.given:
            parts.append(f"SELECT (i ->> 'given_{act.under}')::bigint FROM jsonb_array_elements(the_items) i")
        referred = f"id IN ({' UNION ALL '.join(parts)})"
        # Rows of one table are locked together, in the order of their ids.
        locked = {above: [referred, *locked.pop(above, ())]} | locked
    first = "\n  -- First the locks, in one order; then one statement, which sees what others committed meanwhile."
    statements = [
        f"\n  PERFORM 1 FROM public.{table} WHERE {' OR '.join(rows)} ORDER BY id FOR NO KEY UPDATE;"
        for table, rows in locked.items()
    ]
    return first + "".join(statements) if statements else ""


@cache
def script() -> str:
    """Returns the PostgreSQL functions of the acts of all modules; compiling them takes some seconds."""
    return "\n".join([_PERFORM, *map(function_of, declared())])
