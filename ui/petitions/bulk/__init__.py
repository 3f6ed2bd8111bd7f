"""Acts on many petitions in the window."""
