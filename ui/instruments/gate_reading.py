"""Loads what the page of the gate shows, on a worker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.instruments.campaigns.rows import Campaign
from desktop_app.instruments.campaigns.service import standing_for
from desktop_app.instruments.changes.service import OutcomeChanges
from desktop_app.instruments.comments.review import NewerRevision, load_review
from desktop_app.instruments.comments.service import CommentRow
from desktop_app.instruments.consultation.provision_changes import ProvisionChanges
from desktop_app.instruments.drafting.service import InstrumentDetail
from desktop_app.instruments.vocabulary import ACCEPTING, InstrumentStatus
from desktop_app.staff.roles import Actor, Role

if TYPE_CHECKING:
    from desktop_app.services import InstrumentsServices


@dataclass(frozen=True, slots=True)
class GateReading:
    """The draft, its material changes (None without a later revision), and the accepted comments, groups as one."""

    detail: InstrumentDetail
    changes: OutcomeChanges | None
    marked: ProvisionChanges | None
    newer: NewerRevision | None
    accepted: tuple[CommentRow, ...]
    #: Whether the person gives reasons and carriers now.
    may_write: bool

    def carries(self, comment: CommentRow) -> bool:
        """Whether what carries the comment is known, and true."""
        if self.changes is None:
            return bool(comment.unchanged_reason)
        return self.changes.carries(comment)

    @property
    def wrong(self) -> tuple[CommentRow, ...]:
        return tuple(one for one in self.accepted if not self.carries(one))

    @property
    def right(self) -> tuple[CommentRow, ...]:
        return tuple(one for one in self.accepted if self.carries(one))


def read_gate(services: InstrumentsServices, actor: Actor, instrument_id: int) -> GateReading:
    """Compares the texts; where the person may write, the changes are stored, so that the gate counts them."""
    review = load_review(services.drafting, services.comments, actor, instrument_id)
    status = review.detail.row.status
    may = Role.REVIEWER in actor.roles and status in {InstrumentStatus.REVISING, InstrumentStatus.READY}
    if may and review.newer is not None:
        services.material_changes.keep(actor, instrument_id)
        detail = services.drafting.detail(actor, instrument_id)
    else:
        detail = review.detail
    changes = services.material_changes.of(review)
    campaigns = {group.id: group for group in services.campaigns.all(instrument_id)}
    return GateReading(
        detail,
        changes,
        ProvisionChanges(changes.last, changes.comparison) if changes is not None else None,
        review.newer,
        _accepted(review.comments, campaigns),
        may,
    )


def _accepted(comments: Sequence[CommentRow], campaigns: Mapping[int, Campaign]) -> tuple[CommentRow, ...]:
    """Returns the accepted comments; those that follow the accepted decision on their group are one row."""
    heads = {one.id: one for one in comments}
    shown: dict[tuple[bool, int], CommentRow] = {}
    for comment in comments:
        if comment.disposition not in ACCEPTING:
            continue
        group = campaigns.get(comment.campaign or 0)
        if group is None or not comment.follows or group.disposition not in ACCEPTING:
            shown[False, comment.id] = comment
        elif (True, group.id) not in shown:
            shown[True, group.id] = standing_for(heads.get(group.head, comment), group)
    return tuple(shown.values())
