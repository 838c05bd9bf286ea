"""A picture for the office's collection: whose it is, on what terms, and what of it must stay in sight."""

import io
import re
import uuid

from PIL.PngImagePlugin import PngInfo
from playwright.sync_api import expect

from designcity.demo.pictures import drawing
from tests.browser.office.desk import Desk


def add_image(desk: Desk, title: str = "示例：江上的桥") -> None:
    """Upload a picture, say whose it is, and mark what must never be cut off."""
    page = desk.page
    desk.log_in("editor")
    desk.open("images/multiple/add/")
    page.set_input_files("#fileupload", {"name": "bridge.png", "mimeType": "image/png", "buffer": _picture()})
    form = page.locator("#upload-list form")
    expect(form).to_be_visible()
    address = str(form.get_attribute("action"))
    form.locator("[name$=-title]").fill(title)
    form.locator("[name$=-description]").fill("一座桥横跨江面")
    desk.look(page, "image-upload")
    form.locator("[name$=-credit]").fill("示例摄影师")
    form.locator("[id$=-source-chooser] [data-chooser-action-choose]").first.click()
    page.locator(".modal a[data-chooser-modal-choice]").first.click()
    expect(form.locator("[name$=-source]")).not_to_have_value("")
    expect(page.locator(".modal-backdrop")).to_have_count(0)
    form.locator("[name$=-licence]").select_option("permission")
    form.locator("[name$=-licence]").scroll_into_view_if_needed()
    desk.look(page, "image-rights")
    form.locator("button[type=submit], input[type=submit]").click()
    expect(form).to_have_count(0)
    _choose_focal_point(desk, _number_in(address))


def _choose_focal_point(desk: Desk, image_id: int) -> None:
    page = desk.page
    desk.open(f"images/{image_id}/")
    picture = page.locator(".focal-point-chooser .jcrop-tracker").last
    picture.scroll_into_view_if_needed()
    box = picture.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + box["height"] * 0.3)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.7, box["y"] + box["height"] * 0.7, steps=5)
    page.mouse.up()
    expect(page.locator("[name=focal_point_width]")).not_to_have_value("")
    desk.look(page, "focal-point")


def _picture() -> bytes:
    """Return a file that was never uploaded before: Wagtail asks about one that it has."""
    file, said = io.BytesIO(), PngInfo()
    said.add_text("Comment", uuid.uuid4().hex)
    drawing("bridge").save(file, "PNG", pnginfo=said)
    return file.getvalue()


def _number_in(address: str) -> int:
    found = re.search(r"/(\d+)/", address)
    assert found is not None
    return int(found[1])
