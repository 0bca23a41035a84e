-- A fault that the test must see: no row means that it does.
select 'a null passes' as fault
where
    (
        select count(*)
        from (
            {{ test_never_null("(select unnest([1, null, 3]) as a, unnest([1, 2, null]) as b)", ["a", "b"]) }}
        ) as seen
    ) != 2
