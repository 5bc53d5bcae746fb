"""Edits of YAML that people wrote: what an edit is about changes, and every byte around it stays as it is.

The places come from the parser; what is put in follows the style it finds (block or flow, quotes,
indentation, blank lines between entries, line ends). Every edit is checked by reading the result.
"""

from dateline.yaml_edits.editing import edit_yaml
from dateline.yaml_edits.edits import AddEntry, AddItems, AddKey, Edit, Path, Remove, SetValue
from dateline.yaml_edits.styles import Value, key_lines, one_line, scalar

__all__ = [
    "AddEntry",
    "AddItems",
    "AddKey",
    "Edit",
    "Path",
    "Remove",
    "SetValue",
    "Value",
    "edit_yaml",
    "key_lines",
    "one_line",
    "scalar",
]
