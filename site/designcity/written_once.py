"""Records that are written once: the models refuse to change or delete them, and so does PostgreSQL itself."""

from typing import Any, ClassVar, NoReturn

from django.db import migrations, models

_GUARD = """
CREATE FUNCTION {table}_is_written_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- A reference may be emptied where what it named is deleted, and nothing else.
    IF TG_OP = 'UPDATE'
        AND to_jsonb(NEW) <> to_jsonb(OLD)
        AND to_jsonb(NEW) - ARRAY[{references}]::text[] = to_jsonb(OLD) - ARRAY[{references}]::text[]
        AND to_jsonb(OLD) @> jsonb_strip_nulls(to_jsonb(NEW))
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'Rows of {table} are written once: they cannot be changed or deleted.'
        USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER {table}_is_written_once
    BEFORE UPDATE OR DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION {table}_is_written_once();
"""
_UNGUARD = """
DROP TRIGGER {table}_is_written_once ON {table};
DROP FUNCTION {table}_is_written_once();
"""


class Refused(TypeError):
    """What is written once is neither changed nor deleted."""


class WrittenOnceQuerySet(models.QuerySet):
    """Such records are read and written, and nothing else."""

    def update(self, **kwargs: Any) -> NoReturn:
        raise Refused

    def delete(self) -> NoReturn:
        raise Refused


class WrittenOnce(models.Model):
    """A record that is written once; the migration that makes its table has to call `written_once`."""

    objects: ClassVar[models.Manager] = WrittenOnceQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write it down, once."""
        if not self._state.adding:
            raise Refused
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise Refused


def written_once(table: str, references: tuple[str, ...] = ()) -> migrations.RunSQL:
    """Return the operation that guards a table; `references` are the columns that deletions elsewhere empty."""
    names = ", ".join(f"'{name}'" for name in references)
    return migrations.RunSQL(_GUARD.format(table=table, references=names), _UNGUARD.format(table=table))
