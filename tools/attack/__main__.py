"""`python -m tools.attack [--tries N] [--seed S] [--who LOGIN]`: random attackers with real logins on PostgreSQL.

Each login tries random statements from the rights that it really has, most of them acts with forged values. After
each transaction that was committed, what changed has to be recorded and allowed (`tools.attack.table`). Prints what
each login tried and did; exits with 1 if anything was found, with the fewest statements that do it.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from random import Random
from time import perf_counter
from typing import Any, Final

import psycopg

from desktop_app.database.verification import verify
from desktop_app.petitions.vocabulary import Kind, Outcome
from tests.guarded import Department, made_department, started_server
from tests.instruments.test_annotations import ARTICLES, annotate, draft
from tools.attack.statements import Attacker
from tools.attack.table import Person
from tools.attack.watching import Watch

#: The logins that attack: clerks of two units, a unit's manager, a reviewer, the office's manager, an administrator.
LOGINS: Final = ("rezaei", "amini", "sharifi", "sadeghi", "yazdi", "admin")
#: Tries in one database, before another one is begun.
ROUND: Final = 500


@dataclass
class Result:
    """What one login tried: statements, transactions that were committed or refused, acts that a rule refused."""

    tries: int = 0
    committed: int = 0
    refused: int = 0
    by_rule: int = 0
    done: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


def fill(department: Department) -> None:
    """Petitions in every state, requests and complaints of both units."""
    office = department.office
    desk = office.services.desk
    for label in ("فوری", "پیگیری"):
        office.services.labels.put_on(office.clerk, office.taken(text=f"برچسب {label}").id, label)
    for _ in range(2):
        annotate(office, draft(office, *ARTICLES), "سی روز کاری")
    for kind in (Kind.REQUEST, Kind.COMPLAINT):
        office.registered(f"ثبت {kind}", kind=kind)
        for unit, clerk in ((office.books, office.clerk), (office.music, office.music_clerk)):
            office.registered(f"ارجاع {kind} {unit.code}", kind=kind, unit=unit)
            held = office.registered(f"در دست {kind} {unit.code}", kind=kind, unit=unit)
            desk.take(clerk, held, 1)
        waiting = office.taken(text=f"در انتظار {kind}", kind=kind)
        desk.wait(office.clerk, waiting.id, waiting.version, "مدارک")
        drafted = office.taken(text=f"برای تأیید {kind}", kind=kind)
        desk.submit(office.clerk, drafted.id, drafted.version, "پاسخ")
        done = office.taken(text=f"رسیدگی {kind}", kind=kind)
        desk.resolve(office.other_clerk, done.id, done.version, Outcome.ANSWERED, "پاسخ")


def watched(department: Department) -> tuple[Watch, dict[str, Person]]:
    """Returns the owner's view, and the people by login."""
    people: dict[str, Person] = {}
    clerks: dict[int, set[int]] = {}
    owner = department.sql("mosharekat")
    for number, login, roles in owner.execute(
        "SELECT p.id, p.username, coalesce(jsonb_agg(jsonb_build_array(r.role, r.unit_id))"
        " FILTER (WHERE r.id IS NOT NULL), '[]') FROM person p LEFT JOIN person_role r ON r.person_id = p.id"
        " GROUP BY p.id"
    ):
        units = {role: frozenset(unit for one, unit in roles if one == role) for role in ("clerk", "manager")}
        people[login] = Person(number, units["clerk"], units["manager"])
        for unit in units["clerk"] - {None}:
            clerks.setdefault(unit, set()).add(number)
    approval = dict(owner.execute("SELECT id, needs_approval FROM unit").fetchall())
    of_unit = {unit: frozenset(numbers) for unit, numbers in clerks.items()}
    return Watch(owner, {one.id: one for one in people.values()}, approval, of_unit), people


#: A statement with its parameters; several are one transaction.
Transaction = list[tuple[str, tuple[Any, ...]]]


