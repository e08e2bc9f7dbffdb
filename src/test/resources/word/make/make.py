#!/usr/bin/python3
"""Makes the Word files of the tests: python3 make.py [only NAME …]. Needs python-docx and LibreOffice."""
import pathlib
import shutil
import subprocess
import sys
import tempfile

import docx
from docx.shared import Pt

from articles import ARTICLES
from parts import *

OUT = HERE.parent
PNG = {"word/media/image1.png": png()}
IMG = [("rImg", "image", "media/image1.png", False)]
BULLETS = (1, [("bullet", "•"), ("bullet", "o")])
NUMBERS = (1, [("decimal", "%1."), ("lowerLetter", "%2)"), ("decimal", "%1.%2.%3")])


def features():
    yield "tieu-de", dict(body=p("Cách làm ở Vũ Lăng", style="Title") + p("Lời đầu của bài.") + p("Việc thứ nhất", style="u2")
        + p("Nội dung việc thứ nhất.") + p("Việc nhỏ hơn", style="DauDe3") + p("Nội dung nhỏ.") + p("Theo kiểu tự đặt", style="MucCon")
        + p("Nội dung theo kiểu.") + p("Theo mức dàn ý", props='<w:outlineLvl w:val="2"/>') + p("Hết bài."))
    yield "danh-sach", dict(parts={"word/numbering.xml": numbering(BULLETS, NUMBERS, (5, NUMBERS[1]), (1, [("upperRoman", "%1.")]))},
        body=p("Ba việc:") + item("Giao chỉ tiêu") + item("từng quý", 1) + item("từng người", 1) + item("Mở lớp") + p("Các bước:")
        + item("Họp bàn", 0, 2) + item("nêu việc", 1, 2) + item("chia việc", 1, 2) + item("Làm thử", 0, 2) + p("Xen một câu.")
        + item("Nhân rộng", 0, 2) + p("Tiếp theo:") + item("Bước năm", 0, 3) + item("Bước sáu", 0, 3) + p("Phần:")
        + item("Mở đầu", 0, 4) + item("Kết quả", 0, 4)
        + p("Đề mục có số", style="u2", props='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr>'))
    yield "bang", dict(body=p("Kết quả ba năm:") + tbl(
        tr("Năm", "Hộ", "Tấn", props="<w:tblHeader/>"), tr(tc("2019", props='<w:vMerge w:val="restart"/>'), "12", "40"),
        tr(tc("", props="<w:vMerge/>"), "15", "44"), tr("2020", tc("chưa có số", props='<w:gridSpan w:val="2"/>')),
        tr("xóa", "1", "2", props='<w:del w:id="9" w:author="A"/>')) + p("Hết bảng."))
    yield "bang-long-nhau", dict(body=tbl(tr(tc(p("Xã Hòa Tú"), tbl(tr("a", "b"), tr("c", "d")), p("sau")), "Ghi chú"), tr("x", "y")))
    notes = lambda kind, *texts: (f"<w:{kind}s {SPACES}><w:{kind} w:type=\"separator\" w:id=\"0\"><w:p/></w:{kind}>" + "".join(
        f'<w:{kind} w:id="{n}">{p(f"<w:r><w:{kind}Ref/></w:r>", r(" " + t), style="FootnoteText")}</w:{kind}>' for n, t in enumerate(texts, 1)) + f"</w:{kind}s>")
    yield "chu-thich", dict(parts={"word/footnotes.xml": notes("footnote", "Báo cáo năm 2018 của Huyện ủy.", "Số liệu đến tháng Sáu."),
                                   "word/endnotes.xml": notes("endnote", "Theo lời kể của người dân.")},
        body=p(r("Có 182 đảng viên mới"), '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="1"/></w:r>', r(", đạt 88,78%"),
               '<w:r><w:footnoteReference w:id="2"/></w:r>', r(".")) + p(r("Dân tin"), '<w:r><w:endnoteReference w:id="1"/></w:r>', r(".")))
    yield "lien-ket", dict(rels=[("rL", "hyperlink", "https://example.vn/bai", True)], body=
        p(r("Xem "), f'<w:hyperlink r:id="rL">{r("bài ")}{r("gốc", B)}</w:hyperlink>', r(" hoặc "),
          '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> HYPERLINK "https://example.vn/hai" \\o "x" </w:instrText></w:r>'
          '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', r("bài hai"), '<w:r><w:fldChar w:fldCharType="end"/></w:r>', r(" hay "),
          f'<w:fldSimple w:instr=" HYPERLINK &quot;mailto:bbt@example.vn&quot; ">{r("thư")}</w:fldSimple>', r(" và "),
          f'<w:hyperlink w:anchor="muc">{r("mục trong bài")}</w:hyperlink>', r(".")))
    yield "kieu-chu", dict(body=p(r("Đậm", B), r(" "), r("nghiêng", I), r(" "), r("cả hai", B + I), r(" "), r("gạch", S), r(" m"),
        r("2", '<w:vertAlign w:val="superscript"/>'), r(" H"), r("2", '<w:vertAlign w:val="subscript"/>'), r("O "), r("không", '<w:b w:val="0"/>'))
        + p(r("ch", B), r("ia ", B), r("nhiều ", B + '<w:color w:val="FF0000"/>'), r("mảnh", B)))
    yield "anh-chu-thich", dict(parts=PNG, rels=IMG, body=p("Đoạn đầu.") + p(drawing("rImg", "Cuộc họp ở thôn")) + p("Đảng ủy họp chi bộ", style="Caption")
        + p("Đoạn giữa.") + p("Chú thích đứng trước ảnh", style="Caption") + p(drawing("rImg", "Sân phơi")) + p("Đoạn cuối."))
    yield "anh-ngoai", dict(rels=[("rOut", "image", "http://127.0.0.1:9/anh.png", True), ("rTpl", "attachedTemplate", "http://127.0.0.1:9/m.dotm", True)],
        body=p("Trước ảnh.") + p(drawing("rOut", "Ảnh trên mạng", link=True)) + p("Sau ảnh."))
    yield "anh-emf", dict(parts={"word/media/image1.emf": b"\1\0\0\0" + b"\0" * 60}, rels=[("rEmf", "image", "media/image1.emf", False)],
        body=p("Trước hình.") + p(drawing("rEmf", "Sơ đồ quy trình")) + p("Sau hình."))
    box = lambda text: f"<w:txbxContent>{p(text)}</w:txbxContent>"
    yield "khung-chu", dict(body=p(r("Đoạn có khung."), f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>{box("Lời trong khung.")}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>'
        f'<mc:Fallback><w:pict><v:shape><v:textbox>{box("Lời trong khung.")}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>') + p("Đoạn sau."))
    yield "sua-doi", dict(body=p(r("Xã có "), f'<w:del w:id="1" w:author="A"><w:r><w:delText>30</w:delText></w:r></w:del><w:ins w:id="2" w:author="A">{r("43")}</w:ins>', r(" hộ."))
        + p(r("Câu đầu "), props='<w:rPr><w:del w:id="3" w:author="A"/></w:rPr>') + p("nối câu sau.")
        + p('<w:moveFrom w:id="4" w:author="A">' + r("Câu dời đi.") + "</w:moveFrom>", props='<w:rPr><w:moveFrom w:id="5" w:author="A"/></w:rPr>')
        + p("Ở giữa.") + p('<w:moveTo w:id="6" w:author="A">' + r("Câu dời đi.") + "</w:moveTo>"))
    yield "nhan-xet", dict(parts={"word/comments.xml": f'<w:comments {SPACES}><w:comment w:id="0" w:author="Biên tập">{p("Xem lại số liệu.")}</w:comment><w:comment w:id="1" w:author="">{p("Bỏ câu này?")}</w:comment></w:comments>'},
        body=p('<w:commentRangeStart w:id="0"/>', r("Có 43 hộ"), '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>', r(".")))
    yield "chu-an", dict(body=p(r("Câu thấy được."), r(" Câu bị giấu.", "<w:vanish/>")) + p("Còn lại."))
    yield "ky-tu", dict(body=p(r("Kinh"), "<w:r><w:softHyphen/></w:r>", r(" nghi\u00adệm"), r("\ttab\nxuống dòng"), "<w:r><w:noBreakHyphen/></w:r>", r("gạch"),
        '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', r("xong"), '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>')
        + p(r("Trang một."), '<w:r><w:br w:type="page"/></w:r>', r("Trang hai.")))
    yield "dieu-khien", dict(body=f'<w:sdt><w:sdtPr/><w:sdtContent>{p("Trong ô nhập.")}</w:sdtContent></w:sdt>' + p(r("Tên: "), f'<w:sdt><w:sdtContent>{r("Hoàng Thắng")}</w:sdtContent></w:sdt>'))
    yield "truong", dict(body=p(r("Ngày "), '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE \\@ "dd" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>', r("12"), '<w:r><w:fldChar w:fldCharType="end"/></w:r>', r(" họp.")))
    yield "dau-chan-trang", dict(parts={"word/header1.xml": f"<w:hdr {SPACES}>{p('ĐẢNG BỘ TỈNH LẠNG SƠN')}</w:hdr>", "word/footer1.xml": f"<w:ftr {SPACES}>{p('Trang 1')}{p('Lưu hành nội bộ')}</w:ftr>"}, body=p("Chỉ có bài."))
    yield "muc-luc", dict(body=f'<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>{p("Mục lục")}{p("Việc một	1", style="TOC1")}</w:sdtContent></w:sdt>'
        + p("Việc hai\t2", style="TOC1") + p("Việc một", style="u2") + p("Nội dung."))
    yield "trich-dan", dict(body=p("Ông nói:") + p("Làm thật, nói thật.", style="Quote") + p("Mọi người nghe theo."))
    yield "tieu-de-theo-dang", dict(body=p(r("Tên bài ở đầu", B + '<w:sz w:val="36"/>')) + p(r("Đoạn mở đầu đủ dài để ai cũng thấy đây là một đoạn văn bình thường của bài viết này."))
        + p(r("Cách làm mới", B + '<w:sz w:val="32"/>')) + p(r("Đoạn thứ hai cũng đủ dài để ai cũng thấy đây là một đoạn văn bình thường của bài viết này."))
        + p(r("Câu đậm cùng cỡ chữ", B)) + p(r("Đoạn thứ ba cũng đủ dài để ai cũng thấy đây là một đoạn văn bình thường của bài viết này nữa."))
        + p(r("THANH VÂN", B + '<w:sz w:val="32"/>'), props='<w:jc w:val="right"/>'))
    yield "tcvn3-doan", dict(body=p(r(tcvn3("Người vùng cao đã biết làm đường, trồng rừng"), font(".VnTime"))) + p(r(tcvn3("chuyện ở bản"), font(".VnTimeH") + B))
        + p(r("Câu này đã là Unicode.", font(".VnTime"))) + p(r("Tiếng Việt "), r(tcvn3("trong phông cũ, nhiều chữ"), font(".VnArial")), r(" xen lẫn.")))
    yield "tcvn3-kieu", dict(body=p(r(tcvn3("Chữ của kiểu đoạn văn")), style="VnBody") + p(r(tcvn3("Chữ của kiểu dựa trên kiểu khác")), style="VnCon")
        + p(r("Đoạn thường.")))
    yield "tcvn3-mac-dinh", dict(defaults=font(".VnTime"), body=p(tcvn3("Cả tài liệu dùng một phông chữ cũ")) + p(r("Trừ câu này.", font("Times New Roman"))),
        props=core(title=tcvn3("Kinh nghiệm làm đường ở huyện vùng cao")))
    yield "vni-doan", dict(body=p(r(vni("Đồng bằng sông Cửu Long được mùa lúa"), font("VNI-Times"))) + p(r(vni("Chữ của kiểu ký tự"), '<w:rStyle w:val="VniChar"/>')))
    torn = vni("Nông dân phấn khởi được mùa")
    yield "vni-tach-mang", dict(body=p(*[r(c, font("VNI-Times") + (B if n % 7 == 3 else "")) for n, c in enumerate(torn)]))
    yield "chu-de-phong", dict(parts={"word/theme1.xml": f'<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme name="x"><a:majorFont><a:latin typeface="VNI-Times"/></a:majorFont><a:minorFont><a:latin typeface=".VnTime"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'},
        body=p(r(tcvn3("Phông lấy từ chủ đề của tài liệu"), '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>')))
    yield "sym-phong-cu", dict(body=p(r("Ch", font(".VnTime")), '<w:r><w:rPr>' + font(".VnTime") + '</w:rPr><w:sym w:font=".VnTime" w:char="F0F7"/></w:r>', r(tcvn3(" viết của bản làng"), font(".VnTime"))))
    yield "thuoc-tinh", dict(props=core("Cách làm hay ở Vũ Lăng", "Thanh Vân", "2018-12-16T02:00:00Z", "2018-12-17T03:00:00Z", "chi bộ, nước sạch"), body=p("Bài có thuộc tính."))
    yield "thuoc-tinh-may", dict(props=core("Microsoft Word - Document1", "Windows User", "2018-12-16T02:00:00Z"), body=p("Bài do máy đặt thuộc tính."))
    strict = SPACES.replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
    yield "strict", dict(spaces=strict, body=p("Tệp Word theo chuẩn chặt.") + p(r("Chữ đậm", B)))


