"""Records to bytes and back: only records of ours come out, whoever wrote the bytes."""

import io
import pickle
import zlib
from typing import Any

# Higher levels take several times as long and save little.
_LEVEL = 1


def pack(records: object) -> bytes:
    """Records of `dateline.model`, alone or in lists and tuples, as bytes."""
    return zlib.compress(pickle.dumps(records, protocol=5), _LEVEL)


def unpack(data: bytes) -> Any:  # noqa: ANN401 - what was packed
    """The records that some bytes hold.

    Raises:
        ValueError: they hold something else.
    """
    try:
        return _Records(io.BytesIO(zlib.decompress(data))).load()
    except (zlib.error, pickle.UnpicklingError, EOFError, AttributeError, IndexError, TypeError) as error:
        raise ValueError("these bytes hold no records") from error


class _Records(pickle.Unpickler):
    """Knows the classes of our records only, so that no foreign file makes it run anything."""

    def find_class(self, module_name: str, global_name: str, /) -> Any:  # noqa: ANN401 - as in the base class
        if module_name == "dateline.model" and global_name.isalpha():
            return super().find_class(module_name, global_name)
        raise pickle.UnpicklingError(f"{module_name}.{global_name} is no record")
