"""Keys, slots and the header that holds them."""

import random

import pytest

from core.errors import UsageError
from core.project import vault
from core.project.header import (
    COPY_BYTES,
    HEADER_BYTES,
    Header,
    NotAHeaderError,
    OtherProgramError,
    decode,
    encode,
)
from tests.core.project.builders import QUICK

STUDY = "a-study"


def locked(passphrase: str = "blue paper boat") -> tuple[bytes, tuple[vault.Slot, ...], str]:
    key, recovery = vault.new_key(), vault.new_recovery_key()
    return (
        key,
        (
            vault.passphrase_slot(key, passphrase, study=STUDY, strength=QUICK),
            vault.random_slot(key, recovery, kind="recovery", study=STUDY),
        ),
        recovery,
    )


def test_passphrase_and_recovery_key_give_the_data_key_and_nothing_else_does():
    key, slots, recovery = locked()
    assert vault.unlock(slots, "blue paper boat", study=STUDY) == key
    assert vault.unlock(slots, recovery, study=STUDY) == key
    for wrong in ("blue paper boa", "Blue paper boat", "", vault.new_recovery_key()):
        assert vault.unlock(slots, wrong, study=STUDY) is None


def test_a_slot_belongs_to_one_study():
    _, slots, _ = locked()
    assert vault.unlock(slots, "blue paper boat", study="another") is None


def test_a_recovery_key_may_be_typed_as_people_type():
    key, slots, recovery = locked()
    untidy = " " + recovery.lower().replace("-", " ").replace("0", "o").replace("1", "l") + "\n"
    assert vault.unlock(slots, untidy, study=STUDY) == key


def test_the_same_letters_from_another_keyboard_open_it():
    key, slots, _ = locked("Grüße an Zoë")
    assert vault.unlock(slots, "Gru\u0308ße an Zoe\u0308", study=STUDY) == key


def test_a_short_passphrase_is_refused():
    with pytest.raises(UsageError):
        vault.passphrase_slot(vault.new_key(), "1234567", study=STUDY)


def test_the_default_strength_is_the_recommended_one():
    assert vault.Strength() == vault.Strength(n=2**17, r=8, p=1)


def test_a_header_cannot_ask_for_all_memory():
    for n, r, p in ((2**30, 8, 1), (3, 8, 1), (2**14, 1000, 1), (2**14, 8, 10**9), (0, 8, 1)):
        with pytest.raises(ValueError, match="strength"):
            vault.Strength(n=n, r=r, p=p)


def test_slots_change_with_every_wrap():
    key, _, _ = locked()
    first = vault.passphrase_slot(key, "blue paper boat", study=STUDY, strength=QUICK)
    second = vault.passphrase_slot(key, "blue paper boat", study=STUDY, strength=QUICK)
    assert first.salt != second.salt
    assert first.wrapped != second.wrapped


def header(generation: int = 1) -> Header:
    _, slots, _ = locked()
    return Header(study=STUDY, encrypted=True, slots=slots, open_key="", generation=generation)


def test_the_newer_whole_copy_counts():
    old, new = header(1), header(2)
    for block, stale in ((encode(old) + encode(new), 0), (encode(new) + encode(old), 1), (encode(new) * 2, None)):
        state = decode(block)
        assert (state.header, state.stale_copy) == (new, stale)


def test_any_single_byte_edit_of_the_header_is_harmless():
    known = header()
    block = encode(known) * 2
    draw = random.Random(3)
    for _ in range(300):
        place = draw.randrange(HEADER_BYTES)
        edited = bytearray(block)
        edited[place] ^= 1 << draw.randrange(8)
        state = decode(bytes(edited))
        assert state.header == known
        assert state.stale_copy == place // COPY_BYTES


def test_two_damaged_copies_are_said_to_be_damaged():
    block = bytearray(encode(header()) * 2)
    block[100] ^= 1
    block[COPY_BYTES + 100] ^= 1
    with pytest.raises(NotAHeaderError, match="both copies"):
        decode(bytes(block))


@pytest.mark.parametrize(
    ("start", "word"),
    [(b"SQLite format 3\0", "SQLite"), (b"PK\x03\x04", "ZIP"), (b"\0\0\0\x18ftypmp42", "video"), (b"hello", "else")],
)
def test_other_programs_files_are_named(start, word):
    for size in (len(start), HEADER_BYTES + 10):
        with pytest.raises(OtherProgramError, match=word):
            decode(start.ljust(size, b"\1"))


def test_a_cut_header_is_no_other_program():
    block = encode(header()) * 2
    for size in (0, 10, 4096, HEADER_BYTES - 1):
        with pytest.raises(NotAHeaderError) as caught:
            decode(block[:size])
        assert not isinstance(caught.value, OtherProgramError)
