"""Mosharekat without its windows: everything that can be decided without a screen. Imports no Qt."""

__version__ = "0.2.0"
