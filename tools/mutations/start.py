"""Faults in what a start does: one window, its files, its trouble, and the habits of Windows."""

from __future__ import annotations

from typing import Final

from tools.mutations.fault import Fault, faults

FAULTS: Final[tuple[Fault, ...]] = (
    *faults(
        "start",
        "desktop_app/only_window.py",
        "tests/test_only_window.py",
        (
            "folder_of_others_is_used",
            "or found.st_mode & 0o077:",
            "or False:",
            "a_folder_that_others_may_write_to_is_not_used_and_stops_no_start",
        ),
        (
            "named_database_is_the_same_program",
            "place, database))",
            "place))",
            "another_folder_and_a_named_database_are_other_programs",
        ),
        (
            "message_may_name_many_files",
            "or len(found) > _MOST_FILES",
            "or False",
            "what_is_no_message_is_refused",
        ),
    ),
    *faults(
        "start",
        "ui/second_start.py",
        "tests/ui/test_second_start.py",
        (
            "socket_is_open_to_all",
            "SocketOption.UserAccessOption",
            "SocketOption.WorldAccessOption",
            "only_this_user_may_write_to_the_socket",
        ),
        (
            "hanging_window_is_asked_again",
            "return None if _left(until) else False",
            "return None",
            "a_window_that_hangs_is_told_in_time_and_is_not_asked_again",
        ),
    ),
    *faults(
        "start",
        "ui/arriving_files.py",
        "tests/ui/test_arriving_files.py",
        (
            "files_are_shown_over_a_lock",
            "if window is None or (window.lock is not None and window.lock.locked):",
            "if window is None:",
            "a_locked_window_gets_its_files_when_it_is_unlocked",
        ),
    ),
    *faults(
        "start",
        "desktop_app/handed_files.py",
        "tests/test_handed_files.py",
        (
            "file_is_compared_with_itself",
            "            if files[0] != self._waiting[0]:\n",
            "            if True:\n",
            "the_same_file_again_is_not_compared_with_itself",
        ),
    ),
    *faults(
        "start",
        "desktop_app/held_files.py",
        "tests/test_held_files.py",
        (
            "held_file_is_given_up_at_once",
            "if not is_held(error):",
            "if True:",
            "a_held_file_is_tried_again[1]",
        ),
        (
            "every_trouble_is_tried_again",
            "if not is_held(error):",
            "if False:",
            "other_trouble_is_told_at_once[error1]",
        ),
    ),
    *faults(
        "start",
        "desktop_app/crash_file.py",
        "tests/test_crash_file.py",
        (
            "orderly_end_looks_like_a_crash",
            "            self._path.unlink()\n",
            "            pass\n",
            "after_an_orderly_end_there_is_nothing_to_tell",
        ),
    ),
    *faults(
        "start",
        "desktop_app/crash_report.py",
        "tests/test_crash_report.py",
        (
            "report_tells_the_message",
            'told = scrubbed(str(error)) if isinstance(error, AppError) else "(left out)"',
            "told = scrubbed(str(error))",
            "a_report_has_the_number_the_place_and_the_kind_but_no_value",
        ),
    ),
    *faults(
        "start",
        "desktop_app/cli/output.py",
        "tests/cli/test_streams.py",
        (
            "json_begins_with_a_mark",
            '    stream.reconfigure(encoding="utf-8")\n',
            "",
            "a_json_document_in_a_pipe_has_no_mark_and_survives_every_code_page",
        ),
        (
            "bad_name_is_a_closed_pipe",
            " and error.filename is None",
            "",
            "a_closed_pipe_is_known_on_each_system[error2-win32-False]",
        ),
    ),
    *faults(
        "start",
        "desktop_app/database/engine.py",
        "tests/database/test_schema.py",
        (
            "deleted_words_stay_in_the_file",
            ', "secure_delete=ON")',
            ")",
            "deleted_words_leave_the_file_also_where_sqlite_would_keep_them",
        ),
    ),
)
