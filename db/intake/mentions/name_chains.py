"""Reads offices, ranks and courtesies in a row before a name, and the name after them;
`person_names` asks it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from db.intake.lexicons.name_words import (
    family_names_first,
    given_names,
    never_names,
    particles,
    speech_verbs,
)
from db.intake.lexicons.office_words import epithets, head_trie
from db.intake.lexicons.rank_words import (
    courtesies_in_names,
    honorific_trie,
    rank_level,
    rank_trie,
    service_trie,
)
from db.intake.lexicons.tokens import Token
from db.intake.lexicons.word_files import lexicon
from db.intake.mentions.marks import MarkedSentence, join_tokens, place_of
from db.intake.mentions.name_runs import name_end, name_text, shouted_surname
from db.intake.mentions.offices.office_facts import OfficeFacts
from db.intake.mentions.person_mention import PersonMention
from db.intake.mentions.rows_of_holders import behind_courtesy, office_in_row, state_of_name


@dataclass(slots=True)
class _Chain:
    """What stands before a name."""

    end: int
    start: int
    offices: list[OfficeFacts] = field(default_factory=list)
    rank: str = ""
    courtesy: str = ""
    country: str = ""
    is_counterpart: bool = False
    is_begun: bool = False
    follows_titled: bool = False  # a person with an office of their own stands before


def read_chain(
    marked: MarkedSentence, at: int, offices: dict[int, OfficeFacts], titled_end: int = -1
) -> _Chain | None:
    """Read offices, ranks and courtesies in a row from a token on."""
    chain = _Chain(at, at)
    chain.follows_titled = titled_end > 0 and at - titled_end <= 2
    step = at
    while step < len(marked.tokens):
        further = _read_title(marked, step, chain, offices)
        further = further or _read_state(marked, step, chain)
        further = further or _read_joint(marked, step, chain, offices)
        if not further:
            break
        step = further
    chain.end = step
    return chain if chain.is_begun else None


def _read_title(
    marked: MarkedSentence, step: int, chain: _Chain, offices: dict[int, OfficeFacts]
) -> int:
    """Read an office, a rank or a courtesy; return where it ends, 0 if none stands there."""
    tokens = marked.tokens
    token = tokens[step]
    if chain.offices and token.low in ("sultan", "amir"):
        return 0  # a given name behind an office
    if step in offices and offices[step].end > step:
        chain.offices.append(offices[step])
        chain.is_begun = True
        return _skip_bracket(marked, offices[step].end)
    if not token.is_cap:
        return 0
    rank = rank_trie().longest(tokens, step)
    if rank is not None:
        if rank_level(rank[1]) > rank_level(chain.rank):  # Field Marshal General X
            chain.rank = rank[1]
        chain.is_begun = True
        return _skip_retirement(tokens, rank[0])
    courtesy = honorific_trie().longest(tokens, step)
    if courtesy is not None and _is_courtesy(tokens, step, courtesy[0]):
        chain.courtesy = join_tokens(tokens[step : courtesy[0]])
        chain.is_begun = True
        return courtesy[0]
    return 0


def _read_state(marked: MarkedSentence, step: int, chain: _Chain) -> int:
    """Read a service or a state before a rank, and a counterpart; return where it ends."""
    tokens = marked.tokens
    service = service_trie().longest(tokens, step)
    end = service[0] if service is not None else len(tokens)
    if end < len(tokens) and rank_trie().longest(tokens, end) is not None:
        chain.country = chain.country or _country_at(marked, step)
        for covered in range(step, end):
            marked.mark_at[covered] = None  # a service before a rank takes no part
        return end
    mark = marked.mark_at[step]
    place = place_of(mark)
    if mark is not None and place is not None:
        is_side = place.form == "people" or (place.form == "name" and mark.end == step + 1)
        if is_side and _counterpart_after(tokens, step):
            chain.country = place.code
            chain.is_counterpart = chain.is_begun = True
            return mark.end + 1
        if place.code and rank_or_title_next(marked, step):
            chain.country = chain.country or place.code
            return mark.end
    if tokens[step].low in ("counterpart", "peer", "homologue") and (
        step > chain.start or _his_before(tokens, step)
    ):
        chain.is_counterpart = chain.is_begun = True
        return _behind_state_of_counterpart(marked, step + 1, chain)
    return 0


def _behind_state_of_counterpart(marked: MarkedSentence, at: int, chain: _Chain) -> int:
    """Read the state in "his counterpart from the Republic of Ecuador, X"; return where it ends."""
    tokens = marked.tokens
    if at + 2 >= len(tokens) or tokens[at].low not in ("from", "of"):
        return at
    mark = marked.mark_at[at + 1 + (tokens[at + 1].low == "the")]
    place = place_of(mark)
    if mark is None or place is None or place.form != "name" or not place.code:
        return at
    chain.country = place.code
    return mark.end


def _read_joint(
    marked: MarkedSentence, step: int, chain: _Chain, offices: dict[int, OfficeFacts]
) -> int:
    """Read a comma, "and" or an article behind which the titles go on; 0 if they do not."""
    tokens = marked.tokens
    token = tokens[step]
    if step + 1 >= len(tokens):
        return 0
    if token.low == "the":
        goes_on = step + 1 in offices or (chain.is_begun and _is_titled_next(marked, step + 1))
        return step + 1 if goes_on else 0
    if not chain.is_begun:
        return 0
    if token.low in ("and", "&", "/", "cum", "–", "-", "—"):
        if chain.offices and chain.offices[-1].is_plural:
            return 0  # "with the military chiefs and the Venezuelan minister, X"
        if _is_of_another(chain, offices.get(step + 1)):
            return 0  # "the Swiss ambassador and Chief of Army Staff Gen X"
        if step + 1 in offices and offices[step + 1].end > step + 1 and chain.offices:
            return step + 1
        after_article = step + 2 in offices and tokens[step + 1].low == "the"
        return step + 2 if after_article and chain.offices else 0
    if token.text == ",":
        if chain.is_counterpart and not chain.offices:
            has_name = name_end(marked, step + 1) > step + 2 or _is_titled_next(marked, step + 1)
            return step + 1 if has_name else 0
        return step + 1 if _goes_on_after_comma(marked, step + 1, chain, offices) else 0
    return step + 1 if token.low in epithets() else 0


def _is_of_another(chain: _Chain, office: OfficeFacts | None) -> bool:
    """Say whether an envoy stands before "and" and an officer of another state behind it."""
    before = chain.offices[-1] if chain.offices else None
    if before is None or office is None:
        return False
    is_envoy = before.group == "envoy" and bool(before.country)
    return is_envoy and office.group == "military" and office.country != before.country


def _skip_retirement(tokens: list[Token], at: int) -> int:
    """Return where "(Ret.)" ends that stands behind a rank."""
    retired = lexicon("ranks")["retired"]
    if at + 2 < len(tokens) and tokens[at].text == "(" and tokens[at + 1].low in retired:
        closing = next(
            (far for far in range(at + 2, min(at + 5, len(tokens))) if tokens[far].text == ")"), at
        )
        return closing + 1 if closing > at else at
    return at


def _his_before(tokens: list[Token], at: int) -> bool:
    return at > 0 and tokens[at - 1].low in ("his", "her", "its", "the")


def _is_titled_next(marked: MarkedSentence, at: int) -> bool:
    return (
        at < len(marked.tokens)
        and marked.tokens[at].is_cap
        and (
            honorific_trie().longest(marked.tokens, at) is not None
            or rank_trie().longest(marked.tokens, at) is not None
        )
    )


def _country_at(marked: MarkedSentence, at: int) -> str:
    mark = marked.mark_at[at]
    if mark is None:
        return ""
    place = place_of(mark)
    return place.code if place is not None else str(mark.value.country)


def rank_or_title_next(marked: MarkedSentence, at: int) -> bool:
    """Say whether a rank or a courtesy follows a state's adjective: Pakistani General Ali."""
    mark = marked.mark_at[at]
    step = mark.end if mark is not None else at + 1
    if step >= len(marked.tokens) or not marked.tokens[step].is_cap:
        return False
    return rank_trie().longest(marked.tokens, step) is not None


