"""The web site: which pages there are, and how values look on them."""
