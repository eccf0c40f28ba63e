"""What each reader makes of a small file of its kind."""

from __future__ import annotations

import bz2
import io
import json
import lzma
import sys
import tarfile
from pathlib import Path

import pytest

from legation.annotate.segment import segment
from legation.lexicon.limit import limits_with
from legation.lexicon.load import load_lexicon
from legation.read.manner import Manner
from legation.read.source import read_paths
from legation.record.article import Article, BlockKind
from legation.record.issue import Issue
from tests.read import inputs
from tests.read.inputs import PAGE, TEXT


def things(folder: Path, name: str, data: bytes, **manner: object) -> list[Article | Issue]:
    path = folder / name
    path.write_bytes(data)
    return list(read_paths([str(path)], manner=Manner(**manner)))  # type: ignore[arg-type]


def articles(folder: Path, name: str, data: bytes, **manner: object) -> list[Article]:
    return [thing for thing in things(folder, name, data, **manner) if isinstance(thing, Article)]


def rules(found: list[Article | Issue]) -> list[str]:
    return [thing.rule if isinstance(thing, Issue) else "article" for thing in found]


class TestWarc:
    PAGES = (
        ("https://example.org/boats", "text/html; charset=utf-8", PAGE.encode()),
        ("https://example.org/logo", "image/png", b"\x89PNG"),
    )

    @pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
    def test_each_page_is_an_article_with_its_address(self, tmp_path: Path, name: str) -> None:
        (found,) = articles(tmp_path, name, inputs.warc(*self.PAGES, packed=name.endswith("gz")))
        assert (found.url, found.text.endswith(TEXT), found.published) == ("https://example.org/boats", True, None)

    def test_the_encoding_of_the_answer_is_taken(self, tmp_path: Path) -> None:
        page = (
            "<html><body><p>Министр обороны сообщил, что договор о поставке катеров подписан в Лиме.</p></body></html>"
        )
        data = inputs.warc(("https://example.org/ru", "text/html; charset=windows-1251", page.encode("cp1251")))
        (found,) = articles(tmp_path, "a.warc", data)
        assert "Министр обороны" in found.text and found.language == "ru"

    def test_what_stands_before_a_break_is_kept(self, tmp_path: Path) -> None:
        data = inputs.warc(*self.PAGES[:1], *self.PAGES[:1], packed=True)
        assert rules(things(tmp_path, "a.warc.gz", data[:-40])) == ["article", "damaged", "damaged"]

    def test_a_page_without_success_is_passed_over(self, tmp_path: Path) -> None:
        data = inputs.warc(*self.PAGES[:1], packed=False).replace(b"200 OK", b"404 No")
        assert rules(things(tmp_path, "a.warc", data)) == []


class TestFeeds:
    def test_an_entry_of_rss_has_the_day_of_its_own_zone_and_a_note_that_it_is_a_summary(self, tmp_path: Path) -> None:
        found = things(tmp_path, "a.rss", inputs.RSS)
        assert rules(found) == ["summary", "article"]
        article = next(thing for thing in found if isinstance(thing, Article))
        assert (article.published, article.outlet, article.text) == ("2024-03-04", "Harbour News", TEXT)

    def test_an_entry_of_atom_has_its_paragraphs(self, tmp_path: Path) -> None:
        (article,) = articles(tmp_path, "a.xml", inputs.ATOM)
        assert article.text.split("\n\n") == [TEXT, "Korea did not comment."]
        assert (article.url, article.title) == ("https://example.org/boats", "Boats for Peru")

    def test_a_feed_without_entries_is_an_issue(self, tmp_path: Path) -> None:
        assert rules(things(tmp_path, "a.rss", b"<rss><channel/></rss>")) == ["no_articles"]


