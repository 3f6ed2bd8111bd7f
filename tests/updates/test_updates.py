"""Newer versions: found on a share, refused when tampered with, installed when the program is closed."""

from __future__ import annotations

import json
import logging
import os
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from desktop_app.errors import CancelledError, NotWrittenError, UpdateError
from desktop_app.progress import SilentProgress
from desktop_app.signing import signed
from desktop_app.updates.installing import Installation, installation
from desktop_app.updates.looking import FoundUpdate, look, remember_told, was_told
from desktop_app.updates.release import is_newer, publish
from desktop_app.wording.errors import error_sentence
from tests.updates.share import INSTALLED, KEY, OTHER_KEY, UpdateShare

on_posix = pytest.mark.skipif(os.name != "posix", reason="Windows keeps the rights of the folder")


@pytest.fixture
def share(tmp_path: Path) -> UpdateShare:
    return UpdateShare(tmp_path)


def refusal(share: UpdateShare, kind: Installation = Installation.USER) -> str:
    """The reason for which the version on the share is refused; nothing of it may be installed."""
    with pytest.raises(UpdateError) as caught:
        share.look(kind)
    assert error_sentence(caught.value)
    assert share.quit() is None
    assert share.started == []
    return str(caught.value.parameters["reason"])


@pytest.mark.parametrize(
    ("version", "installed", "newer"),
    [
        ("0.3.0", "0.2.0", True),
        ("0.10.0", "0.9.9", True),
        ("1.0", "0.9.9.9", True),
        ("0.2.0.1", "0.2.0", True),
        ("0.2.0", "0.2.0", False),
        ("0.2", "0.2.0", False),
        ("0.1.9", "0.2.0", False),
    ],
)
def test_versions_are_compared_as_numbers(version: str, installed: str, newer: bool) -> None:
    assert is_newer(version, installed) is newer


def test_the_newest_set_up_of_the_folder_is_described(share: UpdateShare) -> None:
    for version in ("0.9.0", "0.10.0"):
        share.setup(version).write_bytes(version.encode())
    (share.folder / "mosharekat-9.9.9-x64.exe.part").touch()
    (share.folder / "readme.txt").touch()
    release = publish(share.folder, KEY)
    assert (release.version, release.file, release.size) == ("0.10.0", "mosharekat-0.10.0-x64.exe", 6)
    assert release.sha256 == sha256(b"0.10.0").hexdigest()


def test_a_folder_without_a_set_up_is_not_published(share: UpdateShare) -> None:
    with pytest.raises(UpdateError) as caught:
        publish(share.folder, KEY)
    assert caught.value.parameters["reason"] == "no_setup"
    with pytest.raises(UpdateError):
        publish(share.folder / "gone", KEY)
    assert not share.description.exists()


def test_a_newer_version_is_fetched_and_started_once_when_the_program_is_closed(share: UpdateShare) -> None:
    share.publish("0.3.0")
    assert share.look() == FoundUpdate("0.3.0", str(share.folder), installs=True)
    assert share.quit() == "0.3.0"
    [(setup, *options)] = share.started
    assert Path(setup) == share.store / "mosharekat-0.3.0-x64.exe"
    assert options == ["/S", "/ALLUSERS=0", "/ONLYNEWER=1"]
    # The set-up has installed it.
    assert share.quit("0.3.0") is None
    assert len(share.started) == 1


def test_no_set_up_starts_while_windows_shuts_down(share: UpdateShare) -> None:
    share.publish("0.3.0")
    share.look()
    assert share.quit(session_ends=True) is None
    assert share.started == []
    assert share.quit() == "0.3.0"


def test_the_fetched_copy_is_what_is_installed_even_if_the_share_has_gone(share: UpdateShare) -> None:
    share.publish("0.3.0")
    share.look()
    for path in share.folder.iterdir():
        path.unlink()
    assert share.quit() == "0.3.0"


@pytest.mark.parametrize("kind", [Installation.MACHINE, Installation.NONE])
def test_what_the_user_cannot_install_is_only_told(share: UpdateShare, kind: Installation) -> None:
    share.publish("0.3.0")
    assert share.look(kind) == FoundUpdate("0.3.0", str(share.folder), installs=False)
    assert not share.store.exists()


@pytest.mark.parametrize("version", ["0.2.0", "0.1.0"])
def test_a_version_that_is_not_newer_is_nothing(share: UpdateShare, version: str) -> None:
    share.publish(version)
    assert share.look() is None
    assert share.quit() is None


