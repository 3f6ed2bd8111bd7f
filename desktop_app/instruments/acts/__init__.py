"""Acts on drafts as data (`database.acts`): rules and rows, once for both engines."""
