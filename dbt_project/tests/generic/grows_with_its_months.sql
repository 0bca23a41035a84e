{# Values over fewer months above those over more months to the same day, of elements that are never negative. #}
{% test grows_with_its_months(model, concepts) %}
    select
        longer.filing_id,
        longer.concept,
        longer.period_end,
        longer.months,
        longer.value,
        shorter.months as fewer_months,
        shorter.value as greater_value
    from {{ model }} as longer
    inner join {{ model }} as shorter
        on
            longer.filing_id = shorter.filing_id
            and longer.concept = shorter.concept
            and longer.unit = shorter.unit
            and longer.period_end = shorter.period_end
            and longer.months > shorter.months
    where longer.concept in ('{{ concepts | join("', '") }}') and shorter.value > greatest(longer.value, 0)
{% endtest %}
