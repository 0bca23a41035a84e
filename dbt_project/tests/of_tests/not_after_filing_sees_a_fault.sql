-- A fault that the test must see: no row means that it does.
select 'a period after its filing passes' as fault
where
    (
        select count(*)
        from (
            {{ test_not_after_filing(
                "(select 'a' as filing_id, unnest([date '2003-06-30', date '2004-06-30']) as period_end)",
                "period_end",
                "(select 'a' as filing_id, date '2003-07-25' as said_on)"
            ) }}
        ) as seen
    ) != 1
