"""The forms of the editors' interface, filled in as its browser sends them."""

from typing import Any

from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

FEATURES = ["bold", "italic", "link", "document-link", "ol", "ul"]


def article_form(**fields: Any) -> dict[str, Any]:
    """Return what is sent when an article is published."""
    words = rich_text("<p>十四家机构参加。</p>", features=FEATURES)
    form = {
        "title": "支撑机构座谈会召开",
        "slug": "",
        "summary": "市里召开座谈会。",
        "display_date": "2026-01-10",
        "category": "",
        "lead_image": "",
        "lead_image_alt": "",
        "lead_image_caption": "",
        "body": streamfield([("heading", {"text": "会上", "level": "h2"}), ("text", words)]),
        "source_kind": "original",
        "source": "",
        "source_url": "",
        "author": "",
        "editor": "",
        "article_tags": inline_formset([]),
        "article_institutions": inline_formset([]),
        "article_campaigns": inline_formset([]),
        "attachments": streamfield([]),
        "seo_title": "",
        "search_description": "",
        "share_image": "",
        "go_live_at": "",
        "expire_at": "",
        "last_reviewed": "",
        "comments": inline_formset([]),
        "action-publish": "1",
    }
    return nested_form_data(form | fields)


_EVERYWHERE = {
    "slug": "",
    "summary": "",
    "lead_image": "",
    "lead_image_alt": "",
    "lead_image_caption": "",
    "institution_links": inline_formset([]),
    "campaign_links": inline_formset([]),
    "attachments": streamfield([]),
    "body": streamfield([]),
    "seo_title": "",
    "search_description": "",
    "share_image": "",
    "go_live_at": "",
    "expire_at": "",
    "last_reviewed": "",
    "comments": inline_formset([]),
    "action-publish": "1",
}


def event_form(**fields: Any) -> dict[str, Any]:
    """Return what is sent when an event is published."""
    form = {
        "title": "设计论坛",
        "starts_at": "2027-05-20 14:00",
        "ends_at": "2027-05-20 17:30",
        "place": "示例图书馆",
        "address": "",
        "district": "",
        "online_url": "",
        "registration_url": "",
    }
    return nested_form_data(_EVERYWHERE | form | fields)


def call_form(**fields: Any) -> dict[str, Any]:
    """Return what is sent when a call for entries is published."""
    form = {
        "title": "作品征集",
        "opens_at": "2027-03-01 09:00",
        "closes_at": "2027-03-31 18:00",
        "who_may_enter": rich_text("<p>任何人。</p>", features=FEATURES),
        "offer": rich_text("<p>样机一件。</p>", features=FEATURES),
        "steps": streamfield([("step", {"title": "看一看", "text": ""})]),
        "entry_url": "https://enter.example/",
        "entry_email": "",
    }
    return nested_form_data(_EVERYWHERE | form | fields)
