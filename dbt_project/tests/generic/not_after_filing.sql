{# Rows of a filing whose day lies after the day on which the filing was made. #}
{% test not_after_filing(model, column_name, filings) %}
    select model.*
    from {{ model }} as model
    inner join {{ filings }} as filings using (filing_id)
    where model.{{ column_name }} > filings.said_on
{% endtest %}
