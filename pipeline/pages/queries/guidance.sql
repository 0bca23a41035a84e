-- A row an expectation, and what was reported in the end.
select
    guidance.filing_id,
    guidance.item_no,
    guidance.document_no,
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
    coalesce(guidance.computed_action, guidance.action) as action,
    guidance.prior_low,
    guidance.prior_high,
    guidance.prior_said_on,
    outcomes.reported,
    outcomes.reported_on,
    outcomes.verdict,
    guidance.char_start,
    guidance.char_end
from marts.fct_guidance as guidance
left join marts.fct_guidance_outcomes as outcomes using (guidance_id)
