"""The settings keep what the README promises, and production is safe or refuses to start."""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client

from designcity.settings import admin_search
from tests.conftest import Tree
from tests.factories import administrator, article

ROOT = Path(__file__).resolve().parents[1]
SETTINGS = ROOT / "site" / "designcity" / "settings"
SECRET = "Zk3!" + "abcdefghijklmnopqrstuvwxyz0123456789" * 2


def _variables(tree: ast.AST) -> Iterator[str]:
    """Yield the names that are read from the environment in a module."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(
                func=ast.Attribute(value=ast.Attribute(attr="environ"), attr="get"),
                args=[ast.Constant(value=str(name)), *_],
            ):
                yield name
            case ast.Call(func=ast.Attribute(attr="getenv"), args=[ast.Constant(value=str(name)), *_]):
                yield name
            case ast.Subscript(value=ast.Attribute(attr="environ"), slice=ast.Constant(value=str(name))):
                yield name


def test_the_readme_lists_every_variable_of_the_settings_and_no_other() -> None:
    read = [name for path in SETTINGS.glob("*.py") for name in _variables(ast.parse(path.read_text()))]
    rows = re.findall(r"^\|([^|]*)\|", (ROOT / "README.md").read_text(), re.MULTILINE)
    listed = [name for row in rows for name in re.findall(r"`([A-Z][A-Z_]+)`", row)]
    assert sorted(set(read)) == sorted(listed)


def test_every_variable_is_read_in_one_place() -> None:
    read = [name for path in SETTINGS.glob("*.py") for name in _variables(ast.parse(path.read_text()))]
    assert sorted(read) == sorted(set(read))


def _run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python under the production settings."""
    variables = os.environ | {
        "DJANGO_SETTINGS_MODULE": "designcity.settings.production",
        "PYTHONPATH": os.pathsep.join([str(ROOT / "site"), str(ROOT)]),
        **environment,
    }
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=variables, capture_output=True, text=True, check=False
    )


def test_production_without_a_key_refuses_to_start_and_says_what_to_do() -> None:
    finished = _run("manage.py", "check", SECRET_KEY="")
    assert finished.returncode != 0
    assert "SECRET_KEY is empty: set it to a long random string and keep it secret." in finished.stderr


def test_production_under_https_passes_the_deployment_check() -> None:
    finished = _run("manage.py", "check", "--deploy", SECRET_KEY=SECRET, SITE_URL="https://design.example.org")
    assert finished.returncode == 0, finished.stderr
    assert "ERRORS" not in finished.stderr


@pytest.mark.parametrize(
    ("site_url", "secure"), [("https://design.example.org/", True), ("http://127.0.0.1:8000", False)]
)
def test_cookies_and_redirects_follow_the_sites_address(site_url: str, secure: bool) -> None:
    names = "SESSION_COOKIE_SECURE, CSRF_COOKIE_SECURE, SECURE_SSL_REDIRECT, SECURE_HSTS_SECONDS > 0, DEBUG"
    script = f"from designcity.settings.production import *; print([{names}], ALLOWED_HOSTS)"
    finished = _run("-c", script, SECRET_KEY=SECRET, SITE_URL=site_url, ALLOWED_HOSTS="a.example, ,b.example")
    host = "design.example.org" if secure else "127.0.0.1"
    assert finished.stdout.strip() == f"{[secure] * 4 + [False]} {[host, 'a.example', 'b.example']}"


def test_the_search_backend_of_the_editors_follows_the_address() -> None:
    without, with_ = admin_search.backends("", "x"), admin_search.backends("http://es:9200", "x")
    assert without["default"]["BACKEND"].endswith("database")
    assert with_["default"]["URLS"] == ["http://es:9200"]
    assert with_["default"]["INDEX_PREFIX"].startswith("x-")


@pytest.mark.django_db
def test_public_pages_forbid_everything_inline(zh: Tree, en: Tree, client: Client) -> None:
    page = article(zh.news)
    for address in ("/zh-hans/", page.url, "/en/search/?q=a", "/zh-hans/nowhere/"):
        policy = client.get(address)["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy


@pytest.mark.django_db
def test_public_pages_carry_nothing_inline(zh: Tree, en: Tree, client: Client) -> None:
    page = article(zh.news)
    for address in ("/zh-hans/", page.url, "/en/search/?q=a", "/zh-hans/nowhere/"):
        # What machines read is data, which no browser runs.
        html = client.get(address).content.decode().replace('<script type="application/ld+json">', "")
        assert re.findall(r"<style|<script(?![^>]*\bsrc=)|<[^>]*\s(?:style|on[a-z]+)=", html) == []


@pytest.mark.django_db
def test_the_answers_carry_the_usual_protections(zh: Tree, client: Client) -> None:
    response = client.get("/zh-hans/")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert response["Referrer-Policy"] == "strict-origin-when-cross-origin"


@pytest.mark.django_db
def test_a_page_opened_by_an_editor_keeps_the_policy(zh: Tree, client: Client) -> None:
    client.force_login(administrator())
    assert "unsafe" not in client.get("/zh-hans/")["Content-Security-Policy"]
