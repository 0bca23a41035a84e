with

lines as (

    select * from {{ changed(ref('int_placed_lines')) }}
    where statement = 'balance'

),

net_names as (

    select * from {{ changed(ref('int_net_names')) }}

),

totals as (

    select * from {{ changed(ref('int_balance_totals')) }}

),

placed as (

    select
        lines.*,
        net_names.label_words as net_name,
        totals.* exclude (line_id, filing_id)
    from lines
    left join net_names using (line_id, filing_id)
    left join totals using (line_id, filing_id)

),

named as (

    select
        *,
        case
            when net_name is not null then net_name
            when  -- of the partnership that a trust operates by, and no part of its equity
                regexp_matches(section_words, '^(noncontrolling|minority) interests?$')
                and regexp_matches(printed_words, '^(perpetual |preferred |common |operating |partnership )+units$')
                then 'noncontrolling interests in units'
            when
                is_sum_of_two
                and regexp_matches(section_words, '^(noncontrolling|minority) interests?$')
                then 'total noncontrolling interests'
            when
                printed_words not like 'total%'
                and regexp_matches(section_words, '^(redeemable )?(noncontrolling|minority) interests?$')
                and not regexp_matches(
                    printed_words, '\b(common|preferred|capital|retained|equity|deficit|treasury|accumulated)\b'
                )
                then 'noncontrolling interests ' || printed_words
            when not is_bare_total then null
            when is_last and has_liabilities then 'total liabilities and equity'
            when repeats_the_last then 'total assets'
            when is_sum_of_owners then 'total equity'
            when is_below_total and amount_so_far - 2 * amount = so_far_at_total
                then printed_words  -- of the lines since the total above, which stands apart
            when
                section_above = 'current' and not is_below_total
                or is_next_to_total  -- below the total of the last heading of what is current: of all of it
                then if(is_above_assets, 'total current assets', 'total current liabilities')
            -- the first total of a side, which has one heading for all, above what lasts
            when
                not is_below_total and amount_so_far - 2 * amount = coalesce(so_far_at_total, 0)
                and (section_above in ('', 'assets') or section_above like 'liabilities and%')
                and if(
                    is_above_assets,
                    is_below_working_assets
                    and regexp_matches(words_below, '\b(property|plant|equipment|fixed assets)\b'),
                    is_below_payables
                    and regexp_matches(
                        words_below, '\b(long term|noncurrent|deferred (income|tax(es)?|revenues?|rent|credits))\b'
                    )
                )
                then if(is_above_assets, 'total current assets', 'total current liabilities')
            when
                section_above = 'interest bearing' and not is_above_assets
                and words_below not like '%total deposits%'
                then 'total deposits'
            when
                not is_above_assets
                and (
                    section_above = '' or section_above like 'liabilities%'
                    or (is_below_total and not regexp_matches(section_above, '\b(equity|deficit|capital|investment)\b'))
                )
                and regexp_matches(
                    words_below, '\b(equity|deficit|common|preferred|capital|treasury|minority|noncontrolling)\b'
                )
                and not regexp_matches(words_below, '\bliabilities\b')
                then 'total liabilities'
        end as label_words
    from placed

)

select
    line_id,
    filing_id,
    label_words
from named
where label_words is not null
