"""Describes a text and its threads for screen readers: each thread follows the block on which it starts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop_app.comparison.typesetting import TextBlock
from desktop_app.wording import fill, translate
from ui.widgets.comparison_view.cards import MarginCard
from ui.widgets.comparison_view.offsets import in_pauses
from ui.widgets.comparison_view.thread_kinds import kind_name
from ui.widgets.words_pane import InWords

#: The longest quote of a thread, in code points.
_LONGEST_QUOTE = 120


def open_in_order(cards: Iterable[MarginCard]) -> list[MarginCard]:
    """Returns the cards of open threads in the order of the text."""
    found = (card for card in cards if not card.resolved)
    return sorted(found, key=lambda card: (card.start, card.end, card.thread_id))


def text_in_words(text: str, blocks: Sequence[TextBlock], cards: Sequence[MarginCard]) -> InWords:
    """Returns the description of a text with its open threads, in the order of the text."""
    waiting = open_in_order(cards)
    total, made, pieces, length = len(waiting), InWords(), [], 0
    for number, block in enumerate(blocks):
        pieces.append(in_pauses(text[block.start : block.end].strip("\n").replace("\n", " ")))
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
