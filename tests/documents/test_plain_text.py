"""Plain text: the characters of the file, whatever they were written in."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.documents import FileFault, read_document
from desktop_app.documents.faults import decode_text
from desktop_app.errors import BadFileError

PERSIAN = "ماده ۱ـ دستگاه‌های اجرایی\nتبصره: می‌توانند «گچ پژ» بخواهند.\n"

#: What is no control character, and not so odd that a file of nothing else would be taken for binary.
LETTERS = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters="\ufeff")


def written(folder: Path, data: bytes, name: str = "draft.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def fault_of(path: Path) -> object:
    with pytest.raises(BadFileError) as caught:
        read_document(path)
    assert caught.value.parameters["name"] == path.name
    return caught.value.parameters["reason"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(
    text=st.text(st.one_of(LETTERS, st.sampled_from("\t\n\r\u200c\u200f"))),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_reading_text_keeps_every_character_but_carriage_returns(
    tmp_path: Path, text: str, encoding: str
) -> None:
    if not text.strip():
        text += "م"
    document = read_document(written(tmp_path, text.encode(encoding)))
    assert document.text == text.replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_same_text_comes_out_of_every_encoding(tmp_path: Path, encoding: str) -> None:
    assert read_document(written(tmp_path, PERSIAN.encode(encoding))).text == PERSIAN


def test_big_endian_utf16_is_read_by_its_mark(tmp_path: Path) -> None:
    assert read_document(written(tmp_path, b"\xfe\xff" + PERSIAN.encode("utf-16-be"))).text == PERSIAN


def test_windows_1256_is_found_out_from_the_bytes() -> None:
    old = "ماده 1- دستگاههاي اجرايي پنجاه چهار گروه ژاله\u200cها"
    assert decode_text(old.encode("windows-1256")) == (old, "windows-1256")


def test_utf8_that_was_cut_in_a_letter_is_not_taken_for_windows_1256(tmp_path: Path) -> None:
    cut = ("دستگاه اجرایی" * 20).encode()[:-1]
    assert fault_of(written(tmp_path, cut)) == FileFault.UNDECODABLE


def test_western_text_in_another_code_page_is_refused_rather_than_garbled(tmp_path: Path) -> None:
    western = "Übergrößenträger, Ñandú, Åland, Þór, Æsir".encode("latin-1")
    assert fault_of(written(tmp_path, western)) == FileFault.UNDECODABLE


def test_a_file_with_nul_bytes_is_no_text(tmp_path: Path) -> None:
    assert fault_of(written(tmp_path, "متن".encode() + b"\x00\x01\x02")) == FileFault.NOT_TEXT


def test_a_file_full_of_control_characters_is_no_text(tmp_path: Path) -> None:
    assert fault_of(written(tmp_path, b"abc\x01\x02\x03\x07\x08def" * 9)) == FileFault.NOT_TEXT


def test_a_stray_control_character_does_not_cost_the_whole_draft(tmp_path: Path) -> None:
    assert read_document(written(tmp_path, ("م" * 500 + "\x0b").encode())).text == "م" * 500 + "\x0b"


def test_direction_marks_and_joiners_stay(tmp_path: Path) -> None:
    text = "\u202bمی\u200cرود\u202c \u200fو\u00ad"
    assert read_document(written(tmp_path, text.encode())).text == text


def test_a_document_tells_its_name_format_and_hash(tmp_path: Path) -> None:
    data = PERSIAN.encode()
    document = read_document(written(tmp_path, data, "پیش‌نویس.TXT"))
    assert (document.name, document.source_format, document.not_compared) == ("پیش‌نویس.TXT", "txt", ())
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert "\n".join(document.paragraphs) == document.text


def test_a_text_of_white_space_only_has_no_text(tmp_path: Path) -> None:
    assert fault_of(written(tmp_path, b" \n\t\n")) == FileFault.NO_TEXT
