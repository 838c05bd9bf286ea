"""What Word files hold becomes HTML, and what that cannot hold is said."""

from typing import Any

import pytest

from exchange.word.reading import REMARKS, read
from exchange.word.remarks import Remark
from tests.exchange.word.documents import FILES, PNG, drawing, p, packed, picture, run, word
from tests.exchange.word.packages import container, native


def test_a_file_of_libreoffice_comes_in_whole() -> None:
    with (FILES / "article.docx").open("rb") as file:
        text = read(file)
    assert text.title == "示例设计周开幕"
    assert "示例设计周开幕" not in text.html
    for part in (
        "<strong>今天</strong>",
        '<a href="https://example.org/hall">示例馆</a>',
        "新加的一句。",
        "都(dū)馆",
        "<li>看<ul><li>先看椅子</li>",
        '<th rowspan="2"><p>区</p></th>',
        '<td colspan="2"><p>7</p></td>',
        'alt="一把红色的椅子"',
        "以馆方公布的为准。",
        "<p>文本框里的话</p>",
        "<blockquote>",
    ):
        assert part in text.html
    assert "删去的话" not in text.html
    assert list(text.pictures) == ["pictures/1.png"]
    assert [finding.partition(": ")[2] for finding in text.findings] == [
        "新加的一句。",
        "删去的话",
        "请核对面积",
        "内部资料",
        "文本框里的话",
    ]


@pytest.mark.parametrize(
    ("body", "html"),
    [
        (p("标题", "2"), ""),
        (p("正文") + p("小标题", "3"), "<p>正文</p><h2>小标题</h2>"),
        (
            p(
                "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>dū</w:t></w:r></w:rt>"
                "<w:rubyBase><w:r><w:t>都</w:t></w:r></w:rubyBase></w:ruby></w:r>"
            ),
            "<p>都(dū)</p>",
        ),
        (
            p(
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
                "<w:r><w:instrText>EQ \\* jc0 \\* hps10 \\o \\ad(\\s \\up 9(dū),都)</w:instrText></w:r>"
                '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
            ),
            "<p>都(dū)</p>",
        ),
        (p(f'<w:fldSimple w:instr="DATE">{run("一月")}</w:fldSimple>'), "<p>一月</p>"),
        (p("<m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath>"), "<p>E=mc</p>"),
        (p(f"<w:ins>{run('新')}</w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"), "<p>新</p>"),
    ],
    ids=["title", "heading", "ruby", "older ruby", "field", "formula", "changes"],
)
def test_what_word_and_wps_write_is_read(body: str, html: str) -> None:
    assert read(word(body)).html == html


def test_words_in_parts_of_an_unknown_kind_are_said() -> None:
    text = read(word(p(f"<w:novelty>{run('新事物')}</w:novelty>{run('正文')}")))
    assert text.html == "<p>正文</p>"
    assert text.findings == [f"{REMARKS[Remark.UNKNOWN]}: 新事物"]


def test_the_newer_edition_of_the_standard_is_read_too() -> None:
    body = p("标题", "2") + p("正文")
    document = f'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>{body}</w:body>'
    text = read(word("", {"word/document.xml": f"{document}</w:document>"}))
    assert (text.title, text.html) == ("标题", "<p>正文</p>")


def test_the_title_is_the_style_then_a_heading_above_all_then_the_files_own() -> None:
    core = {"docProps/core.xml": '<p xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>属性</dc:title></p>'}
    assert read(word(p("前言") + p("题", "a3") + p("标题", "2"), core)).title == "题"
    assert read(word(p("标题", "2") + p("正文"), core)).title == "标题"
    assert read(word(p("正文") + p("标题", "2"), core)).title == "属性"
    assert read(word(p("正文"))).title == ""


def test_pictures_bring_their_descriptions_and_captions() -> None:
    decoration = "<a:extLst><a:ext><decorative val='1'/></a:ext></a:extLst>"
    body = (
        p(picture("rId5", 'name="图片 1" descr="桌子"'))
        + p("图一", "a4")
        + p(picture("rId5", 'name="图片 2"', decoration))
    )
    text = read(word(body, {"word/media/image1.png": PNG}, {"rId5": ("image", "media/image1.png")}))
    assert text.html == (
        '<figure><img alt="桌子" src="pictures/1.png"/><figcaption>图一</figcaption></figure>'.replace(
            "<figcaption>", '<figcaption class="document-caption">'
        )
        + '<p><img alt="" src="pictures/1.png"/></p>'
    )
    assert text.pictures == {"pictures/1.png": PNG}


def _box(words: str) -> str:
    inner = f"<w:txbxContent>{p(words)}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><a:graphic><a:graphicData>"
        f"<wps:wsp><wps:txbx>{inner}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def test_the_text_of_a_box_stands_once_behind_its_paragraph() -> None:
    text = read(word(p(_box("框里的话") + run("段落")) + p("下一段")))
    assert text.html == "<p>段落</p><p>框里的话</p><p>下一段</p>"
    assert text.findings == [f"{REMARKS[Remark.TEXT_BOXES]}: 框里的话"]


