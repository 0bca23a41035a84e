with

ties as (

    select * from {{ changed(ref('stg_ties')) }}
    where kind = 'sum'

),

facts as (

    select * from {{ changed(ref('int_facts')) }}
    where concept is not null

),

-- Which lines make a total is found by trying: where they do so in no column of the table, they may not be the ones.
known as (

    select * from ties
    qualify bool_or(holds) over (partition by filing_id, document_no, table_no, line_no)

)

select
    known.filing_id,
    facts.period_start,
    facts.period_end,
    'subtotal' as identity,
    format('d{}-t{}-l{}-c{}', known.document_no, known.table_no, known.line_no, known.column_no) as anchor,
    [facts.concept] as concepts,
    known.printed,
    known.computed,
    'the ' || len(known.lines) || ' lines above that it sums' as computed_from,
    cast((len(known.lines) + 1) * facts.rounding as decimal(28, 4)) as tolerance
from known
inner join facts using (filing_id, document_no, table_no, line_no, column_no)
