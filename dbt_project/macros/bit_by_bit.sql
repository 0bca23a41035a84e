{#- Models that are built bit by bit. What those in by_filing/ and the facts of the marts say of a filing depends on that
    filing and its registrant alone: a build forgets the filings that are new, changed or gone (filing_changes) and says
    anew what is said of them. What those in by_company/ and the other marts say depends on all filings of a company: a
    build forgets, and reads, every filing of the companies that have one in filing_changes (related_filings). -#}

{#- The rows of a relation for the filings that an incremental build of a model by filing has to read; else all. -#}
{% macro changed(relation) -%}
{{ of_filings(relation, ref('filing_changes')) }}
{%- endmacro %}

{#- The same for a model by company. -#}
{% macro related(relation) -%}
{{ of_filings(relation, ref('related_filings')) }}
{%- endmacro %}

{% macro of_filings(relation, filings) -%}
{%- if is_incremental() -%}
{{ rows_of(relation, filings) }}
{%- else -%}
{{ relation }}
{%- endif -%}
{%- endmacro %}

{#- The rows of some filings. What a model says anew is appended in one insert, the only one of this run of dbt, so these
    are its last ones, and only they are looked at however many there are before them. All are looked at where this run
    has not written the model, and where it says only filing_changes anew and related_filings are asked for. -#}
{% macro rows_of(relation, filings) -%}
{%- set model = model_of(relation) -%}
(
    select * from {{ relation }}
    where
        filing_id in (select filing_id from {{ filings }})
        {%- if model.materialized == 'incremental' and model.reads in (filings.identifier, 'related_filings') %}
        and rowid > (
            select max(rowid) - (
                select coalesce(max(row_count), {{ 2 ** 63 - 1 }}) from {{ appended_rows() }}
                where model = '{{ relation.identifier }}'
            )
            from {{ relation }}
        )
        {%- endif %}
)
{%- endmacro %}

{#- How a relation's model is materialized, and which filings a build of it reads. -#}
{% macro model_of(relation) -%}
{%- set node = graph.nodes.get('model.' ~ project_name ~ '.' ~ relation.identifier) if execute else none -%}
{{ return({
    'materialized': node.config.materialized if node else none,
    'reads': node.config.get('meta', {}).get('reads') if node else none,
}) }}
{%- endmacro %}

{#- How many rows this run of dbt has appended to a model. -#}
{% macro appended_rows() -%}
{{ api.Relation.create(database=target.database, schema='building', identifier='appended_rows') }}
{%- endmacro %}

{#- Before a run of dbt: nothing is appended yet. -#}
{% macro begin_to_append() -%}
create schema if not exists building;
create or replace table {{ appended_rows() }} (model varchar, row_count bigint)
{%- endmacro %}

{#- The incremental strategy: dbt's append, and a note of how many rows that were. -#}
{% macro get_incremental_append_and_count_sql(arguments) -%}
insert into {{ appended_rows() }}
select '{{ arguments.target_relation.identifier }}', count(*) from {{ arguments.temp_relation }};
{{ get_incremental_append_sql(arguments) }}
{%- endmacro %}

{#- Before an incremental build: what the model holds of the filings that it reads. -#}
{% macro forget(filings) -%}
{%- if is_incremental() -%}
delete from {{ this }} where filing_id in (select filing_id from {{ filings }})
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
(select '' as filing_id, '' as version, '' as company_id where false)
{%- endif -%}
{%- endmacro %}

{#- A test that stops the publish looks at the filings that the build has read: what is built bit by bit of the others was
    tested when it was said, and all of it after `dbt build --full-refresh`. One that only counts looks at all, so that
    its count is of the whole warehouse. -#}
{% macro get_where_subquery(relation) -%}
{%- set reads = model_of(relation).reads -%}
{%- if reads and config.get('severity', 'error') | lower != 'warn' -%}
{{ rows_of(relation, api.Relation.create(database=target.database, schema='building', identifier=reads)) }}
{%- else -%}
{{ relation }}
{%- endif -%}
{%- endmacro %}
