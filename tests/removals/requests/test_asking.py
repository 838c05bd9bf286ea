"""Anybody asks for removal or correction, and gets a number and a page of their own."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core import mail, signing
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from wagtail.models import ReferenceIndex

from awards.models import AwardPage
from campaigns.models import CampaignPage
from designcity import spam
from events.models import CallPage, EventPage
from home.models import StandardPage
from institutions.models import InstitutionPage
from publications.models import PublicationPage
from removals.models import RemovalRequest, RequestFile
from removals.requests.asking import REQUESTS_PER_HOUR
from tests.conftest import Tree
from tests.everything import page_of
from tests.factories import article, image, published
from tests.reading import one, page
from tests.removals.requests.claims import pdf, sent

pytestmark = pytest.mark.django_db
FORM = "/zh-hans/requests/"


def _kept() -> RemovalRequest:
    return RemovalRequest.objects.get()


def _with_picture(tree: Tree, **fields: Any) -> tuple[Any, Any]:
    picture = image(**fields)
    block = {"image": picture, "alt_text": "桌子", "decorative": False, "caption": ""}
    return article(tree.news, body=[("picture", block)]), picture


def test_every_article_leads_to_the_form_that_names_it(zh: Tree, piece: Any, client: Client) -> None:
    link = one(page(client, piece.url), ".source__removal a")
    assert link["href"] == f"{FORM}?page={piece.pk}"
    assert piece.title in one(page(client, str(link["href"])), ".concerned").get_text()


@pytest.mark.parametrize(
    "model", [InstitutionPage, CampaignPage, EventPage, CallPage, PublicationPage, AwardPage, StandardPage]
)
def test_every_kind_of_page_leads_to_the_form(model: type[Any], zh: Tree, client: Client) -> None:
    of_type = page_of(model, zh)
    link = one(page(client, of_type.url), ".reviewed a")
    assert link["href"] == f"{FORM}?page={of_type.pk}"


def test_every_picture_of_a_page_leads_to_the_form_that_shows_it(zh: Tree, client: Client) -> None:
    piece, picture = _with_picture(zh, credit="示例摄影")
    link = one(page(client, piece.url), ".caption__removal")
    assert link["href"] == f"{FORM}?page={piece.pk}&image={picture.pk}"
    concerned = one(page(client, str(link["href"])), ".concerned")
    assert "示例摄影" in concerned.get_text()
    assert concerned.select("img") != []


def test_a_picture_is_known_on_its_page_before_the_background_has_noted_that(zh: Tree, client: Client) -> None:
    piece, picture = _with_picture(zh)
    ReferenceIndex.objects.all().delete()
    form = page(client, FORM, page=piece.pk, image=picture.pk)
    assert one(form, ".concerned").select("img") != []


def test_a_picture_without_credit_has_the_link_too(zh: Tree, client: Client) -> None:
    piece, _picture = _with_picture(zh)
    assert page(client, piece.url).select(".caption__removal") != []


def test_the_lead_picture_has_the_link(zh: Tree, client: Client) -> None:
    piece = article(zh.news, lead_image=image(), lead_image_alt="桌子")
    assert page(client, piece.url).select(".article__lead .caption__removal") != []


def test_a_picture_that_stands_elsewhere_is_not_shown(zh: Tree, piece: Any, client: Client) -> None:
    secret = image(credit="尚未公开")
    html = client.get(FORM, {"page": piece.pk, "image": secret.pk}).content.decode()
    assert "尚未公开" not in html


def test_a_page_that_nobody_can_read_is_not_named(zh: Tree, piece: Any, client: Client) -> None:
    piece.unpublish()
    assert piece.title not in client.get(FORM, {"page": piece.pk}).content.decode()


@pytest.mark.parametrize("named", ["x", "-1", "1", "0", "99999999999999999999", "１", "²", "", "1;--", "😀"])
@pytest.mark.parametrize("parameter", ["page", "image"])
def test_whatever_stands_in_the_address_there_is_a_form(
    zh: Tree, client: Client, parameter: str, named: str
) -> None:
    response = client.get(FORM, {parameter: named})
    assert response.status_code == 200
    assert 'name="address"' in response.content.decode()


def test_a_request_gets_a_number_and_leads_to_its_private_page(
    piece: Any, client: Client, post: Any, filled: dict[str, Any]
) -> None:
    response = post(client, f"{FORM}?page={piece.pk}", filled)
    kept = _kept()
    assert response["Location"] == f"{kept.private_path}?received=1"
    assert (kept.page_id, kept.page_title, kept.language) == (piece.pk, piece.title, "zh-hans")
    assert kept.number in client.get(response["Location"]).content.decode()


def test_a_picture_is_kept_with_the_request(
    zh: Tree, client: Client, post: Any, filled: dict[str, Any]
) -> None:
    piece, picture = _with_picture(zh)
    post(client, f"{FORM}?page={piece.pk}&image={picture.pk}", filled)
    assert _kept().image == picture


def test_an_address_that_somebody_types_is_recognised(
    piece: Any, client: Client, post: Any, filled: dict[str, Any]
) -> None:
    post(client, FORM, filled | {"address": f"https://testserver{piece.url}?a=b"})
    assert _kept().page_id == piece.pk


@pytest.mark.parametrize(
    "address", ["http://[", "//", "/xx/news/", "/zh-hans/nowhere/", "%00", "😀", "a" * 1000]
)
def test_an_address_that_leads_nowhere_is_kept_as_it_is(
    zh: Tree, client: Client, post: Any, filled: dict[str, Any], address: str
) -> None:
    assert post(client, FORM, filled | {"address": address}).status_code == 302
    assert (_kept().page_id, _kept().address) == (None, address)


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": ""},
        {"kind": "execution"},
        {"address": ""},
        {"statement": " "},
        {"statement": "设" * 10_001},
        {"statement": "a\x00b"},
        {"name": "\x00"},
        {"email": "no address"},
        {"email": "a@example.org\nBcc: b@example.org"},
        {"right": "all"},
        {"standing": "on-behalf"},
        {"consent": ""},
        {"homepage_url": "https://spam.example/"},
        {"shown_at": "made up"},
    ],
    ids=lambda wrong: str(wrong)[:60],
)
def test_a_wrong_form_comes_back_with_everything_that_was_typed(
    zh: Tree, client: Client, post: Any, filled: dict[str, Any], wrong: dict[str, str]
) -> None:
    response = post(client, FORM, filled | wrong)
    html = response.content.decode()
    assert response.status_code == 200
    assert 'role="alert"' in html
    assert filled["passage"] in html
    assert not RemovalRequest.objects.exists()
    assert mail.outbox == []


@pytest.mark.parametrize(
    "text", ["设" * 10_000, "😀 𠮷 العربية", "<script>alert(1)</script>", "%s {x} {{ x }}"]
)
def test_whatever_is_typed_is_kept_and_shown_as_text(
    zh: Tree, client: Client, post: Any, filled: dict[str, Any], text: str
) -> None:
    response = post(client, FORM, filled | {"statement": text, "name": text[:200]})
    assert _kept().statement == text
    html = client.get(response["Location"]).content.decode()
    assert "<script>alert" not in html
    assert len(mail.outbox) == 1


def test_every_link_of_the_summary_of_errors_leads_to_a_field(zh: Tree, client: Client, post: Any) -> None:
    response = post(client, FORM, {})
    soup = BeautifulSoup(response.content.decode(), "html.parser")
    links = [str(link["href"]) for link in soup.select(".form__errors a")]
    assert len(links) >= 7
    for link in links:
        assert soup.select(link) != []


def test_evidence_is_kept_under_a_name_that_nobody_guesses(
    zh: Tree, client: Client, post: Any, filled: dict[str, Any]
) -> None:
    post(client, FORM, filled | {"evidence": [sent("证明.pdf", pdf()), sent("b.txt", b"words")]})
    files = list(RequestFile.objects.all())
    assert {file.name for file in files} == {"b.txt", "证明.pdf"}
    for file in files:
        assert file.name not in str(file.file.name)
        assert client.get(f"/media/{file.file.name}", follow=True).status_code == 404


def test_files_of_a_form_that_comes_back_must_be_chosen_again_and_it_says_so(
    zh: Tree, client: Client, post: Any, filled: dict[str, Any]
) -> None:
    response = post(client, "/en/requests/", filled | {"name": "", "evidence": [sent("a.pdf", pdf())]})
    assert "Choose them again." in response.content.decode()


@pytest.mark.parametrize("files", [[("a.pdf", b"<html>")], [("a.txt", b"a")] * 6], ids=["wrong", "too many"])
def test_refused_files_keep_the_request_from_being_sent(
    zh: Tree, client: Client, post: Any, filled: dict[str, Any], files: list[tuple[str, bytes]]
) -> None:
    post(client, FORM, filled | {"evidence": [sent(*file) for file in files]})
    assert not RemovalRequest.objects.exists()


def test_a_hundred_and_one_files_are_a_clear_refusal(zh: Tree, client: Client, filled: dict[str, Any]) -> None:
    files = [sent("a.txt", b"a") for _ in range(101)]
    response = client.post(FORM, filled | {"evidence": files})
    assert response.status_code == 400
    assert "<h1>" in response.content.decode()


def test_what_is_far_too_large_is_a_clear_refusal(zh: Tree, client: Client) -> None:
    response = client.post(FORM, {}, CONTENT_LENGTH=str(61 * 1024 * 1024))
    assert response.status_code == 413
    assert "<h1>" in response.content.decode()


def test_a_form_that_was_sent_twice_is_one_request(
    zh: Tree, client: Client, post: Any, filled: dict[str, Any]
) -> None:
    answers = [post(client, FORM, filled)["Location"] for _ in range(2)]
    assert answers[0] == answers[1]
    assert RemovalRequest.objects.count() == 1


def test_who_sends_too_many_is_told_so(zh: Tree, client: Client, post: Any, filled: dict[str, Any]) -> None:
    answers = [
        post(client, FORM, filled | {"shown_at": signing.dumps(str(number), salt=spam.SALT)}).status_code
        for number in range(REQUESTS_PER_HOUR + 1)
    ]
    assert answers == [302] * REQUESTS_PER_HOUR + [429]


def test_a_form_from_another_site_is_refused(zh: Tree, filled: dict[str, Any]) -> None:
    assert Client(enforce_csrf_checks=True).post(FORM, filled).status_code == 403


def test_the_form_stands_in_no_search_engine_and_no_cache(zh: Tree, client: Client) -> None:
    response = client.get(FORM)
    assert "no-store" in response["Cache-Control"]
    assert '<meta name="robots" content="noindex">' in response.content.decode()


def test_the_other_language_has_the_same_form_about_the_same_page(
    zh: Tree, en: Tree, piece: Any, client: Client
) -> None:
    links = [str(link["href"]) for link in page(client, f"{FORM}?page={piece.pk}").select(".languages__list a")]
    assert f"/en/requests/?page={piece.pk}" in links


def test_the_link_costs_a_page_no_query(
    zh: Tree, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    piece, picture = _with_picture(zh)
    client.get(piece.url)
    with django_assert_max_num_queries(40) as captured:
        client.get(piece.url)
    before = len(captured)
    block = {"image": picture, "alt_text": "桌子", "decorative": False, "caption": ""}
    piece = published(piece, body=[("picture", block)] * 3)
    client.get(piece.url)
    with django_assert_max_num_queries(before):
        client.get(piece.url)
