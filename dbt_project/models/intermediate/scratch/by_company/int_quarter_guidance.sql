with

quarters as (

    select * from {{ related(ref('int_quarter_figures')) }}

),

outcomes as (

    select * from {{ related(ref('fct_guidance_outcomes')) }}
    where metric = 'revenue' and scope is null and basis != 'non_gaap'

)

-- The last word on a quarter's revenue before it was reported.
select
    quarters.company_id,
    quarters.fiscal_year,
    quarters.fiscal_quarter,
    outcomes.low as revenue_guided_low,
    outcomes.high as revenue_guided_high,
    outcomes.verdict as revenue_against_guidance
from quarters
inner join outcomes
    on
        quarters.company_id = outcomes.company_id
        and quarters.currency = outcomes.unit
        and quarters.first_reported_on > outcomes.said_on
        and abs(date_diff('day', quarters.period_end, outcomes.period_end)) <= {{ var('days_apart') }}
where {{ months_between('outcomes.period_start', 'outcomes.period_end') }} = 3
qualify row_number() over (
    partition by quarters.company_id, quarters.fiscal_year, quarters.fiscal_quarter
    order by outcomes.said_on desc, outcomes.filing_id desc, outcomes.guidance_id asc
) = 1
