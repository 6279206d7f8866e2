"""AES-256 backwards, for thousands of blocks at once: the pages of a damaged encrypted desk.

SQLCipher's driver refuses a whole file for one broken page and hands out no page by itself, so
`page_file` deciphers them here. Byte n of all blocks lies in one string (a lane): a round then is
a few translations and exclusive ors of whole strings, which Python does at the speed of C.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

BLOCK_BYTES: Final = 16
KEY_BYTES: Final = 32
ROUNDS: Final = 14
_POLYNOMIAL: Final = 0x11B
_FACTORS: Final = (14, 11, 13, 9)  # of the inverse of the mixing of columns


class BlockCipher:
    """The rounds of one key, worked out once."""

    def __init__(self, key: bytes) -> None:
        if len(key) != KEY_BYTES:
            raise ValueError("a key of AES-256 has 32 bytes")
        keys = _round_keys(key)
        self._first = keys[ROUNDS]
        self._last = [_shift_by(_inverse_box(), each) for each in keys[0]]
        self._rounds = [_round_tables(each) for each in reversed(keys[1:ROUNDS])]

    def decrypt(self, data: bytes) -> bytes:
        """Return the blocks deciphered, each by itself.

        >>> BlockCipher(bytes(range(32))).decrypt(
        ...     bytes.fromhex("8ea2b7ca516745bfeafc49904b496089")).hex()
        '00112233445566778899aabbccddeeff'
        """
        lanes = [
            data[place::BLOCK_BYTES].translate(_shift_by(bytes(range(256)), key))
            for place, key in enumerate(self._first)
        ]
        for tables in self._rounds:
            lanes = _run_round(_shift_rows(lanes), tables)
        out = bytearray(len(data))
        for place, lane in enumerate(_shift_rows(lanes)):
            out[place::BLOCK_BYTES] = lane.translate(self._last[place])
        return bytes(out)


def _run_round(lanes: Sequence[bytes], tables: Sequence[Sequence[bytes]]) -> list[bytes]:
    size = len(lanes[0])
    mixed = []
    for column in range(0, BLOCK_BYTES, 4):
        for row in range(4):
            total = 0
            for turn in range(4):
                lane = lanes[column + (row + turn) % 4].translate(tables[column + row][turn])
                total ^= int.from_bytes(lane, "little")
            mixed.append(total.to_bytes(size, "little"))
    return mixed


def _shift_rows(lanes: Sequence[bytes]) -> list[bytes]:
    return [lanes[row + 4 * ((column - row) % 4)] for column in range(4) for row in range(4)]


def _round_tables(key: bytes) -> list[list[bytes]]:
    """Return for each lane what the four bytes of its column go through in a round."""
    multiplied = _multiplied_boxes()
    tables = []
    for column in range(0, BLOCK_BYTES, 4):
        for row in range(4):
            mixed = 0
            for turn, factor in enumerate(_FACTORS):
                mixed ^= _multiply(key[column + (row + turn) % 4], factor)
            tables.append([_shift_by(multiplied[0], mixed), *multiplied[1:]])
    return tables


def _shift_by(table: bytes, key: int) -> bytes:
    return bytes(each ^ key for each in table)


@cache
def _multiplied_boxes() -> list[bytes]:
    return [bytes(_multiply(each, factor) for each in _inverse_box()) for factor in _FACTORS]


def _multiply(one: int, other: int) -> int:
    """Return the product in AES's field.

    >>> hex(_multiply(0x57, 0x83))
    '0xc1'
    """
    product = 0
    while other:
        if other & 1:
            product ^= one
        one <<= 1
        if one & 0x100:
            one ^= _POLYNOMIAL
        other >>= 1
    return product


@cache
def _box() -> bytes:
    """Return AES's substitution: the inverse in the field, then a mixing of its bits.

    >>> _box()[:4].hex()
    '637c777b'
    """
    powers = [1]
    for _ in range(254):
        powers.append(_multiply(powers[-1], 3))
    logarithms = {value: exponent for exponent, value in enumerate(powers)}
    box = bytearray(256)
    for value in range(256):
        inverse = powers[-logarithms[value] % 255] if value else 0
        mixed = inverse
        for turn in range(1, 5):
            mixed ^= (inverse << turn | inverse >> (8 - turn)) & 0xFF
        box[value] = mixed ^ 0x63
    return bytes(box)


@cache
def _inverse_box() -> bytes:
    inverse = bytearray(256)
    for value, mixed in enumerate(_box()):
        inverse[mixed] = value
    return bytes(inverse)


def _round_keys(key: bytes) -> list[bytes]:
    words = [key[at : at + 4] for at in range(0, KEY_BYTES, 4)]
    constant = 1
    for number in range(len(words), 4 * (ROUNDS + 1)):
        word = words[-1]
        if number % 8 == 0:
            word = (word[1:] + word[:1]).translate(_box())
            word = bytes([word[0] ^ constant]) + word[1:]
            constant = _multiply(constant, 2)
        elif number % 8 == 4:
            word = word.translate(_box())
        words.append(bytes(one ^ other for one, other in zip(words[-8], word, strict=True)))
    return [b"".join(words[at : at + 4]) for at in range(0, len(words), 4)]
