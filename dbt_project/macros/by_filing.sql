{#- Models that are built filing by filing: those in models/intermediate/by_filing and the facts of the marts. What they
    say of a filing depends on that filing and its registrant alone, so that a build has only to forget the filings that
    are new, changed or gone (filing_changes) and to say anew what is said of them. -#}

{#- The rows of a relation for the filings that an incremental build has to read; else all. -#}
{% macro changed(relation) -%}
{%- set changes = ref('filing_changes') -%}
{%- if is_incremental() -%}
(select * from {{ relation }} where filing_id in (select filing_id from {{ changes }}))
{%- else -%}
{{ relation }}
{%- endif -%}
{%- endmacro %}

{#- Before an incremental build: what the model holds of those filings. -#}
{% macro forget_changed() -%}
{%- if is_incremental() -%}
delete from {{ this }} where filing_id in (select filing_id from {{ ref('filing_changes') }})
{%- else -%}
select 1
{%- endif -%}
{%- endmacro %}

{#- What the last build that came to its end has read: built_filings as it was. Nothing in a full refresh. -#}
{% macro last_built() -%}
{%- set built = adapter.get_relation(target.database, 'building', 'built_filings') if execute else none -%}
{%- if built and not flags.FULL_REFRESH -%}
{{ built }}
{%- else -%}
(select '' as filing_id, '' as version where false)
{%- endif -%}
{%- endmacro %}

{#- A test of what is built filing by filing looks at the filings that the build has read: what it said of the others
    was tested when it was said. Every test looks at all of it after `dbt build --full-refresh`. -#}
{% macro get_where_subquery(relation) -%}
{%- set model = namespace(is_by_filing=false) -%}
{%- for node in (graph.nodes.values() if execute else []) -%}
    {%- if node.resource_type == 'model' and node.name == relation.identifier -%}
        {%- set model.is_by_filing = node.config.get('meta', {}).get('by_filing', false) -%}
    {%- endif -%}
{%- endfor -%}
{%- if model.is_by_filing -%}
(select * from {{ relation }} where filing_id in (select filing_id from {{ target.database }}.building.filing_changes))
{%- else -%}
{{ relation }}
{%- endif -%}
{%- endmacro %}