def test_a_fetched_version_that_became_older_is_not_installed(share: UpdateShare) -> None:
    share.publish("0.3.0")
    share.look()
    assert share.quit("0.4.0") is None
    assert share.started == []


def test_without_a_folder_nobody_looks(share: UpdateShare) -> None:
    assert (
        look(replace(share.settings, update_folder=""), INSTALLED, Installation.USER, SilentProgress())
        is None
    )


@pytest.mark.parametrize("key", ["", "mosharekat-public-key-1 AAAA", KEY.text])
def test_without_a_public_key_nothing_is_trusted(share: UpdateShare, key: str) -> None:
    share.publish("0.3.0")
    with pytest.raises(UpdateError) as caught:
        look(replace(share.settings, update_key=key), INSTALLED, Installation.USER, SilentProgress())
    assert caught.value.parameters["reason"] == "key"
    assert KEY.text not in error_sentence(caught.value) + str(caught.value)


def test_a_share_that_is_away_is_one_line_of_the_log(
    share: UpdateShare, caplog: pytest.LogCaptureFixture
) -> None:
    share.folder.rmdir()
    with caplog.at_level(logging.INFO, "mosharekat.updates"):
        assert share.look() is None
    assert [(record.levelname, str(share.folder) in record.getMessage()) for record in caplog.records] == [
        ("INFO", True)
    ]


def test_a_description_before_its_set_up_is_no_alarm(share: UpdateShare) -> None:
    share.publish("0.3.0")
    share.setup("0.3.0").unlink()
    assert share.look() is None


@pytest.mark.parametrize("kind", [Installation.USER, Installation.MACHINE])
def test_a_description_of_another_key_is_refused_and_logged(
    share: UpdateShare, kind: Installation, caplog: pytest.LogCaptureFixture
) -> None:
    share.setup("0.3.0").write_bytes(b"evil")
    publish(share.folder, OTHER_KEY)
    assert refusal(share, kind) == "foreign_key"
    assert "refused" in caplog.text


def test_a_signature_that_claims_the_right_key_is_refused(share: UpdateShare) -> None:
    share.publish("0.3.0")
    document = json.loads(share.description.read_text("utf-8"))
    document["content"]["sha256"] = sha256(b"evil").hexdigest()
    share.description.write_text(json.dumps(document), "utf-8")
    assert refusal(share) == "changed"


def test_a_signed_document_of_another_kind_is_no_description(share: UpdateShare) -> None:
    share.publish("0.3.0")
    content = json.loads(share.description.read_text("utf-8"))["content"]
    share.description.write_bytes(signed("seal", content, KEY))
    assert refusal(share) == "unsigned"


@pytest.mark.parametrize("text", ["", "{", "null", "[]", "x" * 70_000])
def test_what_is_no_description_is_refused(share: UpdateShare, text: str) -> None:
    share.publish("0.3.0")
    share.description.write_text(text, "utf-8")
    assert refusal(share) == "unsigned"


@pytest.mark.parametrize(
    "changes",
    [
        {"file": "../mosharekat-0.3.0-x64.exe"},
        {"file": "C:\\evil.exe"},
        {"file": "mosharekat-0.3.0-x64.exe\n"},
        {"file": 3},
        {"version": "0.4.0"},
        {"version": "9.9.9"},
        {"version": None},
        {"size": -1},
        {"size": True},
        {"size": 10**12},
        {"sha256": "abc"},
        {"sha256": None},
    ],
    ids=str,
)
def test_signed_values_that_make_no_sense_are_refused(share: UpdateShare, changes: dict[str, object]) -> None:
    share.publish("0.3.0")
    share.describe(**changes)
    assert refusal(share) == "content"


def test_a_set_up_of_another_size_or_content_is_refused(share: UpdateShare) -> None:
    share.publish("0.3.0", b"set-up")
    share.setup("0.3.0").write_bytes(b"set-up and more")
    assert refusal(share) == "size"
    share.setup("0.3.0").write_bytes(b"SET-UP")
    assert refusal(share) == "hash"
    assert not list(share.store.glob("*.exe"))


