"""Currencies by code, sign and name; where several share a sign, the countries concerned decide.

`amount_phrases` asks it. Codes are ISO 4217, those of euro countries before the euro included.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

_CODES: Final = """
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN
    BZD CAD CDF CHF CLF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP
    GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR
    KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK
    MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR
    SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS
    UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XDR XOF XPF YER ZAR ZMW ZWG ATS BEF CYP DEM EEK
    ESP FIM FRF GRD HRK IEP ITL LTL LUF LVL MTL NLG PTE SIT SKK SUR YUM
"""
CODES: Final = frozenset(_CODES.split())
# Who uses a currency that shares its sign or name with others.
HOMES: Final = {
    "pkr": "pk", "inr": "in bt", "lkr": "lk", "npr": "np", "mur": "mu", "scr": "sc",
    "jpy": "jp", "cny": "cn", "sek": "se", "nok": "no", "dkk": "dk", "isk": "is", "czk": "cz",
    "sar": "sa", "qar": "qa", "omr": "om", "irr": "ir", "yer": "ye", "aed": "ae", "mad": "ma",
    "gbp": "gb", "egp": "eg", "lbp": "lb", "syp": "sy", "sdg": "sd", "ssp": "ss",
    "kwd": "kw", "iqd": "iq", "jod": "jo", "bhd": "bh", "dzd": "dz", "tnd": "tn", "lyd": "ly",
    "rsd": "rs", "krw": "kr", "kpw": "kp", "chf": "ch li", "rub": "ru", "byn": "by", "try": "tr",
    "kes": "ke", "tzs": "tz", "ugx": "ug", "sos": "so", "etb": "et", "bdt": "bd", "idr": "id",
    "ars": "ar", "mxn": "mx", "clp": "cl", "cop": "co", "uyu": "uy", "dop": "do", "cup": "cu",
    "php": "ph", "usd": "us", "aud": "au", "cad": "ca", "nzd": "nz", "sgd": "sg", "hkd": "hk",
    "twd": "tw", "mwk": "mw", "zmw": "zm", "mdl": "md", "ron": "ro", "azn": "az", "tmt": "tm",
    "xaf": "cm cf td cg gq ga", "xof": "bj bf ci gw ml ne sn tg",
}  # fmt: skip
_RUPEES: Final = ("INR", "LKR", "MUR", "NPR", "PKR", "SCR")
_RIYALS: Final = ("IRR", "OMR", "QAR", "SAR", "YER")
_CROWNS: Final = ("CZK", "DKK", "ISK", "NOK", "SEK")
_DINARS: Final = ("BHD", "DZD", "IQD", "JOD", "KWD", "LYD", "RSD", "TND")
_PESOS: Final = ("ARS", "CLP", "COP", "CUP", "DOP", "MXN", "PHP", "UYU")
_SHILLINGS: Final = ("KES", "SOS", "TZS", "UGX")
# Signs and names, folded; where more than one code stands, the countries concerned must decide.
NAMES: Final[dict[str, tuple[str, ...]]] = {
    "$": ("USD",), "us$": ("USD",), "us dollar": ("USD",), "u.s. dollar": ("USD",),
    "american dollar": ("USD",), "dollar": ("USD",),
    "a$": ("AUD",), "au$": ("AUD",), "australian dollar": ("AUD",),
    "c$": ("CAD",), "ca$": ("CAD",), "canadian dollar": ("CAD",),
    "nz$": ("NZD",), "new zealand dollar": ("NZD",), "s$": ("SGD",), "singapore dollar": ("SGD",),
    "hk$": ("HKD",), "hong kong dollar": ("HKD",), "nt$": ("TWD",), "taiwan dollar": ("TWD",),
    "€": ("EUR",), "euro": ("EUR",), "£": ("GBP",), "pound sterling": ("GBP",),
    "pounds sterling": ("GBP",), "sterling": ("GBP",), "british pound": ("GBP",),
    "pound": ("EGP", "GBP", "LBP", "SDG", "SSP", "SYP"), "egyptian pound": ("EGP",),
    "¥": ("CNY", "JPY"), "yen": ("JPY",), "japanese yen": ("JPY",), "yuan": ("CNY",),
    "renminbi": ("CNY",), "rmb": ("CNY",), "chinese yuan": ("CNY",),
    "₹": ("INR",), "rs": _RUPEES, "rs.": _RUPEES, "₨": _RUPEES, "rupee": _RUPEES, "re": _RUPEES,
    "pak rupee": ("PKR",), "pakistani rupee": ("PKR",), "pakistan rupee": ("PKR",),
    "indian rupee": ("INR",), "sri lankan rupee": ("LKR",), "nepalese rupee": ("NPR",),
    "nepali rupee": ("NPR",), "mauritian rupee": ("MUR",), "tk": ("BDT",), "tk.": ("BDT",),
    "taka": ("BDT",), "৳": ("BDT",), "₽": ("RUB",), "rouble": ("BYN", "RUB"),
    "ruble": ("BYN", "RUB"),
    "russian rouble": ("RUB",), "russian ruble": ("RUB",), "₺": ("TRY",), "turkish lira": ("TRY",),
    "lira": ("LBP", "SYP", "TRY"), "₩": ("KPW", "KRW"), "won": ("KPW", "KRW"),
    "korean won": ("KPW", "KRW"), "₪": ("ILS",), "shekel": ("ILS",), "new shekel": ("ILS",),
    "₴": ("UAH",), "hryvnia": ("UAH",), "₫": ("VND",), "dong": ("VND",), "฿": ("THB",),
    "baht": ("THB",), "₦": ("NGN",), "naira": ("NGN",), "₱": ("PHP",), "₸": ("KZT",),
    "tenge": ("KZT",), "rupiah": ("IDR",), "rp": ("IDR",), "ringgit": ("MYR",), "rm": ("MYR",),
    "﷼": _RIYALS, "riyal": _RIYALS, "rial": _RIYALS, "saudi riyal": ("SAR",), "sr": ("SAR",),
    "qatari riyal": ("QAR",), "omani rial": ("OMR",), "iranian rial": ("IRR",),
    "yemeni rial": ("YER",), "dirham": ("AED", "MAD"), "uae dirham": ("AED",),
    "emirati dirham": ("AED",), "dhs": ("AED",), "moroccan dirham": ("MAD",),
    "kr": _CROWNS, "kr.": _CROWNS, "krona": ("ISK", "SEK"), "kronor": ("SEK",),
    "kroner": ("DKK", "NOK"),
    "krone": ("DKK", "NOK"), "swedish krona": ("SEK",), "swedish kronor": ("SEK",),
    "norwegian krone": ("NOK",), "norwegian kroner": ("NOK",), "danish krone": ("DKK",),
    "danish kroner": ("DKK",), "koruna": ("CZK",), "zloty": ("PLN",), "zł": ("PLN",),
    "forint": ("HUF",), "dinar": _DINARS, "kuwaiti dinar": ("KWD",), "iraqi dinar": ("IQD",),
    "jordanian dinar": ("JOD",), "bahraini dinar": ("BHD",), "algerian dinar": ("DZD",),
    "tunisian dinar": ("TND",), "libyan dinar": ("LYD",), "serbian dinar": ("RSD",),
    "swiss franc": ("CHF",), "sfr": ("CHF",), "sfr.": ("CHF",), "cfa franc": ("XAF", "XOF"),
    "franc": ("CHF", "XAF", "XOF"), "rand": ("ZAR",), "peso": _PESOS, "mexican peso": ("MXN",),
    "philippine peso": ("PHP",), "argentine peso": ("ARS",), "real": ("BRL",), "reais": ("BRL",),
    "r$": ("BRL",), "shilling": _SHILLINGS, "kenyan shilling": ("KES",), "afghani": ("AFN",),
    "birr": ("ETB",), "som": ("KGS",), "somoni": ("TJS",), "manat": ("AZN", "TMT"),
    "sdr": ("XDR",), "special drawing right": ("XDR",),
    "ngultrum": ("BTN",), "cedi": ("GHS",), "kwacha": ("MWK", "ZMW"), "kina": ("PGK",),
    "kwanza": ("AOA",), "metical": ("MZN",), "meticais": ("MZN",), "pula": ("BWP",),
    "ariary": ("MGA",), "dalasi": ("GMD",), "leone": ("SLE",), "rufiyaa": ("MVR",),
    "lari": ("GEL",), "dram": ("AMD",), "lek": ("ALL",), "denar": ("MKD",), "lev": ("BGN",),
    "leva": ("BGN",), "leu": ("MDL", "RON"), "lei": ("MDL", "RON"), "kyat": ("MMK",),
    "riel": ("KHR",), "tugrik": ("MNT",), "quetzal": ("GTQ",), "lempira": ("HNL",),
    "córdoba": ("NIO",), "guaraní": ("PYG",), "guarani": ("PYG",), "boliviano": ("BOB",),
    "sol": ("PEN",), "soles": ("PEN",), "bolívar": ("VES",), "bolivar": ("VES",),
    "colón": ("CRC",), "colones": ("CRC",), "gourde": ("HTG",), "jamaican dollar": ("JMD",),
    "namibian dollar": ("NAD",), "loti": ("LSL",), "lilangeni": ("SZL",), "pataca": ("MOP",),
}  # fmt: skip


def find_codes(text: str) -> tuple[str, ...]:
    """Return the codes that a sign, a name or a code may mean; none for any other text.

    >>> find_codes("EUR"), find_codes("US dollars"), find_codes("¥"), find_codes("DSU")
    (('EUR',), ('USD',), ('CNY', 'JPY'), ())
    """
    plain = " ".join(text.split())
    if plain.upper() in CODES and (plain.isupper() or plain.islower()):
        return (plain.upper(),)
    name = plain.casefold()
    return NAMES.get(name) or NAMES.get(name.removesuffix("s")) or ()


def choose_code(codes: tuple[str, ...], countries: Collection[str]) -> str:
    """Return the one code of several that the countries concerned use, '' if that is not one.

    >>> choose_code(find_codes("Rs"), {"pk", "us"}), choose_code(find_codes("Rs"), {"pk", "in"})
    ('PKR', '')
    """
    if len(codes) == 1:
        return codes[0]
    used = [
        code
        for code in codes
        if any(each in countries for each in HOMES.get(code.lower(), "").split())
    ]
    return used[0] if len(used) == 1 else ""
