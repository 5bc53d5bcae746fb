"""Changes of a text at places of it, made together."""


class Changes:
    """Pieces of a text to be replaced; a piece of no length is an insertion.

    Args:
        text: what is changed.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: list[tuple[int, int, str]] = []
        self._refused = False

    def insert(self, at: int, text: str) -> None:
        """Put something in at a place."""
        self._found.append((at, at, text))

    def replace(self, start: int, end: int, text: str) -> None:
        """Put something in place of a piece."""
        self._found.append((start, end, text))

    def remove(self, start: int, end: int) -> None:
        """Take a piece out; to do so twice is to do it once."""
        if (start, end, "") not in self._found:
            self._found.append((start, end, ""))

    def refuse(self) -> None:
        """Note that something cannot be done: then nothing is."""
        self._refused = True

    def result(self) -> str | None:
        """The text after all changes, those at one place in the order in which they came.

        Returns:
            None if something was refused, or if two changes are about the same characters.
        """
        if self._refused:
            return None
        parts, last = [], 0
        for start, end, text in sorted(self._found, key=lambda change: change[0]):
            if start < last:
                return None
            parts += [self._text[last:start], text]
            last = end
        return "".join([*parts, self._text[last:]])