def test_a_fetched_copy_that_was_changed_is_not_started(
    share: UpdateShare, caplog: pytest.LogCaptureFixture
) -> None:
    share.publish("0.3.0")
    share.look()
    (share.store / "mosharekat-0.3.0-x64.exe").write_bytes(b"SET-UP")
    assert share.quit() is None
    assert share.started == []
    assert "not installed" in caplog.text
    # The next look fetches it again.
    share.look()
    assert share.quit() == "0.3.0"


def test_a_local_description_of_another_key_is_not_followed(share: UpdateShare) -> None:
    share.publish("0.3.0")
    share.look()
    other = UpdateShare(share.root / "other", OTHER_KEY)
    other.publish("0.9.0", b"evil")
    for path in other.folder.iterdir():
        (share.store / path.name).write_bytes(path.read_bytes())
    assert share.quit() is None
    assert share.started == []


def test_a_set_up_that_does_not_start_is_logged_and_the_program_ends(
    share: UpdateShare, caplog: pytest.LogCaptureFixture
) -> None:
    share.publish("0.3.0")
    share.look()
    assert share.quit(start=_forbidden) is None
    assert "not installed" in caplog.text


def _forbidden(_command: object) -> None:
    """A substitute for Windows, which may forbid to start a program."""
    raise PermissionError


def test_the_next_version_takes_the_place_of_the_one_before(share: UpdateShare) -> None:
    share.publish("0.3.0")
    share.look()
    share.publish("0.4.0", b"newer set-up")
    share.look()
    assert [path.name for path in share.store.glob("*.exe")] == ["mosharekat-0.4.0-x64.exe"]
    assert share.quit() == "0.4.0"


def test_a_set_up_is_removed_once_its_version_is_installed(share: UpdateShare) -> None:
    share.publish("0.3.0")
    share.look()
    assert look(share.settings, "0.3.0", Installation.USER, SilentProgress()) is None
    assert list(share.store.glob("*.exe")) == []


def test_a_version_that_is_there_is_not_fetched_again(share: UpdateShare) -> None:
    share.publish("0.3.0")
    share.look()
    copy = share.store / "mosharekat-0.3.0-x64.exe"
    before = copy.stat().st_ino
    share.look()
    assert copy.stat().st_ino == before


def test_a_look_that_is_cancelled_leaves_no_copy(share: UpdateShare) -> None:
    class Cancelled(SilentProgress):
        def cancelled(self) -> bool:
            return True

    share.publish("0.3.0")
    with pytest.raises(CancelledError):
        look(share.settings, INSTALLED, Installation.USER, Cancelled())
    assert list(share.store.iterdir()) == []


def test_a_full_or_closed_disk_is_an_expected_error(share: UpdateShare) -> None:
    share.publish("0.3.0")
    share.store.parent.mkdir()
    share.store.touch()
    with pytest.raises(NotWrittenError):
        share.look()


@on_posix
def test_only_the_user_can_change_the_fetched_copy(share: UpdateShare) -> None:
    share.publish("0.3.0")
    share.look()
    assert share.store.stat().st_mode & 0o077 == 0


def test_a_version_is_remembered_as_told(share: UpdateShare) -> None:
    assert not was_told(share.settings, "0.3.0")
    remember_told(share.settings, "0.3.0")
    assert was_told(share.settings, "0.3.0")
    assert not was_told(share.settings, "0.4.0")


ENVIRONMENT = {"LOCALAPPDATA": r"C:\Users\me\AppData\Local", "USERPROFILE": r"C:\Users\me"}


@pytest.mark.parametrize(
    ("executable", "platform", "frozen", "expected"),
    [
        (r"c:\users\me\appdata\local\Programs\Mosharekat\mosharekat.exe", "win32", True, Installation.USER),
        (r"C:\Users\me\Apps\mosharekat.exe", "win32", True, Installation.USER),
        (r"C:\Users\menot\mosharekat.exe", "win32", True, Installation.MACHINE),
        (r"C:\Program Files\Mosharekat\mosharekat.exe", "win32", True, Installation.MACHINE),
        (r"C:\Users\me\venv\python.exe", "win32", False, Installation.NONE),
        ("/opt/mosharekat/mosharekat", "linux", True, Installation.NONE),
    ],
)
def test_how_the_program_was_installed_is_told_by_its_place(
    executable: str, platform: str, frozen: bool, expected: Installation
) -> None:
    assert installation(executable, platform, frozen, ENVIRONMENT) is expected
    assert installation(executable, platform, frozen, {}) is not Installation.USER
