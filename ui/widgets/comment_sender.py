"""The sender of a public comment in one line."""

from __future__ import annotations

from desktop_app.instruments.comments.service import CommentRow
from desktop_app.persian.digits import isolated
from desktop_app.persian.text import visible_controls
from desktop_app.wording import digits, fill, translate


def sender(comment: CommentRow) -> str:
    """Returns the sender's name; for a campaign group, the number of its comments."""
    if comment.stands_for is not None:
        words = translate("Comments", "{n} comments with one text")
        return fill(words, n=comment.stands_for.senders.submissions)
    if comment.hidden is not None:
        return translate("Comments", "A hidden comment")
    # Senders of text messages are identified by a phone number.
    if comment.sender.lstrip("•").isdecimal():
        return isolated(digits(comment.sender))
    return visible_controls(comment.sender) or translate("Comments", "Without a name")
