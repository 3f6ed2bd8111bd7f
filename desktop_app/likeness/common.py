"""Finds what all texts of a group of near-equal texts share, the best written of them, and what each adds.

The common text has those sentences of the best written text that stand, in the same order, in every text of the
group. Whatever else a text says is an addition. Additions are one only if they have the same letters and digits.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.likeness.resemblance import Fingerprint
from desktop_app.likeness.sentences import MOST_PAIRS, Sentence, Span, ends_of, sentences_in
from desktop_app.likeness.writing import writing_of

#: Number of texts compared with each other to find the most representative one.
_SAMPLE: Final = 40
#: A form of a sentence is a slip if one sender has it, or at most one in so many.
_RARE: Final = 20
#: Formulas of courtesy, as letters: who has one more adds nothing.
_COURTESIES: Final = frozenset(
    """سلام باسلام سلامعلیکم باسلامواحترام سلامواحترام باسلاموادب باسلاموعرضادب باعرضسلام باسلاموخستهنباشید
    سلاموخستهنباشید بهنامخدا بسمهتعالی باتشکر باتشکرفراوان باسپاس سپاس سپاسگزارم ممنون متشکرم
    تشکر بااحترام""".split()  # noqa: SIM905 - twenty quoted words read worse
)


@dataclass(frozen=True, slots=True)
class Addition:
    """A sentence that not all share, as it stands in the best written text, or else in the first one that has it.

    `members` are the indices of all texts that contain it. `letters` identify it.
    """

    text: str
    letters: str
    members: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Common:
    """`place` is the index of the best written text; `spans` are those of its sentences that all share.

    `letters` are those of the common text. Additions are ordered by their first member. `added[n]` has the sentences
    that text n adds, as `(begin, end, index of the addition)`. Spans are in code points.
    """

    place: int
    spans: tuple[Span, ...]
    letters: str
    additions: tuple[Addition, ...]
    added: tuple[tuple[tuple[int, int, int], ...], ...]


def common_of(texts: Sequence[str]) -> Common:
    """Returns what the texts share. Raises ValueError if `texts` is empty."""
    if not texts:
        raise ValueError("no texts")
    cut = {text: sentences_in(text) for text in set(texts)}
    forms = {text: _form(held) for text, held in cut.items()}
    by_form = {forms[text]: cut[text] for text in reversed(texts)}
    sent = Counter(forms[text] for text in texts)
    base = by_form[_usual_form(sent, {forms[text]: text for text in reversed(texts)})]
    matches = _all_matched(base, by_form, sent)
    place = _best_written(texts, cut, forms, base, matches, sent)
    if forms[texts[place]] != _form(base):
        base = by_form[forms[texts[place]]]
        matches = _all_matched(base, by_form, sent)
    shared = _shared(matches.values())
    mine = cut[texts[place]]
    spans = tuple((mine[at].begin, mine[at].end) for at in shared)
    additions, added = _additions(
        texts, place, cut, base, {text: matches[forms[text]] for text in cut}, shared
    )
    return Common(place, spans, "".join(mine[at].letters for at in shared), additions, added)


def joined_to(
    best: str, spans: Sequence[Span], known: Sequence[str], texts: Sequence[str]
) -> tuple[tuple[str, ...], tuple[tuple[tuple[int, int, int], ...], ...]] | None:
    """Returns what further texts add to a group of which the best written text and its common `spans` stay.

    `known` are the letters of the additions by number; those that are new come after them in the result, with the
    sentences that each text adds. None if the texts change more, so that `common_of` has to compare all again.
    """
    base = sentences_in(best)
    shared = [at for at, one in enumerate(base) if (one.begin, one.end) in spans]
    length = sum(len(base[at].letters) for at in shared)
    judged = _judged(best, base, base, _matched(base, base), length)
    numbers = {letters: number for number, letters in enumerate(known)}
    added = []
    for text in texts:
        held = sentences_in(text)
        form, match = _form(held), _matched(base, held)
        if any(at not in match for at in shared) or _judged(text, held, base, match, length) < judged:
            return None
        if any(_letters_at(form, place) != base[at].letters for at, place in match.items()):
            return None
        beyond = _beyond(held, base, match, shared)
        added.append(
            tuple((one.begin, one.end, numbers.setdefault(said, len(numbers))) for one, said in beyond)
        )
    return tuple(numbers), tuple(added)


def words_at(text: str, spans: Sequence[Sequence[int]]) -> str:
    """Returns the passages of a text at `spans`, with the space between them that follows each in the text."""
    said = ""
    for begin, end in spans:
        if said:
            said += "\n" if text[begin - 1 : begin] == "\n" else " "
        said += text[begin:end]
    return said


_Form = tuple[str, ...]
#: The range of letters of a text in which each sentence of the base stands, by the index of the sentence.
_Match = dict[int, Span]


def _form(held: Sequence[Sentence]) -> _Form:
    return tuple(one.letters for one in held)


def _usual_form(sent: Counter[_Form], texts: Mapping[_Form, str]) -> _Form:
    """Returns the form sent most often; if all are distinct, the one most similar to the others."""
    times = max(sent.values())
    if times > 1:
        # Ties are broken independently of the order of the texts.
        return min(form for form, count in sent.items() if count == times)
    some = sorted(sent)[:_SAMPLE]
    prints = [Fingerprint(texts[form]) for form in some]
    weight = [sum(mine.against(other).share for other in prints) for mine in prints]
    return some[weight.index(max(weight))]


def _all_matched(
    base: Sequence[Sentence], by_form: Mapping[_Form, Sequence[Sentence]], sent: Counter[_Form]
) -> dict[_Form, _Match]:
    """Returns the matches of all texts. A form of a sentence that is not rare is no slip, but another sentence."""
    matches = {form: _matched(base, held) for form, held in by_form.items()}
    for at, counted in _spelled(matches, sent).items():
        most = max(counted.values())
        for form, match in matches.items():
            if at in match:
                spelled = _letters_at(form, match[at])
                if spelled != base[at].letters and counted[spelled] > max(1, most // _RARE):
                    del match[at]
    return matches


def _spelled(matches: Mapping[_Form, _Match], sent: Counter[_Form]) -> dict[int, Counter[str]]:
    """Counts the senders of each form of each sentence of the base."""
    found: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for form, match in matches.items():
        for at, place in match.items():
            found[at][_letters_at(form, place)] += sent[form]
    return found


def _letters_at(form: _Form, place: Span) -> str:
    return "".join(form)[place[0] : place[1]]


def _matched(base: Sequence[Sentence], held: Sequence[Sentence]) -> _Match:
    """Returns where sentences of `base` stand in a text, in order, as many letters as possible.

    A passage begins and ends where sentences of the text do, so that nothing before or after changes its sense.
    """
    first = 0
    while first < min(len(base), len(held)) and base[first].letters == held[first].letters:
        first += 1
    last = 0
    while last < min(len(base), len(held)) - first and base[-1 - last].letters == held[-1 - last].letters:
        last += 1
    begins = [0]
    for one in held:
        begins.append(begins[-1] + len(one.letters))
    found = {at: (begins[at], begins[at + 1]) for at in range(first)}
    found |= _in_order(base, held, begins, (first, len(base) - last), (first, len(held) - last))
    for back in range(1, last + 1):
        found[len(base) - back] = (begins[-1 - back], begins[len(held) - back + 1])
    return found


def _in_order(
    base: Sequence[Sentence], held: Sequence[Sentence], begins: Sequence[int], mine: Span, theirs: Span
) -> _Match:
    """Returns the heaviest chain of passages between a range of sentences of the base and one of the text."""
    if mine[0] == mine[1] or theirs[0] == theirs[1]:
        return {}
    letters = "".join(one.letters for one in held)
    ends = set(begins)
    slips = (mine[1] - mine[0]) * (theirs[1] - theirs[0]) <= MOST_PAIRS
    #: Each chain with its weight, and where it ends in the base and in the text.
    chains: list[tuple[int, int, int, _Match]] = [(0, mine[0], begins[theirs[0]], {})]
    for start in range(theirs[0], theirs[1]):
        place = begins[start]
        for at in range(mine[0], mine[1]):
            passage = _passage(base, at, mine[1], letters, place, ends, slips=slips)
            if passage is None or passage[max(passage)][1] > begins[theirs[1]]:
                continue
            # Chains that end before this passage in both texts.
            weight, _, _, before = max(
                (one for one in chains if one[1] <= at and one[2] <= place), key=lambda one: one[0]
            )
            end = passage[max(passage)][1]
            chains.append((weight + end - place, max(passage) + 1, end, before | passage))
    return max(chains, key=lambda one: one[0])[3]


def _passage(
    base: Sequence[Sentence],
    first: int,
    stop: int,
    letters: str,
    place: int,
    ends: Collection[int],
    *,
    slips: bool,
) -> _Match | None:
    """Returns where sentences of the base from `first` stand one after the other, up to the end of a sentence."""
    found: _Match = {}
    for at in range(first, stop):
        possible = ends_of(base[at], letters, place, slips=slips)
        if not possible:
            return None
        end = next((one for one in possible if one in ends), possible[0])
        found[at] = (place, end)
        if end in ends:
            return found
        place = end
    return None


def _shared(matches: Collection[_Match]) -> list[int]:
    """Returns the sentences of the base that stand in every text."""
    sets = [match.keys() for match in matches]
    return sorted(set(sets[0]).intersection(*sets[1:])) if sets else []


def _best_written(
    texts: Sequence[str],
    cut: Mapping[str, Sequence[Sentence]],
    forms: Mapping[str, _Form],
    base: Sequence[Sentence],
    matches: Mapping[_Form, _Match],
    sent: Counter[_Form],
) -> int:
    """Returns the index of the text that is shown for all.

    It has the fewest incomplete sentences, then the fewest faults of spelling and punctuation. Letters other than
    most senders have are such faults. Then come the fewest sentences that are not usual, the length closest to the
    common text, half-spaces, and order.
    """
    shared = sum(len(base[at].letters) for at in _shared(matches.values()))
    spelled = _spelled(matches, sent)
    usual = {at: max(counted.values()) for at, counted in spelled.items()}
    slips = {
        form: sum(spelled[at][_letters_at(form, place)] < usual[at] for at, place in match.items())
        for form, match in matches.items()
    }
    judged = {
        text: _judged(text, cut[text], base, matches[form], shared, slips[form])
        for text, form in forms.items()
    }
    return min(range(len(texts)), key=lambda place: (judged[texts[place]], place))


def _judged(
    text: str, held: Sequence[Sentence], base: Sequence[Sentence], match: _Match, shared: int, slips: int = 0
) -> tuple[int, int, int, int, int]:
    found = writing_of(text)
    own = len(_beyond(held, base, match, sorted(match)))
    distance = abs(sum(len(one.letters) for one in held) - shared)
    return found.unfinished, found.faults + slips, own, distance, found.joined


def _additions(
    texts: Sequence[str],
    best: int,
    cut: Mapping[str, tuple[Sentence, ...]],
    base: Sequence[Sentence],
    matches: Mapping[str, _Match],
    shared: Sequence[int],
) -> tuple[tuple[Addition, ...], tuple[tuple[tuple[int, int, int], ...], ...]]:
    beyond = {text: _beyond(held, base, matches[text], shared) for text, held in cut.items()}
    numbers: dict[str, int] = {}
    words: list[str] = []
    members: list[dict[int, None]] = []
    added = []
    for place, text in enumerate(texts):
        mine = []
        for one, letters in beyond[text]:
            number = numbers.setdefault(letters, len(numbers))
            if number == len(words):
                words.append(text[one.begin : one.end])
                members.append({})
            members[number][place] = None
            mine.append((one.begin, one.end, number))
        added.append(tuple(mine))
    for begin, end, number in added[best]:
        words[number] = texts[best][begin:end]
    found = tuple(
        Addition(said, letters, tuple(who))
        for said, letters, who in zip(words, numbers, members, strict=True)
    )
    return found, tuple(added)


def _beyond(
    held: Sequence[Sentence], base: Sequence[Sentence], match: _Match, shared: Sequence[int]
) -> list[tuple[Sentence, str]]:
    """Returns the sentences of a text that its shared passages do not cover, each with the letters it is known by.

    A sentence of the base is known by its letters, with a slip too. Formulas of courtesy are left out.
    """
    known = {place: base[at].letters for at, place in match.items()}
    spans = [match[at] for at in shared]
    found, begin, next_span = [], 0, 0
    for one in held:
        end, covered = begin + len(one.letters), 0
        while next_span < len(spans) and spans[next_span][0] < end:
            covered += min(end, spans[next_span][1]) - max(begin, spans[next_span][0])
            if spans[next_span][1] > end:
                break
            next_span += 1
        letters = known.get((begin, end), one.letters)
        if covered < end - begin and letters not in _COURTESIES:
            found.append((one, letters))
        begin = end
    return found
