"""Signs a program of Windows with the certificate of the publisher. Never tried: there is no such certificate yet.

`signtool` on Windows takes the certificate from the store, by its thumbprint in MOSHAREKAT_SIGN_THUMBPRINT.
`osslsigncode` elsewhere takes a PKCS#12 file (MOSHAREKAT_SIGN_PKCS12) and asks for its password, or reads it from the
file MOSHAREKAT_SIGN_PASSWORD_FILE. MOSHAREKAT_SIGN_TIMESTAMP is the address of the time stamp service of the issuer:
without a time stamp a signature ends with the certificate.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

_PREFIX: Final = "MOSHAREKAT_SIGN_"
_NAME: Final = "Mosharekat"


def sign(path: Path) -> None:
    """Signs `path` in place. Raises KeyError for a missing variable, `CalledProcessError` if it is not signed."""
    signed = path.with_suffix(".signed")
    subprocess.run(command(path, signed, os.environ, sys.platform), check=True)
    if signed.exists():
        signed.replace(path)


def command(path: Path, signed: Path, environment: Mapping[str, str], platform: str) -> list[str]:
    """Returns the command of this platform; that of Windows signs in place, the other one writes `signed`."""
    stamp = environment[f"{_PREFIX}TIMESTAMP"]
    if platform == "win32":
        thumbprint = environment[f"{_PREFIX}THUMBPRINT"]
        return [
            "signtool", "sign", "/sha1", thumbprint, "/fd", "SHA256", "/tr", stamp, "/td", "SHA256", "/d", _NAME,
            str(path),
        ]  # fmt: skip
    words = ["osslsigncode", "sign", "-pkcs12", environment[f"{_PREFIX}PKCS12"]]
    secret = environment.get(f"{_PREFIX}PASSWORD_FILE")
    words += ["-readpass", secret] if secret else ["-askpass"]
    return [*words, "-h", "sha256", "-ts", stamp, "-n", _NAME, "-in", str(path), "-out", str(signed)]
