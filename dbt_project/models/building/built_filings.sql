-- The last model of a build: where one fails on the way here, the next build reads the same filings again.
-- depends_on: {{ ref('fct_income') }}, {{ ref('fct_balance') }}, {{ ref('fct_cash_flow') }}, {{ ref('fct_guidance') }}
-- depends_on: {{ ref('fct_claims') }}, {{ ref('fct_revisions') }}, {{ ref('latest_reported') }}, {{ ref('company_quarters') }}
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
