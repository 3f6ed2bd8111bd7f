"""The sentences of a question about an uncertain pair, in the language in use. Without Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop_app.comparison.result import ProvisionPlace, Range, SideName
from desktop_app.comparison.standing import percent
from desktop_app.wording import digits, fill, translate
from ui.comparison.pinning import place_name
from ui.comparison.question_sources import Answer, Question
from ui.comparison.sources import Loaded
from ui.widgets.comparison_view.labels import renumbered
from ui.widgets.comparison_view.marks import label_range

if TYPE_CHECKING:
    from desktop_app.comparison.candidates import ArticleBeside, PairCandidate

#: A longer name does not fit on a card or a button.
_LONGEST_NAME = 18


class Reason(NamedTuple):
    """A line of a candidate: what was looked at, what was found, and whether it speaks for the pair."""

    title: str
    words: str
    supports: bool


class QuestionWords:
    """The words of the questions of one comparison."""

    def __init__(self, loaded: Loaded, person_id: int | None) -> None:
        self._loaded, self._person_id = loaded, person_id

    def old_name(self, at: int) -> str:
        """Returns the name of the article of OLD at an offset."""
        return self._name("old", at)

    def new_name(self, at: int) -> str:
        """Returns the name of the article of NEW at an offset."""
        return self._name("new", at)

    def label(self, side: SideName, at: int) -> Range | None:
        """Returns the label of the article at an offset, with the dash after it."""
        comparison = self._loaded.comparison
        index = comparison.entry_at(side, at)
        return None if index is None else label_range(comparison, comparison.entries[index], side)

    def place(self, side: SideName, at: int) -> ProvisionPlace | None:
        """Returns the provision at an offset."""
        return self._loaded.comparison.place_at(side, at)

    def _name(self, side: SideName, at: int) -> str:
        place = self.place(side, at)
        return "" if place is None else place_name(self._loaded.comparison, place, side)

    # The list

    def row_title(self, question: Question) -> str:
        return self.old_name(question.pair.old[0])

    def row_summary(self, question: Question) -> str:
        """Returns «۲ گزینه، ۷۲٪ و ۴۱٪», or the confidence alone until the candidates are known."""
        if not question.candidates:
            return percent(question.pair.confidence)
        shares = _and([percent(one.confidence) for one in question.candidates])
        if len(question.candidates) == 1:
            return fill(translate("Comparison", "1 candidate, {shares}"), shares=shares)
        template = translate("Comparison", "{n} candidates, {shares}")
        return fill(template, n=len(question.candidates), shares=shares)

    def answer_title(self, answer: Answer) -> str:
        comparison = self._loaded.comparison
        old = place_name(comparison, answer.old, "old")
        if not answer.same:
            return old
        return renumbered(old, place_name(comparison, answer.news[0], "new"))

    def answer_summary(self, answer: Answer) -> str:
        """Returns who pinned it; for an article without a partner also what it is not."""
        who = (
            translate("Comparison", "you")
            if answer.person_id is not None and answer.person_id == self._person_id
            else answer.person_name
        )
        if answer.same:
            return fill(translate("Comparison", "pinned, {person}"), person=who)
        names = _and([place_name(self._loaded.comparison, new, "new") for new in answer.news])
        return fill(translate("Comparison", "not {names}; {person}"), names=names, person=who)

    # The question

    def sentence(self, question: Question) -> str:
        return fill(
            translate("Comparison", "Which article of {new} is “{title}” of {old}?"),
            title=self.old_name(question.pair.old[0]),
            old=self._loaded.old.name,
            new=self._loaded.new.name,
        )

    def neighbour(self, beside: ArticleBeside) -> str:
        """Returns what is known about the partner of a neighbour."""
        if beside.new is None:
            return fill(translate("Comparison", "No pair in {side}"), side=self._loaded.new.name)
        title = self.new_name(beside.new[0])
        doubt = self._confidence(beside)
        if doubt is None:
            return fill(translate("Comparison", "Pair of {title}, certain"), title=title)
        return fill(translate("Comparison", "Pair of {title}, {percent}"), title=title, percent=doubt)

    def hanging(self, question: Question) -> str:
        """Returns what hangs on the answer; empty if nothing does."""
        said = []
        if question.annotations:
            template = translate("Comparison", "{n} annotations move with your answer.")
            said.append(fill(template, n=question.annotations))
        if question.comments:
            template = translate("Comparison", "{n} public comments are on this article.")
            said.append(fill(template, n=question.comments))
        return " ".join(said)

    def nowhere(self) -> str:
        return fill(translate("Comparison", "Not in {side}"), side=self._loaded.new.name)

    def until_then(self, question: Question) -> str:
        """Returns what holds until somebody answers."""
        pair = question.pair
        template = (
            translate("Comparison", "Until you answer, {old} and {new} are taken for one article.")
            if pair.paired
            else translate(
                "Comparison", "{old} counts as deleted and {new} as inserted; until you answer it stays so."
            )
        )
        return fill(template, old=self.old_name(pair.old[0]), new=self.new_name(pair.new[0]))

    # A candidate

    def kind(self, candidate: PairCandidate) -> str:
        """Returns what would have happened to the article."""
        old, new = candidate.lengths
        if candidate.confidence < 0.5:
            return translate("Comparison", "similar subject")
        if new > old * 1.2:
            return translate("Comparison", "rewritten and extended")
        if new < old / 1.2:
            return translate("Comparison", "rewritten and shortened")
        return translate("Comparison", "rewritten")

    def title(self, candidate: PairCandidate) -> str:
        """Returns the name of a candidate, cut if it is the beginning of a text without a label."""
        name = self.new_name(candidate.new[0])
        return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"

    def pin(self, candidate: PairCandidate) -> str:
        title = self.new_name(candidate.new[0])
        if len(title) > _LONGEST_NAME:
            return translate("Comparison", "Pin with this one")
        return fill(translate("Comparison", "Pin with {title}"), title=title)

    def reasons(self, candidate: PairCandidate) -> list[Reason]:
        """Returns the reasons for and against a pair."""
        text = self._loaded.comparison.old.text
        rare = [" ".join(text[slice(*place)].split()) for place in candidate.rare]
        words = candidate.words
        lengths = fill(
            translate("Comparison", "{new} words instead of {old}"),
            new=candidate.lengths.new,
            old=candidate.lengths.old,
        )
        return [
            Reason(translate("Comparison", "Common words"), self._shared(*words), words.supports),
            Reason(translate("Comparison", "Neighbours"), self._neighbours(candidate), candidate.near),
            Reason(
                translate("Comparison", "Numbers and rare words"),
                digits(translate("Comparison", ", ").join(rare)) or translate("Comparison", "none in common"),
                bool(rare),
            ),
            Reason(translate("Comparison", "Length"), lengths, candidate.lengths.supports),
        ]

    def spoken(self, candidate: PairCandidate) -> str:
        """Returns all that a card shows, for a screen reader."""
        title = fill(
            translate("Comparison", "{title}, confidence {percent}"),
            title=self.new_name(candidate.new[0]),
            percent=percent(candidate.confidence),
        )
        for_it, against = translate("Comparison", "for it"), translate("Comparison", "not for it")
        lines = [
            f"{reason.title}: {reason.words}، {for_it if reason.supports else against}"
            for reason in self.reasons(candidate)
        ]
        return translate("Comparison", "; ").join([title, self.kind(candidate), *lines])

    def _shared(self, shared: int, in_order: int, shorter: int) -> str:
        if shared == in_order:
            template = translate("Comparison", "{n} of {total}, all in the same order")
        elif in_order * 2 < shared:
            template = translate("Comparison", "{n} of {total}, scattered")
        else:
            template = translate("Comparison", "{n} of {total}, {ordered} of them in the same order")
        return fill(template, n=shared, total=shorter, ordered=in_order)

    def _neighbours(self, candidate: PairCandidate) -> str:
        """Returns the pairs of neighbours that fit, or from which it is far."""
        beside = candidate.before, candidate.after
        fitting = [one for one in beside if one.fits]
        if fitting:
            return _and([self._pair(one, first=one is candidate.before) for one in fitting])
        known = [self.old_name(one.old[0]) for one in beside if one.old is not None and one.new is not None]
        if not known:
            return translate("Comparison", "without a pair themselves")
        return fill(translate("Comparison", "far from the pairs of {names}"), names=_and(known))

    def _pair(self, beside: ArticleBeside, *, first: bool) -> str:
        if beside.old is None or beside.new is None:
            if first:
                return translate("Comparison", "first article of both texts")
            return translate("Comparison", "last article of both texts")
        return renumbered(self.old_name(beside.old[0]), self.new_name(beside.new[0]))

    def _confidence(self, beside: ArticleBeside) -> str | None:
        pairs = self._loaded.comparison.uncertain_pairs
        starts = _start(beside.old), _start(beside.new)
        found = next((pair for pair in pairs if (pair.old[0], pair.new[0]) == starts), None)
        return None if found is None else percent(found.confidence)


def _start(place: Range | None) -> int:
    return -1 if place is None else place[0]


def _and(names: list[str]) -> str:
    *first, last = names
    if not first:
        return last
    head = translate("Comparison", ", ").join(first)
    return fill(translate("Comparison", "{names} and {last}"), names=head, last=last)
