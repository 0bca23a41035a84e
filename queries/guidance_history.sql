-- How did an expectation change until the number came?
select outcomes.said_on, outcomes.low, outcomes.high, outcomes.unit, guidance.computed_action, outcomes.reported,
    outcomes.reported_on, outcomes.verdict
from marts.fct_guidance_outcomes as outcomes inner join marts.fct_guidance as guidance using (guidance_id)
where company_id = '9999999001' and outcomes.metric = 'revenue'
    and outcomes.period_start = '2003-01-01' and outcomes.period_end = '2003-12-31'
order by outcomes.said_on;
