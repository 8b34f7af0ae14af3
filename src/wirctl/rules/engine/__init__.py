"""What makes a function a rule, and what runs the rules."""
