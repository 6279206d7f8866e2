"""One spelling for what a reader calls the same letters, in every script."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.names import fold, index_query, index_words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ishaq  DAR", "ishaq dar"),
        ("Strauß", "strauss"),
        ("Lech Wałęsa", "lech walesa"),
        ("Søren Ærø", "soren aero"),
        ("Đoàn Thị Điểm", "doan thi diem"),
        ("İstanbul ısı", "istanbul isi"),
        ("İlham Əliyev", "ilham aliyev"),
        ("O'Neill O’Neill", "oneill oneill"),
        ("ʿAbd al-Raḥmān", "abd al rahman"),
        ("Mota-Engil", "mota engil"),
        ("مُحَمَّد", "محمد"),
        ("محـــمد", "محمد"),
        ("أإآا", "اااا"),
        ("علی", "علي"),
        ("فاطمة", "فاطمه"),
        ("٢٠٢٥ ۲۰۲۵ २०२५", "2025 2025 2025"),
        ("ＡＢＣ１", "abc1"),
        ("김정은", "김정은"),
        ("がぎ", "がぎ"),
        ("Ёлкин Й", "елкин и"),
        ("Παπανδρέου ΣΟΦΟΣ", "παπανδρεου σοφοσ"),
        ("नरेन्द्र मोदी", "नरेन्द्र मोदी"),
        ("علی\u200cرضا", "عليرضا"),
        ("a\ud800b\x00c", "a b c"),
        ("😀 — …", ""),
    ],
)
def test_folding_gives_one_spelling(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(index_words(text)) == " ".join(index_words(text).split())


@given(st.text(alphabet=st.characters(max_codepoint=127)))
def test_the_fast_path_gives_what_the_long_way_does(text: str) -> None:
    assert fold(text) == fold(text + " é").removesuffix("e").rstrip()


@pytest.mark.parametrize(
    ("stored", "typed"),
    [
        ("习近平", "近平"),
        ("习近平 Xi Jinping", "jinp"),
        ("김정은", "정은"),
        ("ประยุทธ์", "ประยุ"),
        ("नरेन्द्र मोदी", "मोद"),
        ("O'Brien-Müller", "obrien mul"),
        ("محمّد علی", "محمد علي"),
    ],
)
@pytest.mark.parametrize("categories", ["", " categories 'L* N* Co M*'"])
def test_full_text_finds_what_is_typed_as_a_prefix(
    stored: str, typed: str, categories: str
) -> None:
    desk = sqlite3.connect(":memory:")
    desk.execute(
        "CREATE VIRTUAL TABLE t USING fts5"
        f'(x, tokenize="unicode61 remove_diacritics 0{categories}")'
    )
    desk.execute("INSERT INTO t VALUES (?)", (index_words(stored),))
    found = desk.execute("SELECT 1 FROM t WHERE t MATCH ?", (f'"{index_query(typed)}"*',))
    assert found.fetchone() == (1,)


@given(st.lists(st.text(max_size=8), max_size=4))
def test_a_text_is_folded_as_its_words_are(pieces: list[str]) -> None:
    folded = [fold(word) for piece in pieces for word in piece.split()]
    assert fold(" ".join(pieces)) == " ".join(filter(None, folded))
    indexed = [index_words(word) for piece in pieces for word in piece.split()]
    assert index_words(" ".join(pieces)) == " ".join(filter(None, indexed))
