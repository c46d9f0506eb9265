// A rebuild's bar moves by itself; without script the page reloads.
(() => {
  const numbers = new Intl.NumberFormat(document.documentElement.lang);
  let source;

  // A phase begins with the name of its view, for which the table has the word.
  const phase = (status) => {
    const [view, ...rest] = status.phase.split(": ");
    if (rest.length === 0) return status.phase;
    const word = document.querySelector(`tr[data-view="${CSS.escape(view)}"] th`);
    return word ? `${word.textContent}: ${rest.join(": ")}` : rest.join(": ");
  };

  const show = (box, status) => {
    box.querySelector("#phase").textContent = phase(status);
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
