{# One identity as a struct: the elements that take part, what is printed, what it should come to, and by how much the
   two may differ, as each was rounded in print. The arguments are SQL but for the names. #}
{% macro identity(name, concepts, printed, computed, computed_from, tolerance) -%}
{
    'identity': '{{ name }}',
    'concepts': [{% for concept in concepts %}'{{ concept }}'{{ ', ' if not loop.last }}{% endfor %}],
    'printed': cast({{ printed }} as decimal(28, 4)),
    'computed': cast({{ computed }} as decimal(28, 4)),
    'computed_from': '{{ computed_from }}',
    'tolerance': cast({{ tolerance }} as decimal(28, 4))
}
{%- endmacro %}
