"""Signed documents: JSON that a custodian signed with an Ed25519 key, checked with the public half of it.

A document names its kind, so that a signed seal cannot be passed off as a signed back-up. The public key in it says
whose signature it claims to be, and proves nothing: the key to check with comes from the custodian.

`cryptography` is imported on first use: a window opens without it.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from desktop_app.errors import SigningError
from desktop_app.whole_file import make_new

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

#: A key file is a line: one of these marks, and 32 bytes in base64.
_PRIVATE_MARK: Final = "mosharekat-private-key-1"
_PUBLIC_MARK: Final = "mosharekat-public-key-1"
#: Longer key files and signed documents are refused unread.
_KEY_LIMIT: Final = 4_096
_DOCUMENT_LIMIT: Final = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class PublicKey:
    """The key that checks signatures: 32 bytes."""

    raw: bytes

    @property
    def text(self) -> str:
        """The line of its file, which the custodian keeps."""
        return f"{_PUBLIC_MARK} {base64.b64encode(self.raw).decode()}"

    @property
    def fingerprint(self) -> str:
        """16 hex digits in groups of four, which are compared by eye."""
        found = sha256(self.raw).hexdigest()
        return "-".join(found[start : start + 4] for start in range(0, 16, 4))

    def checks(self, signature: bytes, data: bytes) -> bool:
        """Whether `signature` is that of the private half over `data`."""
        from cryptography.exceptions import InvalidSignature  # noqa: PLC0415
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey  # noqa: PLC0415

        try:
            Ed25519PublicKey.from_public_bytes(self.raw).verify(signature, data)
        except (InvalidSignature, ValueError):
            return False
        return True


class SigningKey:
    """The private half of a key. Its representation does not show it."""

    def __init__(self, seed: bytes) -> None:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415

        self._seed = seed
        self._key: Ed25519PrivateKey = Ed25519PrivateKey.from_private_bytes(seed)

    @classmethod
    def new(cls) -> SigningKey:
        """Makes a key."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415

        return cls(Ed25519PrivateKey.generate().private_bytes_raw())

    @property
    def public(self) -> PublicKey:
        """The public half."""
        return PublicKey(self._key.public_key().public_bytes_raw())

    @property
    def text(self) -> str:
        """The line of its file or of the keyring. It is secret."""
        return f"{_PRIVATE_MARK} {base64.b64encode(self._seed).decode()}"

    def sign(self, data: bytes) -> bytes:
        """Returns the signature over `data`, 64 bytes."""
        return self._key.sign(data)


def private_key_of(text: str, name: str) -> SigningKey:
    """Returns the key of a line. Raises `SigningError` (`key_damaged`, `public_key`); `name` says where it stood."""
    return SigningKey(_raw(text, _PRIVATE_MARK, _PUBLIC_MARK, "public_key", name))


def public_key_of(text: str, name: str) -> PublicKey:
    """Returns the key of a line. Raises `SigningError` (`key_damaged`, `private_key`)."""
    return PublicKey(_raw(text, _PUBLIC_MARK, _PRIVATE_MARK, "private_key", name))


def _raw(text: str, mark: str, other: str, reason: str, name: str) -> bytes:
    words = text.split()
    if words[:1] == [other]:
        raise SigningError(reason=reason, name=name)
    try:
        raw = base64.b64decode(words[1], validate=True) if len(words) == 2 and words[0] == mark else b""
    except binascii.Error:
        raw = b""
    if len(raw) != 32:
        raise SigningError(reason="key_damaged", name=name)
    return raw


def read_private_key(path: Path) -> SigningKey:
    """Reads a key file. Raises `SigningError` (`key_gone`, `key_damaged`, `public_key`)."""
    return private_key_of(_key_text(path), str(path))


def read_public_key(path: Path) -> PublicKey:
    """Reads a key file. Raises `SigningError` (`key_gone`, `key_damaged`, `private_key`)."""
    return public_key_of(_key_text(path), str(path))


def _key_text(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            return stream.read(_KEY_LIMIT).decode("utf-8", "replace")
    except OSError as error:
        raise SigningError(reason="key_gone", name=str(path)) from error


def write_key(path: Path, line: str) -> None:
    """Writes the line of a key into a new file that only its owner reads. Raises OSError, also if the file exists."""
    make_new(path, lambda temporary: temporary.write_text(f"{line}\n", "utf-8"))


@dataclass(frozen=True, slots=True)
class SignedDocument:
    """A document that was read; `key` is the one that it names, and is only a claim until `require` was called."""

    kind: str
    content: Mapping[str, Any]
    key: PublicKey
    signature: bytes
    name: str

    def require(self, custodian: PublicKey) -> None:
        """Raises `SigningError`: `foreign_key` if it names another key, `changed` if the signature is not valid."""
        if self.key != custodian:
            raise SigningError(reason="foreign_key", name=self.name, key=self.key.fingerprint)
        if not custodian.checks(self.signature, _signed_bytes(self.kind, self.content)):
            raise SigningError(reason="changed", name=self.name)


def signed(kind: str, content: Mapping[str, Any], key: SigningKey) -> bytes:
    """Returns the signed document as JSON in UTF-8."""
    document = {
        "kind": kind,
        "content": content,
        "key": key.public.text,
        "signature": base64.b64encode(key.sign(_signed_bytes(kind, content))).decode(),
    }
    return (json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def read_signed(path: Path, kind: str) -> SignedDocument:
    """Reads a signed document of a kind. Raises `SigningError` (`gone`, `not_signed`)."""
    try:
        with path.open("rb") as stream:
            data = stream.read(_DOCUMENT_LIMIT)
    except OSError as error:
        raise SigningError(reason="gone", name=str(path)) from error
    return signed_document_of(data, kind, path.name)


def signed_document_of(data: bytes, kind: str, name: str) -> SignedDocument:
    """Returns the signed document in `data`. Raises `SigningError` (`not_signed`)."""
    try:
        found = json.loads(data)
        if found["kind"] != kind or not isinstance(found["content"], dict):
            raise SigningError(reason="not_signed", name=name)
        return SignedDocument(
            kind,
            found["content"],
            public_key_of(found["key"], name),
            base64.b64decode(found["signature"], validate=True),
            name,
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise SigningError(reason="not_signed", name=name) from error


def _signed_bytes(kind: str, content: Mapping[str, Any]) -> bytes:
    return f"mosharekat signed {kind} 1\n".encode() + json.dumps(
        content, ensure_ascii=True, sort_keys=True, separators=(",", ":"), allow_nan=False
    ).encode("ascii")
