with

guidance as (

    select * from {{ later(ref('int_said_guidance')) }}

),

past_guidance as (

    select * from {{ related(ref('int_said_guidance')) }}
    where company_id is not null and said_on is not null

)

-- The last time, before this filing, that the company said the same thing of the same period.
select
    present.guidance_id,
    present.filing_id,
    past.guidance_id as prior_guidance_id,
    past.filing_id as prior_filing_id,
    past.said_on as prior_said_on,
    past.low as prior_low,
    past.high as prior_high
from guidance as present
inner join past_guidance as past
    on
        present.company_id = past.company_id
        and present.metric = past.metric
        and (present.metric != 'other' or lower(present.metric_words) = lower(past.metric_words))
        and present.basis = past.basis
        and present.said_on > past.said_on
        and present.scope is not distinct from past.scope
        and present.unit is not distinct from past.unit
        and present.months is not distinct from past.months
        and abs(date_diff('day', past.period_end, present.period_end)) <= {{ var('days_apart') }}
qualify row_number() over (
    partition by present.guidance_id
    order by past.said_on desc, past.filing_id desc, past.item_no desc
) = 1
