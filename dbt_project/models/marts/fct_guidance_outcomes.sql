with

guidance as (

    select * from {{ related(ref('int_said_guidance')) }}
    where action != 'withdraws'

),

metric_figures as (

    select * from {{ ref('metric_figures') }}

),

reported_figures as (

    select * from {{ related(ref('int_reported_figures')) }}

),

-- Whether an expectation can be judged by the statements at all.
judged as (

    select
        *,
        case
            when unit like '%/share' then 'per_share'
            when unit in ('percent', 'percent_change', 'shares') then unit
            when length(unit) = 3 then 'money'
        end as unit_kind,
        unit = 'shares' or unit like '%/share' as is_of_shares,
        is_of_shares and metric_words ilike '%basic%' and metric_words not ilike '%diluted%' as is_basic,
        case
            when low is null and high is null then 'expected in words, without a number'
            when basis = 'non_gaap' then 'a non-GAAP figure: the statements print GAAP'
            when scope is not null then 'of a part of the company, or on a condition'
            when period_end is null then 'no period is said'
        end as not_comparable
    from guidance

),

share_counts as (

    select * from reported_figures
    where kind = 'concept' and figure like 'WeightedAverageNumberOf%'

),

-- Each count of shares as a filing prints it last, the largest where it prints two for that day.
counts_by_day as (

    select
        company_id,
        figure,
        said_on,
        arg_max(value, (period_end, value)) as shares
    from share_counts
    group by all

),

matched as (

    select
        judged.guidance_id,
        reported_figures.period_end as reported_period_end,
        reported_figures.filing_id as reported_filing_id,
        reported_figures.said_on as reported_on,
        metric_figures.figure as reported_figure,
        reported_figures.currency as reported_currency,
        cast(
            if(metric_figures.is_outlay, abs(reported_figures.value), reported_figures.value) * metric_figures.times
            as decimal(28, 4)
        ) as reported
    from judged
    inner join metric_figures
        on judged.metric = metric_figures.metric and judged.unit_kind = metric_figures.unit
    inner join reported_figures
        on
            judged.company_id = reported_figures.company_id
            and metric_figures.kind = reported_figures.kind
            and metric_figures.figure = reported_figures.figure
            and judged.months is not distinct from reported_figures.months
            and abs(date_diff('day', reported_figures.period_end, judged.period_end)) <= {{ var('days_apart') }}
            and judged.said_on < reported_figures.said_on
            and if(judged.is_basic, metric_figures.figure like '%Basic%', metric_figures.figure not like '%Basic')
    qualify row_number() over (
        partition by judged.guidance_id
        order by metric_figures.figure like '%BasicAndDiluted', reported_figures.said_on
    ) = 1

),

-- Amounts a share are of other shares where these were split in between: no count that was printed until the
-- expectation was said is near the same count of the period. One alone may grow as a loss turns to a profit.
split as (

    select matched.guidance_id
    from matched
    inner join judged using (guidance_id)
    inner join share_counts as counts
        on
            matched.reported_filing_id = counts.filing_id
            and matched.reported_period_end = counts.period_end
            and judged.months = counts.months
    asof inner join counts_by_day as until_then
        on
            counts.company_id = until_then.company_id
            and counts.figure = until_then.figure
            and judged.said_on >= until_then.said_on
    where judged.is_of_shares
    group by matched.guidance_id
    having bool_and(counts.value not between until_then.shares / 1.4 and until_then.shares * 1.4)

),

outcomes as (

    select
        judged.* exclude (not_comparable),
        matched.* exclude (guidance_id),
        coalesce(
            judged.not_comparable,
            if(
                judged.unit_kind in ('money', 'per_share') and matched.reported_currency != left(judged.unit, 3),
                'the statements are in another currency',
                null
            ),
            if(split.guidance_id is not null, 'the number of shares changed: they may have been split in between', null)
        ) as not_comparable,
        exists(
            select 1 from metric_figures as known
            where known.metric = judged.metric and known.unit = judged.unit_kind
        ) as has_figure,
        coalesce((judged.low + judged.high) / 2, judged.low, judged.high) as middle,
        -- A single number is met within the rounding in which it was said.
        if(judged.low = judged.high, {{ printed_rounding('judged.low') }}, 0) as tolerance
    from judged
    left join matched using (guidance_id)
    left join split using (guidance_id)

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
