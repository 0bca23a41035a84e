{# Half a unit of the last digit that a number was said in, of two digits at least: 50,000 for 12,500,000; 500,000 for
   20,000,000; 0.005 for 0.15; 0 for 0. #}
{% macro printed_rounding(value) -%}
{%- set digits = "cast(cast(abs(" ~ value ~ ") * 10000 as hugeint) as varchar)" -%}
if(
    {{ value }} = 0,
    0,
    power(10, least(length(regexp_extract({{ digits }}, '0*$')), length({{ digits }}) - 2) - 4) / 2
)
{%- endmacro %}
