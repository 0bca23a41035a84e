-- A fault that the test must see: no row means that it does.
select 'a month with half of its filings passes' as fault
where
    (
        select count(*)
        from (
            {{ test_complete_by_month(
                "(select unnest(range(20)) as filing_id, date '2003-07-25' as filed_on)",
                "filing_id",
                "(select unnest(range(10)) as filing_id)",
                "true"
            ) }}
        ) as seen
    ) != 1
