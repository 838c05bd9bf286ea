"""Pictures that the site serves itself."""

from pathlib import Path

from django.test import Client, override_settings


def test_readers_browser_alone_keeps_a_picture(tmp_path: Path, client: Client) -> None:
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "a.avif").write_bytes(b"picture")
    with override_settings(MEDIA_ROOT=tmp_path):
        answer = client.get("/media/images/a.avif")
        assert b"".join(answer.streaming_content) == b"picture"  # type: ignore[attr-defined]
    assert answer["Cache-Control"] == "private, max-age=86400"
    assert "Content-Encoding" not in answer
