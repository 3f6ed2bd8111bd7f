"""What nothing will become of: put aside with a reason, kept, taken back; on both engines, not past the program."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from desktop_app.database.audit import record_event
from desktop_app.database.verification import verify
from desktop_app.errors import InvalidValueError, NotFoundError, NotPermittedError
from tests.conftest import NOON
from tests.department import TestOffice
from tests.guarded import Department
from tests.intake.staged import hand_in, run, states
from tests.intake.tables import GOOD, write_csv
from tests.intake.watching import aged, go, source
from tests.security.refusing import refused

ADVERT = ("P-8", "", "", "خرید اقساطی بدون ضامن", "", "", "", "")
SET = "UPDATE intake_submission SET state = '{}' WHERE id = {}"


def test_it_stays_aside_when_the_same_row_comes_again_and_is_taken_back_with_its_fault(
    office: TestOffice, tmp_path: Path
) -> None:
    staging = office.services.staging
    source(office, tmp_path)
    aged(write_csv(tmp_path / "1.csv", [*GOOD, ADVERT]))
    go(office)
    (waits,) = staging.quarantined(office.manager)
    staging.put_aside(office.administrator, waits.id, "  تبلیغ است ")
    assert staging.quarantined(office.manager) == ()
    (aside,) = staging.aside(office.manager)
    assert aside.what == waits
    assert (aside.reason, aside.by, aside.at) == ("تبلیغ است", office.administrator.name, NOON)
    with pytest.raises(NotFoundError):
        staging.put_aside(office.manager, waits.id, "دوباره")
    with pytest.raises(NotFoundError):
        staging.mend(office.manager, waits.id, {})
    with pytest.raises(NotFoundError):
        staging.try_again(office.manager, waits.id)
    aged(write_csv(tmp_path / "2.csv", [ADVERT]))
    (again,) = go(office).files
    assert (again.already_present, again.quarantined, again.clean) == (1, 0, True)
    assert (states(office).count("aside"), staging.count_aside(office.manager)) == (1, 1)
    staging.take_back(office.manager, waits.id)
    with pytest.raises(NotFoundError):
        staging.take_back(office.manager, waits.id)
    assert staging.quarantined(office.manager) == (waits,)
    # Put aside once more, the last reason counts.
    staging.put_aside(office.manager, waits.id, "آزمایش درگاه")
    assert [one.reason for one in staging.aside(office.manager)] == ["آزمایش درگاه"]
    assert verify(office.services.database).ok


def test_a_reason_has_to_be_there_and_a_clerk_of_one_unit_puts_nothing_aside(
    sqlite_office: TestOffice,
) -> None:
    office, staging = sqlite_office, sqlite_office.services.staging
    (number,) = hand_in(office.services.database, {"payload": {"text": "x"}})
    with pytest.raises(NotFoundError):
        staging.put_aside(office.manager, number, "هنوز در صف است")
    run(office)
    for reason in ("", " \n", "x" * 501):
        with pytest.raises(InvalidValueError):
            staging.put_aside(office.manager, number, reason)
    for actor in (office.clerk, office.reviewer):
        with pytest.raises(NotPermittedError):
            staging.put_aside(actor, number, "تبلیغ")
        with pytest.raises(NotPermittedError):
            staging.take_back(actor, number)
        with pytest.raises(NotPermittedError):
            staging.aside(actor)
    assert states(office) == ["quarantined"]


def test_on_sqlite_no_statement_puts_aside_what_does_not_say_why(sqlite_office: TestOffice) -> None:
    office, database = sqlite_office, sqlite_office.services.database
    quarantined, waiting = hand_in(database, {"payload": {"text": "x"}}, {})
    with database.writing() as session:
        session.execute(text(SET.format("quarantined", quarantined)))
    for state, number in (("aside", quarantined), ("aside", waiting)):
        with pytest.raises(IntegrityError), database.writing() as session:
            session.execute(text(SET.format(state, number)))
    with database.writing() as session:
        record_event(
            session, item_type="intake", item_id=quarantined, at=NOON, actor_id=None, actor_name="x",
            action="intake_put_aside", text=" ",
        )  # fmt: skip
    with pytest.raises(IntegrityError, match="says why"), database.writing() as session:
        session.execute(text(SET.format("aside", quarantined)))
    with database.writing() as session:
        session.execute(
            text("UPDATE intake_submission SET reason = :reason WHERE id = :id"),
            {"reason": '[{"field": "", "reason": "not_json", "value": ""}]', "id": quarantined},
        )
    office.services.staging.put_aside(office.manager, quarantined, "تبلیغ")
    for state in ("quarantined", "waiting", "done"):
        with pytest.raises(IntegrityError), database.writing() as session:
            session.execute(text(SET.format(state, quarantined)))
    assert states(office) == ["aside", "waiting"]


def test_by_sql_nobody_puts_aside_without_a_reason_in_their_own_name(department: Department) -> None:
    office = department.office
    waits, other, waiting = hand_in(
        office.services.database, {"payload": {"text": "x"}}, {"payload": {"text": "y"}}, {}
    )
    run(office)
    hand_in(office.services.database, {"external_id": "later"})
    services, yazdi = department.signed_in("yazdi")
    _, rezaei = department.signed_in("rezaei")
    event = (
        "INSERT INTO event (item_type, item_id, sequence, at, actor_id, actor_name, action, before, after, text)"
        f" SELECT 'intake', {waits}, coalesce(max(sequence), 0) + 1, clock_timestamp(), {{}}, '{{}}', '{{}}', "
        f" '{{{{}}}}', '{{{{}}}}', '{{}}' FROM event WHERE item_type = 'intake' AND item_id = {waits}; "
    )
    own = (yazdi.person_id, yazdi.name)
    with department.sql("yazdi") as manager:
        for act in (
            SET.format("aside", waits),
            event.format(*own, "intake_put_aside", " ") + SET.format("aside", waits),
            event.format(*own, "intake_mended", "x") + SET.format("aside", waits),
            # The event is another one's.
            event.format(*own, "intake_put_aside", "x") + SET.format("aside", other),
            event.format(*own, "intake_put_aside", "x") + SET.format("aside", waiting),
            event.format(*own, "intake_put_aside", "x")
            + SET.format("aside", waits).replace("'aside'", "'aside', mended = '{}'"),
        ):
            refused(manager, act)
    with department.sql("rezaei") as clerk, clerk.transaction():
        # It is out of a clerk's sight.
        assert clerk.execute(SET.format("aside", waits).encode()).rowcount == 0
    services.staging.put_aside(yazdi, waits, "تبلیغ")
    with department.sql("yazdi") as manager:
        for state in ("quarantined", "waiting", "done"):
            refused(manager, SET.format(state, waits))
    services.staging.take_back(yazdi, waits)
    admin, administrator = department.signed_in("admin")
    admin.staging.put_aside(administrator, waits, "آزمایش درگاه")
    assert [(one.reason, one.by) for one in admin.staging.aside(administrator)] == [
        ("آزمایش درگاه", administrator.name)
    ]
    with pytest.raises(NotPermittedError):
        department.signed_in("rezaei")[0].staging.put_aside(rezaei, other, "x")
