"""All filings and companies as pages list them, each with the digest of what its page says.

They are kept in a file of their own and read by parts: a warehouse may hold more of them than fit in memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

from pipeline.database import database
from pipeline.pages.queries import QUERIES, Row, attach_source, fetch, tables_of_a_filing

KEYS = {"filings": "filing_id", "companies": "company_id"}  # by list, which is the folder of its pages too
_LATEST_FIRST = "said_on desc nulls last, filing_id desc"
_INDEXED = 8  # quarters of a company that the index draws, the latest: no more fit beside its figures


@dataclass(frozen=True, slots=True)
class Indexed:
    """What the index shows: companies, the latest filing of each, filings of none, totals, releases by year."""

    companies: list[Row]
    latest: dict[str, Row]
    without_company: list[Row]
    totals: Row
    releases: dict[int, int]


class Lists:
    """The lists of one warehouse. Digests are of the version of pages too: another one means to write all anew."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection

    def count(self) -> int:
        """All filings and companies."""
        query = "select count(*) from (select page from filings union all select page from companies)"
        return int(self.connection.execute(query).fetchall()[0][0])

    def filings(self, ids: Sequence[str]) -> list[Row]:
        """The rows of some filings, by their ids."""
        query = "from filings where filing_id in (select unnest($ids)) order by filing_id"
        return fetch(self.connection.execute(query, {"ids": list(ids)}))

    def companies(self, ids: Sequence[str]) -> list[tuple[Row, list[Row]]]:
        """Some companies, each with its filings, the latest first."""
        ids_ = {"ids": list(ids)}
        of_some = "where company_id in (select unnest($ids))"
        companies = fetch(self.connection.execute(f"from companies {of_some} order by company_id", ids_))
        filings = fetch(self.connection.execute(f"from filings {of_some} order by {_LATEST_FIRST}", ids_))
        by_company: dict[str, list[Row]] = {company["company_id"]: [] for company in companies}
        for filing in filings:
            by_company[filing["company_id"]].append(filing)
        return [(company, by_company[company["company_id"]]) for company in companies]

    def index_digest(self) -> str:
        """Of what the index shows: of every company and filing."""
        query = """
            select md5(concat_ws('|', any_value(filings.version), sum(filings.content), any_value(companies.content)))
            from filings, (select sum(hash(digest)) as content from companies) as companies
        """
        return str(self.connection.execute(query).fetchall()[0][0])

    def indexed(self) -> Indexed:
        """What the index shows."""
        companies = fetch(
            self.connection.execute(
                f"""
                select * replace (list_slice(quarters, -{_INDEXED}, -1) as quarters) from companies
                order by lower(called), company_id
                """
            )
        )
        latest = fetch(
            self.connection.execute(
                f"""
                from filings where company_id is not null
                qualify row_number() over (
                    partition by company_id order by len(figures) = 0, {_LATEST_FIRST}
                ) = 1
                """
            )
        )
        without = fetch(self.connection.execute(f"from filings where company_id is null order by {_LATEST_FIRST}"))
        (totals,) = fetch(
            self.connection.execute(
                """
                select
                    (select count(*) from companies) as companies,
                    count(*) as filings,
                    count(*) filter (where is_earnings_release) as releases,
                    coalesce(sum(expected), 0) as expected,
                    sum(quality * identities_checked) / nullif(sum(identities_checked), 0) as quality
                from filings
                """
            )
        )
        releases = self.connection.execute(
            "select year(said_on), count(*) from filings where is_earnings_release and said_on is not null group by 1"
        ).fetchall()
        return Indexed(companies, {row["company_id"]: row for row in latest}, without, totals, dict(releases))


@contextmanager
def lists(warehouse_path: Path, target: Path, version: str) -> Iterator[Lists]:
    """Make the lists of a published warehouse in a file at `target`."""
    with database(target) as connection:
        attach_source(connection, warehouse_path)
        connection.execute("use source")
        made = f"{target.stem}.main"
        _make_filings(connection, made, version)
        _make_companies(connection, made, version)
        connection.execute(f"use {made}")
        connection.execute("detach source")
        yield Lists(connection)


def _make_filings(connection: duckdb.DuckDBPyConnection, made: str, version: str) -> None:
    """A filing's digest is of the marts that its page is made of, as `int_said_rows` knows their rows.

    Of `filings` it is of the row as queried: a filing's neighbours are on its page, and what the raw tables hold of it
    follows from the digest of its file and the version of the reader.
    """
    of_filings, of_all = tables_of_a_filing(connection)
    common = [connection.execute(f"select bit_xor(hash(row)) from {table} as row").fetchall() for table in of_all]
    of_marts = [table.removeprefix("marts.") for table in of_filings if table.startswith("marts.")]
    connection.execute(f"create temp table listed as {QUERIES['filings']}")
    connection.execute(
        f"""
        create table {made}.filings as
        select
            listed.*,
            $version as version,
            hash(listed) as content,
            md5(concat_ws('|', $version, $common, said.content)) as digest
        from listed
        inner join (
            select filing_id, string_agg(concat(source, ' ', content), '|' order by source) as content
            from (
                select filing_id, 'listed' as source, sum(hash(row)) as content from listed as row group by all
                union all
                select filing_id, 'issues' as source, sum(hash(row)) as content from raw.issues as row group by all
                union all
                select filing_id, mart as source, digest as content from intermediate.int_said_rows
                where mart in (select unnest($of_marts))
            )
            group by filing_id
        ) as said using (filing_id)
        """,
        {"version": version, "common": str(common), "of_marts": of_marts},
    )
    connection.execute("drop table listed")


def _make_companies(connection: duckdb.DuckDBPyConnection, made: str, version: str) -> None:
    """A company's digest is of its row as queried and of the rows of its filings, which its page lists."""
    connection.execute(
        f"""
        create table {made}.companies as
        select
            companies.*,
            md5(concat_ws('|', $version, hash(companies), of_company.content)) as digest
        from ({QUERIES["companies"]}) as companies
        left join (
            select company_id, sum(content) as content from {made}.filings group by company_id
        ) as of_company using (company_id)
        """,
        {"version": version},
    )
