"""Compares what is in the database after each committed statement with what the history and the rules say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import psycopg

from desktop_app.database.acts.model import Act as ActOf
from desktop_app.database.acts.model import declared
from desktop_app.database.rights.model import tables
from tools.attack.table import MOVES, TOLD, Act, Person, Row, judge

#: Tables that only acts write: the column of the petition, and the acts that write them.
_OF_PETITION: Final[dict[str, tuple[str, set[str]]]] = {
    "petition_text": ("petition_id", {"registered"}),
    "referral": (
        "petition_id",
        {*MOVES, "registered", "side_sent", "side_answered", "side_returned", "side_recalled", "undo", "unmerge"}
        | {"turned", "turned_back"},
    ),
    "reply": ("petition_id", {"draft", "submit", "resolve", "interim_reply", "undo", "unmerge"}),
    "petition_pause": (
        "petition_id", {"wait", "resume", "close", "undo", "unmerge", "turned", "turned_back"},
    ),
    "petition_tick": ("petition_id", {"ticked", "unticked"}),
    "petition_label": ("petition_id", {"labelled", "unlabelled", "registered", "refer", "undo"}),
}  # fmt: skip
#: That a referral was seen is no act.
_IGNORED: Final = {"petition": ("reach",), "referral": ("seen_at",)}


def _fingerprint_of(names: Sequence[str]) -> str:
    return " UNION ALL ".join(
        f"SELECT '{table}' AS name, count(*),"
        f" sum(hashtextextended((to_jsonb(t) - ARRAY[{ignored}]::text[])::text, 0)) FROM {table} t"
        for table in names
        for ignored in [", ".join(f"'{name}'" for name in _IGNORED.get(table, ()))]
    )


_FINGERPRINT: Final = _fingerprint_of(("petition", *_OF_PETITION))


#: Rows that may be written without an event, because they only follow from others.
_DERIVED: Final = {"thread_place", "comment_place", "comment_fingerprint", "campaign_member", "petition_pair"}


def acted_tables() -> list[str]:
    """Returns the tables that acts write, that no login may write, and that are no petition's."""
    written = {
        step.table.name
        for act in declared()
        if isinstance(act, ActOf)
        for step in act.steps
        if step.recorded or step.table is act.table
    }
    granted = {
        name
        for name, rights in tables().items()
        if any({*privileges} - {"SELECT"} for privileges in rights.groups.values())
    }
    return sorted(written - granted - _DERIVED - {"petition", *_OF_PETITION})


def _ring(table: str, column: str) -> str:
    """Selects the number of rows from which a reference leads back to the row itself."""
    return (
        f"WITH RECURSIVE up (id, above, depth) AS (SELECT id, {column}, 1 FROM {table} WHERE {column} IS NOT NULL"
        f" UNION ALL SELECT up.id, t.{column}, depth + 1 FROM up JOIN {table} t ON t.id = up.above"
        f" WHERE depth < 20 AND t.{column} IS NOT NULL) SELECT count(*) FROM up WHERE above = id"
    )


#: What never holds, whatever the events say: a count of violations for each.
_NEVER: Final = {
    "petitions are duplicates in a ring": _ring("petition", "duplicate_of_id"),
    "labels are merged in a ring": _ring("label", "merged_into_id"),
    "nobody administers": (
        "SELECT (count(*) = 0)::int FROM person_role r JOIN person p ON p.id = r.person_id"
        " WHERE r.role = 'administrator' AND p.active"
    ),
    "a file has other bytes than its row says": (
        "SELECT count(*) FROM stored_file f WHERE f.size <> (SELECT coalesce(sum(length(p.content)), 0)"
        " FROM stored_part p WHERE p.file_id = f.id)"
    ),
    "a petitioner has no petition": (
        "SELECT count(*) FROM petitioner r WHERE NOT EXISTS (SELECT 1 FROM petition p WHERE p.petitioner_id = r.id)"
    ),
}


