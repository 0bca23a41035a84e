-- Which figures were changed after they were first reported?
select company, concept, period_end, months, first_said_on, first_value, said_on, value, days
from marts.fct_revisions inner join marts.dim_company using (company_id)
where is_revised
order by company, said_on, concept;
