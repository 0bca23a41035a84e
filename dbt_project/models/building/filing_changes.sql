with

files as (

    select * from {{ ref('stg_files') }}
    where status = 'parsed'

),

registrants as (

    select * from {{ ref('int_registrants') }}
    where filer_no = 1

),

present as (

    select
        files.filing_id,
        registrants.company_id,
        md5(concat_ws('|', files.sha256, files.parser_version, registrants.company_id)) as version
    from files
    left join registrants using (filing_id)

),

built as (

    select
        filing_id,
        company_id,
        version
    from {{ last_built() }}

),

begun as (

    select
        filing_id,
        company_id,
        version
    from {{ last_begun() }}

)

select
    filing_id,
    present.company_id,
    coalesce(built.company_id, begun.company_id) as built_company_id,
    present.version,
    built.version is null and begun.version is null as is_new
from present
full outer join built using (filing_id)
full outer join begun using (filing_id)
where
    present.version is distinct from built.version
    -- Said by a build that did not come to its end, and gone since.
    or (present.version is null and built.version is null)
