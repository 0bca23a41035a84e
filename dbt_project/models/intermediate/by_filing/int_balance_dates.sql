{%- set concepts = {
    'cash': 'CashAndCashEquivalentsAtCarryingValue', 'cash_and_investments': 'CashCashEquivalentsAndShortTermInvestments',
    'short_term_investments': 'ShortTermInvestments', 'receivables': 'AccountsReceivableNetCurrent',
    'inventory': 'InventoryNet', 'current_assets': 'AssetsCurrent', 'assets': 'Assets',
    'payables': 'AccountsPayableCurrent', 'accrued': 'AccruedLiabilitiesCurrent',
    'payables_and_accrued': 'AccountsPayableAndAccruedLiabilitiesCurrent', 'current_liabilities': 'LiabilitiesCurrent',
    'debt_current': 'LongTermDebtCurrent', 'short_term_borrowings': 'ShortTermBorrowings',
    'debt_noncurrent': 'LongTermDebtNoncurrent', 'printed_liabilities': 'Liabilities',
    'parent_equity': 'StockholdersEquity', 'minority_interest': 'MinorityInterest',
    'total_equity': 'StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest',
    'liabilities_and_equity': 'LiabilitiesAndStockholdersEquity', 'loans_gross': 'LoansAndLeasesReceivableGross',
    'loans_net': 'LoansAndLeasesReceivableNet', 'loan_allowance': 'LoansAndLeasesReceivableAllowance',
    'deposits': 'Deposits', 'long_term_investments': 'LongTermInvestments'
} -%}
with

concept_values as (

    select * from {{ changed(ref('int_concept_values')) }}
    where statement = 'balance'

),

dates as (

    select
        filing_id,
        period_end,
    {% for name, concept in concepts.items() -%}
        max(value) filter (where concept = '{{ concept }}') as {{ name }}{{ ',' if not loop.last }}
    {% endfor %}
    from concept_values
    group by all

)

select
    * exclude (total_equity, parent_equity, printed_liabilities, minority_interest),
    coalesce(parent_equity, total_equity - minority_interest) as parent_equity,
    coalesce(total_equity, parent_equity) as equity,
    printed_liabilities is null as is_liabilities_derived,
    -- Noncontrolling interests are between liabilities and equity where no total holds them.
    if(total_equity is null, minority_interest, null) as minority_apart,
    coalesce(printed_liabilities, assets - coalesce(total_equity, parent_equity)) as liabilities
from dates
