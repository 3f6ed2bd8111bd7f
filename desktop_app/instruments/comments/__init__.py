"""Public comments: intake by hand, anchoring, review, moderation, triage, staff threads."""
