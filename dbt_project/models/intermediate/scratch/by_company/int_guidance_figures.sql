with

guidance as (

    select
        *,
        unit = 'shares' or unit_kind = 'per_share' as is_of_shares,
        is_of_shares and metric_words ilike '%basic%' and metric_words not ilike '%diluted%' as is_basic
    from {{ related(ref('int_said_guidance')) }}

),

metric_figures as (

    select * from {{ ref('metric_figures') }}

),

reported_figures as (

    select * from {{ related(ref('int_reported_figures')) }}

),

-- Of the later prints of the period the first; one in another currency only where none is in its own.
matched as (

    select
        guidance.guidance_id,
        guidance.said_on,
        guidance.months,
        guidance.is_of_shares,
        metric_figures.figure,
        reported_figures.filing_id,
        reported_figures.period_end,
        reported_figures.said_on as reported_on,
        cast(
            if(metric_figures.is_outlay, abs(reported_figures.value), reported_figures.value) * metric_figures.times
            as decimal(28, 4)
        ) as reported,
        coalesce(
            guidance.unit_kind in ('money', 'per_share') and reported_figures.currency != left(guidance.unit, 3), false
        ) as is_in_another_currency
    from guidance
    inner join metric_figures
        on guidance.metric = metric_figures.metric and guidance.unit_kind = metric_figures.unit
    inner join reported_figures
        on
            guidance.company_id = reported_figures.company_id
            and metric_figures.kind = reported_figures.kind
            and metric_figures.figure = reported_figures.figure
            and guidance.months is not distinct from reported_figures.months
            and abs(date_diff('day', reported_figures.period_end, guidance.period_end)) <= {{ var('days_apart') }}
            and guidance.said_on < reported_figures.said_on
            and if(guidance.is_basic, metric_figures.figure like '%Basic%', metric_figures.figure not like '%Basic')
    qualify row_number() over (
        partition by guidance.guidance_id
        order by
            is_in_another_currency,
            metric_figures.figure like '%BasicAndDiluted',
            reported_figures.said_on,
            reported_figures.filing_id,
            abs(date_diff('day', reported_figures.period_end, guidance.period_end)),
            reported_figures.period_end,
            reported_figures.period_start
    ) = 1

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

-- Amounts a share are of other shares where these were split in between: no count that was printed until the
-- expectation was said is near the same count of the period. One alone may grow as a loss turns to a profit.
split as (

    select matched.guidance_id
    from matched
    inner join share_counts as counts using (filing_id, period_end, months)
    asof inner join counts_by_day as until_then
        on
            counts.company_id = until_then.company_id
            and counts.figure = until_then.figure
            and matched.said_on >= until_then.said_on
    where matched.is_of_shares
    group by matched.guidance_id
    having bool_and(counts.value not between until_then.shares / 1.4 and until_then.shares * 1.4)

)

select
    guidance_id,
    figure,
    reported,
    filing_id,
    reported_on,
    is_in_another_currency,
    guidance_id in (from split) as is_split
from matched
