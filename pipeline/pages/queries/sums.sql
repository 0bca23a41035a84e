-- A row a thing that must add up, and the cells that take part: the sums of a table, then the identities of elements.
-- Those that fail come first.
with

cells as (

    select
        *,
        {'document_no': document_no, 'table_no': table_no, 'line_no': line_no, 'column_no': column_no} as place
    from raw.cells

),

ties as (

    select
        ties.filing_id,
        ties.holds,
        ties.kind as name,
        own.label,
        cast(null as varchar) as computed_from,
        len(ties.lines) as lines,
        cast(null as date) as period_end,
        ties.printed,
        ties.computed,
        list(distinct cells.place order by cells.place) as places
    from raw.ties
    inner join raw.cells as own using (filing_id, document_no, table_no, line_no, column_no)
    inner join cells
        on
            ties.filing_id = cells.filing_id
            and ties.document_no = cells.document_no
            and (
                (ties.table_no = cells.table_no and ties.line_no = cells.line_no and ties.column_no = cells.column_no)
                or (
                    list_contains(ties.lines, cells.line_no)
                    and case ties.kind
                        -- Assets and claims may stand in two tables, of one day.
                        when 'balance' then ties.computed = cells.value and own.period_end = cells.period_end
                        when 'to_date' then ties.table_no = cells.table_no
                        else ties.table_no = cells.table_no and ties.column_no = cells.column_no
                    end
                )
            )
    group by all

),

facts as (

    select
        *,
        {'document_no': document_no, 'table_no': table_no, 'line_no': line_no, 'column_no': column_no} as place
    from (
        select * from marts.fct_income
        union all by name
        select * from marts.fct_balance
        union all by name
        select * from marts.fct_cash_flow
    )

),

identities as (

    select
        identities.filing_id,
        identities.holds,
        identities.identity as name,
        cast(null as varchar) as label,
        identities.computed_from,
        cast(null as bigint) as lines,
        identities.period_end,
        identities.printed,
        identities.computed,
        list(distinct facts.place order by facts.place) as places
    from marts.fct_identities as identities
    inner join facts
        on
            identities.filing_id = facts.filing_id
            and list_contains(identities.concepts, facts.concept)
            and identities.period_end = facts.period_end
            and (
                identities.period_start is not distinct from facts.period_start
                or starts_with(identities.identity, 'year_to_date')  -- of which the quarter is a part
            )
    where identities.identity != 'subtotal'  -- they stand among the ties
    group by all

)

select * from ties
union all by name
select * from identities
