"""A plan as frozen values that code can read by name."""
