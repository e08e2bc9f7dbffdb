"""Writes .docx files part by part, so that each shows exactly what it is for."""
import pathlib
import struct
import zipfile
import zlib
from xml.sax.saxutils import escape, quoteattr

HERE = pathlib.Path(__file__).resolve().parent
TABLES = HERE.parents[3] / "main/resources/vn/cachlamhay/encoding"
SPACES = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
          'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
          'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
          'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
          'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
          'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
          'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
          'xmlns:v="urn:schemas-microsoft-com:vml" '
          'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"')
TYPES = ('<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
         '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
         '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
         '<Default Extension="emf" ContentType="image/x-emf"/>'
         '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
         '<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>'
         '</Types>')
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def table(name):
    found = {}
    for line in (TABLES / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            letter, *codes = line.split()
            found.setdefault(letter, "".join(chr(int(code, 16)) for code in codes))
    return found


def old(text, name):
    """Text in the codes of an old font, as windows-1252 shows them."""
    codes = table(name)
    shown = "".join(codes.get(letter, letter) for letter in text)
    return "".join(bytes([ord(c)]).decode("cp1252", "replace") if 0x80 <= ord(c) < 0xA0 else c for c in shown)


def tcvn3(text):
    return old(text, "tcvn3.txt")


def vni(text):
    return old(text, "vni.txt")


def png(width=120, height=80, colour=(20, 110, 60)):
    rows = b"".join(b"\0" + bytes(colour) * width for _ in range(height))
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b""))


def r(text, props=""):
    inner = "".join("<w:tab/>" if part == "\t" else "<w:br/>" if part == "\n" else
                    f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in split(text))
    return f"<w:r>{'<w:rPr>' + props + '</w:rPr>' if props else ''}{inner}</w:r>"


def split(text):
    part = ""
    for letter in text:
        if letter in "\t\n":
            if part:
                yield part
            yield letter
            part = ""
        else:
            part += letter
    if part:
        yield part


def font(name):
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:cs="{name}"/>'


B, I, S = "<w:b/>", "<w:i/>", "<w:strike/>"


def p(*runs, style="", props=""):
    head = (f'<w:pStyle w:val="{style}"/>' if style else "") + props
    return f"<w:p>{'<w:pPr>' + head + '</w:pPr>' if head else ''}{''.join(x if x.startswith('<') else r(x) for x in runs)}</w:p>"


def item(text, level=0, num=1):
    return p(text, props=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


def drawing(rid, alt="", cx=3000000, cy=2000000, link=False):
    at = f'r:link="{rid}"' if link else f'r:embed="{rid}"'
    return (f'<w:r><w:drawing><wp:inline><wp:extent cx="{cx}" cy="{cy}"/><wp:docPr id="1" name="Picture 1" descr={quoteattr(alt)}/>'
            f'<a:graphic><a:graphicData uri="pic"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="anh.png"/></pic:nvPicPr>'
            f'<pic:blipFill><a:blip {at}/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>')


def tc(*blocks, props=""):
    return f"<w:tc>{'<w:tcPr>' + props + '</w:tcPr>' if props else ''}{''.join(b if b.startswith('<') else p(b) for b in blocks)}</w:tc>"


def tr(*cells, props=""):
    return f"<w:tr>{'<w:trPr>' + props + '</w:trPr>' if props else ''}{''.join(c if c.startswith('<') else tc(c) for c in cells)}</w:tr>"


def tbl(*rows):
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def style(sid, name, ppr="", rpr="", based="Normal", kind="paragraph"):
    return (f'<w:style w:type="{kind}" w:styleId="{sid}"><w:name w:val="{name}"/><w:basedOn w:val="{based}"/>'
            f'<w:pPr>{ppr}</w:pPr><w:rPr>{rpr}</w:rPr></w:style>')


STYLES = "".join([
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
    style("Heading1", "heading 1", '<w:outlineLvl w:val="0"/>', B + '<w:sz w:val="32"/>'),
    style("u2", "heading 2", '<w:outlineLvl w:val="1"/>', B), style("DauDe3", "Đầu đề 3", "", B),
    style("MucCon", "Mục con của tôi", "", I, based="u2"),
    style("Title", "Title", "", B + '<w:sz w:val="36"/>'), style("Caption", "caption", "", I),
    style("Quote", "Quote", "", I), style("TOC1", "toc 1"), style("FootnoteText", "footnote text"),
    style("VnBody", "Than bai", "", font(".VnTime")), style("VnCon", "Than bai con", "", "", based="VnBody"),
    style("VniChar", "Chu VNI", "", font("VNI-Times"), kind="character", based="DefaultParagraphFont"),
])


def numbering(*lists):
    """Each list: (start, [(format, text) of each level])."""
    shapes = "".join(
        f'<w:abstractNum w:abstractNumId="{n}">' + "".join(
            f'<w:lvl w:ilvl="{i}"><w:start w:val="{start}"/><w:numFmt w:val="{fmt}"/><w:lvlText w:val="{text}"/></w:lvl>'
            for i, (fmt, text) in enumerate(levels)) + "</w:abstractNum>" for n, (start, levels) in enumerate(lists, 1))
    nums = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(1, len(lists) + 1))
    return f"<w:numbering {SPACES}>{shapes}{nums}</w:numbering>"


def core(title="", creator="", created="", modified="", keywords=""):
    return ('<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
            f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(creator)}</dc:creator><cp:keywords>{escape(keywords)}</cp:keywords>"
            f"<dcterms:created>{created}</dcterms:created><dcterms:modified>{modified}</dcterms:modified></cp:coreProperties>")


def write(path, body, parts=None, rels=(), styles="", defaults="", props=None, spaces=SPACES):
    """parts: name → XML or bytes; rels: (id, kind, target, external)."""
    files = {"[Content_Types].xml": TYPES}
    top = [("rId1", "officeDocument", "word/document.xml", False)]
    if props:
        top.append(("rId2", "metadata/core-properties", "docProps/core.xml", False))
        files["docProps/core.xml"] = props
    files["_rels/.rels"] = relations(top)
    files["word/document.xml"] = f'<?xml version="1.0" encoding="UTF-8"?><w:document {spaces}><w:body>{body}</w:body></w:document>'
    files["word/styles.xml"] = (f"<w:styles {SPACES}><w:docDefaults><w:rPrDefault><w:rPr>{defaults or font('Times New Roman')}"
                                f'<w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>{STYLES}{styles}</w:styles>')
    all_rels = [("rSt", "styles", "styles.xml", False), *rels]
    for name, content in (parts or {}).items():
        files[name] = content
        kind = pathlib.PurePosixPath(name).stem.rstrip("0123456789")
        if kind in ("numbering", "footnotes", "endnotes", "comments", "header", "footer", "theme"):
            all_rels.append(("r" + pathlib.PurePosixPath(name).stem, kind, name.removeprefix("word/"), False))
    files["word/_rels/document.xml.rels"] = relations(all_rels)
    pack(path, files)


def relations(rels):
    return ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' + "".join(
        f'<Relationship Id="{i}" Type="{REL}{kind}" Target={quoteattr(target)}{" TargetMode=" + chr(34) + "External" + chr(34) if outside else ""}/>'
        for i, kind, target, outside in rels) + "</Relationships>")


def pack(path, files):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in files.items():
            info = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(info, content)
