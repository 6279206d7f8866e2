"""Records that may be one: found by shared keys, weighed by evidence, judged by an officer.

`Reader` and `Store` ask it; nothing here merges by itself.
"""

from db.duplicates.nearby import Near, already_here
from db.duplicates.pair_finder import Pair, find_pairs
from db.duplicates.verdicts import judge_different, judged_different

__all__ = [
    "Near",
    "Pair",
    "already_here",
    "find_pairs",
    "judge_different",
    "judged_different",
]
