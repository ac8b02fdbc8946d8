"""Gives memory that was freed back to the system. Comes in: nothing. Goes out: nothing. Knows no stage.

glibc serves large arrays from its heaps once one of that size was freed, and keeps what was freed below a block in
use: after following faces for a while about 80 MiB lie idle there, on top of which everything later would be counted.
"""

import ctypes
import platform

_MMAP_THRESHOLD = -3  # M_MMAP_THRESHOLD in malloc.h
_LARGE_BYTES = 1 << 20


def give_back() -> None:
    """Returns idle memory now and from here on every array of a MiB or more as soon as it is freed.

    Does nothing where the C library is another one: those of macOS and Windows return large blocks by themselves.
    While pictures are decoded this would cost 2 ms a frame (fresh pages for each), so it comes after.
    """
    if platform.libc_ver()[0] == "glibc":
        library = ctypes.CDLL(None)
        library.mallopt(_MMAP_THRESHOLD, _LARGE_BYTES)
        library.malloc_trim(0)
