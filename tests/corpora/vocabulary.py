"""The words of generated pages: Chinese and English side by side, in each list the most frequent first."""

from dataclasses import dataclass
from functools import cached_property

from tests.corpora import english


@dataclass(frozen=True)
class Word:
    """A word in both languages; the English one in its base form."""

    zh: str
    en: str

    @cached_property
    def many(self) -> str:
        """The English plural of a thing."""
        return english.plural(self.en)

    @cached_property
    def does(self) -> str:
        """What one person does, in English."""
        return english.plural(self.en)

    @cached_property
    def did(self) -> str:
        """What was done, in English."""
        return english.past(self.en)

    @cached_property
    def doing(self) -> str:
        """What is being done, in English."""
        return english.participle(self.en)


def _words(text: str) -> list[Word]:
    pairs = (entry.strip().partition(" ") for line in text.splitlines() for entry in line.split("|"))
    return [Word(zh, en) for zh, _space, en in pairs if zh]


THINGS = _words("""
设计 design | 服务 service | 产品 product | 项目 project | 方案 plan | 企业 company | 社区 community
文化 culture | 活动 activity | 课程 course | 材料 material | 技术 technology | 标准 standard | 空间 space
平台 platform | 品牌 brand | 作品 work | 经验 experience | 工艺 craft | 样品 sample | 街道 street
展览 exhibition | 市场 market | 政策 policy | 资料 document | 图书 book | 照片 photograph | 报告 report
设备 machine | 工具 tool | 模型 model | 图纸 drawing | 色彩 colour | 字体 typeface | 标识 sign | 地图 map
包装 package | 家具 chair | 灯具 lamp | 陶瓷 ceramic | 服装 garment | 玩具 toy | 首饰 ornament | 茶具 teapot
餐具 bowl | 纺织品 textile | 竹编 basket | 木作 joint | 漆器 lacquer | 纸张 paper | 印刷 print
插画 illustration | 动画 animation | 影像 film | 音乐 song | 舞台 stage | 公园 park | 广场 square
桥梁 bridge | 台阶 stair | 车站 station | 公交 bus | 轨道 rail | 码头 pier | 步道 path | 花园 garden
屋顶 roof | 阳台 balcony | 厨房 kitchen | 教室 classroom | 医院 hospital | 学校 school | 图书馆 library
博物馆 museum | 美术馆 gallery | 工作室 studio | 工坊 workshop | 车间 factory floor | 实验室 laboratory
仓库 warehouse | 商店 shop | 餐馆 restaurant | 市集 fair | 夜市 night market | 酒店 hotel | 民宿 guesthouse
邮局 post office | 资金 fund | 补贴 subsidy | 奖项 award | 合同 contract | 专利 patent | 商标 trademark
版权 copyright | 税费 tax | 预算 budget | 采购 purchase | 招标 tender | 审批 approval | 登记 registration
许可 licence | 检验 inspection | 认证 certificate | 会议 meeting | 论坛 forum | 讲座 lecture | 培训 training
竞赛 competition | 评审 review | 颁奖 ceremony | 访谈 interview | 调研 survey | 统计 statistic | 数据 record
软件 program | 网络 network | 网站 website | 屏幕 screen | 传感器 sensor | 电池 battery | 摩托车 motorcycle
汽车 car | 自行车 bicycle | 轮椅 wheelchair | 扶手 handrail | 电梯 lift | 路灯 streetlight | 水管 pipe
垃圾箱 waste bin | 长椅 bench | 雨伞 umbrella | 鞋子 shoe | 手套 glove | 眼镜 lens | 钟表 clock
门窗 window | 砖墙 brick wall | 石板 slab | 钢架 steel frame | 玻璃 pane | 塑料 polymer | 橡胶 rubber seal
铝材 aluminium part | 种子 seed | 树木 tree | 花卉 flower | 河流 river | 山坡 slope | 湿地 wetland
稻田 rice field | 果园 orchard | 早餐 breakfast | 火锅 hotpot | 面条 noodle | 茶叶 tea leaf | 糕点 pastry
果汁 juice | 酱料 sauce | 豆腐 tofu dish | 故事 story | 节日 festival | 诗歌 poem | 戏剧 play | 民歌 ballad
传说 legend | 习俗 custom | 方言 dialect | 门牌 door number | 窗口 counter | 公告 announcement | 通知 notice
申请 application | 收据 receipt | 证件 identity card | 名单 list of names | 档案 file | 目录 catalogue
规章 regulation | 条例 ordinance | 许可证 permit | 保险 insurance policy | 贷款 loan | 股份 share
账单 bill | 发票 invoice | 工资 wage | 办公室 office | 会客厅 parlour | 食堂 canteen | 宿舍 dormitory
操场 playground | 跑道 track | 泳池 pool | 球场 court | 看台 terrace | 更衣室 changing room | 电线 cable
插座 socket | 开关 switch | 水泵 pump | 阀门 valve | 齿轮 gear | 轴承 bearing | 弹簧 spring | 螺丝 screw
焊缝 weld | 模具 mould | 刀具 cutter | 相机 camera | 镜头 viewfinder | 耳机 headphone | 音箱 loudspeaker
键盘 keyboard | 打印机 printer | 扫描仪 scanner | 机器人 robot | 无人机 drone | 芯片 chip | 油漆 paint
胶水 glue | 砂纸 sandpaper | 画笔 brush | 颜料 pigment | 刻刀 carving knife | 印章 seal | 卷轴 scroll
扇子 fan | 灯笼 lantern | 风筝 kite | 剪纸 papercut | 年画 new year print | 泥塑 clay figure
刺绣 embroidery | 织锦 brocade | 蜡染 batik | 银饰 silver pin | 铜器 bronze | 石雕 stone carving
围巾 scarf | 帽子 hat | 书包 satchel | 校服 school uniform | 纽扣 button | 拉链 zip | 布料 fabric
毛线 yarn | 皮革 hide | 羽绒 duvet | 枕头 pillow | 地毯 carpet | 阅览室 reading room | 书架 bookshelf
杂志 magazine | 报纸 newspaper | 海报 poster | 明信片 postcard | 信封 envelope | 邮票 stamp | 日历 calendar
笔记本 notebook | 汤圆 dumpling | 辣椒 chilli | 花椒 peppercorn | 橙子 orange | 核桃 walnut | 蜂蜜 honey jar
米酒 rice wine | 咖啡 coffee cup | 点心 snack | 菜单 menu | 麻雀 sparrow | 白鹭 egret | 蝴蝶 butterfly
池塘 pond | 水车 water wheel | 渔船 fishing boat | 渡轮 ferry | 缆车 cable car | 隧道 tunnel
堤坝 embankment
""")

