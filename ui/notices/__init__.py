"""The notice centre (اعلان‌ها): the bell, the pane of notices, and what a person wants to be told."""
