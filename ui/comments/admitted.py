"""The comments on a draft that the filter admits, and the rows in which they are listed."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.instruments.campaigns.service import as_one
from desktop_app.instruments.comments.review import CommentedProvision, Review
from desktop_app.instruments.comments.service import CommentRow
from ui.comments.filter_bar import CommentFilterBar


class AdmittedComments:
    """Applies the filter to the comments of a review; those of a row can stay in sight against the filter."""

    def __init__(self, filters: CommentFilterBar) -> None:
        self._filters = filters
        self._review: Review | None = None
        self._by_id: dict[int, CommentRow] = {}
        #: The comment and the campaign group that stay in sight, whatever the filter admits.
        self._in_sight: tuple[int | None, int | None] = (None, None)

    def show_review(self, review: Review) -> None:
        """Takes the comments of a review."""
        self._review = review
        self._by_id = {comment.id: comment for comment in review.comments}

    def keep_in_sight(self, comment: CommentRow | None) -> None:
        """Shows the comments of a row although the filter does not admit them any more; None ends that."""
        group = comment.stands_for.id if comment is not None and comment.stands_for is not None else None
        self._in_sight = (comment.id if comment is not None else None, group)

    def rows_of(self, part: CommentedProvision) -> tuple[CommentRow, ...]:
        """Returns the rows of a provision; a campaign group is one row while the filter joins its comments."""
        admitted = [comment for comment in part.comments if self._admits(comment)]
        if not self._filters.together:
            return tuple(admitted)
        return as_one(admitted, self._by_id, self._review.campaigns if self._review is not None else {})

    def row_of(self, comment_id: int) -> int:
        """Returns the comment that stands for a comment in a joined list: the head of its campaign group."""
        inside = self._by_id.get(comment_id)
        if self._review is None or inside is None:
            return comment_id
        group = self._review.campaigns.get(inside.campaign or 0)
        return group.head if group is not None else comment_id

    def ids(self) -> tuple[int, ...]:
        """Returns the ids of all comments on the draft that the filter admits, in ascending order."""
        admitted = (comment for comment in self._by_id.values() if self._filters.admits(comment))
        return tuple(sorted(comment.id for comment in admitted))

    def elsewhere(
        self, parts: Sequence[CommentedProvision], here: CommentedProvision | None
    ) -> tuple[CommentedProvision, CommentRow] | None:
        """Returns the next provision after `here` with an admitted comment, and that comment.

        After the last of `parts` it wraps around. None if there is no other one.
        """
        at = next((i for i, one in enumerate(parts) if here is not None and one.key == here.key), -1)
        for part in (*parts[at + 1 :], *parts[: max(at, 0)]):
            for comment in part.comments:
                if self._filters.admits(comment):
                    return part, comment
        return None

    def _admits(self, comment: CommentRow) -> bool:
        number, group = self._in_sight
        return (
            comment.id == number
            or (group is not None and comment.campaign == group)
            or self._filters.admits(comment)
        )
