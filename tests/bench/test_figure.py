"""A figure is ours beside its floor, as medians or as a share of times within a limit."""

import pytest

from tests.bench.figure import Figure, against_floor, percentile, seconds, within_limit


@pytest.mark.parametrize(
    ("share", "value"), [(0, 1.0), (50, 50.0), (95, 95.0), (99, 99.0), (100, 100.0)]
)
def test_so_many_of_a_hundred_do_not_exceed_it(share: int, value: float) -> None:
    assert percentile([float(n) for n in range(100, 0, -1)], share) == value


def test_one_slow_run_does_not_change_the_medians() -> None:
    figure = against_floor([1.0, 1.2, 9.0], [0.5, 0.6, 8.0])
    assert (figure.ours, figure.floor, figure.n) == (1.2, 0.6, 3)
    assert figure.ratio == pytest.approx(2.0)


def test_times_in_seconds_keep_a_limit_in_milliseconds() -> None:
    figure = within_limit([0.004] * 95 + [0.040] * 5, 16.0, 95)
    assert figure.ours == pytest.approx(4.0) and figure.ratio == pytest.approx(0.25)
    assert figure.p99 == pytest.approx(40.0) and figure.unit == "ms"


def test_json_gives_four_digits_and_null_for_what_does_not_apply() -> None:
    told = Figure(1.234567, 2.0, 0.6172835, "s", 9).as_json()
    assert told["ours"] == 1.235 and told["ratio"] == 0.6173
    assert told["n"] == 9 and told["p95"] is None


def test_a_job_takes_its_time() -> None:
    assert 0 <= seconds(lambda: None) < 1
