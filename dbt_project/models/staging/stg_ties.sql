-- depends_on: {{ ref('filing_changes') }}, whose filings are tested
with

source as (

    select * from {{ source('raw', 'ties') }}

),

renamed as (

    select
        cast(filing_id as varchar) as filing_id,
        cast(document_no as integer) as document_no,
        cast(table_no as integer) as table_no,
        cast(tie_no as integer) as tie_no,
        cast(kind as varchar) as kind,
        cast(column_no as integer) as column_no,
        cast(line_no as integer) as line_no,
        cast(lines as integer[]) as lines,
        cast(printed as decimal(28, 4)) as printed,
        cast(computed as decimal(28, 4)) as computed,
        cast(holds as boolean) as holds
    from source

)

select * from renamed
