"""Replies to petitioners: drafts, answers, variables of saved replies."""
