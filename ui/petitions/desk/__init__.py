"""The details pane: one petition, the composer, the moves."""
