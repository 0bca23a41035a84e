-- depends_on: {{ ref('filing_changes') }}, whose filings are tested
with

source as (

    select * from {{ source('raw', 'guidance') }}

),

renamed as (

    select
        cast(filing_id as varchar) as filing_id,
        cast(item_no as integer) as item_no,
        cast(document_no as integer) as document_no,
        cast(metric as varchar) as metric,
        cast(metric_words as varchar) as metric_words,
        cast(scope as varchar) as scope,
        cast(basis as varchar) as basis,
        cast(unit as varchar) as unit,
        cast(low as decimal(28, 4)) as low,
        cast(high as decimal(28, 4)) as high,
        cast(form as varchar) as form,
        cast(period_start as date) as period_start,
        cast(period_end as date) as period_end,
        cast(period_words as varchar) as period_words,
        cast(action as varchar) as action,
        cast(sentence as varchar) as sentence,
        cast(char_start as integer) as char_start,
        cast(char_end as integer) as char_end
    from source

)

select * from renamed
