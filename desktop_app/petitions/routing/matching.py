"""Finds the rules that a petition matches; each text is folded once, whatever the number of rules.

A set of rules is a bit mask, with the first rule as the lowest bit. The masks of kind, channel, group, subject
and words are intersected, and the lowest remaining bit is the first matching rule.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from desktop_app.petitions.routing.rules import Incoming, RuleDefinition, words_of


class Router:
    """Ordered rules, indexed for matching."""

    def __init__(self, rules: Sequence[RuleDefinition]) -> None:
        self.rules = tuple(rules)
        self.kinds = Values(self.rules, lambda rule: rule.when.kinds)
        self.channels = Values(self.rules, lambda rule: rule.when.channels)
        self.groups = Values(self.rules, lambda rule: rule.when.groups)
        self.about = Phrases([rule.when.about for rule in self.rules])
        self.words = Phrases([rule.when.words for rule in self.rules])

    def matching(self, petition: Incoming) -> int:
        """Returns all rules that match, as a bit mask."""
        found = self.kinds[petition.kind] & self.channels[petition.channel] & self.groups[petition.group]
        if found & self.about.asking:
            found &= self.about.met(petition.about)
        if found & self.words.asking:
            found &= self.words.met(f"{petition.subject}\n{petition.text}")
        return found

    def first(self, petition: Incoming) -> RuleDefinition | None:
        """Returns the rule that routes the petition; None if it waits for a person."""
        place = lowest(self.matching(petition))
        return None if place is None else self.rules[place]


def found_words(rule: RuleDefinition, petition: Incoming) -> tuple[str, ...]:
    """Returns the words and subjects of a rule that occur in the petition, as the rule spells them."""
    text = f"{petition.subject}\n{petition.text}"
    looked = [(phrase, text) for phrase in rule.when.words]
    looked += [(phrase, petition.about) for phrase in rule.when.about]
    return tuple(phrase for phrase, where in looked if Phrases([(phrase,)]).met(where))


class Values:
    """The rules by one value of a petition: those that name the value, and those that name none."""

    def __init__(
        self, rules: Sequence[RuleDefinition], named: Callable[[RuleDefinition], Collection[str]]
    ) -> None:
        self._free = _bits(n for n, rule in enumerate(rules) if not named(rule))
        by_value: dict[str, int] = defaultdict(int)
        for n, rule in enumerate(rules):
            for value in named(rule):
                by_value[value] |= 1 << n
        self._by_value: Mapping[str, int] = by_value

    def __getitem__(self, value: str) -> int:
        return self._free | self._by_value.get(value, 0)


class Phrases:
    """The rules by words of a text.

    All phrases are looked up among the text's words at once; only those whose longest word occurs are compared
    further.
    """

    def __init__(self, asked: Sequence[Sequence[str]]) -> None:
        #: The rules that ask for words at all.
        self.asking = _bits(n for n, phrases in enumerate(asked) if phrases)
        self._free = _bits(n for n, phrases in enumerate(asked) if not phrases)
        single: dict[str, int] = defaultdict(int)
        longer: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        for n, phrases in enumerate(asked):
            for phrase in phrases:
                words = words_of(phrase)
                if len(words) == 1:
                    single[words[0]] |= 1 << n
                elif words:
                    # The longest word is usually the rarest: «در» is in every text.
                    longer[max(words, key=len)][f" {' '.join(words)} "] |= 1 << n
        self._single = dict(single)
        self._longer = {head: tuple(phrases.items()) for head, phrases in longer.items()}

    def met(self, text: str) -> int:
        """Returns the rules that ask for no words, or whose words occur in the text."""
        words = words_of(text)
        there = set(words)
        found = self._free
        for word in self._single.keys() & there:
            found |= self._single[word]
        heads = self._longer.keys() & there
        if heads:
            line = f" {' '.join(words)} "
            for head in heads:
                for phrase, rules in self._longer[head]:
                    if phrase in line:
                        found |= rules
        return found


def lowest(rules: int) -> int | None:
    """Returns the index of the first rule of a set; None if it is empty."""
    return (rules & -rules).bit_length() - 1 if rules else None


def _bits(places: Iterable[int]) -> int:
    found = 0
    for place in places:
        found |= 1 << place
    return found
