"""A one-page PDF of lines of Chinese and Latin text, without embedded fonts.

Every PDF reader brings a typeface for Adobe's simplified Chinese characters (ISO 32000-1, 9.7.5.2).
"""

FONT = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [ "
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light "
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /W [ 1 [ 500 ] 2 94 500 ] "
    "/FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [ -25 -254 1000 880 ] "
    "/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >> >> ] >>"
)
INK, CINNABAR, TEAL, SUN = "0.078 0.086 0.102", "0.847 0.255 0.184", "0.059 0.431 0.431", "0.949 0.698 0.196"


def pdf(title: str, subtitle: str, lines: list[str]) -> bytes:
    """Return an A4 page with a band of shapes, two titles and the lines."""
    titles = [*_text(title, 26, 72, 594), *_text(subtitle, 16, 72, 566)]
    content = "\n".join([*_band(), *titles, *_paragraph(lines)]).encode("ascii")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (zh-Hans) /ViewerPreferences << /DisplayDocTitle true >> >>",
        b"<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 595 842 ] /Contents 5 0 R "
        b"/Resources << /Font << /F1 4 0 R >> >> >>",
        FONT.encode("ascii"),
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content),
        f"<< /Title <{_hex(f'{title} {subtitle}', mark=True)}> >>".encode("ascii"),
    ]
    return _file(objects)


def _band() -> list[str]:
    return [
        f"{INK} rg 0 660 595 182 re f",
        f"{SUN} rg 72 660 91 91 re f",
        f"{TEAL} rg 163 660 m 254 660 l 163 751 l f",
        f"{CINNABAR} rg 254 660 m 345 660 l 345 751 l f",
        f"{TEAL} rg 345 751 91 91 re f",
        f"{SUN} rg 436 660 m 527 751 l 436 751 l f",
    ]


def _paragraph(lines: list[str]) -> list[str]:
    return [part for number, line in enumerate(lines) for part in _text(line, 11, 72, 520 - 21 * number)]


def _text(text: str, size: int, left: int, bottom: int) -> list[str]:
    return [f"{INK} rg BT /F1 {size} Tf {left} {bottom} Td <{_hex(text)}> Tj ET"]


def _hex(text: str, mark: bool = False) -> str:
    return (b"\xfe\xff" * mark + text.encode("utf-16-be")).hex()


def _file(objects: list[bytes]) -> bytes:
    data = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    return data + (
        b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\n"
        b"startxref\n%d\n%%%%EOF\n" % (count, table, count, len(objects), len(data))
    )
