-- How soon after a quarter does a company report it?
with reported as (
    select company, first_reported_on - period_end as days
    from marts.company_quarters
    where first_reported_on - period_end <= 150
    -- not the quarters before it that the same filing prints
    qualify period_end = max(period_end) over (partition by filing_id)
)
select company, count(*) as quarters, min(days) as fewest_days, max(days) as most_days
from reported
group by company
order by company;
