"""Suggested wordings in the text of the next revision: which exclude each other, and which provision each is of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.instruments.drafting.coming_text import ComingBlock, MarkedRun, word_runs
from desktop_app.instruments.drafting.suggestions import SuggestedWording, rivals_of

#: Words shown before and after those of a suggestion in a conflict, in code points.
_AROUND: Final = 36


@dataclass(frozen=True, slots=True)
class SuggestionsShown:
    """What the page of suggestions shows: the suggestions, the text with them, and the names of the revisions."""

    suggestions: tuple[SuggestedWording, ...]
    blocks: tuple[ComingBlock, ...]
    text: str
    revision: str
    coming: str
    title: str

    def one(self, thread: int | None) -> SuggestedWording | None:
        """Returns the suggestion of a thread, or None."""
        return next((one for one in self.suggestions if one.thread_id == thread), None)

    def rivals(self, one: SuggestedWording) -> tuple[SuggestedWording, ...]:
        """Returns the suggestions for the same words."""
        return rivals_of(one, self.suggestions)

    def block_of(self, thread: int) -> ComingBlock | None:
        """Returns the provision of a suggestion, or None if its words are gone."""
        one = self.one(thread)
        if one is None:
            return None
        wanted = {other.thread_id for other in self.rivals(one)} | {thread}
        found = next((b for b in self.blocks if wanted & set(b.threads)), None)
        if found is not None or one.place is None:
            return found
        # One that is closed is not marked in the text.
        at = one.place[0]
        return next((b for b in self.blocks if b.place and b.place[0] <= at < b.place[1]), None)

    def of_article(self, thread: int) -> list[SuggestedWording]:
        """Returns the open suggestions of the article of a suggestion that exclude no other."""
        block = self.block_of(thread)
        if block is None:
            return []
        threads = {t for b in self.blocks if _article(b) == _article(block) for t in b.threads}
        return [
            one
            for one in self.suggestions
            if one.waits and one.thread_id in threads and len(self.rivals(one)) < 2
        ]

    def with_context(self, one: SuggestedWording) -> Sequence[MarkedRun]:
        """Returns a suggestion that has a place as a change, with some words around it."""
        assert one.place is not None
        start, end = one.place
        before = self.text[max(0, start - _AROUND) : start].rpartition("\n")[2].partition(" ")[2]
        after = self.text[end : end + _AROUND].partition("\n")[0].rpartition(" ")[0]
        changed = word_runs(self.text[start:end], one.words)
        return [MarkedRun(f"… {before}"), *changed, MarkedRun(f"{after} …")]


def _article(block: ComingBlock) -> str:
    """Returns the name of the article of a provision: «ماده ۴» for «تبصره ۲ ماده ۴»."""
    at = block.title.rfind("ماده")
    return block.title[at:] if at >= 0 else block.title
