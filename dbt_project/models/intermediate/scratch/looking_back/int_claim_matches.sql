with

claims as (

    select * from {{ later(ref('stg_claims')) }}

),

claim_figures as (

    select * from {{ ref('claim_figures') }}

),

figures as (

    select * from {{ later(ref('int_claim_figures')) }}

)

-- Of the figures that a claim may tell of the one that comes nearest to it.
select
    claims.filing_id,
    claims.claim_no,
    figures.figure,
    cast(figures.value * claim_figures.times as decimal(28, 4)) as figure_value,
    figures.fact_id,
    cast(claims.rounding + figures.rounding * claim_figures.times as decimal(28, 4)) as tolerance,
    -- Amounts without their sign: a cost or a loss is printed with or without a minus.
    if(
        claims.kind like 'change%',
        abs(claims.value - figures.value * claim_figures.times),
        abs(abs(claims.value) - abs(figures.value * claim_figures.times))
    ) as difference
from claims
inner join claim_figures using (metric, kind)
inner join figures
    on
        claims.filing_id = figures.filing_id
        and claim_figures.source = figures.source
        and claim_figures.figure = figures.figure
        and claims.months is not distinct from figures.months
        and abs(date_diff('day', claims.period_end, figures.period_end)) <= {{ var('days_apart') }}
where
    -- "$" alone may stand for the company's own dollars.
    (
        claims.kind != 'amount'
        or figures.currency is null
        or left(claims.unit, 3) = figures.currency
        or (claims.printed like '$%' and figures.currency in ('AUD', 'CAD'))
    )
    and (figures.figure not like '%Diluted%' or claims.metric_words not like 'basic %')
    and (
        figures.figure not like '%Basic%'
        or figures.figure like '%And%'
        or claims.metric_words not like 'diluted %'
    )
    -- Selling expenses alone, or general ones, are a part.
    and (
        claims.metric != 'selling_general_administrative'
        or regexp_matches(claims.metric_words, '(?i)(sell|sales|marketing).*admin|s[gi] ?& ?a')
    )
qualify row_number() over (
    partition by claims.filing_id, claims.claim_no
    order by difference, figures.figure, figures.fact_id
) = 1
