{%- set figures = {
    'revenue': 'Revenues', 'gross_profit': 'GrossProfit',
    'research_and_development': 'ResearchAndDevelopmentExpense', 'sga': 'SellingGeneralAndAdministrativeExpense',
    'operating_income': 'OperatingIncomeLoss', 'net_income': 'NetIncomeLoss', 'eps_diluted': 'EarningsPerShareDiluted'
} -%}
with

periods as (

    select * from {{ later(ref('int_income_periods')) }}

),

prior_periods as (

    select * from {{ later(ref('int_prior_periods')) }}

),

compared as (

    select
        periods.filing_id,
        periods.period_start,
        periods.period_end,
        if(prior_periods.back = 'year', 'yoy', 'qoq') as back,
        prior_periods.basis,
        prior_periods.prior_filing_id,
    {% for figure in figures -%}
        periods.{{ figure }},
        prior_periods.{{ figure }} as prior_{{ figure }}{{ ',' if not loop.last }}
    {% endfor %}
    from periods
    inner join prior_periods using (filing_id, period_start, period_end)

)

select
    filing_id,
    period_start,
    period_end,
    prior_filing_id,
    unnest([
        {% for figure, concept in figures.items() -%}
            {{ ratio(figure ~ '_growth', figure, 'prior_' ~ figure, concept, concept, basis='basis', less='1',
                suffix='back') }}{{ ',' if not loop.last }}
        {% endfor %}
    ], recursive := true)
from compared
