// Asks the server for suggestions; of several questions only the last one is answered.

const PAUSE = 80; // milliseconds without a key before the server is asked

export class SuggestionSource {
    /** `onAnswer` gets what the server said, `onFailure` nothing. */
    constructor(address, { onAnswer, onFailure }) {
        this.address = address;
        this.onAnswer = onAnswer;
        this.onFailure = onFailure;
        this.asked = 0;
    }

    /** Ask once the reader pauses. */
    ask(words) {
        this.forget();
        const number = this.asked;
        this.timer = setTimeout(() => this.#fetch(words, number), PAUSE);
    }

    /** Drop the question that waits and the answer that is under way. */
    forget() {
        this.asked += 1;
        clearTimeout(this.timer);
        this.request?.abort();
    }

    async #fetch(words, number) {
        this.request = new AbortController();
        const address = new URL(this.address, document.baseURI);
        address.searchParams.set("q", words);
        try {
            const response = await fetch(address, { signal: this.request.signal });
            if (!response.ok) throw new Error(String(response.status));
            const answer = await response.json();
            if (number === this.asked) this.onAnswer(answer);
        } catch {
            if (number === this.asked) this.onFailure();
        }
    }
}
