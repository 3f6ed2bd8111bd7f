"""Whatever the program writes into the history has a name in the language in use."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import desktop_app
from desktop_app.database.acts.model import Reversal, declared
from desktop_app.tables import metadata
from desktop_app.wording.errors import rule_sentence
from desktop_app.wording.labels import labels

ROOMS = Path(desktop_app.__file__).parent
#: An act as services pass it on to what records it.
_ACT = re.compile(r"[a-z]+(?:_[a-z]+)*_(?:added|changed|removed|moved|unlocked|reset|exported)")
_RECORDS = {"_note", "_finished", "_change", "record_event"}


def calls() -> Iterator[ast.Call]:
    for path in sorted(ROOMS.rglob("*.py")):
        if path.relative_to(ROOMS).parts[0] in {
            "office",
            "petitions",
            "staff",
            "instruments",
            "reports",
            "people",
        }:
            yield from (
                node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)
            )


def test_every_act_that_is_recorded_has_a_name() -> None:
    found = {
        argument.value
        for call in calls()
        if getattr(call.func, "attr", getattr(call.func, "id", "")) in _RECORDS
        for argument in (*call.args, *(keyword.value for keyword in call.keywords))
        if isinstance(argument, ast.Constant)
        and isinstance(argument.value, str)
        and _ACT.fullmatch(argument.value)
    }
    assert metadata().tables, "the rooms have declared their acts"
    found |= {act.name if isinstance(act, Reversal) else act.action for act in declared()}
    assert len(found) > 100
    assert found - labels("event_action").keys() == set()


def test_every_kind_of_item_that_is_recorded_has_a_name() -> None:
    found = {
        keyword.value.value
        for call in calls()
        for keyword in call.keywords
        if keyword.arg == "item_type"
        and isinstance(keyword.value, ast.Constant)
        and isinstance(keyword.value.value, str)
    }
    found |= {(act.of if isinstance(act, Reversal) else act).item_type for act in declared()}
    assert len(found) > 15
    assert found - labels("item_type").keys() == set()


def test_every_value_that_an_act_records_has_a_name() -> None:
    assert metadata().tables, "the rooms have declared their acts"
    known = labels("event_field").keys()
    acts = declared()
    assert len(acts) > 20
    for act in acts:
        named = (
            {*act.of.told, *(act.extra or {}), "undone"}
            if isinstance(act, Reversal)
            else {*act.told, *act.remarks, *act.extra, "changes"}
        )
        assert named - known == set(), act.function


def test_every_rule_that_refuses_an_act_has_a_sentence() -> None:
    assert metadata().tables, "the rooms have declared their acts"
    acts = declared()
    rules = {
        rule
        for act in acts
        for rule, _ in (*act.refusals, *(() if isinstance(act, Reversal) else act.who_refusals))
    }
    # These have errors of their own.
    for rule in rules - {"not_there", "conflict"}:
        assert rule_sentence(rule), rule
