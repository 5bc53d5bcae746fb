"""Names: the namings of all articles to one name a bearer, and the file in which people put that right."""

from dateline.names.proposing import propose
from dateline.names.reading import read_names
from dateline.names.records import Name, Names
from dateline.names.writing import NamesPlan, plan_names, write_names

__all__ = ["Name", "Names", "NamesPlan", "plan_names", "propose", "read_names", "write_names"]
