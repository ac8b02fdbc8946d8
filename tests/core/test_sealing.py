"""What is sealed opens with its key alone, and any change is noticed."""

import random
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.sealing import PIECE, NotOpenedError, is_sealed, seal, sealing, unseal

KEY, OTHER = bytes(range(32)), bytes(range(1, 33))


@settings(deadline=None, max_examples=50)
@given(st.binary(max_size=5000), st.binary(min_size=32, max_size=32))
def test_any_bytes_come_back(data, key):
    sealed = seal(key, data)
    assert is_sealed(sealed)
    assert unseal(key, sealed) == data


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 17])
def test_sizes_at_the_border_of_a_piece(size):
    data = random.Random(size).randbytes(size)
    sealed = b"".join(sealing(KEY, data))
    assert unseal(KEY, sealed) == data
    assert size == 0 or data[: min(size, 64)] not in sealed


def test_the_same_data_is_never_sealed_the_same_way():
    assert seal(KEY, b"face") != seal(KEY, b"face")


def test_another_key_does_not_open_it():
    with pytest.raises(NotOpenedError, match="another study's"):
        unseal(OTHER, seal(KEY, b"face"))


def test_every_flipped_byte_is_noticed():
    sealed = seal(KEY, b"what is displayed")
    for place in range(len(sealed)):
        flipped = bytearray(sealed)
        flipped[place] ^= 1
        with pytest.raises(NotOpenedError):
            unseal(KEY, bytes(flipped))


def test_pieces_cannot_be_cut_off_left_out_moved_or_repeated():
    sealed = seal(KEY, random.Random(1).randbytes(3 * PIECE))
    head = len(sealed) - 3 * (PIECE + 16)
    first, second, third = (sealed[head + n * (PIECE + 16) :][: PIECE + 16] for n in range(3))
    top = sealed[:head]
    for forged in (
        top,
        top + first,
        top + first + second,
        top + first + third,
        top + second + first + third,
        top + first + second + third + third,
        sealed[:-1],
        sealed + b"\0",
    ):
        with pytest.raises(NotOpenedError):
            unseal(KEY, forged)


def test_a_key_of_another_length_is_a_fault_of_the_caller():
    with pytest.raises(ValueError, match="32 bytes"):
        seal(b"short", b"")


def test_without_the_library_a_sentence_says_what_to_install_and_nothing_is_called_damaged():
    script = (
        "import sys; from core.sealing import NotOpenedError, SealError, seal, unseal\n"
        "sealed = seal(bytes(32), b'face')\n"
        "for name in [one for one in sys.modules if one.split('.')[0] == 'cryptography']: del sys.modules[name]\n"
        "sys.modules['cryptography'] = None\n"
        "for call in (lambda: seal(bytes(32), b''), lambda: unseal(bytes(32), sealed)):\n"
        "    try: call()\n"
        "    except SealError as failure: print(isinstance(failure, NotOpenedError), failure.remedy)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["False Run: pip install 'videmo-studio[local]'"] * 2
