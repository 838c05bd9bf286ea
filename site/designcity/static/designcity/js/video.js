// Loads a platform's player when the reader asks for it, and never before.

for (const stage of document.querySelectorAll("[data-video]")) {
    stage.querySelector("[data-video-ask]").hidden = false;
    stage.querySelector("[data-video-play]").addEventListener("click", () => {
        const frame = document.createElement("iframe");
        frame.className = "video__player";
        frame.title = stage.dataset.title;
        frame.allow = "autoplay; fullscreen; picture-in-picture; encrypted-media";
        frame.allowFullscreen = true;
        frame.referrerPolicy = "strict-origin-when-cross-origin";
        frame.src = stage.dataset.player;
        stage.replaceChildren(frame);
        frame.focus();
    });
}
