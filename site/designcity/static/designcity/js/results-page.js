// The results page: shows the facets where there is room, offers and remembers searches, counts what is opened.

import { countOpened } from "./opened-results.js";
import { RecentList } from "./recent-list.js";
import { recentSearches } from "./recent-searches.js";

const page = document.querySelector("[data-results]");
const { openedUrl, query } = page.dataset;

// Browsers that cannot style the inside of a closed <details> show a wide screen's facets by opening it.
const facets = page.querySelector("[data-facets]");
if (facets && !CSS.supports("selector(::details-content)")) {
    const wide = matchMedia("(min-width: 60rem)");
    const fit = () => (facets.open = wide.matches);
    wide.addEventListener("change", fit);
    fit();
}

const recent = page.querySelector("[data-recent]");
if (recent) new RecentList(recent, page.querySelector("[name=q]"), { except: query }).show();

// What found nothing is not worth offering again.
if (query && "hasFound" in page.dataset) recentSearches.add(query);

countOpened(page, "[data-result]", openedUrl, () => query);
