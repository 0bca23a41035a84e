-- A fault that the test must see: no row means that it does.
select 'a quarter above its half year passes' as fault
where
    (
        select count(*)
        from (
            {{ test_grows_with_its_months(
                "(select 'a' as filing_id, 'Revenues' as concept, 'USD' as unit, date '2003-06-30' as period_end, "
                ~ "unnest([3, 6]) as months, unnest([50, 40]) as value)",
                ["Revenues"]
            ) }}
        ) as seen
    ) != 1
