"""The trial of the way to a department's server, on real servers."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import make_url
from sqlalchemy.engine import URL

from desktop_app.bootstrap import open_services
from desktop_app.database import schema
from desktop_app.database.address import Host, department_url, driver_arguments, hosts_of, place_of, weak_tls
from desktop_app.database.connecting import first_failure, try_steps, usable
from desktop_app.database.connection_steps import (
    ConnectionStep,
    ConnectionStepOutcome,
    Rights,
    StepResult,
)
from desktop_app.database.engine import Database
from desktop_app.database.postgresql import connect_arguments
from desktop_app.wording import use_language
from desktop_app.wording.connecting import _SENTENCES, step_sentence
from tests.certificates import Authority, authority
from tests.department import PASSWORD
from tests.guarded import OWNER, Department
from tests.standing import Standing, free_port, plain_binaries, standing, tls_binaries


@pytest.fixture(scope="module")
def server() -> Iterator[Standing]:
    with standing(plain_binaries()) as started:
        started.run(
            f"CREATE ROLE owner LOGIN CREATEROLE PASSWORD '{PASSWORD}'",
            f"CREATE ROLE weak LOGIN PASSWORD '{PASSWORD}'",
            f"CREATE ROLE locked NOLOGIN PASSWORD '{PASSWORD}'",
            "CREATE DATABASE office OWNER owner",
            "CREATE DATABASE closed OWNER owner",
            "REVOKE CONNECT ON DATABASE closed FROM PUBLIC",
        )
        yield started


def told(url: URL) -> dict[str, Any]:
    return dict(driver_arguments(url))


def tried(url: URL, rights: Rights = Rights.ANY) -> list[StepResult]:
    """Every step; none of them has the password in it, nor its sentence an open place."""
    results = list(try_steps(url, rights))
    told = [step_sentence(result.step, result.code, result.parameters) for result in results]
    for secret in {PASSWORD, url.password or PASSWORD}:
        assert secret not in repr(results) + repr(told)
    assert not any("{" in sentence for sentence in told)
    return results


def codes(results: list[StepResult]) -> list[tuple[str, str]]:
    return [(result.step.value, result.code) for result in results]


def failed(url: URL, rights: Rights = Rights.ANY) -> tuple[ConnectionStep, str]:
    results = tried(url, rights)
    assert not usable(results)
    assert results[-1].outcome is ConnectionStepOutcome.FAILED, "the first failure stops"
    failure = first_failure(results)
    assert failure is not None
    return failure.step, failure.code


def as_role(server: Standing, name: str, database: str = "office") -> URL:
    return server.url(database).set(username=name, password=PASSWORD)


def test_an_owner_gets_to_the_end_and_is_told_of_few_connections(server: Standing) -> None:
    results = tried(as_role(server, "owner"), Rights.OWNER)
    assert usable(results)
    assert codes(results) == [
        ("name", ""), ("port", ""), ("tls", "not_needed"), ("login", ""), ("version", ""),
        ("connections", "few"), ("rights", ""), ("schema", "none"),
    ]  # fmt: skip
    assert [r.parameters["found"] for r in results if r.step is ConnectionStep.VERSION] == [18]
    assert results[5].parameters == {"found": 100, "wanted": 650}


@pytest.mark.server
def test_enough_connections_are_no_warning(tmp_path: Path) -> None:
    with standing(plain_binaries(), ("max_connections = 650",)) as roomy:
        [result] = [r for r in tried(roomy.url(), Rights.OWNER) if r.step is ConnectionStep.CONNECTIONS]
        assert result.outcome is ConnectionStepOutcome.OK


def test_a_name_that_nobody_knows() -> None:
    url = make_url("postgresql://u@nobody.invalid/office?sslrootcert=system")
    assert failed(url) == (ConnectionStep.NAME, "unknown_name")


def test_a_port_on_which_nobody_listens() -> None:
    url = make_url(f"postgresql://u@127.0.0.1:{free_port()}/office")
    assert failed(url) == (ConnectionStep.PORT, "refused")


def test_something_that_is_no_postgresql_answers() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:

        def answer() -> None:
            for _ in range(2):
                line, _peer = other.accept()
                line.recv(64)
                line.sendall(b"HTTP/1.1 400 Bad Request\r\n")
                line.close()

        thread = threading.Thread(target=answer, daemon=True)
        thread.start()
        url = make_url(f"postgresql://u@127.0.0.1:{other.getsockname()[1]}/office")
        assert failed(url) == (ConnectionStep.TLS, "not_postgresql")
        thread.join(5)


def test_a_server_that_is_silent_is_not_waited_for_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.database.connecting.PATIENCE", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = make_url(f"postgresql://u@127.0.0.1:{silent.getsockname()[1]}/office")
        assert failed(url) == (ConnectionStep.TLS, "not_postgresql")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda url: url.set(password="wrong words"), "wrong_password"),
        (lambda url: url.set(username="nobody"), "wrong_password"),
        (lambda url: url._replace(password=None), "no_password"),
        (lambda url: url.set(username="locked"), "may_not_log_in"),
        (lambda url: url.set(database="none_such"), "no_database"),
        (lambda url: url.set(username="weak", database="closed"), "may_not_connect"),
    ],
)
def test_a_login_that_is_refused_tells_why(
    server: Standing, change: Callable[[URL], URL], code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGPASSFILE", "/dev/null")
    assert failed(change(as_role(server, "owner"))) == (ConnectionStep.LOGIN, code)


def test_without_a_login_the_trial_ends_where_one_is_needed(server: Standing) -> None:
    results = tried(department_url([Host("127.0.0.1", server.port)], "office"))
    assert codes(results)[-1] == ("login", "not_asked")
    assert usable(results)


@pytest.mark.parametrize(
    ("role", "rights", "code"),
    [
        ("weak", Rights.OWNER, "makes_no_roles"),
        ("weak", Rights.STAFF, "no_account"),
        ("weak", Rights.ANY, "makes_no_roles"),
    ],
)
def test_rights_that_are_missing(server: Standing, role: str, rights: Rights, code: str) -> None:
    assert failed(as_role(server, role), rights) == (ConnectionStep.RIGHTS, code)


def test_an_owner_of_another_database_may_make_no_tables(server: Standing) -> None:
    server.run("CREATE DATABASE other")
    assert failed(as_role(server, "owner", "other"), Rights.OWNER) == (
        ConnectionStep.RIGHTS,
        "makes_no_schema",
    )


def test_a_department_s_people_and_its_schema(guarded: Department) -> None:
    owner = make_url(guarded.url)
    results = tried(owner, Rights.OWNER)
    assert results[-1] == StepResult(
        ConnectionStep.SCHEMA,
        ConnectionStepOutcome.OK,
        "",
        "",
        {"found": schema.head(), "known": schema.head()},
    )
    assert usable(tried(owner.set(username="rezaei"), Rights.STAFF))
    assert failed(owner.set(username="rezaei"), Rights.OWNER) == (ConnectionStep.RIGHTS, "not_the_owner")


@pytest.mark.parametrize(
    ("revision", "code"), [("r9999", "newer_database"), ("0078", "trial_database"), ("r0001", "older")]
)
def test_another_version_of_the_schema(
    server: Standing, later_release: None, revision: str, code: str
) -> None:
    server.run(f"CREATE DATABASE schema_{revision} OWNER owner")
    url = as_role(server, "owner", f"schema_{revision}")
    with contextlib.closing(psycopg.connect(**told(url), autocommit=True)) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num text)")
        connection.execute("INSERT INTO alembic_version VALUES (%s)", (revision,))
    last = tried(url, Rights.OWNER)[-1]
    assert (last.step, last.code) == (ConnectionStep.SCHEMA, code)
    assert (last.outcome is ConnectionStepOutcome.FAILED) == (code != "older")


def test_each_of_several_hosts_is_tried_and_one_is_enough(server: Standing) -> None:
    hosts = [Host("127.0.0.1", free_port()), Host("localhost", server.port)]
    url = department_url(hosts, "office").set(username="owner", password=PASSWORD)
    results = tried(url, Rights.OWNER)
    assert codes(results)[:4] == [("name", ""), ("port", "refused"), ("name", ""), ("port", "")]
    assert usable(results)
    database = Database(url.render_as_string(hide_password=False))
    with database.engine.connect() as connection:
        assert connection.exec_driver_sql("SHOW server_version_num").scalar_one() > "160000"
    database.close()
    nowhere = department_url([Host("127.0.0.1", free_port()), Host("127.0.0.1", free_port())], "office")
    assert not usable(tried(nowhere))


def test_every_code_has_a_sentence_in_both_languages() -> None:
    for language in ("en", "fa"):
        use_language("en" if language == "en" else "fa")
        for step, found in _SENTENCES.items():
            for code in found():
                about = dict.fromkeys(
                    ("host", "user", "database", "path", "mode", "found", "wanted", "port"), "x"
                )
                sentence = step_sentence(step, code, about)
                assert sentence.endswith(".")
                assert "{" not in sentence


class TestTheAddress:
    @pytest.mark.parametrize(
        ("url", "mode", "weak"),
        [
            ("postgresql://srv/x", "verify-full", None),
            ("postgresql://10.1.2.3/x", "verify-full", None),
            ("postgresql://srv/x?sslmode=require", "require", "require"),
            ("postgresql://srv/x?sslmode=verify-ca", "verify-ca", "verify-ca"),
            ("postgresql://localhost/x", "prefer", None),
            ("postgresql://127.0.0.1/x?sslmode=disable", "disable", None),
            ("postgresql://[::1]/x", "prefer", None),
            ("postgresql://@/x?host=/tmp/socket", "prefer", None),
            ("postgresql://@/x?host=localhost,srv&port=5432,5433", "verify-full", None),
            ("postgresql://localhost/x?hostaddr=10.1.2.3", "verify-full", None),
            ("postgresql://localhost.example.ir/x", "verify-full", None),
        ],
    )
    def test_another_machine_proves_who_it_is(self, url: str, mode: str, weak: str | None) -> None:
        address = make_url(url)
        assert driver_arguments(address)["sslmode"] == mode
        assert weak_tls(address) == weak

    def test_every_connection_of_the_program_asks_for_it(self) -> None:
        for url in ("postgresql://u@srv.invalid/x", "postgresql://u@srv.invalid,other.invalid/x"):
            database = Database(url)
            assert connect_arguments(database.url, database.client)["sslmode"] == "verify-full"
            database.close()
        local = Database("postgresql://u@127.0.0.1/x")
        assert connect_arguments(local.url, local.client)["sslmode"] == "prefer"
        local.close()

    def test_several_hosts_are_kept_and_read_back(self) -> None:
        url = department_url([Host("a", 5432), Host("::1", 5433)], "office", "/etc/ca of us.crt")
        again = make_url(url.render_as_string())
        assert hosts_of(again) == (Host("a", 5432), Host("::1", 5433))
        assert driver_arguments(again)["sslrootcert"] == "/etc/ca of us.crt"
        assert driver_arguments(again)["target_session_attrs"] == "read-write"
        assert place_of(again) == "a,[::1]:5433/office"


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    tls_binaries()
    return authority(tmp_path_factory.mktemp("tls") / "ours")


@pytest.fixture(scope="module")
def tls_server(ours: Authority) -> Iterator[Standing]:
    with standing(
        tls_binaries(), certificate=ours.sign(ours.folder.parent / "good", "IP:127.0.0.1")
    ) as started:
        yield started


def strict(server: Standing, authority_file: Path, host: str = "127.0.0.1") -> URL:
    return server.url(host=host, sslmode="verify-full", sslrootcert=str(authority_file))


class TestTls:
    """On a stock server, whose version may be too old for the program: that is told behind its certificate."""

    def test_the_right_authority_and_name(self, tls_server: Standing, ours: Authority) -> None:
        results = tried(strict(tls_server, ours.file))
        assert codes(results)[:4] == [("name", ""), ("port", ""), ("tls", ""), ("login", "")]
        version = results[4]
        with tls_server.connect() as connection:
            major = connection.info.server_version // 10000
        assert version.parameters["found"] == major
        assert (version.code == "old") == (major < 16)

    def test_the_program_s_own_connection_is_encrypted(self, tls_server: Standing, ours: Authority) -> None:
        database = Database(strict(tls_server, ours.file).render_as_string(hide_password=False))
        with database.engine.connect() as connection:
            shown = connection.exec_driver_sql("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
            assert shown.scalar() is True
        database.close()

    def test_another_name(self, tls_server: Standing, ours: Authority) -> None:
        assert failed(strict(tls_server, ours.file, "localhost")) == (ConnectionStep.TLS, "other_name")

    def test_another_authority(self, tls_server: Standing, tmp_path: Path) -> None:
        theirs = authority(tmp_path / "theirs")
        assert failed(strict(tls_server, theirs.file)) == (ConnectionStep.TLS, "unknown_authority")

    def test_no_file_of_an_authority_or_another_file(
        self, tls_server: Standing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("HOME", str(tmp_path))
        assert failed(tls_server.url(sslmode="verify-full")) == (ConnectionStep.TLS, "no_authority")
        assert failed(strict(tls_server, tmp_path / "none.crt")) == (ConnectionStep.TLS, "no_authority_file")
        (tmp_path / "letter.crt").write_text("نامه", encoding="utf-8")
        assert failed(strict(tls_server, tmp_path / "letter.crt")) == (
            ConnectionStep.TLS,
            "bad_authority_file",
        )

    @pytest.mark.server
    def test_an_expired_certificate(self, ours: Authority, tmp_path: Path) -> None:
        old = ours.sign(tmp_path / "old", "IP:127.0.0.1", expired=True)
        with standing(tls_binaries(), certificate=old) as expired:
            assert failed(strict(expired, ours.file)) == (ConnectionStep.TLS, "expired")

    def test_a_server_without_tls(self, server: Standing, ours: Authority) -> None:
        assert failed(strict(server, ours.file)) == (ConnectionStep.TLS, "no_tls")


def test_a_prepared_database_is_told_as_current(server: Standing) -> None:
    server.run("CREATE DATABASE prepared OWNER owner")
    url = as_role(server, "owner", "prepared")
    open_services(url.render_as_string(hide_password=False)).close()
    assert tried(url, Rights.OWNER)[-1].outcome is ConnectionStepOutcome.OK
    assert OWNER not in repr(tried(url, Rights.OWNER))
