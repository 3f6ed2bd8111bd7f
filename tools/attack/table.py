"""The moves of domain.md, section 1, written out by hand, independently of the program's own tables.

`judge` says what is wrong with a recorded act on a petition, or returns an empty string.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

Row = Mapping[str, Any]
OPEN: Final = {"registered", "referred", "in_progress", "waiting", "awaiting_approval"}
CLOSINGS: Final = {"inadmissible", "duplicate", "withdrawn", "noted"}
ANSWERS: Final = {"answered", "granted", "partly_granted", "refused", "passed_on"}
#: Action → states from which, state to which (None: the same), who, columns that change besides.
MOVES: Final[dict[str, tuple[set[str], str | None, str, set[str]]]] = {
    "refer": ({"registered", "in_progress"}, "referred", "works", {"unit_id", "assignee_id", "urgency"}),
    "give_back": ({"referred"}, "registered", "works", {"unit_id", "assignee_id"}),
    "take": ({"referred"}, "in_progress", "works", {"assignee_id"}),
    "wait": ({"in_progress"}, "waiting", "works", {"paused_on"}),
    "resume": ({"waiting"}, "in_progress", "works", {"paused_on", "due_on"}),
    "submit": ({"in_progress"}, "awaiting_approval", "works", set()),
    "send_back": ({"awaiting_approval"}, "in_progress", "manages", set()),
    "resolve": (
        {"in_progress", "awaiting_approval"}, "resolved", "works", {"outcome", "satisfaction", "resolved_at"},
    ),
    "close": (
        OPEN, "resolved", "works",
        {"outcome", "satisfaction", "resolved_at", "duplicate_of_id", "paused_on", "due_on"},
    ),
    "reopen": (
        {"resolved", "archived"}, "in_progress", "works",
        {"outcome", "satisfaction", "resolved_at", "duplicate_of_id"},
    ),
    "archive": ({"resolved"}, "archived", "manages", set()),
    "hand_over": ({"referred", "in_progress"}, None, "holds", {"assignee_id", "status"}),
    "take_over": ({"in_progress", "waiting"}, None, "colleague", {"assignee_id"}),
}  # fmt: skip
#: Acts that leave everything that moves change; their authors only see the petition, or are at the desk.
BESIDE: Final[dict[str, set[str]]] = {
    "note": set(), "draft": set(), "labelled": set(), "unlabelled": set(), "about_set": {"about_id"},
    "satisfaction_told": {"satisfaction"}, "attachment_added": set(), "attachment_removed": set(),
    "files_left": set(), "letter_issued": set(), "revealed": set(), "printed": set(), "absorbed": set(),
    "released": set(), "linked": set(), "link_removed": set(), "set_apart": set(), "set_apart_removed": set(),
    "improvement_named": set(), "side_sent": set(), "side_answered": set(), "side_returned": set(),
    "side_recalled": set(), "was_comment": set(), "wrote_again": set(),
    "registration_corrected": {"kind", "subject", "letter_number", "due_on"}, "interim_reply": set(),
    "ticked": set(), "unticked": set(),
    "identity_completed": {"notice", "completed_at", "petitioner_id", "petitioner_name", "due_on"},
}  # fmt: skip
#: Moves that have a reason, an order note or an answer.
IN_WORDS: Final = {"give_back", "wait", "resume", "send_back", "close", "reopen", "hand_over"}
#: The columns that the history tells.
TOLD: Final = (
    "status", "unit_id", "assignee_id", "outcome", "duplicate_of_id", "satisfaction", "due_on", "paused_on",
)  # fmt: skip
#: Columns that change with others, or with every act.
_DERIVED: Final = {"version", "changed_at", "is_open", "due_order", "reach", "status", "snippet", "subject_key",
    "petitioner_name_key",
}  # fmt: skip


@dataclass(frozen=True)
class Person:
    """An attacker: their id, the units whose clerk they are, and those whose manager (None: of the whole office)."""

    id: int
    clerk_of: frozenset[int | None]
    manager_of: frozenset[int | None]

    def works(self, unit: int | None) -> bool:
        return self._has(self.clerk_of | self.manager_of, unit)

    def manages(self, unit: int | None) -> bool:
        return self._has(self.manager_of, unit)

    @staticmethod
    def _has(units: frozenset[int | None], unit: int | None) -> bool:
        return bool(units) and (unit is None or None in units or unit in units)


@dataclass(frozen=True)
class Act:
    """A recorded act: its event, the petition before and after, and what else the rules ask about."""

    event: Row
    before: Row
    after: Row
    #: Everybody who was its assignee, before the act.
    assignees: frozenset[int]
    #: Whether its unit asks for approval, and whether another unit has it for action.
    needs_approval: bool
    still_out: bool
    #: Whether a sent answer is there now.
    answered: bool
    #: The clerks of each unit.
    clerks: Mapping[int, frozenset[int]]


def judge(act: Act, who: Person) -> str:
    """Returns what is wrong with the act, or an empty string."""
    action, before, after = act.event["action"], act.before, act.after
    if action == "archived_by_itself":
        return _of_archiving(act)
    if act.event["actor_id"] != who.id:
        return "in another's name"
    if action in BESIDE:
        return _changed_besides(act, BESIDE[action])
    if action not in MOVES:
        return "" if action in {"undo", "unmerge", "turned", "turned_back"} else f"unknown act {action}"
    starts, target, role, columns = MOVES[action]
    checks = (
        (before["status"] not in starts, "from a state where the move does not start"),
        (target is not None and after["status"] != target, "into another state"),
        (not may(role, before, who), "by whom it is not for"),
        (action in IN_WORDS and not act.event["text"].strip(), "without a reason"),
        (_told(act.event["before"]) != _told(before), "its event does not tell what was before"),
        (_told(act.event["after"]) != _told(after), "its event does not tell what is now"),
    )
    for wrong, words in checks:
        if wrong:
            return words
    return _of_move(action, act, who) or _changed_besides(act, columns)


def _of_move(action: str, act: Act, who: Person) -> str:
    before, after = act.before, act.after
    outcome, clerk = after["outcome"], after["assignee_id"]
    ends = action in {"resolve", "close"}
    checks = (
        (ends and before["kind"] == "complaint" and who.id in act.assignees, "a complaint by whoever had it"),
        (action == "resolve" and outcome not in ANSWERS, "with an outcome that is no answer"),
        (
            action == "resolve" and act.needs_approval and not who.manages(before["unit_id"]),
            "without approval",
        ),
        (action == "resolve" and act.still_out, "though another unit has it"),
        (action == "resolve" and not act.answered, "without an answer"),
        (action in {"resolve", "submit"} and before["notice"], "though a notice gets no reply"),
        (outcome == "noted" and ends and not before["notice"], "as noted, though it is no notice"),
        (action == "close" and outcome not in CLOSINGS, "with an outcome that needs an answer"),
        (
            action == "close" and (outcome == "duplicate") != (after["duplicate_of_id"] is not None),
            "as a duplicate of nothing",
        ),
        (action in {"take", "take_over"} and clerk != who.id, "for somebody else"),
        (
            action in {"refer", "hand_over"}
            and clerk is not None
            and clerk not in act.clerks.get(after["unit_id"], frozenset()),
            "to nobody of the unit",
        ),
        (
            action == "refer" and before["status"] == "in_progress" and not act.event["text"].strip(),
            "without an order note",
        ),
    )
    return next((words for wrong, words in checks if wrong), "")


def _of_archiving(act: Act) -> str:
    """Returns what is wrong with what the program did by itself, whoever asked for it."""
    if act.event["actor_id"] is not None:
        return "in somebody's name"
    if (act.before["status"], act.after["status"]) != ("resolved", "archived"):
        return "from a state where the move does not start"
    return _changed_besides(act, {"status"})


def may(role: str, before: Row, who: Person) -> bool:
    """Returns whether `who` works on the petition, manages it, holds it, or works on what a colleague holds."""
    unit = before["unit_id"]
    if role == "colleague":
        return who.works(unit) and before["assignee_id"] != who.id
    if role == "manages" or (role == "works" and before["status"] == "archived"):
        return who.manages(unit)
    return who.manages(unit) or before["assignee_id"] == who.id if role == "holds" else who.works(unit)


def _changed_besides(act: Act, columns: set[str]) -> str:
    changed = {name for name in act.before if act.before[name] != act.after[name]}
    more = changed - columns - _DERIVED
    if "status" in changed and act.event["action"] in BESIDE:
        more.add("status")
    return f"changes {', '.join(sorted(more))} besides" if more else ""


def _told(values: Row) -> dict[str, Any]:
    """Returns the values that the history tells, days as text."""
    return {name: str(values[name]) if values.get(name) is not None else None for name in TOLD}
