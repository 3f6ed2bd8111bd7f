"""Acts on drafts that leave the state as it is: registration, revisions, summings-up, invitations, readings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import (
    JSON,
    ColumnElement,
    Integer,
    String,
    Text,
    and_,
    false,
    func,
    literal,
    not_,
    or_,
    select,
)
from sqlalchemy.orm import aliased

from desktop_app.database.acts.engine_functions import engine_function, parsed
from desktop_app.database.acts.expressions import (
    bare,
    column,
    given,
    me,
    my_name,
    negation,
    now,
    visible,
    words,
)
from desktop_app.database.acts.model import Act, ActScope, Does, Expression, Step, declare
from desktop_app.database.declarations import named_table
from desktop_app.instruments.acts.drafts import TOUCHED, step_act
from desktop_app.instruments.acts.predicates import anyone, judged, standing
from desktop_app.instruments.model import ConsultationReport, Instrument, Invitation, Revision
from desktop_app.instruments.statute.days import by_track
from desktop_app.instruments.statute.outcome import basis_of, last_revision_of
from desktop_app.instruments.statute.rules import (
    ACCEPTED_IS_CARRIED,
    CHANGES_ARE_EXPLAINED,
    EVERY_COMMENT_IS_DECIDED,
    INSTRUMENT,
)
from desktop_app.instruments.steps import ADD_REVISION, STEPS, InstrumentAction
from desktop_app.instruments.vocabulary import TRACKS, InstrumentKind, InstrumentStatus
from desktop_app.office import letter_acts
from desktop_app.office.letter_templates import LetterKind
from desktop_app.office.number_expressions import paper_number_of
from desktop_app.staff.role_expressions import belongs_to, has_role, on_behalf_of, roles_of
from desktop_app.staff.roles import Role

LONGEST_TITLE: Final = 200
#: Whoever registers drafts, writes revisions, invites and sends letters: clerks, reviewers, managers of any unit.
WRITES: Final = anyone(STEPS[ADD_REVISION].who)


def beside(
    name: str,
    who: Expression,
    *needs: tuple[str, Expression],
    steps: tuple[Step, ...] = (),
    asks: Mapping[str, Any] | None = None,
    extra: Mapping[str, Expression] | None = None,
    remarks: tuple[str, ...] = (),
) -> Act:
    is_not = negation(who)
    return Act(
        name=name,
        item_type="instrument",
        table=INSTRUMENT,
        refusals=(("not_your_role", is_not), *needs),
        steps=steps,
        told={},
        roles=roles_of,
        asks=asks or {},
        extra=dict(extra or {}) | on_behalf_of([is_not]),
        remarks=remarks,
    )


#: SHA-256 of a text in UTF-8; SQLite takes the given one, the second argument.
_sha256: Final = engine_function(
    String(64), postgresql="encode(sha256(convert_to({0}, 'UTF8')), 'hex')", sqlite="{1}"
)


# Registration


def _code_is_taken(scope: ActScope) -> ColumnElement[bool]:
    there = aliased(Instrument)
    found = select(there.id).where(there.code == scope.given("code"))
    return found.correlate_except(there).exists()


def _unknown_kind(scope: ActScope) -> ColumnElement[bool]:
    return func.coalesce(scope.given("kind"), "").not_in([kind.value for kind in InstrumentKind])


REGISTERED: Final = Act(
    name="registered",
    item_type="instrument",
    table=INSTRUMENT,
    refusals=(
        ("not_your_role", negation(WRITES)),
        ("text_missing", lambda scope: visible(scope.given("title")) == ""),
        ("out_of_range", lambda scope: func.length(scope.given("title")) > LONGEST_TITLE),
        ("out_of_range", _unknown_kind),
        ("code_is_taken", _code_is_taken),
    ),
    steps=(
        Step(
            "instrument",
            INSTRUMENT,
            Does.INSERT,
            "id",
            given=("code", "title", "kind", "unit_id"),
            sets={
                "track": lambda scope: by_track(TRACKS, scope.given("kind")),
                "status": lambda _scope: literal(InstrumentStatus.DRAFTING.value),
                "author_id": me,
                "created_at": now,
                "changed_at": now,
                "second_reader": lambda _scope: false(),
                "version": lambda _scope: literal(1),
            },
        ),
    ),
    told={"kind": column("kind"), "title": column("title")},
    roles=roles_of,
    extra=on_behalf_of([negation(WRITES)]),
)


# Revisions


def _number_of_new(scope: ActScope) -> ColumnElement[Any]:
    there = aliased(Revision)
    last = select(func.max(there.number)).where(there.instrument_id == scope.item.c.id)
    return func.coalesce(last.correlate_except(there).scalar_subquery(), 0) + 1


def _same_as_last(scope: ActScope) -> ColumnElement[bool]:
    last = aliased(Revision)
    found = select(last.id).where(
        last.id == last_revision_of(scope.item),
        last.text == scope.given("text"),
        last.parts == scope.given("parts"),
    )
    return found.correlate_except(last).exists()


def _sha256_of(name: str) -> Expression:
    return lambda scope: _sha256(scope.given(name), scope.given("sha256"))


def _source_name(scope: ActScope) -> ColumnElement[Any]:
    return func.substr(scope.given("source_name"), 1, LONGEST_TITLE)


_REVISION: Final = Step(
    "revision",
    named_table("revision"),
    Does.INSERT,
    "instrument_id",
    sets={
        "number": _number_of_new,
        "text": given("text"),
        "parts": given("parts"),
        "not_compared": given("not_compared"),
        "source_name": _source_name,
        "sha256": _sha256_of("text"),
        "summary": words,
        "author_id": me,
        "author_name": my_name,
        "created_at": now,
    },
)
REVISION_ADDED: Final = step_act(
    ADD_REVISION,
    TOUCHED,
    ("text_missing", lambda scope: visible(scope.given("text")) == ""),
    ("same_text_as_last_revision", _same_as_last),
    told_as="revision_added",
    asks={"text": Text(), "parts": Text(), "not_compared": JSON(), "source_name": Text(), "sha256": String()},
    extra={"number": _number_of_new, "source": _source_name, "sha256": _sha256_of("text")},
    others=(_REVISION,),
)


# Summings-up


def _number_of_report(scope: ActScope) -> ColumnElement[Any]:
    there = aliased(ConsultationReport)
    last = select(func.max(there.number)).where(there.instrument_id == scope.item.c.id)
    return func.coalesce(last.correlate_except(there).scalar_subquery(), 0) + 1


def _registered(scope: ActScope) -> ColumnElement[Any]:
    return paper_number_of(scope.given("year"), scope.given("number"))


def _last_revision(scope: ActScope) -> ColumnElement[Any]:
    return last_revision_of(scope.item)


def _number_of_last(scope: ActScope) -> ColumnElement[Any]:
    last = aliased(Revision)
    found = select(last.number).where(last.id == last_revision_of(scope.item))
    return found.correlate_except(last).scalar_subquery()


def _basis(scope: ActScope) -> ColumnElement[Any]:
    return basis_of(scope.item, last_revision_of(scope.item))


_REPORT: Final = Step(
    "report",
    named_table("consultation_report"),
    Does.INSERT,
    "instrument_id",
    sets={
        "number": _number_of_report,
        "year": given("year"),
        "register_number": given("number"),
        "revision_id": _last_revision,
        "content": lambda scope: parsed(scope.given("content")),
        "sha256": _sha256_of("content"),
        "stands_on": _basis,
        "made_at": now,
        "made_by_id": me,
        "made_by": my_name,
    },
)
_NEEDED: Final = (EVERY_COMMENT_IS_DECIDED, ACCEPTED_IS_CARRIED, CHANGES_ARE_EXPLAINED)
SUMMED_UP: Final = step_act(
    InstrumentAction.SUM_UP,
    None,
    ("instrument_has_no_text", lambda scope: last_revision_of(scope.item).is_(None)),
    *((rule.name, judged(rule, TOUCHED)) for rule in _NEEDED),
    # It was made over something else.
    ("conflict", lambda scope: scope.given("basis").is_distinct_from(_basis(scope))),
    *letter_acts.NUMBER_RULES,
    told_as="summed_up",
    asks={
        "content": Text(),
        "sha256": String(),
        "basis": Text(),
        "year": Integer(),
        "number": Integer(),
    },
    extra={
        "number": _number_of_report,
        "report_number": _registered,
        "sha256": _sha256_of("content"),
        "revision": _number_of_last,
    },
    others=(_REPORT,),
)


# Publication, letters, readings


def _unpublished(scope: ActScope) -> ColumnElement[bool]:
    row = scope.item.c
    return or_(row.opened_on.is_(None), row.closes_on.is_(None), row.exposed_revision_id.is_(None))


PACKAGE_MADE: Final = beside(
    "package_made", WRITES, ("nothing_is_published", _unpublished),
    asks={"sha256": String()}, extra={"sha256": given("sha256"), "publishing": column("place")},
)  # fmt: skip


def _not_open(scope: ActScope) -> ColumnElement[bool]:
    """Whether the consultation is not open: a letter of it names the last day of the window."""
    is_open: ColumnElement[bool] = standing(scope) == InstrumentStatus.OPEN.value
    return not_(is_open)


def _no_letter_of_it(scope: ActScope) -> ColumnElement[bool]:
    """Whether the given part is neither an invitation of the draft, nor the whole draft in a notice to somebody."""
    invitation = aliased(Invitation)
    of_draft = select(invitation.id).where(
        invitation.id == scope.given("part"), invitation.instrument_id == scope.item.c.id
    )
    kind = func.coalesce(scope.given("kind"), "")
    invites = and_(kind == LetterKind.INVITATION.value, of_draft.correlate_except(invitation).exists())
    notes = and_(
        kind == LetterKind.NOTICE.value, scope.given("part") == 0, bare(scope.given("addressee")) != ""
    )
    return not_(func.coalesce(or_(invites, notes), false()))


LETTER_ISSUED: Final = beside(
    "letter_issued",
    WRITES,
    ("letter_needs_a_window", _not_open),
    ("not_there_any_more", _no_letter_of_it),
    (
        "letter_is_out",
        lambda scope: and_(
            scope.given("part") != 0, letter_acts.is_out(LetterKind.INVITATION.value, "instrument")(scope)
        ),
    ),
    *letter_acts.RULES,
    steps=(letter_acts.letter_step("instrument"),),
    asks=letter_acts.ASKS,
    extra=letter_acts.TOLD,
)


def _reads_senders(scope: ActScope) -> ColumnElement[bool]:
    """Whether the actor may see what identifies senders, as `comments.moderation.reads_senders`."""
    unit = scope.item.c.unit_id
    inside = or_(belongs_to(scope, unit), has_role(scope, Role.MANAGER, unit))
    return or_(has_role(scope, Role.REVIEWER), and_(unit.is_not(None), inside))


SENDERS_READ: Final = beside("senders_read", _reads_senders, remarks=("count", "number"))

declare(
    REGISTERED, REVISION_ADDED, SUMMED_UP, PACKAGE_MADE, LETTER_ISSUED, SENDERS_READ,
)  # fmt: skip
