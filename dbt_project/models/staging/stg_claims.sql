-- depends_on: {{ ref('filing_changes') }}, whose filings are tested
with

source as (

    select * from {{ source('raw', 'claims') }}

),

renamed as (

    select
        cast(filing_id as varchar) as filing_id,
        cast(claim_no as integer) as claim_no,
        cast(document_no as integer) as document_no,
        cast(metric as varchar) as metric,
        cast(metric_words as varchar) as metric_words,
        cast(kind as varchar) as kind,
        cast(unit as varchar) as unit,
        cast(value as decimal(28, 4)) as value,
        cast(rounding as decimal(28, 4)) as rounding,
        cast(period_start as date) as period_start,
        cast(period_end as date) as period_end,
        cast(months as integer) as months,
        cast(is_stated as boolean) as is_stated,
        cast(printed as varchar) as printed,
        cast(sentence as varchar) as sentence,
        cast(char_start as integer) as char_start,
        cast(char_end as integer) as char_end
    from source

)

select * from renamed
