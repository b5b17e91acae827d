"""A view of the text for matching: same length, one width, one script.

Every rule matches on the folded text, so ８：３０ and 8:30, 萬 and 万, － and - are one form to it. The written side
stays what was printed: spans are valid in both, because folding never changes a length.
"""

import unicodedata

_KEPT = "，！？；"  # a full-width comma is never a thousands mark, so these keep their width
_FORMS = {
    "-": "－﹣−‐‑⁃",
    "—": "–―─━﹘ｰ",
    "~": "～〜∼˜",
    ":": "：﹕︰∶",
    "·": "・‧•∙⋅･",
    "/": "／∕⁄",
    "%": "％﹪",
    "¥": "￥",
    "£": "￡",
    "$": "＄﹩",
    "×": "✕✖╳",
    "°": "º˚",
    "μ": "µ",
    "Ω": "Ω",
    "@": "＠﹫",
    "#": "＃﹟",
    " ": "\u3000\xa0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f",
    "′": "‵",
    "…": "⋯",
    "“": "「『",
    "”": "」』",
}
_SCRIPTS = (
    "萬万億亿兩两個个點点時时鐘钟號号樓楼層层條条項项歲岁幾几餘余來来約约達达過过為为從从與与會会場场隊队員员圓圆"
    "錢钱噸吨釐厘畝亩頃顷攝摄開开關关電电話话線线傳传機机車车輛辆艘艘架架號号碼码編编證证賬账帳帐戶户間间張张"
    "塊块顆颗隻只頭头雙双對对組组屆届級级類类種种樣样週周節节課课讀读書书頁页冊册篇篇輪轮連连勝胜負负擊击敗败"
    "戰战贏赢輸输領领後后進进導导讓让險险優优賽赛絕绝殺杀將将淨净攻攻盤盘決决預预選选獲获銅铜銀银獎奖牌牌"
    "歐欧鎊镑韓韩澳澳幣币單单價价額额總总總总計计資资產产長长寬宽積积體体溫温濕湿氣气壓压風风雲云東东經经緯纬"
    "發发電电視视網网絡络頻频寬宽濃浓質质稅税處处調调漲涨滬沪龍龙農农曆历陽阳陰阴臘腊國国道道縣县鄉乡鎮镇區区"
    "衛卫滿满僅仅逾逾業业務务員员團团營营軍军艦舰飛飞彈弹圖图運运強强轟轰殲歼嫦嫦蘇苏羅罗馬马樂乐飯饭館馆廳厅"
    "門门閣阁階阶櫃柜顧顾醫医診诊療疗傷伤確确認认無无癥症檢检測测驗验劑剂針针藥药規规準准標标誌志稱称謂谓"
    "學学試试題题績绩歷历屬属師师徵征遲迟遠远邊边園园橋桥島岛灣湾廣广灘滩鐵铁軌轨貨货運运載载倉仓庫库廠厂"
    "萬万畫画報报紙纸聞闻記记詢询諮咨訂订購购買买賣卖賠赔償偿貸贷債债購购銷销損损"
    "專专箇个豐丰臨临爲为舉举義义烏乌爭争亞亚産产親亲侖仑崙仑眾众衆众彿佛偵侦兒儿黨党蘭兰茲兹內内寫写鼕冬沖冲衝冲凈净淩凌減减齣出劃划則则創创別别彆别製制辦办動动勁劲勞劳韆千華华盧卢卽即捲卷厤历廂厢廈厦參参蔘参髮发檯台臺台颱台閤合衕同曏向"
    "嚮向啓启啟启鹹咸響响迴回糰团聖圣聲声壺壶備备奪夺奮奋奬奖奧奥婦妇寧宁實实審审憲宪宮宫傢家寢寝爾尔侷局嵗岁𡻕岁崗岗鉅巨巰巯佈布帥帅幀帧蓆席莊庄慶庆牀床噹当當当彔录錄录録录綵彩徑径唸念慘惨願愿纔才執执掃扫摺折搶抢護护擔担撥拨擋挡揮挥換换"
    "敵敌敎教數数鬥斗旂旗晉晋麯曲麴曲朮术術术硃朱權权盃杯鬆松構构槍枪梟枭査查棟栋樹树棲栖覈核檔档樁桩夢梦橫横殘残畢毕溝沟沒没瀏浏遊游潰溃燈灯靈灵災灾煙烟菸烟燒烧熱热愛爱犧牺獵猎貓猫環环瓊琼盞盏監监盜盗眞真礦矿磚砖禮礼禎祯離离鞦秋竊窃競竞"
    "筆笔籃篮粵粤繫系係系紅红紀纪納纳縱纵綫线終终結结給给統统緒绪續续維维綿绵綠绿緑绿罷罢羥羟羣群職职聯联衚胡鬍胡緻致捨舍艙舱藝艺囌苏穫获薩萨懞蒙濛蒙矇蒙補补錶表裝装觀观覽览議议訊讯講讲許许設设証证識识詐诈訴诉誕诞穀谷貝贝貞贞財财貴贵費费"
    "贛赣踐践轉转輕轻轄辖遼辽這这踰逾郵邮痠酸裏里裡里鍼针鈡钟鍾钟鋼钢銖铢鋪铺鍋锅銹锈鏽锈鋒锋鎭镇閉闭問问閩闽陣阵際际陸陆陝陕難难靂雳麪面麫面麵面頂顶順顺頓顿颶飓舘馆騎骑騙骗魯鲁鶻鹘鷹鹰麥麦黃黄齊齐"
    "兌兑倖幸揚扬掛挂搖摇籌筹綴缀藍蓝斷断贈赠鏇旋說说説说棊棋襲袭驟骤鈾铀鈈钚銫铯鍶锶鈷钴鐳镭輯辑醜丑遞递"
    "紮扎崑昆銳锐鋭锐騰腾鯤鲲鴻鸿鵠鹄喬乔馮冯劉刘變变葉叶呂吕吳吴薑姜孃娘孫孙楊杨湯汤瀋沈瑪玛範范蕭萧蔣蒋謝谢譚谭賀贺賈贾賴赖趙赵鄧邓鄒邹鄭郑鎖锁閻阎陳陈龔龚"
    "劍剑棗枣櫚榈瀝沥註注瀉泻漿浆澱淀豬猪鹼碱醣糖純纯紋纹膠胶蘋苹轎轿鉛铅鋁铝鋰锂鋅锌錫锡鎳镍闆板璣玑現现貼贴躍跃驍骁齡龄雞鸡鷄鸡"
)
_TO_SIMPLIFIED = {a: b for a, b in zip(_SCRIPTS[::2], _SCRIPTS[1::2], strict=True) if a != b}
_NEAR = 11
"""Code points on either side of the only such character of a traditional text: in a longer one it may be a name (魏徵)."""
_SPOKEN = (
    "萬万億亿兩两點点負负時时號号個个歲岁層层樓楼噸吨釐厘畝亩頃顷攝摄歐欧鎊镑韓韩幣币幾几對对後后無无開开為为"
    "亞亚蘭兰茲兹華华單单盧卢國国賓宾爾尔幀帧電电納纳貝贝轉转鐘钟銖铢門门際际級级紅红塊块"
)
_TO_TRADITIONAL = {ord(b): a for a, b in zip(_SPOKEN[::2], _SPOKEN[1::2], strict=True)}


