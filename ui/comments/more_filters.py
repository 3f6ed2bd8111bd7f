"""Filters for comments: issue, assignee, sender group, disposition, lateness."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.instruments.comments.service import CommentRow
from desktop_app.persian.text import visible_controls
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label

_UNDECIDED: Final = "undecided"


@dataclass(frozen=True, slots=True)
class MoreFilters:
    """None admits all; an empty issue or assignee admits comments without one."""

    issue: str | None = None
    assignee: str | None = None
    group: str | None = None
    late: bool = False
    #: `undecided` admits comments without a disposition.
    disposition: str | None = None

    def admits(self, comment: CommentRow) -> bool:
        """Returns whether the filters admit a comment."""
        if self.issue is not None and not (
            self.issue in comment.issues or self.issue == "" == "".join(comment.issues)
        ):
            return False
        if self.assignee is not None and comment.assignee != self.assignee:
            return False
        if self.group is not None and comment.group != self.group:
            return False
        if self.disposition is not None and (comment.decided or _UNDECIDED) != self.disposition:
            return False
        return comment.late or not self.late

    def words(self) -> str:
        """Returns a short description of the active filters; empty for none."""
        parts = []
        if self.issue is not None:
            parts.append(visible_controls(self.issue) or translate("Comments", "without an issue"))
        if self.assignee is not None:
            parts.append(self.assignee or translate("Comments", "without a reviewer"))
        if self.group is not None:
            parts.append(label("group", self.group))
        if self.disposition is not None:
            parts.append(_disposition(self.disposition))
        if self.late:
            parts.append(translate("Comments", "late"))
        return translate("Comments", ", ").join(parts)


def more_menu(
    parent: QWidget,
    comments: Sequence[CommentRow],
    chosen: MoreFilters,
    choose: Callable[[MoreFilters], None],
) -> QMenu:
    """Returns a menu with counts over the comments; choosing one filter keeps the others."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    issues = Counter(issue for one in comments for issue in (one.issues or ("",)))
    people = Counter(one.assignee for one in comments)
    groups = Counter(one.group for one in comments)

    def offer(
        title: str, counts: Counter[str], name: Callable[[str], str], changed: Callable[[str], MoreFilters]
    ) -> None:
        part = menu.addMenu(title)
        for code, count in counts.most_common():
            words = f"{name(code).replace('&', '&&')}  {digits(count)}"
            part.addAction(words, _chooser(choose, changed(code)))

    offer(
        translate("Comments", "Issue"),
        issues,
        lambda code: visible_controls(code) or translate("Comments", "without an issue"),
        lambda code: replace(chosen, issue=code),
    )
    offer(
        translate("Comments", "Reviewer"),
        people,
        lambda code: code or translate("Comments", "without a reviewer"),
        lambda code: replace(chosen, assignee=code),
    )
    offer(
        translate("Comments", "Group of senders"),
        groups,
        lambda code: label("group", code),
        lambda code: replace(chosen, group=code),
    )
    offer(
        translate("Comments", "Decision"),
        Counter(str(one.decided or _UNDECIDED) for one in comments),
        _disposition,
        lambda code: replace(chosen, disposition=code),
    )
    late = sum(one.late for one in comments)
    words = fill(translate("Comments", "Only late ones  {n}"), n=late)
    menu.addAction(words, _chooser(choose, replace(chosen, late=not chosen.late)))
    menu.addSeparator()
    menu.addAction(translate("Comments", "All"), _chooser(choose, MoreFilters()))
    return menu


def _disposition(code: str) -> str:
    return translate("Comments", "undecided") if code == _UNDECIDED else label("disposition", code)


def _chooser(choose: Callable[[MoreFilters], None], wanted: MoreFilters) -> Callable[[], None]:
    return lambda: choose(wanted)
