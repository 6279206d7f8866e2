"""Sentences end where they end: not at abbreviations, not at wrapped lines; datelines are apart."""

from __future__ import annotations

import pytest

from db.intake.text.sentences import MAX_SENTENCE_TOKENS, cut_sentences, is_boilerplate


def texts(plain: str) -> list[str]:
    return [plain[each.start : each.end] for each in cut_sentences(plain)]


CUTS = [
    ("He met Gen. Ali. She left.", ["He met Gen. Ali.", "She left."]),
    ("He is in the U.S. The visit ends.", ["He is in the U.S.", "The visit ends."]),
    ("- First point\n- Second point", ["First point", "Second point"]),
    ("PM meets envoy\n\nThe PM met him.", ["PM meets envoy", "The PM met him."]),
    ('"We agree." He left.', ['"We agree."', "He left."]),
    ("General (ret.) Wiranto came.", ["General (ret.) Wiranto came."]),
    ("He arrived on a\ntwo-day visit.", ["He arrived on a\ntwo-day visit."]),
]


@pytest.mark.parametrize(("plain", "sentences"), CUTS)
def test_a_text_is_cut_so(plain: str, sentences: list[str]) -> None:
    assert texts(plain) == sentences


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("ISLAMABAD: The army chief left.", "The army chief left."),
        ("TAMPA, Fla. – Gen. Kurilla spoke.", "Gen. Kurilla spoke."),
        ("RIYADH, (WAM - 02nd Apr, 2020) Prince Faisal spoke.", ""),
        ("BEIJING, Sept. 3 (Xinhua) -- Wang Yi spoke.", "Wang Yi spoke."),
        ("Chisinau, 5 September /MOLDPRES/- He spoke.", "He spoke."),
        ("YEREVAN, September 14. /ARMENPRESS/. Fighting erupted.", "Fighting erupted."),
        ("KUALA LUMPUR (May 10): Anwar spoke.", "Anwar spoke."),
    ],
)
def test_a_dateline_is_taken_off(line: str, rest: str) -> None:
    if rest:
        assert texts(line)[-1] == rest
    else:
        assert texts(line)[-1].endswith("spoke.")


def test_a_sentence_without_end_is_cut_after_so_many_tokens() -> None:
    assert all(len(each.tokens) <= MAX_SENTENCE_TOKENS + 1 for each in cut_sentences("ab " * 5000))


def test_what_publishers_add_is_left_out() -> None:
    assert is_boilerplate("Source: Ministry", 0, 16) and texts("Source: Ministry of Trade") == []


def test_a_headline_is_told() -> None:
    first, second = cut_sentences("King receives envoy\n\nThe King received him.")
    assert (first.is_headline, second.is_headline) == (True, False)
