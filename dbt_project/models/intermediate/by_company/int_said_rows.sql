{% set marts = [
    'dim_filing',
    'fct_income',
    'fct_balance',
    'fct_cash_flow',
    'fct_ratios',
    'fct_identities',
    'fct_claims',
    'fct_guidance',
    'fct_guidance_outcomes',
    'fct_revisions',
    'first_reported',
    'latest_reported',
    'company_quarters',
] %}

{% for mart in marts %}
    select
        mart.filing_id,
        '{{ mart }}' as mart,
        count(*) as row_count,
        sum(hash(mart)) as digest
    from {{ related(ref(mart)) }} as mart
    group by mart.filing_id
    {% if not loop.last %}union all{% endif %}
{% endfor %}