def _counterpart_after(tokens: list[Token], at: int) -> bool:
    step = at + 1
    while step < len(tokens) and step < at + 4:
        if tokens[step].low in ("counterpart", "counterparts", "peer", "homologue"):
            return step == at + 1 or tokens[at].low in (
                "us",
                "u.s.",
                "south",
                "north",
                "saudi",
                "new",
            )
        step += 1
    return False


def _skip_bracket(marked: MarkedSentence, at: int) -> int:
    """Return where a bracket with an acronym ends that stands at a token."""
    tokens = marked.tokens
    if at + 2 < len(tokens) and tokens[at].text == "(" and tokens[at + 2].text == ")":
        return at + 3
    return at


def _is_courtesy(tokens: list[Token], at: int, end: int) -> bool:
    """Say whether a courtesy stands before a name and is not one itself."""
    if end >= len(tokens):
        return False
    follower = tokens[end]
    if tokens[at].low in ("chief", "malik", "sultan", "king", "prince", "senator", "lord"):
        return follower.is_cap and follower.low not in never_names()
    return follower.is_cap or follower.text in (".", "'") or follower.low in particles()


def _goes_on_after_comma(
    marked: MarkedSentence, at: int, chain: _Chain, offices: dict[int, OfficeFacts]
) -> bool:
    """Say whether a chain goes on behind a comma: "…of Japan, His Excellency …", "…, General …"."""
    tokens = marked.tokens
    if at >= len(tokens):
        return False
    if rank_trie().longest(tokens, at) and tokens[at].is_cap:
        return bool(chain.offices)
    if honorific_trie().longest(tokens, at) and tokens[at].is_cap and at not in offices:
        return bool(chain.offices)
    if at in offices and offices[at].key() == "ambassador" and not offices[at].country:
        return bool(chain.offices)
    if at in offices and chain.offices:
        # A list of offices of one person ends at a name without another comma.
        after = offices[at].end
        while after + 1 < len(tokens) and tokens[after].low == "and" and after + 1 in offices:
            after = offices[after + 1].end  # "Tánaiste, Minister for A and Minister for B, X"
        after += after < len(tokens) and after != offices[at].end and tokens[after].text == ","
        return (
            after < len(tokens)
            and tokens[after].is_cap
            and marked.mark_at[after] is None
            and not _person_before(marked, chain.start)
            and not chain.offices[-1].country
        )
    if not chain.offices or not tokens[at].is_cap or marked.mark_at[at] is not None:
        return False
    end = name_end(marked, at)
    if end <= at + 1 or (_person_before(marked, chain.start) and not chain.follows_titled):
        return False
    if end >= len(tokens) or tokens[end].text in ",.;:)-—–" or tokens[end].low in speech_verbs():
        return True
    last = chain.offices[-1]
    if (last.is_plural or (chain.start == 0 and last.country)) and tokens[end].low == "and":
        return True
    return bool(last.country or last.organization) and last.end > last.head_end


