"""Similar petitions: shown during registration and in the details pane."""
