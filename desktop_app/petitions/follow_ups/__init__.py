"""Follow-ups: later messages of petitioners to existing petitions."""
