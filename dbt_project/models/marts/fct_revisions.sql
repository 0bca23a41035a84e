with

facts as (

    select * from {{ related(ref('int_company_facts')) }}

),

printed as (

    select
        *,
        first_value(fact_id) over first_print as first_fact_id,
        first_value(filing_id) over first_print as first_filing_id,
        first_value(said_on) over first_print as first_said_on,
        first_value(value) over first_print as first_value,
        first_value(rounding) over first_print as first_rounding
    from facts
    window first_print as (
        partition by company_id, concept, unit, period_end, months
        order by said_on, filing_id
    )

)

select
    fact_id,
    filing_id,
    company_id,
    statement,
    concept,
    period_start,
    period_end,
    months,
    unit,
    first_fact_id,
    first_filing_id,
    first_said_on,
    first_value,
    said_on,
    is_amendment,
    value,
    cast(value - first_value as decimal(28, 4)) as difference,
    cast(date_diff('day', first_said_on, said_on) as integer) as days,
    -- A sign alone is a way to print a cost; what rounding explains is no revision.
    abs(abs(value) - abs(first_value)) > rounding + first_rounding as is_revised
from printed
where first_filing_id != filing_id and {{ is_said_anew(ref('later_filings')) }}
