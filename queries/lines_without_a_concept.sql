-- Which lines of income statements bear no concept?
select label, section, count(*) as numbers, count(distinct filing_id) as filings
from marts.fct_income
where concept is null
group by all
order by numbers desc, label
limit 8;
