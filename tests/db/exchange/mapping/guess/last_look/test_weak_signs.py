"""What only a part of a heading speaks for is told, and what the values show is not."""

from db.exchange.mapping.guess.last_look.weak_signs import remarks_on_weak_signs
from db.exchange.mapping.guess.shapes import FileColumn


def test_a_day_by_a_part_of_its_heading_is_told() -> None:
    weak = FileColumn("Signed for the ministry", 1, values={"12 March 2019": None})
    sure = FileColumn("Date of signature", 1, values={"12 March 2019": None})
    (says,) = remarks_on_weak_signs("agreements", {"signed": [weak]})
    assert "“Signed for the ministry” was taken for the day of signature" in says
    assert remarks_on_weak_signs("agreements", {"signed": [sure]}) == []


def test_names_that_look_like_names_need_no_look() -> None:
    names = FileColumn("Envoy's full name here", 1, values={"Ana Ruiz": None})
    codes = FileColumn("Envoy's full name here", 1, values={"X17": None})
    assert remarks_on_weak_signs("people", {"name": [names]}) == []
    assert len(remarks_on_weak_signs("people", {"name": [codes]})) == 1
