-- How did margins develop?
select company, fiscal_year, fiscal_quarter, revenue, gross_margin, operating_margin, net_margin
from marts.company_quarters
where company_id = '9999999001'
order by fiscal_year, fiscal_quarter;
