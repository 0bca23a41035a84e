-- A fault that the test must see: no row means that it does.
select 'two values of an element pass' as fault
where
    (
        select count(*)
        from (
            {{ test_one_value_each(
                "(select unnest(['a', 'a', 'b', null, null]) as concept, unnest([1, 1, 1, 1, 1]) as period, "
                ~ "unnest([5, 6, 7, 8, 9]) as value)",
                "concept",
                ["period"]
            ) }}
        ) as seen
    ) != 1
