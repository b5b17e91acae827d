"""Words by which a newspaper says what a line is. Patterns are for folded text (half-width, Simplified, see `folding`)."""

import re
from functools import lru_cache

from audio_edition.model.hanzi import HANZI
from audio_edition.recovery.folding import CACHED

COLUMNS = re.compile(
    rf"""[【\[●■◆▲★◎○□|·\s]*(?:
      短评|时评|快评|锐评|微评|热评|网评|评论|社论|社评|(?:本报)?(?:特约)?评论员(?:文章)|本报(?:特约)?评论员(?![\x20]{HANZI})|评论员观察|今日谈|今日话题|人民论坛|声音|观点|言论|追问|建议|回应|释疑|反思|对策|探因|现状|案例|各方|说法|街谈巷议|有话直说|快人快语|一家之言|各抒己见|七嘴八舌|百家争鸣|众议|直言|他山之石|记者调查|专家观点|专家建议|部门回应|业内观点|律师说法|来论|百家言|漫谈|杂谈|随笔|
      人物|人物专访|对话|访谈|专访|面对面|深度|调查|特写|特稿|聚焦|关注|焦点|热点|解读|观察|直击|追踪|纪实|综述|述评|专题|专版|特别报道|特别关注|独家|连线|现场|见闻|
      读者来信|来信|来函|来信照登|来函照登|来信选登|来信摘登|来稿选登|读者来函|读者投书|投书|群众来信|读者之声|读者来论|编读往来|夜读|副刊|诗歌|诗苑|散文|小说|(?:长篇|小说)?连载|文苑|文化|艺术|阅读|书评|书香|悦读|
      [本早晚日晨商]报(?:调查|观察|关注|热线|视点|特稿|帮办|快评|时评|聚焦|追踪|连线)|
      体育|财经|经济|国际|国内|社会|民生|教育|科技|健康|旅游|娱乐|汽车|房产|法治|时政|要闻|本地|综合|视点|视线|资讯|
      简讯|短讯|快讯|要闻简报|一句话新闻|新闻速览|新闻集纳|要闻速递|简明新闻|国际短波|短波|微新闻|新闻快递|速览|动态|
      分类信息|分类广告|便民信息|服务|提示|提醒|温馨提示|导读|今日导读|新闻提示|相关链接|新闻链接|链接|延伸阅读|背景|名词解释|小贴士|新闻背景|数读|
      内页导读|要闻导读|新闻导航|今日看点|INSIDE|Inside|
      (?i:Letters(?:\ to\ the\ Editor)?|Opinion|Editorials?|Sports|Business|World|Briefs
        |Obituaries|Analysis|Commentary|Op-Ed|Culture|Arts|Metro|Science|Health|Travel)|
      通知公告|公示公告|图说|图片新闻|图片报道|影像|镜头|摄影报道|一线|新春走基层|走基层|新闻|港闻|中国|两岸|副刊
    ){{1,2}}(?:[ ·|]\w{{1,8}})?[】\]●■◆▲★◎○□|:·\s]*""",
    re.X,
)
"""A line that names a column or a section."""
_COLUMN_ENDS = re.compile(
    rf"{HANZI}{{2,4}}(?:来信|来论|来函|掌故|钩沉|拾遗|札记|手记|随笔|茶座|广角|之窗|论坛|访谈|视点|聚焦|在线|速递|专栏|园地|天地|风采|快评|时评|锐评|漫谈|杂谈|絮语|夜话|讲堂|课堂|沙龙|客厅|周刊|副刊|新语|微语|热议|热评|热线|看点|信箱|来电|说法|释法|普法|问答|问诊)"
)


_INSTALMENT = re.compile(rf"(?<={HANZI})(?:[①-⑳㉑-㊿]|[(]\d{{1,3}}[)]|第\d{{1,4}}期)$")


@lru_cache(maxsize=CACHED)
def is_column(text: str) -> bool:
    """Whether a folded line names a column or a section.

    >>> is_column("短 评"), is_column("市民来信"), is_column("市民来信说了什么"), is_column("副刊 饮食男女")
    (True, True, False, True)
    """
    closed = re.sub(r"\s", "", text) if len(text) <= 7 else text
    plain = _INSTALMENT.sub("", closed)
    return bool(COLUMNS.fullmatch(plain) or _COLUMN_ENDS.fullmatch(plain.strip("【】[]")) or COLUMNS.fullmatch(text.strip()))


