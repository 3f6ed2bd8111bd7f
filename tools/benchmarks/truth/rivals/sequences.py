"""`difflib` of the standard library and `redlines` (which builds on it): word by word."""

from __future__ import annotations

import difflib
import importlib
import importlib.util
import json
from typing import Final

from tools.benchmarks.truth.found import Found
from tools.benchmarks.truth.rivals.rival import (
    Characters,
    Opcodes,
    Rival,
    UnavailableError,
    limited,
    of_characters,
    of_tokens,
)

#: Seconds for one pair of texts.
LIMIT: Final = 25.0


def difflib_changes(old: str, new: str) -> Opcodes:
    matcher = difflib.SequenceMatcher(None, old.split(), new.split(), autojunk=False)
    return [((a, b), (c, d)) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"]


def _redlines(old: str, new: str) -> tuple[Characters, Characters]:
    made = json.loads(importlib.import_module("redlines").Redlines(old, new).output_json())
    sides: list[Characters] = []
    for side in ("source", "test"):
        tokens, changed = made[f"{side}_tokens"], set[int]()
        for change in made["changes"]:
            first, last = change[f"{side}_token_position"] or (0, 0)
            if change["type"] != "equal":
                changed.update(range(first, last))
        sides.append(
            [(c, at in changed) for at, token in enumerate(tokens) for c in token if not c.isspace()]
        )
    return sides[0], sides[1]


def _find_difflib(old: str, new: str) -> Found:
    return of_tokens(old, new, limited(difflib_changes, old, new, LIMIT))


def _find_redlines(old: str, new: str) -> Found:
    if importlib.util.find_spec("redlines") is None:
        raise UnavailableError("not installed")
    before, after = limited(_redlines, old, new, LIMIT)
    return Found(of_characters(old, before), of_characters(new, after))


DIFFLIB: Final = Rival("difflib", _find_difflib)
REDLINES: Final = Rival("redlines", _find_redlines)
