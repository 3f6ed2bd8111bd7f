"""Sample drafts, annotations and public comments, created by the services at their respective times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import Final

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from desktop_app.bootstrap import open_services
from desktop_app.clock import FixedClock
from desktop_app.comparison.structure import parse
from desktop_app.database import statute_guard
from desktop_app.database.audit import record_event
from desktop_app.database.chain import canonical_json
from desktop_app.database.declarations import named_table
from desktop_app.database.vouched import VOUCHED, digests_in
from desktop_app.documents.document import Document
from desktop_app.instruments.changes.storing import keep_changes
from desktop_app.instruments.comments.service import NewComment
from desktop_app.instruments.comments.triage_acts import PutIssue
from desktop_app.instruments.consultation.gate import stands_now
from desktop_app.instruments.consultation.letter_numbers import next_letter
from desktop_app.instruments.consultation.windows import STATUTE, count_window
from desktop_app.instruments.model import ConsultationReport, Instrument, PublicComment, Revision
from desktop_app.instruments.vocabulary import (
    FINISHED,
    Disposition,
    InstrumentKind,
    ThreadKind,
    ThreadOutcome,
    Track,
)
from desktop_app.office.settings import calendar_of
from desktop_app.persian.dates import start_of_day, tehran_day
from desktop_app.sample import annotations as made_annotations
from desktop_app.sample.comments import CAMPAIGN_ON, SampleComment
from desktop_app.sample.comments import comments as made_comments
from desktop_app.sample.instruments import INSTRUMENTS, SampleInstrument, SampleRevision
from desktop_app.sample.issues import issues_of
from desktop_app.services import Services
from desktop_app.staff.roles import Actor, Membership, Role

#: Number of comments of a consultation; the one with the campaign has more.
_COMMENTS: Final = 60
_CAMPAIGN_COMMENTS: Final = 180
#: Time between a suggested wording and its reason.
_REASON_AFTER: Final = timedelta(minutes=4)


@dataclass(frozen=True, slots=True)
class _Staff:
    actors: dict[str, Actor]
    units: dict[str, int]


def fill_instruments(services: Services, *, count: int | None, seed: int, until: date) -> tuple[int, int]:
    """Creates the first `count` sample instruments (None for all); returns the numbers of instruments and comments.

    The services use a clock that is set to the time of each event.
    """
    end = start_of_day(until)
    clock = FixedClock(end)
    past = open_services(str(services.database.url.render_as_string(hide_password=False)), clock=clock)
    try:
        staff = _staff(past)
        chosen = INSTRUMENTS[:count]
        comments = 0
        with _made_history(past):
            for made in chosen:
                instrument_id = _draft(past, clock, staff, made, end)
                comments += _expose(past, clock, staff, made, instrument_id, end, seed)
                if made.code == made_annotations.INSTRUMENT:
                    _annotate(past, clock, staff, instrument_id, end)
        return len(chosen), comments
    finally:
        past.close()


@contextmanager
def _made_history(services: Services) -> Iterator[None]:
    """Disables the guards against opening and closing windows in the past, for filling an empty database.

    Requires the owner of the schema.
    """
    with services.database.engine.begin() as connection:
        statute_guard.take_down(connection)
    try:
        yield
    finally:
        with services.database.engine.begin() as connection:
            statute_guard.set_up(connection)


def _staff(services: Services) -> _Staff:
    people = {row.username: services.accounts.actor(row.id) for row in services.accounts.all()}
    return _Staff(people, {unit.code: unit.id for unit in services.units.all()})


def _draft(
    services: Services, clock: FixedClock, staff: _Staff, made: SampleInstrument, end: datetime
) -> int:
    first = made.revisions[0]
    clock.moment = _office_hour(end, first.age + 1)
    detail = services.drafting.register(
        staff.actors[first.author],
        InstrumentKind(made.kind),
        made.title,
        unit_id=staff.units[made.unit],
        code=made.code,
    )
    before = [one for one in made.revisions if made.opened is None or one.age >= made.opened]
    _write(services, clock, staff, made, detail.row.id, before, end)
    return detail.row.id


def _write(
    services: Services,
    clock: FixedClock,
    staff: _Staff,
    made: SampleInstrument,
    instrument_id: int,
    revisions: Sequence[SampleRevision],
    end: datetime,
) -> None:
    for revision in revisions:
        clock.moment = _office_hour(end, revision.age)
        document = Document(f"{made.code}-{revision.number}.txt", made.text(revision.number), (), "txt", "")
        services.drafting.add_revision(
            staff.actors[revision.author], instrument_id, document, summary=revision.summary
        )


def _expose(
    services: Services,
    clock: FixedClock,
    staff: _Staff,
    made: SampleInstrument,
    instrument_id: int,
    end: datetime,
    seed: int,
) -> int:
    """Sets the final state of the sample, and imports the public comments."""
    manager = next(
        one
        for one in staff.actors.values()
        if Membership(Role.MANAGER, staff.units[made.unit]) in one.memberships
    )
    clock.moment = _office_hour(end, made.opened if made.opened is not None else made.revisions[-1].age)
    # "closed" is never stored: a window closes by time.
    stored = "open" if made.state == "closed" else made.state
    if made.opened is None or made.closes is None:
        with services.database.writing() as session:
            _set_state(session, clock, manager, instrument_id, stored)
        return 0
    reviewers = [staff.actors[name] for name in ("e.rezaei", "h.moradi")]
    with services.database.writing() as session:
        instrument = session.get_one(Instrument, instrument_id)
        asked_by = next(one for one in reviewers if one.person_id != instrument.author_id)
        shown = select(Revision.id).where(
            Revision.instrument_id == instrument_id, Revision.number == made.exposed
        )
        instrument.exposed_revision_id, instrument.place = session.scalars(shown).one(), made.place
        instrument.asked_by_id, instrument.approved_by_id = asked_by.person_id, manager.person_id
        instrument.opened_on = _day(end, made.opened)
        instrument.closes_on = _last_day(
            session, Track(instrument.track), instrument.opened_on, _day(end, made.closes)
        )
        if stored in FINISHED:
            instrument.finished_on = _day(end, made.revisions[-1].age - 20)
        _set_state(session, clock, manager, instrument_id, "open")
    later = [one for one in made.revisions if one.age < made.opened]
    _write(services, clock, staff, made, instrument_id, later, end)
    opened, closed = end - timedelta(days=made.opened), end - timedelta(days=made.closes - 1)
    count = _CAMPAIGN_COMMENTS if made.code == CAMPAIGN_ON[0] else _COMMENTS
    comments = list(made_comments(made.code, count, seed, opened, closed, end))
    clock.moment = end - timedelta(hours=1)
    services.comments.take_in(manager, instrument_id, [_comment(comment) for comment in comments])
    with services.database.writing() as session:
        # Set the time of import to the time of receipt, instead of the time of filling.
        session.execute(
            update(PublicComment)
            .where(PublicComment.instrument_id == instrument_id)
            .values(taken_in_at=PublicComment.received_at)
        )
        _decide(session, instrument_id, comments, staff, end)
    if stored != "open":
        _name_issues(services, clock, asked_by, instrument_id, end)
        _finish(services, clock, made, instrument_id, stored, end, asked_by, manager)
    return len(comments)


def _last_day(session: Session, track: Track, opened_on: date, wanted: date) -> date:
    """Returns the last open day up to `wanted`, but not before the legal minimum."""
    calendar = calendar_of(session)
    earliest = count_window(opened_on, STATUTE[track], calendar).closes_on
    while wanted > earliest and calendar.reason_closed(wanted) is not None:
        wanted -= timedelta(days=1)
    return max(wanted, earliest)


def _finish(
    services: Services,
    clock: FixedClock,
    made: SampleInstrument,
    instrument_id: int,
    state: str,
    end: datetime,
    reviewer: Actor,
    manager: Actor,
) -> None:
    """Creates what follows the window: amended text, summing-up, approval, letter."""
    last = made.revisions[-1]
    clock.moment = _office_hour(end, last.age)
    with services.database.writing() as session:
        _set_state(session, clock, reviewer, instrument_id, "revising")
    if state == "revising":
        return
    _carry(services, reviewer, instrument_id, last.number)
    content = services.summing_up.content(reviewer, instrument_id)
    clock.moment = end - timedelta(hours=20)
    with services.database.writing() as session:
        instrument = session.get_one(Instrument, instrument_id)
        revision = select(func.max(Revision.id)).where(Revision.instrument_id == instrument_id)
        last_id = session.scalars(revision).one()
        written = canonical_json(content).encode("utf-8", "surrogatepass")
        register = next_letter(session, tehran_day(clock.now()))
        report = ConsultationReport(
            instrument_id=instrument_id,
            number=1,
            year=register.year,
            register_number=register.number,
            revision_id=last_id,
            content=content,
            sha256=sha256(written).hexdigest(),
            stands_on=stands_now(session, instrument, last_id),
            made_at=clock.now(),
            made_by_id=reviewer.person_id,
            made_by=reviewer.name,
        )
        session.add(report)
        session.flush()
        record_event(
            session,
            item_type="instrument",
            item_id=instrument_id,
            at=clock.now(),
            actor_id=reviewer.person_id,
            actor_name=reviewer.name,
            action="sum_up",
            after={VOUCHED: digests_in(session, named_table("consultation_report"), [report.id])},
        )
        instrument.ready_by_id = reviewer.person_id
        _set_state(session, clock, reviewer, instrument_id, "ready")
    if state in FINISHED:
        with services.database.writing() as session:
            instrument = session.get_one(Instrument, instrument_id)
            instrument.finished_by_id = manager.person_id
            instrument.letter_number = f"{last.age}/{made.code}"
            instrument.letter_date = instrument.finished_on
            _set_state(session, clock, manager, instrument_id, state)


def _set_state(session: Session, clock: FixedClock, actor: Actor, instrument_id: int, state: str) -> None:
    instrument = session.get_one(Instrument, instrument_id)
    before, instrument.status = instrument.status, state
    if before == state:
        return
    record_event(
        session,
        item_type="instrument",
        item_id=instrument_id,
        at=clock.now(),
        actor_id=actor.person_id,
        actor_name=actor.name,
        action="moved",
        before={"status": before},
        after={"status": state},
    )


def _carry(services: Services, reviewer: Actor, instrument_id: int, number: int) -> None:
    """Marks every accepted comment as implemented by the change of its provision, and explains the other changes."""
    changes = services.material_changes.read(reviewer, instrument_id)
    assert changes is not None
    carriers = {one.id: listed.change.name for listed in changes.changes for one in listed.about}
    with services.database.writing() as session:
        carrier = select(Revision.id).where(
            Revision.instrument_id == instrument_id, Revision.number == number
        )
        revision_id = session.scalars(carrier).one()
        accepted = select(PublicComment).where(
            PublicComment.instrument_id == instrument_id,
            PublicComment.disposition.in_([Disposition.ACCEPTED.value, Disposition.PARTLY_ACCEPTED.value]),
        )
        for comment in session.scalars(accepted):
            if comment.id in carriers:
                comment.carried_revision_id = revision_id
                comment.carried_provision = carriers[comment.id]
            else:
                comment.unchanged_reason = "متنی که مردم خواندند همین را می‌گوید."
    changes = services.material_changes.read(reviewer, instrument_id)
    assert changes is not None
    unexplained = [one.change.key for one in changes.unexplained]
    if unexplained:
        reason = "برای هماهنگی با ماده‌های دیگر."
        services.material_changes.explain(reviewer, instrument_id, unexplained, reason)
    with services.database.writing() as session:
        keep_changes(session, reviewer, instrument_id, revision_id, services.database.now(session))


def _comment(made: SampleComment) -> NewComment:
    return NewComment(
        text=made.text,
        channel=made.channel,
        # Who writes a text message leaves a number, and no name.
        sender=(made.mobile if made.channel == "sms" else made.name) or "",
        group=made.group,
        provision=made.label or "",
        quote=made.quote or "",
        external_id=made.external_id,
        received_at=made.received_at,
    )


def _decide(
    session: Session, instrument_id: int, comments: list[SampleComment], staff: _Staff, end: datetime
) -> None:
    decided = {made.external_id: made.disposition for made in comments if made.disposition}
    rows = session.scalars(select(PublicComment).where(PublicComment.instrument_id == instrument_id))
    for row in rows:
        disposition = decided.get(row.external_id or "")
        if disposition is None:
            continue
        by = staff.actors[disposition.by]
        row.disposition, row.reason = disposition.decision, disposition.reason
        row.decided_by, row.decided_at = by.name, end - timedelta(hours=30)
        row.decided_by_id = by.person_id
        session.flush()
        record_event(
            session,
            item_type="comment",
            item_id=row.id,
            at=end - timedelta(hours=30),
            actor_id=by.person_id,
            actor_name=by.name,
            action="decided",
            before={"disposition": None, "reason": ""},
            after={"disposition": row.disposition, "reason": row.reason},
        )


def _name_issues(
    services: Services, clock: FixedClock, reviewer: Actor, instrument_id: int, end: datetime
) -> None:
    """Assigns issues to the comments of a finished consultation, before it is summed up."""
    about: dict[str, list[int]] = {}
    for row in services.comments.of_instrument(instrument_id):
        for issue in issues_of(row.text):
            about.setdefault(issue, []).append(row.id)
    clock.moment = end - timedelta(hours=29)
    for issue, ids in about.items():
        services.triage.run(reviewer, instrument_id, ids, PutIssue(issue))


def _annotate(
    services: Services, clock: FixedClock, staff: _Staff, instrument_id: int, end: datetime
) -> None:
    number = made_annotations.REVISION
    text = services.drafting.revision(instrument_id, number).text
    for made in sorted(made_annotations.THREADS, key=lambda thread: -thread.age):
        start = _place_of(text, made.label, made.quote)
        clock.moment = end - timedelta(hours=made.age)
        thread = services.annotations.annotate(
            staff.actors[made.by],
            instrument_id,
            number,
            start,
            start + len(made.quote),
            ThreadKind(made.kind),
            made.suggestion or made.message,
            assignee_id=staff.actors[made.assignee].person_id if made.assignee else None,
            due_on=None if made.due is None else tehran_day(end) + timedelta(days=made.due),
            labels=made.labels,
            mentions=_mentioned(staff, made.message),
        )
        if made.suggestion:
            # A suggestion starts with its wording only, so that it can be applied to the next revision.
            clock.moment += _REASON_AFTER
            thread = services.annotations.reply(staff.actors[made.by], thread.id, number, made.message)
        for reply in made.replies:
            clock.moment = end - timedelta(hours=reply.age)
            thread = services.annotations.reply(staff.actors[reply.by], thread.id, number, reply.text)
        if made.outcome:
            services.annotations.resolve(
                staff.actors[made.by], thread.id, thread.version, number, ThreadOutcome(made.outcome)
            )


def _mentioned(staff: _Staff, words: str) -> list[int]:
    return [one.person_id for one in staff.actors.values() if one.person_id and f"@{one.name}" in words]


def _place_of(text: str, label: str, quote: str) -> int:
    """Returns the offset of `quote` in the provision with `label`, or in its notes and clauses."""
    for provision in parse(text):
        if label in provision.path:
            found = text.find(quote, provision.start, provision.end)
            if found >= 0:
                return found
    return text.index(quote)


def _day(end: datetime, age: int) -> date:
    return (end - timedelta(days=age) + timedelta(hours=12)).date()


def _office_hour(end: datetime, age: int) -> datetime:
    return end - timedelta(days=age) + timedelta(hours=10)
