"""What a good plan does: one file a rule."""
