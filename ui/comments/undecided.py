"""The way from one undecided comment to the next: through the list, then through the provisions behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop_app.instruments.comments.review import CommentedProvision
from desktop_app.instruments.comments.service import CommentRow


@dataclass(frozen=True, slots=True)
class Place:
    """A row of the list of comments: its provision, and the comment by which the list finds it."""

    part: CommentedProvision
    row: CommentRow
    comment_id: int


def undecided(
    parts: Sequence[CommentedProvision],
    rows_of: Callable[[CommentedProvision], Sequence[CommentRow]],
    key: str,
    current: int | None,
) -> tuple[Place | None, tuple[Place, ...]]:
    """Returns the first undecided row after the row `current` of the provision `key`, and those before it.

    The row itself is neither, and neither are further rows of its campaign group.
    """
    here = next((at for at, part in enumerate(parts) if part.key == key), -1)
    own: CommentRow | None = None
    before: list[Place] = []
    for at, part in enumerate(parts):
        for place in (place_of(part, row) for row in rows_of(part)):
            if at == here and place.row.id == current:
                own = place.row
            elif not place.row.waits or _of_one_group(place.row, own):
                continue
            elif at > here or own is not None or (at == here and current is None):
                return place, tuple(one for one in before if not _of_one_group(one.row, own))
            else:
                before.append(place)
    return None, tuple(one for one in before if not _of_one_group(one.row, own))


def place_of(part: CommentedProvision, row: CommentRow) -> Place:
    """Returns the place of a row; a campaign group is found by a member on this provision."""
    group = row.stands_for
    members = (one.id for one in part.comments if group and one.campaign == group.id and not one.apart)
    return Place(part, row, next(members, row.id))


def _of_one_group(one: CommentRow, other: CommentRow | None) -> bool:
    if one.stands_for is None or other is None or other.stands_for is None:
        return False
    return one.stands_for.id == other.stands_for.id
