"""The reply to a petition, from draft to sent."""

from __future__ import annotations

from desktop_app.errors import InvalidValueError


def required(text: str, field: str) -> str:
    """Returns the text unless it is blank. Raises `InvalidValueError` for `field`."""
    if not text.strip():
        raise InvalidValueError(field=field, reason="empty", value="")
    return text
