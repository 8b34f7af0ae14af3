"""What several rules ask of a plan, worked out in one place."""
