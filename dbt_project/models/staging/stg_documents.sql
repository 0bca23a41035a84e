-- depends_on: {{ ref('filing_changes') }}, whose filings are tested
with

source as (

    select * from {{ source('raw', 'documents') }}

),

renamed as (

    select
        cast(filing_id as varchar) as filing_id,
        cast(document_no as integer) as document_no,
        cast(type as varchar) as type,
        cast(sequence as integer) as sequence,
        cast(filename as varchar) as filename,
        cast(description as varchar) as description,
        cast(format as varchar) as format,
        cast(text as varchar) as text
    from source

)

select * from renamed
