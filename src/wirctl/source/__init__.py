"""From bytes in a folder to values with places."""
