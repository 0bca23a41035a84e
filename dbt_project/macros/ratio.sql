{#- One ratio as a struct: numerator / denominator * times - less; of form 'difference', numerator - denominator. The
    arguments are SQL but for the names and the form. -#}
{% macro ratio(name, numerator, denominator, numerator_concept, denominator_concept,
    basis="'printed'", times='1', less='0', suffix=none, form='quotient') -%}
{
    'ratio': '{{ name }}'{{ " || '_' || " ~ suffix if suffix }},
    'numerator': cast({{ numerator }} as decimal(28, 4)),
    'denominator': cast({{ denominator }} as decimal(28, 4)),
    'numerator_concept': '{{ numerator_concept }}',
    'denominator_concept': '{{ denominator_concept }}',
    'basis': {{ basis }},
    'times': cast({{ times }} as integer),
    'less': {{ less }},
    'form': '{{ form }}'
}
{%- endmacro %}
