"""The tasks of this PC's scheduler: what they run and when, how they are made, and how their last run ended."""
