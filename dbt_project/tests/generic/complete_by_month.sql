{# Months of filing in which less than `share` of the rows of a condition is in `to`; of few rows nothing is said. #}
{% test complete_by_month(model, column_name, to, condition, share=0.9, at_least=10) %}
    select
        date_trunc('month', filed_on) as filing_month,
        count(*) as filings,
        avg(if(found.{{ column_name }} is null, 0, 1)) as complete
    from {{ model }} as model
    left join (select distinct {{ column_name }} from {{ to }}) as found using ({{ column_name }})
    where {{ condition }} and filed_on is not null
    group by all
    having filings >= {{ at_least }} and complete < {{ share }}
{% endtest %}
