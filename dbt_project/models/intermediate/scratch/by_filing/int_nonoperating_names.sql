with

lines as (

    select
        *,
        regexp_matches(printed_words, '\b(operating (income|profit|loss)|from operations)\b') as is_operating_result
    from {{ changed(ref('int_placed_lines')) }}
    where statement = 'income'

),

placed as (

    select
        *,
        lag(section_words) over in_order = section_words
        and coalesce(lead(section_words) over in_order, '') != section_words as is_last_of_section,
        -- other income and other expenses, each a line, come to no total of their own
        coalesce(starts_with(lag(printed_words) over in_order, 'other'), false)
        and printed_words not in ('other income', 'other expense', 'other expenses') as is_below_other,
        if(
            (
                regexp_matches(lead(printed_words) over in_order, '\bbefore .*\btax(es)?\b')
                or regexp_matches(  -- where nothing is taxed
                    lead(printed_words) over in_order,
                    '^net (income|loss|earnings)( before (extraordinary|cumulative).*)?$'
                )
            )
            -- and the lines between do not cancel each other out
            and amount_so_far - amount
            != last_value(if(is_operating_result, amount_so_far, null) ignore nulls) over above,
            abs(lead(amount) over in_order - last_value(if(is_operating_result, amount, null) ignore nulls) over above),
            null
        ) as amount_nonoperating,
        -- of what interest costs and what it earns, the two lines above
        regexp_matches(printed_words, '^interest\b.*\b(expenses?|costs?|charges) net$')
        and regexp_matches(lag(printed_words) over in_order, '^(interest|investment)\b')
        and regexp_matches(lag(printed_words, 2) over in_order, '^(interest|investment)\b')
        and regexp_matches(lag(printed_words) over in_order, '\bincome\b')
        != regexp_matches(lag(printed_words, 2) over in_order, '\bincome\b')
        and abs(abs(amount) - abs(abs(lag(amount) over in_order) - abs(lag(amount, 2) over in_order)))
        <= abs(amount) / 100 as is_balance_of_interest
    from lines
    window
        panel as (partition by filing_id, document_no, table_no),
        in_order as (panel order by position),
        above as (in_order rows between unbounded preceding and 1 preceding)

),

named as (

    select
        *,
        case
            when
                (
                    printed_words in (section_words, section_words || ' net')
                    or regexp_matches(printed_words, '^(net )?other( income| expenses?)+( net)?$')
                )
                and is_last_of_section and (amount = amount_of_section or is_below_other)
                and regexp_matches(section_words, '\bother\b.* (income|expenses?)\b')
                then 'total ' || printed_words  -- named as its heading
            -- the last of several lines between operating and pre-tax income: their total, or one of them
            when
                unit_kind = 'money'
                and regexp_matches(printed_words, '^((net |other )*nonoperating|net other)( income| expenses?| net)+$')
                and abs(abs(amount) - amount_nonoperating) > amount_nonoperating / 100
                then 'other nonoperating income expense net'
            when
                abs(amount) = amount_nonoperating
                and regexp_matches(
                    printed_words, '^(net |interest and )*(other|financial)( income| expenses?| items| net)+$'
                )
                then 'total other income expense net'
            when is_balance_of_interest then 'net interest income expense'
            -- of all between operating and pre-tax income, of which the last lines have a heading of their own
            when
                is_bare_total and abs(amount) = amount_nonoperating
                and section_above != '' and amount != amount_of_section
                then 'total other income expense net'
        end as label_words
    from placed

)

select
    line_id,
    filing_id,
    label_words
from named
where label_words is not null
