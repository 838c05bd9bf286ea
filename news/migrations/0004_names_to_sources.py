"""Every name of a source becomes a record, in the pages, in their versions and in what is being translated."""

from collections import defaultdict

from django.db import migrations

from provenance.sources.converting import Names, bare, change_content, make_sources

CONTEXT = "source_name"


def _articles(apps):
    return apps.get_model("news", "ArticlePage").objects


def _revisions(apps, key):
    kinds = apps.get_model("contenttypes", "ContentType").objects.filter(app_label="news", model="articlepage")
    revisions = apps.get_model("wagtailcore", "Revision").objects
    return revisions.filter(content_type__in=kinds, content__has_key=key).order_by("pk")


def _translation_sources(apps):
    kinds = apps.get_model("contenttypes", "ContentType").objects.filter(app_label="news", model="articlepage")
    return apps.get_model("wagtail_localize", "TranslationSource").objects.filter(specific_content_type__in=kinds)


def _collect(apps):
    """Return the names that articles carry, those of one article in several languages together."""
    names = Names()
    versions = defaultdict(list)
    originals = _articles(apps).filter(alias_of=None).order_by("pk")
    for key, locale, name in originals.values_list("translation_key", "locale_id", "source_name"):
        versions[key].append((locale, bare(name)))
    for of_article in versions.values():
        names.together(of_article)
    for revision in _revisions(apps, CONTEXT).iterator():
        names.also(revision.content["locale"], bare(revision.content[CONTEXT]))
    for source in _translation_sources(apps).iterator():
        change_content(source, "content_json", lambda data, at=source.locale_id: names.also(
            at, bare(data.get(CONTEXT))
        ))
    return names


def to_sources(apps, schema_editor):
    made = make_sources(apps, _collect(apps))
    originals = dict(_articles(apps).values_list("pk", "locale_id"))
    for article in _articles(apps).exclude(source_name="").only("pk", "locale_id", "alias_of_id", "source_name"):
        # An untranslated page shows the original's text, in the original's language.
        locale = originals.get(article.alias_of_id, article.locale_id)
        article.source_id = made.get(locale, bare(article.source_name))
        article.save(update_fields=["source"])

    def changed(data, locale):
        data["source"] = made.get(locale, bare(data.pop(CONTEXT, "")))
        return True

    for revision in _revisions(apps, CONTEXT).iterator():
        change_content(revision, "content", lambda data: changed(data, data["locale"]))
    for source in _translation_sources(apps).iterator():
        change_content(source, "content_json", lambda data, at=source.locale_id: changed(data, at))
    # The text is translated no more: the record has a translation of its own.
    apps.get_model("wagtail_localize", "StringSegment").objects.filter(
        source__in=_translation_sources(apps), context__path=CONTEXT
    ).delete()


def to_names(apps, schema_editor):
    names = dict(apps.get_model("provenance", "Source").objects.values_list("pk", "name"))
    for article in _articles(apps).exclude(source=None).only("pk", "source_id"):
        article.source_name = names[article.source_id][:160]
        article.save(update_fields=["source_name"])

    def changed(data):
        data[CONTEXT] = names.get(data.pop("source", None), "")[:160]
        return True

    for revision in _revisions(apps, "source").iterator():
        change_content(revision, "content", changed)
    for source in _translation_sources(apps).iterator():
        change_content(source, "content_json", changed)


class Migration(migrations.Migration):

    dependencies = [
        ('news', '0003_source'),
        ('provenance', '0001_initial'),
        ('contenttypes', '0002_remove_content_type_name'),
        ('wagtail_localize', '0016_rename_page_revision_translationlog_revision'),
    ]

    operations = [migrations.RunPython(to_sources, to_names)]
