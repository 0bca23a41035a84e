-- The last model of a build: where one fails on the way here, the next build reads the same filings again.
-- depends_on: {{ ref('int_said_rows') }}
with

changes as (

    select * from {{ ref('filing_changes') }}

)

select
    filing_id,
    company_id,
    version,
    '{{ var("models_digest") }}' as models_digest
from changes
where version is not null
