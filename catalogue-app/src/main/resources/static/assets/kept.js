// Talks to watch later, and bookmarks: kept in this browser, known to nobody else.
(() => {
  const KEY = "kept";
  const MOST = 2000;
  const read = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
      return Array.isArray(kept) ? kept.filter(isTalk).slice(0, MOST) : [];
    } catch {
      return [];
    }
  };
  const write = (kept) => {
    try {
      localStorage.setItem(KEY, JSON.stringify(kept.slice(0, MOST)));
      return true;
    } catch {
      return false;
    }
  };
  const isTalk = (talk) =>
    talk &&
    /^\/talks\/[\w-]+$/.test(talk.talk) &&
    typeof talk.title === "string" &&
    ["later", "bookmarks"].includes(talk.in);

  // --- on the page of a talk -----------------------------------------------------------------------------------------
  const article = document.querySelector("article[data-talk]");
  const box = document.getElementById("keep-box");
  if (article && box) {
    const same = (talk, list) => talk.talk === article.dataset.talk && talk.in === list;
    const show = () => {
      const kept = read();
      for (const button of box.querySelectorAll("[data-keep-in]")) {
        const list = button.dataset.keepIn;
        const isKept = kept.some((talk) => same(talk, list));
        button.setAttribute("aria-pressed", String(isKept));
        button.textContent = isKept ? button.dataset.kept : button.dataset.keep;
      }
    };
    box.hidden = false;
    box.addEventListener("click", (event) => {
      const list = event.target.closest("[data-keep-in]")?.dataset.keepIn;
      if (!list) return;
      const kept = read();
      const others = kept.filter((talk) => !same(talk, list));
      if (others.length === kept.length) {
        const { talk, title, by } = article.dataset;
        others.unshift({ talk, title, by, in: list, since: new Date().toISOString() });
      }
      write(others);
      show();
    });
    show();
  }

  // --- their own page ------------------------------------------------------------------------------------------------
  const page = document.getElementById("kept");
  if (page) {
    const element = (name, text, attributes = {}) => {
      const made = document.createElement(name);
      made.textContent = text;
      for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
      return made;
    };
    const status = document.getElementById("kept-status");
    const show = () => {
      const kept = read();
      for (const list of ["later", "bookmarks"]) {
        const lines = kept
          .filter((talk) => talk.in === list)
          .map((talk) => {
            const line = element("li", "", { class: "item" });
            const what = element("div", "");
            const heading = element("p", "", { class: "item-heading" });
            heading.append(element("a", talk.title, { href: talk.talk }));
            what.append(heading, element("p", String(talk.by ?? ""), { class: "quiet" }));
            const remove = element("button", page.dataset.remove, {
              type: "button",
              class: "as-link",
              "aria-label": page.dataset.removeNamed.replace("{0}", talk.title),
            });
            remove.addEventListener("click", () => {
              write(read().filter((other) => other.talk !== talk.talk || other.in !== list));
              show();
              status.textContent = page.dataset.removed.replace("{0}", talk.title);
            });
            const actions = element("div", "", { class: "item-actions" });
            actions.append(remove);
            line.append(what, actions);
            return line;
          });
        document.getElementById(`kept-${list}`).replaceChildren(...lines);
        document.getElementById(`kept-${list}-none`).hidden = lines.length > 0;
      }
      document.getElementById("kept-export").hidden = kept.length === 0;
    };
    document.getElementById("kept-without-script").hidden = true;
    page.hidden = false;
    show();
    window.addEventListener("storage", show);
    document.getElementById("kept-export").addEventListener("click", () => {
      const file = new Blob([JSON.stringify(read(), null, 2)], { type: "application/json" });
      const link = element("a", "", { href: URL.createObjectURL(file), download: "talks-i-keep.json" });
      link.click();
      URL.revokeObjectURL(link.href);
    });
    document.getElementById("kept-import").addEventListener("change", async (event) => {
      const file = event.target.files[0];
      if (!file) return;
      try {
        const content = JSON.parse(await file.text());
        const found = (Array.isArray(content) ? content : []).filter(isTalk);
        const kept = read();
        const fresh = found.filter((talk) => !kept.some((k) => k.talk === talk.talk && k.in === talk.in));
        write([...fresh, ...kept]);
        show();
        status.textContent =
          found.length === 0
            ? page.dataset.noTalks
            : page.dataset.fresh.replace("{0}", fresh.length).replace("{1}", found.length);
      } catch {
        status.textContent = page.dataset.unreadable;
      }
      event.target.value = "";
    });
  }
})();