class TestJson:
    def test_an_article_of_news_please_keeps_its_frame(self, tmp_path: Path) -> None:
        row = {
            "maintext": TEXT, "title": "Boats", "authors": ["Ana Ruiz", "Jo Kim"], "date_publish": "2024-03-04 10:00:00",
            "date_download": "2024-05-05 00:00:00", "url": "https://example.org/boats", "language": "en", "source_domain": "example.org",
        }  # fmt: skip
        (found,) = articles(tmp_path, "a.json", json.dumps(row, indent=1).encode())
        assert (found.text, found.byline, found.published) == (TEXT, "Ana Ruiz, Jo Kim", "2024-03-04")

    def test_a_list_is_read_object_by_object(self, tmp_path: Path) -> None:
        data = json.dumps([{"text": TEXT}, {"title": "no text"}, 3]).encode()
        assert rules(things(tmp_path, "a.json", data)) == ["article", "broken_line", "broken_line"]

    def test_lines_under_the_name_of_json_are_read(self, tmp_path: Path) -> None:
        data = b"\n".join(json.dumps({"text": f"{n}. {TEXT}"}).encode() for n in range(3))
        assert len(articles(tmp_path, "a.json", data)) == 3

    @pytest.mark.parametrize("camel", [False, True])
    def test_an_item_of_ninjs_gives_its_story_and_its_pictures_caption(self, tmp_path: Path, camel: bool) -> None:
        created, kind = ("firstCreated", "contentType") if camel else ("firstcreated", "contenttype")
        picture = {
            "uri": "urn:p:1", "type": "picture", "contentcreated": "2023-01-02T00:00:00Z",
            "descriptions": [{"role": "caption", "value": "A patrol boat off Callao."}],
        }  # fmt: skip
        row = {
            "uri": "urn:t:1", "type": "text", created: "2024-03-04T10:00:00Z", "headlines": [{"role": "main", "value": "Boats"}],
            "bodies": [{kind: "text/html", "value": f"<p>{TEXT}</p>"}, {kind: "text/plain", "value": TEXT}],
            "infosources": [{"name": "Harbour News"}], "associations": [picture], "language": "en-GB",
        }  # fmt: skip
        story, caption = articles(tmp_path, "a.json", json.dumps(row).encode())
        assert (story.text, story.outlet, story.published) == (TEXT, "Harbour News", "2024-03-04")
        assert (caption.text, caption.published) == ("A patrol boat off Callao.", None)
        assert caption.published_not_before == "2023-01-02"

    def test_a_withdrawn_item_is_left_out_with_a_note(self, tmp_path: Path) -> None:
        row = {"uri": "urn:t:1", "pubstatus": "canceled", "versioncreated": "2024-03-04", "body_text": TEXT}
        assert rules(things(tmp_path, "a.json", json.dumps(row).encode())) == ["withdrawn"]

    def test_a_line_of_a_hundred_megabytes_is_an_issue_and_the_next_is_read(self, tmp_path: Path) -> None:
        data = b'{"text": "' + b"word " * 20_000_000 + b'"}\n' + json.dumps({"text": TEXT}).encode()
        assert rules(things(tmp_path, "a.jsonl", data)) == ["too_long", "article"]


class TestNewsml:
    def test_a_message_gives_its_story_and_its_pictures_caption(self, tmp_path: Path) -> None:
        story, caption = articles(tmp_path, "a.xml", inputs.NEWSML)
        assert story.text.split("\n\n") == [TEXT, "Korea did not comment."]
        assert (story.outlet, story.published, story.byline) == ("Harbour News", "2024-03-04", "Ana Ruiz")
        assert (caption.text, caption.published, caption.published_not_before) == (
            "A patrol boat off Callao.",
            None,
            "2023-01-02",
        )


