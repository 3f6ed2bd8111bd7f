"""Annotations (حاشیه‌نویسی): staff threads on a phrase, and their place on later revisions."""
