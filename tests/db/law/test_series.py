"""Citations of treaty series are read in any usual spelling and written as their houses do."""

import pytest

from db.law.series import MAX_REFERENCE_LETTERS, read_series, write_reference

SPELLINGS = {
    "Treaty Series No. 2 (1929)": (
        "TS 2/1929", "T.S. 2/1929", "TS No. 002/1929", "UKTS No. 2 (1929)", "UKTS 1929 No. 2",
        "Treaty Series 1929 No. 2", "UK Treaty Series No. 2 (1929)", "[1929] UKTS 2",
    ),
    "34 UNTS 243": (
        "34 U.N.T.S. 243", "UNTS 34/243", "UNTS vol. 34, p. 243", "vol. 34, UNTS, p. 243",
        "United Nations, Treaty Series, vol. 34, p. 243", "34 UNTS 243", "UNTS 34, 243",
    ),
    "63 Stat. 2241": ("63 Stat 2241", "63 U.S. Stat. 2241"),
    "TIAS 1964": ("T.I.A.S. No. 1964", "tias 1964"),
    "Cmd. 3254": ("Cmd 3254", "Cmd. No. 3254"),
    "ETS No. 5": ("ETS 005", "European Treaty Series No. 5", "CETS 5"),
    "CETS No. 210": ("CETS 210", "ETS No. 210"),
    "UN Reg. No. I-541": (
        "I-541", "i-541", "UNTS I-541", "UN Reg. No. I-541", "Registration No. I-541", "I - 541",
        "United Nations Treaty Series, Registration No. I-541", "U.N.T.S. No. I-00541", "I–541",
    ),
    "UN Reg. No. II-12": ("II-12", "UNTS Reg. No. II-12"),
    "UN Reg. No. 54321": ("UNTS 54321", "UNTS No. 54321", "UN registration number 54321"),
    "[1998] ATS 5": ("ATS 1998/5", "ATS 5 (1998)"),
}  # fmt: skip


@pytest.mark.parametrize("words", SPELLINGS)
def test_every_usual_spelling_is_one_citation(words: str) -> None:
    for text in (*SPELLINGS[words], words):
        assert [each.words() for each in read_series(text)] == [words], text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Treaty of 1929",
        "2/1929",
        "Statistics 34 p. 5",
        "Cmdr 12",
        "MFA file TS-2",
        "III-5",
        "Annex I-5-a",
        "START I-2/91",
        "VI-541",
    ],
)
def test_what_is_no_citation_is_left_alone(text: str) -> None:
    assert read_series(text) == [] and write_reference(text) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("TS 2/1929: Cmd 3254", "Treaty Series No. 2 (1929), Cmd. 3254"),
        ("MFA file 7; 34 UNTS 243 (Spanish)", "MFA file 7; 34 UNTS 243 (Spanish)"),
        ("34 UNTS 243, I-541", "34 UNTS 243; UN Reg. No. I-541"),
        ("5 U.S.T. 483, TIAS 2946, 34 UNTS 243", "5 UST 483; TIAS 2946; 34 UNTS 243"),
    ],
)
def test_a_reference_is_written_as_its_house_prints_it(text: str, written: str) -> None:
    assert write_reference(text) == written


def test_one_asks_for_as_much_as_it_says() -> None:
    (asked,) = read_series("TS 2/1929")
    (other,) = read_series("TS 2/1930")
    assert asked.is_within(asked) and not asked.is_within(other)


def test_a_text_without_end_is_read_in_its_beginning_alone() -> None:
    text = "U,. " * MAX_REFERENCE_LETTERS + "34 UNTS 243"
    assert read_series(text) == [] and write_reference(text) == text
