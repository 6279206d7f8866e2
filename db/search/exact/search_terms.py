"""A query made ready for the index: the words of each kind of wish, as FTS5 writes them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from db.lens import Lens
from db.names import index_query, split_titles
from db.query import LONGEST, Query, Word
from db.search.exact.spelling_twins import twin_of
from db.search.index.fulltext import NAME
from db.vocabulary.choices import MARKINGS


def tokens(word: Word) -> list[str]:
    """Return a word as the index knows it: folded, cut where the index cuts."""
    return index_query(word.text).split()


def term(word: Word, *, whole: bool = False) -> str:
    """Return a word as FTS5 writes it: a phrase, with a star unless only the whole word will do; of
    two usual spellings either.
    """
    text = " ".join(tokens(word))
    if not text:
        return ""
    star = "*" if word.prefix and not whole else ""
    twin = "" if word.exact else twin_of(text)
    return f'("{text}"{star} OR "{twin}"{star})' if twin else f'"{text}"{star}'


def visible_columns(lens: Lens) -> tuple[str, ...]:
    """Return the columns of the index that lie at or below the ceiling."""
    return (NAME, *MARKINGS[: lens.ceiling + 1])


def scope_expression(columns: Iterable[str], expression: str) -> str:
    """Return an expression over some columns only."""
    return f"{{{' '.join(columns)}}} : ({expression})"


@dataclass(frozen=True, slots=True)
class SearchTerms:
    """The words that are wanted, those of them that name, and those that are unwanted."""

    words: tuple[Word, ...]
    name_words: tuple[Word, ...]  # without titles and honorifics, which are no part of a name
    unwanted: tuple[Word, ...]
    is_exact: bool
    is_narrowed: bool = False  # by filters
    typed: str = ""  # as it was typed, with the signs between words

    @property
    def is_titled(self) -> bool:
        """Whether titles stand in what was asked."""
        return len(self.name_words) < len(self.words)

    @property
    def is_begun(self) -> bool:
        """Whether the last of several words or filters is but a letter that is being typed on."""
        last = self.words[-1]
        is_more = len(self.words) > 1 or self.is_narrowed
        return is_more and len(last.text) == 1 and last.prefix

    @property
    def has_initials(self) -> bool:
        """Whether letters stand among several words: almost any text has words that begin so."""
        return len(self.words) > 1 and any(len("".join(tokens(w))) == 1 for w in self.words)

    def text(self) -> str:
        """Return the name that is asked for, folded."""
        return " ".join(token for word in self.name_words for token in tokens(word))

    def twins(self) -> frozenset[str]:
        """Return the words that are searched as other spellings of what was asked."""
        typed = (" ".join(tokens(word)) for word in self.words if not word.exact)
        return frozenset(part for text in typed for part in twin_of(text).split())

    def match(
        self, words: Sequence[Word], columns: Sequence[str], lens: Lens, *, whole: bool = False
    ) -> str:
        """Return all of some words in some columns, without what is unwanted; '' for no words."""
        wanted = " AND ".join(filter(None, (term(word, whole=whole) for word in words)))
        return self.narrow_expression(scope_expression(columns, wanted), lens) if wanted else ""

    def narrow_expression(self, expression: str, lens: Lens) -> str:
        """Return an expression without what is unwanted, wherever the lens looks."""
        for word in self.unwanted:
            expression += f" NOT ({scope_expression(visible_columns(lens), term(word))})"
        return expression


def terms_of(query: Query) -> SearchTerms:
    """Return what a query asks of the index.

    >>> from db.query import parse_query
    >>> asked = terms_of(parse_query('field marshal munir -"chief of staff"'))
    >>> [word.text for word in asked.name_words], asked.is_titled
    (['munir'], True)
    """
    words = tuple(word for word in query.words if not word.excluded and tokens(word))
    unwanted = tuple(word for word in query.words if word.excluded and tokens(word))
    plain = [word for word in words if not word.exact]
    name = split_titles(" ".join(word.text for word in plain)).name.split()
    names = words
    if 0 < len(name) < len(plain):
        # Titles stand before a name or behind it, so what is left is a run of the words.
        run = _run(plain, name)
        names = tuple(word for word in words if word.exact or word in run)
    is_exact = query.is_exact or not plain
    is_plain = len(plain) == len(query.words) and not query.filters
    typed = query.text[:LONGEST] if is_plain else " ".join(word.text for word in words)
    return SearchTerms(words, names, unwanted, is_exact, bool(query.filters), typed)


def _run(words: Sequence[Word], texts: Sequence[str]) -> list[Word]:
    """Return the words whose texts follow each other so; all of them where they do not."""
    for start in range(len(words) - len(texts) + 1):
        part = words[start : start + len(texts)]
        if [word.text for word in part] == list(texts):
            return list(part)
    return list(words)
