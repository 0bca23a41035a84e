-- What the tables of a filing print that a claim may be told of: elements, sums of cash and investments, ratios.
with

concept_values as (

    select * from {{ later(ref('int_concept_values')) }}

),

ratios as (

    select * from {{ later(ref('fct_ratios')) }}
    where value is not null and period_start is not null

),

dates as (

    select * from {{ later(ref('int_balance_dates')) }}

),

filings as (

    select
        filing_id,
        any_value(currency) as currency,
        max(rounding) filter (
            where concept in ('Revenues', 'NetIncomeLoss', 'GrossProfit', 'OperatingIncomeLoss')
        ) as rounding
    from concept_values
    group by filing_id

),

elements as (

    select
        filing_id,
        'concept' as source,
        concept as figure,
        period_end,
        months,
        currency,
        value,
        rounding,
        fact_id
    from concept_values

),

sums as (

    select
        dates.filing_id,
        'sum' as source,
        unnest([
            'CashAndCashEquivalentsAtCarryingValue + ShortTermInvestments',
            'CashAndCashEquivalentsAtCarryingValue + ShortTermInvestments + LongTermInvestments',
            'CashAndCashEquivalentsAtCarryingValue + LongTermInvestments',
            'CashCashEquivalentsAndShortTermInvestments + LongTermInvestments'
        ]) as figure,
        dates.period_end,
        cast(null as integer) as months,
        filings.currency,
        unnest([
            dates.cash + dates.short_term_investments,
            dates.cash + dates.short_term_investments + dates.long_term_investments,
            dates.cash + dates.long_term_investments,
            dates.cash_and_investments + dates.long_term_investments
        ]) as value,
        0 as rounding,
        cast(null as varchar) as fact_id
    from dates
    inner join filings using (filing_id)

),

-- A growth rate of rounded figures may be off by their rounding.
rates as (

    select
        ratios.filing_id,
        'ratio' as source,
        ratios.ratio as figure,
        ratios.period_end,
        cast({{ months_between('ratios.period_start', 'ratios.period_end') }} as integer) as months,
        null as currency,
        ratios.value,
        if(ratios.numerator_concept like 'EarningsPerShare%', 0.005, coalesce(filings.rounding, 0))
        * (1 + abs(ratios.value)) / ratios.denominator as rounding,
        cast(null as varchar) as fact_id
    from ratios
    left join filings using (filing_id)

)

select * from elements
union all
select * from sums
where value is not null
union all
select * from rates
