"""What a name is made of and when two spellings may be one: pure text in, pure text out.

The store asks it for search and sort keys, forms for name parts, paper for direction.
"""

from typing import TYPE_CHECKING

from db.lazy import lazy_exports

if TYPE_CHECKING:
    from db.names.collation import collation_key, collation_languages, collation_prefixes
    from db.names.folding import fold, index_query, index_words, words
    from db.names.languages import language_code, language_name, native_language
    from db.names.order import sort_name, sort_parts, sort_title, split_name, without_article
    from db.names.particles import NameParts
    from db.names.scripts import direction, language_guess, script_of
    from db.names.titles import TitledName, split_titles

__getattr__ = lazy_exports(__name__)
