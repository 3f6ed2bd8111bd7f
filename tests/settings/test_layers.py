"""Which layer a setting comes from, what is saved, and what a broken file of the machine does."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop_app.errors import FixedSettingError, MachineSettingsError, ServerOnlyError
from desktop_app.paths import machine_folder
from desktop_app.settings import Origin, Settings, load_settings, machine_settings_file, save_settings
from desktop_app.wording.errors import error_sentence

SERVER = "postgresql://office.local/mosharekat"


class Pc:
    """A PC with a file of the machine and a data folder of one user."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "data"
        self.machine_file = folder / "machine" / "settings.json"
        self.environment: dict[str, str] = {}

    def office_sets(self, **values: Any) -> None:
        self.office_writes(json.dumps(values))

    def office_writes(self, text: str) -> None:
        self.machine_file.parent.mkdir(exist_ok=True)
        self.machine_file.write_text(text, "utf-8")

    def settings(self) -> Settings:
        return load_settings(self.folder, self.environment, self.machine_file)

    def user_chooses(self, **values: Any) -> None:
        save_settings(replace(self.settings(), **values))

    def user_file(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((self.folder / "settings.json").read_text("utf-8"))
        return found


@pytest.fixture
def pc(tmp_path: Path) -> Pc:
    return Pc(tmp_path)


def test_the_tests_do_not_read_the_file_of_this_machine() -> None:
    assert not machine_settings_file().exists()
    assert machine_settings_file().parent != machine_folder()


def test_the_file_of_the_machine_lies_where_administrators_write() -> None:
    assert machine_folder("linux") == Path("/etc/mosharekat")
    windows = machine_folder("win32", {"PROGRAMDATA": "D:/ProgramData"})
    assert windows == Path("D:/ProgramData/Mosharekat")
    assert machine_folder("win32", {}).name == "Mosharekat"


def test_each_layer_covers_the_one_below(pc: Pc) -> None:
    def value_and_origin() -> tuple[str, Origin]:
        return pc.settings().database, pc.settings().origin("database")

    assert value_and_origin() == ("", Origin.DEFAULT)
    pc.office_sets(database=SERVER)
    assert value_and_origin() == (SERVER, Origin.MACHINE)
    pc.user_chooses(database="sqlite:///own.db")
    assert value_and_origin() == ("sqlite:///own.db", Origin.USER)
    pc.environment["MOSHAREKAT_DATABASE"] = "sqlite:///trial.db"
    assert value_and_origin() == ("sqlite:///trial.db", Origin.ENVIRONMENT)
    named = pc.settings().with_options(database="sqlite:///named.db", language="")
    assert (named.database, named.origin("database")) == ("sqlite:///named.db", Origin.OPTION)
    assert named.origin("language") is Origin.DEFAULT


def test_a_fixed_value_wins_over_user_and_environment(pc: Pc) -> None:
    pc.user_chooses(lock_minutes=60, database="sqlite:///own.db")
    pc.environment["MOSHAREKAT_DATABASE"] = "sqlite:///trial.db"
    pc.office_sets(database=SERVER, lock_minutes=5, fixed=["database", "lock_minutes"])
    settings = pc.settings()
    assert (settings.database, settings.lock_minutes) == (SERVER, 5)
    assert settings.origin("database") is Origin.MACHINE
    assert settings.is_fixed("lock_minutes")
    assert not settings.is_fixed("theme")


def test_the_command_line_may_repeat_a_fixed_value_but_not_contradict_it(pc: Pc) -> None:
    pc.office_sets(database=SERVER, fixed=["database", "language"])
    settings = pc.settings()
    assert settings.with_options(database=SERVER, language="fa") == settings
    with pytest.raises(FixedSettingError) as caught:
        settings.with_options(database="sqlite:///other.db")
    assert str(pc.machine_file) in error_sentence(caught.value)
    with pytest.raises(FixedSettingError):
        settings.with_options(language="en")


def test_a_setting_without_a_value_can_be_fixed_at_its_default(pc: Pc) -> None:
    pc.user_chooses(theme="dark")
    pc.office_sets(fixed=["theme"])
    assert pc.settings().theme == "system"


def test_a_user_keeps_only_what_the_user_chose(pc: Pc) -> None:
    pc.office_sets(language="en", lock_minutes=5)
    pc.environment["MOSHAREKAT_DATABASE"] = "sqlite:///trial.db"
    save_settings(replace(pc.settings().with_options(database="sqlite:///named.db"), theme="dark"))
    assert pc.user_file() == {"theme": "dark"}


def test_a_later_value_of_the_machine_reaches_a_pc_that_has_saved(pc: Pc) -> None:
    pc.office_sets(lock_minutes=5)
    pc.user_chooses(theme="dark")
    pc.office_sets(lock_minutes=10)
    assert (pc.settings().lock_minutes, pc.settings().theme) == (10, "dark")


def test_a_choice_that_equals_the_machine_again_is_given_back(pc: Pc) -> None:
    pc.office_sets(lock_minutes=5)
    pc.user_chooses(lock_minutes=30)
    assert pc.user_file() == {"lock_minutes": 30}
    pc.user_chooses(lock_minutes=5)
    assert pc.user_file() == {}
    assert pc.settings().origin("lock_minutes") is Origin.MACHINE


def test_a_change_and_its_undo_in_one_session_leave_nothing(pc: Pc) -> None:
    settings = pc.settings()
    changed = replace(settings, language="en")
    assert (changed.origin("language"), settings.origin("language")) == (Origin.USER, Origin.DEFAULT)
    save_settings(changed)
    save_settings(replace(changed, language="fa"))
    assert pc.user_file() == {}


def test_this_pc_can_be_chosen_where_the_machine_names_a_server(pc: Pc) -> None:
    pc.office_sets(database=SERVER)
    pc.user_chooses(database="")
    assert (pc.settings().database, pc.settings().origin("database")) == ("", Origin.USER)


def test_a_fixed_value_is_not_written_and_an_earlier_choice_survives_it(pc: Pc) -> None:
    pc.user_chooses(lock_minutes=60)
    pc.office_sets(lock_minutes=5, fixed=["lock_minutes"])
    pc.user_chooses(lock_minutes=30, theme="dark")
    assert pc.user_file() == {"lock_minutes": 60, "theme": "dark"}
    pc.office_sets(lock_minutes=5)
    assert pc.settings().lock_minutes == 60


def test_a_setting_of_one_user_is_not_taken_from_the_machine(pc: Pc) -> None:
    pc.office_sets(last_username="somebody", unheard_of=1, fixed=["last_username", "unheard_of"])
    settings = pc.settings()
    assert (settings.last_username, settings.layers.fixed, settings.layers.trouble) == ("", frozenset(), None)


@pytest.mark.parametrize("text", ["{", "[]", "null", "[" * 100_000, "\xff"])
def test_a_broken_file_of_the_machine_is_named_and_stays_where_it_is(pc: Pc, text: str) -> None:
    pc.office_writes(text)
    trouble = pc.settings().layers.trouble
    assert isinstance(trouble, MachineSettingsError)
    assert str(pc.machine_file) in error_sentence(trouble)
    assert pc.machine_file.read_text("utf-8") == text


def test_bytes_that_are_no_text_are_a_broken_file(pc: Pc) -> None:
    pc.office_writes("")
    pc.machine_file.write_bytes(b"\xff\xfe\x00{")
    assert isinstance(pc.settings().layers.trouble, MachineSettingsError)


def test_a_byte_order_mark_of_windows_is_no_fault(pc: Pc) -> None:
    pc.office_writes('\ufeff{"lock_minutes": 5}')
    assert (pc.settings().lock_minutes, pc.settings().layers.trouble) == (5, None)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("lock_minutes", 481),
        ("lock_minutes", True),
        ("language", "xx"),
        ("server_only", "yes"),
        ("database", "mysql://office/x"),
        ("database", "postgresql://me:secret@office/x"),
        ("database", "postgresql:///x?host=office&password=secret"),
        ("certificate", "ca.crt"),
        ("update_folder", "updates"),
        ("update_key", "mosharekat-private-key-1 AAAA"),
        ("fixed", "database"),
    ],
)
def test_an_invalid_value_is_named_and_the_others_are_used(pc: Pc, name: str, value: object) -> None:
    pc.office_sets(**{"theme": "dark", "fixed": ["theme", name], name: value})
    settings = pc.settings()
    assert isinstance(settings.layers.trouble, MachineSettingsError)
    sentence = error_sentence(settings.layers.trouble)
    assert name in sentence
    assert "secret" not in sentence
    assert settings.theme == "dark"
    if name != "fixed":
        assert settings.layers.fixed == {"theme"}
        assert settings.origin(name) is Origin.DEFAULT


