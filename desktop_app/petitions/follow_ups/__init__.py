"""Follow-ups: what a petitioner writes to a petition that exists already."""
