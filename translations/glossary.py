"""Checks the Persian messages against `glossary.toml`: one term for one notion, and the mechanics of the script."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

GLOSSARY: Final = Path(__file__).resolve().parent / "glossary.toml"
#: The zero width non-joiner, the half-space of Persian.
_JOINER: Final = "\u200c"
_LETTER: Final = "[\u0621-\u063a\u0641-\u064a\u066e-\u06d3]"
#: Name and pattern of what is wrong in any message.
_MECHANICS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("Arabic yeh or kaf", re.compile("[\u064a\u0643]")),
    ("Arabic-Indic digit", re.compile("[\u0660-\u0669]")),
    ("ASCII punctuation after Persian", re.compile(f"(?:{_LETTER}|[\u06f0-\u06f9»])[,;?]")),
    ("double space", re.compile(r"\S {2,}")),
    ("space instead of a half-space", re.compile(f"(?<![\\w{_JOINER}])ن?می (?={_LETTER})")),
    ("space instead of a half-space", re.compile(f"{_LETTER} (?:ها(?:ی|یی)?|تر(?:ین)?)(?!\\w)")),
)


@dataclass(frozen=True, slots=True)
class Message:
    """A message of the translation file."""

    context: str
    source: str
    persian: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern that no message may contain, and the advice for it.

    `phrases` are texts in which the word has another sense, `allowed` pairs of context and source; an empty source
    allows the whole context.
    """

    pattern: re.Pattern[str]
    advice: str
    phrases: tuple[str, ...] = ()
    allowed: frozenset[tuple[str, str]] = frozenset()

    def fault(self, message: Message) -> str:
        """What the message says instead of the term; empty where it is right."""
        if {(message.context, ""), (message.context, message.source)} & self.allowed:
            return ""
        text = message.persian
        for phrase in self.phrases:
            text = text.replace(phrase, "")
        found = self.pattern.search(text)
        return found.group() if found else ""


def rules(path: Path = GLOSSARY) -> list[Rule]:
    """The rules of the glossary. Raises `tomllib.TOMLDecodeError`, `KeyError` or `re.error` for a broken one."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return [
        *(_term(table) for table in tables["term"] if table.get("forbidden")),
        *(_ezafe(table) for table in tables["ezafe"]),
        *(Rule(re.compile(table["pattern"]), table["advice"]) for table in tables["style"]),
        *(Rule(pattern, name) for name, pattern in _MECHANICS),
    ]


def faults(messages: Iterable[Message], against: Iterable[Rule]) -> Iterator[str]:
    """A line for each message and each rule that it breaks: context, source, the word and the advice."""
    known = tuple(against)
    for message in messages:
        for rule in known:
            if word := rule.fault(message):
                yield f"{message.context}: {message.source!r}: «{word}»: {rule.advice}"


def translated(path: Path) -> list[Message]:
    """The messages of the translation file at `path`."""
    return [
        Message(
            context.findtext("name") or "",
            message.findtext("source") or "",
            message.findtext("translation") or "",
        )
        for context in ElementTree.parse(path).getroot().iterfind("context")
        for message in context.iterfind("message")
    ]


def report(path: Path) -> int:
    """Prints the faults of the translation file at `path`; returns how many there are."""
    found = list(faults(translated(path), rules()))
    for line in found:
        print(line)
    return len(found)


def _word(pattern: str) -> re.Pattern[str]:
    """The pattern as a word of its own; the endings that a half-space joins to it are part of the word."""
    return re.compile(f"(?<![\\w{_JOINER}])(?:{pattern})(?!\\w)")


def _term(table: dict[str, object]) -> Rule:
    forbidden, allowed = _texts(table["forbidden"]), table.get("allowed", [])
    assert isinstance(allowed, list)
    return Rule(
        _word("|".join(forbidden)),
        f"use «{table['persian']}» for {table['english']}",
        _texts(table.get("phrases", [])),
        frozenset((one["context"], one.get("source", "")) for one in allowed),
    )


def _ezafe(table: dict[str, object]) -> Rule:
    """The word without its «ٔ» before one of the words that it governs; before any word where none is named."""
    followers = "|".join(
        re.escape(one) + ("" if one.endswith(("{", "}", "«")) else f"(?![\\w{_JOINER}])")
        for one in _texts(table.get("before", []))
    )
    word = str(table["word"])
    return Rule(re.compile(rf"(?<![\w{_JOINER}]){word} (?={followers or '[^ ]'})"), f"write «{word}ٔ»")


def _texts(value: object) -> tuple[str, ...]:
    assert isinstance(value, list)
    return tuple(str(one) for one in value)
