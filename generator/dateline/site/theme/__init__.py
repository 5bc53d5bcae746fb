"""The theme ``dateline``: the shell around every page, as MkDocs templates."""
