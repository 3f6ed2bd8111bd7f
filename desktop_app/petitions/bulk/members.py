"""The petitions that a bulk run changed, for lists and notices of people who did not start it."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Boolean, ColumnElement

from desktop_app.database.acts.engine_functions import engine_function
from desktop_app.petitions.model import Petition

#: The definer function of PostgreSQL is in `rights/visibility.sql`: beneath row security the index is of no use.
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
