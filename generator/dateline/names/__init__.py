"""Names: the namings of all articles to one name a bearer, and the file in which people put that right."""

from dateline.names.proposing import propose
from dateline.names.reading import read_names
from dateline.names.records import Name, Names
from dateline.names.schema import NAMES_SCHEMA_NAME, names_schema, names_schema_text
from dateline.names.writing import NamesPlan, plan_names, write_names

__all__ = [
    "NAMES_SCHEMA_NAME",
    "Name",
    "Names",
    "NamesPlan",
    "names_schema",
    "names_schema_text",
    "plan_names",
    "propose",
    "read_names",
    "write_names",
]
