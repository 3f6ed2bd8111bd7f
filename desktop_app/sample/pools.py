"""The sentence pools of `resources/sample`, loaded once.

Two plain formats, which people without knowledge of Python can edit:
- pools: `[name]` on a separate line, then one entry per line;
- cases: `= code | kind | unit | groups | sender | weight | about`, then lines starting with `s` (subject),
  `f` (facts), `d` (a detail) or `a` (the request). `desktop_app.sample.slots` fills each `{slot}`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from desktop_app.paths import resource

_SLOT: Final = re.compile(r"\{(\w+)\}")
#: The files of cases in order of numbering; `campaigns` is separate.
CASE_FILES: Final = ("book", "press", "music", "film", "visual", "theatre", "ads", "desk", "legal", "unclear")


@dataclass(frozen=True, slots=True)
class SampleTexts:
    """The texts of one kind of sender about one matter; sentences are templates for `%` with a mapping.

    `unit` is None where no routing rule matches. `sender` is the placeholder of the signing organisation
    (`publisher`, `gallery` ...), None for persons. `about` is "service:…", "news:…", "instrument:…" or empty.
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
    """Returns the pools of `resources/sample/<name>.txt` by name. Do not modify the result."""
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
    """Returns all cases except campaigns."""
    return tuple(case for name in CASE_FILES for case in _cases_of(f"petitions/{name}"))


@lru_cache(maxsize=1)
def campaigns() -> tuple[SampleTexts, ...]:
    """Returns texts sent by many people: `facts` has the whole text, `details` are individual additions."""
    return tuple(_cases_of("petitions/campaigns"))


def template(text: str) -> str:
    """Converts `{slot}` to `%(slot)s`: `%` with a mapping is ten times faster than `str.format_map`."""
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
