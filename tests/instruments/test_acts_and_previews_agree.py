"""What screens say before an act, and what the act does: the same for every state of a comment and every role."""

from __future__ import annotations

import itertools

from sqlalchemy import update

from desktop_app.clock import FixedClock
from desktop_app.errors import AppError, NotPermittedError, RuleError
from desktop_app.instruments.comments.moderation import reads_senders
from desktop_app.instruments.comments.triage_acts import Act, Confirm, Decide, Hide
from desktop_app.instruments.model import Instrument, PublicComment
from desktop_app.instruments.vocabulary import Disposition, HiddenReason, InstrumentKind
from desktop_app.staff.roles import Membership, Role
from tests.department import TestOffice, add_person, second_reviewer
from tests.instruments.consulting import Consultation, exposed_now

_ACTS: tuple[Act, ...] = (
    Decide(Disposition.ACCEPTED, "وارد است."), Confirm(), Hide(HiddenReason.INSULT), Hide(None),
)  # fmt: skip


def test_the_preview_says_what_the_act_does(office: TestOffice, clock: FixedClock) -> None:
    """Every state: undecided, decided or rejected, by oneself or by another, read a second time, hidden."""
    services, other = office.services, second_reviewer(office)
    one = Consultation(office, clock).register()
    exposed_now(services, one.id)
    deciders = (office.reviewer, other)
    states = [
        (None, None, False),
        *((Disposition.ACCEPTED, who, False) for who in deciders),
        *((Disposition.REJECTED, who, read) for who in deciders for read in (False, True)),
    ]
    seen = 0
    for act, (disposition, who, read), hidden in itertools.product(_ACTS, states, (False, True)):
        seen += 1
        number = one.comment(f"نظر {seen}", number=str(seen))
        reader = next(person for person in deciders if person is not who)
        values = {
            "disposition": disposition.value if disposition is not None else None,
            "reason": "چنین است." if who is not None else "",
            "decided_by_id": who.person_id if who is not None else None,
            "confirmed_by_id": reader.person_id if read else None,
            "hidden_reason": HiddenReason.OFF_TOPIC.value if hidden else None,
        }
        with services.database.writing() as session:
            session.execute(update(PublicComment).where(PublicComment.id == number).values(values))
        said = [error for error, _ in services.triage.preview(office.reviewer, one.id, [number], act).refused]
        run = services.triage.run(office.reviewer, one.id, [number], act)
        assert _rules(said) == _rules([failure.error for failure in run.failures]), (act, values)
    assert seen == 56


def _rules(errors: list[AppError]) -> list[object]:
    return [error.parameters["rule"] if isinstance(error, RuleError) else error for error in errors]


def test_whoever_is_offered_a_hidden_comment_reads_it_and_nobody_else(
    office: TestOffice, clock: FixedClock
) -> None:
    services, units = office.services, (office.books.id, office.music.id, None)
    drafts = [
        exposed_now(services, services.drafting.register(author, InstrumentKind.BYLAW, "آیین‌نامه").row.id)
        for author in (office.clerk, office.reviewer)
    ]
    people = []
    for place, (role, unit) in enumerate(itertools.product(Role, units)):
        held = frozenset({Membership(role, unit)})
        row = add_person(services, office.administrator, f"کارمند {place}", f"person{place}", held)
        people.append(services.accounts.actor(row.id))
    for draft, actor in itertools.product(drafts, people):
        consultation = Consultation(office, clock, draft)
        number = consultation.comment(f"نظر {draft} {actor.name}", number=f"{draft} {actor.name}")
        services.triage.run(office.reviewer, draft, [number], Hide(HiddenReason.INSULT))
        with services.database.reading() as session:
            offered = reads_senders(actor, session.get_one(Instrument, draft).unit_id)
        try:
            services.moderation.read(actor, number)
        except NotPermittedError:
            assert not offered, (actor, draft)
        else:
            assert offered, (actor, draft)
