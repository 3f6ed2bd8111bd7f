"""What keeps a closed petition back: it is neither masked nor archived by itself."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Text

from desktop_app.database.acts.engine_functions import engine_function

#: On SQLite, of the petition with the id {0}; the same as `app.held_back`.
HELD_BACK: Final = """CASE
    WHEN EXISTS (SELECT 1 FROM petition_label l JOIN office o ON o.retention_hold = l.label_id
                 WHERE l.petition_id = {0}) THEN 'label'
    WHEN EXISTS (SELECT 1 FROM petition o WHERE o.is_open AND o.duplicate_of_id = {0})
      OR EXISTS (SELECT 1 FROM petition d JOIN petition o ON o.id = d.duplicate_of_id
                 WHERE d.id = {0} AND o.is_open)
      OR EXISTS (SELECT 1 FROM improvement_petition n JOIN improvement i ON i.id = n.improvement_id
                 WHERE n.petition_id = {0} AND i.done_on IS NULL) THEN 'matter'
    ELSE '' END"""
#: `label` (kept by the label of the setting), `matter` (something open hangs on it), or nothing.
held_back: Final = engine_function(Text(), postgresql="app.held_back({0})", sqlite=f"({HELD_BACK})")