def article(a):
    look, old_font = a["look"], {"tcvn3": (tcvn3, ".VnTime"), "vni": (vni, "VNI-Times")}.get(a["look"])
    code, name = old_font or ((lambda text: text), "Times New Roman")
    f = font(name)
    title = a["title"].upper() if look == "capitals" else a["title"]
    head = ""
    if look == "office":
        head = tbl(tr(tc(p(r(a["furniture"][0], B))), tc(p(r("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", B)))))
    first = p(r(title), style="Heading1") if look == "heading" else p(r(code(title), f + B + '<w:sz w:val="36"/>'), props='<w:jc w:val="center"/>')
    if look == "tcvn3":
        first = p(r(code(title.lower()), font(".VnTimeH") + B), props='<w:jc w:val="center"/>')
    if look == "dated":
        first += p(r("Ngày 16 tháng 12 năm 2018", I), props='<w:jc w:val="center"/>')
    lead = (a["agency"] + " " if a["agency"] else "") + a["lead"]
    body = head + first + p(r(code(lead), f + B))
    for n, text in enumerate(a["body"]):
        if text.startswith("## "):
            body += p(text[3:], style="u2")
        elif text.startswith("|"):
            body += tbl(*[tr(*row.strip("|").split("|")) for row in text.split("\n")])
        elif look == "mixed" and n % 2:
            body += p(r(tcvn3(text), font(".VnTime")))
        elif look == "revised" and n == 1:
            body += p('<w:del w:id="1" w:author="A"><w:r><w:delText>Câu cũ đã bỏ. </w:delText></w:r></w:del>', f'<w:ins w:id="2" w:author="A">{r(text)}</w:ins>')
        else:
            cut = len(text) // 2
            body += p(r(code(text)[:cut], f), r(code(text)[cut:], f))
        if n == 1 and a["picture"]:
            body += p(drawing("rImg"), props='<w:jc w:val="center"/>') + p(r(a["picture"], I), style="Caption" if look != "dated" else "")
    body += p(r(code(a["byline"]), f + B), props='<w:jc w:val="right"/>')
    parts, rels = (dict(PNG), list(IMG)) if a["picture"] else ({}, [])
    if len(a["furniture"]) > 1:
        parts["word/footer1.xml"] = f"<w:ftr {SPACES}>{p(a['furniture'][1])}</w:ftr>"
    write(OUT / (a["name"] + ".docx"), body, parts=parts, rels=rels)
    told = ["# What a person would write.", f"title: {quoted(a['title'])}", f"date: {a['date'] or 'unknown'}",
            "authors: [" + ", ".join(quoted(x) for x in a["authors"]) + "]", f"agency: {quoted('LSO' if a['agency'] else '')}",
            "locality: [" + ", ".join(quoted(x) for x in a["locality"]) + "]", f"topic: {quoted(a['topic'])}",
            f"caption: {quoted(a['picture'] or '')}", "furniture:" + ("" if a["furniture"] else " []")]
    told += ["  - " + quoted(x) for x in a["furniture"]] + ["sentences:", "  - " + quoted(a["lead"])]
    told += ["  - " + quoted(x) for x in a["body"] if not x.startswith(("#", "|"))]
    (OUT / (a["name"] + ".yaml")).write_text("\n".join(told) + "\n", encoding="utf-8")


