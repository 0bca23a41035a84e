with

cells as (

    select * from {{ changed(ref('stg_cells')) }}

),

tables as (

    select * from {{ changed(ref('stg_tables')) }}
    where is_primary and table_class in ('income', 'balance', 'cash_flow', 'highlights')

),

columns as (

    select * from {{ changed(ref('stg_columns')) }}
    where kind = 'amount'

),

releases as (

    select * from {{ changed(ref('stg_filings')) }}
    where is_earnings_release

),

amounts as (

    select
        cells.filing_id,
        cells.document_no,
        cells.table_no,
        cells.line_no,
        cells.column_no,
        cells.section,
        cells.label,
        cells.indent,
        cells.value,
        cells.unit,
        -- Half a unit of the last printed digit: how far the value may be off what it was rounded from.
        cells.scale / power(10, length(regexp_extract(cells.printed, '\.(\d+)', 1))) / 2 as rounding,
        cells.period_start,
        cells.period_end,
        cells.months,
        cells.printed,
        cells.char_start,
        cells.char_end,
        tables.is_stand_in,
        case
            when tables.table_class != 'highlights' then tables.table_class
            when cells.months is null then 'balance'
            else 'income'
        end as statement,
        case
            when cells.unit = 'shares' then 'shares'
            when cells.unit like '%/share' then 'per_share'
            else 'money'
        end as unit_kind
    from cells
    inner join tables using (filing_id, document_no, table_no)
    inner join columns using (filing_id, document_no, table_no, column_no)
    inner join releases using (filing_id)
    where
        cells.unit not in ('percent', 'number')
        and cells.period_end is not null

)

select
    md5(concat_ws('|', filing_id, document_no, table_no, line_no, column_no)) as fact_id,
    md5(concat_ws('|', filing_id, statement, document_no, table_no, line_no)) as line_id,
    filing_id,
    statement,
    document_no,
    table_no,
    line_no,
    column_no,
    section,
    label,
    indent,
    value,
    rounding,
    unit,
    unit_kind,
    period_start,
    period_end,
    months,
    printed,
    char_start,
    char_end,
    is_stand_in
from amounts
