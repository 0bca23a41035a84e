-- Which companies grow by a tenth with a gross margin above 40 %, in their latest quarter?
select company, period_end, revenue_growth_yoy, gross_margin, net_margin
from marts.company_quarters
where revenue_growth_yoy is not null
qualify row_number() over (partition by company_id order by period_end desc) = 1
    and revenue_growth_yoy > 0.1 and gross_margin > 0.4
order by revenue_growth_yoy desc;
