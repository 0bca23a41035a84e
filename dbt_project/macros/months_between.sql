{# Whole months from a period's first day to its last; null for an instant. 13 weeks are 3 months. #}
{% macro months_between(period_start, period_end) -%}
cast(round((date_diff('day', {{ period_start }}, {{ period_end }}) + 1) / 30.44) as integer)
{%- endmacro %}