def test_what_is_no_text_and_no_picture_is_said() -> None:
    ole = '<w:object><v:shape/><o:OLEObject ProgID="{0}" r:id="{1}"/></w:object>'
    body = (
        p(drawing('<c:chart r:id="rId1"/>', 'name="图表 1"'))
        + p(drawing("<wps:wsp/>", 'name="箭头"'))
        + p(picture("rId6", 'descr="徽标"'))
        + p(picture("rId7", 'descr="远处"', how="link"))
        + p(f"<w:r>{ole.format('Excel.Sheet.12', 'rId8')}</w:r><w:r>{ole.format('Package', 'rId9')}</w:r>")
    )
    parts: dict[str, bytes | str] = {
        "word/media/image1.emf": b"emf",
        "word/embeddings/预算.xlsx": b"sheet",
        "word/embeddings/oleObject1.bin": b"bin",
    }
    relations = {
        "rId6": ("image", "media/image1.emf"),
        "rId7": ("image", "https://example.org/x.png"),
        "rId8": ("package", "embeddings/预算.xlsx"),
        "rId9": ("oleObject", "embeddings/oleObject1.bin"),
    }
    text = read(word(body, parts, relations))
    assert text.html == ""
    assert text.files == {"预算.xlsx": b"sheet"}
    assert text.findings == [
        f"{REMARKS[remark]}: {detail}"
        for remark, detail in (
            (Remark.CHARTS, "图表 1"),
            (Remark.DRAWINGS, "箭头"),
            (Remark.PICTURES, "徽标"),
            (Remark.LINKED_PICTURES, "远处"),
            (Remark.OBJECTS, "Package"),
            (Remark.FILES, "预算.xlsx"),
        )
    ]


def _with_packages(*contents: bytes) -> Any:
    ole = '<w:r><w:object><o:OLEObject ProgID="Package" r:id="rId{0}"/></w:object></w:r>'
    body = "".join(p(ole.format(number)) for number, _ in enumerate(contents, 20))
    parts = {f"word/embeddings/oleObject{n}.bin": content for n, content in enumerate(contents, 20)}
    relations = {f"rId{n}": ("oleObject", f"embeddings/oleObject{n}.bin") for n, _ in enumerate(contents, 20)}
    return read(word(body, parts, relations))


PDF = b"%PDF-1.7".ljust(5000)


def test_files_in_package_objects_are_taken_out_under_their_names() -> None:
    path = "C:\\文件\\会议纪要.pdf"
    old = native("日程.pdf", "C:\\日程.pdf", PDF, in_unicode=False)
    again = native("会议纪要.pdf", path, PDF + b"2")
    sheet = packed({"xl/workbook.xml": "x" * 5000}).getvalue()
    text = _with_packages(
        container("\x01Ole10Native", native("会议纪要.pdf", path, PDF)),
        container("\x01Ole10Native", old),
        container("\x01Ole10Native", again),
        container("Package", sheet),
    )
    assert set(text.files) == {"会议纪要.pdf", "日程.pdf", "会议纪要-2.pdf", "oleObject23.xlsx"}
    assert text.files["会议纪要.pdf"] == text.files["日程.pdf"] == PDF
    assert text.findings == [f"{REMARKS[Remark.FILES]}: {', '.join(text.files)}"]


@pytest.mark.parametrize(
    "content",
    [
        container("\x01Ole10Native", native("program.exe", "C:\\program.exe", PDF)),
        container("\x01Ole10Native", native("a.pdf", "a.pdf", PDF)[:3000]),
        container("\x01Ole10Native", b"\xff" * 5000),
        container("\x01Ole10Native", native("a.pdf", "a.pdf", PDF))[:1200],
        container("Package", b"no archive"),
        container("Another", PDF),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 3000,
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000),
    ],
    ids=["program", "cut off", "no end", "cut container", "no archive", "other stream", "sectors", "zeros"],
)
def test_what_is_in_no_known_container_is_said(content: bytes) -> None:
    text = _with_packages(content)
    assert text.files == {}
    assert text.findings == [f"{REMARKS[Remark.OBJECTS]}: Package"]


def test_a_container_that_goes_round_in_circles_ends() -> None:
    whole = bytearray(container("\x01Ole10Native", native("a.pdf", "a.pdf", PDF)))
    whole[512 + 4 * 5 : 512 + 4 * 6] = (2).to_bytes(4, "little")
    assert _with_packages(bytes(whole)).files in ({}, {"a.pdf": PDF})


def test_a_name_leads_out_of_no_folder() -> None:
    content = container("\x01Ole10Native", native("..\\..\\x.pdf", "/etc/../x\x07.pdf", PDF))
    assert set(_with_packages(content).files) == {"x.pdf"}
