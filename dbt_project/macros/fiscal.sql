{# The month that a period's last day stands for: a 52- or 53-week period may end some days into the next month. #}
{% macro closing_month(period_end) -%}
cast(date_trunc('month', {{ period_end }} - interval 10 day) as date)
{%- endmacro %}

{# The fiscal year, named by the calendar year in which it ends. #}
{% macro fiscal_year(period_end, year_end_month) -%}
cast(
    year({{ closing_month(period_end) }}) + if(month({{ closing_month(period_end) }}) > {{ year_end_month }}, 1, 0)
    as integer
)
{%- endmacro %}

{# The fiscal quarter, 1 to 4. #}
{% macro fiscal_quarter(period_end, year_end_month) -%}
cast(
    ceil(((month({{ closing_month(period_end) }}) - {{ year_end_month }} + 11) % 12 + 1) / 3) as integer
)
{%- endmacro %}
