"""The format in which the answers of an unsaved merge are kept on this PC. Without Qt."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop_app.comparison.merge_result import MergeAnswer, MergeTake
from desktop_app.instruments.drafting.merging import MergeResult
from desktop_app.unfinished import Key


def merge_key(instrument: int) -> Key:
    """Returns the key of an unsaved merge: one per instrument."""
    return Key("instrument", instrument, "merge")


@dataclass(frozen=True, slots=True)
class KeptMerge:
    """The chosen texts (revisions by number, or files), a digest of the three texts, and answers by question."""

    chosen: dict[str, int | Path | None]
    digest: str
    answers: dict[int, MergeAnswer]

    def written(self) -> str:
        """Serialises the merge for `read_merge`."""
        chosen = {which: str(one) if isinstance(one, Path) else one for which, one in self.chosen.items()}
        answers = {str(number): [one.take.value, one.words] for number, one in self.answers.items()}
        return json.dumps([chosen, self.digest, answers], ensure_ascii=False)

    def answers_to(self, result: MergeResult) -> dict[int, MergeAnswer]:
        """Returns the answers if they are about these very texts."""
        return dict(self.answers) if self.digest == digest_of(result) else {}


def kept_merge(
    chosen: Mapping[str, int | Path | None], result: MergeResult, answers: Mapping[int, MergeAnswer]
) -> str:
    """Returns what is kept of a merge, or an empty text without answers."""
    return KeptMerge(dict(chosen), digest_of(result), dict(answers)).written() if answers else ""


def digest_of(result: MergeResult) -> str:
    """Returns a digest of the three texts of a merge."""
    texts = "\0".join(one.text for one in (result.base, result.first, result.second))
    return hashlib.sha256(texts.encode("utf-8", "surrogatepass")).hexdigest()


def read_merge(written: str) -> KeptMerge | None:
    """Parses the result of `KeptMerge.written`, or returns None if it is invalid or a file of it is gone."""
    try:
        chosen, digest, answers = json.loads(written)
        found = {
            str(which): Path(one) if isinstance(one, str) else None if one is None else int(one)
            for which, one in chosen.items()
        }
        kept = {
            int(number): MergeAnswer(MergeTake(take), str(words)) for number, (take, words) in answers.items()
        }
    except (ValueError, TypeError, AttributeError):
        return None
    if any(isinstance(one, Path) and not one.is_file() for one in found.values()):
        return None
    return KeptMerge(found, str(digest), kept)
