-- A fault that the test must see: no row means that it does.
select 'a false row and a null pass' as fault
where (select count(*) from ({{ test_holds("(select unnest([true, false, null]) as fact)", "fact") }}) as seen) != 2
