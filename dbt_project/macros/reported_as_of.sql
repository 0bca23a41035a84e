{# A table function for analysts: what each company had last printed of each element and period by the end of a day.
   select * from marts.reported_as_of(date '2003-08-01') #}
{% macro create_reported_as_of() -%}
create or replace macro {{ this.schema }}.reported_as_of(day) as table
select * from {{ ref('int_company_facts').include(database=false) }}
where said_on <= day
qualify row_number() over (
    partition by company_id, concept, unit, period_end, months
    order by said_on desc, filing_id desc
) = 1
{%- endmacro %}
