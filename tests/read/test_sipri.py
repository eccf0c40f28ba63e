"""A user's SIPRI file, with invented rows: both headers, any delimiter and encoding, rows of one deal as one, faults with their line."""

from __future__ import annotations

from pathlib import Path

import pytest

from legation.errors import ReadError
from legation.lexicon.load import load_lexicon
from legation.lexicon.sipri import layout
from legation.read.sipri import read_sipri
from legation.record.listed import Listed, Reference

PREAMBLE = 'A title\n"An invented file, with a comma"\n' + "\n" * 9
NEW, OLD = layout().family
NEW_HEADER = [*NEW.columns.values(), *NEW.ignored]
OLD_HEADER = [*OLD.columns.values(), *OLD.ignored]


def table(header: list[str], *rows: dict[str, str], delimiter: str = ",") -> str:
    """The header and rows of named cells, the other cells empty, each cell in quotes."""
    lines = [header, *([row.get(column, "") for column in header] for row in rows)]
    return "".join(delimiter.join(f'"{cell}"' for cell in line) + "\n" for line in lines)


def new(id: str = "1", **cells: str) -> dict[str, str]:
    """A row of the 17 columns; the names of the cells are ours."""
    plain = {"supplier": "Russia", "recipient": "Pakistan", "designation": "Mi-35M", "order_year": "2015", **cells}
    return {NEW.columns[field]: words for field, words in {"id": id, **plain}.items()}


def old(id: str = "1", **cells: str) -> dict[str, str]:
    """A row of the older columns; the names of the cells are ours."""
    plain = {"supplier": "Russia", "recipient": "Pakistan", "designation": "Mi-35M", "order_year": "2015", **cells}
    return {OLD.columns[field]: words for field, words in {"id": id, **plain}.items()}


def read(folder: Path, text: str | bytes) -> Reference:
    path = folder / "listed.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_sipri(str(path), load_lexicon())


def only(folder: Path, text: str | bytes) -> Listed:
    (deal,) = read(folder, text).deals
    return deal


def faults(reference: Reference) -> list[tuple[str, str, str]]:
    """Rule, severity and line of each issue."""
    return [(i.rule, i.severity, i.source_name.rpartition(":")[2]) for i in reference.issues]


class TestDeals:
    def test_the_rows_of_one_deal_are_one_with_its_years(self, tmp_path: Path) -> None:
        rows = (new(delivered="3", delivery_years="2017"), new(delivered="1", delivery_years="2018"))
        deal = only(tmp_path, PREAMBLE + table(NEW_HEADER, *rows))
        assert (deal.delivered, deal.delivery_years, deal.lines) == (4, (2017, 2018), (13, 14))
        assert [d.number for d in deal.deliveries] == [3, 1]

    def test_flags_and_brackets_mark_estimates_each_of_its_own_field(self, tmp_path: Path) -> None:
        deal = only(
            tmp_path,
            table(
                NEW_HEADER, new(order_year="(2015)", delivered="4", delivered_is_estimate="Yes", delivery_years="2017")
            ),
        )
        assert (deal.order_is_estimate, deal.delivered_is_estimate, deal.delivery_is_estimate) == (True, True, False)

    def test_a_deal_without_deliveries_has_no_number_and_no_year(self, tmp_path: Path) -> None:
        deal = only(tmp_path, table(NEW_HEADER, new()))
        assert (deal.delivered, deal.delivery_years, deal.ordered) == (None, (), None)

    def test_the_older_header_tells_the_number_ordered(self, tmp_path: Path) -> None:
        row = old(ordered="6", ordered_is_estimate="X", delivered="4", delivery_years="2017-2019", local_production="X")
        deal = only(tmp_path, table(OLD_HEADER, row, delimiter=";"))
        assert (deal.ordered, deal.ordered_is_estimate, deal.delivered) == (6, True, 4)
        assert (deal.delivery_years, deal.local_production) == ((2017, 2018, 2019), True)

    def test_a_volume_is_never_read(self, tmp_path: Path) -> None:
        row = {**new(), "TIV deal unit": "8.5", "TIV delivery values": "34"}
        assert "34" not in str(only(tmp_path, table(NEW_HEADER, row)))

    def test_an_id_met_twice_in_the_older_header_is_one_deal_and_noted(self, tmp_path: Path) -> None:
        rows = (old(delivered="4", delivery_years="2017"), old(delivered="4", delivery_years="2018"))
        found = read(tmp_path, table(OLD_HEADER, *rows))
        assert found.deals[0].delivered == 4 and found.deals[0].delivery_years == (2017, 2018)
        assert faults(found) == [("second_row", "noted", "3")]


class TestParties:
    @pytest.mark.parametrize(
        ("name", "code", "sort"),
        [
            ("Soviet Union", "SUN", "state"),
            ("Turkiye", "TUR", "state"),
            ("Congo", "COG", "state"),
            ("DR Congo", "COD", "state"),
            ("East Germany (GDR)", "DDR", "state"),
            ("unknown supplier(s)", None, "unknown"),
            ("Hezbollah (Lebanon)*", "hezbollah", "group"),
            ("Narnian Front (Ruritania)*", None, "group"),
            ("African Union**", None, "organisation"),
            ("Ruritania", None, "unlisted"),
            ("Ottawa", None, "unlisted"),
        ],
    )
    def test_a_name_is_a_code_or_stays_a_name(self, tmp_path: Path, name: str, code: str | None, sort: str) -> None:
        deal = only(tmp_path, table(NEW_HEADER, new(supplier=name)))
        assert (deal.supplier, deal.supplier_sort, deal.supplier_name) == (code, sort, name)

    def test_a_name_that_no_table_has_is_noted(self, tmp_path: Path) -> None:
        found = read(tmp_path, table(NEW_HEADER, new(supplier="Ruritania")))
        assert [i.rule for i in found.issues] == ["party"] and "Ruritania" in found.issues[0].reason

    def test_a_code_is_read_where_the_name_is_missing(self, tmp_path: Path) -> None:
        assert only(tmp_path, table(OLD_HEADER, old(supplier="", supplier_code="RUS"))).supplier == "RUS"


