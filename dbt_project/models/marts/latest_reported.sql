{{ config(post_hook='{{ create_reported_as_of() }}') }}

with

facts as (

    select * from {{ related(ref('int_company_facts')) }}

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
from facts
qualify row_number() over (
    partition by company_id, concept, unit, period_end, months
    order by said_on desc, filing_id desc
) = 1
