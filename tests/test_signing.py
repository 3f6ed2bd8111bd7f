"""Signed documents: what fits is accepted, and each change, other key or other kind is named."""

from __future__ import annotations

import json
import os
import re
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.database.seals import CheckedSeal, SealFault
from desktop_app.errors import SigningError
from desktop_app.signing import (
    SigningKey,
    private_key_of,
    public_key_of,
    read_private_key,
    read_public_key,
    read_signed,
    signed,
    signed_document_of,
    write_key,
)
from desktop_app.wording.signing_faults import _faults, seal_sentence

KEY = SigningKey(bytes(range(32)))


def reason_of(caught: pytest.ExceptionInfo[SigningError]) -> object:
    return caught.value.parameters["reason"]


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=5,
)


@given(content=st.dictionaries(st.text(), values, max_size=4))
def test_what_was_signed_is_accepted(content: dict[str, object]) -> None:
    document = signed_document_of(signed("seal", content, KEY), "seal", "a.json")
    document.require(KEY.public)
    assert document.content == content


@pytest.mark.parametrize("change", [{"head": "b"}, {"head": "a", "more": 1}, {}])
def test_each_change_of_the_content_is_named(change: dict[str, object]) -> None:
    document = json.loads(signed("seal", {"head": "a"}, KEY))
    document["content"] = change
    read = signed_document_of(json.dumps(document).encode(), "seal", "a.json")
    with pytest.raises(SigningError) as caught:
        read.require(KEY.public)
    assert reason_of(caught) == "changed"


def test_another_key_is_named_although_its_signature_is_valid() -> None:
    other = SigningKey.new()
    document = signed_document_of(signed("seal", {"head": "a"}, other), "seal", "a.json")
    with pytest.raises(SigningError) as caught:
        document.require(KEY.public)
    assert reason_of(caught) == "foreign_key"
    assert caught.value.parameters["key"] == other.public.fingerprint


def test_a_key_that_is_only_claimed_signs_nothing() -> None:
    document = json.loads(signed("seal", {"head": "a"}, SigningKey.new()))
    document["key"] = KEY.public.text
    with pytest.raises(SigningError) as caught:
        signed_document_of(json.dumps(document).encode(), "seal", "a.json").require(KEY.public)
    assert reason_of(caught) == "changed"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b"\xff\xfe",
        b'{"kind": "seal", "content": [], "key": "", "signature": ""}',
        b"[" * 100_000,
        signed("backup", {"head": "a"}, KEY),
        signed("seal", {"head": "a"}, KEY).replace(b"mosharekat-public-key-1", b"mosharekat-public-key-9"),
    ],
)
def test_what_is_no_signed_document_of_the_kind_is_refused(data: bytes) -> None:
    with pytest.raises(SigningError):
        signed_document_of(data, "seal", "a.json")


def test_a_signature_of_one_kind_is_none_of_another() -> None:
    document = json.loads(signed("backup", {"head": "a"}, KEY))
    document["kind"] = "seal"
    with pytest.raises(SigningError) as caught:
        signed_document_of(json.dumps(document).encode(), "seal", "a.json").require(KEY.public)
    assert reason_of(caught) == "changed"


def test_keys_are_kept_in_files_that_only_their_owner_reads(tmp_path: Path) -> None:
    write_key(tmp_path / "private", KEY.text)
    write_key(tmp_path / "public", KEY.public.text)
    assert read_private_key(tmp_path / "private").public == KEY.public
    assert read_public_key(tmp_path / "public") == KEY.public
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / "private").stat().st_mode) == 0o600
    with pytest.raises(FileExistsError):
        write_key(tmp_path / "private", SigningKey.new().text)
    assert read_private_key(tmp_path / "private").public == KEY.public


def test_the_wrong_half_a_damaged_and_a_missing_key_each_have_a_reason(tmp_path: Path) -> None:
    for text, reason in (
        (KEY.public.text, "public_key"),
        ("x", "key_damaged"),
        (KEY.text[:-3], "key_damaged"),
    ):
        with pytest.raises(SigningError) as caught:
            private_key_of(text, "file")
        assert reason_of(caught) == reason
    with pytest.raises(SigningError) as caught:
        public_key_of(KEY.text, "file")
    assert reason_of(caught) == "private_key"
    with pytest.raises(SigningError) as caught:
        read_public_key(tmp_path / "nothing")
    assert reason_of(caught) == "key_gone"
    with pytest.raises(SigningError) as caught:
        read_signed(tmp_path / "nothing", "seal")
    assert reason_of(caught) == "gone"


def test_a_private_key_does_not_show_itself() -> None:
    assert KEY.text.split()[1] not in repr(KEY) + str(KEY)


def test_every_reason_has_a_sentence() -> None:
    documented = set(re.findall(r"`(\w+)`", SigningError.__doc__ or ""))
    assert documented == set(_faults())
    for fault in SealFault:
        assert seal_sentence(CheckedSeal("a.json", fault)).endswith(".")
