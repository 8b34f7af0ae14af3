"""From a plan at a version to documents: one view model, and a writer for each format."""
