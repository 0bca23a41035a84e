with

claims as (

    select * from {{ later(ref('stg_claims')) }}

),

nearest as (

    select * from {{ later(ref('int_claim_matches')) }}

),

judged as (

    select
        claims.*,
        nearest.figure,
        nearest.figure_value,
        nearest.fact_id,
        nearest.tolerance,
        coalesce(nearest.difference <= nearest.tolerance, false) as agrees,
        -- Cash alone says nothing of cash and investments.
        claims.is_stated
        and nearest.difference is not null
        and not (nearest.figure like 'Cash%Value' and regexp_matches(claims.metric_words, '(?i)invest|secur'))
            as is_comparable
    from claims
    left join nearest using (filing_id, claim_no)

),

-- Where the prose tells another number of the same figure and period that agrees, this one is told of a part.
verdicts as (

    select
        *,
        case
            when agrees then 'agrees'
            when is_comparable and not bool_or(agrees) over same_figure then 'disagrees'
            else 'nothing to compare'
        end as verdict
    from judged
    window same_figure as (partition by filing_id, metric, kind, period_end, months)

)

select
    md5(concat_ws('|', filing_id, claim_no)) as claim_id,
    filing_id,
    claim_no,
    metric,
    metric_words,
    kind,
    unit,
    value,
    period_start,
    period_end,
    months,
    is_stated,
    figure,
    figure_value,
    fact_id as figure_fact_id,
    tolerance,
    verdict,
    printed,
    sentence,
    document_no,
    char_start,
    char_end
from verdicts
