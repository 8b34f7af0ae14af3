"""A paper for the council (Beschlussdrucksache): what the plan knows of it, in a template."""
