"""How letters sound, script by script, as coarse consonants: what `skeleton` reads.

`A` vowel, `H` breath, `W` u-like vowel that is v or w in front; B b p, D, F f v, K k g q, L, M, N,
R, S s z sh, T, X ch j zh. Pieces of two to four letters are tried before single ones.
"""

from __future__ import annotations

Spelling = dict[str, str]

LATIN_BEFORE_FOLDING = str.maketrans({
    "š": "sh", "ş": "sh", "ș": "sh", "ž": "zh", "č": "ch", "ć": "ch", "ç": "ch", "ţ": "ts",
    "ț": "ts", "ğ": "", "ś": "s", "ź": "z", "ż": "zh", "đ": "d", "ñ": "n", "ł": "l", "ß": "ss",
    "ā": "a", "ў": "у",
})  # fmt: skip
ARTICLES = frozenset(("al", "el", "ul", "ال"))


def _rows(rows: str) -> Spelling:
    """`sound: pieces` lines to a table; a sound `-` is silence."""
    table: Spelling = {}
    for line in rows.split("\n"):
        sound, found, pieces = line.strip().partition(":")
        if found:
            table.update(dict.fromkeys(pieces.split(), sound.replace("-", "")))
    return table


LATIN = _rows("""
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
CYRILLIC = _rows("""
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
    -: ь ъ
""")
GREEK = _rows("""
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
HEBREW = _rows("""
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
""")
ARABIC = _rows("""
    A: ا ي ع ے
    W: و
    B: ب پ
    F: ف ڤ
    D: د ذ ض ڈ
    T: ت ط ث ٹ
    K: ك ق گ غ
    H: ه ح خ
    L: ل
    M: م
    N: ن
    R: ر ڑ
    S: س ش ص ز ظ تس
    X: ج چ ژ تش دج
""")
URDU = ARABIC | _rows("""
    S: ذ ض ظ ث
    F: وي
    K: كه گه
    B: به په
    D: ده ڈه
    T: ته ٹه
    X: جه چه
""")
DEVANAGARI = _rows("""
    A: अ आ इ ई उ ऊ ऋ ए ऐ ओ औ य
    B: ब भ प
    F: फ व
    D: ड ढ द ध
    T: ट ठ त थ
    K: क ग घ
    H: ह ख
    L: ल ळ
    M: म
    N: न ण ङ ञ ं ँ
    R: र ड़
    S: स श ष
    X: च छ ज झ
    KS: क्ष
""")
