-- How much of its income did a company collect in cash?
select company, cash.period_end, cash.months, income.value as net_income, cash.value as operating_cash_flow,
    round(cash.value / nullif(income.value, 0), 2) as cash_per_dollar
from marts.latest_reported as cash
inner join marts.latest_reported as income using (company_id, period_end, months)
inner join marts.dim_company using (company_id)
where cash.concept = 'NetCashProvidedByUsedInOperatingActivities' and income.concept = 'NetIncomeLoss'
    and cash.statement = 'cash_flow' and income.statement = 'income' and months = 12
order by company, cash.period_end;
