with

amounts as (

    select * from {{ changed(ref('int_dated_amounts')) }}

),

concepts as (

    select * from {{ changed(ref('int_line_concepts')) }}

)

select
    amounts.fact_id,
    amounts.filing_id,
    amounts.statement,
    amounts.document_no,
    amounts.table_no,
    amounts.line_no,
    amounts.column_no,
    amounts.section,
    amounts.label,
    concepts.concept,
    amounts.period_start,
    amounts.period_end,
    amounts.months,
    amounts.value,
    amounts.rounding,
    amounts.unit,
    amounts.unit_kind,
    amounts.printed,
    amounts.char_start,
    amounts.char_end,
    amounts.is_stand_in
from amounts
inner join concepts using (line_id)
-- A statement printed twice (two columns, then a trend that holds the same two) counts once; the totals of both sides
-- of a balance sheet are two where their labels do not tell them apart.
qualify dense_rank() over (
    partition by
        amounts.filing_id, amounts.statement, lower(amounts.label), amounts.unit,
        amounts.period_end, amounts.months, amounts.value,
        coalesce(lower(amounts.label) in ('', 'total') and concepts.concept = 'LiabilitiesAndStockholdersEquity', false)
    order by amounts.document_no, amounts.table_no
) = 1
