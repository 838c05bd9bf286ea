"""One of everything: a page of every type, a record of every kind, a body with every block."""

import datetime
from decimal import Decimal
from typing import Any

from wagtail.models import Page, TranslatableMixin, get_page_models
from wagtail.snippets.models import get_snippet_models

from awards.models import AwardCampaign, AwardGiver, AwardIndexPage, Work
from campaigns.models import (
    Action,
    CampaignAction,
    CampaignFacility,
    CampaignInstitution,
    Facility,
    MilestonesPage,
)
from designcity.models import SiteTexts
from designcity.pages import BasePage
from events.models import CallCampaign, CallInstitution, EventCampaign, EventInstitution
from institutions.models import District, Field, InstitutionField, InstitutionKind
from news.models import ArticleCampaign, ArticleInstitution, ArticleTag, Category, Tag
from provenance.models import Source
from publications.models import PublicationCampaign, PublicationIndexPage, PublicationInstitution
from tests.conftest import Tree
from tests.factories import (
    article,
    award,
    call,
    call_index,
    campaign,
    contact_page,
    document,
    event,
    event_index,
    image,
    index_of,
    institution,
    on_site,
    publication,
    published,
    standard_page,
    term,
)

PAGE_TYPES = [model for model in get_page_models() if issubclass(model, BasePage)]
AT = {"latitude": Decimal("29.5"), "longitude": Decimal("106.5")}
RECORDS = [model for model in get_snippet_models() if issubclass(model, TranslatableMixin)]


def page_of(model: type[Page], tree: Tree) -> Any:
    """Return a published page of one type in which every field that can be filled in is."""
    return {
        "homepage": _home,
        "standardpage": lambda tree: standard_page(tree.home, summary="摘要", body=body(tree)),
        "contactpage": _contact,
        "newsindexpage": lambda tree: tree.news,
        "articlepage": _article,
        "directorypage": lambda tree: tree.directory,
        "institutionpage": _institution,
        "campaignindexpage": lambda tree: tree.campaigns,
        "campaignpage": _campaign,
        "milestonespage": _milestones,
        "publicationindexpage": _publications,
        "publicationpage": _publication,
        "awardindexpage": lambda tree: index_of(AwardIndexPage, tree.home, "奖项"),
        "awardpage": _award,
        "eventindexpage": lambda tree: event_index(tree.home),
        "eventpage": _event,
        "callindexpage": lambda tree: call_index(tree.home),
        "callpage": _call,
    }[model._meta.model_name or ""](tree)


def record_of(model: Any, tree: Tree) -> Any:
    """Return a saved record of one kind in the language of the tree."""
    if model is SiteTexts:
        link = {"label": "新闻", "page": tree.news, "address": ""}
        return SiteTexts.objects.create(
            site_name="设计之都",
            tagline="好设计",
            locale=tree.locale,
            navigation=[("link", link)],
            disclaimer="<p>版权归原作者所有。</p>",
        )
    return term(model, "示例", locale=tree.locale)


def body(tree: Tree) -> list[tuple[str, Any]]:
    """Return a body with one of each block."""
    picture = {"image": image(), "alt_text": "一张桌子", "decorative": False, "caption": "桌子"}
    link = {"label": "去看看", "page": None, "address": "https://example.org/"}
    return [
        ("heading", {"text": "标题", "level": "h2"}),
        ("text", '<p>一段<b>文字</b>，有<a href="https://example.org/">链接</a>。</p>'),
        ("quote", {"text": "先看人怎么用。", "speaker": "示例", "role": "设计师"}),
        ("call_out", {"title": "注意", "text": "周一闭馆。"}),
        (
            "questions",
            {"title": "常见问题", "questions": [{"question": "收费吗？", "answer": "<p>不收。</p>"}]},
        ),
        ("picture", picture),
        ("gallery", {"title": "图集", "pictures": [picture, picture | {"alt_text": "一把椅子"}]}),
        ("video", video()),
        ("at_a_glance", {"title": "概览", "facts": [{"label": "时间", "text": "一月"}]}),
        ("figures", {"title": "数字", "figures": [{"number": "14", "label": "家机构"}]}),
        ("table", {"cells": table(), "row_names": True, "note": "示例数字"}),
        (
            "steps",
            {"title": "步骤", "steps": [{"title": "登记", "text": "填表"}, {"title": "提交", "text": ""}]},
        ),
        (
            "timeline",
            {
                "title": "历程",
                "moments": [
                    {"when": "二〇二三年", "title": "加入", "text": "成为一员"},
                    {"when": "今年", "title": "办展", "text": ""},
                ],
            },
        ),
        ("people", {"title": "嘉宾", "people": [person()]}),
        ("programme", {"title": "日程", "days": [day()]}),
        ("button", link),
        ("downloads", {"title": "下载", "files": [{"title": "方案", "document": document()}]}),
        (
            "news_cards",
            {
                "title": "新闻",
                "pages": [article(tree.news, "卡片新闻")],
                "category": term(Category, "栏目", locale=tree.locale),
                "tag": term(Tag, "标签", locale=tree.locale),
            },
        ),
        ("institution_cards", {"title": "机构", "pages": [institution(tree.directory, "卡片机构", **AT)]}),
        ("campaign_cards", {"title": "行动", "pages": [campaign(tree.campaigns, "卡片行动")]}),
        ("event_cards", {"title": "活动", "pages": [event(event_index(tree.home), "卡片活动")]}),
        ("call_cards", {"title": "征集", "pages": [call(call_index(tree.home), "卡片征集")]}),
        ("publication_cards", {"title": "出版物", "pages": [publication(_publications(tree), "卡片出版物")]}),
        ("institution_map", {"title": "地图", "kind": term(InstitutionKind, "种类", locale=tree.locale)}),
    ]


