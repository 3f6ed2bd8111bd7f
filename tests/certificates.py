"""Certificates for tests: authorities and server certificates."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import NameOID

_START: Final = datetime(2020, 1, 1, tzinfo=UTC)
_END: Final = datetime(2049, 1, 1, tzinfo=UTC)
_EXPIRED: Final = datetime(2021, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Authority:
    """A certificate authority in its own folder."""

    folder: Path

    @property
    def file(self) -> Path:
        return self.folder / "ca.crt"

    def sign(self, folder: Path, names: str, *, expired: bool = False) -> Path:
        """Creates `folder` with `server.crt` and `server.key` for `names`, and returns it.

        `names` are separated by commas: `IP:127.0.0.1,DNS:localhost`.
        """
        folder.mkdir()
        ours = x509.load_pem_x509_certificate(self.file.read_bytes())
        signing = load_pem_private_key((self.folder / "ca.key").read_bytes(), None)
        assert isinstance(signing, RSAPrivateKey)
        key = _new_key(folder / "server.key")
        made = (
            _builder("server", ours.subject, key, _EXPIRED if expired else _END)
            .add_extension(x509.SubjectAlternativeName([_general_name(n) for n in names.split(",")]), False)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), False)
            .add_extension(_usage(digital_signature=True, key_encipherment=True), True)
            # Python requires both key identifiers of a chain since version 3.13.
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signing.public_key()), False)
            .sign(signing, hashes.SHA256())
        )
        (folder / "server.crt").write_bytes(made.public_bytes(Encoding.PEM))
        return folder


def authority(folder: Path) -> Authority:
    folder.mkdir()
    key = _new_key(folder / "ca.key")
    made = (
        _builder(folder.name, _name(folder.name), key, _END)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), True)
        .add_extension(_usage(key_cert_sign=True, crl_sign=True), True)
        .sign(key, hashes.SHA256())
    )
    (folder / "ca.crt").write_bytes(made.public_bytes(Encoding.PEM))
    return Authority(folder)


def _new_key(path: Path) -> RSAPrivateKey:
    key = generate_private_key(public_exponent=65537, key_size=2048)
    path.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return key


def _builder(name: str, issuer: x509.Name, key: RSAPrivateKey, until: datetime) -> x509.CertificateBuilder:
    public = key.public_key()
    return (
        x509.CertificateBuilder()
        .subject_name(_name(name))
        .issuer_name(issuer)
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(_START)
        .not_valid_after(until)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), False)
    )


def _name(common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common)])


def _general_name(text: str) -> x509.GeneralName:
    kind, _, value = text.partition(":")
    return x509.IPAddress(ipaddress.ip_address(value)) if kind == "IP" else x509.DNSName(value)


def _usage(**allowed: bool) -> x509.KeyUsage:
    names = (
        "digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement",
        "key_cert_sign", "crl_sign", "encipher_only", "decipher_only",
    )  # fmt: skip
    return x509.KeyUsage(**{name: allowed.get(name, False) for name in names})
