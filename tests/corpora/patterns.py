"""Titles and sentences with gaps, in Chinese and English side by side; the same word goes into both."""

from dataclasses import dataclass
from functools import cached_property
from string import Formatter


@dataclass(frozen=True)
class Pattern:
    """One sentence: `{thing}` in the Chinese, `{thing.en}` or another form of the word in the English.

    A number tells apart two words of a kind: `{thing}` and `{thing2}`.
    """

    zh: str
    en: str

    @cached_property
    def gaps(self) -> list[tuple[str, str]]:
        """The gaps that want a word, and the kind of each."""
        names = [name for _text, name, _format, _conversion in Formatter().parse(self.zh) if name]
        return [(name, name.rstrip("0123456789")) for name in names]


def _patterns(text: str) -> list[Pattern]:
    found = []
    for passage in text.strip().split("\n\n"):
        zh, _end, en = passage.partition("\n")
        found.append(Pattern(zh, en.replace("\n", " ")))
    return found


TITLES = _patterns("""
{place}{kind}{thing}{thing2}{deed}方案公布
Plan to {deed.en} {thing.many} and {thing2.many} in {place.en} {kind.en}

{number}位{people}{time}{deed}{place}{quality}{thing}
{number.en} {people.many} {deed.en} the {quality.en} {thing.many} of {place.en}

{person}：{thing}里的{quality}{thing2}
{person.en}: {quality.en} {thing2.many} inside the {thing.en}

{place}{house}与{place2}{house2}{deed}{thing}
{place.en} {house.en} and {place2.en} {house2.en} {deed.en} {thing.many}

{year}年{place}{quality}{thing}征集启事
Call for {quality.en} {thing.many} from {place.en} in {year.en}

{name} {quality}{thing}在{place}{kind}{deed}
{quality.en} {name.en} {thing.many} {deed.did} at {place.en} {kind.en}

{place}{house}{time}向{people}开放{quality}{thing}
{place.en} {house.en} opens its {quality.en} {thing.many} to {people.many}

从{thing}到{thing2}：{place}{people}的{number}天
From {thing.en} to {thing2.en}: {number.en} days with the {people.many} of {place.en}

关于{deed}{place}{kind}{quality}{thing}和{thing2}管理办法的通知
Notice on rules for the {quality.en} {thing.many} and {thing2.many} of {place.en} {kind.en}

{place}{people}{deed}{code}型{thing}
{place.en} {people.many} {deed.en} the {code.en} {thing.en}

{person}谈{quality}{thing}与{thing2}的{thing3}
{person.en} on the {thing3.en} of {quality.en} {thing.many} and {thing2.many}

{place}{kind}{quality}{thing}{deed}一周年
One year of {deed.doing} {quality.en} {thing.many} in {place.en} {kind.en}

{place}{house}与{place2}{house2}{time}联合{deed}{quality}{thing}和{thing2}，{number}位{people}参加
{place.en} {house.en} and {place2.en} {house2.en} {deed.en} {thing.many} and {thing2.many}
with {number.en} {people.many}
""")

NAMES = _patterns("""
{place}{thing}{house}
{place.en} {thing.en} {house.en}

{place}{kind}{quality}{thing}与{thing2}{house}
{place.en} {kind.en} {house.en} of {quality.en} {thing.many} and {thing2.many}

{name} {thing}{house}（{place}{kind}）
{name.en} {thing.en} {house.en} ({place.en} {kind.en})
""")

SENTENCES = _patterns("""
{time}，{place}{kind}的{people}开始{deed}{quality}{thing}。
The {people.many} of {place.en} {kind.en} began to {deed.en} {quality.en} {thing.many} {time.en}.

{person}说，{thing}要{quality}，{thing2}要{quality2}，{people}才会愿意用。
{person.en} says that {thing.many} should be {quality.en} and {thing2.many} {quality2.en} if {people.many}
are to use them.

这批{thing}由{place}{house}{deed}，共{number}件，其中{quality}的占一半。
{place.en} {house.en} {deed.did} the {number.en} {thing.many}, half of which are {quality.en}.

{people}可以在{thing}旁边{deed}自己的{thing2}，也可以和{people2}一起{deed2}{thing3}。
Everybody may {deed.en} {thing2.many} of their own beside the {thing.en}, or {deed2.en} {thing3.many} together
with {people2.many}.

按照{year}年的{thing}，{quality}{thing2}每{number}天{deed}一次。
Under the {thing.en} of {year.en}, somebody {deed.does} {quality.en} {thing2.many} every {number.en} days.

{name} {thing}采用{quality}{thing2}，{people}用一只手就能{deed}。
The {name.en} {thing.en} has {quality.en} {thing2.many} that {people.many} can {deed.en} with one hand.

“我们先{deed}{thing}，再{deed2}{thing2}。”{person}介绍。
“First we {deed.en} the {thing.en}, then we {deed2.en} the {thing2.en},” {person.en} explains.

与以往不同，{quality}{thing}不再由{people}单独{deed}。
Unlike before, {people.many} are no longer {deed.doing} the {quality.en} {thing.many} on their own.

{place}{house}还准备了{number}份{quality}的{thing}，供{people}带走。
{place.en} {house.en} keeps {number.en} {quality.en} {thing.many} for {people.many} to take home.

因为{thing}不够{quality}，第一版{thing2}没有通过{thing3}。
The first {thing2.en} failed its {thing3.en} because the {thing.en} was not {quality.en} enough.

{people}在{place}{kind}走访了{number}处{thing}，把意见写进{thing2}。
A group of {people.many} visited {number.en} {thing.many} in {place.en} {kind.en} and wrote what they heard
into the {thing2.en}.

型号为{code}的{thing}{time}交付，{people}负责{deed}。
The {thing.en} {code.en} was delivered {time.en}; {people.many} {deed.en} it.

除了{thing}，参加者还{deed}{thing2}和{quality}{thing3}。
Besides {thing.many}, those taking part {deed.did} {thing2.many} and {quality.en} {thing3.many}.

{person}在{place}{kind}住了{number}年，熟悉这里的每一处{thing}和{thing2}。
{person.en} has lived in {place.en} {kind.en} for {number.en} years and knows every {thing.en} and {thing2.en}.

大家看重三点：{thing}是否{quality}，{thing2}是否{quality2}，{people}是否方便。
Three things count: whether the {thing.en} is {quality.en}, whether the {thing2.en} is {quality2.en}, and
whether {people.many} find it easy.

下一步，{house}将{deed}更多{quality}{thing}，并邀请{people}{deed2}{thing2}。
Next the {house.en} will {deed.en} more {quality.en} {thing.many} and invite {people.many} to {deed2.en} the
{thing2.en}.
""")
