"""Diagnostics and changes in the formats that people and machines read."""
