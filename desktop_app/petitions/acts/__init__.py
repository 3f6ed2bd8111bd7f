"""Acts on petitions as data (`database.acts`): rules and rows, once for both engines."""
