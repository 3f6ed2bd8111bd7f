"""The office's letters and papers: words (pure), pages, and the service that gives them out under a number."""
