"""A reader is asked how names are written, and whose they are."""

from __future__ import annotations

from db import Name, Reader
from db.readers.name_reader import NameReader
from db.search.fuzzy.word_spellings import SpellingWay
from tests.db.conftest import Small


def test_a_reader_answers_these_questions_too() -> None:
    assert issubclass(Reader, NameReader)


def test_the_names_of_records_are_told_with_their_countries(small: Small) -> None:
    munir = small.fresh(small.munir)
    munir.names = [Name(text="عاصم منیر")]
    small.store.save(munir, small.lens)
    found = small.store.reader.names_of([munir.id, 10**9], small.lens)
    assert found == {munir.id: ("pk", [munir.title, "عاصم منیر"])}


def test_a_word_that_was_saved_since_is_known(small: Small) -> None:
    reader = small.store.reader
    assert reader.spellings(["sylva"], SpellingWay.RESPELT) == [[]]
    munir = small.fresh(small.munir)
    munir.names = [Name(text="Asim Silva")]
    small.store.save(munir, small.lens)
    assert reader.spellings(["sylva", "munir"], SpellingWay.RESPELT) == [["silva"], ["munir"]]
    assert reader.bearers("person", [["asim"], ["silva"]], small.lens, 5) == [munir.id]