def attack(
    department: Department, login: str, tries: int, random: Random, result: Result
) -> list[Transaction]:
    """Tries statements as `login`, alone and several in one transaction; adds to `result`.

    Returns the transactions that were committed, the last of which was at fault if there is a fault.
    """
    fill(department)
    watch, people = watched(department)
    committed: list[Transaction] = []
    with watch.owner, department.sql(login) as connection:
        attacker = Attacker(connection, random, tuple(range(1, 21)) * 3)
        before = result.tries
        while result.tries < before + tries:
            together = [attacker.statement() for _ in range(random.choice((1, 1, 1, 1, 2, 3)))]
            result.tries += len(together)
            if not _committed(connection, together, result):
                continue
            committed.append(together)
            if found := watch.faults(people[login]):
                result.faults += found
                return committed
    result.done.update(watch.done)
    if breaks := verify(department.owner.database).breaks:
        result.faults.append(f"the history does not verify: {breaks[0]}")
    honest(department, result)
    return committed


def _committed(connection: psycopg.Connection[Any], together: Transaction, result: Result) -> bool:
    """Commits the statements as one transaction; a statement that is refused takes all of them back."""
    by_rule = 0
    try:
        with connection.transaction():
            for statement, values in together:
                cursor = connection.execute(statement.encode(), values)
                rows = cursor.fetchall() if cursor.description else []
                by_rule += "app.perform" in statement and bool(rows) and rows[0][1] is not None
    except psycopg.Error:
        result.refused += 1
        return False
    result.committed += 1
    result.by_rule += by_rule
    return True


def replay(department: Department, login: str, transactions: Sequence[Transaction]) -> list[str]:
    """Returns what is found when `login` commits these transactions in a database as `attack` begins with."""
    fill(department)
    watch, people = watched(department)
    result = Result()
    with watch.owner, department.sql(login) as connection:
        for one in transactions:
            if _committed(connection, one, result) and (found := watch.faults(people[login])):
                return found
    if breaks := verify(department.owner.database).breaks:
        return [f"the history does not verify: {breaks[0]}"]
    return []


def shortened(
    transactions: list[Transaction], is_found: Callable[[list[Transaction]], bool]
) -> list[Transaction]:
    """Returns a part of the transactions that is still found, from which none can be left out.

    `is_found` tries a part in a database of its own. Parts of half the length are left out first.
    """
    size = max(1, len(transactions) // 2)
    while True:
        for start in range(0, len(transactions), size):
            part = transactions[:start] + transactions[start + size :]
            if is_found(part):
                transactions = part
                break
        else:
            if size == 1:
                return transactions
            size = max(1, size // 2)


def honest(department: Department, result: Result) -> None:
    """Whatever was tried, the desk goes on: a colleague registers, works, and finds."""
    office = department.office
    try:
        made = office.registered("کتاب پس از حمله", unit=office.books)
        office.services.desk.take(office.other_clerk, made, 1)
    except Exception as error:
        result.faults.append(f"the desk stands still: {error!r}")


def run(logins: tuple[str, ...], tries: int, seed: int) -> dict[str, Result]:
    """Attacks with each login; returns what each did."""
    results: dict[str, Result] = {}
    with started_server() as server:

        def is_found(login: str, part: list[Transaction]) -> bool:
            with made_department(server) as department:
                return bool(replay(department, login, part))

        for login in logins:
            result = results[login] = Result()
            random = Random(f"{seed} {login}")
            while result.tries < tries and not result.faults:
                with made_department(server) as department:
                    committed = attack(department, login, min(ROUND, tries - result.tries), random, result)
            if result.faults and is_found(login, committed):
                for one in shortened(committed, partial(is_found, login)):
                    result.faults += [f"    {statement} {values}" for statement, values in one]
    return results


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.attack", description=__doc__)
    parser.add_argument("--tries", type=int, default=2_000, help="statements of each login")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--who", action="append", choices=LOGINS, help="only this login; may be repeated")
    asked = parser.parse_args()
    began = perf_counter()
    results = run(tuple(asked.who or LOGINS), asked.tries, asked.seed)
    print(f"{'login':10} {'tries':>8} {'committed':>10} {'refused':>9} {'by a rule':>10} {'acts done':>10}")
    for login, result in results.items():
        acts = sum(result.done.values())
        print(
            f"{login:10} {result.tries:8} {result.committed:10} {result.refused:9} {result.by_rule:10} {acts:10}"
            f"  {', '.join(f'{name} {count}' for name, count in result.done.most_common())}"
        )
    found = [f"{login}: {fault}" for login, result in results.items() for fault in result.faults]
    print(f"{len(found)} found, seed {asked.seed}, {perf_counter() - began:.0f} s")
    for fault in found:
        print(fault)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
