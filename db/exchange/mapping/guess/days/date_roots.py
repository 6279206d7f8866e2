"""Days whose heading is no known phrase, by_target by the roots of its words: “podpis”, “vigor”.

`mapping_guess` asks once the kind is known. A heading that has roots of two days, or of what is
none of them, tells nothing.
"""

from __future__ import annotations

from db.exchange.mapping.guess.headings import fold
from db.exchange.mapping.guess.shapes import FileColumn
from db.exchange.mapping.guess.value_words import is_envoy, is_office

Found = dict[str, list[FileColumn]]

_MIN_SHARE = 0.8  # of the values
_SIGNED = """sign|unterz|gezeichn|firm|suscri|subscri|celebra|conclu|abschlu|assin|ondertek
|totstandkom|podpis|zawar|uzavr|sjedn|imza|подпис|підпис|заключ|уклад|υπογρ|توقيع|امضا|امضاء
|دستخط|签|簽|署名|調印|서명|체결|undertegn|underskr|alair|alairas|semnar|sklen|potpis"""
_FORCE = """force|vigue|vigor|kraft|treding|yururl|силу|силы|чинн|ισχυ|نفاذ|لازم الاجرا|生效|発効
|発效|발효|효력|obowiaz|wejsc|platnost|ikraft|hataly|vigoare|snag"""
_ENDED = """fin|end|fine|ende|koniec|konec|termin|expir|denunc|abrog|kundig|ausser|ablauf
|buiten|wygas|wypow|ukonc|sona er|прекращ
|припин|ληξη|انقضا|失效|终止|終了|종료|만료"""
_FROM = """start|begin|from|since|appoint|assum|debut|depuis|prise|nomin|nomm|antritt|ernenn|beginn
|inicio|asun|toma|nombra|posse|nomea|insedia|inizio|aanvang|aantred|benoem|objec|poczat|mianow
|powol|nastup|jmenov|zacat|basla|atan|gelis|назнач|начал|вступ|призначен|почат|вступ|εναρξ|αναληψ
|διορισμ|تعيين|تعیین|بدء|بداي|تولي|شروع|آغاز|انتصاب|تقرر|任命|就任|上任|到任|开始|着任|임명|부임|취임|시작"""
_TO = """end|resign|dismiss|dimiss|demiss|rucktr|renunc|отстав|istifa|until|left|depart
|fin|cess|jusqu|ende|bis|abberuf|ausschei|hasta|cese|termin|fim|saida
|exoner|ate|fine|einde|tot|aftred|koniec|zakoncz|odwol|konec|ukonc|odvol|bitis|ayril|son|оконч
|освобожд|конец|звільн|закінч|кінець|ληξ|τελος|انتهاء|نهاي|پایان|اختتام|离任|卸任|结束|退任|離任|终止|이임|퇴임|종료"""
_NONE_OF_THEM = """public|ratif|deposit|approv|aprob|aprov|genehm|zustimm|regist|gazet|amend|born
|birth|credent|verit|beglaub|lettre|akkred|accred|opublik|опублик|ратиф|депон|регистр|верит|схвал
|批准|公布|国書|国书|비준|공포|تصديق|تصویب|نشر"""
_FOUNDED = """found|establ|creat|creac|fond|grund|gegrund|основ|засн|zaloz|kurul|ιδρυ|تأسيس
|تاسیس|开设|開設|設立|成立|设立|建馆|설립|개설|opened|oprett|opprett|alapit|infiint"""
_STEMS = {
    "agreements": {"signed": _SIGNED, "in_force": _FORCE, "terminated": _ENDED},
    "organizations": {"founded": _FOUNDED, "dissolved": _ENDED},
    "people": {"from": _FROM, "to": _TO},
    "tenures": {"from": _FROM, "to": _TO},
}
_HOLDERS = ("people", "tenures")
_SHORT = 4  # letters of a part that must be a word of its own


def take_dates(kind: str, found: Found, columns: list[FileColumn]) -> None:
    """Give the days of a kind the columns of dates that no target took."""
    if kind in _HOLDERS and not {"office", "organization"} & set(found):
        names = [each for name in ("name", "person") for each in found.get(name, ())]
        if not any(is_office(each.heading) or is_envoy(each.heading) for each in names):
            return  # nobody is told to hold anything
    by_target: dict[str, list[FileColumn]] = {}
    for column in _free(found, columns):
        if target := _target_of(kind, column.heading):
            by_target.setdefault(target, []).append(column)
    for target, some in by_target.items():
        if len(some) == 1 and target not in found and f"party_{target}" not in found:
            found[target] = some


def _free(found: Found, columns: list[FileColumn]) -> list[FileColumn]:
    serving = {id(column) for some in found.values() for column in some}
    return [
        each for each in columns
        if id(each) not in serving and each.filled and not each.template
        and each.share("date") >= _MIN_SHARE
    ]  # fmt: skip


def _target_of(kind: str, heading: str) -> str:
    """Return the day that a heading tells, "" where it tells none or several.

    >>> _target_of("agreements", "Datum totstandkoming"), _target_of("agreements", "Ratifikováno")
    ('signed', '')
    """
    if _has_stem(heading, _NONE_OF_THEM):
        return ""
    stems = _STEMS.get(kind, {})
    targets = [name for name, text in stems.items() if _has_stem(heading, text)]
    return targets[0] if len(targets) == 1 else ""


def _has_stem(heading: str, stems: str) -> bool:
    """Say whether a heading has a word that begins with a part of words, or is a short one.

    >>> _has_stem("Datum totstandkoming", _SIGNED), _has_stem("Assigned to", _SIGNED)
    (True, False)
    """
    plain = fold(heading)
    words = plain.split()
    for stem in map(fold, stems.replace("\n", "").split("|")):
        if not stem.isascii() and not "а" <= stem[0] <= "я" and not "α" <= stem[0] <= "ω":
            if stem in plain:
                return True
        elif any(word == stem or (len(stem) >= _SHORT and word.startswith(stem)) for word in words):
            return True
    return False
