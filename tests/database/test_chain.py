from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.database.chain import (
    NOTHING_BEFORE,
    block_digest,
    canonical_json,
    content_hash,
    event_hash,
    head_words,
    joined,
)

#: Everything that Python holds as text: NUL, line feeds, directions, half a surrogate pair.
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=12)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | ANY_TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(ANY_TEXT, inner, max_size=4),
    max_leaves=12,
)


@given(st.lists(ANY_TEXT, max_size=5), st.lists(ANY_TEXT, max_size=5))
def test_two_lists_of_parts_are_never_joined_to_the_same_text(left: list[str], right: list[str]) -> None:
    assert (joined(left) == joined(right)) == (left == right)


def test_a_comma_in_a_part_is_no_end_of_it() -> None:
    assert joined(["a,", "b"]) != joined(["a", ",b"])
    assert joined(["a,b"]) != joined(["a", "b"])


@given(st.lists(st.sampled_from(["", "1", "1:", "0:,", ",", "2:a,", "a"]), max_size=5))
def test_parts_that_look_like_lengths_are_read_back_as_they_were(parts: list[str]) -> None:
    whole, found = joined(parts), []
    while whole:
        length, _, rest = whole.partition(":")
        found.append(rest[: int(length)])
        assert rest[int(length)] == ","
        whole = rest[int(length) + 1 :]
    assert found == parts


@given(VALUES)
def test_a_value_comes_back_from_its_canonical_text_which_any_database_can_hold(value: Any) -> None:
    written = canonical_json(value)
    written.encode("utf-8")
    assert "\0" not in written
    assert "\n" not in written
    assert canonical_json(json.loads(written)) == written


@given(st.dictionaries(ANY_TEXT, st.integers(), max_size=6))
def test_the_order_in_which_keys_were_put_in_does_not_matter(values: dict[str, int]) -> None:
    assert canonical_json(values) == canonical_json(dict(reversed(values.items())))


def test_persian_letters_are_kept_as_letters() -> None:
    assert canonical_json({"b": "کتاب", "a": [1, None]}) == '{"a":[1,null],"b":"کتاب"}'


def test_what_no_database_can_keep_is_refused() -> None:
    with pytest.raises(ValueError, match="JSON"):
        canonical_json({"days": float("nan")})


CONTENT = ("کاظمی", "{}", '{"status":"resolved"}', "متن\nدوم")
FRAME: dict[str, Any] = {
    "previous": NOTHING_BEFORE, "item_type": "petition", "item_id": 7, "sequence": 2,
    "at": "2026-11-24 08:00:00.000000", "actor_id": 3, "action": "resolve", "content": "a" * 64,
}  # fmt: skip


@pytest.mark.parametrize("place", range(4))
def test_each_part_of_the_content_is_in_its_hash(place: int) -> None:
    other = tuple(part + " " if at == place else part for at, part in enumerate(CONTENT))
    assert content_hash(*CONTENT) != content_hash(*other)


@pytest.mark.parametrize(
    "change",
    [{"previous": "1" * 64}, {"item_type": "petitioner"}, {"item_id": 8}, {"sequence": 3},
     {"at": "2026-11-24 08:00:00.000001"}, {"actor_id": None}, {"actor_id": 33}, {"action": "close"},
     {"content": "b" * 64}],
)  # fmt: skip
def test_each_field_of_an_event_is_in_its_hash(change: dict[str, Any]) -> None:
    assert event_hash(**FRAME) != event_hash(**(FRAME | change))


def test_the_hashes_are_what_they_always_were() -> None:
    # A change of these is a change of what every office has on paper.
    assert content_hash(*CONTENT)[:16] == "558249399634d331"
    assert event_hash(**FRAME)[:16] == "ddb6a743fc169f8a"
    assert block_digest(NOTHING_BEFORE, 1, "a" * 64)[:16] == "f5ce58f6c279cfa7"


@pytest.mark.parametrize("other", [("1" * 64, 1, "a" * 64), ("0" * 64, 2, "a" * 64), ("0" * 64, 1, "b" * 64)])
def test_each_part_of_a_block_is_in_its_digest(other: tuple[str, int, str]) -> None:
    assert block_digest(*other) != block_digest(NOTHING_BEFORE, 1, "a" * 64)


def test_a_head_is_printed_in_groups_of_four() -> None:
    assert head_words("0123456789abcdef" * 4, 16) == "0123-4567-89ab-cdef"
