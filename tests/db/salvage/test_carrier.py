"""SQLCipher deciphers what the standard gives as an example, and pages that it would refuse."""

from __future__ import annotations

import gc
import os
import tempfile
from pathlib import Path

import pytest

from db import Unavailable
from db.salvage.carrier import BLOCK_BYTES, PAGES, Carrier

# Of NIST SP 800-38A, F.2.6: one key, one vector, four blocks.
KEY = "603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4"
VECTOR = "000102030405060708090a0b0c0d0e0f"
BLOCKS = [
    ("f58c4c04d6e5f1ba779eabfb5f7bfbd6", "6bc1bee22e409f96e93d7e117393172a"),
    ("9cfc4e967edb808d679f777bc6702c7d", "ae2d8a571e03ac9c9eb76fac45af8e51"),
    ("39f23369a9d9bacfa530e26304231461", "30c81c46a35ce411e5fbc1191a0a52ef"),
    ("b2eb05e2c39be9fcda6c19078c6a9d1b", "f69f2445df4f9b17ad2b417be66c3710"),
]
CHAIN = bytes.fromhex(VECTOR + "".join(one for one, _ in BLOCKS))
PLAIN = "".join(plain for _, plain in BLOCKS)


def carrier() -> Carrier:
    return Carrier(f"x'{KEY}{os.urandom(BLOCK_BYTES).hex()}'")


def test_the_blocks_of_the_standard_are_deciphered() -> None:
    assert [each.hex() for each in carrier().decipher([CHAIN])] == [PLAIN]


def test_many_chains_are_deciphered_each_by_itself() -> None:
    made = carrier()
    chains = [CHAIN[: BLOCK_BYTES * (2 + number % 4)] for number in range(PAGES)]
    found = made.decipher(chains)
    assert [each.hex() for each in found] == [PLAIN[: 2 * len(c) - 32] for c in chains]
    longest = CHAIN + os.urandom(4016 - len(CHAIN) + BLOCK_BYTES)
    assert made.decipher([longest])[0].hex().startswith(PLAIN)
    assert len(made.decipher([longest])[0]) == 4016
    assert made.decipher([]) == []


def test_nothing_is_left_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    made = carrier()
    made.decipher([CHAIN])
    (folder,) = tmp_path.iterdir()
    assert oct(folder.stat().st_mode & 0o777) == "0o700"
    assert bytes.fromhex(PLAIN)[:BLOCK_BYTES] not in (folder / "carrier").read_bytes()
    del made
    gc.collect()
    assert list(tmp_path.iterdir()) == []


def test_where_no_file_can_be_made_that_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", "/not/there")
    with pytest.raises(Unavailable, match=r"No file can be made.*\.$"):
        carrier()
