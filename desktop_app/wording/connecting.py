"""Messages about each step of connecting to a department's database: the problem, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from desktop_app.languages import language_in_use
from desktop_app.persian.dates import long_date
from desktop_app.persian.digits import digits, isolated, number
from desktop_app.wording.catalogue import fill, translate

_COUNTED = ("found", "wanted", "port")


def step_name(step: str) -> str:
    """Returns the name of a step."""
    return {
        "name": translate("Connecting", "Name of the server"),
        "port": translate("Connecting", "Port"),
        "tls": translate("Connecting", "Certificate"),
        "login": translate("Connecting", "Login"),
        "version": translate("Connecting", "Version"),
        "connections": translate("Connecting", "Connections"),
        "rights": translate("Connecting", "Rights"),
        "schema": translate("Connecting", "Tables"),
    }[step]


def step_sentence(step: str, code: str, parameters: Mapping[str, object]) -> str:
    """Returns the result of a step as one sentence. `code` is empty for success."""
    sentences = _SENTENCES[step]()
    return fill(sentences[code], **{name: _shown(name, value) for name, value in parameters.items()})


def row_name(row: str, port: str) -> str:
    """Returns the name of a row of the test on screen (`database.connection_rows`); `port` is that of the server."""
    names = {
        "server": translate("Connecting", "Finding the server"),
        "port": translate("Connecting", "Answer of port {port}"),
        "certificate": translate("Connecting", "Certificate and encryption"),
        "version": translate("Connecting", "Version of the database"),
        "ready": translate("Connecting", "Ready for the sign-in"),
        "login": translate("Connecting", "Login of the owner"),
        "tables": translate("Connecting", "Rights and tables"),
    }
    return fill(names[row], port=digits(port))


def row_words(row: str, state: str, code: str, parameters: Mapping[str, object]) -> str:
    """Returns the short words beside the name of a row; what failed has its sentence below instead."""
    if state == "waiting":
        return translate("Connecting", "after the step before")
    if state == "later":
        return translate("Connecting", "is compared when you sign in")
    if state == "running":
        return _under_way()[row]
    if state == "failed":
        return translate("Connecting", "did not succeed")
    if state == "warning":
        return translate("Connecting", "with a warning")
    if code == "not_needed":
        return translate("Connecting", "Not needed here.")
    if "until" in parameters:
        words = translate("Connecting", "valid until {day}")
        return fill(words, day=long_date(date.fromisoformat(str(parameters["until"]))))
    return _well()[row]


def _under_way() -> dict[str, str]:
    return {
        "server": translate("Connecting", "Looking for the server …"),
        "port": translate("Connecting", "Waiting for an answer …"),
        "certificate": translate("Connecting", "Checking the certificate …"),
        "version": translate("Connecting", "Comparing with the version of the program …"),
        "ready": translate("Connecting", "Asking to be let in …"),
        "login": translate("Connecting", "Signing in …"),
        "tables": translate("Connecting", "Looking at rights and tables …"),
    }


def _well() -> dict[str, str]:
    return {
        "server": translate("Connecting", "The server is in the network of the office."),
        "port": translate("Connecting", "The port is open and answers."),
        "certificate": translate("Connecting", "The server has proved who it is."),
        "version": translate("Connecting", "The version fits the program."),
        "ready": translate("Connecting", "The server asks for name and password."),
        "login": translate("Connecting", "The owner was let in."),
        "tables": translate("Connecting", "Rights and tables are as needed."),
    }


def duration(seconds: float) -> str:
    """Returns how long a step took: in thousandths of a second, from one second on in seconds."""
    if seconds < 1:
        return fill(translate("Connecting", "{n} ms"), n=digits(str(max(1, round(seconds * 1000)))))
    return fill(translate("Connecting", "{n} s"), n=number(round(seconds, 1)))


def weak_tls_sentence(mode: str) -> str:
    """Returns the warning about a TLS mode that does not authenticate the server."""
    return step_sentence("tls", "weak", {"mode": mode})


def _shown(name: str, value: object) -> str:
    if isinstance(value, int) and name in _COUNTED:
        return digits(str(value))
    return isolated(str(value)) if language_in_use().right_to_left else str(value)


def _name() -> dict[str, str]:
    return {
        "": translate("Connecting", "The name {host} is known to the network."),
        "unknown_name": translate(
            "Connecting",
            "The network knows no server of the name {host}; look at its spelling, or ask for the address.",
        ),
    }


def _port() -> dict[str, str]:
    return {
        "": translate("Connecting", "Somebody answers at {host}, port {port}."),
        "refused": translate(
            "Connecting",
            "{host} is there, but nothing listens on port {port}; start PostgreSQL there, "
            "or look at listen_addresses and the port.",
        ),
        "no_answer": translate(
            "Connecting",
            "{host} does not answer on port {port}; switch it on, or open the port in its firewall.",
        ),
        "unreachable": translate(
            "Connecting", "There is no way to {host} from this PC; look at the cable and the network."
        ),
    }


def _tls() -> dict[str, str]:
    return {
        "": translate("Connecting", "{host} has proved by its certificate who it is."),
        "not_needed": translate("Connecting", "What is said to {host} stays on this PC."),
        "weak": translate(
            "Connecting",
            "With sslmode={mode} another machine can pass for the server and read passwords; "
            "use verify-full and the file of the certificate authority.",
        ),
        "not_postgresql": translate(
            "Connecting",
            "Something else than PostgreSQL answers at {host}, port {port}; look at the port number.",
        ),
        "no_tls": translate(
            "Connecting",
            "{host} offers no encryption; the administrator of the server sets ssl = on and a certificate.",
        ),
        "no_authority": translate(
            "Connecting",
            "The file of the certificate authority is not given; get it from the administrator of the server.",
        ),
        "no_authority_file": translate(
            "Connecting", "The file {path} is not there; choose the file of the certificate authority."
        ),
        "bad_authority_file": translate(
            "Connecting", "The file {path} is no certificate; choose the one of the authority (PEM)."
        ),
        "unknown_authority": translate(
            "Connecting",
            "The certificate of {host} was signed by another authority than that of the file; "
            "choose the right file, and type no password before.",
        ),
        "other_name": translate(
            "Connecting",
            "The certificate of {host} is made out to another name; enter the name that stands in it, "
            "or have one made for this name.",
        ),
        "expired": translate(
            "Connecting",
            "The certificate of {host} has expired; the administrator of the server renews it. "
            "Look at the date of this PC too.",
        ),
        "not_yet_valid": translate(
            "Connecting", "The certificate of {host} is not valid yet; look at the date of this PC."
        ),
        "bad_certificate": translate(
            "Connecting", "The certificate of {host} is not good; the administrator of the server renews it."
        ),
        "no_handshake": translate(
            "Connecting",
            "No encrypted connection to {host} came about; the administrator of the server looks at its log.",
        ),
    }


def _login() -> dict[str, str]:
    return {
        "": translate("Connecting", "{host} has let the login in."),
        "not_asked": translate("Connecting", "Name and password are asked at the sign-in."),
        "perhaps_not_admitted": translate(
            "Connecting",
            "{host} admits nobody named mosharekat from this PC. If it admits you neither, the administrator adds a "
            "line (hostssl, scram-sha-256) to pg_hba.conf.",
        ),
        "wrong_password": translate(
            "Connecting", "The server does not know {user} with this password; type both again."
        ),
        "no_password": translate("Connecting", "The server asks {user} for a password; give one."),
        "may_not_log_in": translate(
            "Connecting", "{user} may not log in; the administrator opens the account again."
        ),
        "may_not_connect": translate(
            "Connecting",
            "{user} may not connect to the database {database}; the administrator gives the account its role.",
        ),
        "no_database": translate(
            "Connecting",
            "There is no database {database} on {host}; look at its name, or make it with createdb.",
        ),
        "not_admitted": translate(
            "Connecting",
            "{host} admits nobody from this PC by password; the administrator adds a line (hostssl, scram-sha-256) "
            "to pg_hba.conf.",
        ),
        "too_many": translate(
            "Connecting", "{host} takes no more connections; try again later, or raise max_connections."
        ),
        "starting": translate("Connecting", "{host} is starting up; try again in a minute."),
        "bad_certificate": translate(
            "Connecting",
            "The certificate of {host} was refused when logging in; look at the file of the authority.",
        ),
        "no_answer": translate(
            "Connecting", "{host} does not answer in time; try again, then look at the load of the server."
        ),
        "nobody_there": translate("Connecting", "No PostgreSQL listens on this PC at {host}; start it."),
        "not_let_in": translate(
            "Connecting",
            "{host} did not let the login in, for a reason not known here; its log tells which.",
        ),
        "broken_off": translate("Connecting", "The server broke off while it was asked; try again."),
    }


def _version() -> dict[str, str]:
    return {
        "": translate("Connecting", "{host} runs PostgreSQL {found}."),
        "standby": translate(
            "Connecting", "{host} runs PostgreSQL {found} and stands by; it takes no changes."
        ),
        "old": translate(
            "Connecting", "{host} runs PostgreSQL {found}; {wanted} or later is wanted. Upgrade the server."
        ),
    }


def _connections() -> dict[str, str]:
    return {
        "": translate("Connecting", "The server takes {found} connections."),
        "few": translate(
            "Connecting", "The server takes {found} connections; 200 PCs want max_connections of {wanted}."
        ),
    }


def _rights() -> dict[str, str]:
    return {
        "": translate("Connecting", "{user} has the rights that are needed."),
        "read_only": translate(
            "Connecting",
            "Every server of the address stands by and takes no changes; add the one that is written to, "
            "or promote one.",
        ),
        "no_account": translate(
            "Connecting",
            "{user} is no account of this database; the administrator makes one, or gives it its role.",
        ),
        "makes_no_roles": translate(
            "Connecting",
            "{user} may not make accounts; the administrator of the server runs ALTER ROLE … CREATEROLE for it.",
        ),
        "makes_no_schema": translate(
            "Connecting",
            "{user} may make no tables here; the administrator of the server makes it the owner of the database.",
        ),
        "not_the_owner": translate(
            "Connecting", "Another login than {user} made the tables; log in with that one."
        ),
    }


def _schema() -> dict[str, str]:
    return {
        "": translate("Connecting", "The tables are those of this program."),
        "none": translate("Connecting", "The database has no tables yet; its owner prepares it."),
        "older": translate(
            "Connecting", "The tables are of an older version; the owner of the database brings them up."
        ),
        "newer_database": translate(
            "Errors", "The database is of a newer version than this program. Install the newer program."
        ),
        "trial_database": translate(
            "Errors",
            "The database was made by a trial version before the first release."
            " Make a new one and import the data again.",
        ),
    }


_SENTENCES: Final[Mapping[str, Callable[[], dict[str, str]]]] = {
    "name": _name,
    "port": _port,
    "tls": _tls,
    "login": _login,
    "version": _version,
    "connections": _connections,
    "rights": _rights,
    "schema": _schema,
}
