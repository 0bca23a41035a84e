with

guidance as (

    select * from {{ ref('stg_guidance') }}

)

select
    md5(concat_ws('|', filing_id, item_no)) as guidance_id,
    filing_id,
    item_no,
    metric,
    metric_words,
    scope,
    basis,
    unit,
    low,
    high,
    form,
    period_start,
    period_end,
    period_words,
    action,
    sentence,
    document_no,
    char_start,
    char_end
from guidance
