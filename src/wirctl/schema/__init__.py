"""The kinds of elements: what a field is, and whether a value fits."""
