with

facts as (

    select * from {{ changed(ref('int_facts')) }}
    where concept is not null

),

concepts as (

    select * from {{ ref('concepts') }}

),

filings as (

    select * from {{ changed(ref('stg_filings')) }}

),

registrants as (

    select * from {{ ref('int_registrants') }}
    where filer_no = 1

)

-- One value a filing for an element and a period: its statement's own, the first that is printed.
select
    facts.fact_id,
    facts.filing_id,
    registrants.company_id,
    filings.said_on,
    coalesce(filings.form like '%/A', false) as is_amendment,
    facts.statement,
    facts.concept,
    facts.period_start,
    facts.period_end,
    facts.months,
    facts.value,
    facts.rounding,
    facts.unit
from facts
inner join concepts
    on facts.concept = concepts.concept and facts.statement = concepts.statement
inner join filings
    on facts.filing_id = filings.filing_id
inner join registrants
    on facts.filing_id = registrants.filing_id
where filings.said_on is not null
qualify row_number() over (
    partition by facts.filing_id, facts.concept, facts.unit, facts.period_end, facts.months
    order by facts.document_no, facts.table_no, facts.line_no, facts.column_no
) = 1
