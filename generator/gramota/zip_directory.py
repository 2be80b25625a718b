"""How large an archive's directory is, told before a reader holds it whole."""

from math import inf

# By PKWARE's APPNOTE.TXT 4.3.16: the end of an archive with its directory's size, and a comment of up to 64 KB.
_END = b"PK\x05\x06"
_END_SIZE = 22
_LONGEST_COMMENT = 65_535
# And 4.3.15: in front of it, where sizes are beyond 32 bits.
_END_64 = b"PK\x06\x07"
_END_64_SIZE = 20
LONGEST_END = _END_SIZE + _LONGEST_COMMENT + _END_64_SIZE
"""Bytes at the end of a file among which the archive's end must be."""
BYTES_OF_AN_ENTRY = 400
"""What one entry of a directory takes, its name included, if it is an ordinary one."""


def directory_size(tail: bytes) -> float:
    """Return the largest size of the directory that any reading of the archive's end can find; inf beyond 32 bits."""
    if _END_64 in tail:
        return inf
    largest = 0
    at = tail.find(_END)
    while at >= 0:
        largest = max(largest, int.from_bytes(tail[at + 12 : at + 16], "little"))
        at = tail.find(_END, at + 1)
    return largest
