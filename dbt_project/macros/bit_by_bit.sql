{#- Models that are built bit by bit (dbt_project.yml says which are what).
    - by filing: what they say of a filing depends on that filing and its registrant alone. A build forgets the filings
      that are new, changed or gone (filing_changes) and says anew what is said of them.
    - looking back: it depends on what the company had said until then. A build says anew those filings and its later
      ones (later_filings).
    - by company: it depends on all filings of the company. A build says anew every filing of the companies that have
      one in filing_changes (related_filings).
    Models in scratch/ are read by others of the same build alone, and hold nothing but what it says anew: they are in a
    file of their own, are not published, and say all only where all is built. -#}

{#- The rows of a relation for the filings that an incremental build of a model by filing has to read; else all. -#}
{% macro changed(relation) -%}
{{ of_filings(relation, ref('filing_changes')) }}
{%- endmacro %}

{#- The same for a model that looks back. -#}
{% macro later(relation) -%}
{{ of_filings(relation, ref('later_filings')) }}
{%- endmacro %}

{#- The same for a model by company; and what a model that looks back sees of the past. -#}
{% macro related(relation) -%}
{{ of_filings(relation, ref('related_filings')) }}
{%- endmacro %}

{% macro of_filings(relation, filings) -%}
{%- if is_partial() -%}
{{ rows_of(relation, filings) }}
{%- else -%}
{{ relation }}
{%- endif -%}
{%- endmacro %}

{#- Whether a row is of the filings that a build of this model says anew, where it reads more than these. -#}
{% macro is_said_anew(filings) -%}
{%- if is_partial() -%}
filing_id in (select filing_id from {{ filings }})
{%- else -%}
true
{%- endif -%}
{%- endmacro %}

{#- Whether a build of this model says anew what has changed alone. A model in scratch/ is a table made anew, of which dbt
    does not say so. -#}
{% macro is_partial() -%}
{{ return((built_before() is not none) if this.database == 'scratch' else is_incremental()) }}
{%- endmacro %}

{#- The built_filings of the last build that came to its end; none where all is built anew: in a full refresh, and where a
    model has been dropped that would keep what is said of the filings that have not changed. -#}
{% macro built_before() -%}
{%- if not execute or flags.FULL_REFRESH -%}
{{ return(none) }}
{%- endif -%}
{%- for node in graph.nodes.values() if node.resource_type == 'model' and node.config.materialized == 'incremental' -%}
{%- if not adapter.get_relation(target.database, node.schema, node.alias) -%}
{{ return(none) }}
{%- endif -%}
{%- endfor -%}
{{ return(adapter.get_relation(target.database, 'building', 'built_filings')) }}
{%- endmacro %}

{#- The rows of some filings; a model in scratch/ holds no others. What a model says anew is appended in one insert, the
    only one of this run of dbt, so these are its last ones, and only they are looked at however many there are before
    them. All are looked at where this run has not written the model, and where more filings are asked for than it says
    anew. -#}
{% macro rows_of(relation, filings) -%}
{%- set model = model_of(relation) -%}
{%- if relation.database == 'scratch' -%}
{%- if model.reads != filings.identifier -%}
{{ exceptions.raise_compiler_error(relation.identifier ~ ' holds only ' ~ model.reads ~ ': it cannot be in scratch/') }}
{%- endif -%}
{{ relation }}
{%- else -%}
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
{%- endif -%}
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

{#- What the last build that came to its end has read; nothing where all is built anew. -#}
{% macro last_built() -%}
{{ versions_in(built_before()) }}
{%- endmacro %}

{#- What the last build has begun to say, which it may not have come to the end of. -#}
{% macro last_begun() -%}
{{ versions_in(adapter.get_relation(this.database, this.schema, this.identifier) if execute else none) }}
{%- endmacro %}

{#- The filings of a relation of building, each in a version; nothing where there is none. -#}
{% macro versions_in(relation) -%}
{%- if relation -%}
(select * from {{ relation }} where version is not null)
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
