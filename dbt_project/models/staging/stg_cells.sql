-- depends_on: {{ ref('filing_changes') }}, whose filings are tested
with

source as (

    select * from {{ source('raw', 'cells') }}

),

renamed as (

    select
        cast(filing_id as varchar) as filing_id,
        cast(document_no as integer) as document_no,
        cast(table_no as integer) as table_no,
        cast(line_no as integer) as line_no,
        cast(column_no as integer) as column_no,
        cast(section as varchar) as section,
        cast(label as varchar) as label,
        cast(indent as integer) as indent,
        cast(value as decimal(28, 4)) as value,
        cast(unit as varchar) as unit,
        cast(scale as bigint) as scale,
        cast(period_start as date) as period_start,
        cast(period_end as date) as period_end,
        cast(months as integer) as months,
        cast(printed as varchar) as printed,
        cast(char_start as integer) as char_start,
        cast(char_end as integer) as char_end
    from source

)

select * from renamed
