with

dates as (

    select * from {{ changed(ref('int_balance_dates')) }}

),

income_periods as (

    select * from {{ changed(ref('int_income_periods')) }}

),

-- The shortest period that ends at the date: what the days ratios are measured by; null what it does not print.
latest_periods as (

    select
        filing_id,
        period_end,
        arg_min_null(revenue, months) as revenue,
        arg_min_null(abs(cost_of_revenue), months) as cost_of_revenue,
        min(date_diff('day', period_start, period_end) + 1) as days
    from income_periods
    group by all

),

measured as (

    select
        dates.*,
        latest_periods.revenue,
        latest_periods.cost_of_revenue,
        latest_periods.days,
        coalesce(
            dates.cash_and_investments,
            dates.cash + coalesce(dates.short_term_investments, 0)
        ) as liquid_funds,
        -- Current liabilities in one line hide the debt among them.
        if(
            coalesce(
                dates.payables, dates.accrued, dates.payables_and_accrued, dates.debt_current,
                dates.short_term_borrowings
            ) is null and dates.current_liabilities is not null,
            null,
            coalesce(dates.debt_current, 0) + coalesce(dates.short_term_borrowings, 0) + dates.debt_noncurrent
        ) as debt
    from dates
    left join latest_periods using (filing_id, period_end)

)

select
    filing_id,
    cast(null as date) as period_start,
    period_end,
    unnest([
        {{ ratio('current_ratio', 'current_assets', 'current_liabilities', 'AssetsCurrent', 'LiabilitiesCurrent') }},
        {{ ratio('quick_ratio', 'liquid_funds + receivables', 'current_liabilities',
            'CashCashEquivalentsAndShortTermInvestments + AccountsReceivableNetCurrent', 'LiabilitiesCurrent') }},
        {{ ratio('cash_ratio', 'liquid_funds', 'current_liabilities',
            'CashCashEquivalentsAndShortTermInvestments', 'LiabilitiesCurrent') }},
        {{ ratio('working_capital', 'current_assets', 'current_liabilities', 'AssetsCurrent', 'LiabilitiesCurrent',
            form='difference') }},
        {{ ratio('liabilities_to_assets', 'liabilities', 'assets', 'Liabilities', 'Assets',
            basis="if(is_liabilities_derived, 'assets less equity', 'printed')") }},
        {{ ratio('debt_to_equity', 'debt', 'parent_equity',
            'LongTermDebtNoncurrent + LongTermDebtCurrent + ShortTermBorrowings', 'StockholdersEquity') }},
        {{ ratio('days_sales_outstanding', 'receivables', 'revenue',
            'AccountsReceivableNetCurrent', 'Revenues', times='days') }},
        {{ ratio('days_inventory', 'inventory', 'cost_of_revenue', 'InventoryNet', 'CostOfRevenue', times='days') }},
        {{ ratio('days_payable', 'payables', 'cost_of_revenue',
            'AccountsPayableCurrent', 'CostOfRevenue', times='days') }}
    ], recursive := true)
from measured