def video() -> dict[str, Any]:
    """Return a video on a platform, with all that can be said of it."""
    address = "https://www.bilibili.com/video/BV1sample00A/"
    words = {"title": "城市的一天", "caption": "一段影片", "transcript": "先是早晨。\n\n然后是夜晚。"}
    return words | {"address": address, "file": None, "poster": image()}


def table() -> dict[str, Any]:
    """Return a table of two columns and two rows, of which one cell is a number."""
    return {
        "caption": "两年的展览",
        "columns": [{"type": "text", "heading": "年份"}, {"type": "number", "heading": "场数"}],
        "rows": [{"values": ["去年", "12"]}, {"values": ["今年", "十八"]}],
    }


def person() -> dict[str, Any]:
    """Return somebody of whom everything is known."""
    words = {"name": "示例人", "role": "设计师", "organisation": "示例工作室", "bio": "做了二十年灯。"}
    return words | {"image": image(), "alt_text": "一位戴眼镜的人"}


def day() -> dict[str, Any]:
    """Return a day with two sessions, the later one first."""
    later = {
        "starts": datetime.time(10),
        "ends": datetime.time(11, 30),
        "title": "工作坊",
        "speaker": "",
        "place": "",
    }
    first = {"starts": datetime.time(9), "ends": None, "title": "开场", "speaker": "示例人", "place": "大厅"}
    return {"date": datetime.date(2026, 6, 1), "sessions": [later, first]}


def _home(tree: Tree) -> Any:
    tree.home.sections = [
        ("lead_story", {"page": article(tree.news, "头条")}),
        ("campaign_focus", {"title": "重点", "page": campaign(tree.campaigns)}),
        ("latest_news", {"title": "最新", "count": 3}),
        ("institutions_focus", {"title": "机构", "pages": [institution(tree.directory)]}),
        ("upcoming", {"title": "近期", "count": 3}),
        *body(tree),
    ]
    return published(tree.home)


def _contact(tree: Tree) -> Any:
    return contact_page(tree.home, consent_text="同意", thanks="<p>多谢。</p>", body=body(tree))


def _article(tree: Tree) -> Any:
    category = term(Category, "政策", locale=tree.locale)
    page = article(
        tree.news,
        summary="市里召开座谈会。",
        category=category,
        lead_image=image(),
        lead_image_alt="会场",
        source_kind="repost",
        source=term(Source, "示例日报", locale=tree.locale),
        body=body(tree),
        attachments=[("file", {"title": "通知", "document": document()})],
    )
    return published(
        page,
        article_tags=[ArticleTag(tag=term(Tag, "工业设计", locale=tree.locale))],
        article_institutions=[ArticleInstitution(institution=institution(tree.directory))],
        article_campaigns=[ArticleCampaign(campaign=campaign(tree.campaigns))],
    )


