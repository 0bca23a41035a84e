with

concept_values as (

    select * from {{ later(ref('int_concept_values')) }}
    where concept in ('Revenues', 'NetIncomeLoss') and months is not null

),

filings as (

    select * from {{ later(ref('stg_filings')) }}

),

registrants as (

    select * from {{ ref('int_registrants') }}
    where filer_no = 1

),

company_facts as (

    select * from {{ related(ref('int_company_facts')) }}
    where months is not null

)

-- The year to date of a filing against its own quarter and the year to date of the quarter before, as it was printed
-- last: a quarter that was restated in between counts as it is told by then.
select
    quarters.filing_id,
    to_date.period_start,
    to_date.period_end,
    'year_to_date_' || if(quarters.concept = 'Revenues', 'revenue', 'net_income') as identity,
    [quarters.concept] as concepts,
    cast(to_date.value as decimal(28, 4)) as printed,
    cast(quarters.value + before.value as decimal(28, 4)) as computed,
    'the quarter + the year to date of the quarter before' as computed_from,
    cast(3 * to_date.rounding as decimal(28, 4)) as tolerance
from concept_values as quarters
inner join filings
    on quarters.filing_id = filings.filing_id
inner join registrants
    on quarters.filing_id = registrants.filing_id
inner join concept_values as to_date
    on
        quarters.filing_id = to_date.filing_id
        and quarters.concept = to_date.concept
        and quarters.period_end = to_date.period_end
        and to_date.months in (6, 9, 12)
inner join company_facts as before
    on
        registrants.company_id = before.company_id
        and quarters.concept = before.concept
        and to_date.currency = before.unit
        and before.months = to_date.months - 3
        and filings.said_on >= before.said_on
        and abs(date_diff('day', before.period_start, to_date.period_start)) <= {{ var('days_apart') }}
where quarters.months = 3
qualify row_number() over (
    partition by quarters.filing_id, quarters.concept, to_date.period_start, to_date.period_end
    order by before.said_on desc, before.fact_id asc
) = 1
