"""How letters sound, script by script, as coarse consonants: what `phonetic_keys` reads.

`A` vowel, `H` breath, `W` u-like vowel that is v or w in front; B b p, D, F f v, K k g q, L, M, N,
R, S s z sh, T, X ch j zh. Pieces of two to four letters are tried before single ones.
"""

from __future__ import annotations

import re
from functools import cached_property

LATIN_BEFORE_FOLDING = str.maketrans({
    "š": "sh", "ş": "sh", "ș": "sh", "ž": "zh", "č": "ch", "ć": "ch", "ç": "ch", "ţ": "ts",
    "ț": "ts", "ğ": "", "ś": "s", "ź": "z", "ż": "zh", "đ": "d", "ñ": "n", "ł": "l", "ß": "ss",
    "ā": "a", "ў": "у", "ำ": "ัม", "ຳ": "ັມ",
})  # fmt: skip
# A stroke behind these makes them ch, j and zh; the one letter they become writes nothing else.
GERESH = re.compile(r"[גזצץ]['’׳]")
GERESH_SOUND = "ׯ"
ARTICLES = frozenset(("al", "el", "ul", "ال"))


class Spelling:
    """What each piece of a script's words sounds like.

    `doubles` says that two equal letters are two sounds, as where short vowels are not written.
    """

    def __init__(self, sounds: dict[str, str], doubles: bool = False) -> None:
        self.sounds = sounds
        self.doubles = doubles

    @cached_property
    def pieces(self) -> re.Pattern[str]:
        """Longest first; made when the script is first met, since opening a desk waits for it."""
        longer = (piece for piece in self.sounds if len(piece) > 1)
        longest_first = sorted(longer, key=len, reverse=True)
        return re.compile("|".join(map(re.escape, longest_first)) or "(?!)")

    @cached_property
    def letters(self) -> _LetterSounds:
        """What single letters sound like."""
        return _LetterSounds({ord(k): v for k, v in self.sounds.items() if len(k) == 1})

    def sounds_of(self, word: str) -> str:
        """Return a folded word as sounds; digits are kept, other signs are silent."""
        sounds = self.sounds
        return self.pieces.sub(lambda m: sounds[m[0]], word).translate(self.letters)


class _LetterSounds(dict[int, str]):
    """For `str.translate`: sounds are kept, which no folded word has, and digits."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = sound = char if char.isdigit() or "A" <= char <= "Z" else ""
        return sound


def rows(lines: str) -> dict[str, str]:
    """Turn `sound: pieces` lines to a table; a sound `-` is silence."""
    table: dict[str, str] = {}
    for line in lines.split("\n"):
        sound, found, pieces = line.strip().partition(":")
        if found:
            table.update(dict.fromkeys(pieces.split(), sound.replace("-", "")))
    return table


_LATIN = rows("""
    A: a e i o u y
    B: b p pp
    F: f v ph ff wsk wicz
    D: d dh
    T: t th
    K: k g q c ck qu gh
    KS: x
    H: h kh
    W: w
    L: l
    M: m
    N: n
    R: r
    S: s z sh sch ce ci cy ts tz tsz sz
    X: ch j zh dj dzh tch tsch cz
""") | {"wsk": "FSK", "wicz": "FX", "sch": "S", "shch": "S", "sc": "SK"}
_CYRILLIC = rows("""
    A: а е и о у ы э ю я і ї є й ј
    B: б п
    F: ф в
    D: д
    T: т
    K: к г қ ғ
    KS: кс
    H: х ҳ һ
    L: л љ
    M: м
    N: н њ ң
    R: р
    S: с з ш щ ц тс дз
    X: ч ж дж ђ џ ћ җ
    W: уо уи уэ уа
    -: ь ъ
""")
_GREEK = rows("""
    A: α ε η ι ο υ ω
    B: μπ π
    F: β φ
    D: ντ δ
    T: τ θ
    K: γκ γγ γ κ
    KS: ξ
    BS: ψ
    H: χ
    L: λ
    M: μ
    N: ν
    R: ρ
    S: σ ζ ς τσ
    X: τζ
""") | {"ευ": "AF", "αυ": "AF"}
_HEBREW = rows("""
    A: א ע י
    W: ו
    B: ב פ
    F: ף וו
    D: ד
    T: ט ת
    K: ג כ ך ק
    H: ה ח
    L: ל
    M: מ ם
    N: נ ן
    R: ר
    S: ס ש ז צ ץ
    X: ׯ
""")
_ARABIC = rows("""
    A: ا ي ع ے
    W: و
    B: ب پ
    F: ف ڤ
    D: د ذ ض ڈ
    T: ت ط ث ٹ
    K: ك ق گ غ
    H: ه ح خ
    L: ل لل
    M: م
    N: ن
    R: ر ڑ
    S: س ش ص ز ظ تس
    X: ج چ ژ تش دج
