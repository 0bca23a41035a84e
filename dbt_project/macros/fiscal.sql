{# The month that a period's last day stands for: a 52- or 53-week period may end some days into the next month. #}
{% macro closing_month(period_end) -%}
cast(date_trunc('month', {{ period_end }} - interval 10 day) as date)
{%- endmacro %}

{# The month of a fiscal year that runs like the calendar's, one early: where a quarter has 16 weeks and the others have 12,
   they end up to a month off those of a year of four equal ones, on either side. #}
{% macro fiscal_month(period_end, year_end_month) -%}
({{ closing_month(period_end) }} + to_months(11 - {{ year_end_month }}))
{%- endmacro %}

{# The fiscal year, named by the calendar year in which it ends. #}
{% macro fiscal_year(period_end, year_end_month) -%}
cast(year({{ fiscal_month(period_end, year_end_month) }}) as integer)
{%- endmacro %}

{# The fiscal quarter, 1 to 4. #}
{% macro fiscal_quarter(period_end, year_end_month) -%}
cast(quarter({{ fiscal_month(period_end, year_end_month) }}) as integer)
{%- endmacro %}
