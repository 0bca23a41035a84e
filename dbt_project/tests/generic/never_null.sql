{# Rows that lack a value which each of them has to have: one test a model, since each test costs a run its time. #}
{% test never_null(model, columns) %}
    select * from {{ model }}
    where {{ columns | join(' is null or ') }} is null
{% endtest %}
