"""The only code that writes plan files."""
