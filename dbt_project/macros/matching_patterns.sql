{#- The label patterns of a seed (columns statement, unit_kind, label) that match a line's whole label, as a list of
    their texts. The patterns become constants of the query, each compiled once: joining the seed and matching row by
    row would compile every pattern for every label. Words in braces ({income}) come from pattern_words.csv. -#}
{% macro matching_patterns(seed, statement='statement', unit_kind='unit_kind', label='label_words') -%}
{%- if execute -%}
{%- set words = {} -%}
{%- for row in run_query('select word, expression from ' ~ ref('pattern_words')).rows -%}
    {%- do words.update({'{' ~ row[0] ~ '}': '(' ~ row[1] ~ ')'}) -%}
{%- endfor -%}
{%- set patterns = run_query('select distinct statement, unit_kind, label from ' ~ seed ~ ' order by all').rows -%}
list_filter(
    [
        {%- for row in patterns %}
        {%- set pattern = namespace(text=row[2]) -%}
        {%- for word, expression in words.items() -%}
            {%- set pattern.text = pattern.text | replace(word, expression) -%}
        {%- endfor %}
        if(
            {{ statement }} = '{{ row[0] }}' and {{ unit_kind }} = '{{ row[1] }}'
            and regexp_full_match({{ label }}, '{{ pattern.text | replace("'", "''") }}'),
            '{{ row[2] | replace("'", "''") }}', null
        )
        {%- if not loop.last %},{% endif %}
        {%- endfor %}
    ],
    lambda pattern: pattern is not null
)
{%- else -%}
[]
{%- endif -%}
{%- endmacro %}
