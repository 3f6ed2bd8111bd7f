"""What a comparison finds, and how long it takes, beside others over the same words in the same run.

`difflib.SequenceMatcher(autojunk=False)` may need minutes: it runs in a process of its own with a limit, and a
run that was cut off is reported as "at least". Figures with a «!» are not what is wanted of them.
"""

from __future__ import annotations

import gc
import random
import statistics
import time
from collections.abc import Callable
from functools import partial

from desktop_app.comparison.engine import compare_texts
from desktop_app.comparison.folding import flat
from tests.comparison.drafts import articles, noisy, revised, written
from tools.benchmarks import quality, usage
from tools.benchmarks.truth.document import Provision, Writer, regulation
from tools.benchmarks.truth.rivals import (
    UnavailableError,
    difflib_changes,
    git_processor_seconds,
    git_seconds,
    limited,
)
from tools.benchmarks.truth.words import Kind, Manner, Manners, manners

#: Seconds after which difflib is stopped.
DIFFLIB_LIMIT = 60.0
_WORDS_OF_AN_ARTICLE = 76
_ROUNDS = 7
#: Processor seconds and megabytes of the whole command.
_MOST_JSON, _MOST_PDF, _MOST_WHOLE_MEGABYTES = 0.75, 4.0, 120.0
_MOST_FLOORS, _MOST_GITS, _MOST_MEGABYTES, _MOST_SECONDS = 8.0, 4.0, 300.0, 10.0
Measured = list[tuple[str, str]]


