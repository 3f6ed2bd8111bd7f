"""The petitions that a bulk run changed, for lists and notices of people who did not start it."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Boolean, ColumnElement

from desktop_app.database.acts.engine_functions import engine_function
from desktop_app.database.audit import value_on_postgresql
from desktop_app.petitions.model import Petition

_RUN, _UNDONE, _UNDONE_BETWEEN = (
    value_on_postgresql("e.after", "bulk"),
    value_on_postgresql("u.after", "undone"),
    value_on_postgresql("b.after", "undone"),
)
#: The petitions of a run. Beneath row security the index of runs is of no use, so a definer function reads them.
#: Which of them somebody sees, the row security of petitions decides.
OF_RUN: Final = f"""
CREATE OR REPLACE FUNCTION app.of_run(run text) RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER ROWS 250 SET search_path = pg_catalog, pg_temp AS $$
  SELECT e.item_id FROM public.event e
  WHERE {_RUN} = run AND e.item_type = 'petition'
    AND NOT EXISTS (
      SELECT 1 FROM public.event u
      WHERE u.item_type = 'petition' AND u.item_id = e.item_id AND u.sequence > e.sequence
        AND {_UNDONE} = e.action
        AND (SELECT count(*) FILTER (WHERE {_UNDONE_BETWEEN} = e.action) - count(*) FILTER (WHERE b.action = e.action)
             FROM public.event b WHERE b.item_type = 'petition' AND b.item_id = e.item_id
               AND b.sequence > e.sequence AND b.sequence <= u.sequence) > 0)
$$;
"""
_IN_RUN: Final = engine_function(
    Boolean(),
    postgresql="({0} IN (SELECT app.of_run({1})))",
    sqlite="""({0} IN (
  SELECT e.item_id FROM event AS e
  WHERE json_extract(e.after, '$.bulk') = {1} AND e.item_type = 'petition'
    AND NOT EXISTS (
      SELECT 1 FROM event AS u
      WHERE u.item_type = 'petition' AND u.item_id = e.item_id AND u.sequence > e.sequence
        AND json_extract(u.after, '$.undone') = e.action
        AND (SELECT sum(coalesce(json_extract(b.after, '$.undone') = e.action, 0) - (b.action = e.action))
             FROM event AS b WHERE b.item_type = 'petition' AND b.item_id = e.item_id
               AND b.sequence > e.sequence AND b.sequence <= u.sequence) > 0)))""",
)


def in_run(key: str) -> ColumnElement[bool]:
    """Returns the condition that the run changed the petition, and that this was not undone."""
    condition: ColumnElement[bool] = _IN_RUN(Petition.id, key)
    return condition
