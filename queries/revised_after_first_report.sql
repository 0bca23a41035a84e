-- Which figures were changed after they were first reported?
select company, concept, period_end, months, first_said_on, first_value, said_on, value, days
from marts.fct_revisions inner join marts.dim_company using (company_id)
where is_revised
qualify row_number() over (partition by company_id, concept, unit, period_end, months, value order by said_on) = 1
order by company, said_on, concept;
