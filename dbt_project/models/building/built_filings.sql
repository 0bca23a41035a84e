-- The last model of a build: where one fails on the way here, the next build reads the same filings again.
-- depends_on: {{ ref('int_income_periods') }}, {{ ref('int_balance_dates') }}, {{ ref('int_company_facts') }}
-- depends_on: {{ ref('fct_income') }}, {{ ref('fct_balance') }}, {{ ref('fct_cash_flow') }}
with

changes as (

    select * from {{ ref('filing_changes') }}

)

select
    filing_id,
    version,
    '{{ var("models_digest") }}' as models_digest
from changes
where version is not null
