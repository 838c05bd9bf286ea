"""Invented names, by the thousand: the long tail of words that any large site has."""

import random

from tests.corpora.vocabulary import Word

_SYLLABLES = """
云 yun 溪 xi 石 shi 桐 tong 梧 wu 岚 lan 松 song 柏 bai 枫 feng 杏 xing 莲 lian 荷 he 兰 lan 菊 ju 梅 mei
竹 zhu 泉 quan 潭 tan 涧 jian 湖 hu 池 chi 洲 zhou 滩 tan 岩 yan 峰 feng 岭 ling 谷 gu 坪 ping 崖 ya 砚 yan
墨 mo 笔 bi 琴 qin 棋 qi 画 hua 帆 fan 舟 zhou 渡 du 津 jin 鹤 he 鹭 lu 雁 yan 燕 yan 鹿 lu 麟 lin 凤 feng
龙 long 虎 hu 霞 xia 霜 shuang 雪 xue 晴 qing 岁 sui 昭 zhao 宁 ning 安 an 康 kang 和 he 顺 shun 祥 xiang
瑞 rui 嘉 jia 庆 qing 丰 feng
"""
_SURNAMES = """
赵 Zhao 钱 Qian 孙 Sun 李 Li 周 Zhou 吴 Wu 郑 Zheng 王 Wang 冯 Feng 陈 Chen 蒋 Jiang 沈 Shen 韩 Han 杨 Yang
朱 Zhu 秦 Qin 许 Xu 何 He 吕 Lü 张 Zhang 孔 Kong 曹 Cao 严 Yan 金 Jin 魏 Wei 陶 Tao 姜 Jiang 谢 Xie 邹 Zou
潘 Pan 葛 Ge 范 Fan 彭 Peng
"""
_COINED = """
ba bel bri cal cor dal dra el fen fir gal gri hal il jor kel kro lam lor mal mer nal nor ol or pal pel qua
rin ros sal sel sto tal tor ul van vel vor wen wil xan yor zan zel
"""


def _read(text: str) -> list[tuple[str, str]]:
    words = text.split()
    return list(zip(words[::2], words[1::2], strict=True))


SYLLABLES, SURNAMES, COINED = _read(_SYLLABLES), _read(_SURNAMES), _COINED.split()


def place(chance: random.Random) -> Word:
    """Return the name of a place without its kind, such as 云溪 Yunxi; some thousand are possible."""
    (han, latin), (han2, latin2) = chance.choice(SYLLABLES), chance.choice(SYLLABLES)
    return Word(han + han2, (latin + latin2).capitalize())


def person(chance: random.Random) -> Word:
    """Return the name of a person, such as 沈岚 Shen Lan."""
    (family, latin), given = chance.choice(SURNAMES), chance.sample(SYLLABLES, chance.choice((1, 2)))
    name = "".join(syllable for _han, syllable in given).capitalize()
    return Word(family + "".join(han for han, _syllable in given), f"{latin} {name}")


def coined(chance: random.Random) -> Word:
    """Return the name of a product or a band, the same in both languages, such as Kelvorix."""
    name = "".join(chance.choices(COINED, k=chance.choice((2, 3)))).capitalize()
    return Word(name, name)
