"""One list says what is run again and again; whoever runs the site only names the process that keeps it."""

import re
from collections import Counter

import pytest
from django.conf import settings
from django.core.management import call_command, get_commands, load_command_class

from designcity.schedule.plan import LANES

COMMANDS = [command for lane in LANES for command in lane.commands]


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_of_the_plan_exists_and_takes_its_words(command: str) -> None:
    name, *words = command.split()
    app = get_commands()[name]
    found = load_command_class(app, name) if isinstance(app, str) else app
    found.create_parser("manage.py", name).parse_args(words)


def test_nothing_is_planned_twice() -> None:
    assert [command for command, times in Counter(COMMANDS).items() if times > 1] == []


def test_the_plan_stands_nowhere_else() -> None:
    for name in ("compose.yaml", "site/designcity/supervisor/site.py", "docs/deploying.md"):
        text = (settings.ROOT / name).read_text()
        assert "schedule" in text
        assert [command for command in COMMANDS if command in text] == [], name


def test_a_connection_is_left_when_every_lane_has_one() -> None:
    production = (settings.ROOT / "site/designcity/settings/production.py").read_text()
    [most] = re.findall(r'"max_size": (\d+)', production)
    assert len(LANES) < int(most)


def test_offices_with_a_scheduler_of_their_own_can_read_the_plan(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("schedule", "--list")
    said = capsys.readouterr().out
    assert "each minute: publish_scheduled\n" in said
    assert [command for command in COMMANDS if command not in said] == []
