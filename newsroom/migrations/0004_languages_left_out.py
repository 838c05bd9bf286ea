from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("newsroom", "0003_translators_edit_only"),
        ("wagtailcore", "0001_squashed_0016_change_page_url_path_to_text_field"),
    ]

    operations = [
        migrations.AddField(
            model_name="bundle",
            name="left_out",
            field=models.ManyToManyField(
                blank=True,
                editable=False,
                help_text="What is not ready in them does not hold the others back.",
                related_name="+",
                to="wagtailcore.locale",
                verbose_name="languages left out",
            ),
        ),
    ]
