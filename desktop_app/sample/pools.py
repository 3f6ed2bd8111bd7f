"""The sentence pools of `resources/sample`: read once, kept as tuples.

Two plain formats, made to be read and mended by somebody who writes Persian and no Python:

- pools: `[name]` on a line of its own, then one entry a line;
- cases: `= code | kind | unit | groups | sender | weight | about`, then lines that begin with `s` (subject),
  `f` (the facts), `d` (a detail) or `a` (what is asked). `{slot}` is filled by `desktop_app.sample.slots`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from desktop_app.paths import resource

_SLOT: Final = re.compile(r"\{(\w+)\}")
#: The files of cases, in the order in which they are numbered; `campaigns` is apart.
CASE_FILES: Final = ("book", "press", "music", "film", "visual", "theatre", "ads", "desk", "legal", "unclear")


@dataclass(frozen=True, slots=True)
class SampleTexts:
    """What one kind of sender writes about one matter; sentences are templates for `%` and a mapping.

    `unit` is None where no routing rule would know the unit. `sender` is the slot of the organisation that
    may sign (`publisher`, `gallery` ...) or None where only a person writes. `about` is "service:…",
    "news:…", "instrument:…" or empty.
    """

    code: str
    kind: str
    unit: str | None
    groups: tuple[str, ...]
    sender: str | None
    weight: int
    about: str
    subjects: tuple[str, ...]
    facts: tuple[str, ...]
    details: tuple[str, ...]
    asks: tuple[str, ...]


@lru_cache(maxsize=16)
def pools(name: str) -> dict[str, tuple[str, ...]]:
    """The pools of `resources/sample/<name>.txt` by their names. Not to be altered."""
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line in _lines(name):
        if line.startswith("[") and line.endswith("]"):
            current = found.setdefault(line[1:-1], [])
        else:
            current.append(line)
    return {key: tuple(entries) for key, entries in found.items()}


@lru_cache(maxsize=1)
def cases() -> tuple[SampleTexts, ...]:
    """Every case but the campaigns."""
    return tuple(case for name in CASE_FILES for case in _cases_of(f"petitions/{name}"))


@lru_cache(maxsize=1)
def campaigns() -> tuple[SampleTexts, ...]:
    """Texts that many send at once: the facts are the whole text, details what single senders add."""
    return tuple(_cases_of("petitions/campaigns"))


def template(text: str) -> str:
    """`{slot}` as `%(slot)s`: `%` with a mapping fills ten times faster than `str.format_map`."""
    return _SLOT.sub(r"%(\1)s", text.replace("%", "%%"))


def _cases_of(name: str) -> list[SampleTexts]:
    blocks: list[tuple[str, dict[str, list[str]]]] = []
    for line in _lines(name):
        if line.startswith("= "):
            blocks.append((line[2:], {"s": [], "f": [], "d": [], "a": []}))
        else:
            blocks[-1][1][line[0]].append(template(line[2:].strip()))
    return [_case(head, sentences) for head, sentences in blocks]


def _case(head: str, sentences: dict[str, list[str]]) -> SampleTexts:
    code, kind, unit, groups, sender, weight, about = (part.strip() for part in head.split("|"))
    return SampleTexts(
        code=code,
        kind=kind,
        unit=None if unit == "-" else unit,
        groups=tuple(groups.split(",")),
        sender=None if sender == "person" else sender.split()[0],
        weight=int(weight),
        about=about,
        subjects=tuple(sentences["s"]),
        facts=tuple(sentences["f"]),
        details=tuple(sentences["d"]),
        asks=tuple(sentences["a"]),
    )


def _lines(name: str) -> list[str]:
    text = resource("sample", *f"{name}.txt".split("/")).read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip()]
