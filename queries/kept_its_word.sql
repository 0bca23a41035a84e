-- Who meets its own guidance?
select company, metric, count(*) as expectations,
    count(*) filter (where verdict = 'above') as above,
    count(*) filter (where verdict = 'within') as within,
    count(*) filter (where verdict = 'below') as below
from marts.fct_guidance_outcomes inner join marts.dim_company using (company_id)
where verdict != 'not comparable'
group by all
order by company, expectations desc, metric;
