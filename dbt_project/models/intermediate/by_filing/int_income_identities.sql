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

    select * from {{ changed(ref('int_concept_values')) }}
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

facts as (

    select * from {{ changed(ref('int_facts')) }}
    where statement = 'income' and unit_kind = 'money'

),

-- Costs: with the sign of their effect, or without.
others as (

    {{ others_between('facts', ['CostOfRevenue'], ['GrossProfit'], '-abs(value)') }}

),

-- What may be left after tax: a tax is printed with either sign, affiliates before it or after it.
ways as (

    select
        filing_id,
        period_start,
        period_end,
        coalesce(continuing, profit, net_income) as income_after_tax,
        unnest([
            pretax_income - tax,
            pretax_income + tax,
            pretax_income - tax + affiliates,
            pretax_income + tax + affiliates
        ]) as way
    from periods

),

nearest as (

    select
        filing_id,
        period_start,
        period_end,
        income_after_tax,
        arg_min(way, abs(way - income_after_tax)) as left_after_tax
    from ways
    group by all

)

select
    filing_id,
    period_start,
    period_end,
    unnest([
        {{ identity('gross_profit', ['Revenues', 'CostOfRevenue', 'GrossProfit'], 'gross_profit',
            with_what_lacks('gross_profit', 'revenue - abs(cost)', 'others', '3 * rounding'),
            'Revenues - CostOfRevenue, and a line without an element where that is all it lacks', '3 * rounding') }},
        {{ identity('operating_income',
            ['GrossProfit', 'OperatingExpenses', 'Revenues', 'CostsAndExpenses', 'OperatingIncomeLoss'],
            'operating_income',
            'coalesce(gross_profit - abs(expenses), revenue - abs(all_costs))',
            'GrossProfit - OperatingExpenses, or Revenues - CostsAndExpenses', '3 * rounding') }},
        {{ identity('income_after_tax',
            ['IncomeLossFromContinuingOperationsBeforeIncomeTaxes', 'IncomeTaxExpenseBenefit',
                'IncomeLossFromEquityMethodInvestments', 'IncomeLossFromContinuingOperations', 'ProfitLoss',
                'NetIncomeLoss'],
            'income_after_tax', 'left_after_tax',
            'IncomeLossFromContinuingOperationsBeforeIncomeTaxes - IncomeTaxExpenseBenefit', '4 * rounding') }},
        {{ identity('income_of_the_parent',
            ['ProfitLoss', 'NetIncomeLossAttributableToNoncontrollingInterest', 'NetIncomeLoss'], 'net_income',
            'profit - abs(minority) * sign(profit - net_income)',
            'ProfitLoss - NetIncomeLossAttributableToNoncontrollingInterest', '3 * rounding') }},
        {{ identity('earnings_per_share',
            ['NetIncomeLossAvailableToCommonStockholdersBasic', 'NetIncomeLoss',
                'WeightedAverageNumberOfSharesOutstandingBasic', 'EarningsPerShareBasic'],
            'eps', 'coalesce(available, net_income) / nullif(shares, 0)',
            'NetIncomeLoss / WeightedAverageNumberOfSharesOutstandingBasic',
            '1.1 * eps_rounding + rounding / nullif(shares, 0)') }}
    ], recursive := true)
from periods
inner join nearest using (filing_id, period_start, period_end)
left join others using (filing_id, period_start, period_end)
