"""Bodies, steps and decisions: where each element stands."""
