"""Computes the masked form of all data of a petition. Pure: shared by both engines, which only read and write."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Final

from desktop_app.database.chain import MASKED, canonical_json, content_hash
from desktop_app.database.search import terms_of, together
from desktop_app.persian.names import sort_key
from desktop_app.petitions.registration.register import first_words
from desktop_app.petitions.retention.words import PersonMask, masked_file_name

#: The data of a petition, as `storing` reads it: the tables by name, each row with its id.
Holding = dict[str, Any]
_OF_FILES: Final = frozenset({"attachment_added", "attachment_removed"})
_IDENTIFIERS: Final = ("national_id", "mobile", "email")


@dataclass(frozen=True, slots=True)
class MaskedValues:
    """The values to write, as `app.mask` takes them, and the number of masked values.

    `old_terms` are the words under which the search index has the petition, beside the keys of `numbers`; SQLite
    needs them to remove the entry.
    """

    written: dict[str, Any]
    values: int
    files: int
    old_terms: str
    numbers: tuple[str | None, ...]


def masking_of(holding: Holding, rule: dict[str, Any]) -> MaskedValues:
    """Returns the masked form of a petition's data; `rule` is recorded in the event with the hashes of masked
    events.
    """
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
    made["terms"] = _terms(made["subject"], body, "", made["about"], petition)
    fresh = {row["id"]: row["text"] for row in made["messages"]}
    made["further_terms"] = [terms_of((fresh.get(row["id"], row["text"]),)) for row in holding["messages"]]
    values += len(made["events"])
    summary = {"values": values, "files": len(made["files"]), MASKED: hashes}
    made["told"] = rule | summary
    old_terms = _terms(
        petition["subject"], holding["body"], petition["petitioner_name"], petition["about"], petition
    )
    numbers = person.get("national_id"), person.get("mobile")
    further = (terms_of((row["text"],)) for row in holding["messages"])
    return MaskedValues(made, values, len(made["files"]), together(old_terms, *further), numbers)


def _events(events: list[dict[str, Any]], words: PersonMask) -> tuple[list[dict[str, Any]], dict[str, str]]:
    """Returns the events that change, and their new content hashes by sequence."""
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
    data: str = event[side]
    if event["action"] in _OF_FILES and (name := json.loads(data).get("name")):
        data = canonical_json(json.loads(data) | {"name": masked_file_name(name)})
    return words.masked_values(data)


def _terms(subject: str, body: str, name: str, about: str, petition: dict[str, Any]) -> str:
    """Returns the search terms of the petition as registration computes them."""
    codes = (petition["tracking_code"], petition["external_id"], petition["letter_number"])
    return terms_of((subject, body, name, about), codes)