""")
_URDU = _ARABIC | rows("""
    S: ذ ض ظ ث
    F: وي
    K: كه گه
    B: به په
    D: ده ڈه
    T: ته ٹه
    X: جه چه
""")
# Japanese has one sound for l and r, here r; f stands for h before u.
_KANA = rows("""
    A: ア イ ウ エ オ ァ ィ ゥ ェ ォ ヤ ユ ヨ ャ ュ ョ ヲ
    K: カ キ ク ケ コ ガ ギ グ ゲ ゴ ヵ ヶ
    S: サ シ ス セ ソ ザ ズ ゼ ゾ ツ ヅ
    X: チ ジ ヂ
    T: タ テ ト ティ トゥ
    D: ダ デ ド ディ ドゥ デュ
    N: ナ ニ ヌ ネ ノ ン
    H: ハ ヒ ヘ ホ
    F: フ ファ フィ フェ フォ フュ ヴ ヴァ ヴィ ヴェ ヴォ
    B: バ ビ ブ ベ ボ パ ピ プ ペ ポ
    M: マ ミ ム メ モ
    R: ラ リ ル レ ロ
    W: ワ ウォ ウィ ウェ ヰ ヱ
""")
# Conjoining letters, those in front and those at the end of a syllable.
_HANGUL = rows("""
    A: ᅡ ᅢ ᅣ ᅤ ᅥ ᅦ ᅧ ᅨ ᅩ ᅭ ᅮ ᅲ ᅳ ᅵ
    W: ᅪ ᅫ ᅬ ᅯ ᅰ ᅱ ᅴ
    K: ᄀ ᄁ ᄏ ᆨ ᆩ ᆿ
    N: ᄂ ᆫ
    D: ᄃ ᄄ ᆮ
    T: ᄐ ᇀ
    R: ᄅ
    L: ᆯ ᆯᄅ
    M: ᄆ ᆷ
    B: ᄇ ᄈ ᄑ ᆸ ᇁ
    S: ᄉ ᄊ ᆺ ᆻ
    X: ᄌ ᄍ ᄎ ᆽ ᆾ
    H: ᄒ
    NK: ᆼ
""")
_GEORGIAN = rows("""
    A: ა ე ი ო უ
    B: ბ პ ფ
    F: ვ
    D: დ
    T: თ ტ
    K: კ გ ქ ღ ყ
    H: ჰ ხ
    L: ლ
    M: მ
    N: ნ
    R: რ
    S: ს ზ შ ც წ ძ
    X: ჟ ჩ ჭ ჯ
""")
_ARMENIAN = rows("""
    A: ա ե է ը ի ո օ յ ու եւ և
    B: բ պ փ
    F: ֆ վ ւ
    D: դ
    T: թ տ
    K: գ կ ք ղ
    H: հ խ
    L: լ
    M: մ
    N: ն
    R: ր ռ
    S: ս զ շ ց ծ ձ
    X: ժ ճ չ ջ
""")
# The second way to read what Latin letters leave open: j and ch as in German, soft g, w as v.
_LATIN_SOFT = _LATIN | rows("""
    A: j
    F: w
    X: ge gi gy
    K: ch ce ci kh
    H: gh
""")

SPELLINGS = {
    "Arab": Spelling(_ARABIC, doubles=True),
    "Armn": Spelling(_ARMENIAN),
    "Cyrl": Spelling(_CYRILLIC),
    "Geor": Spelling(_GEORGIAN),
    "Grek": Spelling(_GREEK),
    "Hang": Spelling(_HANGUL),
    "Hebr": Spelling(_HEBREW, doubles=True),
    "Kana": Spelling(_KANA),
    "Latn": Spelling(_LATIN),
}
URDU = Spelling(_URDU, doubles=True)
LATIN_SOFT = Spelling(_LATIN_SOFT)
# Arabic letters have one for w and v, kana one for fu and hu, Hebrew one for b and v, for p and f,
# for k and kh. Greek writes b, d and g with two letters, which abroad are also spelt as two, and y
# with gamma; Hangul has no z and no ts. Cyrillic г is h in Ukrainian and Belarusian, and in Russian
# the h of foreign names.
SOFT = {
    "Arab": Spelling(_ARABIC | {"و": "F"}, doubles=True),
    "Cyrl": Spelling(_CYRILLIC | {"г": "H"}),
    "Grek": Spelling(_GREEK | {"ντ": "NT", "μπ": "MB", "γκ": "NK", "γι": "A", "γε": "A"}),
    "Hang": Spelling(_HANGUL | {"ᄌ": "S", "ᄎ": "S"}),
    "Hebr": Spelling(_HEBREW | {"ב": "F", "פ": "F", "ו": "F", "כ": "H", "ך": "H"}, doubles=True),
    "Kana": Spelling(_KANA | {"フ": "H", "ジ": "S"}),
}
