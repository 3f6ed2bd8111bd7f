"""Intake sources: watched folders and mailboxes, and the rounds that read them."""
