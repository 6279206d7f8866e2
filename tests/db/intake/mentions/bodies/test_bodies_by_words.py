"""Bodies are found by name and by their words, and nothing else is one."""

from __future__ import annotations

import pytest

from tests.db.intake.marked_texts import bodies, document

BODIES = [
    ("He visited the Ministry of Foreign Affairs and Trade in Budapest.",
     ["Ministry of Foreign Affairs and Trade"]),
    ("National Logistics Corporation (NLC) and Mota-Engil Group met.",
     ["National Logistics Corporation", "Mota-Engil Group"]),
    ("The Central Bank of Kenya Governor Kamau Thugge spoke.", ["Central Bank of Kenya"]),
    ("IAEA inspectors told the UN Security Council.", ["International Atomic Energy Agency",
                                                    "UN Security Council"]),
    ("The Russian foreign ministry said so.", ["Russian Foreign Ministry"]),
    ("State company PT PLN signed.", ["PT PLN"]),
    ("the President of Honda Motor Co., Ltd., Hiroshi Takeda, said", ["Honda Motor Co., Ltd."]),
    ("He studied at the U.S Naval Academy.", ["U.S Naval Academy"]),
    ("She chairs the National Council for Science and the Arts of Chile.",
     ["National Council for Science and the Arts of Chile"]),
    ("The loan went to the Lobo & Reis Company.", ["Lobo & Reis Company"]),
    ("An MoU between Lobo Naval & Reis and the Ministry of Finance was signed.",
     ["Lobo Naval & Reis", "Ministry of Finance"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), BODIES)
def test_a_body_is_found(text: str, names: list[str]) -> None:
    assert bodies(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "The Joint Committee met.",
        "Both Governments welcomed the Belt and Road Initiative.",
        "The committee and the council met at the centre.",
        "The ceremony was held at the Tampa Convention Center.",
        "Head of Public Service Peter Ochieng attended.",
    ],
)
def test_other_words_are_no_body(text: str) -> None:
    assert bodies(text) == []


def test_who_reports_is_a_source() -> None:
    (body,) = document("SPA reported that it rained.").bodies.bodies
    assert body.is_source
