"""Marks for tests of what only one of the engines has: the other one is not set up for them."""

from __future__ import annotations

import pytest

on_sqlite = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
on_postgresql = pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
