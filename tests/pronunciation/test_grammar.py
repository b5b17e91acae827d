"""Readings that grammar settles where no word does, and the ordinary readings that look like them."""

import re
from importlib.resources import files

import pytest

from audio_edition.pronunciation import pronounce, syllable, table

SENTENCES = """
截至三月，已开工九十七个，开工{率|lv4}百分之六十二点二；完成投资四十一亿元。
中学入学{率|lv4}99.2%，辍学{率|lv4}0.1%。
全年空置{率|lv4}8.3%，出租{率|lv4}达九成。
高铁上座{率|lv4}、准点{率|lv4}双提升，车辆违停{率|lv4}同比下降。
市长{率|shuai4}队赴外地考察，他{率|shuai4}五人前往，部长{率|shuai4}有关部门负责人出访。
南关桥今起限{行|xing2}
今日机动车限{行|xing2}尾号：三和八。
樱花大道周末限{行|xing2}方案出炉，大型车辆请绕{行|xing2}，货车禁{行|xing2}区域扩大。
高峰时段缓{行|xing2}路段增多，电动车逆{行|xing2}被罚。
农业银{行|hang2}和其他各{行|hang2}各业。
解某返还解某军代{还|huan2}的贷款五万元。
房产证上写的是自己的名字，他{还|hai2}曾{还|huan2}过十四个月的贷款。
父亲替他{还|huan2}的债，他已经{还|huan2}清了。
他{还|hai2}曾去过北京，{还|hai2}过着清贫的生活。新一代{还|hai2}在成长。
违者可{处|chu3}新台币三千元以上、六千元以下罚锾。
違者可{處|chu3}新臺幣3000元以上、6000元以下罰鍰，最高{處|chu3}十萬元罰鍰。
情节严重的，{处|chu3}三年以上十年以下有期徒刑，并{处|chu3}罚金十万元。
违反规定的，{处|chu3}十日拘留；将{处|chu3}5000元以下罚款。
全市共有三{处|chu4}景点，每{处|chu4}一百万元，违建一律罚款。
主投林昱珉七局{只|zhi3}被打五支安打。
共有三{只|zhi1}羊，每{只|zhi1}卖五百元，{只|zhi3}被人买走两{只|zhi1}。
新版全民英檢調整爭議 {教|jiao4}部：不影響會考
家長團體批評{教|jiao4}部，{教|jiao4}改十年，爭議不斷。
{教|jiao1}他游泳，{教|jiao1}部队官兵识字。
{乐|le4}民之{乐|le4}者，民亦{乐|le4}其{乐|le4}。
各县（市、区）{长|zhang3}，市直有关部门主要负责同志参加。
各乡（镇）{长|zhang3}、街道主任参加会议。
（市、县、区）{长|zhang3}和各镇（街道）{长|zhang3}到会，中（小）{学|xue2}校{长|zhang3}发言。
资产负债{率|lv4}进一步降低，長打{率|lv4}五成，机械化{率|lv4}预计达八成，{率|shuai4}八十万大军南下。
首付要{还|huan2}得起，买家{还|hai2}得{还|huan2}现金溢价，他{还|hai2}要先{还|huan2}押金。
前锋头球{中|zhong4}柱而出，远射{中|zhong4}框弹出，{中|zhong1}柱和横梁都刷了漆。
老者安之，朋友信之，{少|shao4}者怀之；多者数百，{少|shao3}者数十。
让长者“慢”{得|de5}起，这碗饭“香”{得|de5}很。
疑犯被帶返{差|chai1}館，消息指{差|chai1}馆报案。
切忌{着|zhao2}急忙慌，提{着|zhe5}急救箱，牵{着|zhe5}手走，闭{着|zhe5}眼笑，冒{着|zhe5}火，握{着|zhe5}手机，他{着|zhuo2}手准备。
不等于来年一定{重|zhong4}发，{重|zhong4}{重|zhong4}地摔倒，克服{重|chong2}{重|chong2}困难，验证码{重|chong2}发。
{血|xue4}氧低于百分之九十五，教练则{为|wei4}全队的拼劲喝彩。
物业说，{得|dei3}业主重新投票；{得|de2}知消息后，{得|de2}分最高。
一株一株{地|de5}数，把面{和|huo2}{得|de5}软软的，卷上{剥|bao1}好的小葱，{剥|bo1}夺权利。
便宜又{称|chen4}心，又{称|cheng1}心肌炎，一条街都{应|ying4}{和|he4}。
不良{率|lv4}控制在千分之三，最窄{处|chu4}2个人，由{发|fa1}改部门监测，忽{干|gan1}忽湿。
欠钱不{还|huan2}被列入失信名单，她每月要{还|huan2}三千元房贷，他{还|huan2}的是父亲的债。
一經定罪，最高可{處|chu3}罰款五萬元及監禁六個月；城管{处|chu4}三人被罚款。
與榜首只{差|cha4}1.5場勝{差|cha1}，两队胜场{差|cha1}拉大到三场，积分{差|cha1}缩小。
他们还{差|cha4}三场，积分{差|cha4}两分，这场{差|cha4}点输了，效果很{差|cha4}，得失分{差|cha1}为负，分{差|cha1}一度缩小。
警方測{得|de2}林男酒測值達0.87，抽血測{得|de2}酒精濃度偏高，测{得|de2}血压偏高，测{得|de2}的数据已上传。
民警查{得|de2}该车超载，查{得|de2}现金三万元，解方程求{得|de2}最大值。
他走{得|de5}快，仪器测{得|de5}准，最近查{得|de5}很严，查{得|de5}清楚，测{得|de5}不准，查{得|de5}严。
河面宽（约）{长|chang2}江的一半。
A1版{转|zhuan3}A3版，{转|zhuan3}第十二版、B4版，本文{转|zhuan3}第三版；轮子{转|zhuan4}第三圈。
确保一季度开工{率|lv4}不低于85%，竣工{率|lv4}未达八成，他{率|shuai4}未婚队友出战。
{为|wei4}“十四五”圆满收官奠定坚实基础，{为|wei4}企业发展提供了有力支撑。
以经济{为|wei2}重点提供服务，作{为|wei2}后来者打下基础。
将在六安、大埔等{地|di4}推广这一模式，项目已在多{地|di4}落地。
平等{地|de5}对待每个人，更多{地|de5}推广，这么{地|de5}说。
咱这{地|di4}得抓紧浇，这{地|di4}方好。
连播三天，才找{着|zhao2}人家；没见{着|zhao2}人，正看{着|zhe5}书。
他{还|huan2}的第一件东西{还|hai2}的确在，您{还|hai2}记得{还|huan2}的是什么吗？
棉裤都{结|jie2}了冰，湖面{结|jie2}了厚厚一层冰；树上{结|jie1}了果，{结|jie1}了一树的果。
全场19投11{中|zhong4}，三分球8投5{中|zhong4}，十罚九{中|zhong4}；他在一{中|zhong1}学习。
今年收成{差|cha4}不了，{差|cha4}不了一百块。
容积{率|lv4}三点零，去化{率|lv4}约百分之七，他{率|shuai4}三人出战，{率|shuai4}十万大军。
故意杀人的，{处|chu3}死刑；醉驾的，{处|chu3}拘役，三{处|chu4}管制点。
历任副所{长|zhang3}、所{长|zhang3}，派出所所{长|zhang3}说，研究所{长|chang2}期亏损，各展所{长|chang2}。
协调处处{长|zhang3}，人口处处{长|zhang3}说，处处{长|zhang3}满青苔。
三分球32投十一{中|zhong4}对三十五{中|zhong4}十三，他三{中|zhong4}零，二{中|zhong1}三年级，其{中|zhong1}一、二名。
一等奖{中|zhong4}出五注，表决{中|zhong1}投了反对票。
{着|zhuo2}袒右肩袈裟，下{着|zhuo2}蓝色牛仔裤，下{着|zhe5}雨，衣服湿了；穿{着|zhe5}短裤，{着|zhao2}急穿衣服。
销量虽{降|jiang4}，利润大幅{降|jiang4}。
排面整齐{得|de5}像刀切，我{得|dei3}像他那样练，水{涨|zhang3}{得|de5}飞快。
夜里{落|luo4}了一场雪，{落|luo4}了一层灰；毛巾一{拧|ning2}，{拧|ning3}螺丝。
{为|wei2}改革以来最大降幅，{为|wei2}连续第十四个月增持，{为|wei4}改革开放以来的先进单位颁奖。
军{地|di4}双方出动直升机，将军{地|di4}位高。产品上市后，{得|de2}用户好评；物业收费，{得|dei3}用户签字。
骗{得|de2}十二人共计三万元，骗{得|de5}他团团转。
手枪速射三十三{中|zhong4}夺冠，市三十三{中|zhong1}夺冠；{为|wei2}中国首枚网球金牌。{为|wei4}首批支教老师送行。
氨氯{地|di4}平五毫克，二一一{还|hai2}行，仅{还|huan2}息七万元；车{长|chang2}四千九百九十七毫米。
分洪道{行|xing2}洪，三{重|chong2}檐歇山顶。
上线{曾|zeng1}某、李某，他{曾|ceng2}某次到访；出门{得|dei3}多加留意；规划所所{长|zhang3}介绍。
赤字{率|lv4}按百分之三测算，清除{率|lv4}十到二十毫升，{还|huan2}本付息；拨七八八九零零零{转|zhuan3}三。
他写了三万{行|hang2}代码、几{行|hang2}小字，一{行|xing2}人来了。
牛皮要{泡|pao4}上五六天，豆{泡|pao1}上桌；{划|hua4}出红线，{划|hua2}出一道口子。
走进田间，听{得|de5}见蛙鸣；仿佛不着{地|di4}，看着{地|di4}上的水；他当即跪{地|di4}做按压。
棉衣穿不住，{得|dei3}换薄衫了；{得|dei3}赶紧浇水，{得|de2}知换人。左手{捋|lv3}髯，{捋|luo1}起袖子。
群众看{得|de5}到、摸{得|de5}着，钥匙找{得|de5}到了；他{得|de2}到家人支持，没有{得|de2}到处理，办{得|de5}到位。
牛羊出{圈|juan4}，短剧出{圈|quan1}；他{宁|ning4}舍一顿饭，不误一节课。
{宁|ning4}停勿抢，{宁|ning4}慢勿快；{宁|ning2}波港忙。大妈边{择|zhai2}芹菜边聊，家长{择|ze2}校。
一根扁担{挑|tiao1}起全家的生计，年轻人{挑|tiao1}起重任，外人{挑|tiao3}起事端。
{和|huo2}面、{和|hu2}牌，{和|huo4}料时要趁热；我{和|he2}面点师学手艺。
溪水清{得|de5}能看见底，风冷{得|de5}刺骨；年轻人，{得|dei3}慢下来，{得|de2}知消息。
另一{场|chang3}焦点战打响，下一{场|chang3}对阵浙江；一{场|chang2}大雨，一{场|chang2}硬仗。
芹菜{涨|zhang3}得凶，他脸{涨|zhang4}得通红；她一人分饰两{角|jue2}，三{角|jiao3}钱。
双腿被{卡|qia3}，动弹不得；广西贵港五里{圩|xu1}，安徽新{圩|wei2}。
算是{了|liao3}了一桩心愿；{划|hua4}出三个区块，{划|hua2}出一道弧线；船一座接一座{地|de5}烧。
{没|mo4}收违法所得，{没|mei2}收到回信；{峒|dong4}中镇，崆{峒|tong2}山。
南方多{地|di4}出现回南天，多{地|di4}发布预警；更多{地|de5}参与，要多{地|di4}块。她把{和|huo2}好的面擀开，{和|he2}好朋友同行。
"""


def _cases() -> list[tuple[str, dict[int, str]]]:
    cases = []
    for line in SENTENCES.strip().splitlines():
        text, readings = "", {}
        for plain, char, pinyin in re.findall(r"([^{]+)|\{(.)\|(\w+)\}", line):
            if char:
                readings[len(text)] = pinyin
            text += plain or char
        cases.append((text, readings))
    return cases


@pytest.mark.parametrize(("text", "readings"), _cases())
def test_a_reading_is_the_one_that_the_grammar_around_it_asks_for(text: str, readings: dict[int, str]) -> None:
    said = {reading.index: reading.pinyin for reading in pronounce(text).readings}
    assert {at: said[at] for at in readings} == readings


def test_every_rule_gives_a_reading_that_its_character_has() -> None:
    lines = (files("audio_edition.pronunciation") / "data" / "grammar.tsv").read_text("utf-8").splitlines()
    known = table.load()
    for char, pinyin, before, after, why in (line.split("\t") for line in lines if not line.startswith("#")):
        assert syllable.canonical(pinyin) in known.chars[char]
        assert re.compile(before).groups == re.compile(after).groups == 0, "a pattern groups with (?:…)"
        assert why, f"{char}: say why"