def folded(text: str) -> str:
    """The text for matching: as long as `text`, in half-width ASCII and simplified Hanzi where rules look.

    >>> folded("８：３０，９９．５％、兩萬")
    '8:30，99.5%、两万'
    """
    return text.translate(_TABLE)


def is_traditional(text: str, simplified: str) -> bool:
    """Whether a text uses traditional Hanzi; `simplified` is the same text, folded.

    >>> is_traditional("兩個", folded("兩個")), is_traditional("两个，８", folded("两个，８"))
    (True, False)
    """
    if text == simplified:
        return False
    places = [at for at, char in enumerate(text) if char in _TO_SIMPLIFIED]
    return len(places) > 1 or (len(places) == 1 and max(places[0], len(text) - 1 - places[0]) <= _NEAR)


def traditional(spoken: str) -> str:
    """A verbalization in traditional Hanzi.

    >>> traditional("两万点")
    '兩萬點'
    """
    return spoken.translate(_TO_TRADITIONAL)


class _Table(dict[int, int]):
    """Folds one code point when it is first met, so that importing costs nothing for the rest of Unicode."""

    def __missing__(self, code: int) -> int:
        self[code] = folded_code = ord(_fold(chr(code)))
        return folded_code


def _fold(char: str) -> str:
    if char in _KEPT:
        return char
    if 0xFF01 <= ord(char) <= 0xFF5E:
        return chr(ord(char) - 0xFEE0)
    digit = unicodedata.decimal(char, None)
    return char if digit is None else str(digit)


_TABLE = _Table()
_TABLE.update({ord(form): ord(to) for to, forms in _FORMS.items() for form in forms})
_TABLE.update({ord(a): ord(b) for a, b in _TO_SIMPLIFIED.items()})