BOXES = re.compile(
    r"(?:相关链接|新闻链接|延伸阅读|温馨提示|小贴士|小档案|\S{2,10}小档案|(?:人物|专家|名医|医生|嘉宾|作者)(?:名片|简介|介绍|档案)|名片|资料卡|知识卡|小知识|小百科|名词解释)(?:[/·:|]\S{2,12})?|"
    r"(?:今日)?(?:星座)?运势|星座|每日一\S{1,2}|开心一刻|幽默|笑话|彩票|彩票开奖|开奖\S{2}|\S{0,4}开奖\S{0,2}|\S{0,8}[中开]奖号码|成语接龙|谜语|今日菜谱|菜价\S{0,2}|股市行情|今日(?:股市|金价|油价|汇率|行情)|汇率|\S{2}荧屏|荧屏\S{2}|\S{0,10}(?:赛果|积分榜|射手榜|奖牌榜|赛程表?)(?:\(\S{2,14}\))?|电视节目\S{0,2}|影讯|征求\S{2,6}|招募\S{2,8}|诚聘\S{0,8}"
)
"""Titles of standing boxes: no cross-head says such a thing."""
LINKS = re.compile(
    r"[【\[●■◆▲★◎\s]*(?:(?:相关|新闻|知识|背景|事件)?链接|(?:新闻|相关|事件)背景|背景(?:资料|新闻)|(?:延伸|拓展)阅读|新闻延伸|相关新闻|名词解释)[】\]●■◆▲★◎:\s]*"
)
"""Labels of what is added below an article: they point back to it."""
SECTIONS = re.compile(
    r"要闻|头条|焦点|时政|综合|本地|国内|国际|社会|民生|经济|财经|教育|科技|健康|文化|体育|娱乐|副刊|专题|专版|广告|评论|观点|理论|视点|深度|人物|"
    r"读者|法治|旅游|文旅|房产|汽车|都市|城事|县域|乡村|农业|乡村振兴|天下|新闻|公益|影像|摄影|悦读|阅读|文苑|艺术|周刊|特刊|头版|要情|港闻|中国|两岸|"
    r"生活|生态|党建|政法|基层|融媒|关注|聚焦|调查|热线|服务|资讯|公告|中缝|导读|时事|热点|本市新闻|国内新闻|国际新闻|地方新闻|综合新闻|体育新闻"
)
BRIEFS = re.compile(
    r"[【\[●■◆▲★◎\s]*(?:(?i:(?:[a-z]+ )?briefs|(?:[a-z]+ )?in brief|(?:[a-z]+ )?(?:digest|roundup)|at a glance)|"
    r"简讯|短讯|快讯|要闻简报|一句话新闻|一句话|新闻速览|新闻集纳|要闻速递|简明新闻|国际短波|短波|微新闻|新闻快递|今日速览|速览|动态|集萃|"
    r"\w{0,4}(?:简讯|短讯|简报|速览|短波|集锦|速递|快报|快讯|快线|拾零|一览|一瞥|点击))[】\]\s:]*"
)
"""A column label under which several short items stand."""


def is_briefs(text: str) -> bool:
    """Whether a folded line is such a label.

    >>> is_briefs("简 讯"), is_briefs("Local Briefs"), is_briefs("IN BRIEF"), is_briefs("短波段电台")
    (True, True, True, False)
    """
    closed = re.sub(r"\s", "", text) if len(text) <= 9 else text
    return bool(BRIEFS.fullmatch(closed) or BRIEFS.fullmatch(text))


