// What was typed and is not saved yet, in this browser: one record for each form, by its key.
//
// {key, kind, account, address, at, words: [[name, value], …], revision, version, sent}; a form has no `kind`;
// `sent` is when the form was sent and no answer has come yet. IndexedDB holds it, because what is committed
// there outlives a crash.

const AT_MOST = 20; // records of one account
const LARGEST = 2_000_000; // characters of one record
const DAY = 24 * 60 * 60 * 1000;

let opened;

function database() {
    opened ??= new Promise((resolve, reject) => {
        const request = indexedDB.open("newsroom-keeping", 1);
        request.onupgradeneeded = () => request.result.createObjectStore("kept", { keyPath: "key" });
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
    return opened;
}

// The transaction is committed at once, so that a page that is just being closed still gets it through.
async function run(mode, work) {
    const transaction = (await database()).transaction("kept", mode, { durability: "relaxed" });
    const request = work(transaction.objectStore("kept"));
    if (mode === "readwrite") transaction.commit?.();
    return new Promise((resolve, reject) => {
        transaction.oncomplete = () => resolve(request.result);
        transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
}

/** Open the store early: later writing must not wait for it. */
export function prepare() {
    return database().catch(() => null);
}

/** Keep a record; false when it is too large or the browser refuses. */
export async function keep(record) {
    const size = record.words.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
    if (size > LARGEST) return false;
    return run("readwrite", (kept) => kept.put(record)).then(() => true, () => false);
}

/** Forget the records with these keys. */
export async function forget(...keys) {
    for (const key of keys) await run("readwrite", (kept) => kept.delete(key)).catch(() => null);
}

/** Return the records of an account, the latest first; what is too old or too much is removed, whoever's it is. */
export async function recordsOf(account, days) {
    const all = await run("readonly", (kept) => kept.getAll()).catch(() => []);
    const young = all.filter((record) => record.at > Date.now() - days * DAY);
    const own = young.filter((record) => record.account === account).sort((one, other) => other.at - one.at);
    const gone = [...all.filter((record) => !young.includes(record)), ...own.slice(AT_MOST)];
    await forget(...gone.map((record) => record.key));
    return own.slice(0, AT_MOST);
}

/** Return all records that were sent without an answer yet. */
export async function recordsSent() {
    const all = await run("readonly", (kept) => kept.getAll()).catch(() => []);
    return all.filter((record) => record.sent);
}
