"""AES-256 backwards, beside what the standard itself gives as an example."""

from __future__ import annotations

import os

import pytest

from db.salvage.block_cipher import BLOCK_BYTES, BlockCipher

# Of NIST SP 800-38A, F.1.5: one key, four blocks.
KEY = bytes.fromhex("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4")
BLOCKS = [
    ("f3eed1bdb5d2a03c064b5a7e3db181f8", "6bc1bee22e409f96e93d7e117393172a"),
    ("591ccb10d410ed26dc5ba74a31362870", "ae2d8a571e03ac9c9eb76fac45af8e51"),
    ("b6ed21b99ca6f4f9f153e7b1beafed1d", "30c81c46a35ce411e5fbc1191a0a52ef"),
    ("23304b7a39f9f3ff067d8d8f9e24ecc7", "f69f2445df4f9b17ad2b417be66c3710"),
]


def test_the_blocks_of_the_standard_are_deciphered_together() -> None:
    ciphered = b"".join(bytes.fromhex(one) for one, _ in BLOCKS)
    assert BlockCipher(KEY).decrypt(ciphered).hex() == "".join(plain for _, plain in BLOCKS)


def test_many_blocks_are_deciphered_as_each_by_itself() -> None:
    cipher, data = BlockCipher(os.urandom(32)), os.urandom(BLOCK_BYTES * 257)
    singly = (cipher.decrypt(data[at : at + BLOCK_BYTES]) for at in range(0, len(data), 16))
    assert cipher.decrypt(data) == b"".join(singly)


def test_a_key_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        BlockCipher(bytes(16))
