from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("translating", "0009_mails"),
    ]

    operations = [
        migrations.AddField(
            model_name="assignment",
            name="ready_told_at",
            field=models.DateTimeField(null=True),
        ),
    ]
