{# What a company did to its own earlier expectation, by the numbers alone: initiates, raises, lowers, narrows, widens,
   reaffirms; null where one of the two has no number to compare. Of a bound that stands open only the other is compared. #}
{% macro computed_action(low, high, prior_low, prior_high, has_prior) -%}
case
    when {{ low }} is null and {{ high }} is null then null
    when not {{ has_prior }} then 'initiates'
    when ({{ low }} is null) != ({{ prior_low }} is null) or ({{ high }} is null) != ({{ prior_high }} is null) then null
    when coalesce({{ low }} = {{ prior_low }}, true) and coalesce({{ high }} = {{ prior_high }}, true) then 'reaffirms'
    when coalesce({{ low }} >= {{ prior_low }}, true) and coalesce({{ high }} >= {{ prior_high }}, true) then 'raises'
    when coalesce({{ low }} <= {{ prior_low }}, true) and coalesce({{ high }} <= {{ prior_high }}, true) then 'lowers'
    when {{ low }} > {{ prior_low }} then 'narrows'
    else 'widens'
end
{%- endmacro %}
