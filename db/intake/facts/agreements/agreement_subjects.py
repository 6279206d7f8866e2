"""Says how an agreement is called and what it is about; `agreements` asks it."""

from __future__ import annotations

from db.intake.facts.grammar.read_sentence import ReadSentence
from db.intake.lexicons.agreement_words import agreement_trie
from db.intake.lexicons.tokens import Token
from db.intake.lexicons.word_files import word_set

MAX_SUBJECT_TOKENS = 16


def covered_subject(read: ReadSentence, end: int) -> str:
    """Return what "The agreement covers …" says that an agreement is about."""
    tokens = read.marked.tokens
    for at in range(end, min(end + 4, len(tokens))):
        if tokens[at].low in word_set("covering"):
            begin = at + 1
            while begin < len(tokens) and tokens[begin].low in word_set("idle_in_subjects"):
                begin += 1
            step = begin
            while step < len(tokens) and step - begin < MAX_SUBJECT_TOKENS:
                if tokens[step].text in ",.;:()" or tokens[step].low in (
                    "as",
                    "including",
                    "which",
                ):
                    break
                step += 1
            return read.marked.text(begin, step)
    return ""


#: How far behind an agreement "under which" may stand.
UNDER_TOKENS = 12


def under_which(read: ReadSentence, end: int) -> str:
    """Return what "a memorandum under which X covers the cost of flights" says that it is about."""
    tokens = read.marked.tokens
    for at in range(end, min(end + UNDER_TOKENS, len(tokens) - 1)):
        if tokens[at].low in ("under", "by", "through") and tokens[at + 1].low == "which":
            return subject_of_financing(read, at + 2) or _words_behind(read, at + 2)
    return ""


def subject_of_financing(read: ReadSentence, end: int) -> str:
    """Return what "The agreement, signed in May, will fund roads" says that it is about."""
    tokens = read.marked.tokens
    at = next(
        (
            step
            for step in range(end, len(tokens) - 1)
            if tokens[step].low in word_set("covering") and tokens[step - 1].low in _MODALS
        ),
        -1,
    )
    return _words_behind(read, at + 1) if at >= 0 else ""


_MODALS = frozenset(("will", "would", "to", "shall", "also"))


def _words_behind(read: ReadSentence, begin: int) -> str:
    """Return the words from a token on up to the next sign."""
    tokens = read.marked.tokens
    stop = begin
    while (
        stop < len(tokens)
        and stop - begin < MAX_SUBJECT_TOKENS
        and tokens[stop].text not in ",.;:("
    ):
        stop += 1
    return read.marked.text(begin, stop)


def title_of(read: ReadSentence, at: int, end: int) -> tuple[str, bool]:
    """Return how an agreement is called, and whether that is a name of its own in capitals."""
    tokens = read.marked.tokens
    if _is_title_case(read):
        return read.marked.text(at, end).lower(), False
    start = at
    while start > 0 and end - start < 12:
        before = tokens[start - 1]
        mark = read.marked.mark_at[start - 1]
        if mark is not None and mark.kind != "place":
            break
        is_capital = before.is_cap and start - 1 > 0 and before.low not in ("the", "a")
        if not is_capital and before.low not in ("-",):
            break
        start -= 1
    if tokens[at].is_cap and _names_on(read, end):
        stop = end + 1
        while (
            stop < len(tokens)
            and not _is_dated(read, stop)
            and (tokens[stop].is_cap or tokens[stop].low in _WITHIN_TITLES)
            and not _joins_another(tokens, stop)
        ):
            stop += 1
        while stop > end and not tokens[stop - 1].is_cap:
            stop -= 1
        if stop > end + 1 and not any(read.marked.mark_at[end + 1 : end + 3]):
            end = stop
            return read.marked.text(start, end), True
    if tokens[at].is_cap and (start < at or _is_name_itself(read, at, end)):
        return read.marked.text(start, end), True
    capitals = _capitals_before(read, at)
    if capitals < at - 1:
        return read.marked.text(capitals, end), True  # "Comprehensive Connectivity agreement"
    start = at
    while start > 0 and at - start < 4 and _is_modifier(tokens[start - 1].low):
        start -= 1
    return read.marked.text(start, end), False


_WITHIN_TITLES = frozenset(("of", "the", "a", "an", "and", "on", "for", "in"))


def _capitals_before(read: ReadSentence, at: int) -> int:
    """Return where the capitals begin that name an agreement before its noun."""
    tokens = read.marked.tokens
    start = at
    while start > 1 and tokens[start - 1].is_cap and read.marked.mark_at[start - 1] is None:
        start -= 1
    return start


def _is_title_case(read: ReadSentence) -> bool:
    """Say whether a headline writes all its words with capitals, which show no names then."""
    words = [token for token in read.marked.tokens if token.is_word and len(token.text) > 3]
    return read.marked.sentence.is_headline and 2 * sum(each.is_cap for each in words) > len(words)


