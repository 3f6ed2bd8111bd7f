"""Follow-up messages of petitioners."""
