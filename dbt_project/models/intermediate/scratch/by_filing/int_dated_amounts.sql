with

amounts as (

    select * from {{ changed(ref('int_amounts')) }}

),

positions as (

    select
        line_id,
        bool_or(landmark = 'opening_cash') as is_opening
    from {{ changed(ref('int_landmarks')) }}
    where landmark in ('opening_cash', 'closing_cash')
    group by all

)

select
    amounts.fact_id,
    amounts.line_id,
    amounts.filing_id,
    amounts.statement,
    amounts.document_no,
    amounts.table_no,
    amounts.line_no,
    amounts.column_no,
    amounts.section,
    amounts.label,
    amounts.value,
    amounts.rounding,
    amounts.unit,
    amounts.unit_kind,
    if(positions.line_id is null, amounts.period_start, null) as period_start,
    if(positions.is_opening, amounts.period_start - 1, amounts.period_end) as period_end,
    if(positions.line_id is null, amounts.months, null) as months,
    amounts.printed,
    amounts.char_start,
    amounts.char_end,
    amounts.is_stand_in
from amounts
left join positions
    on amounts.line_id = positions.line_id and amounts.period_start is not null
