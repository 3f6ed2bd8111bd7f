"""What the history's own words are called: kinds of items, what was done to them, fields, and breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.wording.catalogue import fill, translate
from desktop_app.wording.labels import label

if TYPE_CHECKING:
    from typing import Protocol

    class Found(Protocol):
        """A break of `database.verification`, which this room does not know."""

        @property
        def item_type(self) -> str: ...
        @property
        def item_id(self) -> int: ...
        @property
        def sequence(self) -> int: ...
        @property
        def reason(self) -> str: ...
        @property
        def detail(self) -> str: ...


def break_words(found: Found) -> str:
    """What is wrong at a break, in a sentence."""
    sentences = {
        "changed_content": translate(
            "HistoryBreak", "{item} {number}: the words or values of event {sequence} were changed."
        ),
        "changed_fields": translate(
            "HistoryBreak", "{item} {number}: event {sequence} was changed (time, person, act or its place)."
        ),
        "missing_event": translate("HistoryBreak", "{item} {number}: event {sequence} is missing."),
        "wrong_sequence": translate(
            "HistoryBreak", "{item} {number}: event {sequence} stands in a place where none can stand."
        ),
        "without_history": translate("HistoryBreak", "{item} {number} has no history."),
        "missing_trigger": translate("HistoryBreak", "A guard of the history is missing: {detail}"),
        "altered_trigger": translate(
            "HistoryBreak", "A guard of the history was changed or switched off: {detail}"
        ),
    }
    return fill(
        sentences[str(found.reason)],
        item=label("item_type", found.item_type),
        number=found.item_id,
        sequence=found.sequence,
        detail=found.detail,
    )
