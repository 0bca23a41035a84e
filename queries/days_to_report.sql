-- How soon after a quarter does a company report it?
select company, count(*) as quarters, min(first_reported_on - period_end) as fewest_days,
    max(first_reported_on - period_end) as most_days
from marts.company_quarters
where first_reported_on - period_end <= 150
group by company
order by company;
