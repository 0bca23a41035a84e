with

source as (

    select * from {{ source('raw', 'files') }}

),

renamed as (

    select
        cast(path as varchar) as path,
        cast(filing_id as varchar) as filing_id,
        cast(sha256 as varchar) as sha256,
        cast(size as bigint) as size,
        cast(parser_version as varchar) as parser_version,
        cast(status as varchar) as status
    from source

)

select * from renamed
