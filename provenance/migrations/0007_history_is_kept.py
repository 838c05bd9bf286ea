"""Lets PostgreSQL itself refuse to change or delete the history of removal requests."""

from django.db import migrations

GUARD = """
CREATE FUNCTION provenance_history_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The history of a request is written once: it cannot be changed or deleted.'
        USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER provenance_history_is_kept
    BEFORE UPDATE OR DELETE ON provenance_requestevent
    FOR EACH ROW EXECUTE FUNCTION provenance_history_is_kept();
"""
UNGUARD = """
DROP TRIGGER provenance_history_is_kept ON provenance_requestevent;
DROP FUNCTION provenance_history_is_kept();
"""


class Migration(migrations.Migration):
    dependencies = [("provenance", "0006_requests")]

    operations = [migrations.RunSQL(GUARD, UNGUARD)]
