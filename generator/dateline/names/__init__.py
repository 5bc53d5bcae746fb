"""Names: the namings of all articles to one name a bearer, and the file in which people put that right."""

from dateline.names.proposing import propose
from dateline.names.reading import read_names
from dateline.names.records import Name, Names
from dateline.names.writing import write_names

__all__ = ["Name", "Names", "propose", "read_names", "write_names"]
