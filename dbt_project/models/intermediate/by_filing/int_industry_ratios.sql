with

periods as (

    select * from {{ changed(ref('int_income_periods')) }}

),

dates as (

    select * from {{ changed(ref('int_balance_dates')) }}

),

of_banks_and_insurers as (

    select
        filing_id,
        period_start,
        period_end,
        unnest([
            {{ ratio('efficiency_ratio', 'abs(noninterest_expense)', 'net_interest_income + noninterest_income',
                'NoninterestExpense', 'InterestIncomeExpenseNet + NoninterestIncome') }},
            {{ ratio('loss_ratio', 'abs(claims)', 'premiums',
                'PolicyholderBenefitsAndClaimsIncurredNet', 'PremiumsEarnedNet') }},
            {{ ratio('combined_ratio', 'abs(benefits_and_expenses)', 'premiums',
                'BenefitsLossesAndExpenses', 'PremiumsEarnedNet') }}
        ], recursive := true)
    from periods

),

of_bank_balances as (

    select
        filing_id,
        cast(null as date) as period_start,
        period_end,
        unnest([
            {{ ratio('loans_to_deposits', 'coalesce(loans_gross, loans_net)', 'deposits',
                'LoansAndLeasesReceivableGross', 'Deposits') }},
            {{ ratio('allowance_to_loans', 'abs(loan_allowance)', 'coalesce(loans_gross, loans_net - loan_allowance)',
                'LoansAndLeasesReceivableAllowance', 'LoansAndLeasesReceivableGross') }}
        ], recursive := true)
    from dates

)

select * from of_banks_and_insurers
union all
select * from of_bank_balances
