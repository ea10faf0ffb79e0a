"""Files of all kinds, whole, damaged and foreign."""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

import pytest
from docx import Document

from sayso.errors import InputError
from sayso.ingest import Original, find, in_original, ingest, reports
from sayso.records import Missed, Report, Span
from sayso.settings import Settings

TEXT = "Ferry sinks off Port Vale\n\nThe governor said on Tuesday that at least 12 people were missing after the ferry sank.\n"
SETTINGS = Settings()


def read(data: bytes, name: str = "a.txt", settings: Settings = SETTINGS) -> Report:
    return ingest(Original(name, data), settings)


def reason(data: bytes, name: str = "a.txt", settings: Settings = SETTINGS) -> str:
    with pytest.raises(InputError) as caught:
        read(data, name, settings)
    assert caught.value.path == name
    assert str(caught.value).startswith(f"{name}: ")
    return caught.value.reason


def docx_bytes(**properties: str) -> bytes:
    document = Document()
    document.add_paragraph("Ferry sinks off Port Vale", style="Title")
    document.add_paragraph("PORT VALE, May 4 - The governor said on Tuesday that at least 12 people were missing.")
    document.add_paragraph("First point", style="List Bullet")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Dead", "12"
    document.add_paragraph("The pier", style="Caption")
    for name, value in properties.items():
        setattr(document.core_properties, name, value)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def pdf_bytes(pages: list[list[str]], fonts: int = 12) -> bytes:
    """A PDF written by hand: an empty string leaves a line free."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    numbers = []
    for lines in pages:
        shown = "".join(f"1 0 0 1 72 {720 - 14 * i} Tm ({line}) Tj\n" for i, line in enumerate(lines) if line)
        stream = f"BT /F1 {fonts} Tf\n{shown}ET".encode("latin-1")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>"
        objects.append(page % len(objects))
        numbers.append(len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(b"%d 0 R" % n for n in numbers), len(numbers))
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    return body + b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        count,
        table,
        count,
        len(body),
    )


def test_plain_text_is_not_altered() -> None:
    report = read(TEXT.encode())
    assert report.text == TEXT
    assert report.offsets == () and report.blocks == ()
    assert report.language == "en"
    assert len(report.sha256) == 64


def test_line_ends_are_made_one_and_mapped() -> None:
    source = "One line.\r\nTwo lines.\rThree “lines”.\r\n"
    report = read(source.encode())
    assert report.text == "One line.\nTwo lines.\nThree “lines”.\n"
    for word in ("One", "Two", "“lines”"):
        at = report.text.index(word)
        assert in_original(report.offsets, Span(at, at + len(word))).of(source) == word


def test_line_separators_and_invisible_characters() -> None:
    source = "\ufeffOne\u2028Two\x0cThree gov\u00adern\u200bment.\u2029Four"
    report = read(source.encode())
    assert report.text == "One\nTwo\nThree government.\nFour"
    at = report.text.index("Four")
    assert in_original(report.offsets, Span(at, at + 4)).of(source.removeprefix("\ufeff")) == "Four"


def test_id_is_of_bytes_and_name_without_folder() -> None:
    first = read(TEXT.encode(), "x/a.txt")
    assert first.id == read(TEXT.encode(), "y/a.txt").id
    assert first.id != read(TEXT.encode(), "x/b.txt").id
    assert first.id != read(TEXT.encode() + b" ", "x/a.txt").id
    assert first.path == "x/a.txt"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("The café in Zürich – “closed”, he said. " * 4, "utf-8"),
        ("The café in Zürich – “closed”, he said. " * 4, "utf-8-sig"),
        ("The café in Zürich – “closed”, he said. " * 4, "utf-16"),
        ("The café in Zürich – “closed”, he said. " * 4, "utf-16-le"),
        ("The café in Zürich – “closed”, he said. " * 4, "utf-32"),
        ("The minister – who had been in office for nine years – said “no”. " * 4, "cp1252"),
        ("Министр заявил, что город был занят ночью, и отказался назвать число погибших в бою. " * 6, "cp1251"),
        ("Министр заявил, что город был занят ночью, и отказался назвать число погибших в бою. " * 6, "utf-8"),
    ],
)
def test_encodings(text: str, encoding: str) -> None:
    assert read(text.encode(encoding)).text == text


def test_declared_encoding_of_a_page() -> None:
    markup = '<html><head><meta charset="iso-8859-2"></head><body><p>Premier Łódź powiedział, że źródło milczy.</p></body></html>'
    assert "Łódź powiedział" in read(markup.encode("iso-8859-2"), "a.html").text


def test_one_damaged_character_does_not_change_the_encoding() -> None:
    data = ("“Yes,” she said – “but not now.” " * 20).encode() + b"\xff end"
    assert read(data).text.endswith("\ufffd end")


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "a.txt", "empty"),
        (b" \n\t\n", "a.txt", "no text"),
        (b"<html><body><script>x</script></body></html>", "a.html", "no text"),
        (bytes(range(256)) * 40, "a.txt", "not text"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "a.txt", "a picture"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 100, "a.docx", "password"),
        (b"{\\rtf1 Hello}", "a.rtf", "RTF"),
        (b"%PDF-1.4\nnonsense", "a.pdf", "damaged PDF"),
        (b"nonsense", "a.pdf", "damaged"),
        (b"PK\x03\x04nonsense", "a.docx", "damaged"),
        (b"nonsense", "a.docx", "damaged"),
        (b"<?xml version='1.0'?><rss><channel></channel></rss>", "a.xml", "feed"),
        (b"<?xml version='1.0'?><root>text</root>", "a.xml", "XML"),
    ],
)
def test_what_gives_no_report(data: bytes, name: str, words: str) -> None:
    assert words in reason(data, name)


def test_too_large() -> None:
    assert "max_bytes" in reason(TEXT.encode(), settings=Settings(max_bytes=20))


def test_docx() -> None:
    report = read(docx_bytes(), "a.docx")
    assert [(b.kind, b.span.of(report.text)) for b in report.blocks] == [
        ("headline", "Ferry sinks off Port Vale"),
        ("paragraph", "PORT VALE, May 4 - The governor said on Tuesday that at least 12 people were missing."),
        ("list", "First point"),
        ("table", "Dead\t12"),
        ("caption", "The pier"),
    ]


def test_docx_with_insertions_deletions_and_fields() -> None:
    change = (
        b"<w:p><w:r><w:t>The mayor </w:t></w:r><w:ins><w:r><w:t>resigned</w:t></w:r></w:ins>"
        b"<w:del><w:r><w:delText>stayed</w:delText><w:t>stayed</w:t></w:r></w:del><w:r><w:br/><w:t>today.</w:t></w:r></w:p>"
        b"<w:sdt><w:sdtContent><w:p><w:r><w:t>In a field.</w:t></w:r></w:p></w:sdtContent></w:sdt><w:sectPr"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx_bytes())) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            data = old.read(entry)
            new.writestr(entry.filename, data.replace(b"<w:sectPr", change, 1) if entry.filename == "word/document.xml" else data)
    assert read(out.getvalue(), "a.docx").text.endswith("The mayor resigned\ntoday.\n\nIn a field.")


def test_damaged_docx() -> None:
    whole = docx_bytes()
    assert "damaged" in reason(whole[: len(whole) // 2], "a.docx")
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            new.writestr(entry, b"<broken" if entry.filename == "word/document.xml" else old.read(entry))
    assert "damaged" in reason(out.getvalue(), "a.docx")


def test_other_archives_and_bombs() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "x")
    assert "not a DOCX" in reason(out.getvalue(), "a.zip")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 30_000_000)
    assert "unpacks" in reason(out.getvalue(), "a.docx")


def test_pdf_lines_become_paragraphs() -> None:
    lines = [
        "Ferry sinks off Port Vale",
        "",
        "The governor said on Tuesday that at least 12 people",
        "were missing after the ferry sank.",
        "",
        "Divers searched the harbour.",
    ]
    report = read(pdf_bytes([lines]), "a.pdf")
    assert report.text.split("\n\n") == [
        "Ferry sinks off Port Vale",
        "The governor said on Tuesday that at least 12 people were missing after the ferry sank.",
        "Divers searched the harbour.",
    ]


def test_pdf_page_furniture_is_left_out() -> None:
    pages = [
        ["Port Vale Herald", f"The governor said on day {n} that nobody", "was missing.", "", f"Page {n}"] for n in range(1, 4)
    ]
    report = read(pdf_bytes(pages), "a.pdf")
    assert "Herald" not in report.text and "Page" not in report.text
    assert report.text.count("was missing.") == 3


def test_locked_pdf() -> None:
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O (%s) /U (%s) >> /ID [(a) (a)] /Size" % (b"o" * 32, b"u" * 32)
    assert "password" in reason(pdf_bytes([["Text"]]).replace(b"/Size", lock), "a.pdf")


def test_footnotes_of_docx() -> None:
    note = (
        b'<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="1"><w:p><w:r>'
        b"<w:t>* The group is banned.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    relation = b'<Relationship Id="rId99" Type="%s" Target="footnotes.xml"/></Relationships>' % kind
    part = b"application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    override = b'<Override PartName="/word/footnotes.xml" ContentType="%s"/></Types>' % part
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx_bytes())) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            data = old.read(entry).replace(b"</Types>", override)
            new.writestr(
                entry.filename, data.replace(b"</Relationships>", relation) if "document.xml.rels" in entry.filename else data
            )
        new.writestr("word/footnotes.xml", note)
    report = read(out.getvalue(), "a.docx")
    assert (report.blocks[-1].kind, report.blocks[-1].span.of(report.text)) == ("footnote", "* The group is banned.")


def test_pdf_without_text() -> None:
    assert "without text" in reason(pdf_bytes([[]]), "a.pdf")


def test_find_walks_folders_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "notes.xyz", ".hidden.txt", "sub/c.TXT", "sub/~$d.docx"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT)
    found = [p.relative_to(tmp_path).as_posix() for p in find([tmp_path, tmp_path / "b.txt", tmp_path / "notes.xyz"])]
    assert found == ["a.html", "b.txt", "sub/c.TXT", "notes.xyz"]
    assert list(find(["-", "missing.txt"])) == [Path("-"), Path("missing.txt")]


def test_reports_go_on_after_a_bad_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_text(TEXT + "More.")
    (tmp_path / "nothing").mkdir()
    found = list(reports([tmp_path, tmp_path / "nothing", tmp_path / "missing.txt"], SETTINGS))
    assert [type(item) for item in found] == [Report, Missed, Report, Missed, Missed]
    problems = [item.problem.message for item in found if isinstance(item, Missed)]
    assert problems[0] == "empty" and "folder without reports" in problems[1] and problems[2] == "no such file"
    assert isinstance(found[1], Missed) and found[1].path.endswith("b.txt")


def test_ids_are_unique_in_one_run(tmp_path: Path) -> None:
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(TEXT)
    found = [item for item in reports([tmp_path], SETTINGS) if isinstance(item, Report)]
    assert len(found) == 2 and found[0].id != found[1].id


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    report = ingest(Path("-"), SETTINGS)
    assert (report.text, report.path) == (TEXT, "-")
