"""Requests to a machine become jobs like the work on sections: fields and states are called the same."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

STATES = [('waiting', 'Waiting'), ('running', 'In progress'), ('stopped', 'Stopped'), ('failed', 'Failed'), ('finished', 'Finished')]


def to_finished(apps, schema_editor):
    jobs = apps.get_model('translating', 'Job').objects
    jobs.filter(state='done').update(state='finished')
    jobs.exclude(state__in=['waiting', 'running']).update(ended_at=models.F('beat_at'))


def to_done(apps, schema_editor):
    apps.get_model('translating', 'Job').objects.filter(state='finished').update(state='done')


def _by():
    return models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')


def _state():
    return models.CharField(choices=STATES, default='waiting', max_length=10, verbose_name='state')


class Migration(migrations.Migration):

    dependencies = [
        ('translating', '0007_status_triggers'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RenameField('job', 'asked_by', 'by'),
        migrations.RenameField('job', 'asked_at', 'began_at'),
        migrations.RenameField('job', 'moved_at', 'beat_at'),
        migrations.AddField('job', 'ended_at', models.DateTimeField(null=True, verbose_name='ended')),
        migrations.AlterModelOptions(
            name='job',
            options={'ordering': ['-began_at', '-pk'], 'verbose_name': 'machine translation', 'verbose_name_plural': 'machine translations'},
        ),
        migrations.AlterField('job', 'by', _by()),
        migrations.AlterField('sectionjob', 'by', _by()),
        migrations.AlterField('job', 'began_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='began')),
        migrations.AlterField('job', 'beat_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='last sign of life')),
        migrations.AlterField('job', 'state', _state()),
        migrations.AlterField('sectionjob', 'state', _state()),
        migrations.AlterField('job', 'trouble', models.CharField(blank=True, choices=[('away', 'The service cannot be reached. Try again later.'), ('slow', 'The service took too long to answer. Try again later.'), ('key', 'The service refuses the site’s key. An administrator must look at the settings.'), ('limit', 'The service’s limit is reached. Try again later.'), ('unknown', 'The service does not understand the request. An administrator must look at its address and model.'), ('error', 'The service has an error of its own. Try again later.'), ('nonsense', 'The service answered something that is no translation. Its key or its limits may be the cause.'), ('unexpected', 'Something unexpected happened. Whoever looks after the server finds more in the log.')], max_length=10)),
        migrations.RunPython(to_finished, to_done),
    ]
