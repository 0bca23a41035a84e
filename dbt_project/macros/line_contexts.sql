{#- What a line's place in its statement says about it: the words of the column `context` in concept_patterns.csv. -#}

{% macro contexts(conditions) -%}
{%- for name, condition in conditions %}
if({{ condition }}, '{{ name }}', null)
{%- if not loop.last %},{% endif %}
{%- endfor %}
{%- endmacro %}

{% macro income_contexts() -%}
{{ contexts([
    ('top', "statement = 'income' and position < coalesce("
        ~ "least(cost, gross_profit, operating_income, pretax_income, net_income), 1000000)"),
    ('below_many', 'lines_above > 2'),
    ('all_cost', 'is_all_cost'),
    ('costs_follow', 'position < last_cost'),
    ('below_interest', 'position > interest_expense and position < pretax_income'),
    ('interest_income', "statement = 'income' and interest_income is not null"),
    ('debt_interest', 'debt_interest is not null'),
    ('amortization_apart', 'amortization_apart is not null'),
    ('all_noninterest', 'position > interest_margin and position < pretax_income and noninterest_lines = 2'),
    ('margin', 'net_interest is not null'),
    ('before_tax', 'position < pretax_income and position < income_tax'),
    ('above_income_tax', 'position < income_tax'),
    ('taxes_beside_operations', 'position > income_tax and income_tax > operating_income'),
    ('before_gross_profit', 'position < gross_profit and coalesce(gross_profit < operating_income, true)'),
    ('after_gross_profit', 'position > gross_profit'),
    ('has_operating_income', 'operating_income is not null'),
    ('all_ebit', 'operating_income = ebit'),
    ('nonoperating', 'position > operating_income and position < pretax_income'),
    ('only_nonoperating', 'position > operating_income and position < pretax_income and nonoperating_lines = 1'),
    ('before_pretax', 'position < pretax_income'),
    ('pretax_twice', 'last_pretax_income > pretax_income'),
    ('producer', 'production_cost is not null'),
    ('other_cost', 'other_cost is not null'),
    ('between_cost_totals', 'position > total_cost_of_revenue and position < total_costs '
        ~ 'and total_costs < operating_income'),
    ('goods_cost', 'goods_cost is not null and product_cost is null'),
    ('product_cost', 'product_cost is not null'),
    ('discontinued_below', "statement = 'income' and position < discontinued_result"),
    ('below_discontinued', 'position > discontinued_result and position < net_income'),
    ('taxes_before_discontinued', 'income_tax < discontinued_result'),
    ('discontinued_result', 'discontinued_result is not null'),
    ('discontinued_sale', 'discontinued_sale is not null'),
    ('net_income', 'net_income is not null'),
    ('common_income', 'common_income is not null'),
    ('noncontrolling', "statement = 'income' and noncontrolling is not null"),
    ('noncontrolling_above', "statement = 'income' and position > noncontrolling"),
    ('noncontrolling_below', "statement = 'income' and position < last_noncontrolling"),
    ('below_parent', 'position > parent_income and noncontrolling is not null'),
    ('above_parent', "statement = 'income' and position < parent_income"),
    ('sole_parent', 'noncontrolling is not null and parent_income is null and preferred is null '
        ~ 'and coalesce(last_net_income < noncontrolling, true)'),
    ('diluted_per_share', 'diluted_per_share is not null'),
    ('diluted_parts', 'diluted_lines > 1'),
    ('basic_per_share', 'basic_per_share is not null'),
    ('per_share_apart', 'basic_per_share != diluted_per_share'),
    ('diluted_shares', 'diluted_shares is not null'),
    ('adjusted_shares', 'diluted_shares = adjusted_shares'),
    ('basic_shares', 'basic_shares is not null'),
    ('all_depositary', 'is_all_depositary'),
]) }}
{%- endmacro %}

{#- Highlights are printed in no order: their lines may stand on either side. Equity may stand above the liabilities or,
    in a utility's capitalization, above its debt, and what is not current above what is. -#}
{% macro balance_contexts() -%}
{%- set on_assets = "coalesce(position <= assets, position <= current_assets, section_words like '%assets%')" -%}
{%- set above_equity = "(position < equity_part or position <= liabilities or (equity_part is null and "
    ~ "liabilities is null and position < coalesce(balance_end, 1000000)) or equity_part < current_liabilities "
    ~ "or position < capitalization)" -%}
{%- set side_total = 'if(coalesce(' ~ on_assets ~ ', false), current_assets, current_liabilities)' -%}
{%- set side_noncurrent = 'if(coalesce(' ~ on_assets ~ ', false), noncurrent_assets, noncurrent_liabilities)' -%}
{%- set side_first = 'if(coalesce(' ~ on_assets ~ ', false), first_current_asset, first_current_liability)' -%}
{%- set current = '(coalesce(position <= ' ~ side_total ~ ", section_words similar to '(.* )?current (assets|(and accrued )?liabilities)')"
    ~ ' and coalesce(position >= ' ~ side_first ~ ', true)'
    ~ ' and coalesce(position > ' ~ side_noncurrent ~ ' or ' ~ side_noncurrent ~ ' > ' ~ side_total ~ ', true)'
    ~ ' and coalesce(position > capitalization or capitalization > ' ~ side_total ~ ', true)'
    ~ " and coalesce(section_words not similar to '(total )?(noncurrent|long term) (assets|liabilities)', true))" -%}
{{ contexts([
    ('assets', "statement = 'balance' and (has_no_order or " ~ on_assets ~ ')'),
    ('below_assets', "statement = 'balance' and (has_no_order or not coalesce(" ~ on_assets ~ ', false))'),
    ('liabilities', "statement = 'balance' and (has_no_order or (not coalesce(" ~ on_assets ~ ', false) and '
        ~ above_equity ~ '))'),
    ('after_liabilities', "statement = 'balance' and position > liabilities"),
    ('equity', "statement = 'balance' and (has_no_order or position >= equity_part)"),
    ('current', "statement = 'balance' and coalesce(" ~ current ~ ', false)'),
    ('in_current_total', "statement = 'balance' and coalesce(" ~ current ~ ' and position < ' ~ side_total ~ ', false)'),
    ('noncurrent', "statement = 'balance' and not coalesce(" ~ current ~ ', false) and ' ~ side_total ~ ' is not null'),
    ('unclassified', "statement = 'balance' and not coalesce(" ~ current ~ ', false) and ' ~ side_total ~ ' is null'),
    ('sole_deposits', 'deposit_kinds = 1'),
    ('noncontrolling_inside', "statement = 'balance' and (noncontrolling > equity_part and noncontrolling < position"
        ~ " or last_noncontrolling > equity_part and last_noncontrolling < position)"),
]) }}
{%- endmacro %}
