"""Certificates for tests, made with `openssl`: authorities and server certificates."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_CONFIG: Final = """[ca]
default_ca = tests
[tests]
database = {folder}/index
serial = {folder}/serial
new_certs_dir = {folder}
default_md = sha256
policy = any
[any]
commonName = supplied
"""
#: The extensions that Python requires of a chain since version 3.13.
_AUTHORITY: Final = """[req]
distinguished_name = name
x509_extensions = authority
[name]
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
"""
_SIGNED: Final = """subjectAltName={names}
basicConstraints=CA:FALSE
keyUsage=critical,digitalSignature,keyEncipherment
subjectKeyIdentifier=hash
authorityKeyIdentifier=keyid
"""


@dataclass(frozen=True)
class Authority:
    """A certificate authority in its own folder."""

    folder: Path

    @property
    def file(self) -> Path:
        return self.folder / "ca.crt"

    def sign(self, folder: Path, names: str, *, expired: bool = False) -> Path:
        """Creates `folder` with `server.crt` and `server.key` for `names` (`IP:…`, `DNS:…`), and returns it."""
        folder.mkdir()
        (folder / "names").write_text(_SIGNED.format(names=names))
        _openssl("req", "-newkey", "rsa:2048", "-nodes", "-keyout", folder / "server.key",
                 "-out", folder / "request", "-subj", "/CN=server")  # fmt: skip
        # `openssl x509` has no dates before version 3.4; `openssl ca` always had.
        (folder / "index").touch()
        (folder / "serial").write_text("01\n")
        (folder / "config").write_text(_CONFIG.format(folder=folder))
        dates = ("20200101000000Z", "20210101000000Z") if expired else ("20200101000000Z", "20490101000000Z")
        _openssl("ca", "-batch", "-notext", "-config", folder / "config", "-in", folder / "request",
                 "-cert", self.file, "-keyfile", self.folder / "ca.key", "-out", folder / "server.crt",
                 "-extfile", folder / "names", "-startdate", dates[0], "-enddate", dates[1])  # fmt: skip
        return folder


def authority(folder: Path) -> Authority:
    folder.mkdir()
    (folder / "config").write_text(_AUTHORITY)
    _openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", folder / "ca.key", "-config",
             folder / "config", "-out", folder / "ca.crt", "-subj", f"/CN={folder.name}", "-days", "30")  # fmt: skip
    return Authority(folder)


def _openssl(*words: object) -> None:
    subprocess.run(["openssl", *map(str, words)], check=True, capture_output=True)
