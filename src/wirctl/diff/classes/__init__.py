"""The class rules: why a change is substantive, editorial, or mere form. One file each."""