def _person_before(marked: MarkedSentence, at: int) -> bool:
    """Say whether a name and a comma stand before a token, so that a title there is the name's."""
    tokens = marked.tokens
    step = at - 1
    if step > 0 and tokens[step].low in ("the", "a", "an"):
        step -= 1
    if step < 1 or tokens[step].text not in (",", "("):
        return False
    before = tokens[step - 1]
    return before.is_cap and marked.mark_at[step - 1] is None and before.low not in never_names()


def name_after(marked: MarkedSentence, chain: _Chain) -> list[PersonMention]:
    """Return the person or, after a plural, the people whose names follow a chain."""
    tokens = marked.tokens
    if chain.end >= len(tokens):
        return []
    is_titled = bool(chain.offices or chain.rank or chain.is_counterpart)
    end = name_end(marked, chain.end, is_titled=is_titled)
    if end == chain.end or _is_office_again(marked, chain, end):
        return []
    mention = _mention(marked, chain, chain.end, end)
    if mention is None:
        return []
    is_plural = bool(chain.offices) and chain.offices[-1].is_plural
    if not is_plural:
        if chain.offices and end - chain.end == 1 and not _is_plausible(marked, chain, end):
            return []
        return [mention]
    office = replace(chain.offices[-1], is_plural=False)
    mentions = [mention]
    mention.offices = [office_in_row(marked, office, mention)]
    at = mention.outer_end
    while at + 1 < len(tokens) and (tokens[at].low in (",", "and", "&")):
        step = at + 1 + (tokens[at + 1].low == "and")
        start = behind_courtesy(tokens, step)
        if start >= len(tokens) or marked.mark_at[start] is not None:
            break
        stop = name_end(marked, start, is_titled=True)
        if stop == start:
            break
        another = _mention(marked, chain, start, stop)
        if another is None:
            break
        another.outer_start = step
        another.offices = [office_in_row(marked, office, another)]
        mentions.append(another)
        at = another.outer_end
    if office.countries and len(office.countries) == len(mentions):
        for each, code in zip(mentions, office.countries, strict=True):
            each.offices = [replace(office, country=code, is_plural=False)]
    return mentions


