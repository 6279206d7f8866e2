"""How Chinese characters are spelt in Latin letters in Hong Kong; search asks it.

The readings of `resources/names/cantonese.json` are in the spelling of the government's registers.
They are read when the first name in Chinese is asked for.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

# The list has the characters as Hong Kong writes them; these are common in names.
_SIMPLIFIED = (
    "刘劉陈陳张張黄黃赵趙吴吳郑鄭谢謝许許冯馮邓鄧萧蕭叶葉苏蘇卢盧钟鍾谭譚陆陸顾顧龙龍万萬钱錢汤湯贺賀赖賴龚龔罗羅杨楊孙孫马馬韩韓邹鄒严嚴温溫关關伟偉国國华華强強军軍"
    "杰傑丽麗荣榮庆慶卫衛兴興义義东東发發锋鋒铭銘钦欽锐銳银銀静靜颖穎琼瓊莹瑩凤鳳鹏鵬鸿鴻达達远遠进進运運连連选選邝鄺贤賢贵貴贝貝财財质質贞貞冈岡刚剛创創劲勁励勵动動"
    "务務医醫单單厉厲双雙台臺启啟员員问問闻聞听聽团團园園图圖圣聖坚堅块塊坛壇声聲处處复復头頭夹夾奋奮奖獎妇婦娇嬌娴嫻学學宁寧宝寶实實宠寵审審宪憲宽寬宾賓对對寻尋导導"
    "寿壽将將尔爾尧堯尽盡层層属屬岁歲岂豈岚嵐岛島岭嶺崭嶄巩鞏币幣师師帅帥带帶广廣庄莊应應庐廬开開异異弥彌归歸录錄彦彥彻徹径徑忆憶忧憂怀懷态態怜憐总總恒恆恳懇恶惡悦悅"
    "悬懸惊驚惩懲惯慣愿願戏戲战戰户戶执執扩擴扬揚抚撫拥擁择擇挚摯挥揮据據撑撐攒攢敌敵数數斋齋斗鬥断斷无無时時旷曠昙曇显顯晋晉晓曉晖暉暂暫术術机機杀殺权權条條来來极極"
    "构構枢樞枫楓标標栋棟栾欒树樹样樣桥橋梦夢检檢楼樓榄欖欢歡欧歐毕畢气氣汉漢汇匯沟溝沪滬泽澤泾涇洁潔济濟浏瀏浓濃涛濤润潤涌湧涤滌渊淵渐漸渔漁湾灣满滿滨濱潇瀟澜瀾灵靈"
    "灿燦炜煒炼煉烁爍烨燁热熱爱愛牵牽犹猶狮獅独獨猎獵玛瑪环環现現珑瓏琐瑣瑶瑤璎瓔电電画畫畅暢疗療皑皚盖蓋监監盘盤眯瞇着著矫矯矿礦码碼砖磚确確礼禮祎禕祯禎祷禱离離种種"
    "积積称稱稳穩穷窮窃竊窑窯竞競笃篤笔筆筑築简簡篮籃类類粤粵紧緊纪紀纯純纲綱纳納纵縱纶綸纹紋练練组組细細织織终終绍紹经經结結绘繪给給络絡绝絕统統继繼绩績绪緒续續绮綺"
    "绫綾维維绵綿综綜绿綠缘緣编編缤繽缨纓网網罢罷翘翹联聯聪聰肃肅肤膚胜勝脉脈脑腦腾騰舆輿舰艦艺藝节節芦蘆苍蒼苹蘋范範荆荊荐薦荫蔭药藥莲蓮获獲萨薩蒋蔣蓝藍虑慮虽雖虾蝦"
    "蚁蟻补補袭襲装裝见見观觀规規视視览覽觉覺训訓议議记記讲講论論设設访訪证證评評识識诉訴词詞译譯试試诗詩诚誠话話询詢该該详詳语語说說请請诸諸诺諾读讀课課谁誰调調谈談"
    "谋謀谐諧谦謙谨謹谱譜责責败敗货貨购購贯貫贻貽费費资資赏賞赐賜赞贊赢贏跃躍车車轩軒转轉轮輪软軟轰轟轻輕载載较較辅輔辆輛辉輝输輸辽遼迁遷过過还還这這违違迟遲适適逊遜"
    "遗遺邮郵酝醞释釋针針钊釗钢鋼钰鈺铁鐵铃鈴链鏈销銷锁鎖错錯锦錦键鍵镇鎮镜鏡长長门門闪閃闭閉间間闯闖阁閣阅閱阔闊队隊阳陽阴陰阵陣阶階际際陕陝险險随隨隐隱难難雏雛雾霧"
    "韦韋韬韜页頁顶頂项項顺順须須顿頓预預领領频頻题題颜顏额額风風飞飛饭飯饰飾饶饒馆館驰馳驱驅驻駐骁驍骆駱骏駿验驗骥驥鱼魚鲁魯鲍鮑鲜鮮鸟鳥鸡雞鸣鳴鹤鶴麦麥齐齊龄齡"
)
TRADITIONAL = dict(zip(_SIMPLIFIED[::2], _SIMPLIFIED[1::2], strict=True))


@cache
def _readings() -> dict[str, str]:
    text = files("resources").joinpath("names/cantonese.json").read_text("utf-8")
    found: dict[str, str] = json.loads(text)
    return found


def spellings(char: str) -> tuple[str, ...]:
    """Return the spellings of one character; none where it is not known.

    >>> spellings("梁"), "chan" in spellings("陈"), spellings("x")
    (('leung',), True, ())
    """
    known = _readings()
    found = known.get(char) or known.get(TRADITIONAL.get(char, ""), "")
    return tuple(found.split())
