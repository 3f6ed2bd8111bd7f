"""The storage of unsaved text on a comparison: its keys, and the format of an annotation. Without Qt."""

from __future__ import annotations

import json
from dataclasses import dataclass

from desktop_app.instruments.annotations.service import AnnotationSubject
from desktop_app.instruments.vocabulary import ThreadKind
from desktop_app.unfinished import Key
from ui.annotations.targets import Target


def words_after(typed: str, sent: str) -> str:
    """Returns what was typed since `sent` was sent: nothing if it is still the same."""
    return typed[len(sent) :].lstrip() if typed.startswith(sent) else typed


def reply_key(thread: int) -> Key:
    """Returns the key of an unsent reply to a thread."""
    return Key("thread", thread, "reply")


def annotation_key(instrument: int) -> Key:
    """Returns the key of an unsaved new annotation: one per instrument."""
    return Key("instrument", instrument, "annotation")


@dataclass(frozen=True, slots=True)
class Annotation:
    """An unsaved annotation: its kind, text, and target on the revision `number`."""

    kind: ThreadKind
    text: str
    number: int
    start: int
    end: int
    about: AnnotationSubject

    def written(self) -> str:
        """Serialises the annotation for `read_annotation`."""
        return json.dumps(
            [self.kind.value, self.text, self.number, self.start, self.end, self.about.value],
            ensure_ascii=False,
        )

    def target(self, old: int, new: int) -> Target | None:
        """Returns the target in a comparison of the revisions `old` and `new`, or None if it is on another
        revision."""
        if self.number not in (old, new):
            return None
        return Target("new" if self.number == new else "old", self.start, self.end, self.about)


def read_annotation(written: str) -> Annotation | None:
    """Parses the result of `Annotation.written`, or returns None if it is invalid."""
    try:
        kind, text, number, start, end, about = json.loads(written)
        return Annotation(
            ThreadKind(kind), str(text), int(number), int(start), int(end), AnnotationSubject(about)
        )
    except (ValueError, TypeError):
        return None
