"""Every fault of a file has its sentence, in both languages, and names the file."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop_app.documents import FileFault
from desktop_app.foreign.faults import ReaderFault
from desktop_app.wording import use_language
from desktop_app.wording.file_faults import SENTENCES, file_fault_sentence


@pytest.fixture(autouse=True)
def _persian_afterwards() -> Iterator[None]:
    yield
    use_language("fa")


@pytest.mark.parametrize("fault", [*FileFault, *ReaderFault])
def test_every_fault_has_a_sentence_in_both_languages(fault: FileFault | ReaderFault) -> None:
    parameters: dict[str, object] = {"name": "draft-7.docx", "reason": fault, "limit": 50}
    worded = {}
    for language in ("en", "fa"):
        use_language("fa" if language == "fa" else "en")
        worded[language] = file_fault_sentence(fault, parameters)
        assert "draft-7.docx" in worded[language]
        assert "{" not in worded[language]
    assert worded["en"] != worded["fa"]


def test_no_sentence_is_without_a_fault() -> None:
    assert set(SENTENCES) == {str(fault) for fault in (*FileFault, *ReaderFault)}


def test_a_size_is_told_in_the_digits_of_the_language() -> None:
    use_language("fa")
    assert "۵۰" in file_fault_sentence("too_large", {"name": "a.docx", "limit": 50})
    use_language("en")
    assert "50" in file_fault_sentence("too_large", {"name": "a.docx", "limit": 50})


def test_braces_in_a_file_name_are_only_a_name() -> None:
    use_language("en")
    assert "“{limit}.doc”" in file_fault_sentence("legacy_doc", {"name": "{limit}.doc"})


def test_an_unknown_reason_still_names_the_file() -> None:
    use_language("en")
    assert "a.docx" in file_fault_sentence("something_new", {"name": "a.docx"})