def revisions(words: int, seed: int = 1) -> tuple[str, str]:
    """A draft of about `words` words and its revision: a sixth of the articles edited, some moved, put in,
    taken out."""
    chance = random.Random(seed)
    chapters = [articles(chance, 30) for _ in range(max(1, words // (30 * _WORDS_OF_AN_ARTICLE)))]
    return written(chapters), written(revised(chapters, chance))


def _manner(style: Manners, item: Provision) -> Manner | None:
    return style.get(item.kind)


def regulations(words: int) -> tuple[str, str]:
    """Two regulations of about `words` words, of one vocabulary, which have no provision in common."""
    made = []
    for seed in (1, 2):
        chance = random.Random(seed)
        style = manners(chance, long=True)
        text = regulation(chance, words, style[Kind.ARTICLE].word)
        writer = Writer(partial(_manner, style), lambda word: word, lambda word: word.target or 0)
        made.append(writer.write(text).text)
    return made[0], made[1]


def _timed(work: Callable[[], object], runs: int) -> float:
    """Seconds, the median of several runs."""
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def complete(old: str, new: str) -> int:
    """A comparison with every span read, which are made on first use."""
    return sum(len(entry.spans) for entry in compare_texts(old, new).entries)


def floor(old: str, new: str) -> int:
    """Folds and hashes the lines of both texts: in less time no comparison can be done."""
    return len({hash(line) for text in (old, new) for line in flat(text).split("\n")})


def difflib_seconds(old: str, new: str) -> tuple[float, bool]:
    """Seconds that difflib took over the words, and whether it ended; else the limit."""
    start = time.perf_counter()
    try:
        limited(difflib_changes, old, new, DIFFLIB_LIMIT)
    except UnavailableError:
        return DIFFLIB_LIMIT, False
    return time.perf_counter() - start, True


def _milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:,.0f} ms"


def _held(figure: float, most: float, unit: str) -> str:
    return f"{figure:,.1f} {unit}{' !' if figure > most else ''}"


def _beside_difflib() -> Measured:
    old, new = revisions(50_000)
    mine = _timed(partial(compare_texts, old, new), 5)
    theirs, ended = difflib_seconds(old, new)
    least = "" if ended else "≥ "
    return [
        (f"compare two revisions of {len(old.split()):,} words", _milliseconds(mine)),
        ("difflib over the same words", f"{least}{_milliseconds(theirs)}"),
        ("times faster than difflib (wanted: 50)", f"{least}{theirs / mine:,.0f} ×"),
    ]


def _texts() -> dict[str, tuple[str, str]]:
    """Two pairs of 150,000 words: the sample of drafts.py and the richer one of the truth.

    The truth itself is let go: to search its many objects for garbage would cost what is measured.
    """
    pair = quality.Recipe(1, 150_000).make()
    return {
        "articles": revisions(150_000),
        "a regulation with chapters, notes and lists": (pair.old, pair.new),
    }


def _long() -> Measured:
    made: Measured = []
    texts = _texts()
    for what, (old, new) in texts.items():
        made += [("", ""), *_beside_floor_and_git(what, old, new), *_memory(old, new)]
    old, new = texts["articles"]
    respelled = noisy(new)
    spelled = _timed(partial(complete, old, respelled), 1)
    return [*made, ("  articles, every word spelled otherwise, every span read", _milliseconds(spelled))]


def _beside_floor_and_git(what: str, old: str, new: str) -> Measured:
    """All in turn in each of several rounds, so that what else the computer does falls on all of them."""
    works: dict[str, Callable[[], object]] = {
        f"compare {len(old.split()):,} words: {what}": partial(compare_texts, old, new),
        "  with every span read": partial(complete, old, new),
        "  folding and hashing their lines": partial(floor, old, new),
    }
    rounds: list[list[float]] = []
    gits: list[float] = []
    reason = ""
    for _ in range(_ROUNDS):
        gc.collect()
        rounds.append([_timed(work, 1) for work in works.values()])
        try:
            gits.append(git_seconds(old, new))
        except UnavailableError as error:
            reason = str(error)
    made = [
        (name, _milliseconds(statistics.median(one[at] for one in rounds))) for at, name in enumerate(works)
    ]
    floors = statistics.median(mine / least for mine, _, least in rounds)
    made.append((f"  times the floor (wanted: ≤ {_MOST_FLOORS:.0f})", _held(floors, _MOST_FLOORS, "×")))
    if reason:
        return [*made, ("  git diff --word-diff --histogram", reason)]
    times = statistics.median(mine / theirs for (mine, _, _), theirs in zip(rounds, gits, strict=True))
    return [
        *made,
        ("  git diff --word-diff --histogram", _milliseconds(statistics.median(gits))),
        (f"  times git (wanted: ≤ {_MOST_GITS:.0f})", _held(times, _MOST_GITS, "×")),
    ]


def _memory(old: str, new: str) -> Measured:
    figures = usage.of_comparison(old, new)
    if figures is None:
        return [("  peak memory", "this system does not tell")]
    compared, spans = (_held(figure, _MOST_MEGABYTES, "MB") for figure in figures)
    return [(f"  peak memory (wanted: ≤ {_MOST_MEGABYTES:.0f} MB); with every span", f"{compared}; {spans}")]


def pathological() -> dict[str, tuple[str, str]]:
    """Pairs that make a careless comparison quadratic."""
    chance = random.Random(1)
    same = ["این بند حذف شد."] * 10_000
    edited = list(same)
    for at in chance.sample(range(10_000), 5):
        edited[at] = "این بند برقرار ماند."
    del edited[5_000]
    words = [f"واژه{chance.randrange(4_000)}" for _ in range(105_000)]
    changed = [f"نو{word}" if chance.random() < 0.01 else word for word in words]
    return {
        "10,000 equal short paragraphs, six edited": ("\n".join(same), "\n".join(edited)),
        "one paragraph of a megabyte, 1 % of its words edited": (" ".join(words), " ".join(changed)),
        "150,000 words, all rewritten": regulations(150_000),
    }


def _whole_command() -> Measured:
    """Processor time and memory of `mosharekat compare` on two files, its start with it."""
    old, new = revisions(150_000)
    pairs = {"articles": (old, new), "articles, every word spelled otherwise": (old, noisy(new))}
    made: Measured = [("", "")]
    for what, (before, after) in pairs.items():
        gits = git_processor_seconds(before, after)
        made.append((f"git diff --word-diff --histogram, processor time: {what}", _milliseconds(gits)))
        for form, most in (("json", _MOST_JSON), ("pdf", _MOST_PDF)):
            used = usage.of_command(before, after, form)
            if used is None:
                return [*made, ("  whole command", "this system does not tell")]
            seconds, megabytes = used
            name = f"  whole command, {form} (wanted: ≤ {most:.2f} s, ≤ {_MOST_WHOLE_MEGABYTES:.0f} MB)"
            held = _held(megabytes, _MOST_WHOLE_MEGABYTES, "MB")
            made.append((name, f"{_held(seconds, most, 's')}, {held}, {seconds / gits:,.0f} × git"))
    return made


def _bounds() -> Measured:
    made: Measured = [
        ("", ""),
        (f"pathological pairs, every span read (wanted: ≤ {_MOST_SECONDS:.0f} s)", ""),
    ]
    for what, (old, new) in pathological().items():
        seconds = _timed(partial(complete, old, new), 1)
        made.append((f"  {what}", _held(seconds, _MOST_SECONDS, "s")))
    return made


def run() -> Measured:
    """What was measured, as (what, figure)."""
    return [*_beside_difflib(), *_long(), *_whole_command(), *_bounds(), *quality.run()]
