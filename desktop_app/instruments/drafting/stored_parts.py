"""The parts beside the text of a revision, as the database keeps them: a JSON list of kind, place and text."""

from __future__ import annotations

import json
from collections.abc import Iterable

from desktop_app.documents.document import DocumentPart, PartKind


def stored_parts(parts: Iterable[DocumentPart]) -> str:
    """Returns the stored form; equal parts have equal forms."""
    return json.dumps([[part.kind.value, part.at, part.text] for part in parts], separators=(",", ":"))


def parts_stored(stored: str) -> tuple[DocumentPart, ...]:
    """Returns the parts of a stored form."""
    return tuple(DocumentPart(PartKind(kind), at, text) for kind, at, text in json.loads(stored))
