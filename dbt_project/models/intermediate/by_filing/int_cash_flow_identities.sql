{%- set concepts = {
    'operating': 'NetCashProvidedByUsedInOperatingActivities', 'investing': 'NetCashProvidedByUsedInInvestingActivities',
    'financing': 'NetCashProvidedByUsedInFinancingActivities',
    'exchange': 'EffectOfExchangeRateOnCashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents',
    'change': 'CashAndCashEquivalentsPeriodIncreaseDecrease'
} -%}
with

concept_values as (

    select * from {{ changed(ref('int_concept_values')) }}
    where months is not null

),

positions as (

    select * from {{ changed(ref('int_cash_positions')) }}

),

periods as (

    select
        filing_id,
        period_start,
        period_end,
    {% for name, concept in concepts.items() -%}
        max(value) filter (where concept = '{{ concept }}') as {{ name }}{{ ',' if not loop.last }}
    {% endfor %}
    from concept_values
    group by all

)

select
    filing_id,
    period_start,
    period_end,
    unnest([
        {{ identity('change_in_cash', concepts.values(), 'change',
            'operating + investing + financing + coalesce(exchange, 0)',
            'operating + investing + financing activities + exchange rates', '5 * rounding') }},
        {{ identity('closing_cash', [concepts.change], 'closing_cash',
            'opening_cash + change', 'opening cash + change in cash',
            '3 * rounding') }}
    ], recursive := true)
from periods
inner join positions using (filing_id, period_start, period_end)