#: First words of what names but the kind of agreement, with capitals as well.
_KINDS_ALONE = frozenset(("memorandum", "memorandums", "memoranda", "letter", "letters", "free"))


def _is_name_itself(read: ReadSentence, at: int, end: int) -> bool:
    """Say whether the words for a kind of agreement are its name: Declaration of Principles."""
    capitals = sum(token.is_cap for token in read.marked.tokens[at:end])
    first = read.marked.tokens[at].low
    if first in ("declaration", "charter", "convention"):
        return capitals >= 2
    return capitals >= 3 and first not in _KINDS_ALONE


def _names_on(read: ReadSentence, end: int) -> bool:
    tokens = read.marked.tokens
    return end < len(tokens) and tokens[end].low in ("of", "on") and not _is_dated(read, end)


def _is_dated(read: ReadSentence, at: int) -> bool:
    start = read.marked.tokens[at].start
    return any(each.start <= start < each.end for each in read.dates)


def _is_modifier(low: str) -> bool:
    return low in word_set("modifiers")


_SPANS = frozenset((
    "million", "billion", "trillion", "crore", "percent", "%", "years", "months", "weeks", "days",
    "year", "hours",
))  # fmt: skip


def _is_sum_or_span(text: str) -> bool:
    """Say whether figures are a sum or how long something lasts, and count no things."""
    words = text.lower().replace("-", " ").split()
    return text[0].isdigit() and (len(words) < 2 or bool(_SPANS & set(words[:3])))


def _is_other_agreement(tokens: list[Token], at: int, begin: int) -> bool:
    """Say whether another agreement is named behind one: what follows is that one's subject."""
    is_led = tokens[at - 1].low in ("a", "an", "the", "and") or not tokens[at - 1].is_word
    return at > begin and is_led and agreement_trie().longest(tokens, at) is not None


def _ends_search(tokens: list[Token], at: int) -> bool:
    """Say whether no subject of an agreement stands behind a token: "…, vowing to conclude"."""
    is_of_other = tokens[at].low.endswith("ing") and tokens[at - 1].text == ","
    is_capital_next = at + 1 < len(tokens) and tokens[at + 1].is_cap
    is_of_other = is_of_other or (tokens[at].low == "as" and is_capital_next)
    return is_of_other or tokens[at].text in ";:" or tokens[at].low in word_set("no_subject_after")


def _said_by_relative(read: ReadSentence, lead: int) -> str:
    """Return the subject in ", which are on health and communication,"."""
    lows = [token.low for token in read.marked.tokens[lead : lead + 3]]
    is_on = len(lows) > 2 and lows[0] == "which" and lows[1] in ("is", "are", "was", "were")
    return _subject_words(read, lead + 2) if is_on and lows[2] == "on" else ""


def _subject_behind(read: ReadSentence, step: int) -> str:
    """Return what the first "on", "for" or the like behind a token leads to."""
    tokens = read.marked.tokens
    aim = ""
    for lead in range(step, min(step + SUBJECT_WINDOW, len(tokens))):
        if tokens[lead].low in word_set("subject_leads"):
            text = _subject_words(read, lead)
            if tokens[lead].low == "to" and text.split(" ")[0] in word_set("aims"):
                aim = aim or text  # "to promote ties in the areas of"
            elif text and not _is_sum_or_span(text):
                return text
        elif text := _said_by_relative(read, lead):
            return text
        elif _ends_search(tokens, lead) or _is_other_agreement(tokens, lead, step):
            break
        if _joins_another(tokens, lead):
            break
    return aim


def subject_of_agreement(read: ReadSentence, at: int, end: int, after: int) -> str:
    """Return what an agreement is about, from the words behind it, else those before it."""
    tokens, units = read.marked.tokens, read.units
    is_of = end < len(tokens) and tokens[end].low == "of"
    if is_of and tokens[at].low in ("protocol", "minutes") and (text := _subject_words(read, end)):
        return text
    stops = {units[after - 1].end if 0 < after <= len(units) else end, end}
    for begin in sorted(stops):
        step = begin
        if step < len(tokens) and tokens[step].text == "(":
            while step < len(tokens) and tokens[step].text != ")":
                step += 1
            step += 1
        if text := _subject_behind(read, step):
            return text
    start = at
    while start > 0 and _is_modifier(tokens[start - 1].low):
        start -= 1
    before = read.marked.text(start, at)
    if tokens[at].low in word_set("modifiers") and end - at > 1:
        before = read.marked.text(start, end - 1)
    return before.lower().removesuffix("and").strip() or _field_before(read, at)


#: What agreements are called that tells of no field.
_PLAIN_WORDS = frozenset(
    [
        "new",
        "joint",
        "separate",
        "landmark",
        "historic",
        "major",
        "similar",
        "final",
        "formal",
        "draft",
        "first",
        "second",
        "third",
        "preliminary",
        "interim",
        "comprehensive",
        "fresh",
        "last-minute",
        "proposed",
        "long-awaited",
        "contentious",
        "initial",
        "further",
    ]
)


