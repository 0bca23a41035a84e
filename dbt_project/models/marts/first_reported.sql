with

facts as (

    select * from {{ related(ref('int_company_facts')) }}

),

first_prints as (

    select * from facts
    qualify row_number() over (
        partition by company_id, concept, unit, period_end, months
        order by said_on, filing_id
    ) = 1

)

select
    fact_id,
    filing_id,
    company_id,
    said_on,
    is_amendment,
    statement,
    concept,
    period_start,
    period_end,
    months,
    value,
    unit
from first_prints
where {{ is_said_anew(ref('later_filings')) }}
