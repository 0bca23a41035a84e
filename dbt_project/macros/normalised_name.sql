{# A registrant's name for comparison: lower case, no punctuation, no legal form, no state after a slash. #}
{% macro normalised_name(name) -%}
trim(regexp_replace(
    regexp_replace(
        regexp_replace(regexp_replace(lower({{ name }}), '/[a-z]{2,3}/?\s*$', ''), '[^a-z0-9]+', ' ', 'g'),
        '\b(the|inc|incorporated|corp|corporation|co|company|ltd|limited|llc|lp|plc|nv|sa|ag)\b', ' ', 'g'
    ),
    '\s+', ' ', 'g'
))
{%- endmacro %}
