"""What law demands of a draft document, kept by the database of both engines, whoever asks and by whatever client.

A window is never shorter than its floor and never shortened; what is before the public stays as it is; nothing is
promulgated or sent before the window is over and every comment was decided; track A is never sent, track B never
promulgated; one person alone does not do it. Who may do it by their role is `rights`' business (PostgreSQL only).

The day is the server's in Tehran. SQLite has no server: there it is the latest moment that the program ever saw,
`clock_mark`, which only goes forward.

A refusal begins with `statute: ` and goes on with the name of the rule, as `RuleError` has it.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, Date, bindparam, text

from desktop_app.database.summed_over import is_summed_up
from desktop_app.persian.dates import JalaliMonth

MARK: Final = "statute: "

#: Jalali years in which windows are counted: from the oldest drafts to far behind the last.
_YEARS: Final = range(1390, 1451)
#: Which moves of `instrument.status` there are; `open` is over by time alone.
_MOVES: Final = (
    "drafting>legal_review", "legal_review>drafting", "legal_review>open", "open>revising", "revising>ready",
    "ready>promulgated", "ready>submitted", "withdrawn>drafting",
    "drafting>withdrawn", "legal_review>withdrawn", "open>withdrawn", "revising>withdrawn", "ready>withdrawn",
)  # fmt: skip
#: The states behind a window.
_EXPOSED: Final = "('open', 'revising', 'ready', 'promulgated', 'submitted')"
_FINISHED: Final = "('promulgated', 'submitted')"
_PLACES: Final = "('portal', 'single_window')"
_TRACK_B: Final = "('bill', 'cabinet_bylaw')"

_UNDECIDED: Final = (
    "EXISTS (SELECT 1 FROM public_comment c WHERE c.instrument_id = NEW.id"
    # Where the instrument asks for a second reader, a rejection that nobody confirmed is no decision.
    " AND (c.disposition IS NULL"
    " OR (NEW.second_reader AND c.disposition = 'rejected' AND c.confirmed_by_id IS NULL)))"
)
_NOT_CARRIED: Final = (
    "EXISTS (SELECT 1 FROM public_comment c WHERE c.instrument_id = NEW.id"
    " AND c.disposition IN ('accepted', 'partly_accepted')"
    " AND (c.carried_revision_id IS NULL OR c.carried_provision = ''))"
)
_NEWER_REVISION: Final = (
    "EXISTS (SELECT 1 FROM revision r WHERE r.instrument_id = NEW.id AND r.id > NEW.exposed_revision_id)"
)
#: Whoever wrote a revision does not review it, as `instruments.separation` has it.
_WROTE_EXPOSED: Final = (
    "(NEW.asked_by_id = NEW.author_id OR EXISTS (SELECT 1 FROM revision r WHERE r.id = NEW.exposed_revision_id"
    " AND r.author_id = NEW.asked_by_id))"
)
_WROTE_OUTCOME: Final = (
    "NEW.ready_by_id = NEW.author_id OR EXISTS (SELECT 1 FROM revision r WHERE r.instrument_id = NEW.id"
    " AND r.author_id = NEW.ready_by_id AND (r.id > NEW.exposed_revision_id"
    " OR r.id = (SELECT max(l.id) FROM revision l WHERE l.instrument_id = NEW.id)))"
)


def _rules(sqlite: bool) -> tuple[tuple[str, str, str], ...]:
    """(Which statement, when it is refused, the rule's name) in the order in which they are asked."""
    summed_up = is_summed_up(sqlite=sqlite)
    today = "(SELECT day FROM clock_mark)" if sqlite else "app.today()"
    same = "IS" if sqlite else "IS NOT DISTINCT FROM"
    other = "IS NOT" if sqlite else "IS DISTINCT FROM"
    law, in_force = (SQLITE_FLOOR, _sqlite_raised()) if sqlite else (_LAW, _IN_FORCE)
    moves = ", ".join(f"'{move}'" for move in _MOVES)
    to = "NEW.status = '{0}' AND OLD.status <> '{0}'".format
    stays = f"NEW.status IN {_EXPOSED} AND OLD.status IN {_EXPOSED}"
    finishing = f"NEW.status IN {_FINISHED} AND OLD.status NOT IN {_FINISHED}"
    asking = f"(NEW.status = 'legal_review' AND NEW.asked_by_id {other} OLD.asked_by_id)"
    return (
        (
            "UPDATE",
            "NEW.second_reader <> OLD.second_reader AND OLD.status NOT IN ('drafting', 'legal_review')",
            "second_reader_is_settled",
        ),
        ("INSERT OR UPDATE", f"(NEW.track = 'b') <> (NEW.kind IN {_TRACK_B})", "track_follows_kind"),
        ("INSERT OR UPDATE", "NEW.status = 'promulgated' AND NEW.track <> 'a'", "bills_are_submitted"),
        ("INSERT OR UPDATE", "NEW.status = 'submitted' AND NEW.track <> 'b'", "regulations_are_promulgated"),
        (
            "INSERT OR UPDATE",
            f"NEW.status IN {_EXPOSED} AND (NEW.opened_on IS NULL OR NEW.closes_on IS NULL"
            f" OR NEW.exposed_revision_id IS NULL OR NEW.place NOT IN {_PLACES})",
            "window_is_needed",
        ),
        ("UPDATE", f"NEW.kind {other} OLD.kind OR NEW.code {other} OLD.code", "kind_stays"),
        ("UPDATE", f"NEW.author_id {other} OLD.author_id", "author_stays"),
        (
            "UPDATE",
            f"NEW.status <> OLD.status AND (OLD.status || '>' || NEW.status) NOT IN ({moves})",
            "not_from_this_state",
        ),
        # What is before the public stays as it was put there; its end only goes out.
        ("UPDATE", f"{stays} AND NEW.closes_on < OLD.closes_on", "window_only_grows"),
        (
            "UPDATE",
            f"{stays} AND NOT (NEW.opened_on {same} OLD.opened_on AND NEW.place {same} OLD.place"
            f" AND NEW.exposed_revision_id {same} OLD.exposed_revision_id)",
            "exposed_text_stays",
        ),
        (
            "UPDATE",
            f"{stays} AND NEW.closes_on > OLD.closes_on AND (OLD.status <> 'open' OR {today} > OLD.closes_on)",
            "window_is_over",
        ),
        # What comes in with a window behind it (a copy, a back-up) is held to the law itself: the floor may have been
        # raised since.
        ("INSERT OR UPDATE", f"NEW.status IN {_EXPOSED} AND NEW.closes_on < {law}", "window_below_floor"),
        ("UPDATE", f"{to('open')} AND NEW.closes_on < {in_force}", "window_below_floor"),
        ("UPDATE", f"{to('open')} AND NEW.opened_on < {today}", "window_begins_in_the_past"),
        (
            "UPDATE",
            f"{to('open')} AND ({_closed_day('NEW.closes_on', sqlite=sqlite)})",
            "window_ends_on_closed_day",
        ),
        (
            "UPDATE",
            f"{to('open')} AND NOT EXISTS (SELECT 1 FROM revision r WHERE r.id = NEW.exposed_revision_id"
            " AND r.instrument_id = NEW.id)",
            "window_is_needed",
        ),
        (
            "UPDATE",
            f"({to('open')} AND NEW.asked_by_id IS NULL) OR (({to('open')} OR {asking}) AND {_WROTE_EXPOSED})",
            "reviewer_is_not_the_author",
        ),
        (
            "UPDATE",
            f"{to('open')} AND (NEW.approved_by_id IS NULL OR NEW.approved_by_id {same} NEW.asked_by_id)",
            "second_person_needed",
        ),
        ("UPDATE", f"{to('revising')} AND {today} <= NEW.closes_on", "window_still_open"),
        (
            "UPDATE",
            f"({to('ready')} OR ({finishing})) AND {_UNDECIDED}",
            "every_comment_is_decided",
        ),
        (
            "UPDATE",
            f"{to('ready')} AND (NEW.ready_by_id IS NULL OR {_WROTE_OUTCOME})",
            "reviewer_is_not_the_author",
        ),
        (
            "UPDATE",
            f"{to('ready')} AND NOT {_NEWER_REVISION} AND trim(NEW.no_change_reason) = ''",
            "newer_revision_or_reason",
        ),
        ("UPDATE", f"({to('ready')} OR ({finishing})) AND NOT {summed_up}", "summing_up_is_needed"),
        (
            "UPDATE",
            f"{finishing} AND (trim(NEW.letter_number) = '' OR NEW.letter_date IS NULL"
            f" OR NEW.letter_date <= NEW.closes_on OR NEW.letter_date > {today})",
            "letter_is_needed",
        ),
        ("UPDATE", f"{finishing} AND {_NOT_CARRIED}", "accepted_is_carried"),
        (
            "UPDATE",
            f"{to('withdrawn')} AND trim(NEW.withdrawn_reason) = ''",
            "reason_needed",
        ),
        (
            "UPDATE",
            "OLD.status = 'withdrawn' AND NEW.status = 'drafting' AND (NEW.opened_on IS NOT NULL"
            " OR NEW.closes_on IS NOT NULL OR NEW.exposed_revision_id IS NOT NULL)",
            "full_window_again",
        ),
    )


def _sqlite_floor() -> str:
    """The day that the law's own floor reaches, before closed days are looked at, in SQLite."""
    month = (
        "(SELECT date(after.first_day, '+' || (min(1 + CAST(julianday(NEW.opened_on) - julianday(here.first_day)"
        " AS INTEGER), after.days) - 1) || ' days') FROM jalali_month here JOIN jalali_month after"
        " ON after.id = here.id + 1 WHERE here.first_day <= NEW.opened_on"
        " AND NEW.opened_on < date(here.first_day, '+' || here.days || ' days'))"
    )
    return (
        "CASE NEW.track WHEN 'a' THEN date(NEW.opened_on, '+14 days')"
        f" ELSE max(date(NEW.opened_on, '+30 days'), coalesce({month}, '9999-12-31')) END"
    )


#: The law's floor in SQLite, over a row `NEW` of track and opening day; as `POSTGRESQL_FLOOR`.
SQLITE_FLOOR: Final = _sqlite_floor()


def _sqlite_raised() -> str:
    raised = (
        "SELECT date(NEW.opened_on, '+' || f.days || ' days') FROM window_floor f WHERE f.track = NEW.track"
    )
    return f"coalesce(({raised}), '')"


_LAW: Final = "statute_floor(NEW.track, NEW.opened_on)"
_IN_FORCE: Final = (
    "NEW.opened_on + coalesce((SELECT f.days FROM window_floor f WHERE f.track = NEW.track), 0)"
)


def _closed_day(day: str, *, sqlite: bool) -> str:
    if not sqlite:
        return f"app.is_closed({day})"
    weekend = "coalesce((SELECT value FROM setting WHERE name = 'weekend'), '[3, 4]')"
    return (
        f"EXISTS (SELECT 1 FROM closed_day d WHERE d.day = {day}) OR EXISTS (SELECT 1 FROM json_each({weekend}) w"
        f" WHERE w.value = (CAST(strftime('%w', {day}) AS INTEGER) + 6) % 7)"
    )


#: The law's floor in PostgreSQL, as `_sqlite_floor`.
POSTGRESQL_FLOOR: Final = """
CREATE FUNCTION statute_floor(of_track text, opened date) RETURNS date
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, {schema}, pg_temp AS $floor$
  SELECT CASE of_track WHEN 'a' THEN opened + 14 ELSE greatest(opened + 30, coalesce((
      SELECT after.first_day + least(1 + opened - here.first_day, after.days) - 1
      FROM jalali_month here JOIN jalali_month after ON after.id = here.id + 1
      WHERE here.first_day <= opened AND opened < here.first_day + here.days), DATE '9999-12-31')) END
$floor$
"""

#: Rows that are never taken away, and columns that are never written over (all of them where none is named):
#: table, columns, rule.
_KEPT: Final = (
    ("instrument", ("id",), "instrument_stays"),
    ("public_comment", ("instrument_id", "text", "quote", "sender", "channel", "received_at"), "public_words_stay"),
    ("consultation_report", (), "frozen"),
    ("issued_report", (), "frozen"),
    ("window_floor", ("track",), "floor_only_rises"),
    ("jalali_month", (), "calendar_stays"),
)  # fmt: skip
_DECIDED_AFTER_END: Final = (
    "(NEW.disposition {other} OLD.disposition OR NEW.reason {other} OLD.reason"
    " OR NEW.carried_revision_id {other} OLD.carried_revision_id)"
    " AND EXISTS (SELECT 1 FROM instrument i WHERE i.id = NEW.instrument_id AND i.status IN "
    f"{_FINISHED})"
)


#: What goes out stands on every comment's being decided: one that comes behind it would be none of them.
_COMES_AFTER_END: Final = (
    "NEW.disposition IS NULL AND EXISTS (SELECT 1 FROM instrument i WHERE i.id = NEW.instrument_id"
    f" AND i.status IN {_FINISHED})"
)


#: A confirmation is another person's, of a rejection, and of the very one that stands there.
_CONFIRMED_BY_THE_FIRST: Final = "NEW.confirmed_by_id IS NOT NULL AND NEW.confirmed_by_id = NEW.decided_by_id"
_CONFIRMED_SOMETHING_ELSE: Final = (
    "NEW.confirmed_by_id IS NOT NULL AND (coalesce(NEW.disposition, '') <> 'rejected' OR ("
    "OLD.confirmed_by_id IS NOT NULL AND (NEW.disposition {other} OLD.disposition OR NEW.reason {other} OLD.reason"
    " OR NEW.decided_by_id {other} OLD.decided_by_id)))"
)


def _row_rules(sqlite: bool) -> tuple[tuple[str, str, str, str], ...]:
    """(Table, statement, when it is refused, rule) besides those of `instrument`."""
    other = "IS NOT" if sqlite else "IS DISTINCT FROM"
    made: list[tuple[str, str, str, str]] = []
    for table, columns, rule in _KEPT:
        made.append((table, "DELETE", "true", rule))
        changed = " OR ".join(f'NEW."{name}" {other} OLD."{name}"' for name in columns)
        made.append((table, "UPDATE", changed or "true", rule))
    made.append(("window_floor", "UPDATE", "NEW.days < OLD.days", "floor_only_rises"))
    made.append(
        ("public_comment", "UPDATE", _DECIDED_AFTER_END.format(other=other), "instrument_is_finished")
    )
    made.append(("public_comment", "INSERT", _COMES_AFTER_END, "comments_are_over"))
    made.append(("public_comment", "UPDATE", _CONFIRMED_BY_THE_FIRST, "second_reader_is_another"))
    of_another = _CONFIRMED_SOMETHING_ELSE.format(other=other)
    made.append(("public_comment", "UPDATE", of_another, "confirmation_is_of_a_rejection"))
    if sqlite:
        made.append(
            ("clock_mark", "UPDATE", "NEW.day < OLD.day OR NEW.at < OLD.at", "clock_only_goes_forward")
        )
        made.append(("clock_mark", "DELETE", "true", "clock_only_goes_forward"))
    return tuple(made)


def set_up(connection: Connection) -> None:
    """Makes the triggers, whose tables are there."""
    if connection.dialect.name == "sqlite":
        for statement in sqlite_triggers().values():
            connection.exec_driver_sql(statement)
        return
    room = str(connection.scalar(text("SELECT quote_ident(current_schema())")))
    connection.exec_driver_sql(POSTGRESQL_FLOOR.replace("{schema}", room))
    connection.exec_driver_sql("REVOKE ALL ON FUNCTION statute_floor(text, date) FROM PUBLIC")
    for table, body in postgresql_bodies().items():
        connection.exec_driver_sql(
            f"CREATE FUNCTION statute_{table}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER"
            f" SET search_path = pg_catalog, {room}, pg_temp AS $statute${body}$statute$"
        )
        connection.exec_driver_sql(f"REVOKE ALL ON FUNCTION statute_{table}() FROM PUBLIC")
        # By its name before every other trigger of the table: law first.
        connection.exec_driver_sql(
            f"CREATE TRIGGER a_statute BEFORE INSERT OR UPDATE OR DELETE ON {table}"
            f" FOR EACH ROW EXECUTE FUNCTION statute_{table}()"
        )


def fill_calendar(connection: Connection) -> None:
    """Fills `jalali_month`, by which the floor of a window is counted."""
    months = [JalaliMonth(year, month) for year in _YEARS for month in range(1, 13)]
    # The day has its type: SQLite's own adapter for dates is deprecated.
    statement = text(
        "INSERT INTO jalali_month (id, year, month, first_day, days)"
        " VALUES (:id, :year, :month, :first_day, :days)"
    ).bindparams(bindparam("first_day", type_=Date()))
    connection.execute(
        statement,
        [
            {"id": number, "year": one.year, "month": one.month, "first_day": one.first_day, "days": one.days}
            for number, one in enumerate(months, start=1)
        ],
    )


def take_down(connection: Connection) -> None:
    """Removes them all: the tables are then unguarded."""
    if connection.dialect.name == "sqlite":
        for name in sqlite_triggers():
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
        return
    for table in postgresql_bodies():
        connection.exec_driver_sql(f"DROP TRIGGER a_statute ON {table}")
        connection.exec_driver_sql(f"DROP FUNCTION statute_{table}()")
    connection.exec_driver_sql("DROP FUNCTION statute_floor(text, date)")


def sqlite_triggers() -> dict[str, str]:
    """Name → statement. SQLite asks a table's triggers in no order that it promises: one for each statement, whose
    rules are in order."""
    raised: dict[tuple[str, str], list[str]] = {}
    for table, statement, refused, rule in _all_rules(sqlite=True):
        for verb in statement.split(" OR "):
            raised.setdefault((table, verb), []).append(
                f"SELECT RAISE(ABORT, '{MARK}{rule}') WHERE {refused};"
            )
    return {
        f"statute_{table}_{verb.lower()}": (
            f"CREATE TRIGGER statute_{table}_{verb.lower()} BEFORE {verb} ON {table} BEGIN {' '.join(rules)} END"
        )
        for (table, verb), rules in raised.items()
    }


def postgresql_bodies() -> dict[str, str]:
    """Table → body of its trigger's function."""
    bodies: dict[str, list[str]] = {}
    for table, statement, refused, rule in _all_rules(sqlite=False):
        verbs = ", ".join(f"'{verb}'" for verb in statement.split(" OR "))
        # Nested: PL/pgSQL does not promise to leave the second half of a condition alone, and OLD may be missing.
        bodies.setdefault(table, []).append(
            f"IF TG_OP IN ({verbs}) THEN IF {refused} THEN RAISE integrity_constraint_violation"
            f" USING MESSAGE = '{MARK}{rule}'; END IF; END IF;"
        )
    end = "IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;"
    return {table: f"BEGIN {' '.join(rules)} {end} END" for table, rules in bodies.items()}


def _all_rules(*, sqlite: bool) -> tuple[tuple[str, str, str, str], ...]:
    instrument = tuple(("instrument", *rule) for rule in _rules(sqlite))
    return (*_row_rules(sqlite), *instrument)
