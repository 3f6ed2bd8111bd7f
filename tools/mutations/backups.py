"""Faults in what protects back-ups, and in what tells a killed process from a living one."""

from __future__ import annotations

from typing import Final

from tools.mutations.fault import Fault, faults

FAULTS: Final[tuple[Fault, ...]] = (
    *faults(
        "backups",
        "desktop_app/encrypted_file.py",
        "tests/test_encrypted_file.py",
        (
            "encrypted_file_may_be_cut_off",
            "bytes((last,))",
            "bytes((0,))",
            "each_change_is_noticed",
        ),
        (
            "parts_of_an_encrypted_file_may_change_places",
            'number.to_bytes(4, "big")',
            'min(number, 1).to_bytes(4, "big")',
            "each_change_is_noticed",
        ),
        (
            "header_of_an_encrypted_file_asks_for_any_work",
            "if cost not in _COSTS or",
            "if cost not in range(64) or",
            "a_forged_header_asks_for_no_endless_work",
        ),
    ),
    *faults(
        "backups",
        "desktop_app/database/backup_signature.py",
        "tests/database/test_backup_protection.py",
        (
            "size_is_enough_for_a_signature",
            'or _digest(path, progress) != found.content["sha256"]',
            "or False",
            "a_changed_dump_is_named",
        ),
        (
            "log_beside_a_signed_file_is_read",
            "            or _has_side_files(path)\n",
            "",
            "a_log_laid_beside_a_signed_file_is_named",
        ),
        (
            "any_key_signs",
            "found.require(custodian if custodian is not None else found.key)",
            "found.require(found.key)",
            "a_missing_foreign_or_changed_signature_is_refused[_signed_by_another-foreign_key-not_compared]",
        ),
        (
            "signature_may_be_removed",
            'if custodian is not None:\n            raise BackupError(reason="unsigned"',
            'if custodian is None and beside.is_dir():\n            raise BackupError(reason="unsigned"',
            "a_missing_foreign_or_changed_signature_is_refused[_removed-unsigned-unsigned]",
        ),
    ),
    *faults(
        "backups",
        "desktop_app/database/backup_trial.py",
        "tests/database/test_backup_protection.py",
        (
            "trial_does_not_look_at_the_head",
            "if (done.revision, head) != (signature.revision, signature.head):",
            "if done.revision != signature.revision:",
            "a_signature_that_says_something_else_than_is_there[entry0]",
        ),
        (
            "trial_accepts_faulty_rows",
            "if done.problems:",
            "if False:",
            "a_faulty_row_is_named_by_a_trial",
        ),
    ),
    *faults(
        "backups",
        "desktop_app/processes.py",
        "tests/test_scratch.py",
        (
            "zombie_counts_as_living",
            'return None if words[0] in {b"Z", b"X"} else int(words[19])',
            "return int(words[19])",
            "what_a_killed_process_left_is_removed_by_the_next_file_and_never_before",
        ),
        (
            "process_of_the_same_number_is_the_same",
            "return found is None or (found != int(began) and _UNKNOWN not in (found, int(began)))",
            "return found is None",
            "only_processes_that_surely_ended_are_dead",
        ),
        (
            "processes_of_other_machines_are_dead",
            "if machine != _machine():",
            "if not machine:",
            "only_processes_that_surely_ended_are_dead",
        ),
    ),
)
