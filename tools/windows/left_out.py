"""What wine cannot do, and why: tests that the stage `suite` leaves out. Windows itself can run them."""

from __future__ import annotations

from typing import Final

#: Packages of tests that stop processes as only Linux can.
FOLDERS: Final = ("kills",)
#: The test of such a program, which starts pytest again for each case.
MODULES: Final = ("test_mutations.py",)
# Every test with the mark `server` is left out as well: wine cannot start `initdb` of the test dependency.
_NO_LIMIT: Final = "wine does not limit the memory of a job; the limit of time ends the process instead"
_NOT_INSTALLED: Final = (
    "the packages are installed in wine's Python, the program itself is not: it runs from its checkout"
)
_COMPARE: Final = "tests/cli/test_compare.py"
_READER: Final = "tests/foreign/test_reader.py"
TESTS: Final[dict[str, str]] = {
    f"{_READER}::test_what_fails_costs_that_file_and_the_next_one_goes_on[fill]": _NO_LIMIT,
    f"{_READER}::test_less_memory_than_the_limit_is_given": _NO_LIMIT,
    f"{_READER}::test_a_process_that_was_given_much_is_given_no_further_file": _NO_LIMIT,
    f"{_COMPARE}::test_a_file_that_takes_all_memory_is_one_sentence_of_a_process_that_limits_itself": _NO_LIMIT,
    "tests/foreign/test_corpus.py::test_the_corpus_costs_nothing_but_itself[attachments]": _NO_LIMIT,
    "tests/ui/test_guide.py::test_about_tells_the_version_and_every_licence": _NOT_INSTALLED,
    "tests/guide/test_licences.py::test_each_part_that_the_project_names_is_listed_with_a_licence": _NOT_INSTALLED,
}
