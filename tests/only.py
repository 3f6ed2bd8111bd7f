"""Marks for tests of features that only one engine has; the other engine is not started for them."""

from __future__ import annotations

import pytest

on_sqlite = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
on_postgresql = pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
