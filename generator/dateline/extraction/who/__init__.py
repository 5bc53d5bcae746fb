"""Who and what an article is about: its names, and what pronouns and bare descriptions stand for."""
