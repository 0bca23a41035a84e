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
    {% for figure in ['revenue', 'gross_profit', 'operating_income', 'net_income', 'eps_diluted'] -%}
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
        {% for figure, concept in [
            ('revenue', 'Revenues'), ('gross_profit', 'GrossProfit'), ('operating_income', 'OperatingIncomeLoss'),
            ('net_income', 'NetIncomeLoss'), ('eps_diluted', 'EarningsPerShareDiluted')
        ] -%}
            {{ ratio(figure ~ '_growth', figure, 'prior_' ~ figure, concept, concept, basis='basis', less='1',
                suffix='back') }}{{ ',' if not loop.last }}
        {% endfor %}
    ], recursive := true)
from compared