def _institution(tree: Tree) -> Any:
    page = institution(
        tree.directory,
        "示例机构",
        short_name="示例",
        role="为企业找设计师。",
        logo=image(),
        institution_kind=term(InstitutionKind, "平台", locale=tree.locale),
        district=term(District, "北区", locale=tree.locale),
        services=[("service", {"name": "咨询", "text": "面向小企业"})],
        body=body(tree),
    )
    return published(page, institution_fields=[InstitutionField(field=term(Field, "手工", locale=tree.locale))])


def _campaign(tree: Tree) -> Any:
    milestone = {"date": datetime.date(2026, 4, 5), "title": "启动", "text": ""}
    page = campaign(
        tree.campaigns,
        "创建行动",
        aim="让城市更好用。",
        body=body(tree),
        milestones=[("milestone", milestone)],
        downloads=[("file", {"title": "方案", "document": document()})],
    )
    taking_part = CampaignInstitution(institution=institution(tree.directory), role="牵头", locale=tree.locale)
    return published(
        page,
        campaign_actions=[CampaignAction(action=term(Action, "人才", locale=tree.locale))],
        campaign_facilities=[CampaignFacility(facility=term(Facility, "材料库", locale=tree.locale))],
        campaign_institutions=[taking_part],
    )


def _milestones(tree: Tree) -> Any:
    milestone = {
        "date": datetime.date(2023, 10, 1),
        "precision": "month",
        "title": "加入网络",
        "text": "类别为设计。",
        "image": image(),
        "alt_text": "五个圆点",
        "page": campaign(tree.campaigns),
    }
    return index_of(MilestonesPage, tree.home, "大事记", body=body(tree), milestones=[("milestone", milestone)])


def _publications(tree: Tree) -> Any:
    there = PublicationIndexPage.objects.child_of(tree.home).first()
    return there or index_of(PublicationIndexPage, tree.home, "出版物")


def _publication(tree: Tree) -> Any:
    page = publication(
        _publications(tree),
        summary="一年的记录。",
        publisher="示例图书馆",
        number="978-7-0000-0000-0",
        cover=image(),
        body=body(tree),
    )
    return published(
        page,
        publication_institutions=[PublicationInstitution(institution=institution(tree.directory))],
        publication_campaigns=[PublicationCampaign(campaign=campaign(tree.campaigns))],
    )


def _award(tree: Tree) -> Any:
    page = award(
        index_of(AwardIndexPage, tree.home, "奖项"),
        summary="六件作品。",
        awarded_by="示例协会",
        precision="year",
        lead_image=image(),
        lead_image_alt="奖章",
        lead_image_caption="评审现场",
        body=body(tree),
    )
    maker = institution(tree.directory)
    work = Work(
        title="六把椅子",
        makers="示例小组",
        institution=maker,
        prize="金奖",
        picture=image(),
        picture_alt="六把椅子",
        text="一块板材。",
        locale=tree.locale,
    )
    return published(
        page,
        works=[work],
        award_givers=[AwardGiver(institution=maker)],
        award_campaigns=[AwardCampaign(campaign=campaign(tree.campaigns))],
    )


def _event(tree: Tree) -> Any:
    page = event(
        event_index(tree.home),
        summary="一天三场对谈。",
        starts_at=on_site(2099, 5, 20, 9, 30),
        ends_at=on_site(2099, 5, 21, 17),
        place="示例图书馆",
        address="书架路一号",
        district=term(District, "南区", locale=tree.locale),
        online_url="https://live.example/",
        registration_url="https://register.example/",
        lead_image=image(),
        lead_image_alt="会场",
        lead_image_caption="会场一角",
        body=body(tree),
        attachments=[("file", {"title": "日程", "document": document()})],
    )
    return published(
        page,
        institution_links=[EventInstitution(institution=institution(tree.directory, "主办机构"))],
        campaign_links=[EventCampaign(campaign=campaign(tree.campaigns, "所属行动"))],
    )


def _call(tree: Tree) -> Any:
    page = call(
        call_index(tree.home),
        summary="征集一件每天都用的东西。",
        who_may_enter="<p>任何人。</p>",
        offer="<ul><li>样机一件</li></ul>",
        steps=[("step", {"title": "看一看", "text": "记一周"})],
        entry_email="entries@example.org",
        lead_image=image(),
        lead_image_alt="一把椅子",
        body=body(tree),
        attachments=[("file", {"title": "细则", "document": document()})],
    )
    return published(
        page,
        institution_links=[CallInstitution(institution=institution(tree.directory, "征集机构"))],
        campaign_links=[CallCampaign(campaign=campaign(tree.campaigns, "所属行动"))],
    )
