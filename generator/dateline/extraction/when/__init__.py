"""Which words of a passage name happenings, when each was, and whether it is told as fact."""
