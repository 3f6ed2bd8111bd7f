"""The petition desk (کارتابل): one petition, the moves on it, and who may see it unmasked."""
