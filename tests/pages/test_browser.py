"""Pages of the samples, opened from their folder in a real browser."""

import re
from collections.abc import Iterator

import duckdb
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import chromium, needs_a_browser
from tests.running import Run

TEXT, HTML, HOSTILE = "0001003950-03-000013", "9999999002-20-000031", "9999999009-05-000001"

pytestmark = needs_a_browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as opened:
        yield opened


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that must load nothing but itself, and meet no error."""
    opened = browser.new_page()
    requested: list[str] = []
    errors: list[str] = []
    opened.on("request", lambda request: requested.append(request.url))
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("dialog", lambda dialog: errors.append(dialog.message))
    yield opened
    opened.close()
    assert errors == []
    assert [url for url in requested if not re.match(r"file:.*/warehouse_pages/[^?]*\.html(#.*)?$", url)] == []


def url(run: Run, filing_id: str, anchor: str = "") -> str:
    with duckdb.connect(str(run.warehouse_path), read_only=True) as connection:
        found = connection.execute("select page from marts.dim_filing where filing_id = ?", [filing_id]).fetchall()
    return (run.pages_dir / found[0][0]).as_uri() + anchor


def facts(page: Page) -> dict[str, str]:
    """What the first card says."""
    card = page.locator("#cards .card").first
    names, values = card.locator("dt").all_inner_texts(), card.locator("dd").all_inner_texts()
    return {"": card.locator("h3").inner_text(), **dict(zip(names, values, strict=True))}


def test_clicking_a_number_shows_its_facts(published_samples: Run, page: Page) -> None:
    page.goto(url(published_samples, TEXT))
    expect(page.locator(".overview")).to_be_visible()
    page.locator("mark.fact", has_text="12,636,000").first.click()
    said = facts(page)
    assert said[""] == "$12,636,000"
    assert said["Value"] == "12,636,000 USD"
    assert said["Line"] == "Sales"
    assert said["Concept"].startswith("Revenues ")
    assert said["Period"] == "3 months to 2003-06-30, from the header"
    assert said["Scale"] == "as printed"
    assert said["Mart"] == "marts.fct_income"
    checked = page.locator("#cards li")
    assert any("Gross profit" in text and "6,126,000" in text for text in checked.all_inner_texts())
    assert page.locator("#cards li.fails").count() == 0

    checked.filter(has_text="Revenues - CostOfRevenue").locator("button").click()
    assert sorted(page.locator("mark.part").all_inner_texts()) == ["$12,636,000", "6,126,000", "6,510,000"]
    page.keyboard.press("Escape")
    expect(page.locator(".overview")).to_be_visible()


def test_pointing_shows_a_card_and_goes_on_to_the_next(published_samples: Run, page: Page) -> None:
    page.goto(url(published_samples, TEXT))
    for number in ("12,636,000", "6,619,000"):
        page.locator("mark.fact", has_text=number).first.hover()
        assert number in facts(page)[""]


def test_scale_is_told_with_its_evidence_and_a_dollar_in_a_cell_of_its_own_is_marked(
    published_samples: Run, page: Page
) -> None:
    page.goto(url(published_samples, HTML))
    page.locator("mark.fact", has_text=re.compile("^74,697$")).first.click()
    said = facts(page)
    assert said["Value"] == "74,697,000 USD"
    assert said["Scale"] == "\u00d7 1,000, from the caption"
    assert "(In thousands" in said["Above"]
    assert page.locator("mark.chosen").all_inner_texts() == ["$", "74,697"]


def test_an_anchor_leads_to_a_number_and_to_guidance(published_samples: Run, page: Page) -> None:
    with duckdb.connect(str(published_samples.warehouse_path), read_only=True) as connection:
        (place,) = connection.execute(
            """
            select format('#d{}-t{}-l{}-c{}', document_no, table_no, line_no, column_no) from marts.fct_balance
            where filing_id = ? and concept = 'Assets' order by all limit 1
            """,
            [TEXT],
        ).fetchall()
    page.goto(url(published_samples, TEXT, place[0]))
    assert facts(page)["Concept"].startswith("Assets ")
    page.goto(url(published_samples, TEXT, "#g1"))
    said = facts(page)
    assert said["Amount"] == "12.5 M to 13.5 M USD"
    assert "management expects revenue" in " ".join(page.locator("mark.chosen").inner_text().split())
    expect(page.locator("mark.chosen")).to_be_in_viewport()


def test_the_keyboard_alone_leads_from_mark_to_mark_and_into_a_card(published_samples: Run, page: Page) -> None:
    page.goto(url(published_samples, TEXT))
    page.locator("mark.fact", has_text="6,126,000").first.focus()
    page.keyboard.press("Tab")
    following = facts(page)[""]
    assert following != "6,126,000"
    page.keyboard.press("Shift+Tab")
    assert facts(page)[""] == "6,126,000"
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")  # on the first of its sums, which has the focus
    assert "6,126,000" in page.locator("mark.part").all_inner_texts()
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    assert facts(page)[""] == following

    page.goto((published_samples.pages_dir / "index.html").as_uri())
    page.locator(".find").press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("columnheader", name="Filings")).to_have_attribute("aria-sort", "descending")


def test_a_phone_shows_issues_and_what_must_add_up_below_the_release(published_samples: Run, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(url(published_samples, TEXT))
    release, overview = page.locator(".release").last, page.locator(".overview")
    expect(overview).to_be_visible()
    page.locator("mark.fact", has_text="12,636,000").first.click()
    expect(page.locator("#cards")).to_be_in_viewport()
    expect(overview).to_be_visible()  # or the page would jump
    places = [place["y"] for place in (release.bounding_box(), overview.bounding_box()) if place is not None]
    assert places == sorted(places)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_index_leads_by_company_to_each_filing(published_samples: Run, page: Page) -> None:
    page.goto((published_samples.pages_dir / "index.html").as_uri())
    rows = page.locator("tbody tr")
    assert rows.count() == 4
    page.get_by_role("columnheader", name="Filings").click()
    counts = [int(text) for text in page.locator("tbody td:nth-child(2)").all_inner_texts()]
    assert counts == sorted(counts, reverse=True)
    page.get_by_role("columnheader", name="EPS").click()
    assert rows.last.locator("td:nth-child(8)").inner_text() == ""  # what is not known comes last
    page.locator(".find").fill("9999999001")
    expect(rows.filter(visible=True)).to_have_text(re.compile("INVENTED INSTRUMENTS"))
    page.locator(".find").fill("invented instr")
    expect(rows.filter(visible=True)).to_have_count(1)
    assert page.locator("tbody tr:visible svg rect").count() > 4
    page.get_by_role("link", name="INVENTED INSTRUMENTS INC").click()
    assert page.locator("figure svg").count() >= 5
    assert page.locator("tbody tr").count() == 8
    page.get_by_role("link", name="2003-07-22").click()
    expect(page.locator("h1")).to_have_text("INVENTED INSTRUMENTS INC")
    page.get_by_role("link", name="the next filing").click()
    expect(page.locator(".said")).to_contain_text("filed 2003-10-17")
    source = page.get_by_role("link", name="on EDGAR").get_attribute("href")
    assert source == (
        "https://www.sec.gov/Archives/edgar/data/9999999001/999999900103000014/9999999001-03-000014-index.htm"
    )


def test_hostile_html_does_nothing_and_its_numbers_are_marked(published_samples: Run, page: Page) -> None:
    for start in ("index.html", "companies/9999999009.html"):
        page.goto((published_samples.pages_dir / start).as_uri())
        assert page.evaluate("typeof pwned") == "undefined"
    opened = url(published_samples, HOSTILE)
    page.goto(opened)
    page.locator("mark.fact", has_text=re.compile(r"^1,000$")).click()
    said = facts(page)
    assert said["Line"] == "Sales </script><script>pwned=20</script>"
    assert said["Value"] == "1,000,000 USD"
    page.get_by_text("a link").click()
    page.locator("mark.guidance").first.hover()
    page.wait_for_timeout(300)  # a refresh, a load or a handler would come in this time
    assert page.evaluate("typeof pwned") == "undefined"
    assert page.url == opened
    expect(page.locator("h1")).to_contain_text("HOSTILE </script><img src=x onerror=pwned=1>")
    release = page.locator(".release")
    forbidden = "script, style, img, svg, iframe, object, embed, form, input, a, link, meta, base, [onclick], [onload]"
    assert release.locator(forbidden).count() == 0
    assert release.locator("mark:not([data-m])").count() == 0
    assert release.locator("[id=content], [style*=url], [style*=position]").count() == 0
    assert "a forged mark" in release.inner_text()
    assert release.locator("mark", has_text="forged").count() == 0
    assert page.locator("[id='d1-t1-l1-c1']").count() == 1
