// Keeps a previewed page fresh: loads it again after a build, and shows what is wrong on top of the last good page.
// It is added by the preview server on the way out and is never part of a published site.
(() => {
  "use strict";
  const built = document.currentScript.dataset.built;
  let events = null;
  let panel = null;
  let hidden = "";

  function element(name, text) {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    return made;
  }

  function hide() {
    if (panel) panel.remove();
    panel = null;
  }

  function show(faults) {
    hide();
    if (JSON.stringify(faults) === hidden) return;
    panel = element("div");
    panel.id = "prospectus-preview";
    const root = panel.attachShadow({ mode: "open" });
    // The site's policy allows no style element; a sheet that is made in a script is no such thing.
    const style = new CSSStyleSheet();
    style.replaceSync(`
      section { position: fixed; inset: auto 0 0 0; z-index: 2147483647; max-height: 70vh; overflow: auto;
                padding: 1rem 1.5rem; background: #2a1b29; color: #fff8f2; border-top: 4px solid #f0c4b2;
                font: 16px/1.5 system-ui, sans-serif; text-align: left; }
      h2 { margin: 0 0 .5rem; font-size: 1.1rem; }
      ol { margin: 0; padding-left: 1.5rem; }
      li { margin: 0 0 .5rem; white-space: pre-wrap; overflow-wrap: anywhere; font-family: ui-monospace, monospace; }
      button { float: right; font: inherit; padding: .25rem .75rem; color: #2a1b29; background: #f0c4b2; border: 0; }
      button:focus-visible { outline: 3px solid #ffd84d; outline-offset: 2px; }
      @media print { section { display: none; } }`);
    const section = element("section");
    section.setAttribute("role", "alert");
    section.tabIndex = 0;
    const button = element("button", "Hide");
    button.type = "button";
    button.addEventListener("click", () => {
      hidden = JSON.stringify(faults);
      hide();
    });
    const things = faults.length === 1 ? "One thing is wrong" : `${faults.length} things are wrong`;
    const list = element("ol");
    for (const fault of faults) list.append(element("li", fault));
    section.append(button, element("h2", `${things}. Below is the last good page.`), list);
    root.adoptedStyleSheets = [style];
    root.append(section);
    document.body.append(panel);
  }

  function hear(event) {
    const state = JSON.parse(event.data);
    if (state.faults.length) {
      show(state.faults);
    } else if (String(state.built) !== built) {
      location.reload();
    } else {
      hidden = "";
      hide();
    }
  }

  // A browser keeps few connections to one server: pages in the background give theirs up.
  function listen() {
    if (document.visibilityState === "hidden") {
      if (events) events.close();
      events = null;
    } else if (!events) {
      events = new EventSource("/__prospectus/events");
      events.onmessage = hear;
    }
  }

  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", () => events && events.close());
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
  listen();
})();