class TestFiles:
    @pytest.mark.parametrize("delimiter", [",", ";", "\t"])
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "utf-16"])
    def test_any_delimiter_and_encoding_is_read(self, tmp_path: Path, delimiter: str, encoding: str) -> None:
        text = PREAMBLE + table(
            NEW_HEADER, new(supplier="Côte d'Ivoire", designation='Pirogue "A", B;C'), delimiter=delimiter
        )
        deal = only(tmp_path, text.replace('Pirogue "A"', 'Pirogue ""A""').encode(encoding))
        assert (deal.supplier, deal.designation) == ("CIV", 'Pirogue "A", B;C')

    def test_another_encoding_is_noted(self, tmp_path: Path) -> None:
        assert faults(read(tmp_path, table(NEW_HEADER, new(supplier="Türkiye")).encode("latin-1")))[0][:2] == (
            "encoding",
            "noted",
        )

    def test_windows_line_ends_count_as_lines(self, tmp_path: Path) -> None:
        assert only(tmp_path, (PREAMBLE + table(NEW_HEADER, new())).replace("\n", "\r\n")).lines == (13,)

    def test_a_column_that_is_missing_is_noted_and_its_field_unknown(self, tmp_path: Path) -> None:
        found = read(tmp_path, table([c for c in NEW_HEADER if c != "Status"], new()))
        (noted,) = found.issues
        assert (noted.rule, noted.severity) == ("columns", "noted") and "'Status'" in noted.reason
        assert found.deals[0].status is None


class TestFaults:
    @pytest.mark.parametrize(
        ("cells", "told"),
        [
            ({"delivered": "about 4"}, "expected a number of items"),
            ({"order_year": "15 June"}, "expected a year"),
            ({"order_year": "1215"}, "expected one from 1940"),
            ({"delivery_years": "1990-2090"}, "expected at most 50"),
            ({"delivered_is_estimate": "perhaps"}, "expected Yes, No, X"),
            ({"designation": ""}, "nothing under 'Designation'"),
        ],
    )
    def test_a_bad_row_is_an_issue_and_the_others_are_kept(
        self, tmp_path: Path, cells: dict[str, str], told: str
    ) -> None:
        found = read(tmp_path, PREAMBLE + table(NEW_HEADER, new(), new("2", **cells), new("3")))
        assert [d.id for d in found.deals] == ["1", "3"]
        assert [(i.severity, told in i.reason, ":14: " in i.reason) for i in found.issues] == [("failed", True, True)]

    def test_a_row_with_too_few_cells_is_an_issue(self, tmp_path: Path) -> None:
        assert faults(read(tmp_path, table(NEW_HEADER, new()) + "a,b\n")) == [("cells", "failed", "3")]

    def test_a_quote_that_is_not_closed_is_an_issue_and_what_stands_before_is_kept(self, tmp_path: Path) -> None:
        found = read(tmp_path, table(NEW_HEADER, new()) + '"2,x\n')
        assert [i.rule for i in found.issues] == ["broken_line"] and len(found.deals) == 1

    def test_a_row_that_repeats_another_counts_once(self, tmp_path: Path) -> None:
        row = new(delivered="3", delivery_years="2017")
        found = read(tmp_path, table(NEW_HEADER, row, row))
        assert found.deals[0].delivered == 3 and faults(found) == [("repeated_row", "noted", "3")]

    def test_a_row_of_the_same_id_and_another_buyer_is_left_out(self, tmp_path: Path) -> None:
        found = read(tmp_path, table(NEW_HEADER, new(), new(recipient="India")))
        assert faults(found) == [("mixed_deal", "failed", "3")] and found.deals[0].recipient == "PAK"

    @pytest.mark.parametrize(
        ("data", "told"),
        [
            (b"", "met no header"),
            (b"name,place\na,b\n", "SIPRI AT Database ID"),
            (",".join(NEW_HEADER).replace("Supplier,", "").encode(), "without 'Supplier'"),
            (",".join(NEW_HEADER).encode(), "the file ends after its header"),
            (b"PK\x03\x04\x00\x00", "a spreadsheet must be saved as CSV first"),
        ],
    )
    def test_a_file_that_is_none_says_what_was_met_and_what_to_do(self, tmp_path: Path, data: bytes, told: str) -> None:
        with pytest.raises(ReadError, match=r"listed\.csv") as fault:
            read(tmp_path, data)
        assert told in str(fault.value)

    def test_a_file_whose_every_row_is_bad_tells_the_first_fault(self, tmp_path: Path) -> None:
        with pytest.raises(ReadError, match="expected a year"):
            read(tmp_path, table(NEW_HEADER, new(order_year="soon")))

    def test_a_missing_file_is_told(self, tmp_path: Path) -> None:
        with pytest.raises(ReadError, match="No such file"):
            read_sipri(str(tmp_path / "none.csv"), load_lexicon())
