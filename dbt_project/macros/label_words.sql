{#- The words of a printed label or heading, as the patterns of the seeds meet them: lower case, single blanks, no
    punctuation, no footnotes, no articles. "Net (loss) income" -> "net income"; "Non-current" -> "noncurrent";
    brackets fall out, but for "(expense)", "(income)", "(basic)", "(non-GAAP)", "(related party)". In two stages, each
    a nest of replacements in the order of its steps: label_letters(label), then label_words of what that gives. -#}

{% macro replaced(text, steps) -%}
{%- set nest = namespace(sql=text) -%}
{%- for pattern, replacement in steps -%}
    {%- set nest.sql = 'regexp_replace(' ~ nest.sql ~ ", '" ~ pattern ~ "', '" ~ replacement ~ "', 'g')" -%}
{%- endfor -%}
{{ nest.sql }}
{%- endmacro %}

{% macro label_letters(label) -%}
{{ replaced('lower(coalesce(' ~ label ~ ", ''))", [
    ("[\\x{2018}\\x{2019}\\x{60}\\x{27}\\x{b4}]", ''),
    ('&', ' and '),
    ('\\(\\s*([0-9]{1,2}|[a-z])\\s*\\)|[*\\x{2020}\\x{2021}\\x{a7}\\x{b9}\\x{b2}\\x{b3}]', ' '),
    ('\\bnon[ \\x{2010}-\\x{2015}-]+(controlling|interest|current|operating|cash|performing|redeemable|financial|gaap)', 'non\\1'),
    ('\\(([^()]*\\b(basic|diluted|dilution|primary|nongaap|pro forma|adjusted|fte|taxable[ -]equivalent|tax[ -]equivalent|controlling|noncontrolling)\\b[^()]*)\\)', ' \\1 '),
    ('\\(((other than|including (the )?(current|short)) [^()]*)\\)', ' \\1 '),
    ('\\(((from |to |with |successor |predecessor )*(related part(y|ies)|affiliates?))\\)', ' \\1 '),
    ('\\(((net of|less) (allowance|reserve|accumulated)[^()]*)\\)', ' \\1 '),
    ('\\((expenses?|income|deductions?|charges?|costs?|loss|losses|net)\\)', ' \\1 '),
    ('\\([^()]*(\\([^()]*\\)[^()]*)+\\)|\\([^()]*(\\)|$)', ' '),
    ('[^a-z0-9]+', ' '),
]) }}
{%- endmacro %}

{% macro label_words(letters) -%}
trim({{ replaced(letters, [
    (' (the|an|our) ', ' '),
    ('^ ?(the |less |add |plus |deduct )+', ''),
    ('\\bexp\\b', 'expenses'),
    ('\\badmin\\b', 'administrative'),
    ('\\bavg\\b', 'average'),
    ('\\bwg?td\\b', 'weighted'),
    ('\\bnet inc\\b', 'net income'),
    ('\\b(amorti|organi|reali|capitali)s(ed|ing|ation)', '\\1z\\2'),
    ('\\b(income|earnings|profits?|gains?) (or )?loss(es)?\\b', '\\1'),
    ('\\bloss(es)? (or )?(income|earnings|profits?|gains?)\\b', '\\3'),
    (' (net of|less) (an? )?([0-9][0-9 ]*(million )?(of|in) )?((valuation|related) )?(allowances?|reserves?|(accumulated )?(depreciation|amortization))\\b.*', ' net'),
    ('( in (thousands|millions)| unaudited| see notes?| notes? [0-9]+( and [0-9]+)*)+ ?$', ''),
    ('([a-z]) [1-9] ?$', '\\1'),
]) }})
{%- endmacro %}
