"""`python -m tools.tour OUT [--only NAME]`: takes a picture of every screen in its characteristic states.

Each scene is a PNG `OUT/<theme>/<scene>.png` of the real window on sample data: full, empty, loading, errors,
long texts; light and dark; and `OUT/scaled/` at 150 %. Looking at them is part of finishing a screen.

Each module but `machinery` holds the scenes of one room; a new room is named in `ROOMS`.
"""

from __future__ import annotations

import os
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tools.tour import (
    accounts,
    administration,
    annotating,
    building,
    comments,
    comments_arriving,
    comparison,
    consultation,
    duplicates,
    first_start,
    guide,
    inbox,
    instruments,
    intake,
    messages,
    notices,
    people,
    petitions,
    referrals,
    registering,
    reports,
    serial_work,
    set_up,
    sign_in,
)
from tools.tour.machinery import Tour, actor, appearance_of, filled, sample_day, scenes

__all__ = ["ROOMS", "Tour", "actor", "appearance_of", "filled", "sample_day", "scenes"]

#: The modules with scenes: each registers its own when it is imported.
ROOMS: Final = (
    sign_in, first_start, inbox, petitions, referrals, serial_work, registering, duplicates, notices, guide,
    instruments, consultation, annotating, comparison, building, comments, comments_arriving, people, reports,
    administration, set_up, accounts, intake, messages,
)  # fmt: skip
