"""Cuts a plain text into sentences: paragraphs and lines first, then points that end something.

Headlines and bullets are sentences; a dateline is taken off and told apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from db.intake.lexicons.tokens import Token, cut_tokens
from db.intake.lexicons.word_files import word_set

#: A sentence is cut after so many tokens, whatever stands there.
MAX_SENTENCE_TOKENS = 250
MAX_HEADLINE_TOKENS = 30
_ENDS = frozenset(".!?…")
_CLOSERS = frozenset("\"')]»”")
#: A point behind these may well end the sentence too.
_WRAP_WIDTHS = (50, 140)


@dataclass(slots=True)
class Sentence:
    """A sentence with its tokens; `paragraph` counts blocks, headlines included."""

    tokens: list[Token]
    start: int
    end: int
    paragraph: int
    is_headline: bool = False
    index: int = 0
    dateline: list[Token] = field(default_factory=list)


def cut_sentences(plain: str) -> list[Sentence]:
    """Return the sentences of a plain text in their order.

    >>> text = "PM meets Gen. Ali\\n\\nRABAT: He met Gen. Ali in the U.S. on Monday. He left."
    >>> [text[each.start : each.end] for each in cut_sentences(text)]
    ['PM meets Gen. Ali', 'He met Gen. Ali in the U.S. on Monday.', 'He left.']
    """
    sentences: list[Sentence] = []
    for paragraph, (start, end) in enumerate(_blocks(plain)):
        tokens = cut_tokens(plain, start, end)
        dateline: list[Token] = []
        cut = _agency_end(tokens) if paragraph < 12 else 0  # "(ANSA) - ROME, APR 3 -"
        cut += _dateline_end(tokens[cut:]) if paragraph < 12 else 0
        if cut:
            dateline, tokens = tokens[:cut], tokens[cut:]
        if not tokens or is_boilerplate(plain, start, end):
            continue
        whole = _cut_block(tokens)
        is_headline = len(whole) == 1 and _is_headline(whole[0])
        for part in whole:
            sentence = Sentence(
                part, part[0].start, part[-1].end, paragraph, is_headline, len(sentences)
            )
            sentence.dateline, dateline = dateline, []
            sentences.append(sentence)
    return sentences


_BOILERPLATE = (
    "distributed by", "source:", "copyright", "(reporting by", "reporting by", "photo:", "(photo",
    "image:", "follow us", "read more", "read also", "also read", "subscribe", "click here",
    "related articles", "all rights reserved", "©", "tags:", "share this", "editor:", "edited by",
    "(edited by", "published in", "first published", "for more information", "media contact",
    "press contact", "read:", "download", "join our",
)  # fmt: skip


def is_boilerplate(plain: str, start: int, end: int) -> bool:
    """Say whether a block is what a publisher puts round a text, as "Source: …"."""
    head = plain[start : min(end, start + 40)].lower().lstrip()
    return head.startswith(_BOILERPLATE)


def _is_headline(tokens: list[Token]) -> bool:
    return len(tokens) <= MAX_HEADLINE_TOKENS and tokens[-1].text[-1] not in ".!?:\"'…"


def _cut_block(tokens: list[Token]) -> list[list[Token]]:
    parts: list[list[Token]] = []
    begin = 0
    for place, token in enumerate(tokens):
        if place < begin:
            continue
        stop = 0
        if token.text in _ENDS:
            stop = _after_end(tokens, place)
        elif (
            token.text.endswith(".") and _ends_with_abbreviation(tokens, place)
        ) or place - begin >= MAX_SENTENCE_TOKENS:
            stop = place + 1
        if stop:
            parts.append(tokens[begin:stop])
            begin = stop
    if begin < len(tokens):
        parts.append(tokens[begin:])
    return parts


def _after_end(tokens: list[Token], place: int) -> int:
    """Return where the next sentence begins after an ending sign; 0 if it ends nothing."""
    stop = place + 1
    while stop < len(tokens) and (tokens[stop].text in _ENDS or tokens[stop].text in _CLOSERS):
        if tokens[stop].text in _CLOSERS and tokens[stop].start != tokens[stop - 1].end:
            break
        stop += 1
    if stop >= len(tokens):
        return stop
    follower = tokens[stop]
    if follower.start == tokens[stop - 1].end and follower.is_word and not follower.is_cap:
        return 0
    if follower.text[0].islower() and not follower.is_cap:
        return 0
    return stop


def _ends_with_abbreviation(tokens: list[Token], place: int) -> bool:
    """Say whether an abbreviation ends the sentence as well: "in the U.S. The minister"."""
    token = tokens[place]
    if place + 1 >= len(tokens):
        return False
    follower = tokens[place + 1]
    is_starter = follower.is_cap and follower.low in word_set("function")
    if "." in token.text[:-1]:
        return is_starter
    return token.low in word_set("may_end") and is_starter


@cache
def _bullet() -> re.Pattern[str]:
    return re.compile(r"[\s\-–—•*·▪●○‣>#]*(?:\(?(?:\d{1,2}|[a-z])[.)]\s+)?")


def _blocks(plain: str) -> Iterator[tuple[int, int]]:
    """Yield where each paragraph, line or bullet begins and ends; lines that were wrapped by a
    mail program are joined."""
    is_wrapped, width = _wrapping(plain)
    begin: int | None = None
    last_line = ""
    position = 0
    for line in plain.split("\n"):
        stripped = line.strip()
        if begin is not None and not (
            stripped and _joins(last_line, stripped, is_wrapped=is_wrapped, width=width)
        ):
            yield begin, position
            begin = None
        if stripped:
            if begin is None:
                begin = position + _bullet_end(line)
            last_line = stripped
        position += len(line) + 1
    if begin is not None and begin < len(plain):
        yield begin, len(plain)


def _bullet_end(line: str) -> int:
    found = _bullet().match(line[:40])
    end = found.end() if found else 0
    return end if end < len(line) else 0


MIN_WRAPPED_LETTERS = 40
#: Words that no line ends with unless it was wrapped.


def _joins(before: str, line: str, *, is_wrapped: bool, width: int) -> bool:
    if before[-1] in ".!?:\"'" and not is_wrapped:
        return False
    if line[0] in "-•*–▪●":
        return False
    if line[0].islower():
        return True
    if len(before) > MIN_WRAPPED_LETTERS and (
        before[-1] == ","
        or before.rpartition(" ")[2].lower().rstrip(".") in word_set("no_last_words")
    ):
        return True
    return is_wrapped and len(before) > 0.75 * width


def _wrapping(plain: str) -> tuple[bool, int]:
    """Say whether the lines were wrapped at a width, and at which."""
    lengths = sorted(len(line) for line in plain[:20_000].split("\n") if line.strip())
    if len(lengths) < 5:
        return False, 0
    width = lengths[-1]
    low, high = _WRAP_WIDTHS
    long_lines = sum(length > 0.75 * width for length in lengths)
    return low <= width <= high and long_lines > len(lengths) / 2, width


_DATELINE_SIGNS = frozenset(("-", "–", "—", ":", "--", "/"))
MAX_DATELINE_TOKENS = 22


def _dateline_end(tokens: list[Token]) -> int:
    """Return how many tokens "TAMPA, Fla. (AP) –" takes at the begin of a paragraph; 0 for none."""
    if not tokens or not tokens[0].is_cap:
        return 0
    depth, has_bracket = 0, False
    for place, token in enumerate(tokens[:MAX_DATELINE_TOKENS]):
        text = token.text
        if text == "(":
            depth, has_bracket = depth + 1, True
        elif text == ")":
            depth = max(0, depth - 1)
        elif depth:
            continue
        elif (
            text == "."
            and tokens[place - 1].is_number
            and (tokens[0].is_upper or _sign_follows(tokens, place))
        ):
            return _dateline_before(tokens, place, has_bracket=True)
        elif text in _DATELINE_SIGNS:
            if text == "/" and place < len(tokens) - 1 and not has_bracket:
                has_bracket = True
                depth = 1 if _closing_slash(tokens, place) else 0
                if depth:
                    return _skip_signs(tokens, _closing_slash(tokens, place) + 1)
                return 0
            if text == "-" and tokens[place - 1].end == token.start:
                continue
            return _dateline_before(tokens, place, has_bracket=has_bracket)
        elif has_bracket and token.is_word and tokens[place - 1].text == ")":
            # "Islamabad (APP) The minister": the bracket was the end
            is_agency = tokens[place - 2].text in _agencies()
            return place if is_agency and _names_place(tokens, place) else 0
        elif not (token.is_cap or token.is_number or text in ",.'"):
            return 0
    return 0


def _agency_end(tokens: list[Token]) -> int:
    """Return where an agency in brackets and its dash end that begin a paragraph; 0 for none."""
    is_led = len(tokens) > 3 and tokens[0].text == "(" and tokens[2].text == ")"
    if not is_led or tokens[1].text not in _agencies():
        return 0
    return _skip_signs(tokens, 3)


def _sign_follows(tokens: list[Token], place: int) -> bool:
    """Say whether a dash stands at once behind a point: "Havana, Jun 15.- The minister"."""
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    return (
        after is not None and after.start == tokens[place].end and (after.text in _DATELINE_SIGNS)
    )


def _closing_slash(tokens: list[Token], place: int) -> int:
    for step in range(place + 1, min(place + 6, len(tokens))):
        if tokens[step].text == "/":
            return step
    return 0


def _skip_signs(tokens: list[Token], place: int) -> int:
    while place < len(tokens) and (
        tokens[place].text in _DATELINE_SIGNS or tokens[place].text == "."
    ):
        place += 1
    return place


def _agencies() -> frozenset[str]:
    from db.intake.lexicons.body_words import news_agencies

    return news_agencies()


def _names_place(tokens: list[Token], place: int) -> bool:
    from db.intake.lexicons.places import is_place_word

    return any(is_place_word(tokens, step) for step in range(min(4, place)))


def _dateline_before(tokens: list[Token], place: int, *, has_bracket: bool) -> int:
    """Return the end of a dateline whose sign stands at a place, if what is before it is one."""
    head = tokens[:place]
    if not (_names_place(tokens, place) or (head[0].is_upper and has_bracket)):
        return 0
    is_colon = tokens[place].text == ":"
    if is_colon and not has_bracket and len([each for each in head if each.is_word]) > 4:
        return 0
    return _skip_signs(tokens, place)