NOTICES = re.compile(
    r"(?:(?i:corrections?(?:andclarifications?)?|clarifications?|(?:public|legal)?notices?|(?:public|legal)?notice(?:of|to)[a-z]{3,50}|invitationtobids?|classifieds?(?:ads?)?|helpwanted|forsale|obituar(?:y|ies)|deathnotices?|cardofthanks|inmemoriam)|更正|更正启事|更正与致歉|致歉|致歉声明|启事|\S{0,8}(?:征稿|稿约|约稿)(?:启事)?|征文|招领(?:启事)?|(?:投稿|来稿|征稿|读者|报名|参赛|购票|参观)须知|寻人启事|寻亲公告|认尸启事|迁坟公告|公告|通告|声明|遗失声明|作废声明|拍卖公告|拍卖会公告|招标公告|中标公告|"
    r"招聘(?:启事|信息)?|征才|求才|求职|诚聘|招租|出租|出售|售屋|租屋|售房|租房|转让|寻人|寻物|公示|任前公示|通知|(?:计划)?停[水电气][公通预]告|(?:计划)?停[水电气](?:通知|信息|计划|安排)|讣告|讣闻|唁电|鸣谢(?:启事)?|感谢信|表扬信|注销公告|减资公告|清算公告|债权公告|债权转让公告|"
    r"催收公告|仲裁公告|送达公告|法院公告|开庭公告|环评公示|规划公示|遗失启事|遗失|挂失|订正|勘误|供求(?:信息|热线)?|求购|招工|房屋(?:租售|出租|出售|买卖|租赁)|家政服务|二手\S{1,2}|征婚|征友|寻物启事|(?:遗失|作废|严正|律师|郑重|澄清|维权)\S{0,4}声明|(?!\S*(?:发布|印发|出台|联合|回应|发表))\S{2,24}(?:公告|公示|通告|启事|讣告|通知书)"
    r"|关于\S{2,40}的(?:通知|通告|公告|公示|声明|启事)|(?!\S*(?:公布|发布|出炉|揭晓|列入|上榜))\S{2,24}(?:获奖|表彰|候选|入围|录取|拟录用|拟任)\S{0,10}名单)"
)
CLASSIFIEDS = re.compile(
    r"(?:分类|便民|供求|生活)(?:信息|广告|服务|热线)|便民广告|\S{0,4}分类(?:信息|广告)?|(?i:classifieds?(?: ads?)?)"
)
"""A column label under which classified advertisements stand."""
WEATHER = re.compile(
    r"(?i:(?:(?:today[’']s|the|local|[a-z]+day[’']s) ?)?weather ?(?:forecast|report|outlook)?|(?:today[’']s ?)?forecast)"
    r"|(?:今日|明日|本市|一周|未来三天|未来\w天|24小时)?\S{0,3}(?:天气预报|天气|气象信息|气象预报|气象|天气提示|天气展望)|\S{1,4}天气"
)
MOTTOS = re.compile(r"社会主义核心价值观|讲文明\S?树新风|公益广告|扫黑除恶|请勿酒后驾车|遵德守礼|有你有我|中国梦")
ADS = re.compile(
    r"[【(\[]?\s*(?:广告|公益广告|推广|形象广告|商业广告|(?:PAID |LEGAL )?ADVERTISEMENTS?|PAID NOTICE|ADVERTORIAL"
    r"|ADVERTISING FEATURE|SPONSORED(?: CONTENT)?|PROMOTED CONTENT|(?:Paid )?[Aa]dvertisement|Advertorial"
    r"|Advertising [Ff]eature|Sponsored [Cc]ontent)\s*[】)\]]?"
)
CAPTION_HEAD = re.compile(
    r"^(?:[◀▶←→↑↓☝👆👇]|[(【\[]?(?:上|下|左|右|图|组图|资料|题)图[一二三四五①-⑨\d]?(?:为|:|\s|\))|图[一二三四五六①-⑨\d]+[::\s]|图为|图片说明|Photo:|Pictured)"
)
CAPTIONED = re.compile(r"(?:图说|图注|(?:图片|照片)说明)\s*:")
"""No title begins so, however its parser has marked it."""
BARE = re.compile(
    r"(?:0?\d{1,2}|[IVX]{1,4}|[一二三四五六七八九十]{1,2}|(?i:part|chapter) ?(?:\d{1,2}|one|two|three|four|five))[.、]?"
)
"""A number that stands alone above a cross-head, or instead of one."""
_DISH = "(?:batter|cake|crust|dough|dressing|filling|frosting|garnish|glaze|icing|marinade|pastry|salad|sauce|syrup|topping)"
PARTS = re.compile(
    r"(?:所需|主要)?(?:食材|用料|原料|主料|辅料|配料|调料|材料)(?:准备)?|(?:制作)?(?:做法|方法|步骤)|制作过程|烹饪要点"
    rf"|(?i:ingredients|directions|method|instructions|preparation|for the (?:\w+ )?{_DISH}|to (?:serve|assemble|make .{{3,20}}))"
)
"""Parts of a recipe, which never begin an article."""
AMOUNT = re.compile(
    r"(?:\d[\d ./⁄-]*[½¼¾⅓⅔⅛]?|[½¼¾⅓⅔⅛]) ?(?:cups?|(?:table|tea)spoons?|tbsp|tsp|pounds?|lbs?|oz|ounces?|g|kg|ml|cloves?|cans?"
    r"|slices?|sticks?|pinch|bunch|packages?|small|medium|large)\b",
    re.I,
)
"""An ingredient of a recipe begins so."""
NOTES = re.compile(
    r"[【\[◆■●]*(?P<label>编者按|编者的话|记者的话|作者的话|编者|编后|编后语|编后话|记者手记|采访手记|手记|开栏的话|开栏语|开篇语|写在前面|编前语|编前|引言|导语|核心提示|核心阅读|阅读提示|内容提要|结语|"
    r"本报按|按语|主持人语|主持人的话)[】\]]*(?P<after>[\s:——]+|(?<=[】\]])|$)"
)
VERSE_FORMS = (
    r"[五六七][绝律古]|[五六七]言(?:绝句|律诗)|排律|古风|沁园春|满江红|浣溪沙|水调歌头|蝶恋花|临江仙|鹧鸪天|西江月|念奴娇|卜算子|菩萨蛮"
    r"|清平乐|如梦令|渔家傲|采桑子|忆江南|忆秦娥|虞美人|破阵子|定风波|江城子|青玉案|减字木兰花|醉花阴|一剪梅|点绛唇|踏莎行|南乡子|永遇乐"
    r"|贺新郎|水龙吟|八声甘州|雨霖铃|声声慢|浪淘沙|长相思|诉衷情|行香子|苏幕遮|望海潮|天净沙|山坡羊"
)
"""Forms of classical verse, and tunes that it is written to: before a dot they begin the title of a poem."""
BYLINE_WORDS = (
    r"(?:本报|本社|本刊|本台|本网|新华社|人民日报|晚报|日报|晨报|早报|中新社|通讯社|央视|全媒体|融媒体|融媒|首席|见习|实习|学生|校园|小|特约|特派|驻\S{1,6}|\S{2,6}(?:日报|晚报|晨报|早报|都市报|新报|商报|时报|报社|融媒体中心)\S{0,5}|\S{2,8}(?:[报网台]|传媒)(?=记者|通讯员|评论员|首席|见习|实习|特约|特派|全媒体|融媒体)){0,4}"
    r"(?:记者|通讯员|实习生|读者|网友|市民|评论员|特约评论员|撰稿人|特约撰稿人|撰稿|撰文|作者|采写|采访|口述|讲述|整理|执笔|摄影|摄影报道|摄影记者|图片|文字|图文|文图|文|图|摄|编译|翻译|译|著|制图|绘|著|漫画|统筹|报道|报导|专题报道|专题报导|综合报道|连线报道|摄影报导|主笔|策划|供稿|供图)"
)
_DESKS = (
    "Agriculture|Arts|Assistant|Associate|Business|Chief|City|Community|Consumer|Contributing|County|Courts?|Crime|Cricket|Culture"
    "|Data|Defence|Democracy|Deputy|Digital|Diplomatic|Economics|Education|Entertainment|Environment|Executive|Farming|Features?"
    "|Food|Football|Foreign|General|Guest|Health|Home Affairs|Industrial|Investigations?|Legal|Lifestyle|Local|Managing|News"
    "|Night|Opinion|Picture|Police|Political|Politics|Property|Religion|Royal|Rugby|Science|Senior|Special|Sports?|Staff|Technology"
    "|Trade|Trainee|Transport|Travel|Weekend|Women's"
)
ENGLISH_POST = (
    rf"(?i:(?:(?:{_DESKS}) ){{1,4}}(?:Columnist|Correspondent|Critic|Editor|Photographer|Reporter|Writer)s?)(?![A-Za-z-])"
)
"""As what somebody works for an English paper."""
_LEARNED = (
    r"医师|医生|药师|技师|护师|护士长?|营养师|咨询师|治疗师|育婴师|心理师|律师|公证员|法官|检察官|教授|研究员|教研员|讲师|教师|博士后?|硕士|研究生|导师|院士"
    r"|工程师|农艺师|畜牧师|兽医师?|规划师|设计师|建筑师|会计师|分析师|经济师|经济学家|评论家|作家|馆员|编审"
)
_HOUSES = (
    r"医院|诊所|卫生院|疾控中心|大学|学院|党校|中学|小学|学校|幼儿园|研究[院所]|研究中心|科学院|事务所|博物馆|图书馆|文化馆|协会|学会|法院|检察院"
    r"|公司|集团|银行|合作社"
)
_HEADS = r"主席|院长|校长|所长|馆长|会长|园长|主任|科长|秘书长|理事长|董事长|总经理|首席专家|专家|学者|老师"
AFFILIATION = re.compile(
    rf"{HANZI}{{2,16}}(?:大学|学院|党校|中学|小学|学校|幼儿园|研究[院所]|中心|医院|法院|检察院|公司|集团|街道|社区|小区|村|镇|乡|委员会|办公室|协会|支队|大队|[部处局委系馆])"
)
"""Where somebody works, printed before the name."""
POST = re.compile(rf"[\u4e00-\u9fffA-Za-z0-9·]{{2,30}}?(?:{_LEARNED})|{HANZI}{{2,16}}(?:{_HOUSES}){HANZI}{{0,12}}?(?:{_HEADS})")
"""As what somebody is known who writes and is no journalist, with the house or the field that he works in."""
PUPIL = (
    r"[(]?\w{1,16}(?:小学|中学|学校|[附一二三四五六七八九十]中|附小|书院|学院|幼儿园)[初高七八九]?[一二三四五六\d]{0,2}(?:年级|级)?"
    r"(?:[(]?[一二三四五六七八九十\d]{1,2}[)]?班)?\s+(?P<pupil>\w{2,4}|\w \w)[)]?"
    r"|[(]?(?:指导|辅导)(?:教师|老师)\s*[: ]\s*\w{2,4}(?:[、 ]\w{2,4}){0,2}[)]?"
)
"""School, form and name of who wrote; or who taught them, who did not."""
WORLD_AGENCIES = (
    r"新华社|新华网|中新社|中新网|中央社|央视|人民日报|人民网|法新社|路透社|美联社|共同社|塔斯社"
    r"|中央广播电视总台|国际在线|科技日报|光明日报|经济日报"
)
SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余"
    "元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪"
    "包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲台从鄂索咸籍赖卓蔺屠蒙池"
    "乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东殴殳沃利蔚越夔隆师巩厍聂晁勾敖融冷"
    "訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公涂岳肖佟覃楚仝初闫展付代苟海揭旷栗郄尧展战由原云占赫巨亓郇植佘仉褟涂覃祁"
)
PROVINCES = frozenset(("江苏", "江西", "安徽", "云南", "宁夏", "海南", "甘肃", "山东", "山西", "广东", "广西"))
"""Provinces that look like names."""
COMPOUND_SURNAMES = (
    "欧阳",
    "司马",
    "上官",
    "诸葛",
    "东方",
    "皇甫",
    "尉迟",
    "公孙",
    "令狐",
    "慕容",
    "司徒",
    "夏侯",
    "端木",
    "轩辕",
    "宇文",
    "长孙",
    "百里",
    "南宫",
    "独孤",
    "申屠",
    "澹台",
    "赫连",
    "呼延",
    "濮阳",
    "淳于",
    "钟离",
    "鲜于",
    "万俟",
    "闾丘",
    "公冶",
    "拓跋",
    "闻人",
    "亓官",
    "司空",
)
