with

lines as (

    select
        *,
        regexp_matches(section_words, '\b(noncontrolling|minority)( ownership)? interests?$') as is_noncontrolling,
        regexp_matches(section_words, '\b(basic|primary)\b') as is_of_basic,
        regexp_matches(section_words, '\b(diluted|dilution)\b') as is_of_diluted,
        unit_kind = 'per_share' and is_of_basic and not is_of_diluted as is_basic,
        unit_kind = 'per_share' and is_of_diluted and not is_of_basic as is_diluted,
        regexp_matches(
            concat_ws(' ', section_words, label_words), '\b(adss?|american depositary (shares?|receipts?)|adrs?)\b'
        ) as is_depositary,
        regexp_matches(label_words, '\b(plant|property|properties|goodwill|(in)?tangible|fixed|long term|noncurrent)\b')
        and not regexp_matches(label_words, '\b(current|held for sale)\b') as is_lasting_asset,
        regexp_matches(
            label_words,
            '\b(equity|capital|capitalization|common|preferred|preference|retained|long term|noncurrent)\b'
        )
        and not regexp_matches(label_words, '\bcurrent\b') as is_lasting_claim
    from {{ changed(ref('int_lines')) }}

),

panels as (

    select
        line_id,
        panel,
        landmarks
    from {{ changed(ref('int_panels')) }}

),

landmarks as (

    select * from {{ changed(ref('int_panel_landmarks')) }}

),

industries as (

    select * from {{ changed(ref('int_industries')) }}

),

placed as (

    select
        lines.line_id,
        lines.filing_id,
        lines.statement,
        lines.position,
        lines.section_words,
        -- highlights are printed in no order, and so is what begins with the total of assets or has no total of a side
        lines.is_stand_in
        or coalesce(landmarks.assets = min(lines.position) over in_panel, false)
        or lines.statement = 'balance' and max(coalesce(
            landmarks.assets, landmarks.current_assets,
            landmarks.liabilities, landmarks.current_liabilities, landmarks.balance_end
        )) over in_statement is null as has_no_order,
        panels.panel,
        industries.industry,
        landmarks.* exclude (
            filing_id, statement, panel, noncontrolling, last_noncontrolling, basic_per_share, diluted_per_share
        ),
        coalesce(
            landmarks.basic_per_share, min(lines.position) filter (where lines.is_basic) over in_panel
        ) as basic_per_share,
        coalesce(
            landmarks.diluted_per_share, min(lines.position) filter (where lines.is_diluted) over in_panel
        ) as diluted_per_share,
        count(*) filter (
            where lines.is_diluted or list_contains(panels.landmarks, 'diluted_per_share')
        ) over in_panel as diluted_lines,
        coalesce(
            landmarks.noncontrolling, min(lines.position) filter (where lines.is_noncontrolling) over in_panel
        ) as noncontrolling,
        greatest(
            landmarks.last_noncontrolling, max(lines.position) filter (where lines.is_noncontrolling) over in_panel
        ) as last_noncontrolling,
        -- without a heading, it may stand below what is not current
        {%- for first, side, heading, lasting in [
            ('first_current_asset', 'assets', 'current assets', 'is_lasting_asset'),
            (
                'first_current_liability', 'liabilities',
                '(current (and accrued )?liabilities|^(accounts )?payables?)', 'is_lasting_claim'
            )
        ] %}
            coalesce(
                min(lines.position) filter (
                    where regexp_matches(lines.section_words, '\b{{ heading }}$')
                ) over in_panel,
                if(
                    bool_or(lines.label_words = 'current {{ side }}') over in_panel,
                    max(lines.position) filter (
                        where lines.{{ lasting }} and lines.position < landmarks.current_{{ side }}
                    ) over in_panel + 1,
                    null
                )
            ) as {{ first }},
        {%- endfor %}
        row_number() over in_order - 1 as lines_above,
        count(*) filter (
            where lines.unit_kind = 'money'
            and lines.position > landmarks.operating_income and lines.position < landmarks.pretax_income
        ) over in_panel as nonoperating_lines,
        count(*) filter (
            where lines.unit_kind = 'money'
            and lines.position > landmarks.interest_margin and lines.position < landmarks.pretax_income
        ) over in_panel as noninterest_lines,
        count(*) filter (
            where list_contains(panels.landmarks, 'deposit_kind') and lines.position > landmarks.assets
        ) over in_panel as deposit_kinds,
        max(lines.position) filter (
            where list_contains(panels.landmarks, 'cost') and not list_contains(panels.landmarks, 'interest_expense')
            and lines.position < coalesce(landmarks.operating_income, landmarks.pretax_income)
        ) over in_panel as last_cost,
        coalesce(
            bool_and(lines.is_depositary) filter (where lines.unit_kind = 'per_share') over in_panel, true
        ) as is_all_depositary,
        list_has_any(panels.landmarks, ['opening_cash', 'closing_cash']) as is_cash_position,
        (lag(list_contains(panels.landmarks, 'revenue')) over in_order or row_number() over in_order = 2)
        and lead(list_contains(panels.landmarks, 'gross_profit')) over in_order as is_all_cost
    from lines
    inner join panels using (line_id)
    left join landmarks using (filing_id, statement, panel)
    left join industries using (filing_id)
    window
        in_statement as (partition by lines.filing_id, lines.statement),
        in_panel as (partition by lines.filing_id, lines.statement, panels.panel),
        in_order as (partition by lines.filing_id, lines.statement, panels.panel order by lines.position)

)

select
    line_id,
    filing_id,
    panel,
    list_filter(
        [
            industry,
            if(is_cash_position, 'cash_position', null),
            {{ income_contexts() }},
            {{ balance_contexts() }}
        ],
        lambda context: context is not null
    ) as contexts
from placed
