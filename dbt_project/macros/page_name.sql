{# The page of a filing or a company, relative to PAGES_DIR: its key where that is a plain file name, else the plain
   characters of the key and a digest of all. #}
{% macro page_name(folder, key) -%}
    '{{ folder }}/' || if(
        regexp_full_match({{ key }}, '[A-Za-z0-9][A-Za-z0-9._-]{0,99}'),
        {{ key }},
        left(regexp_replace({{ key }}, '[^A-Za-z0-9_-]+', '-', 'g'), 100) || '.' || left(md5({{ key }}), 12)
    ) || '.html'
{%- endmacro %}
