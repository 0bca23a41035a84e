with

guidance as (

    select * from {{ changed(ref('stg_guidance')) }}

),

filings as (

    select * from {{ changed(ref('stg_filings')) }}

),

registrants as (

    select * from {{ ref('int_registrants') }}
    where filer_no = 1

)

select
    md5(concat_ws('|', guidance.filing_id, guidance.item_no)) as guidance_id,
    guidance.filing_id,
    guidance.item_no,
    guidance.document_no,
    guidance.metric,
    guidance.metric_words,
    guidance.scope,
    guidance.basis,
    guidance.unit,
    case
        when guidance.unit like '%/share' then 'per_share'
        when guidance.unit in ('percent', 'percent_change', 'shares') then guidance.unit
        when length(guidance.unit) = 3 then 'money'
    end as unit_kind,
    guidance.low,
    guidance.high,
    guidance.form,
    guidance.period_start,
    guidance.period_end,
    guidance.period_words,
    guidance.action,
    guidance.sentence,
    guidance.char_start,
    guidance.char_end,
    registrants.company_id,
    filings.said_on,
    {{ months_between('guidance.period_start', 'guidance.period_end') }} as months
from guidance
inner join filings using (filing_id)
left join registrants using (filing_id)
