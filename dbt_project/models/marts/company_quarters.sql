with

quarters as (

    select * from {{ related(ref('int_quarter_figures')) }}

),

companies as (

    select * from {{ ref('dim_company') }}

),

balances as (

    select
        company_id,
        period_end,
        unit as currency,
        max(value) filter (where concept = 'CashAndCashEquivalentsAtCarryingValue') as cash,
        max(value) filter (where concept = 'Assets') as assets,
        cast(
            coalesce(
                max(value) filter (where concept = 'StockholdersEquity'),
                max(value) filter (
                    where concept = 'StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest'
                ) - max(value) filter (where concept = 'MinorityInterest')
            ) as decimal(28, 4)
        ) as equity
    from {{ related(ref('first_reported')) }}
    where statement = 'balance'
    group by all

),

filings as (

    select * from {{ related(ref('dim_filing')) }}

),

-- The last day that a filing reports: of the quarters that it prints beside this one it says nothing.
reported as (

    select
        filing_id,
        max(period_end) as period_end
    from {{ related(ref('int_company_facts')) }}
    where statement = 'income'
    group by filing_id

),

guidance as (

    select * from {{ related(ref('int_quarter_guidance')) }}

)

select
    md5(concat_ws('|', quarters.company_id, quarters.fiscal_year, quarters.fiscal_quarter)) as company_quarter_id,
    quarters.company_id,
    companies.company,
    quarters.fiscal_year,
    quarters.fiscal_quarter,
    quarters.period_start,
    quarters.period_end,
    quarters.first_reported_on,
    quarters.filing_id,
    quarters.is_derived,
    quarters.currency,
    quarters.revenue,
    quarters.gross_profit,
    quarters.operating_income,
    quarters.net_income,
    quarters.eps_diluted,
    cast(quarters.gross_profit / nullif(greatest(quarters.revenue, 0), 0) as decimal(28, 6)) as gross_margin,
    cast(quarters.operating_income / nullif(greatest(quarters.revenue, 0), 0) as decimal(28, 6)) as operating_margin,
    cast(quarters.net_income / nullif(greatest(quarters.revenue, 0), 0) as decimal(28, 6)) as net_margin,
    cast(quarters.revenue / nullif(greatest(year_before.revenue, 0), 0) - 1 as decimal(28, 6)) as revenue_growth_yoy,
    balances.cash,
    balances.assets,
    balances.equity,
    filings.guidance_items,
    guidance.revenue_guided_low,
    guidance.revenue_guided_high,
    guidance.revenue_against_guidance
from quarters
inner join companies using (company_id)
left join guidance using (company_id, fiscal_year, fiscal_quarter)
left join reported
    on quarters.filing_id = reported.filing_id and quarters.period_end = reported.period_end
left join filings
    on reported.filing_id = filings.filing_id
left join quarters as year_before
    on
        quarters.company_id = year_before.company_id
        and quarters.fiscal_year = year_before.fiscal_year + 1
        and quarters.fiscal_quarter = year_before.fiscal_quarter
        and quarters.currency = year_before.currency
left join balances
    on
        quarters.company_id = balances.company_id
        and quarters.period_end = balances.period_end
        and quarters.currency = balances.currency
