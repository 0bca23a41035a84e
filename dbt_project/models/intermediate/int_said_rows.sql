{{ config(
    materialized='incremental', incremental_strategy='append_and_count', on_schema_change='fail',
    pre_hook='{{ forget_said_rows() }}', meta={'reads': 'related_filings'}
) }}

{% for filings, marts in marts_of_filings().items() -%}
    {% set is_last = loop.last %}
    {%- for mart in marts %}
        select
            mart.filing_id,
            '{{ mart }}' as mart,
            count(*) as row_count,
            sum(hash(mart)) as digest
        from {{ said_anew(ref(mart), ref(filings)) }} as mart
        group by mart.filing_id
        {% if not (is_last and loop.last) %}union all{% endif %}
    {%- endfor %}
{%- endfor %}
