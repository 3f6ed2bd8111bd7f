"""`mosharekat demo --pictures`: the main tasks in the real window, on sample data."""
