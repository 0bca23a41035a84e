-- depends_on: {{ ref('filing_changes') }}, whose filings are tested
with

source as (

    select * from {{ source('raw', 'columns') }}

),

renamed as (

    select
        cast(filing_id as varchar) as filing_id,
        cast(document_no as integer) as document_no,
        cast(table_no as integer) as table_no,
        cast(column_no as integer) as column_no,
        cast(header as varchar) as header,
        cast(kind as varchar) as kind,
        cast(period_start as date) as period_start,
        cast(period_end as date) as period_end,
        cast(months as integer) as months,
        cast(period_from as varchar) as period_from
    from source

)

select * from renamed
