"""Acts on the settings of the office, its calendar, templates and catalogue of subjects."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, Final

from sqlalchemy import Boolean, ColumnElement, and_, case, false, func, literal, not_, null, or_, true

from desktop_app.database.acts.engine_functions import digest_of_text, engine_function
from desktop_app.database.acts.expressions import column, named, not_one_of, visible
from desktop_app.database.acts.model import Act, ActScope, Does, Expression, declare
from desktop_app.office.letter_choices import Classification, PaperSize
from desktop_app.office.office_settings import IDENTITY_FIELDS, PAGE_WIDTH_MM, RANGES, OfficeSettings
from desktop_app.office.workdays import CALENDAR_YEARS
from desktop_app.staff.model import Unit
from desktop_app.staff.roster import Rules, roster_act

#: The number of the row of the office.
OFFICE: Final = 1


def office_act(
    name: str,
    *given: str,
    told: tuple[str, ...] = (),
    tells: Mapping[str, Expression] | None = None,
    asks: Mapping[str, Any] | None = None,
    rules: Rules = (),
    told_as: str = "",
) -> Act:
    """Returns an act of an administrator that changes columns of the office; by default the event tells all."""
    shown = given if not told and tells is None else told
    return roster_act(
        name, "office", "office", Does.UPDATE,
        given=given, told=shown, tells=tells, asks=asks, rules=rules, told_as=told_as,
    )  # fmt: skip


# Settings


def _out_of_range(scope: ActScope) -> ColumnElement[bool]:
    return or_(
        *(
            not_(func.coalesce(scope.given(name).between(least, most), false()))
            for name, (least, most) in RANGES.items()
        ),
        scope.given("window_right") + scope.given("window_width") > PAGE_WIDTH_MM,
    )


def _without_basis(scope: ActScope) -> ColumnElement[bool]:
    return and_(scope.given("retention_years") != 0, visible(scope.given("retention_basis")) == "")


#: Whether a list is no weekend: of days from 0 to 6 that leave a working day.
_no_weekend: Final = engine_function(
    Boolean(),
    postgresql="(coalesce(({0})::text !~ '^ *\\[ *([0-6]( *, *[0-6]){{0,5}})? *\\] *$', true))",
    sqlite="(json_type({0}) <> 'array' OR json_array_length({0}) > 6 OR EXISTS (SELECT 1 FROM json_each({0}) AS"
    " day WHERE day.type <> 'integer' OR day.value NOT BETWEEN 0 AND 6))",
)
SETTINGS_CHANGED: Final = office_act(
    "settings_changed",
    *(field.name for field in fields(OfficeSettings)),
    rules=(
        ("office_needs_a_name", lambda scope: visible(scope.given("office_name")) == ""),
        ("out_of_range", _out_of_range),
        ("out_of_range", lambda scope: _no_weekend(scope.given("weekend"))),
        ("retention_needs_a_basis", _without_basis),
    ),
)

#: Whether a list of deadlines has one of less than a day, or more than a year.
_no_deadlines: Final = engine_function(
    Boolean(),
    postgresql="(json_typeof({0}) <> 'array' OR EXISTS (SELECT 1 FROM json_array_elements({0}) AS rule (one)"
    " WHERE coalesce(one ->> 'days' !~ '^([1-9]|[1-9][0-9]|[12][0-9][0-9]|3[0-5][0-9]|36[0-6])$', true)"
    " OR coalesce(json_typeof(one -> 'working') <> 'boolean', true)))",
    sqlite="(json_type({0}) <> 'array' OR EXISTS (SELECT 1 FROM json_each({0}) AS rule"
    " WHERE coalesce(json_extract(rule.value, '$.days') NOT BETWEEN 1 AND 366, 1)))",
)
DEADLINES_CHANGED: Final = office_act(
    "deadlines_changed",
    "deadlines",
    rules=(("out_of_range", lambda scope: _no_deadlines(scope.given("deadlines"))),),
)

_FIELDS: Final = ", ".join(f"'{field}'" for field in IDENTITY_FIELDS)
#: Whether a list of identity rules has one whose fields are no list of fields of the identity.
_no_identity_rules: Final = engine_function(
    Boolean(),
    postgresql="(json_typeof({0}) <> 'array' OR EXISTS (SELECT 1 FROM json_array_elements({0}) AS rule (one)"
    " WHERE coalesce(json_typeof(one -> 'fields') <> 'array', true)"
    f" OR NOT (one -> 'fields')::jsonb <@ jsonb_build_array({_FIELDS})))",
    sqlite="(json_type({0}) <> 'array' OR EXISTS (SELECT 1 FROM json_each({0}) AS rule"
    " WHERE coalesce(json_type(rule.value, '$.fields') <> 'array', 1) OR EXISTS (SELECT 1"
    f" FROM json_each(rule.value, '$.fields') AS field WHERE field.value NOT IN ({_FIELDS}))))",
)
IDENTITY_RULES_CHANGED: Final = office_act(
    "identity_rules_changed",
    "identity_rules",
    rules=(("out_of_range", lambda scope: _no_identity_rules(scope.given("identity_rules"))),),
)


def _digest_of_logo(scope: ActScope) -> ColumnElement[Any]:
    logo = scope.item.c.logo
    return case((logo == "", literal("")), else_=func.substr(digest_of_text(logo), 1, 16))


LOGO_CHANGED: Final = office_act(
    "logo_changed", "logo", tells={"logo": _digest_of_logo}, told_as="settings_changed"
)


# Calendar


_DAY: Final = ("day", "name", "source", "estimated")
_NAMED: Final[Rules] = (("text_missing", lambda scope: visible(scope.given("name")) == ""),)
CLOSED_DAY_ADDED: Final = roster_act(
    "closed_day_added", "closed_day", "closed_day", Does.INSERT, given=_DAY, told=_DAY, rules=_NAMED
)
CLOSED_DAY_CHANGED: Final = roster_act(
    "closed_day_changed", "closed_day", "closed_day", Does.UPDATE, given=_DAY, told=_DAY, rules=_NAMED
)
CLOSED_DAY_REMOVED: Final = roster_act(
    "closed_day_removed", "closed_day", "closed_day", Does.DELETE, told=_DAY
)
CALENDAR_CONFIRMED: Final = roster_act(
    "calendar_confirmed", "calendar_year", "calendar_year", Does.INSERT, key="year", given=("year",), told=("year",),
    rules=(
        (
            "out_of_range",
            lambda scope: not_(
                func.coalesce(scope.given("year").between(CALENDAR_YEARS[0], CALENDAR_YEARS[-1]), false())
            ),
        ),
    ),
)  # fmt: skip
CALENDAR_UNCONFIRMED: Final = roster_act(
    "calendar_unconfirmed", "calendar_year", "calendar_year", Does.DELETE, told=("year",)
)


# Templates and subjects


_REPLY: Final = ("title", "text", "active")
_OF_UNIT: Final[dict[str, Expression]] = {"unit_name": named(Unit, "unit_id", "name")}
#: Of the office: a clerk's own replies are theirs, and no act.
TEMPLATE_ADDED: Final = roster_act(
    "template_added", "reply_template", "reply_template", Does.INSERT,
    given=("title", "text", "unit_id"), told=_REPLY, tells=_OF_UNIT,
    sets={"active": lambda _scope: true(), "owner_id": lambda _scope: null()},
)  # fmt: skip
TEMPLATE_CHANGED: Final = roster_act(
    "template_changed", "reply_template", "reply_template", Does.UPDATE,
    given=(*_REPLY, "unit_id"), told=_REPLY, tells=_OF_UNIT,
    rules=(("not_there", lambda scope: scope.item.c.owner_id.is_not(None)),),
)  # fmt: skip

_LETTER: Final = (
    "standard", "subject", "body", "enclosure", "signer", "signer_title", "copies", "classification", "paper_size",
)  # fmt: skip

#: Refuse an unknown classification or size of the paper.
KNOWN_CHOICES: Final[Rules] = (
    ("out_of_range", not_one_of("classification", Classification)),
    ("out_of_range", not_one_of("paper_size", PaperSize)),
)

LETTER_TEMPLATE_CHANGED: Final = roster_act(
    "letter_template_changed", "letter_template", "letter_template", Does.UPDATE,
    given=_LETTER, told=_LETTER, tells={"letter_kind": column("kind")},
    rules=KNOWN_CHOICES,
)  # fmt: skip
MESSAGE_TEMPLATE_CHANGED: Final = roster_act(
    "message_template_changed", "message_template", "message_template", Does.UPDATE,
    given=("active", "standard", "subject", "text"), told=("way", "active", "standard"),
    tells={
        "message_kind": column("kind"), "message_subject": column("subject"), "message_text": column("text"),
    },
)  # fmt: skip

_SUBJECT: Final = ("code", "name", "active", "kind", "code_key", "name_key")
_TOLD_OF_SUBJECT: Final[dict[str, Expression]] = {"subject_kind": column("kind")}
SERVICE_ADDED: Final = roster_act(
    "service_added", "office_service", "office_service", Does.INSERT, key="code",
    given=_SUBJECT, told=("code", "name", "active"), tells=_TOLD_OF_SUBJECT, several=True,
)  # fmt: skip
SERVICE_CHANGED: Final = roster_act(
    "service_changed", "office_service", "office_service", Does.UPDATE,
    given=_SUBJECT, told=("code", "name", "active"), tells=_TOLD_OF_SUBJECT, several=True,
)  # fmt: skip

declare(
    SETTINGS_CHANGED, DEADLINES_CHANGED, IDENTITY_RULES_CHANGED, LOGO_CHANGED,
    CLOSED_DAY_ADDED, CLOSED_DAY_CHANGED, CLOSED_DAY_REMOVED, CALENDAR_CONFIRMED, CALENDAR_UNCONFIRMED,
    TEMPLATE_ADDED, TEMPLATE_CHANGED, LETTER_TEMPLATE_CHANGED, MESSAGE_TEMPLATE_CHANGED,
    SERVICE_ADDED, SERVICE_CHANGED,
)  # fmt: skip
