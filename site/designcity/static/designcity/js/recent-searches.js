// The reader's recent searches: kept in this browser, sent nowhere, removed by the reader.

const KEY = "recent-searches";
const MOST = 8;

function stored() {
    try {
        const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
        return Array.isArray(kept) ? kept.filter((words) => typeof words === "string").slice(0, MOST) : [];
    } catch {
        return []; // storage is off, or something else wrote there
    }
}

function store(searches) {
    try {
        if (searches.length) localStorage.setItem(KEY, JSON.stringify(searches));
        else localStorage.removeItem(KEY);
    } catch {
        // Without storage nothing is remembered.
    }
}

const without = (words) => stored().filter((other) => other !== words);

export const recentSearches = {
    /** The searches, the latest first. */
    get all() {
        return stored();
    },

    add(words) {
        store([words, ...without(words)].slice(0, MOST));
    },

    remove(words) {
        store(without(words));
    },

    clear() {
        store([]);
    },
};
