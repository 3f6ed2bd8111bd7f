"""Faults in what keeps PCs alike: the layers of settings, and newer versions."""

from __future__ import annotations

from typing import Final

from tools.mutations.fault import Fault, faults

_LAYERS: Final = "tests/settings/test_layers.py"
_UPDATES: Final = "tests/updates/test_updates.py"

FAULTS: Final[tuple[Fault, ...]] = (
    *faults(
        "settings",
        "desktop_app/settings/model.py",
        _LAYERS,
        (
            "a_user_covers_what_is_fixed",
            "if name in self.fixed",
            "if name in ()",
            "a_fixed_value_wins_over_user_and_environment",
        ),
        (
            "an_option_covers_what_is_fixed",
            "if self.is_fixed(name) and value != getattr(self, name):",
            "if False:",
            "the_command_line_may_repeat_a_fixed_value_but_not_contradict_it",
        ),
        (
            "a_file_is_made_while_the_office_cannot_be_read",
            "if self.layers.trouble is not None and not self.database",
            "if self.layers.trouble is None and not self.database",
            "while_the_file_of_the_machine_is_broken_no_new_database_is_begun",
        ),
    ),
    *faults(
        "settings",
        "desktop_app/settings/loading.py",
        _LAYERS,
        (
            "a_user_keeps_the_values_of_the_office",
            "if value != layers.below_user(name):",
            "if value != DEFAULTS[name]:",
            "a_user_keeps_only_what_the_user_chose",
        ),
        (
            "a_fixed_value_replaces_the_choice",
            "if settings.is_fixed(name) or value",
            "if value",
            "a_fixed_value_is_not_written_and_an_earlier_choice_survives_it",
        ),
    ),
    *faults(
        "settings",
        "desktop_app/settings/values.py",
        _LAYERS,
        (
            "the_office_may_name_a_password",
            "(is_address(str(value)) and not has_password(str(value)))",
            "is_address(str(value))",
            "an_invalid_value_is_named_and_the_others_are_used",
        ),
    ),
    *faults(
        "updates",
        "desktop_app/updates/installing.py",
        _UPDATES,
        (
            "a_downgrade_is_installed",
            "if not is_newer(release.version, installed):",
            "if release.version == installed:",
            "a_fetched_version_that_became_older_is_not_installed",
        ),
        (
            "the_copy_is_not_checked_again",
            "if measured(setup) != (release.size, release.sha256):",
            "if not setup:",
            "a_fetched_copy_that_was_changed_is_not_started",
        ),
        (
            "a_shutdown_is_not_noticed",
            "if session_ends:",
            "if False:",
            "no_set_up_starts_while_windows_shuts_down",
        ),
    ),
    *faults(
        "updates",
        "desktop_app/updates/release.py",
        _UPDATES,
        (
            "any_signature_will_do",
            "document.require(key)",
            "document.require(document.key)",
            "a_description_of_another_key_is_refused_and_logged",
        ),
        (
            "versions_are_compared_as_text",
            "return _numbers(version) > _numbers(installed)",
            "return version > installed",
            "versions_are_compared_as_numbers",
        ),
        (
            "the_name_need_not_be_that_of_the_version",
            'and name["version"] == version',
            "and version is not None",
            "signed_values_that_make_no_sense_are_refused",
        ),
    ),
    *faults(
        "updates",
        "desktop_app/updates/looking.py",
        _UPDATES,
        (
            "a_share_that_is_away_is_told",
            'if error.parameters["reason"] == "away":',
            'if error.parameters["reason"] == "gone":',
            "a_share_that_is_away_is_one_line_of_the_log",
        ),
        (
            "the_copy_is_not_checked",
            "if measured(copy) != (release.size, release.sha256):",
            "if not copy:",
            "a_set_up_of_another_size_or_content_is_refused",
        ),
    ),
)
