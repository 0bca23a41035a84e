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

{# What an identity comes to, with the line of `others` (a list of values) that is just what it lacks: between two
   elements may stand a line that bears none, as redeemable interests do between liabilities and equity. #}
{% macro with_what_lacks(printed, computed, others, tolerance) -%}
{{ computed }} + if(
    abs({{ printed }} - ({{ computed }})) <= {{ tolerance }}, 0,
    coalesce(list_filter({{ others }}, lambda other: abs({{ printed }} - ({{ computed }}) - other) <= {{ tolerance }})[1], 0)
)
{%- endmacro %}

{# A select of the lines that bear no element and stand, in their column of `facts`, below one of the elements `above`
   and above one of `below`: one row a filing and period, their values (`value` is SQL) as the list `others`. #}
{% macro others_between(facts, above, below, value) -%}
select
    filing_id,
    period_start,
    period_end,
    list({{ value }} order by document_no, table_no, line_no, column_no) as others
from (
    select
        *,
        {%- for side, concepts in {'above': above, 'below': below}.items() %}
        min(line_no) filter (where concept in ('{{ concepts | join("', '") }}'))
            over (partition by filing_id, document_no, table_no, column_no) as line_{{ side }}{{ ',' if not loop.last }}
        {%- endfor %}
    from {{ facts }}
)
where concept is null and line_no > line_above and line_no < line_below
group by filing_id, period_start, period_end
{%- endmacro %}
