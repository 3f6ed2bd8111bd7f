"""Imported once by the server that forks the processes: everything that the kinds of work need."""

from __future__ import annotations

import reportlab
import xlsxwriter
from cryptography.hazmat.primitives.asymmetric import ed25519
from cryptography.hazmat.primitives.ciphers import aead

from desktop_app import cli
from desktop_app.cli import commands
from tests.kills import kinds
from tests.statements import share_script_of_acts

share_script_of_acts()
__all__ = ["aead", "cli", "commands", "ed25519", "kinds", "reportlab", "xlsxwriter"]
