{%- set concepts = {
    'revenue': 'Revenues', 'cost_of_revenue': 'CostOfRevenue', 'printed_gross_profit': 'GrossProfit',
    'printed_research': 'ResearchAndDevelopmentExpense',
    'sga': 'SellingGeneralAndAdministrativeExpense', 'selling': 'SellingAndMarketingExpense',
    'general': 'GeneralAndAdministrativeExpense', 'operating_income': 'OperatingIncomeLoss',
    'pretax_income': 'IncomeLossFromContinuingOperationsBeforeIncomeTaxes', 'printed_tax': 'IncomeTaxExpenseBenefit',
    'continuing_income': 'IncomeLossFromContinuingOperations', 'profit': 'ProfitLoss', 'net_income': 'NetIncomeLoss',
    'eps_of_both': 'EarningsPerShareBasicAndDiluted', 'printed_eps_diluted': 'EarningsPerShareDiluted',
    'shares_of_both': 'WeightedAverageNumberOfSharesOutstandingBasicAndDiluted',
    'printed_shares_diluted': 'WeightedAverageNumberOfDilutedSharesOutstanding',
    'net_interest_income': 'InterestIncomeExpenseNet', 'noninterest_income': 'NoninterestIncome',
    'noninterest_expense': 'NoninterestExpense', 'premiums': 'PremiumsEarnedNet',
    'claims': 'PolicyholderBenefitsAndClaimsIncurredNet', 'benefits_and_expenses': 'BenefitsLossesAndExpenses'
} -%}
with

concept_values as (

    select * from {{ changed(ref('int_concept_values')) }}
    where months is not null

),

periods as (

    select
        filing_id,
        period_start,
        period_end,
        months,
        any_value(currency) as currency,
    {% for name, concept in concepts.items() -%}
        max(value) filter (where concept = '{{ concept }}') as {{ name }}{{ ',' if not loop.last }}
    {% endfor %}
    from concept_values
    group by all

)

select
    * exclude (
        printed_gross_profit, printed_research, printed_tax, sga, selling, general, eps_of_both, printed_eps_diluted,
        shares_of_both, printed_shares_diluted
    ),
    coalesce(printed_eps_diluted, eps_of_both) as eps_diluted,
    coalesce(printed_shares_diluted, shares_of_both) as shares_diluted,
    printed_gross_profit is null as is_gross_profit_derived,
    coalesce(printed_gross_profit, revenue - abs(cost_of_revenue)) as gross_profit,
    abs(printed_research) as research_and_development,
    sga is null as is_sga_derived,
    coalesce(abs(sga), abs(selling) + abs(general)) as sga,
    -- A tax is an expense where it is positive: some statements print it so, some with the sign of its effect. What
    -- is left after tax tells.
    if(
        abs(pretax_income + printed_tax - coalesce(continuing_income, profit, net_income))
        < abs(pretax_income - printed_tax - coalesce(continuing_income, profit, net_income)),
        -printed_tax, printed_tax
    ) as income_tax
from periods
