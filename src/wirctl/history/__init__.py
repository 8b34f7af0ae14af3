"""The versions of a plan: git, read only, and the rounds that it holds."""
