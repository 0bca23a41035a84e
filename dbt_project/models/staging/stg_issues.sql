with

source as (

    select * from {{ source('raw', 'issues') }}

),

renamed as (

    select
        cast(filing_id as varchar) as filing_id,
        cast(path as varchar) as path,
        cast(stage as varchar) as stage,
        cast(severity as varchar) as severity,
        cast(code as varchar) as code,
        cast(message as varchar) as message,
        cast(document_no as integer) as document_no,
        cast(char_start as integer) as char_start,
        cast(char_end as integer) as char_end
    from source

)

select * from renamed
