"""What became of the public's comments: told to their senders, and published on the outcome page."""
