{# Groups of rows, of which `column_name` is given, that hold more than one value. #}
{% test one_value_each(model, column_name, columns) %}
    select
        {{ column_name }},
        {{ columns | join(', ') }},
        min(value) as least,
        max(value) as most
    from {{ model }}
    where {{ column_name }} is not null
    group by {{ column_name }}, {{ columns | join(', ') }}
    having least != most
{% endtest %}
