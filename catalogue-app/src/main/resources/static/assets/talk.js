// Playing on the page and seeking. No third party is contacted before somebody asks to play.
(() => {
  const stage = document.getElementById("stage");

  const frame = (second) => {
    const element = document.createElement("iframe");
    element.src = stage.dataset.src + (second > 0 ? stage.dataset.start.replace("{second}", String(second)) : "");
    element.title = stage.dataset.title;
    element.allow = "autoplay; fullscreen; picture-in-picture";
    element.referrerPolicy = "strict-origin-when-cross-origin";
    return element;
  };

  const media = (second) => {
    const element = document.createElement(stage.dataset.type);
    element.src = stage.dataset.src;
    element.controls = true;
    element.autoplay = true;
    if (second > 0) element.addEventListener("loadedmetadata", () => (element.currentTime = second), { once: true });
    return element;
  };

  const play = (second) => {
    const current = stage.querySelector("video, audio");
    if (current) {
      current.currentTime = second;
      current.play();
      return;
    }
    const element = stage.dataset.type === "frame" ? frame(second) : media(second);
    stage.replaceChildren(element);
    stage.classList.add("playing");
    element.focus();
  };

  document.addEventListener("click", (event) => {
    if (!stage || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const place = event.target.closest("a.at[data-second]");
    if (place) {
      event.preventDefault();
      play(Number(place.dataset.second));
    } else if (event.target.closest("a.play")) {
      event.preventDefault();
      play(Number(stage.dataset.second || 0));
    }
  });

  const clock = (second) => {
    const two = (number) => String(number).padStart(2, "0");
    const minutes = Math.floor(second / 60);
    return minutes < 60
      ? `${minutes}:${two(second % 60)}`
      : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(second % 60)}`;
  };

  // A link to a second that no cue begins at leads to the cue that is being spoken then.
  const showPlace = () => {
    document.querySelector(".cue.here")?.classList.remove("here");
    const match = /^#t(?:=)?(\d+)$/.exec(location.hash);
    if (!match) return;
    const second = Number(match[1]);
    let found = null;
    for (const cue of document.querySelectorAll(".cue[id]")) {
      if (Number(cue.id.slice(1)) > second) break;
      found = cue;
    }
    if (found) {
      found.classList.add("here");
      found.scrollIntoView({ block: "center" });
    }
    const words = stage?.querySelector(".play-what");
    if (words) {
      stage.dataset.second = String(second);
      words.textContent = words.dataset.from.replace("{0}", clock(second));
    }
  };
  window.addEventListener("hashchange", showPlace);
  showPlace();

  // The permanent link is copied where that is possible, and followed where it is not.
  document.addEventListener("click", async (event) => {
    const share = event.target.closest("a[data-share]");
    if (!share || !navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    try {
      await navigator.clipboard.writeText(share.href);
      share.textContent = share.dataset.share;
    } catch {
      location.assign(share.href);
    }
  });

  // Addresses of parts of the one long page that a talk used to be.
  const moved = /^#(t\d+|transcript|note-|notes)/.exec(location.hash);
  if (moved && !document.getElementById(location.hash.slice(1)) && !document.querySelector(".cue")) {
    const part = moved[1].startsWith("note") ? "/notes" : "/transcript";
    for (const tab of document.querySelectorAll(".tabs a")) {
      if (tab.pathname.endsWith(part) && !tab.hasAttribute("aria-current")) location.replace(tab.href + location.hash);
    }
  }
})();
