// On every page of the editors' interface: forgets what was kept of forms that have arrived.

import { ask } from "./server.js";
import { forget, recordsSent } from "./store.js";

/** Ask the server about the forms that were sent, and forget those that arrived. */
export async function sweep(address) {
    const sent = await recordsSent();
    if (sent.length === 0) return;
    const { arrived } = await ask(address, "");
    await forget(...sent.map((record) => record.key).filter((key) => arrived.includes(key)));
}

const own = document.querySelector("script[data-newsroom-keeping]");
export const swept = own ? sweep(own.dataset.newsroomKeeping) : Promise.resolve();
