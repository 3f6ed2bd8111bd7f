"""Makes each service; its module is imported by the first call, so that a start loads only what it uses."""
