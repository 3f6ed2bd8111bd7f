"""Acts on public comments, as data (`database.acts`)."""
