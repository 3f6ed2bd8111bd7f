"""The question whether the day of this PC is right, which two people answer."""