class TestTables:
    def test_a_row_of_csv_is_an_article_by_the_usual_names_of_columns(self, tmp_path: Path) -> None:
        data = f'Headline;Date Published;Body\nBoats;2024-03-04;"{TEXT}"\nshort;row\n'.encode()
        found = things(tmp_path, "a.csv", data)
        assert rules(found) == ["article", "cells"]
        assert isinstance(found[0], Article) and (found[0].title, found[0].published) == ("Boats", "2024-03-04")

    def test_the_users_own_names_go_before(self, tmp_path: Path) -> None:
        data = f"text,Story\nwrong,{TEXT.replace(',', '')}\n".encode()
        (found,) = articles(tmp_path, "a.csv", data, columns={"text": "Story"})
        assert found.text == TEXT.replace(",", "")

    def test_a_name_that_is_no_field_is_refused(self, tmp_path: Path) -> None:
        (found,) = things(tmp_path, "a.csv", b"text\nPeru met Chile.\n", columns={"txt": "text"})
        assert isinstance(found, Issue) and "expected one of text, title" in found.reason

    def test_cells_with_line_breaks_and_quotes_stay_whole(self, tmp_path: Path) -> None:
        (found,) = articles(tmp_path, "a.csv", b'text,title\n"Peru ""met"" Chile.\n\nIran did not.",T\n')
        assert found.text == 'Peru "met" Chile.\n\nIran did not.'

    def test_a_table_in_another_encoding_is_not_mangled(self, tmp_path: Path) -> None:
        (found,) = articles(tmp_path, "a.csv", "text,title\nThe café in Orléans was hit.,T\n".encode("cp1252"))
        assert found.text == "The café in Orléans was hit."

    def test_a_row_of_parquet_is_an_article(self, tmp_path: Path) -> None:
        data = inputs.table(content=[TEXT, TEXT + " More."], headline=["a", "b"], other=["x", "y"])
        assert [a.title for a in articles(tmp_path, "a.parquet", data)] == ["a", "b"]

    def test_a_table_without_a_text_names_its_columns(self, tmp_path: Path) -> None:
        (found,) = things(tmp_path, "a.parquet", inputs.table(words=["Peru met Chile."]))
        assert isinstance(found, Issue) and "words" in found.reason and "--column" in found.reason

    def test_a_broken_parquet_file_is_an_issue(self, tmp_path: Path) -> None:
        assert rules(things(tmp_path, "a.parquet", inputs.table(text=[TEXT])[:-30])) == ["damaged"]


class TestMail:
    def test_each_message_is_an_article_with_the_day_of_its_own_zone(self, tmp_path: Path) -> None:
        data = inputs.mbox(inputs.mail(TEXT), inputs.mail(f"<p>{TEXT}</p><p>From here on.</p>", html=True))
        one, other = articles(tmp_path, "a.mbox", data)
        assert (one.text.strip(), one.byline, one.published) == (TEXT, "Ana Ruiz", "2024-03-04")
        assert other.text == f"{TEXT}\n\nFrom here on."

    def test_a_quoted_from_begins_no_message(self, tmp_path: Path) -> None:
        (found,) = articles(tmp_path, "a.mbox", inputs.mbox(inputs.mail(f"{TEXT}\n\n>From Lima it was said.")))
        assert found.text.rstrip().endswith("\nFrom Lima it was said.")


class TestPdf:
    LINES = (
        "The ministry of defence signed a con-",
        "tract for six patrol boats with the yard.",
        "Korea did not comment.",
    )

    def test_lines_are_joined_and_running_heads_left_out(self, tmp_path: Path) -> None:
        more = [f"The {town} yard was not named in the list." for town in ("Callao", "Busan", "Ulsan", "Paita")]
        pages = [["Annual report 2024", town, *self.LINES, town[::-1], str(n)] for n, town in enumerate(more)]
        (found,) = articles(tmp_path, "a.pdf", inputs.pdf(*pages))
        assert found.text.count("signed a contract for six patrol boats with the yard.") == 4
        assert "Annual" not in found.text

    def test_a_pdf_without_text_is_an_issue(self, tmp_path: Path) -> None:
        assert rules(things(tmp_path, "a.pdf", inputs.pdf([]))) == ["no_text"]

    def test_a_broken_pdf_is_an_issue(self, tmp_path: Path) -> None:
        assert rules(things(tmp_path, "a.pdf", b"%PDF-1.4\n1 0 obj\n<<")) == ["damaged"]


class TestPhotos:
    def test_a_caption_in_xmp_is_a_document_that_its_day_only_bounds(self, tmp_path: Path) -> None:
        (found,) = articles(tmp_path, "a.jpg", inputs.photo(inputs.XMP))
        assert (found.text, found.outlet) == ("A patrol boat of Peru leaves Callao.", "Harbour News")
        assert (found.published, found.published_not_before) == (None, "2023-01-02")

    def test_a_caption_in_iptc_is_read(self, tmp_path: Path) -> None:
        data = inputs.with_iptc(
            inputs.photo(), d120="The café at Callao.".encode(), d55=b"20230102", d80=b"Ana Ruiz", d110=b"Harbour News"
        )
        (found,) = articles(tmp_path, "a.jpg", data)
        assert (found.text, found.byline, found.published_not_before) == (
            "The café at Callao.",
            "Ana Ruiz",
            "2023-01-02",
        )

    def test_a_photo_is_all_caption(self, tmp_path: Path) -> None:
        (found,) = articles(tmp_path, "a.jpg", inputs.photo(inputs.XMP))
        assert {block.kind for block in segment(found, load_lexicon()).blocks} == {BlockKind.CAPTION}

    def test_a_photo_without_caption_is_noted(self, tmp_path: Path) -> None:
        assert rules(things(tmp_path, "a.jpg", inputs.photo())) == ["no_caption"]


