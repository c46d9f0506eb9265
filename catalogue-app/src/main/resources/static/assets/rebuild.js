// A rebuild's bar moves by itself; without script the page reloads. What is being done is not told here but by the
// part of the page that is asked for every second, in the language of the page.
(() => {
  const numbers = new Intl.NumberFormat(document.documentElement.lang);
  let source;

  const show = (box, status) => {
    const bar = box.querySelector("progress");
    bar.max = Math.max(status.total, 1);
    bar.value = status.done;
    const done = box.querySelector("[data-done]");
    done.textContent = done.dataset.done
      .replace("{0}", numbers.format(status.done))
      .replace("{1}", numbers.format(status.total));
  };

  const follow = () => {
    const box = document.querySelector("[data-events]");
    if (!box || source) return;
    source = new EventSource(box.dataset.events);
    const end = () => {
      source.close();
      source = undefined;
    };
    source.addEventListener("progress", (event) => {
      const status = JSON.parse(event.data);
      const shown = document.querySelector("[data-events]");
      if (shown && status.state === "RUNNING") show(shown, status);
      if (status.state !== "RUNNING") {
        end();
        htmx.ajax("GET", "/views/status", { target: "#status", swap: "outerHTML" });
      }
    });
    source.addEventListener("error", end);
  };

  follow();
  document.addEventListener("htmx:afterSwap", follow);
})();
