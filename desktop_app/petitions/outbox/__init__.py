"""Messages to petitioners: written with the act that causes them, and delivered in files exactly once."""
