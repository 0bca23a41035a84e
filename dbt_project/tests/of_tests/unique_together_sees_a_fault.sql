-- A fault that the test must see: no row means that it does.
select 'a pair twice passes' as fault
where
    (
        select count(*)
        from (
            {{ test_unique_together("(select unnest([1, 1, 2]) as a, unnest([1, 1, 2]) as b)", ["a", "b"]) }}
        ) as seen
    ) != 1
