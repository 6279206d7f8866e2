"""How letters sound in the scripts of South and South-East Asia, of Ethiopia and the Maldives.

`phonetic_keys` asks when a word in one of these scripts is first met. The signs and their usual
romanisation are those of ISO 15919 (India, Sri Lanka), RTGS (Thailand), MLCTS (Burma), UNGEGN
(Cambodia) and BGN/PCGN (Laos, Ethiopia, the Maldives), coarse as all sounds of `letters` are.
"""

from __future__ import annotations

from functools import cache

from db.names.phonetics.letter_sounds import Spelling, rows

# Scripts ordered as Devanagari is (ISCII): how far their block lies behind it.
INDIC = {
    "Beng": 0x80, "Guru": 0x100, "Gujr": 0x180, "Orya": 0x200, "Taml": 0x280, "Telu": 0x300,
    "Knda": 0x380, "Mlym": 0x400,
}  # fmt: skip
# What stands in these blocks where Devanagari has nothing like it: consonants without a vowel, and
# signs of Assamese and Punjabi.
UNLIKE = str.maketrans({
    "ൺ": "ണ്", "ൻ": "ന്", "ർ": "ര്", "ൽ": "ല്", "ൾ": "ള്", "ൿ": "ക്",
    "ৎ": "ত্", "ৰ": "র", "ৱ": "ব", "ੰ": "ਂ",
})  # fmt: skip
# A consonant has a vowel of its own, unless this sign takes it away.
NO_VOWEL = {"Deva": "्", "Sinh": "්", "Khmr": "្"}

_DEVANAGARI = """
    B: ब भ प
    F: फ व
    D: ड ढ द ध
    T: ट ठ त थ
    K: क ग घ
    H: ह ख
    L: ल ळ ऴ
    M: म
    N: न ण ङ ञ ऩ
    R: र ऱ
    S: स श ष
    X: च छ ज झ
    A: य
"""
_DEVANAGARI_SIGNS = """
    A: अ आ इ ई उ ऊ ऋ ए ऐ ओ औ ऍ ऎ ऑ ऒ ा ि ी ु ू ृ ॅ ॆ े ै ॉ ॊ ो ौ ॕ ॖ ॗ
    N: ं ँ
"""
# Tamil writes one sign for s and ch, and h or nothing for h.
_TAMIL = {"च": "S", "ऴ": "L", "क": "K", "प": "B"}
_SINHALA = """
    B: බ භ ප ඵ
    MB: ඹ
    F: ව ෆ
    D: ඩ ඪ ද ධ
    ND: ඬ ඳ
    T: ට ඨ ත ථ
    K: ක ඛ ග ඝ
    NK: ඟ
    H: හ
    L: ල ළ
    M: ම
    N: න ණ ඞ ඤ ඥ
    R: ර
    S: ස ශ ෂ
    X: ච ඡ ජ ඣ
    NX: ඦ
    A: ය
"""
_SINHALA_SIGNS = """
    A: අ ආ ඇ ඈ ඉ ඊ උ ඌ ඍ එ ඒ ඓ ඔ ඕ ඖ ා ැ ෑ ි ී ු ූ ෘ ෙ ේ ෛ ො ෝ ෞ
    N: ං
"""
_KHMER = """
    B: ប ផ ព ភ
    D: ដ ឌ
    T: ឋ ឍ ត ថ ទ ធ
    K: ក ខ គ ឃ
    NK: ង
    H: ហ
    L: ល ឡ
    M: ម
    N: ញ ណ ន
    R: រ
    S: ស ឝ ឞ
    X: ច ឆ ជ ឈ
    W: វ
    A: យ អ
"""
_KHMER_SIGNS = """
    A: ា ិ ី ឹ ឺ ុ ូ ួ ើ ឿ ៀ េ ែ ៃ ោ ៅ ឥ ឦ ឧ ឩ ឪ ឫ ឯ ឰ ឱ ឳ
    M: ំ
"""
# The vowels that stand before their consonant are silent here: a vowel counts only in front.
_THAI = """
    A: อ ะ ั า ิ ี ึ ื ุ ู ย
    -: เ แ โ ใ ไ ็
    K: ก ข ฃ ค ฅ ฆ
    NK: ง
    X: จ ฉ ช ฌ
    D: ด ฎ
    T: ต ฏ ถ ฐ ท ฑ ธ
    N: น ณ ญ หน
    B: บ ป ผ พ ภ
    F: ฝ ฟ
    M: ม หม
    R: ร หร ฤ
    L: ล ฬ หล
    W: ว
    S: ซ ศ ษ ส ทร
    H: ห ฮ
    AN: รร
"""
_LAO = """
    A: ອ ະ ັ າ ິ ີ ຶ ື ຸ ູ ົ ຽ ຍ ຢ
    -: ເ ແ ໂ ໃ ໄ
    K: ກ ຂ ຄ
    NK: ງ
    X: ຈ
    S: ສ ຊ
    D: ດ
    T: ຕ ຖ ທ
    N: ນ ຫນ ໜ
    B: ບ ປ ຜ ພ
    F: ຝ ຟ
    M: ມ ຫມ ໝ
    R: ຣ
    L: ລ ຫລ
    W: ວ
    H: ຫ ຮ
"""
_BURMESE = """
    A: ယ ျ ြ အ ဣ ဤ ဥ ဦ ဧ ဩ ဪ ဿ ာ ါ ိ ီ ု ူ ဲ
    -: ေ
    K: က ခ ဂ ဃ
    NK: င
    S: စ ဆ ဇ ဈ
    N: ဉ ည ဏ န ံ ဉ် ည် င်
    D: ဍ ဎ ဒ ဓ
    T: ဋ ဌ တ ထ သ
    B: ပ ဖ ဗ ဘ
    M: မ
    R: ရ
    L: လ ဠ
    W: ဝ ွ
    H: ဟ ှ
    X: ချ ဂျ ကြ ဂြ ကျ ခြ
"""
_MALDIVIAN = """
    A: އ ޔ ަ ާ ި ީ ު ޫ ެ ޭ ޮ ޯ
    B: ބ ޕ
    F: ވ ފ
    D: ޑ ދ
    T: ޓ ތ
    K: ކ ގ
    H: ހ
    L: ލ ޅ
    M: މ
    N: ނ ޏ
    R: ރ
    S: ށ ސ ޒ
    X: ޗ ޖ
"""
# What is pronounced in a second way by those who ask for a name: w for v.
_SOFT = {
    "Thai": _THAI + "F: ว",
    "Laoo": _LAO + "F: ວ",
}
# Eight code points a consonant from U+1200 on; the sixth of each is the consonant alone.
_ETHIOPIC = (
    "H", "L", "H", "M", "S", "R", "S", "S", "K", "K", "K", "K", "B", "F", "T", "X", "H", "H", "N",
    "N", "A", "K", "K", "H", "H", "W", "A", "S", "S", "A", "D", "D", "X", "K", "K", "K", "T", "X",
    "B", "S", "S", "F", "B",
)  # fmt: skip
FIRST_ETHIOPIC, FORMS, ALONE = 0x1200, 8, 5


