"""Faults in the process for foreign files: its limits, its surroundings, and what is believed of its answers."""

from __future__ import annotations

from typing import Final

from tools.mutations.fault import Fault, faults

_READER: Final = "tests/foreign/test_reader.py"
_FAILS: Final = "what_fails_costs_that_file_and_the_next_one_goes_on"

FAULTS: Final[tuple[Fault, ...]] = (
    *faults(
        "foreign",
        "desktop_app/foreign/reader.py",
        _READER,
        (
            "the_process_has_the_whole_environment",
            "kept = {name: os.environ[name] for name in _KEPT if name in os.environ}",
            "kept = dict(os.environ)",
            "the_process_has_no_secret_and_no_handle_of_the_program",
        ),
        (
            "a_process_that_was_given_much_is_kept",
            "source and self._child.fed > _FED:",
            "False:",
            "a_process_that_was_given_much_is_given_no_further_file",
        ),
        (
            "an_answer_that_nobody_wanted_is_taken_for_the_next",
            "        while self._open:\n            try:",
            "        while False:\n            try:",
            "a_question_whose_answer_nobody_wants_is_forgotten",
        ),
        (
            "a_hanging_process_is_waited_for",
            "max(asked_at, self._ready_at) + self._patience",
            "max(asked_at, self._ready_at) + 60",
            "a_file_that_takes_too_long_is_given_up_and_the_next_one_goes_on",
        ),
        (
            "a_file_that_grows_shorter_is_padded",
            "            # It became shorter.\n            raise _SourceError",
            "            piece = bytes(size)",
            "a_file_that_is_gone_or_became_shorter_is_unreadable",
        ),
    ),
    *faults(
        "foreign",
        "desktop_app/foreign/caps.py",
        _READER,
        (
            "memory_has_no_limit",
            "resource.setrlimit(resource.RLIMIT_DATA, (data, data))",
            "del data",
            f"{_FAILS}[fill]",
        ),
        (
            "an_orphan_goes_on",
            "signal.setitimer(signal.ITIMER_REAL, seconds)",
            "signal.setitimer(signal.ITIMER_REAL, 100 * seconds)",
            "the_process_ends_with_the_program[hang]",
        ),
    ),
    *faults(
        "foreign",
        "desktop_app/foreign/frames.py",
        _READER,
        (
            "a_frame_may_be_cut",
            "if len(packed) < long or len(data) < size:",
            "if len(packed) < long:",
            "what_is_no_frame_is_a_crash[cut]",
        ),
    ),
    *faults(
        "foreign",
        "desktop_app/foreign/serving.py",
        _READER,
        (
            "what_a_library_prints_is_in_the_answer",
            "for standard in (0, 1, 2):",
            "for standard in (0, 2):",
            "what_a_library_prints_gets_into_no_answer",
        ),
    ),
    *faults(
        "foreign",
        "desktop_app/documents/media.py",
        "tests/documents/test_media.py",
        (
            "an_endless_directory_is_read",
            "    if not _has_small_directory(content):\n        return []\n",
            "",
            "a_package_with_an_endless_directory_is_no_office_file_and_costs_no_memory",
        ),
    ),
    *faults(
        "foreign",
        "desktop_app/intake/imports/importing.py",
        "tests/intake/test_importing_petitions.py",
        (
            "what_was_saved_is_not_told",
            "error.after(0 if self.dry_run else created)",
            "error.after(0)",
            "a_full_disk_says_what_was_saved_before",
        ),
        (
            "a_trial_says_that_it_saved",
            "error.after(0 if self.dry_run else created)",
            "error.after(created)",
            "a_trial_that_breaks_off_saved_nothing",
        ),
    ),
)
