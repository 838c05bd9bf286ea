"""An article as machines read it: in the vocabulary of schema.org, with whom it comes from."""

from typing import TYPE_CHECKING, Any

from provenance.sources.models import Source, SourceKind

if TYPE_CHECKING:
    from news.articles import ArticlePage

Data = dict[str, Any]


def structured(article: "ArticlePage") -> Data:
    """Return what is known of the article; nothing is said of what is not known."""
    data = {
        "@type": "NewsArticle",
        "headline": article.title,
        "description": article.summary,
        "url": article.full_url,
        "inLanguage": article.original_language,
        "datePublished": article.display_date.isoformat(),
        "dateModified": article.last_published_at.isoformat() if article.last_published_at else "",
        "author": {"@type": "Person", "name": article.author} if article.author else None,
        "sourceOrganization": _party(article.shown_source),
        "isBasedOn": _original(article) if article.is_repost else None,
    }
    return {name: value for name, value in data.items() if value}


def _party(source: Source | None) -> Data | None:
    if source is None:
        return None
    kind = "Person" if source.kind == SourceKind.PERSON else "Organization"
    return {"@type": kind, "name": source.name} | ({"url": source.website} if source.website else {})


def _original(article: "ArticlePage") -> Data | None:
    known = {"url": article.source_url, "publisher": _party(article.shown_source)}
    known = {name: value for name, value in known.items() if value}
    return {"@type": "CreativeWork", **known} if known else None
