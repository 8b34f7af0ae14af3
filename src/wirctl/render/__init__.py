"""From a plan to documents that people read."""
