// Links within a page (the skip link, the error summary's) move the focus and not only the view.
document.addEventListener("click", event => {
  const link = event.target.closest?.("a[href^='#']");
  const target = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (target) {
    event.preventDefault();
    target.focus();
    target.scrollIntoView({ block: "center" });
  }
}, true);

document.addEventListener("click", event => {
  if (event.target.closest?.("[data-print]")) {
    window.print();
  }
});

// The connection to the server. It is tried again by itself; where the server no longer knows the page, it is loaded
// again from its address, which holds what the citizen has answered.
const banner = document.getElementById("components-reconnect-modal");
const pause = 10000;

// What is written stands in no address: the tab's history entry takes it along, and gives it up on arrival.
function loadAgain() {
  const written = [...document.querySelectorAll(".step-form textarea, .step-form input[type=text]")]
    .filter(field => field.id && field.value)
    .map(({ id, value }) => ({ id, value }));
  history.replaceState({ ...history.state, written }, "");
  location.reload();
}

async function comeBack() {
  try {
    if (!await Blazor.reconnect() && !await Blazor.resumeCircuit()) {
      loadAgain();
    }
  } catch {
    setTimeout(comeBack, pause);
  }
}

banner?.addEventListener("components-reconnect-state-changed", ({ detail }) => {
  if (detail.state === "rejected") {
    loadAgain();
  } else if (detail.state === "failed") {
    setTimeout(comeBack, pause);
  }
});
document.getElementById("components-reconnect-button")?.addEventListener("click", comeBack);

// An error summary of a page that was posted has the focus when the page opens.
document.querySelector("[data-testid='fejlopsummering']")?.focus();

// Before a page is live nobody hears what is chosen, written or pressed in a step: it is kept, and done when the page is.
const isLive = () => document.querySelector("main[data-interaktiv=true]") !== null;
const isEarly = element => element.closest?.(".step-form") && !isLive();
const early = new Map();
let pressed = null;

document.addEventListener("input", ({ target }) => {
  if (isEarly(target) && target.id) {
    early.set(target.type === "radio" ? target.name : target.id, { id: target.id, value: target.value });
  }
}, true);

document.addEventListener("submit", event => {
  if (isEarly(event.target)) {
    event.preventDefault();
    pressed = event.submitter?.dataset.testid ?? null;
  }
}, true);

function doWhatWasEarly() {
  for (const { id, value } of early.values()) {
    const field = document.getElementById(id);
    if (field?.type === "radio") {
      field.checked = false;
      field.click();
    } else if (field) {
      field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }
  early.clear();
  if (pressed) {
    document.querySelector(`.step-form [data-testid="${CSS.escape(pressed)}"]`)?.click();
  }
}

if (history.state?.written) {
  const { written, ...others } = history.state;
  history.replaceState(others, "");
  written.forEach(field => early.set(field.id, field));
}

if (!isLive()) {
  new MutationObserver((_, observer) => {
    if (isLive()) {
      observer.disconnect();
      requestAnimationFrame(doWhatWasEarly);
    }
  }).observe(document.documentElement, { subtree: true, childList: true, attributeFilter: ["data-interaktiv"] });
}
