"""Describes a text and its threads for screen readers: each thread follows the block on which it starts."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.comparison.typesetting import TextBlock
from desktop_app.wording import fill, translate
from ui.widgets.comparison_view.cards import MarginCard
from ui.widgets.comparison_view.offsets import displayable
from ui.widgets.comparison_view.thread_kinds import kind_name
from ui.widgets.words_pane import InWords

#: The longest quote of a thread, in code points.
_LONGEST_QUOTE = 120


def text_in_words(text: str, blocks: Sequence[TextBlock], cards: Sequence[MarginCard]) -> InWords:
    """Returns the description of a text with its open threads, in the order of the text."""
    waiting = sorted(
        (card for card in cards if not card.resolved), key=lambda card: (card.start, card.end, card.thread_id)
    )
    total, made, pieces, length = len(waiting), InWords(), [], 0
    for number, block in enumerate(blocks):
        pieces.append(_plain(text[block.start : block.end]))
        length += len(pieces[-1]) + 2
        last = number == len(blocks) - 1
        while waiting and (last or waiting[0].start < block.end):
            card = waiting.pop(0)
            made.starts[card.thread_id] = length
            pieces.append(_thread(card, text, total - len(waiting), total))
            length += len(pieces[-1]) + 2
    made.text = "\n\n".join(pieces)
    return made


def thread_in_words(card: MarginCard, text: str) -> str:
    """Returns the kind, author, quote and first message of a thread."""
    words = " ".join(text[card.start : min(card.end, card.start + _LONGEST_QUOTE)].split())
    said = translate("Comparison", "{kind} of {author} on «{words}»: {text}")
    return fill(said, kind=kind_name(card.kind), author=card.author, words=words, text=card.text)


def _thread(card: MarginCard, text: str, number: int, total: int) -> str:
    place = fill(translate("Comparison", "Annotation {n} of {total}"), n=number, total=total)
    answer = translate("Comparison", "{author} answered: {text}")
    replies = [fill(answer, author=reply.author, text=reply.text) for reply in card.replies]
    end = translate("Comparison", "end of the annotation")
    first = translate("Comparison", "; ").join([place, thread_in_words(card, text)])
    return "\n".join([first, *replies, end])


def _plain(text: str) -> str:
    """Shows control characters as symbols. Table cells are read with a pause between them."""
    return "، ".join(map(displayable, text.strip("\n").replace("\n", " ").split("\t")))
