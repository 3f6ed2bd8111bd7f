"""What masking makes of all that a petition holds. Pure: the same on both engines, which only read and write it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Final

from desktop_app.database.chain import MASKED, canonical_json, content_hash
from desktop_app.database.search import terms_of, together
from desktop_app.persian.names import sort_key
from desktop_app.petitions.registration.register import first_words
from desktop_app.petitions.retention.words import PersonMask, masked_file_name

#: What a petition holds, as `storing` reads it: the tables by name, each row with its id.
Holding = dict[str, Any]
_OF_FILES: Final = frozenset({"attachment_added", "attachment_removed"})
_IDENTIFIERS: Final = ("national_id", "mobile", "email")


@dataclass(frozen=True, slots=True)
class MaskedValues:
    """What is written, as `app.mask` takes it, and how many values that masks. `old_terms`: what search found the
    petition by (SQLite's index wants to be told)."""

    written: dict[str, Any]
    values: int
    files: int
    old_terms: str


def masking_of(holding: Holding, rule: dict[str, Any]) -> MaskedValues:
    """Masks what a petition holds; `rule` stands in the event beside the hashes of what is masked in the history."""
    petition, person = holding["petition"], holding["petitioner"] or {}
    words = PersonMask(
        [petition["petitioner_name"], person.get("name")], [person.get(field) for field in _IDENTIFIERS]
    )
    body = words.masked(holding["body"])
    made: dict[str, Any] = {field: words.masked(petition[field]) for field in ("subject", "about")}
    made |= {"body": body, "snippet": first_words(body), "nameless": sort_key("")}
    values = sum(made[field] != petition[field] for field in ("subject", "about"))
    values += body != holding["body"]
    values += sum(bool(person.get(field)) for field in ("name", *_IDENTIFIERS))
    for table, field in (
        ("messages", "text"),
        ("replies", "text"),
        ("referrals", "order_note"),
        ("reminders", "text"),
    ):
        made[table] = [
            {"id": row["id"], field: masked}
            for row in holding[table]
            if (masked := words.masked(row[field])) != row[field]
        ]
        values += len(made[table])
    made["files"] = [
        {
            "id": row["id"],
            "name": masked_file_name(row["name"]),
            "removed_reason": words.masked(row["removed_reason"]),
        }
        for row in holding["files"]
    ]
    made["events"], hashes = _events(holding["events"], words)
    made["terms"] = _terms(made["subject"], body, "", made["about"], petition, {})
    fresh = {row["id"]: row["text"] for row in made["messages"]}
    made["further_terms"] = [terms_of((fresh.get(row["id"], row["text"]),)) for row in holding["messages"]]
    values += len(made["events"])
    told = {"values": values, "files": len(made["files"]), MASKED: hashes}
    made["told"] = rule | told
    old_terms = _terms(
        petition["subject"], holding["body"], petition["petitioner_name"], petition["about"], petition, person
    )
    further = (terms_of((row["text"],)) for row in holding["messages"])
    return MaskedValues(made, values, len(made["files"]), together(old_terms, *further))


def _events(events: list[dict[str, Any]], words: PersonMask) -> tuple[list[dict[str, Any]], dict[str, str]]:
    """The events that are no longer as they were, and by their place in the history the hash that they have then."""
    changed, hashes = [], {}
    for event in events:
        if event["action"] == MASKED:
            continue
        before, after = (_values(event, side, words) for side in ("before", "after"))
        text = words.masked(event["text"])
        if (before, after, text) != (event["before"], event["after"], event["text"]):
            changed.append({"id": event["id"], "before": before, "after": after, "text": text})
            hashes[str(event["sequence"])] = content_hash(event["actor_name"], before, after, text)
    return changed, hashes


def _values(event: dict[str, Any], side: str, words: PersonMask) -> str:
    kept: str = event[side]
    if event["action"] in _OF_FILES and (name := json.loads(kept).get("name")):
        kept = canonical_json(json.loads(kept) | {"name": masked_file_name(name)})
    return words.masked_values(kept)


def _terms(
    subject: str, body: str, name: str, about: str, petition: dict[str, Any], person: dict[str, Any]
) -> str:
    """As registration makes them."""
    codes = (petition["tracking_code"], petition["external_id"], petition["letter_number"])
    return terms_of((subject, body, name, about), (*codes, person.get("national_id"), person.get("mobile")))
