{#- The marts that hold rows of filings, by the filings that a build of them says anew (dbt_project.yml). -#}
{% macro marts_of_filings() -%}
{{ return({
    'filing_changes': ['fct_income', 'fct_balance', 'fct_cash_flow'],
    'later_filings': ['fct_ratios', 'fct_identities', 'fct_claims', 'fct_guidance', 'fct_revisions', 'first_reported'],
    'related_filings': ['dim_filing', 'fct_guidance_outcomes', 'latest_reported', 'company_quarters'],
}) }}
{%- endmacro %}

{#- The rows of a mart that an incremental build says anew; else all. -#}
{% macro said_anew(mart, filings) -%}
{%- if execute and model_of(mart).reads != filings.identifier -%}
{{ exceptions.raise_compiler_error(mart.identifier ~ ' does not say ' ~ filings.identifier ~ ' anew, as marts_of_filings() has it') }}
{%- endif -%}
{{ of_filings(mart, filings) }}
{%- endmacro %}

{#- Before an incremental build of int_said_rows: what it holds of the rows that are said anew. -#}
{% macro forget_said_rows() -%}
{%- if is_incremental() -%}
delete from {{ this }}
where
    {% for filings, marts in marts_of_filings().items() -%}
    (mart in ('{{ marts | join("', '") }}') and filing_id in (select filing_id from {{ ref(filings) }}))
    {{ 'or' if not loop.last }}
    {% endfor %}
{%- else -%}
select 1
{%- endif -%}
{%- endmacro %}
