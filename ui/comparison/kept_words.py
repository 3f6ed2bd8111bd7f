"""Words on a comparison that are not saved yet: where they are kept, and how an annotation is. Without Qt."""

from __future__ import annotations

import json
from dataclasses import dataclass

from desktop_app.instruments.annotations.service import AnnotationSubject
from desktop_app.instruments.vocabulary import ThreadKind
from desktop_app.unfinished import Key
from ui.comparison.targets import Target


def reply_key(thread: int) -> Key:
    """Where the reply to a thread is kept until it is sent."""
    return Key("thread", thread, "reply")


def annotation_key(instrument: int) -> Key:
    """Where a new annotation is kept until it is saved: one for each instrument."""
    return Key("instrument", instrument, "annotation")


@dataclass(frozen=True, slots=True)
class Annotation:
    """A new annotation that is not saved: its kind, its text, and what it is about on the revision `number`."""

    kind: ThreadKind
    text: str
    number: int
    start: int
    end: int
    about: AnnotationSubject

    def written(self) -> str:
        """The annotation as text, for `read_annotation`."""
        return json.dumps(
            [self.kind.value, self.text, self.number, self.start, self.end, self.about.value],
            ensure_ascii=False,
        )

    def target(self, old: int, new: int) -> Target | None:
        """What it is about in a comparison of the revisions `old` and `new`; None where it is about another one."""
        if self.number not in (old, new):
            return None
        return Target("new" if self.number == new else "old", self.start, self.end, self.about)


def read_annotation(written: str) -> Annotation | None:
    """What `Annotation.written` gave, if it is that."""
    try:
        kind, text, number, start, end, about = json.loads(written)
        return Annotation(
            ThreadKind(kind), str(text), int(number), int(start), int(end), AnnotationSubject(about)
        )
    except (ValueError, TypeError):
        return None
