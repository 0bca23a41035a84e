with

dates as (

    select * from {{ changed(ref('int_balance_dates')) }}

),

income_periods as (

    select * from {{ changed(ref('int_income_periods')) }}

),

-- The shortest period that ends at the date, times what it is of a year; null what it does not print.
annualised as (

    select
        filing_id,
        period_end,
        arg_min_null(revenue, months) * 12 / min(months) as revenue,
        arg_min_null(net_income, months) * 12 / min(months) as net_income,
        arg_min_null(net_interest_income, months) * 12 / min(months) as net_interest_income,
        if(min(months) = 12, 'printed', 'annualised from ' || min(months) || ' months') as basis
    from income_periods
    group by all

)

select
    filing_id,
    cast(null as date) as period_start,
    period_end,
    unnest([
        {{ ratio('asset_turnover', 'revenue', 'assets', 'Revenues', 'Assets', basis='basis') }},
        {{ ratio('net_interest_income_to_assets', 'net_interest_income', 'assets', 'InterestIncomeExpenseNet', 'Assets',
            basis='basis') }},
        {{ ratio('return_on_assets', 'net_income', 'assets', 'NetIncomeLoss', 'Assets', basis='basis') }},
        {{ ratio('return_on_equity', 'net_income', 'parent_equity', 'NetIncomeLoss', 'StockholdersEquity',
            basis='basis') }}
    ], recursive := true)
from dates
inner join annualised using (filing_id, period_end)
