"""The news section's models; each lives in the file of its subject."""

from news.articles import ArticleCampaign, ArticleInstitution, ArticlePage, ArticleTag
from news.index import NewsIndexPage
from news.terms import Category, Tag

__all__ = [
    "ArticleCampaign",
    "ArticleInstitution",
    "ArticlePage",
    "ArticleTag",
    "Category",
    "NewsIndexPage",
    "Tag",
]
