-- How did margins develop?
select company, fiscal_year, fiscal_quarter, revenue, gross_margin, operating_margin, net_margin
from marts.company_quarters
order by company, fiscal_year, fiscal_quarter;
