"""The apps import each other in one direction, as docs/architecture.md says."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

from django.apps import apps
from django.conf import settings

APPS = {config.name for config in apps.get_app_configs() if Path(config.path).parent == settings.ROOT}


def _imported(file: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(file.read_text())):
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        found |= {name.partition(".")[0] for name in names}
    return found & APPS


def _imports() -> dict[str, set[str]]:
    return {
        app: set().union(*map(_imported, (settings.ROOT / app).rglob("*.py"))) - {app} for app in sorted(APPS)
    }


def test_no_two_apps_import_each_other_on_any_way() -> None:
    assert {"news", "provenance", "newsroom", "removals"} <= APPS
    TopologicalSorter(_imports()).prepare()


def test_only_what_goes_out_needs_to_know_what_is_removed() -> None:
    assert [app for app, used in _imports().items() if used & {"removals", "exchange"}] == ["exchange"]
