"""Tables that list people and organizations alike, as lists of sanctions do: the column that says
which a row is. `guess` asks: a file of both is imported once for each.
"""

from __future__ import annotations

from db.exchange.mapping.guess.headings import fold
from db.exchange.mapping.guess.shapes import FileColumn

_MAX_SORTS = 12  # different values of a column that sorts rows
_CALLED = """schema|type|kind|entity type|subject type|entity subject type|record type|target type
    |category|sdn type|party type|class|name type|list type|typ|art|tipo|genre|тип|النوع|类型"""
_HEADINGS = frozenset(word.strip() for word in _CALLED.split("|"))
_PEOPLE = "people"
_BODIES = "organizations"
_OTHERS = ""
_SORTS = {
    _PEOPLE: """person|individual|natural person|people|human|p|i|einzelperson|naturliche person
        |personne|personne physique|persona|persona fisica|persona natural|pessoa|pessoa fisica
        |persoon|osoba|osoba fizyczna|kisi|gercek kisi|физическое лицо|лицо|фізична особа|شخص|فرد
        |个人|個人|개인""",
    _BODIES: """organization|organisation|entity|legal entity|company|enterprise|public body|group
        |corporation|business|firm|party|e|juristische person|organisme|personne morale|entite
        |societe|organizacion|entidad|persona juridica|empresa|organizacao|pessoa juridica
        |organizzazione|persona giuridica|organisatie|rechtspersoon|podmiot|osoba prawna|tuzel kisi
        |kurulus|юридическое лицо|организация|юридична особа|كيان|منظمة|实体|团体|団体|단체""",
    _OTHERS: """vessel|ship|aircraft|airplane|crypto wallet|security|vehicle|address|schiff|navire
        |buque|nave|судно|سفينة|船舶|unspecified|other""",
}
_SORT_OF = {
    fold(word): sort
    for sort, words in _SORTS.items()
    for word in words.replace("\n", "").split("|")
}


def rows_by_sort(columns: list[FileColumn]) -> tuple[str, dict[str, tuple[str, ...]]]:
    """Return the heading of the column that sorts the rows and {kind: its values}; "" and nothing
    where no column does, or all rows are of one sort.

    >>> rows_by_sort([FileColumn("schema", 2, values=dict.fromkeys(["Person", "Company"]))])
    ('schema', {'people': ('Person',), 'organizations': ('Company',)})
    >>> rows_by_sort([FileColumn("type", 2, values=dict.fromkeys(["Person", "Envoy"]))])
    ('', {})
    """
    for column in columns:
        if fold(column.heading) not in _HEADINGS or not 2 <= len(column.values) <= _MAX_SORTS:
            continue
        sorts = {value: _SORT_OF.get(fold(value)) for value in column.values}
        kinds = {
            kind: tuple(value for value, sort in sorts.items() if sort == kind)
            for kind in dict.fromkeys(sorts.values())
            if kind
        }
        if None not in sorts.values() and kinds and len(set(sorts.values())) > 1:
            return column.heading, kinds
    return "", {}
