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
    document.addEventListener("pointerdown", (event) => {
      if (!panel().hidden && !event.target.closest(".field-box")) open(false);
    });
    field().addEventListener("blur", (event) => {
      if (!panel().contains(event.relatedTarget)) open(false);
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
