"""Labels (برچسب) of petitions, and merging two of them."""