@dataclass
class Watch:
    """The owner's view of one database; `last` is the id of the last event that was judged."""

    owner: psycopg.Connection[Any]
    people: Mapping[int, Person]
    needs_approval: Mapping[int, bool]
    clerks: Mapping[int, frozenset[int]]
    last: int = 0
    done: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._others = _fingerprint_of(acted_tables())
        self._seen, self._seen_others = self._fingerprint(), self._other_tables()
        self._rows = self._read()
        self.last = self._newest()
        #: The petitions that the last merges of labels, or their reversals, moved.
        self._moved: set[int] = set()

    def faults(self, who: Person) -> list[str]:
        """Returns what is wrong with what was committed since the last call, by `who`."""
        now, newest, others = self._fingerprint(), self._newest(), self._other_tables()
        if now == self._seen and newest == self.last and others == self._seen_others:
            return []
        unsaid = [
            name for name, rows in others.items() if rows != self._seen_others[name] and newest == self.last
        ]
        self._seen_others = others
        if unsaid:
            return [f"{name} was written without an event" for name in unsaid]
        self._count_others()
        self._moved = self._moved_by_merges()
        before, after, events = self._rows, self._read(), self._events()
        self._seen, self._rows, self.last = now, after, newest
        found = [words for words, statement in _NEVER.items() if self._count(statement)]
        for number in sorted({*before["petition"], *after["petition"]}):
            own = [event for event in events if event["item_id"] == number]
            found += [f"petition {number}: {words}" for words in self._of(number, own, before, after, who)]
        return found

    def _count(self, statement: str) -> int:
        [(count,)] = self.owner.execute(statement.encode())
        return int(count)

    def _of(self, number: int, events: Sequence[Row], before: Any, after: Any, who: Person) -> list[str]:
        old, new = before["petition"].get(number), after["petition"].get(number)
        actions = {event["action"] for event in events}
        found = []
        if new is None:
            return ["is gone"]
        if (old != new or old is None) and not events:
            found.append("was written without an event")
        for table, (_column, writers) in _OF_PETITION.items():
            rows = before[table].get(number, {}), after[table].get(number, {})
            by_merge = table == "petition_label" and number in self._moved
            if rows[0] != rows[1] and not actions & writers and not by_merge:
                found.append(f"{table} was written by {sorted(actions) or 'no act'}")
        for key, reply in before["reply"].get(number, {}).items():
            left = after["reply"].get(number, {}).get(key)
            if reply["sent_at"] is not None and left != reply and not actions & {"undo", "unmerge"}:
                found.append("a sent answer was changed")
        if old is None:
            return found + self._of_new(number, events, new, who)
        for event in events:
            self.done[event["action"]] = self.done.get(event["action"], 0) + 1
        return found + self._judged(number, events, old, new, after, who)

    def _of_new(self, number: int, events: Sequence[Row], new: Row, who: Person) -> list[str]:
        first = events[0] if events else None
        if first is None or (first["sequence"], first["action"]) != (1, "registered"):
            return ["begins without its registration"]
        self.done["registered"] = self.done.get("registered", 0) + 1
        if first["actor_id"] != who.id or new["status"] not in {"registered", "referred"} or number > 100_000:
            return ["begins otherwise than it should"]
        return (
            [] if new["assignee_id"] is None and new["outcome"] is None else ["begins with what comes later"]
        )

    def _judged(
        self, number: int, events: Sequence[Row], old: Row, new: Row, after: Any, who: Person
    ) -> list[str]:
        moving = [event for event in events if event["action"] in {*MOVES, "undo", "unmerge"}]
        found = []
        for place, event in enumerate(events):
            # Of several acts in one transaction those between are known from the history alone.
            whole = len(events) == 1
            start = old if whole or event is events[0] else {**old, **_told(event["before"], old)}
            end = new if whole or event is events[-1] else {**new, **_told(event["after"], new)}
            act = self._act(number, event, start, end, after)
            if event["action"] in {"undo", "unmerge", "turned_back"}:
                found += self._undone(number, event, end, who)
            elif whole and (words := judge(act, who)):
                found.append(f"{event['action']}: {words}")
            elif place and event in moving and events[place - 1] in moving:
                found += _broken(events[place - 1], event)
        return found

    def _act(self, number: int, event: Row, old: Row, new: Row, after: Any) -> Act:
        asked = (number, event["sequence"])
        held = self.owner.execute(
            "SELECT DISTINCT (after::jsonb ->> 'assignee_id')::integer FROM event WHERE item_type = 'petition'"
            " AND item_id = %s AND sequence < %s AND after::jsonb ->> 'assignee_id' IS NOT NULL",
            asked,
        )
        out = [
            row for row in after["referral"].get(number, {}).values()
            if row["side"] and row["purpose"] == "action" and row["acted_at"] is None
        ]  # fmt: skip
        answered = any(
            row["sent_at"] and row["text"].strip() for row in after["reply"].get(number, {}).values()
        )
        held_by = frozenset(row[0] for row in held) | ({old["assignee_id"]} - {None})
        approval = self.needs_approval.get(old["unit_id"] or 0, False)
        return Act(event, old, new, held_by, approval, bool(out), answered, self.clerks)

    def _undone(self, number: int, event: Row, end: Row, who: Person) -> list[str]:
        """What is taken back is one's own act, to what was before it."""
        acts = self.owner.execute(
            "SELECT actor_id, before FROM event WHERE item_type = 'petition' AND item_id = %s AND sequence < %s"
            " AND action = %s",
            (number, event["sequence"], event["after"].get("undone")),
        ).fetchall()
        own = event["action"] != "unmerge"
        fits = any(
            (not own or actor == who.id) and _told(before, end) == _told(end, end) for actor, before in acts
        )
        return [] if fits else [f"{event['action']} of what was not so"]

    def _fingerprint(self) -> list[Any]:
        return self.owner.execute(_FINGERPRINT).fetchall()

    def _other_tables(self) -> dict[str, Any]:
        return {name: rest for name, *rest in self.owner.execute(self._others)}

    def _count_others(self) -> None:
        found = self.owner.execute(
            "SELECT item_type || ' ' || action FROM event WHERE item_type <> 'petition' AND id > %s",
            (self.last,),
        )
        for (action,) in found:
            self.done[action] = self.done.get(action, 0) + 1

    def _moved_by_merges(self) -> set[int]:
        found = self.owner.execute(
            "SELECT merge.after::jsonb -> 'changes' FROM event e CROSS JOIN LATERAL (SELECT m.after FROM event m"
            " WHERE m.item_type = 'label' AND m.item_id = e.item_id AND m.sequence <= e.sequence"
            " AND m.action = 'label_merged' ORDER BY m.sequence DESC LIMIT 1) merge"
            " WHERE e.item_type = 'label' AND e.action IN ('label_merged', 'label_unmerged') AND e.id > %s",
            (self.last,),
        )
        steps = [step for (changes,) in found for name, step in (changes or {}).items() if name != "led"]
        return {row["id"] for step in steps for row in step}

    def _newest(self) -> int:
        row = self.owner.execute("SELECT coalesce(max(id), 0) FROM event").fetchone()
        assert row is not None
        return int(row[0])

    def _events(self) -> list[Row]:
        found = self.owner.execute(
            "SELECT to_jsonb(e) FROM event e WHERE item_type = 'petition' AND id > %s ORDER BY id",
            (self.last,),
        )
        return [row[0] for row in found]

    def _read(self) -> dict[str, Any]:
        """Returns the petitions by id, and of each other table the rows by petition and key."""
        rows: dict[str, Any] = {
            "petition": {
                row["id"]: row
                for (row,) in self.owner.execute("SELECT to_jsonb(p) - 'reach' FROM petition p")
            }
        }
        for table, (column, _) in _OF_PETITION.items():
            rows[table] = {}
            for number, key, row in self.owner.execute(
                f"SELECT {column}, ctid_free, row FROM (SELECT t.{column}, coalesce(to_jsonb(t) ->> 'id',"
                f" to_jsonb(t) ->> 'label_id', '') AS ctid_free, to_jsonb(t) - 'seen_at' AS row FROM {table} t) x"
            ):
                rows[table].setdefault(number, {})[key] = row
        return rows


def _told(values: Row, instead: Row) -> dict[str, Any]:
    """Returns the columns that the history tells, as an event has them."""
    return {name: values[name] if name in values else instead[name] for name in TOLD}


def _broken(one: Row, other: Row) -> list[str]:
    shared = [name for name in TOLD if name in one["after"] and name in other["before"]]
    same = all(one["after"][name] == other["before"][name] for name in shared)
    return [] if same else ["the history does not hang together"]
