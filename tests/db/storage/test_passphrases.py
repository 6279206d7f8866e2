"""Passphrases: what looks the same opens the same desk, and what protects nothing is refused."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from db import Refused, WrongPassphrase, make_desk, open_desk
from db.storage import passphrases
from db.storage.passphrases import passphrase_fault, to_set, to_try

COMPOSED, DECOMPOSED = "résumé Å 한", unicodedata.normalize("NFD", "résumé Å 한")
# no text, empty, spaces alone, a single character, and what cannot be typed
NONE = [
    "\udcff\udcfe",
    "",
    " ",
    "\u00a0\u2003",
    "x",
    "e\u0301",
    "🗝",
    "tab\tbed",
    "two\nlines",
    "a\0b",
]
GOOD = ["xy", "한국", " a ", 'it\'s "quoted"; --', "x'00'", "پاکستان", "👩‍🚀 flies"]


@pytest.mark.parametrize("passphrase", NONE)
def test_what_protects_nothing_is_refused_in_a_sentence(tmp_path: Path, passphrase: str) -> None:
    assert passphrase_fault(passphrase).endswith(".")
    with pytest.raises(Refused):
        to_set(passphrase)
    if passphrase:
        with pytest.raises(Refused):
            make_desk(tmp_path / "a.desk", passphrase)
        assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("passphrase", GOOD)
def test_what_protects_can_be_set(passphrase: str) -> None:
    assert passphrase_fault(passphrase) == "" and to_set(passphrase) == passphrase


@given(some.text(min_size=1))
def test_every_form_that_looks_alike_is_tried_and_the_set_one_first(passphrase: str) -> None:
    if not to_try(passphrase):
        assert any("\ud800" <= char <= "\udfff" for char in passphrase)
        return
    for form in ("NFC", "NFD"):
        written = unicodedata.normalize(form, passphrase)
        assert to_try(written)[0] == unicodedata.normalize("NFC", passphrase)
    assert passphrase in to_try(passphrase)


@pytest.mark.parametrize("was_set", [COMPOSED, DECOMPOSED])
def test_one_or_two_characters_open_the_same_desk(tmp_path: Path, was_set: str) -> None:
    path = tmp_path / "a.desk"
    make_desk(path, was_set)
    for typed in (COMPOSED, DECOMPOSED):
        with open_desk(path, typed) as store:
            store.set_passphrase(typed)
    with pytest.raises(WrongPassphrase):
        open_desk(path, COMPOSED.upper())


@pytest.mark.parametrize("mixed", [DECOMPOSED, "é" + DECOMPOSED])
def test_a_desk_of_before_opens_as_it_was_set(
    tmp_path: Path, mixed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.desk"
    monkeypatch.setattr(passphrases, "to_set", lambda given: given)
    make_desk(path, mixed)
    open_desk(path, mixed).close()
    if mixed == DECOMPOSED:  # the form of macOS; the same in one character opens it too
        open_desk(path, COMPOSED).close()


def test_bytes_that_are_no_text_open_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.desk"
    make_desk(path, "zebra")
    with pytest.raises(WrongPassphrase, match="is not text in UTF-8"):
        open_desk(path, "zebra\udcff")
