"""History and change together: who decided what, and when."""
