"""Fonts, theme, sample texts."""