def _field_before(read: ReadSentence, at: int) -> str:
    """Return the field that stands between the article and the noun: "a mobility agreement"."""
    tokens = read.marked.tokens
    start = at
    while start > 0 and at - start <= 2 and tokens[start - 1].is_word:
        if tokens[start - 1].low in ("a", "an"):
            words = tokens[start:at]
            is_plain = any(
                each.low in _PLAIN_WORDS
                or each.low.endswith(("ed", "ly", "est", "year"))
                or each.is_cap
                or each.is_number
                for each in words
            )
            is_marked = any(read.marked.mark_at[start:at])
            return "" if is_plain or is_marked else read.marked.text(start, at)
        start -= 1
    return ""


#: How many tokens after an agreement its subject may begin.
SUBJECT_WINDOW = 18


def _is_of_another(read: ReadSentence, lead: int) -> bool:
    """Say whether a preposition belongs to an office and to no agreement."""
    return any(office.start <= lead < office.end for office in read.marked.offices)


def _behind_field(tokens: list[Token], begin: int) -> int:
    """Return where what "in the fields of", "in areas such as" lists begins."""
    lows = [token.low for token in tokens[begin : begin + 4]]
    at = 1 if lows[:1] == ["the"] else 0
    if lows[at : at + 1] and lows[at] in _FIELDS:
        if lows[at + 1 : at + 2] == ["of"]:
            return begin + at + 2
        if lows[at + 1 : at + 3] == ["such", "as"]:
            return begin + at + 3
    return begin


_FIELDS = frozenset(("field", "fields", "area", "areas", "sphere", "spheres", "sector", "sectors"))


#: How many words may stand between the article of an agreement and its noun.
ROW_TOKENS = 6


def _joins_another(tokens: list[Token], at: int) -> bool:
    """Say whether "and" or "as well as" leads to another agreement."""
    low = tokens[at].low
    if low == "as" and [token.low for token in tokens[at + 1 : at + 3]] == ["well", "as"]:
        return _begins_another(tokens, at + 3)
    return low == "and" and _begins_another(tokens, at + 1)


def _begins_another(tokens: list[Token], at: int) -> bool:
    """Say whether "and" leads to another agreement: "on trade and a memorandum on health"."""
    if at >= len(tokens) or tokens[at].low not in ("a", "an", "another", "the"):
        return False
    for step in range(at + 1, min(at + ROW_TOKENS, len(tokens))):
        if agreement_trie().longest(tokens, step) is not None:
            return True
        if not tokens[step].is_word or tokens[step].low in word_set("subject_leads"):
            return False
    return False


_LEADS_OF_THINGS = frozenset(("on", "for", "regarding", "concerning", "covering", "establishing"))


def _article_of_thing(tokens: list[Token], lead: int) -> bool:
    """Say whether "a" behind a preposition leads to the thing that an agreement is about."""
    is_article = lead + 2 < len(tokens) and tokens[lead + 1].low in ("a", "an")
    return is_article and tokens[lead].low in _LEADS_OF_THINGS


def _subject_words(read: ReadSentence, lead: int) -> str:
    tokens = read.marked.tokens
    begin = lead + 1
    if _is_of_another(read, lead) or any(
        each.start <= tokens[lead].start < each.end for each in read.dates
    ):
        return ""
    begin += _article_of_thing(tokens, lead)
    if begin < len(tokens) and tokens[begin].low in word_set("no_subject_starts"):
        return ""
    if (
        begin + 1 < len(tokens)
        and tokens[begin].low == "the"
        and (tokens[begin + 1].low in word_set("no_subject_starts"))
    ):
        return ""
    is_list = False
    if tokens[lead].low in ("aimed", "backed") and begin < len(tokens):
        begin += 1
    if tokens[lead].low == "in" and begin + 2 < len(tokens):
        begin = _behind_field(tokens, begin)
        is_list = begin > lead + 1
    mark = read.marked.mark_at[begin] if begin < len(tokens) else None
    if begin >= len(tokens) or (mark is not None and tokens[lead].low in ("in", "to", "for")):
        return ""
    date_starts = {each.start for each in read.dates}
    step = begin
    while step < len(tokens) and step - begin < MAX_SUBJECT_TOKENS:
        token = tokens[step]
        if (
            is_list
            and token.text == ","
            and step + 1 < len(tokens)
            and (tokens[step + 1].is_word and not tokens[step + 1].is_cap)
        ):
            step += 1
            continue
        if token.low in word_set("subject_ends") or token.start in date_starts:
            break
        if step > begin and _joins_another(tokens, step):
            break
        if (
            token.low == "in"
            and step > begin
            and read.marked.mark_at[min(step + 1, len(tokens) - 1)]
        ):
            break
        step += 1
    while step > begin and tokens[step - 1].low in ("in", "on", "of", "and", "the", "for", "to"):
        step -= 1
    return read.marked.text(begin, step).strip(_QUOTES)


_QUOTES = "'’‘“”\" "
