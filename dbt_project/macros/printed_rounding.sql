{# Half a unit of the last digit that a number was said in: 50,000 for 12,500,000; 0.005 for 0.05; 0 for 0. #}
{% macro printed_rounding(value) -%}
if(
    {{ value }} = 0,
    0,
    power(
        10,
        length(regexp_extract(cast(cast(abs({{ value }}) * 10000 as hugeint) as varchar), '0*$')) - 4
    ) / 2
)
{%- endmacro %}
