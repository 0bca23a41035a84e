{# A model's schema is exactly the one configured (staging, building, intermediate, marts), with no target's name before it. #}
{% macro generate_schema_name(custom_schema_name, node) -%}
    {{ custom_schema_name or target.schema }}
{%- endmacro %}
