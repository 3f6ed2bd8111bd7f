"""Tells commenters who left a contact what became of their comment, after the draft is finished.

A hidden comment's sender is told as well: who is hidden is not unheard, and a decision was made on it by law. The
message never repeats a comment. Where one was hidden for personal data, the reason is left out too: it answers those
data, and masking does not find names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from secrets import token_hex
from typing import Final

from desktop_app.database.acts.model import Item
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import NotPermittedError, RuleError
from desktop_app.instruments.comments.acting import do_each
from desktop_app.instruments.comments.review import load_review
from desktop_app.instruments.comments.service import Comments
from desktop_app.instruments.consultation.campaign_summary import told_once
from desktop_app.instruments.consultation.named_senders import behind
from desktop_app.instruments.consultation.publication import published_provisions
from desktop_app.instruments.consultation.summing_up import SummingUp
from desktop_app.instruments.drafting.service import Drafting, existing_instrument
from desktop_app.instruments.model import Revision
from desktop_app.instruments.vocabulary import FINISHED, InstrumentStatus
from desktop_app.office.message_templates import DeliveryMethod
from desktop_app.petitions.outbox.model import MessageState
from desktop_app.progress import Progress, SilentProgress
from desktop_app.reports.outcome.acts import SENDER_TOLD
from desktop_app.reports.outcome.frozen import FrozenOutcome, read_frozen
from desktop_app.reports.outcome.planning import (
    NotTold,
    OutcomeMessage,
    OutcomePlan,
    SenderAnswer,
    as_decided,
    of_hidden,
    planned,
)
from desktop_app.staff.roles import Actor, Role

#: Messages of one transaction.
BATCH: Final = 200
_EXAMPLES: Final = 3


@dataclass(frozen=True, slots=True)
class OutcomePreview:
    """What telling would do now: messages by way, some of them, who is not told, and messages that exist by state."""

    number: int
    #: Whether the messages link to the outcome page.
    linked: bool
    ways: Mapping[DeliveryMethod, int]
    examples: tuple[OutcomeMessage, ...]
    not_told: Mapping[NotTold, int]
    made: Mapping[MessageState, int]

    @property
    def count(self) -> int:
        return sum(self.ways.values())


class CommentOutcomes:
    """Previews and makes the messages to the commenters of a finished draft."""

    def __init__(
        self, database: Database, drafting: Drafting, comments: Comments, summing_up: SummingUp
    ) -> None:
        self._database = database
        self._drafting = drafting
        self._comments = comments
        self._summing_up = summing_up

    def offered(self, actor: Actor, instrument_id: int) -> bool:
        """Whether the person may tell the commenters of a draft now. Raises `NotFoundError`."""
        with self._database.reading() as session:
            instrument = existing_instrument(session, instrument_id)
            return may_tell(actor, InstrumentStatus(instrument.status), instrument.unit_id)

    def frozen(self, instrument_id: int) -> FrozenOutcome | None:
        """Returns the last frozen summing-up of a finished draft; None before that. Raises `NotFoundError`."""
        with self._database.reading() as session:
            instrument = existing_instrument(session, instrument_id)
            exposed = session.get(Revision, instrument.exposed_revision_id or 0)
            finished, text = instrument.status in FINISHED, exposed.text if exposed is not None else ""
        reports = self._summing_up.all(instrument_id) if finished else ()
        return read_frozen(reports[-1], published_provisions(text)) if reports else None

    def preview(self, actor: Actor, instrument_id: int) -> OutcomePreview:
        """Returns what `tell` would do. Raises `NotPermittedError`, `NotFoundError`, `RuleError`."""
        plan = self._plan(actor, instrument_id)
        return OutcomePreview(
            plan.number,
            plan.linked,
            Counter(one.way for one in plan.messages),
            tuple(_examples(plan.messages)),
            dict(plan.not_told),
            dict(plan.made),
        )

    def tell(
        self, actor: Actor, instrument_id: int, progress: Progress | None = None
    ) -> Mapping[DeliveryMethod, int]:
        """Writes the messages that `preview` counts into the outbox, in batches; returns their numbers by way.

        What somebody else told meanwhile is left out. A run that was cut off goes on at the next call.
        """
        progress = progress or SilentProgress()
        plan = self._plan(actor, instrument_id)
        told: Counter[DeliveryMethod] = Counter()
        for start in range(0, len(plan.messages), BATCH):
            if progress.cancelled():
                break
            told += Counter(self._write(actor, plan.messages[start : start + BATCH]))
            progress.report(min(start + BATCH, len(plan.messages)), len(plan.messages))
        return told

    @once
    def _write(self, actor: Actor, messages: Sequence[OutcomeMessage]) -> list[DeliveryMethod]:
        with self._database.writing() as session:
            items = [
                Item(
                    one.comment_id,
                    given={
                        "key": token_hex(12),
                        "way": one.way.value,
                        "subject": one.subject,
                        "text": one.text,
                    },
                )
                for one in messages
            ]
            refused = do_each(session, SENDER_TOLD, actor, items, self._database.now(session))
            if "not_your_role" in refused.values():
                raise _not_permitted()
            return [one.way for one in messages if one.comment_id not in refused]

    def _plan(self, actor: Actor, instrument_id: int) -> OutcomePlan:
        with self._database.reading() as session:
            instrument = existing_instrument(session, instrument_id)
            if not _tells(actor, instrument.unit_id):
                raise _not_permitted()
            if instrument.status not in FINISHED:
                raise RuleError(rule="draft_is_not_finished")
        frozen = self.frozen(instrument_id)
        if frozen is None:
            raise RuleError(rule="nothing_is_summed_up")
        answers = self._answers(actor, instrument_id, frozen)
        with self._database.reading() as session:
            instrument = existing_instrument(session, instrument_id)
            return planned(session, instrument, frozen, answers, self._database.now(session))

    def _answers(self, actor: Actor, instrument_id: int, frozen: FrozenOutcome) -> dict[int, SenderAnswer]:
        """Returns the answers of the summing-up by comment: of each member of a campaign group as well."""
        review = load_review(self._drafting, self._comments, actor, instrument_id)
        groups = told_once(review.parts)
        held = [(group.head, *(one for one in group.members if one.id != group.head.id)) for group in groups]
        inside = {one.id for members in held for one in members}
        held += [(one,) for one in review.comments if one.hidden is None and one.id not in inside]
        found: dict[int, SenderAnswer] = {}
        wrote = behind(frozen.content, held)
        for (answer, anchor), content, one in zip(frozen.answers(), frozen.content, wrote, strict=True):
            told = SenderAnswer(
                content["disposition"] or "",
                answer.reason,
                answer.carried_provision,
                answer.change or frozen.change_of(answer.carried_provision),
                anchor,
                answer.unchanged_reason,
            )
            found |= {member.id: told for member in one.members if as_decided(member, told)}
        hidden = (one for one in review.comments if one.hidden is not None and one.decided is not None)
        return found | {one.id: of_hidden(one, frozen) for one in hidden}


def may_tell(actor: Actor, status: InstrumentStatus, unit: int | None) -> bool:
    """Whether the person may tell the commenters of a draft of a unit in this state."""
    return status.value in FINISHED and _tells(actor, unit)


def _tells(actor: Actor, unit: int | None) -> bool:
    return actor.has(Role.REVIEWER) or actor.has(Role.MANAGER, unit)


def _not_permitted() -> NotPermittedError:
    return NotPermittedError(act="tell_commenters", who_may=f"{Role.REVIEWER},{Role.MANAGER}")


def _examples(messages: Iterable[OutcomeMessage]) -> list[OutcomeMessage]:
    """Returns messages with different texts, at most one of each."""
    by_text: dict[str, OutcomeMessage] = {}
    for one in messages:
        by_text.setdefault(one.text, one)
    # One of each way first: they differ most.
    first = {one.way: one for one in reversed(by_text.values())}
    rest = [one for one in by_text.values() if one not in first.values()]
    return [*sorted(first.values(), key=lambda one: one.comment_id), *rest][:_EXAMPLES]
