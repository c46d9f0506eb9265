// What every page can do besides following links and sending forms. Nothing here is needed to read, search or edit.
(() => {
  const root = document.documentElement;
  const field = () => document.getElementById("q");
  const panel = () => document.getElementById("suggestions");

  // --- colours, remembered -------------------------------------------------------------------------------------
  const themeSwitch = document.getElementById("theme-switch");
  const showTheme = () => {
    const theme = root.dataset.theme ?? "system";
    for (const button of themeSwitch.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", String(button.dataset.themeChoice === theme));
    }
  };
  if (themeSwitch) {
    themeSwitch.hidden = false;
    showTheme();
    themeSwitch.addEventListener("click", (event) => {
      const theme = event.target.dataset?.themeChoice;
      if (!theme) return;
      if (theme === "system") delete root.dataset.theme;
      else root.dataset.theme = theme;
      try {
        if (theme === "system") localStorage.removeItem("theme");
        else localStorage.setItem("theme", theme);
      } catch {
        // Not remembered, then.
      }
      showTheme();
    });
  }

  // --- htmx: the session's token, and what to do when a request fails ---------------------------------------------
  document.addEventListener("htmx:configRequest", (event) => {
    const token = document.querySelector('meta[name="csrf"]');
    if (token && event.detail.verb !== "get") event.detail.headers["X-CSRF-TOKEN"] = token.content;
  });
  for (const failure of ["htmx:sendError", "htmx:responseError"]) {
    document.addEventListener(failure, (event) => {
      const path = event.detail.pathInfo?.finalRequestPath;
      // A real page load shows the error page, or works after all.
      if (event.detail.requestConfig?.verb === "get" && event.target.id === "search" && path) location.assign(path);
    });
  }
  // Errors of a form come back with status 422 and are shown like any other answer.
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.xhr.status === 422) {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
    }
  });

  // --- results while typing: one entry in the history for a run of typing, and the address keeps up ----------------
  const search = document.getElementById("search");
  if (search) {
    let typing = false;
    search.addEventListener("htmx:configRequest", (event) => {
      if (event.target !== search) return;
      const typed = event.detail.triggeringEvent?.type === "input";
      const sent = event.detail.triggeringEvent?.type === "submit";
      if (typing && (typed || sent)) event.detail.headers["X-Same-Entry"] = "true";
      typing = typed;
    });
    // Said once the answer stands; an element that comes with the answer would not be read out.
    document.addEventListener("htmx:afterSwap", (event) => {
      if (event.detail.target.id === "found") {
        document.getElementById("found-status").textContent = document.querySelector("#found .total")?.textContent ?? "";
      }
    });
  }
  // What is typed into a field beside the question is no change of the question.
  document.addEventListener(
    "change",
    (event) => {
      if (event.target.closest?.("[data-quiet], .save-form")) event.stopPropagation();
    },
    true,
  );

  // --- years: drag over the bars to choose a span, press one to choose it -------------------------------------------
  let brushed = null;
  const years = (from, to) => {
    const all = [...document.querySelectorAll("svg.bars a[data-year]")];
    const [first, last] = [all.indexOf(from), all.indexOf(to)].sort((a, b) => a - b);
    return all.slice(first, last + 1);
  };
  const barAt = (event) => {
    const svg = document.querySelector("svg.bars");
    const box = svg.getBoundingClientRect();
    const all = svg.querySelectorAll("a[data-year]");
    const at = Math.floor(((event.clientX - box.left) / box.width) * all.length);
    return all[Math.max(0, Math.min(all.length - 1, at))];
  };
  document.addEventListener("pointerdown", (event) => {
    const bar = event.button === 0 && event.target.closest?.("svg.bars a[data-year]");
    if (!bar) return;
    brushed = { from: bar, to: bar };
    event.preventDefault();
  });
  document.addEventListener("pointermove", (event) => {
    if (!brushed) return;
    brushed.to = barAt(event);
    const span = years(brushed.from, brushed.to);
    for (const bar of document.querySelectorAll("svg.bars a")) bar.classList.toggle("brushed", span.includes(bar));
  });
  document.addEventListener("pointerup", () => {
    if (!brushed) return;
    const span = years(brushed.from, brushed.to).map((bar) => bar.dataset.year);
    const moved = brushed.from !== brushed.to;
    brushed = null;
    const boxes = [...document.querySelectorAll('#filters input[name="year"]')];
    const alone = !moved && boxes.find((box) => box.value === span[0]);
    for (const box of boxes) {
      if (moved) box.checked = span.includes(box.value);
      else if (box === alone) box.checked = !box.checked;
    }
    boxes[0]?.dispatchEvent(new Event("change", { bubbles: true }));
  });
  // Without a pointer, or with a key held, the bars are links like any others.
  document.addEventListener("click", (event) => {
    if (event.target.closest?.("svg.bars a") && !event.ctrlKey && !event.metaKey && event.detail > 0) event.preventDefault();
  });

  // --- suggestions -------------------------------------------------------------------------------------------------
  const options = () => [...panel().querySelectorAll('[role="option"]')];
  const chosen = () => panel().querySelector('[aria-selected="true"]');
  const open = (isOpen) => {
    panel().hidden = !isOpen;
    field().setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) choose(null);
  };
  const choose = (option) => {
    chosen()?.setAttribute("aria-selected", "false");
    if (option) {
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      field().setAttribute("aria-activedescendant", option.id);
    } else {
      field().removeAttribute("aria-activedescendant");
    }
  };
  const step = (by) => {
    const all = options();
    if (all.length === 0) return;
    const at = all.indexOf(chosen());
    const to = at === -1 ? (by > 0 ? 0 : all.length - 1) : at + by;
    choose(all[to] ?? null);
  };
  if (field()) {
    field().addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (panel().hidden && panel().childElementCount > 0) open(true);
        step(event.key === "ArrowDown" ? 1 : -1);
        event.preventDefault();
      } else if (event.key === "Enter") {
        if (!panel().hidden && chosen()) {
          event.preventDefault();
          location.assign(chosen().href);
        }
        open(false);
      } else if (event.key === "Escape" && !panel().hidden) {
        open(false);
        event.preventDefault();
      }
    });
    // Whoever has pressed Enter wants the answer; suggestions that come late would cover it.
    let sent = false;
    field().addEventListener("input", () => {
      sent = false;
    });
    field().form.addEventListener("submit", () => {
      sent = true;
      window.htmx?.trigger(field(), "htmx:abort");
      open(false);
    });
    document.addEventListener("htmx:beforeRequest", (event) => {
      if (event.target === field() && (sent || field().value.trim().length < 2)) {
        event.preventDefault();
        open(false);
      }
    });
    document.addEventListener("htmx:afterSwap", (event) => {
      if (event.detail.target === panel() && !sent && document.activeElement === field()) open(true);
    });
    // A panel that covers the page goes when it is left. One that is part of the page stays, or what was about to be
    // pressed would move away under the pointer.
    const covers = !panel().classList.contains("in-flow");
    document.addEventListener("pointerdown", (event) => {
      if (covers && !panel().hidden && !event.target.closest(".field-box")) open(false);
    });
    field().addEventListener("blur", (event) => {
      if (covers && !panel().contains(event.relatedTarget)) open(false);
    });
    // Pressing a suggestion must not take the focus first, or the panel would close under the pointer.
    panel().addEventListener("pointerdown", (event) => event.preventDefault());
  }
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    const command = event.key.toLowerCase() === "k" && (event.metaKey || event.ctrlKey) && !event.shiftKey;
    if (field() && (slash || command)) {
      event.preventDefault();
      field().focus();
      field().select();
    }
  });

  // --- the sheet of filters on small screens -----------------------------------------------------------------------
  const sheet = (isOpen) => {
    root.classList.toggle("sheet-open", isOpen);
    if (isOpen) document.querySelector("#filters input")?.focus();
    else document.querySelector(".filter-button")?.focus();
  };
  document.addEventListener("click", (event) => {
    if (event.target.closest(".filter-button")) {
      event.preventDefault();
      sheet(true);
    } else if (event.target.closest(".filters-close") || (root.classList.contains("sheet-open") && !event.target.closest("#filters"))) {
      event.preventDefault();
      sheet(false);
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && root.classList.contains("sheet-open")) sheet(false);
  });

  // --- small menus close when left ---------------------------------------------------------------------------------
  document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });
  document.addEventListener("keydown", (event) => {
    const menu = event.key === "Escape" && event.target.closest?.("details.menu[open]");
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });

  // --- a form that was changed and not sent ------------------------------------------------------------------------
  let unsent = false;
  document.addEventListener("input", (event) => {
    if (event.target.closest("form[data-keep]")) unsent = true;
  });
  document.addEventListener("submit", () => {
    unsent = false;
  });
  window.addEventListener("beforeunload", (event) => {
    if (unsent) event.preventDefault();
  });
})();
