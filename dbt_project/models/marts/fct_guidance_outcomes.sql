with

guidance as (

    select * from {{ related(ref('int_said_guidance')) }}
    where action != 'withdraws'

),

metric_figures as (

    select * from {{ ref('metric_figures') }}

),

figures as (

    select * from {{ related(ref('int_guidance_figures')) }}

),

outcomes as (

    select
        guidance.*,
        figures.figure as reported_figure,
        figures.reported,
        figures.filing_id as reported_filing_id,
        figures.reported_on,
        case
            when guidance.low is null and guidance.high is null then 'expected in words, without a number'
            when guidance.basis = 'non_gaap' then 'a non-GAAP figure: the statements print GAAP'
            when guidance.scope is not null then 'of a part of the company, or on a condition'
            when guidance.period_end is null then 'no period is said'
            when figures.is_in_another_currency then 'the statements are in another currency'
            when figures.is_split then 'the number of shares changed: they may have been split in between'
        end as not_comparable,
        exists(
            select 1 from metric_figures as known
            where known.metric = guidance.metric and known.unit = guidance.unit_kind
        ) as has_figure,
        coalesce((guidance.low + guidance.high) / 2, guidance.low, guidance.high) as middle,
        -- A single number is met within the rounding in which it was said.
        if(guidance.low = guidance.high, {{ printed_rounding('guidance.low') }}, 0) as tolerance
    from guidance
    left join figures using (guidance_id)

)

select
    guidance_id,
    filing_id,
    company_id,
    metric,
    scope,
    basis,
    unit,
    low,
    high,
    form,
    period_start,
    period_end,
    said_on,
    if(not_comparable is null, reported_figure, null) as reported_figure,
    if(not_comparable is null, reported, null) as reported,
    if(not_comparable is null, reported_filing_id, null) as reported_filing_id,
    if(not_comparable is null, reported_on, null) as reported_on,
    if(not_comparable is null, cast(reported - middle as decimal(28, 4)), null) as surprise,
    if(
        not_comparable is null and middle != 0, cast((reported - middle) / abs(middle) as decimal(28, 6)), null
    ) as surprise_share,
    case
        when not_comparable is not null or reported is null then 'not comparable'
        when reported > high + tolerance then 'above'
        when reported < low - tolerance then 'below'
        else 'within'
    end as verdict,
    case
        when not_comparable is not null then not_comparable
        when not has_figure then 'no line of the statements is this metric'
        when reported is null then 'no later filing in the warehouse prints the period'
    end as reason
from outcomes
