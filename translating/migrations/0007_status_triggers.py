"""Lets PostgreSQL note every original of which something changes that its state rests on, whoever changes it.

What is compared stands inside the functions: a column that a trigger's condition names could not be altered by
the migrations of Wagtail.
"""

from django.db import migrations

PAGES = """
CREATE FUNCTION translating_note_page() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND
        (OLD.translation_key, OLD.locale_id, OLD.path, OLD.title, OLD.live, OLD.alias_of_id, OLD.content_type_id,
         OLD.has_unpublished_changes, OLD.last_published_at, OLD.latest_revision_created_at)
        IS NOT DISTINCT FROM
        (NEW.translation_key, NEW.locale_id, NEW.path, NEW.title, NEW.live, NEW.alias_of_id, NEW.content_type_id,
         NEW.has_unpublished_changes, NEW.last_published_at, NEW.latest_revision_created_at)
    THEN
        RETURN NULL;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        INSERT INTO translating_statuschange (translation_key) VALUES (OLD.translation_key);
    END IF;
    IF TG_OP = 'INSERT' OR (TG_OP = 'UPDATE' AND NEW.translation_key <> OLD.translation_key) THEN
        INSERT INTO translating_statuschange (translation_key) VALUES (NEW.translation_key);
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER translating_note_page AFTER INSERT OR UPDATE OR DELETE ON wagtailcore_page
    FOR EACH ROW EXECUTE FUNCTION translating_note_page();
"""
SOURCES = """
CREATE FUNCTION translating_note_source() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO translating_statuschange (translation_key)
        VALUES (CASE WHEN TG_OP = 'DELETE' THEN OLD.object_id ELSE NEW.object_id END);
    RETURN NULL;
END
$$;
CREATE TRIGGER translating_note_source AFTER INSERT OR UPDATE OR DELETE ON wagtail_localize_translationsource
    FOR EACH ROW EXECUTE FUNCTION translating_note_source();
"""
BY_SOURCE = """
CREATE FUNCTION translating_note_by_source() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO translating_statuschange (translation_key)
        SELECT object_id FROM wagtail_localize_translationsource
        WHERE id = CASE WHEN TG_OP = 'DELETE' THEN OLD.source_id ELSE NEW.source_id END;
    RETURN NULL;
END
$$;
CREATE TRIGGER translating_note_by_source AFTER INSERT OR UPDATE OR DELETE ON wagtail_localize_translation
    FOR EACH ROW EXECUTE FUNCTION translating_note_by_source();
CREATE TRIGGER translating_note_by_source AFTER INSERT ON wagtail_localize_translationlog
    FOR EACH ROW EXECUTE FUNCTION translating_note_by_source();
"""
BY_CONTEXT = """
CREATE FUNCTION translating_note_by_context() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO translating_statuschange (translation_key)
        SELECT object_id FROM wagtail_localize_translationcontext
        WHERE id = CASE WHEN TG_OP = 'DELETE' THEN OLD.context_id ELSE NEW.context_id END;
    RETURN NULL;
END
$$;
CREATE TRIGGER translating_note_by_context AFTER INSERT OR UPDATE OR DELETE ON wagtail_localize_stringsegment
    FOR EACH ROW EXECUTE FUNCTION translating_note_by_context();
CREATE TRIGGER translating_note_by_context AFTER INSERT OR UPDATE OR DELETE ON wagtail_localize_stringtranslation
    FOR EACH ROW EXECUTE FUNCTION translating_note_by_context();
"""
WHAT_IS_THERE = """
INSERT INTO translating_statuschange (translation_key)
    SELECT translation_key FROM wagtailcore_page WHERE depth > 1
    UNION SELECT translation_key FROM wagtail_localize_translatableobject;
"""
NOTHING = """
DROP FUNCTION translating_note_by_context() CASCADE;
DROP FUNCTION translating_note_by_source() CASCADE;
DROP FUNCTION translating_note_source() CASCADE;
DROP FUNCTION translating_note_page() CASCADE;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("translating", "0006_status_board"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtail_localize", "0016_rename_page_revision_translationlog_revision"),
    ]

    operations = [
        migrations.RunSQL([PAGES, SOURCES, BY_SOURCE, BY_CONTEXT, WHAT_IS_THERE], [NOTHING]),
    ]
