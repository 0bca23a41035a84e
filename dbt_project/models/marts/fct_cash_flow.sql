with

facts as (

    select * from {{ changed(ref('int_facts')) }}
    where statement = 'cash_flow'

)

select
    fact_id,
    filing_id,
    document_no,
    table_no,
    line_no,
    column_no,
    section,
    label,
    concept,
    period_start,
    period_end,
    months,
    value,
    unit,
    printed,
    char_start,
    char_end,
    is_stand_in
from facts
order by filing_id, document_no, table_no, line_no, column_no