def quoted(text):
    return '"' + text.replace('"', '\\"') + '"'


def python_docx(path):
    d = docx.Document()
    d.add_heading("Bài viết bằng python-docx", 1)
    para = d.add_paragraph("Mở đầu với ")
    para.add_run("chữ đậm").bold = True
    para.add_run(" và ")
    para.add_run("nghiêng").italic = True
    d.add_paragraph("Việc một", style="List Bullet")
    d.add_paragraph("Việc hai", style="List Bullet")
    d.add_paragraph("Bước một", style="List Number")
    d.add_paragraph("Bước hai", style="List Number")
    t = d.add_table(rows=2, cols=2)
    for n, text in enumerate(("Năm", "Tấn", "2020", "655")):
        t.cell(n // 2, n % 2).text = text
    d.save(path)


def office(source, *kinds):
    with tempfile.TemporaryDirectory() as folder:
        for kind in kinds:
            subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", kind,
                            "--outdir", folder, str(source)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            made = pathlib.Path(folder, source.stem + "." + kind.split(":")[0])
            yield made


def main():
    for name, arguments in features():
        write(OUT / (name + ".docx"), **arguments)
    for a in ARTICLES:
        article(a)
    python_docx(OUT / "python-docx.docx")
    for made in office(OUT / "bai-12-ho-so-so-ben-luc.docx", "doc", "odt", "rtf"):
        shutil.copy(made, OUT / ("libreoffice" + made.suffix))
    for made in office(OUT / "tcvn3-doan.docx", "doc"):
        shutil.copy(made, OUT / "libreoffice-tcvn3.doc")
    odt = OUT / "libreoffice.odt"
    for made in office(odt, "docx"):
        shutil.copy(made, OUT / "libreoffice-writer.docx")


if __name__ == "__main__":
    main()
