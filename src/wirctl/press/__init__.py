"""The press: the parts of a printed document, and what sets them as PDF."""
