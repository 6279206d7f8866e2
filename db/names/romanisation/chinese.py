"""The characters that write foreign names in Chinese, by the sound they stand for.

`readings` asks it. Only a word made of nothing else is heard so: a Chinese person's own name is
not spelt by these sounds, and stays as it is written.
"""

from __future__ import annotations

# Chinese does not keep l and r apart, nor d and t at the end; the usual source is given.
CHARACTERS_BY_SOUND = {
    "A": "阿埃艾爱愛奥奧欧歐厄伊易尤于乌烏吾亚亞雅耶叶葉约約优優由俄娅婭依",
    "AN": "安昂恩延因英印音",
    "B": "巴芭贝貝比博布白鲍鮑伯勃彼柏波保帕佩皮普蒲珀派坡拜",
    "BN": "本班邦宾賓潘庞龐彭平",
    "D": "达達大德迪戴狄杜多道黛",
    "DN": "丹登邓鄧东東敦",
    "F": "法费費菲弗福夫佛伏维維",
    "FN": "芬范冯馮梵丰豐",
    "H": "哈海赫黑霍胡豪侯荷",
    "HN": "亨汉漢翰洪",
    "K": "卡科克库庫考凯凱夸基吉加伽盖蓋戈格古高圭瓜葛哥柯可奎",
    "KN": "坎康肯孔冈岡甘根贡貢金昆",
    "L": "里裡利丽麗莉李立莱萊赖賴卢盧露路吕呂列劳勞刘劉理蕾",
    "LN": "兰蘭朗林伦倫龙龍琳连連莲蓮",
    "M": "马馬玛瑪麦麥迈邁梅美米密莫摩默姆穆缪茂木墨",
    "MN": "曼蒙门門明敏孟",
    "N": "纳納娜奈内內尼妮涅纽紐努诺諾",
    "NN": "南宁寧农農",
    "R": "拉罗羅洛勒雷鲁魯尔爾瑞锐若饶",
    "S": "萨薩塞赛賽沙莎绍紹舍施史什舒斯司苏蘇索思丝絲西希锡錫谢謝夏肖蕭修许許兹茲泽澤佐祖茨策措士",
    "SN": "桑森山尚圣聖松孙孫辛欣逊遜宗",
    "T": "塔泰特提托图圖蒂土陶铁鐵忒",
    "TM": "汤湯",
    "TN": "坦滕廷丁顿頓",
    "W": "瓦沃威韦韋伟偉惠华華怀懷",
    "WN": "万萬文温溫",
    "X": "查恰切奇乔喬杰傑贾賈朱茱卓哲治扎久热熱齐齊楚",
    "XM": "詹",
    "XN": "珍琼瓊让讓冉臻",
}
SOUNDS = {char: sounds for sounds, chars in CHARACTERS_BY_SOUND.items() for char in chars}


def foreign_sounds(word: str) -> str:
    """Return the sounds of a foreign name in Chinese; '' when a character writes no foreign sound.

    >>> foreign_sounds("习近平"), foreign_sounds("安西普")
    ('', 'ANSB')
    """
    return "".join(SOUNDS[char] for char in word) if all(char in SOUNDS for char in word) else ""


def partial_sounds(word: str) -> str:
    """Return the same for a word that is known to be foreign: other characters by how they are
    read.

    >>> partial_sounds("达扬")
    'DAN'
    """
    from db.names.romanisation.mandarin import sound  # asked by search alone

    return "".join(SOUNDS.get(char) or sound(char) for char in word)
