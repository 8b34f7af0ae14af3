"""The plan as open data: how elements are named, and values written, in formats of others."""
