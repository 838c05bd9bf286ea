// Asks the server whether this account is still logged in.

const PATIENCE = 10_000;

/** Return {state: "in" | "out" | "other" | "away", token, arrived}; `account` is whose words these are. */
export async function ask(address, account) {
    try {
        const answer = await fetch(address, {
            headers: { Accept: "application/json", "X-Requested-With": "XMLHttpRequest" },
            cache: "no-store",
            signal: AbortSignal.timeout(PATIENCE),
        });
        if (answer.status === 403) return { state: "out", arrived: [] };
        if (!answer.ok) return { state: "away", arrived: [] };
        const facts = await answer.json();
        return { ...facts, state: facts.account === account ? "in" : "other" };
    } catch {
        return { state: "away", arrived: [] };
    }
}

/** Use a fresh token everywhere: logging in again has made the old one worthless. */
export function renew(token) {
    if (window.wagtailConfig) window.wagtailConfig.CSRF_TOKEN = token;
    for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = token;
}
