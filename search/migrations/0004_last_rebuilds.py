from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('search', '0003_attachments'),
    ]

    operations = [
        migrations.CreateModel(
            name='LastRebuild',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language_code', models.CharField(max_length=20, unique=True, verbose_name='language')),
                ('asked_at', models.DateTimeField(null=True, verbose_name='asked for')),
                ('finished_at', models.DateTimeField(null=True, verbose_name='finished')),
                ('documents', models.PositiveIntegerField(default=0, verbose_name='documents')),
                ('seconds', models.PositiveIntegerField(default=0, verbose_name='seconds')),
                ('failed_at', models.DateTimeField(null=True, verbose_name='failed')),
                ('failure', models.CharField(blank=True, choices=[('away', 'Elasticsearch did not answer.'), ('refused', 'Elasticsearch refused what it was sent.'), ('broken', 'The program met an error; its log says more.')], max_length=10, verbose_name='reason')),
            ],
            options={
                'verbose_name': 'last rebuild',
                'verbose_name_plural': 'last rebuilds',
            },
        ),
        migrations.AlterModelOptions(
            name='rebuild',
            options={'permissions': [('rebuild_index', 'Can build the search index anew')], 'verbose_name': 'rebuild', 'verbose_name_plural': 'rebuilds'},
        ),
    ]
