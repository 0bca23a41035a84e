{%- set concepts = {
    'revenue': 'Revenues', 'cost': 'CostOfRevenue', 'gross_profit': 'GrossProfit', 'expenses': 'OperatingExpenses',
    'all_costs': 'CostsAndExpenses', 'operating_income': 'OperatingIncomeLoss',
    'pretax_income': 'IncomeLossFromContinuingOperationsBeforeIncomeTaxes', 'tax': 'IncomeTaxExpenseBenefit',
    'affiliates': 'IncomeLossFromEquityMethodInvestments', 'continuing': 'IncomeLossFromContinuingOperations',
    'profit': 'ProfitLoss', 'minority': 'NetIncomeLossAttributableToNoncontrollingInterest',
    'net_income': 'NetIncomeLoss', 'available': 'NetIncomeLossAvailableToCommonStockholdersBasic',
    'eps': 'EarningsPerShareBasic', 'shares': 'WeightedAverageNumberOfSharesOutstandingBasic'
} -%}
with

concept_values as (

    select * from {{ ref('int_concept_values') }}
    where months is not null

),

periods as (

    select
        filing_id,
        period_start,
        period_end,
        max(rounding) filter (where concept in ('Revenues', 'NetIncomeLoss', 'ProfitLoss')) as rounding,
        max(rounding) filter (where concept = 'EarningsPerShareBasic') as eps_rounding,
    {% for name, concept in concepts.items() -%}
        max(value) filter (where concept = '{{ concept }}') as {{ name }}{{ ',' if not loop.last }}
    {% endfor %}
    from concept_values
    group by all

),

-- What is left after tax, of the two signs a tax is printed with, and with or without affiliates: the nearest.
after_tax as (

    select
        *,
        coalesce(continuing, profit, net_income) as income_after_tax,
        list_sort(list_filter(
            [
        {% for left in ['pretax_income - tax', 'pretax_income + tax', 'pretax_income - tax + affiliates',
            'pretax_income + tax + affiliates'] -%}
                {'off': abs({{ left }} - coalesce(continuing, profit, net_income)), 'amount': {{ left }}}
                {{- ',' if not loop.last }}
        {% endfor %}
            ],
            lambda way: way.off is not null
        ))[1].amount as left_after_tax
    from periods

)

select
    filing_id,
    period_start,
    period_end,
    unnest([
        {{ identity('gross_profit', 'gross_profit', 'revenue - abs(cost)', 'Revenues - CostOfRevenue',
            '3 * rounding') }},
        {{ identity('operating_income', 'operating_income',
            'coalesce(gross_profit - abs(expenses), revenue - abs(all_costs))',
            'GrossProfit - OperatingExpenses, or Revenues - CostsAndExpenses', '3 * rounding') }},
        {{ identity('income_after_tax', 'income_after_tax', 'left_after_tax',
            'IncomeLossFromContinuingOperationsBeforeIncomeTaxes - IncomeTaxExpenseBenefit', '4 * rounding') }},
        {{ identity('income_of_the_parent', 'net_income', 'profit - abs(minority) * sign(profit - net_income)',
            'ProfitLoss - NetIncomeLossAttributableToNoncontrollingInterest', '3 * rounding') }},
        {{ identity('earnings_per_share', 'eps', 'coalesce(available, net_income) / nullif(shares, 0)',
            'NetIncomeLoss / WeightedAverageNumberOfSharesOutstandingBasic',
            '1.1 * eps_rounding + rounding / nullif(shares, 0)') }}
    ], recursive := true)
from after_tax