PEOPLE = _words("""
设计师 designer | 学生 student | 居民 resident | 教师 teacher | 工程师 engineer | 工匠 maker
老人 older neighbour | 儿童 child | 青年 young person | 志愿者 volunteer | 读者 reader | 游客 visitor
家长 parent | 职工 employee | 经理 manager | 专家 expert | 研究员 researcher | 评委 juror | 艺术家 artist
摄影师 photographer | 建筑师 architect | 编辑 editor | 司机 driver | 厨师 cook | 园丁 gardener | 护士 nurse
医生 doctor | 农民 farmer | 渔民 fisher | 裁缝 tailor | 木匠 carpenter | 学徒 apprentice
""")

PLACES = _words("""
街 Street | 路 Road | 村 Village | 巷 Lane | 镇 Town | 坝 Flats | 桥 Bridge | 湾 Bay | 坡 Hill | 园区 Park
""")

HOUSES = _words("""
中心 Centre | 工作室 Studio | 协会 Association | 研究所 Institute | 工坊 Workshop | 学院 College
资料馆 Archive | 服务站 Service Station | 俱乐部 Club | 基地 Base | 设计院 Design Office
合作社 Cooperative
""")

QUALITIES = _words("""
新 new | 公共 public | 绿色 green | 数字 digital | 传统 traditional | 安全 safe | 开放 open | 小型 small
共享 shared | 地方 local | 年度 annual | 免费 free | 耐用 durable | 轻便 light | 环保 sustainable
智能 smart | 便民 handy | 无障碍 accessible | 国际 international | 联合 joint | 常设 permanent
临时 temporary | 夜间 nightly | 手工 handmade | 可拆卸 detachable | 可回收 recyclable | 防水 waterproof
低碳 low-carbon | 高精度 precise | 多功能 versatile | 怀旧 nostalgic | 简洁 plain | 明亮 bright | 安静 quiet
通透 airy | 柔软 soft | 粗糙 rough | 透明 clear
""")

DEEDS = _words("""
改进 improve | 展示 display | 发布 publish | 介绍 present | 收集 collect | 整理 sort | 讨论 discuss
支持 support | 测试 test | 制作 produce | 修复 repair | 更新 renew | 推广 promote | 记录 document
开放 open | 完成 complete | 比较 compare | 检查 inspect | 登记 register | 采用 adopt | 规划 plan | 资助 fund
翻译 translate | 拍摄 film | 绘制 draw | 组装 assemble | 拆解 dismantle | 清洗 clean | 搬运 carry
租借 lend | 试用 try | 评选 judge | 安装 install | 调整 adjust | 保存 preserve | 归还 return | 订购 order
运送 deliver | 点亮 brighten | 丈量 measure
""")

TIMES = _words("""
今年 this year | 上个月 last month | 春季 in spring | 夏季 in summer | 秋季 in autumn | 冬季 in winter
周末 at the weekend | 明年 next year | 年底前 before the end of the year | 每周三 every Wednesday
国庆期间 over the holidays | 近日 recently | 清晨 early in the morning | 傍晚 towards evening
月初 early in the month | 放学后 after school | 雨季前 before the rains
""")
