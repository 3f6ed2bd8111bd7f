"""Loads the data of the comments screen on a worker: drafts with comments, and one consultation."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop_app.instruments.comments.review import Review, load_review
from desktop_app.instruments.drafting.service import InstrumentRow
from desktop_app.services import CommentsServices
from desktop_app.staff.roles import Actor, Role


@dataclass(frozen=True, slots=True)
class Overview:
    """Drafts with comments, opened drafts without any, the reviewers' names, and possible assignees of threads (id,
    name)."""

    rows: tuple[InstrumentRow, ...]
    silent: tuple[InstrumentRow, ...]
    reviewers: tuple[str, ...]
    people: tuple[tuple[int, str], ...]


def read_overview(services: CommentsServices) -> Overview:
    """Loads all drafts that have comments or were opened."""
    drafts = services.drafting.all()
    rows = tuple(row for row in drafts if row.comments)
    silent = tuple(row for row in drafts if row.opened_on is not None and not row.comments)
    people = [one for one in services.accounts.all() if one.active]
    reviewers = (p.full_name for p in people if any(m.role is Role.REVIEWER for m in p.memberships))
    return Overview(rows, silent, tuple(reviewers), tuple((one.id, one.full_name) for one in people))


def read_review(services: CommentsServices, actor: Actor, instrument_id: int) -> Review:
    """Loads a consultation with its campaign groups, staff threads and pins."""
    review = load_review(services.drafting, services.comments, actor, instrument_id)
    said = services.annotations.on_revision(instrument_id, review.exposed) if review.exposed else ()
    pins: tuple[int, ...] = ()
    if review.exposed is not None and review.newer is not None:
        pins = tuple(
            pin.id for pin in services.reviewing.pins(instrument_id, review.exposed, review.newer.number)
        )
    return replace(
        review,
        pins=pins,
        campaigns={group.id: group for group in services.campaigns.all(instrument_id)},
        not_looked_at=services.campaign_finding.waiting(instrument_id),
        text_threads=said,
        comment_threads=services.staff_threads.of_instrument(instrument_id),
    )