def test_paths_of_windows_and_of_shares_are_whole_paths(pc: Pc) -> None:
    pc.office_sets(certificate=r"C:\ca.crt", update_folder=r"\\files\updates")
    assert pc.settings().layers.trouble is None


def test_the_certificate_joins_an_address_that_names_none(pc: Pc) -> None:
    pc.office_sets(database=SERVER, certificate="/etc/office ca.crt")
    assert pc.settings().database_url == f"{SERVER}?sslrootcert=/etc/office%20ca.crt"
    pc.office_sets(database=f"{SERVER}?sslmode=verify-full", certificate=r"C:\ca.crt")
    assert pc.settings().database_url.endswith("?sslmode=verify-full&sslrootcert=C:%5Cca.crt")
    own = f"{SERVER}?sslrootcert=/own.crt"
    pc.office_sets(database=own, certificate="/etc/ca.crt")
    assert pc.settings().database_url == own
    pc.office_sets(certificate="/etc/ca.crt")
    assert pc.settings().database_url.endswith("mosharekat.db")


def test_a_pc_of_the_server_alone_uses_no_database_file(pc: Pc) -> None:
    pc.office_sets(server_only=True)
    with pytest.raises(ServerOnlyError):
        pc.settings().require_usable_database()
    pc.environment["MOSHAREKAT_DATABASE"] = "sqlite:///file.db"
    with pytest.raises(ServerOnlyError):
        pc.settings().require_usable_database()
    pc.environment["MOSHAREKAT_DATABASE"] = SERVER
    pc.settings().require_usable_database()


def test_while_the_file_of_the_machine_is_broken_no_new_database_is_begun(pc: Pc) -> None:
    pc.office_writes("{")
    with pytest.raises(MachineSettingsError):
        pc.settings().require_usable_database()
    pc.folder.mkdir()
    (pc.folder / "mosharekat.db").touch()
    pc.settings().require_usable_database()
