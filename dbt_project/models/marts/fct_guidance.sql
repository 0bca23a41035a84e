with

guidance as (

    select * from {{ later(ref('int_said_guidance')) }}

),

prior_guidance as (

    select * from {{ later(ref('int_prior_guidance')) }}

)

select
    guidance.guidance_id,
    guidance.filing_id,
    guidance.item_no,
    guidance.metric,
    guidance.metric_words,
    guidance.scope,
    guidance.basis,
    guidance.unit,
    guidance.low,
    guidance.high,
    guidance.form,
    guidance.period_start,
    guidance.period_end,
    guidance.period_words,
    guidance.action,
    {{ computed_action(
        'guidance.low', 'guidance.high', 'prior_guidance.prior_low', 'prior_guidance.prior_high',
        'prior_guidance.prior_guidance_id is not null'
    ) }} as computed_action,
    prior_guidance.prior_guidance_id,
    prior_guidance.prior_filing_id,
    prior_guidance.prior_said_on,
    prior_guidance.prior_low,
    prior_guidance.prior_high,
    guidance.sentence,
    guidance.document_no,
    guidance.char_start,
    guidance.char_end
from guidance
left join prior_guidance using (guidance_id)
