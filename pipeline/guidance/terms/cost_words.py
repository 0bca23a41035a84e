"""The words of costs, balances, orders, volumes and counts, and of revenue; the more special sense first."""

from __future__ import annotations

from pipeline.guidance.terms.amount_words import NEARLY, SHOPS
from pipeline.guidance.terms.metric_units import COUNT, MONEY, SPENT, UNIT_COST, MetricRow

_FORESEEN = r"are (?:expected|projected|anticipated|estimated)"

COSTS_AND_VOLUMES: list[MetricRow] = [
    (
        "stock_based_compensation",
        (
            r"(?:non-?cash )?(?:stock|share|equity)[- ]?based compensation(?: (?:expenses?|charges?|costs?))?"
            r"|stock options? expens(?:es?|ing)|(?:expensing of|expense for) stock options"
            r"|s?fas(?: no\.)? ?123\(?r?\)?(?:-related)? (?:expenses?|charges?|costs?)"
            r"|stock compensation(?: expenses?)?"
        ),
        SPENT,
    ),
    (
        "interest_expense",
        (
            r"(?<!minority )(?:net )?interest expenses?(?:, net)?|interest costs?|cash interest(?: payments)?"
            rf"|net interest(?! (?:margin|income|spread))|(?<!controlling )(?<!minority )interest(?= of (?:{NEARLY} "
            r"|between )?~?\$[\d.,]+(?: (?:to|and|-) \$?[\d.,]+)? ?(?:million|m\b))"
            r"|interest and other expenses?(?:, net)?|^interest,? \(?net\)?(?= \(|$)"
        ),
        SPENT,
    ),
    (
        "other_income",
        (
            r"(?:(?:interest|other|non-?operating|financial) (?:and other )?(?:income|expenses?)"
            r"|other \(?(?:income|expense)\)?)(?: and (?:other )?expenses?| ?\(expense\)| \(income\))?(?:, net)?"
            r"|interest and other(?:, net)?|\boi&e\b"
        ),
        MONEY,
    ),
    (
        "depreciation_amortization",
        (
            r"depletion(?: expenses?)?(?!,? (?:and|depreciation))"
            r"|depreciation(?:(?:,? depletion)?(?:,? and |, | & )(?:amortization|accretion))?(?: expenses?)?"
            r"|amortization(?: (?:expenses?|of (?:\w+ ){0,3}intangibles?(?: assets)?))?|\bdd ?& ?a\b|\bd ?& ?a\b"
        ),
        SPENT | {"rate": "USD/unit"},
    ),
    (
        "research_and_development",
        (
            r"research(?:,? and|,| &)? development(?: \(\"?r&d\"?\))?(?: (?:expenses?|costs?|spending|investments?))?"
            r"|\br ?& ?d\b(?: (?:expenses?|costs?|spending))?"
        ),
        SPENT,
    ),
    (
        "selling_general_administrative",
        (
            r"(?:marketing,? )?selling,? (?:and|&) administrative(?: (?:expenses?|costs?))?"
            r"|(?:selling|sales|marketing|store operating)(?: and marketing)?(?:, | and |,? & ?)general,?(?: and"
            r"| &) administrative(?: \(\"?sg&a\"?\))?(?: (?:expenses?|costs?))?"
            r"|\bs[gi] ?& ?a\b(?: (?:expenses?|costs?))?|general(?: and"
            r"| &) administrative(?: \(\"?g&a\"?\))?(?: (?:expenses?|costs?))?|\bg ?& ?a\b(?: expenses?)?"
            r"|(?:corporate(?: and| &) administrative|administrative and general)(?: (?:expenses?|costs?))?"
            r"|corporate (?:overhead|expenses?)(?: expenses?)?|(?:sales|selling) (?:and|&) marketing(?: expenses?)?"
        ),
        SPENT | {"rate": "USD/unit"},
    ),
    (
        "unit_cost",
        (
            r"costs applicable to sales(?=(?:[^.;]|\.(?=\d)){0,80}\bper (?:\w+ )?(?:ounce|pound|ton)\b)"
            r"|costs? of (?:[\w-]+ )?sales per (?:short |metric )?ton(?:ne)?\b"
            r"|costs? of [\w-]+ sales(?=\b(?:[^.;m]|\.(?=\d)|m(?!illion)){0,60}\bper ton\b)"
            r"|(?:average )?(?:(?:jet|economic) )?fuel (?:prices?|costs?)(?= [^$]{0,40}\(\$ ?(?:/|per) ?gal)"
            r"|(?:net |adjusted )*cruise costs?(?:,? (?:excluding|ex) fuel)? per (?:albd|apcd|available)"
            r"|(?:\bcas|costs applicable to sales)(?=,? (?:per |\(\$\s?(?:per |/)))"
            r"|(?:unit |operating )*costs? per (?:available seat mile|asm)\b"
            r"|(?:costs? of sales|(?:total |net )?cash (?:operating )?costs?|all-in sustaining costs?|operating costs?"
            r"|(?:average )?(?:jet )?fuel (?:prices?|costs?)|lease operating expenses?"
            r"|(?:average )?economic (?:costs?|price)) \(?per (?:ounce|gallon|pound|ton(?:ne)?|barrel|boe"
            r"|mcfe?)(?: sold| produced)?\b\)?|all-in sustaining costs?|per gallon of (?:[\w-]+ )?(?:jet )?fuel"
            r"|(?:total |net )?cash costs?(?=\b(?:[^.;m]|\.(?=\d)|m(?!illion)){0,80}\bper (?:\w+ )?(?:ounces?|oz|pound"
            r"|ton)\b)|cash costs?(?=\s(?:guidance|outlook|forecasts?|estimates?)\b)"
        ),
        UNIT_COST,
    ),
    (
        "cost_of_revenue",
        (
            r"costs? applicable to sales|costs? of (?:goods sold"
            r"|(?:(?:net|product|coal|home|merchandise|subscription|services?|equipment|hardware|software) )?(?:sales"
            r"|revenues?)|products? sold|services?)"
        ),
        SPENT,
    ),
    (
        "unit_cost",
        (
            r"cash costs?(?: ?\(?\$? ?/ ?| per )(?:oz|ounces?|lb|pound|ton(?:ne)?)\b"
            r"|(?:lease operating|production|operating|cash|unit|lifting|gathering|transportation|total cash"
            r"|all-in sustaining|net cash|direct operating)(?: and [\w-]+)? (?:expenses?|costs?"
            r"|taxes)(?: \(\"?loe\"?\))?(?=(?: \((?:includ|exclud)ing [^()$%]+\))?"
            r" (?:per|\(\$/|/boe|of \$[\d.,]+(?: to \$?[\d.,]+)? per"
            r"|(?:is|are) (?:expected|projected|anticipated|estimated|forecast(?:ed)?) (?:to (?:be|average|range)"
            r"|at)(?:(?!illion)[^.]|\.(?=\d)){0,60} per(?! share)"
            r"|to (?:be|average|range)(?:(?!illion)[^.;]|\.(?=\d)){0,60}(?: per |/)"
            r"(?:mcfe?|boe|bbl|barrel|ounce|pound|ton(?:ne)?|gallon|mmbtu|unit))\b)"
            r"|lease operating(?: expenses?| costs?)?|\bloe\b(?: per \w+)?|\baisc\b"
            r"|(?:average )?(?:jet )?fuel (?:prices?|costs?)(?=,? [^.]{0,130}\$[\d.]+(?:[^.]|\.(?=\d)){0,25} (?:per"
            r"|a) (?:u\.s\. )?gallon)|day ?rates?|casm(?: ?[-–] ?ex)?|(?:non-fuel "
            r"|ex-fuel )?unit costs?(?=,? (?:(?:for|in) (?:[\w-]+ ){1,5})?(?:excluding|ex|to|up|down|of(?= \d)"
            r"|(?:is|are|will|should))\b)"
        ),
        UNIT_COST,
    ),
    (
        "operating_expenses",
        (
            r"(?:total )?(?:operating|non-?interest|operati(?:ng|ons?) (?:and|&) maintenance"
            r"|o&m) (?:costs?(?: and expenses?)?|expenses?)\b"
            r"(?! (?:to|as an? percent(?:age)? of) average (?:[a-z]+ )?assets\b)|\bopex\b"
            r"|(?:gold|silver|copper) production costs?"
            r"|total (?:costs? and )?expenses|(?:annual |total "
            r"|cash )expenses(?= (?:at|to (?:be|decline|decrease|increase|grow|rise|fall)|of|are|in|between|will))"
            r"|expenses?(?= (?:growth|change)\b)|^(?:total )?expenses(?= (?:for|in) (?:fiscal )?\d{4}\b)"
            r"|^(?:adjusted )?(?:operati(?:ng|ons?) (?:and|&) maintenance|o&m)$"
            r"|(?:(?<=illion and )|(?<=, and ))expenses(?= of \$)|(?<=revenues and )expenses|(?<=revenue and )expenses"
            r"|costs and expenses"
        ),
        SPENT | {"rate": "USD/unit"},
    ),
    (
        "shares_outstanding",
        (
            r"(?:(?:fully |weighted[- ]|average |diluted |basic |common |outstanding "
            r"|average-diluted )+)(?:share ?(?:count|base)|number of (?:\w+ ){0,2}shares(?: outstanding)?"
            r"|shares(?: of common stock)?(?: outstanding| count)?)"
            r"|(?:share count|number of shares(?= (?:for|used)\b)|shares (?:outstanding|used (?:in|to)))"
            r"|^shares(?= \((?:in|mm?|000)\b|$)|average common (?:stock|shares) and (?:\w+ ){0,2}equivalents"
            r"|diluted share base|\bwaso\b|(?<=million )shares(?! of)"
        ),
        {"count": "shares", "change": "percent_change"},
    ),
    (
        "cash_balance",
        (
            r"(?:(?:total )?cash(?:,? cash equivalents)?(?:,? and |, | & )(?:cash equivalents"
            r"|(?:short-term |marketable |liquid )*(?:investments|securities)"
            r"|investment balances)(?:,? and (?:(?:short-term |marketable )*(?:investments|securities)))?"
            r"|cash (?:balances?|position|on hand)"
            r"|cash(?= (?:at|as of) (?:the )?(?:end of|(?:year|period|quarter)[- ]end)\b)|(?:year-?end|ending) cash"
            r"|(?<=million of )cash(?= (?:as of|on hand"
            r"|and (?:an? |\$[\d.,]+ [mb]illion of )?(?:total |net |long-term |no )*(?:indebtedness|debt))\b)"
            r"|(?:(?<=with )|(?<=have )|(?<=expect )|(?<=expects ))(?:unrestricted )?cash(?= (?:in excess of "
            rf"|of (?:{NEARLY} |between |at least |more than )?)~?[$€£](?![\d.,]+ [mb]illion from\b))"
            rf"|end(?:ing)? (?:(?:the )?(?:fiscal )?(?:year|quarter|\d{{4}})(?: \d{{4}})? with )(?:{NEARLY} |between "
            r"|at least |more than |over )*(?=\$)|liquidity)"
        ),
        {"money": "USD", "share": "USD/share"},
    ),
    ("recurring_revenue", r"annual(?:ized)? recurring revenues?|\barr\b|recurring revenues?", MONEY),
    ("backlog", r"backlog", MONEY | {"count": "homes"}),
    (
        "bookings",
        (
            r"(?:(?:new|net|total|sales|home) )*(?:bookings|billings|orders)|order (?:entry|intake)"
            r"|remaining performance obligations?|\bcrpo\b|\brpo\b"
        ),
        MONEY | {"count": "orders"},
    ),
    (
        "production_volume",
        (
            r"(?:(?:oil|gas|total|daily|net|average|equivalent|annual|gold|silver|copper|coal|steel|natural gas"
            r"|ngl) )*production(?: (?:volumes?|growth))?(?! (?:expenses?|costs?|taxes|&|systems?|equipment"
            r"|services|enhancement|chemicals|technologies|solutions)\b)(?! & )|(?:sales |shipment |shipping )?volumes?"
            r"|sales(?= (?:[^.;$%]|\.(?=\d)){0,80}?\d[\d.,]* (?:(?:million|billion|thousand) )?(?:pounds|ounces|tons"
            r"|tonnes|barrels)\b)|sales(?= of (?:(?:between|and|to|about|approximately|[\d.,]+) )*units\b)"
            r"|throughput(?: volumes?)?|hydro(?:electric)? generation"
            r"|(?:timber |log )?harvest(?: levels?| volumes?)?(?! (?:season|time)\b)|\brtms?\b|revenue ton[- ]miles"
            r"|(?:mw|megawatts?) (?:recognized|produced|shipped|deployed|installed)|shipments"
            r"|homes closed(?= (?:of|between|in the range)\b)|(?:delivery|shipment) (?=guidance|outlook)"
            r"|units? (?:sales|sold|shipments)|deliveries|capacity"
            r"|^(?:total |new )*homes? (?:closings|closed|delivered)$"
            r"|^(?:vehicles|railcars|aircraft|units) (?:produced|delivered|shipped)$|(?:tons|tonnes) (?:shipped|sold)\b"
            r"|(?<!per )(?<!/)(?:(?:system )?available seat miles?|\basms?\b)(?! per gallon)"
            r"|(?<=\d )(?:(?:new )?(?:vehicles|homes)|home closings)|(?<=,\d{3} )closings"
            r"|(?<!the \d{4} )(?<!our )(?<!current )exit rates?(?= of (?:\w+ )?[\d.,]+(?: (?:to|and"
            r"|-) [\d.,]+)? (?:million |thousand )?(?:gross |net )?(?:m*boe|m*bbls?|m*cf"
            r"|barrels)(?![^.;]{0,40}\bproduction\b))"
            r"|(?:home |lot |unit )(?:sale )?closings(?= (?:of|between|in the range|to)\b)"
            rf"|(?:home |lot )(?:sale )?closings(?= {_FORESEEN}\b)"  # of homes
            rf"|(?<!store )(?<!restaurant )(?<!unit )(?<!branch )(?<!loan )(?<!mortgage )closings(?= (?:(?:{_FORESEEN} "
            r")?to (?:be|total)|of) (?:(?:between|approximately|about"
            rf"|at least) )?\d{{1,2}},\d{{3}}\b(?! (?:[\w-]+ ){{0,3}}(?:stores|restaurants|salons|locations|acres"
            r"|square)\b))"
        ),
        COUNT,
    ),
    (
        "store_count",
        (
            r"(?<!same )(?<!comparable )(?:new )?(?:(?:company-(?:owned|operated)|franchised?|retail|net new"
            rf"|new) )*(?:(?:super)?stores?|{SHOPS}"
            r"|clubs?|(?<!drilling )(?<!well )locations?|salons?|units"
            r"|branches|(?:(?:gross|net|new|franchised?|company-(?:owned|operated)|property|hotel) )+openings?\b"
            r"|openings(?= in (?:fiscal |the )?(?:19|20)\d\d\b)|(?<=\d )closings"
            r"|(?<=new )(?:centers|clinics|theatres|schools|hotels|communities|campuses|sites|offices)"
            r"|(?:centers|clinics|theatres|schools|hotels|campuses|offices)(?= (?:to be )?(?:opened|closed)\b))"
            r"(?: openings?| closings?| closures?)?(?! (?:(?:pre-?)?opening |closing |closure )?(?:costs?|expenses?)\b)"
        ),
        {"count": "stores"},
    ),
    ("headcount", r"headcount|employees|workforce", {"count": "employees", "change": "percent_change"}),
    (
        "revenue",
        (
            r"(?<!asset )(?<!gain on )(?<!gains on )(?<!loss on )(?<!losses on )(?<!proceeds from )(?:net |total "
            r"|operating |product |top[- ]line )*(?:revenues?|sales"
            r"|turnover)\b(?! (?:force|and marketing|team|cycle|people|price|value|mix"
            r"|of (?:\w+ ){0,3}(?:common stock|shares|securities)))|(?:top[- ]line|organic|(?<!\w )reported)(?= growth)"
        ),
        MONEY,
    ),
]
