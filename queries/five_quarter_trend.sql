-- What were the last five quarters of each company, as first reported?
select company, period_end, revenue, net_income, eps_diluted, is_derived
from marts.company_quarters
qualify row_number() over (partition by company_id order by period_end desc) <= 5
order by company, period_end;
