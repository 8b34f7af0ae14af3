"""The plan as Markdown: how texts and values are written so that they mean themselves."""