def _is_plausible(marked: MarkedSentence, chain: _Chain, end: int) -> bool:
    """Say whether one word after an office is a name: Minister Ali, never Minister Delivers."""
    token = marked.tokens[chain.end]
    if chain.rank or chain.courtesy:
        return True
    if token.low in given_names() or token.low in family_names_first():
        return True
    if marked.sentence.is_headline:
        follower = marked.tokens[end] if end < len(marked.tokens) else None
        return follower is not None and not follower.is_cap
    return True


def _is_office_again(marked: MarkedSentence, chain: _Chain, end: int) -> bool:
    return head_trie().longest(marked.tokens, chain.end) is not None and end == chain.end + 1


def _mention(marked: MarkedSentence, chain: _Chain, start: int, end: int) -> PersonMention | None:
    tokens = marked.tokens
    courtesy = chain.courtesy
    if courtesy.lower() == "sultan" and chain.offices and end - start >= 2:
        start -= 1  # a given name: "chief executive Sultan Saif Al Suwaidi"
        courtesy = ""
    name = name_text(tokens, start, end)
    crown = chain.offices[-1].key() if chain.offices else ""
    if courtesy.lower() in courtesies_in_names() and end - start == 1:
        name = f"{courtesy} {name}"
    elif crown in courtesies_in_names() and end - start == 1:
        name = f"{crown.title()} {name}"
    reasons = []
    if chain.offices:
        reasons.append("an office before the name")
    if chain.rank:
        reasons.append("a rank before the name")
    if courtesy:
        reasons.append("a courtesy before the name")
    if chain.is_counterpart:
        reasons.append("called a counterpart")
    if not reasons:
        return None
    offices = [
        office for office in chain.offices
        if len(chain.offices) == 1 or office.key() != "ambassador" or office.country
    ]  # fmt: skip
    state, outer_end = state_of_name(marked, end)
    is_plural = bool(offices) and offices[-1].is_plural
    if state and offices and not (offices[-1].country or offices[-1].organization or is_plural):
        offices[-1].country = state
    return PersonMention(
        name, start, end, chain.start, outer_end, chain.rank, courtesy, offices,
        chain.country, is_counterpart=chain.is_counterpart, reasons=reasons,
        surname=shouted_surname(tokens, start, end),
    )  # fmt: skip
