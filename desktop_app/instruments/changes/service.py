"""The material changes of a draft since its publication: who asked for each, and why it was made where nobody did."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from sqlalchemy import select

from desktop_app.comparison.result import Comparison, ProvisionStatus
from desktop_app.database.acts.model import Item
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import InvalidValueError, NotPermittedError
from desktop_app.instruments.changes.acts import EXPLAINED
from desktop_app.instruments.changes.material import MaterialChange, material_changes
from desktop_app.instruments.changes.model import ChangeReason
from desktop_app.instruments.changes.storing import FoundChanges, found_now, keep_changes
from desktop_app.instruments.comments.review import CommentedProvision, Review, load_review
from desktop_app.instruments.comments.service import CommentRow, Comments
from desktop_app.instruments.consultation.changes_since_publication import changes_in
from desktop_app.instruments.drafting.service import Drafting, existing_instrument
from desktop_app.instruments.vocabulary import ACCEPTING
from desktop_app.progress import Progress
from desktop_app.staff.acting import perform_one
from desktop_app.staff.roles import Actor, Role


@dataclass(frozen=True, slots=True)
class Explanation:
    """The reason for a change that no comment asked for, and who gave it."""

    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class ListedChange:
    """A material change. `carried` are the accepted comments that name it as their carrier, `about` those on its
    provision, whatever was decided. `explanation` is there if a reviewer gave a reason. `against` are accepted
    comments on what was deleted here, which another change carries.
    """

    change: MaterialChange
    carried: tuple[CommentRow, ...]
    about: tuple[CommentRow, ...]
    explanation: Explanation | None
    against: tuple[CommentRow, ...] = ()

    @property
    def asked(self) -> bool:
        return bool(self.carried)

    @property
    def needs_reason(self) -> bool:
        return not self.carried and self.explanation is None


@dataclass(frozen=True)
class OutcomeChanges:
    """All material changes between the exposed revision and the last one, in the order of the text.

    `under` are the indexes of the changes of each part of the review with comments, by its key.
    """

    exposed: int
    last: int
    comparison: Comparison
    changes: tuple[ListedChange, ...]
    renumbered: int
    spelled: int
    under: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    @cached_property
    def by_name(self) -> dict[str, ListedChange]:
        return {one.change.name: one for one in self.changes}

    @property
    def unexplained(self) -> tuple[ListedChange, ...]:
        return tuple(one for one in self.changes if one.needs_reason)

    def carries(self, comment: CommentRow) -> bool:
        """Whether what the comment names as its carrier really changed, or a reason says why nothing did."""
        return comment.carried_provision in self.by_name or bool(comment.unchanged_reason)


class MaterialChangeLists:
    """The service for the material changes of drafts."""

    def __init__(self, database: Database, drafting: Drafting, comments: Comments) -> None:
        self._database = database
        self._drafting = drafting
        self._comments = comments

    def read(
        self, actor: Actor, instrument_id: int, *, progress: Progress | None = None
    ) -> OutcomeChanges | None:
        """Returns the changes; None if no revision follows the exposed one. Raises `CancelledError`."""
        return self.of(load_review(self._drafting, self._comments, actor, instrument_id), progress)

    def of(self, review: Review, progress: Progress | None = None) -> OutcomeChanges | None:
        """Returns the changes of a consultation that was read."""
        if review.exposed is None or review.newer is None:
            return None
        instrument_id, newer = review.detail.row.id, review.newer.number
        comparison = self._drafting.compare(instrument_id, review.exposed, newer, progress=progress)
        return listed(review.exposed, newer, comparison, review.parts, self.explanations(instrument_id))

    def explanations(self, instrument_id: int) -> dict[str, Explanation]:
        """Returns the reasons for changes, by the key of the change."""
        found = select(ChangeReason.key, ChangeReason.reason, ChangeReason.person_name).where(
            ChangeReason.instrument_id == instrument_id
        )
        with self._database.reading() as session:
            rows = session.execute(found.order_by(ChangeReason.id))
            last = {key: Explanation(reason, name) for key, reason, name in rows}
        return {key: one for key, one in last.items() if one.reason}

    def keep(self, actor: Actor, instrument_id: int) -> None:
        """Stores the changes of the last revision, which the gate counts. Only reviewers can.

        The texts are compared, whatever another client stored.
        """
        with self._database.reading() as session:
            found = found_now(session, instrument_id, again=True)
        if found is not None:
            self._keep(actor, instrument_id, found)

    @once
    def _keep(self, actor: Actor, instrument_id: int, found: FoundChanges) -> None:
        with self._database.writing() as session:
            existing_instrument(session, instrument_id, lock=True)
            now = self._database.now(session)
            keep_changes(session, actor, instrument_id, found.revision_id, now, found)

    @once
    def explain(self, actor: Actor, instrument_id: int, keys: Iterable[str], reason: str) -> None:
        """Puts one reason on changes of the last revision; an empty one takes theirs away. It is published.

        Raises `NotPermittedError`, and `RuleError` for a finished draft.
        """
        with self._database.reading() as session:
            found = found_now(session, instrument_id)
        with self._database.writing() as session:
            instrument = existing_instrument(session, instrument_id, lock=True)
            now = self._database.now(session)
            if found is not None:
                keep_changes(session, actor, instrument_id, found.revision_id, now, found)
            rows = [{"item": instrument.id, "key": key} for key in dict.fromkeys(keys)]
            perform_one(
                session,
                EXPLAINED,
                actor,
                Item(instrument_id, text=reason),
                now,
                {"reasons": rows},
                errors={
                    "not_your_role": NotPermittedError(act="explain_change", who_may=Role.REVIEWER.value),
                    "out_of_range": InvalidValueError(field="reason", reason="too_long", value=""),
                },
            )


def listed(
    exposed: int,
    last: int,
    comparison: Comparison,
    parts: Sequence[CommentedProvision],
    explanations: Mapping[str, Explanation],
) -> OutcomeChanges:
    """Returns the material changes of a comparison with the comments that asked for them, or are about them."""
    found = material_changes(comparison)
    place = {change.name: at for at, change in enumerate(found.changes)}
    carried: defaultdict[str, list[CommentRow]] = defaultdict(list)
    about: defaultdict[int, list[CommentRow]] = defaultdict(list)
    under: dict[str, tuple[int, ...]] = {}
    for part in parts:
        for comment in part.comments:
            if comment.disposition in ACCEPTING and comment.carried_provision:
                carried[comment.carried_provision].append(comment)
        if part.place is None or not part.comments:
            continue
        touched = changes_in(comparison, (part.place,))
        here = {found.by_entry[index].name for index in touched if index in found.by_entry}
        under[part.key] = tuple(sorted(place[name] for name in here))
        for at in under[part.key]:
            about[at].extend(part.comments)
    changes = tuple(
        ListedChange(
            change,
            tuple(carried[change.name]),
            tuple(about[at]),
            explanations.get(change.key),
            _against(change, parts),
        )
        for at, change in enumerate(found.changes)
    )
    return OutcomeChanges(exposed, last, comparison, changes, found.renumbered, found.spelled, under)


def _against(change: MaterialChange, parts: Sequence[CommentedProvision]) -> tuple[CommentRow, ...]:
    """Returns the accepted comments on exactly the provision that was deleted, which another change carries."""
    if change.status is not ProvisionStatus.DELETED or change.old is None:
        return ()
    return tuple(
        one
        for part in parts
        if part.place is not None and part.place[0] == change.old[0]
        for one in part.comments
        if one.disposition in ACCEPTING and one.carried_provision != change.name and not one.unchanged_reason
    )