class TestArchives:
    def test_members_are_read_by_their_own_readers(self, tmp_path: Path) -> None:
        data = inputs.zipped(a__txt=TEXT.encode(), b__html=PAGE.encode(), c__exe=b"MZ")
        assert [a.source_name.rpartition("/")[2] for a in articles(tmp_path, "a.zip", data)] == ["a.txt", "b.html"]

    @pytest.mark.parametrize(
        ("name", "pack"), [("a.txt.gz", inputs.packed), ("a.txt.bz2", bz2.compress), ("a.txt.xz", lzma.compress)]
    )
    def test_a_packed_file_is_read_by_its_inner_name(self, tmp_path: Path, name: str, pack: object) -> None:
        (found,) = articles(tmp_path, name, pack(TEXT.encode()))  # type: ignore[operator]
        assert (found.text, found.media_type) == (TEXT, "text/plain")

    def test_a_packed_tar_is_read(self, tmp_path: Path) -> None:
        data = inputs.packed(inputs.tarred((tarfile.TarInfo("news/a.txt"), TEXT.encode())))
        assert [a.text for a in articles(tmp_path, "a.tgz", data)] == [TEXT]
        assert [a.text for a in articles(tmp_path, "a.tar.gz", data)] == [TEXT]

    def test_an_archive_in_a_pipe_is_known_by_its_first_bytes(self) -> None:
        data = io.BytesIO(inputs.zipped(a__txt=TEXT.encode()))
        assert [a.text for a in read_paths(["-"], stdin=data) if isinstance(a, Article)] == [TEXT]


class TestKinds:
    @pytest.mark.parametrize(
        "data",
        [
            inputs.RSS, inputs.NEWSML, PAGE.encode(), TEXT.encode(), inputs.packed(TEXT.encode()), inputs.pdf([TEXT]),
            json.dumps({"text": TEXT}).encode(), json.dumps({"text": TEXT}, indent=2).encode(), inputs.mbox(inputs.mail(TEXT)),
            inputs.warc(*TestWarc.PAGES, packed=False), inputs.photo(inputs.XMP), inputs.table(text=[TEXT]),
        ],
    )  # fmt: skip
    def test_a_file_without_ending_is_known_by_its_first_bytes(self, tmp_path: Path, data: bytes) -> None:
        assert articles(tmp_path, "input", data)

    def test_an_article_longer_than_the_limit_is_an_issue(self, tmp_path: Path) -> None:
        assert rules(things(tmp_path, "a.txt", TEXT.encode(), limits=limits_with(["article_characters=50"]))) == [
            "too_long"
        ]

    @pytest.mark.parametrize(
        ("name", "library", "data"),
        [
            ("a.pdf", "pypdf", inputs.pdf([TEXT])),
            ("a.parquet", "pyarrow.parquet", inputs.table(text=[TEXT])),
            ("a.warc", "warcio.archiveiterator", inputs.warc(*TestWarc.PAGES, packed=False)),
            ("a.rss", "feedparser", inputs.RSS),
            ("a.jpg", "PIL.Image", inputs.photo()),
        ],
    )
    def test_a_library_that_is_missing_is_named_with_the_way_to_get_it(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, library: str, data: bytes
    ) -> None:
        monkeypatch.setitem(sys.modules, library, None)
        (found,) = things(tmp_path, name, data)
        assert isinstance(found, Issue) and "pip install 'legation[readers]'" in found.reason

    def test_a_packed_file_is_told_by_its_full_name(self, tmp_path: Path) -> None:
        (found,) = articles(tmp_path, "a.jsonl.gz", inputs.packed(json.dumps({"text": TEXT}).encode()))
        assert found.source_name.endswith("a.jsonl.gz:1")