def _with_vowels(consonants: dict[str, str], signs: dict[str, str], alone: str) -> dict[str, str]:
    """Return each consonant with its own vowel, and without it before the sign that says so."""
    table = dict(signs)
    for letter, sound in consonants.items():
        table[letter] = sound if sound == "A" else f"{sound}A"
        table[letter + alone] = sound
    return table


def _ethiopic() -> dict[str, str]:
    table: dict[str, str] = {}
    for row, sound in enumerate(_ETHIOPIC):
        for form in range(FORMS):
            letter = chr(FIRST_ETHIOPIC + FORMS * row + form)
            table[letter] = sound if form == ALONE or sound == "A" else f"{sound}A"
    return table


def as_devanagari(word: str, script: str) -> str:
    """Return a word in a script of `INDIC` with the letters of Devanagari.

    >>> as_devanagari("মোদি", "Beng"), as_devanagari("രാഹുൽ", "Mlym")
    ('मोदि', 'राहुल्')
    """
    moved = INDIC[script]
    return "".join(chr(ord(c) - moved) if c > "\u0980" else c for c in word.translate(UNLIKE))


@cache
def spelling_south(script: str) -> Spelling | None:
    """Return the table of one of these scripts; those of `INDIC` are read as Devanagari, once
    moved.

    >>> spelling_south("Sinh").sounds_of("කරු"), spelling_south("Ethi").sounds_of("ባራክ")
    ('KARAA', 'BARAK')
    """
    if script in ("Deva", "Taml"):
        consonants = rows(_DEVANAGARI) | (_TAMIL if script == "Taml" else {})
        letters = {"क्ष": "KSA", "क्ष्": "KS"}
        table = _with_vowels(consonants, rows(_DEVANAGARI_SIGNS), NO_VOWEL["Deva"])
        return Spelling(table | letters)
    if script == "Sinh":
        return Spelling(_with_vowels(rows(_SINHALA), rows(_SINHALA_SIGNS), NO_VOWEL["Sinh"]))
    if script == "Khmr":
        return Spelling(_with_vowels(rows(_KHMER), rows(_KHMER_SIGNS), NO_VOWEL["Khmr"]))
    if script == "Ethi":
        return Spelling(_ethiopic())
    plain = {"Thai": _THAI, "Laoo": _LAO, "Mymr": _BURMESE, "Thaa": _MALDIVIAN}.get(script)
    return Spelling(rows(plain)) if plain else None


@cache
def soft_south(script: str) -> Spelling | None:
    """Return the second way in which a script is pronounced by those who ask for a name in it."""
    return Spelling(rows(_SOFT[script])) if script in _SOFT else None
