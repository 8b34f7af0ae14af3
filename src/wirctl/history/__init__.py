"""Git and rounds: which versions of a plan there are."""
